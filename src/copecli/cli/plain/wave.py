"""The wave, line by line: the Ride that the TUI draws, with one line for each minute.

Invariant: it holds no state of the way but the Ride. Time goes on while something else is done; however it
ends, what was ridden is noted.
"""

from __future__ import annotations

from copecli.cli.plain.help_now import told
from copecli.cli.plain.io import HELD
from copecli.cli.reach_words import ended
from copecli.core import wave_frame as at
from copecli.core.actions import WAVE
from copecli.core.catalogue import TILES
from copecli.core.errors import CopeError
from copecli.core.events import Back, Choice, Extend, Forward, Pause, Rating, Stop, Tick
from copecli.core.keymap import DEFAULT
from copecli.core.records import HIGHEST
from copecli.core.shared_words import UNSAFE
from copecli.core.wave import About, Ask, Ride
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.core.keymap import Keymap
    from copecli.core.reach import Sentence
    from copecli.core.wave import Happening
    from copecli.core.wave_frame import Frame

LAST_PRESS = 1.0
"""Seconds within which a key that is held down shows itself."""
_EVENTS: dict[str, Happening] = {
    "wave-back": Back(),
    "wave-stop": Stop(),
    "wave-pause": Pause(),
    "wave-longer": Extend(),
    "wave-ask": Ask(),
    "wave-about": About(),
}
_ALWAYS = frozenset({"wave-back", "wave-stop"})
_WHILE_RIDING = frozenset({"wave-pause"})
_LEADS = frozenset({"wave-unsafe", "wave-someone"})


def ride_out(face: Face, minutes: int = 0) -> None:
    """Ride out an urge, from the first screen to wherever the person stops."""
    Riding(face, Ride.begin(minutes)).go()


def to_read() -> list[str]:
    """Return what there is to read of a wave, where nobody can ride it."""
    opening = Ride.begin().frame()
    sentences = (*opening.text, *opening.details, *at.LINES, at.NEXT)
    return [ended(_worded(sentence, DEFAULT)) for sentence in dict.fromkeys(sentences)]


def _worded(sentence: Sentence, keys: Keymap) -> str:
    return sentence.worded(_, help=keys.typed("help-now"), pause=keys.typed("wave-pause"))


class Riding:
    """One wave."""

    def __init__(self, face: Face, ride: Ride) -> None:
        self._face = face
        self._ride = ride
        self._before = ride
        self._since = face.console.clock()

    def go(self) -> None:
        """Go on until the person stops or rests."""
        face = self._face
        face.desk.riding = True
        try:
            self._show()
            while not self._ride.stopped:
                frame = self._ride.frame()
                if frame.options and frame.asked != at.ASKED:
                    self._menu(frame)
                    continue
                line = face.line(self._came_back, until=self._until())
                self._catch_up()
                if line is not None:
                    self._typed(line, self._ride.frame())
        finally:  # leaving is an end like any other
            self._catch_up(silent=True)
            face.desk.riding = False
            face.desk.note_wave(self._ride)

    def _came_back(self) -> None:
        """Say the place anew after Help now, as it is by then."""
        self._catch_up(silent=True)
        self._show()

    # time

    def _until(self) -> float | None:
        """Return when a minute will have gone by, or all of them."""
        ride = self._ride
        if ride.at != at.RIDING or ride.paused:
            return None
        return self._since + max(0.001, min(60.0 - ride.seconds % 60.0, ride.total - ride.seconds))

    def _catch_up(self, *, silent: bool = False) -> None:
        """Give the ride the time since it was last looked at, and say its line where a minute has gone by."""
        now, before = self._face.console.clock(), self._ride
        self._ride = before.next(Tick(max(0.0, now - self._since)))
        self._since = now
        if silent or before.at != at.RIDING:
            return
        if self._ride.at != at.RIDING:
            self._show()
        elif int(self._ride.seconds // 60) > int(before.seconds // 60):
            self._minute()

    def _minute(self) -> None:
        """Say the one line of this minute; not being safe is a choice in each of them."""
        frame = self._ride.frame()
        said = [*((frame.left,) if frame.left else ()), *frame.text]
        said += [frame.asked] if frame.asked == at.ASKED else []
        unsafe = f"{self._keys.typed('wave-unsafe')}: {_(self._keys.action('wave-unsafe').label)}"
        self._face.say(" ".join(ended(part) for part in [*map(self._worded, said), unsafe]))

    # what is typed

    def _menu(self, frame: Frame) -> None:
        """Ask for one of what there is to choose; Enter takes what stands there to be taken."""
        question, *told = (self._worded(sentence) for sentence in (*frame.text, *frame.details))
        self._face.say(*told)
        rows = [(key, ended(self._worded(text))) for key, text in frame.options]
        back = _("rest.") if frame.kind == at.END else _("stop.")
        chosen = self._face.menu(question, rows, letters=self._letters(frame), back=back)
        if chosen in (at.PERSON, UNSAFE):
            self._face.help_now()
            self._face.gap()
        elif chosen in ("", at.REST):
            self._ride = self._ride.next(Stop())
        elif chosen == at.ANOTHER:
            self._another()
        elif chosen == at.LONGER:
            self._do(Extend())
        else:
            self._do(Choice([key for key, _text in frame.options].index(chosen)))

    def _letters(self, frame: Frame) -> dict[str, str]:
        """Return the keys that mean a row of the list, as everywhere on the wave."""
        unsafe = dict.fromkeys(self._keys.action("wave-unsafe").keys, UNSAFE)
        return unsafe | ({"": frame.options[0][0]} if frame.kind == at.LENGTH else {})

    def _another(self) -> None:
        from copecli.cli.plain.choosing import choose
        from copecli.cli.plain.player import exercise

        skill = choose(self._face)
        if skill is not None:
            self._ride = self._ride.next(Stop())
            exercise(self._face, skill)

    def _typed(self, line: str, frame: Frame) -> None:
        typed = line.lower().removeprefix("/")
        if line == HELD:
            if self._ride.seconds - self._before.seconds < LAST_PRESS:
                self._ride = self._before
        elif typed.isdecimal() and typed.isascii():
            self._number(typed, frame)
        elif event := self._event(typed, frame):
            self._do(event)
        elif typed and self._leads(typed, frame):
            return
        elif typed == "?" or frame.kind == at.STRENGTH or (typed and frame.kind == at.RIDING):
            self._show()
        else:
            self._do(Forward())

    def _number(self, typed: str, frame: Frame) -> None:
        if frame.rates and len(typed) < 3 and int(typed) <= HIGHEST:
            self._do(Rating(int(typed)))
        elif frame.rates:
            self._face.say(_("I can read numbers from 0 to 10. Enter skips."))
        else:
            self._do(Forward())

    def _event(self, typed: str, frame: Frame) -> Happening | None:
        """Return what a letter means here; Enter alone skips how strong it is."""
        if not typed:
            return Forward() if frame.kind == at.STRENGTH else None
        can = frame.can | _ALWAYS | (_WHILE_RIDING if frame.kind == at.RIDING else frozenset())
        meant = self._keys.meant(WAVE, typed)
        return _EVENTS.get(meant) if meant in can else None

    def _leads(self, typed: str, frame: Frame) -> bool:
        """Go where a letter leads, and return whether it leads anywhere; the time goes on there."""
        meant = self._keys.meant(WAVE, typed)
        if meant in (_LEADS & frame.can) | {"wave-unsafe"}:
            self._face.help_now()
        elif meant == "wave-beside" and meant in frame.can:
            self._beside()
        elif meant == "wave-tiles" and meant in frame.can:
            self._play()
        else:
            return False
        self._face.gap()
        self._came_back()
        return True

    def _beside(self) -> None:
        """Offer what fits an urge as strong as this one; another feeling can be chosen there."""
        from copecli.cli.plain.choosing import fitting
        from copecli.cli.plain.player import exercise

        skill = fitting(self._face, at.URGE, self._ride.strength, others=True)
        if skill is not None:
            exercise(self._face, self._face.desk.chosen(skill))

    def _play(self) -> None:
        """Open the game of the tiles, which is puzzles here."""
        from copecli.cli.plain.player import exercise

        try:
            exercise(self._face, self._face.desk.skill(TILES))
        except CopeError as trouble:
            told(self._face, trouble)

    def _do(self, event: Happening) -> None:
        """Hand the event to the ride, and say what came of it."""
        before = self._before = self._ride
        self._ride = before.next(event)
        if self._ride.stopped:
            return
        if before.at != self._ride.at:
            self._since = self._face.console.clock()
            self._face.gap()
            self._show()
        elif isinstance(event, Forward):
            self._where()
        else:
            self._changed(event)

    def _changed(self, event: Happening) -> None:
        frame = self._ride.frame()
        told = frame.asked if isinstance(event, Rating | Ask) else frame.left
        if isinstance(event, Ask) and not self._ride.asks:
            self._face.say(_("It asks no longer."))
        elif told is not None:
            self._face.say(self._worded(told))

    def _where(self) -> None:
        """Say how far it is, and a line to read; `?` says the keys."""
        frame = self._ride.frame()
        if frame.kind == at.RIDING:
            self._face.say(*map(self._worded, [*([frame.left] if frame.left else []), *frame.text]))

    def _show(self) -> None:
        """Say the whole of this place; where there is a list, the list says it."""
        frame = self._ride.frame()
        said = [found for found in (frame.left, frame.title) if found is not None]
        said += [] if frame.options else [*frame.text, *frame.details]
        said += [frame.asked] if frame.asked else []
        self._face.say(*map(self._worded, said))
        if frame.options:
            return
        self._face.say(*(f"{self._keys.typed(found)}: {self._worded(text)}" for found, text in frame.offers))
        self._face.say(self._how(frame))

    def _how(self, frame: Frame) -> str:
        pause, stop = self._keys.typed("wave-pause"), self._keys.typed("wave-stop")
        if frame.kind == at.RIDING:
            told = _("0 to 10: how strong. Enter: where you are. {pause}: pause. {stop}: stop. h: help now.")
            return told.format(pause=pause, stop=stop)
        if frame.rates:
            return _("A number from 0 to 10. Enter skips. {stop} stops. h: help now.").format(stop=stop)
        return _("Enter goes on. {stop} stops. h: help now.").format(stop=stop)

    @property
    def _keys(self) -> Keymap:
        return self._face.desk.keys

    def _worded(self, sentence: Sentence) -> str:
        return _worded(sentence, self._keys)

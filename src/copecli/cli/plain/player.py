"""The player: the Session that the TUI plays, in lines.

Invariant: it holds no state of the exercise but the Session, and gives it the time of the clock it was
handed. Whatever is typed is acted on at once, between two beats too.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.cli.plain import frame_lines
from copecli.cli.plain.face import command_of
from copecli.cli.plain.io import HELD
from copecli.core.actions import EXERCISE
from copecli.core.events import Answer, Back, Choice, Extend, Forward, Pause, Rating, Skip, Stop, Take, Tick
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.composing import Composing
    from copecli.cli.plain.face import Face
    from copecli.cli.plain.puzzles import Puzzles
    from copecli.core.events import Event
    from copecli.core.frames import Frame
    from copecli.core.keymap import Keymap
    from copecli.core.session import Session
    from copecli.core.skill import Skill

SHORTEST_WAIT = 0.001
"""Seconds: a wait that rounding has made nothing must still end."""

_WHERE_IT_CAN: dict[str, Event] = {"pause": Pause(), "take": Take(), "extend": Extend()}
"""Actions that the frame must allow, and what they mean then."""
_ALWAYS: dict[str, Event] = {"back": Back(), "skip": Skip(), "stop": Stop()}
_COMMANDS: dict[str, Event] = {"b": Back(), "s": Skip(), "q": Stop()}
"""The line face's own letters: they hold where no key of an exercise is the same."""


def exercise(face: Face, skill: Skill) -> None:
    """Play a skill, and what the person chooses after it, until they rest."""
    from copecli.cli.plain.ending import after

    following: Skill | None = skill
    while following is not None:
        session = Player(face, face.desk.session(following)).play()
        following = after(face, session)


class Player:
    """One exercise."""

    def __init__(self, face: Face, session: Session) -> None:
        self._face = face
        self._session = session
        self._before = session
        self._since = face.console.clock()
        self._puzzles: Puzzles | None = None
        self._composing: Composing | None = None

    def play(self) -> Session:
        """Play to the end, or to where the person stops; return the session as it was then."""
        face = self._face
        self._show()
        while not self._session.over:
            frame = self._session.frame()
            line = face.line(self._came_back, until=self._until(frame))
            self._do(Tick(max(0.0, face.console.clock() - self._since)))
            if line is None:
                continue
            if self._session.frame().step != frame.step and not line:
                continue  # time went on just before this Enter: nothing is skipped unread
            self._typed(line, self._session.frame())
        return self._session

    def _came_back(self) -> None:
        """Say the place anew, after Help now; the time there does not count."""
        self._since = self._face.console.clock()
        self._show()

    def _until(self, frame: Frame) -> float | None:
        """Return when something will have changed by itself."""
        if frame.paused or "pause" not in frame.can:
            return None
        if frame.kind == "wait":
            wait = min(1.0, frame.seconds_left) if frame.seconds_left else None
        else:
            wait = frame.cue.seconds_left if frame.cue else frame.seconds_left
        return None if wait is None else self._since + max(SHORTEST_WAIT, wait)

    # what is typed

    def _typed(self, line: str, frame: Frame) -> None:
        if line == HELD:
            self._face.say(_("That key was held down. It counts once."))
            self._session = self._before
            self._show()
            return
        if frame.game and self._game().took(line.lower()):
            return
        if frame.kind == "compose" and not command_of(line):
            event = self._composed(frame).typed(line)
            if event is not None:
                self._do(event)
        elif frame.kind == "ask" and not command_of(line):
            self._do(Answer(line) if line else Forward())
        elif event := self._event(line.lower().removeprefix("/"), frame):
            self._do(event)
        else:
            self._told(line.lower().removeprefix("/"), frame)

    def _event(self, typed: str, frame: Frame) -> Event | None:
        """Return what the line means here; None where it means nothing, or asks for words."""
        if typed.isdecimal() and typed.isascii() and len(typed) < 4:
            return _number(int(typed), frame)
        if not typed:
            return self._entered(frame)
        if frame.kind in ("ask", "compose"):
            return _COMMANDS.get(typed)
        # Where things are noticed a longer word is one of them, though a key may be called so.
        action = self._keys.meant(EXERCISE, typed) if frame.kind != "notice" or len(typed) == 1 else ""
        if action in _ALWAYS:
            return _ALWAYS[action]
        if action in frame.can or (action == "pause" and frame.paused):
            return Forward() if action == "forward" else _WHERE_IT_CAN.get(action)
        if not action and typed in _COMMANDS:
            return _COMMANDS[typed]
        return Answer(typed) if frame.kind == "notice" and typed not in ("?", "e") else None

    @property
    def _keys(self) -> Keymap:
        return self._face.desk.keys

    @staticmethod
    def _entered(frame: Frame) -> Event | None:
        """Return what Enter alone means here."""
        if frame.kind == "rate":
            return Skip()
        return None if "choose" in frame.can else Forward()

    def _told(self, typed: str, frame: Frame) -> None:
        """Answer what is no event: a question, earlier answers, or a slip."""
        face = self._face
        if typed == "e" and frame.earlier:
            face.console.say_all(frame_lines.earlier(frame))
        elif typed == "?":
            self._show()
            face.say(*frame_lines.keys(frame, self._keys.typed))
        elif frame.game:
            self._game().told()
        elif "choose" in frame.can:
            n = len(frame.options or frame.minutes)
            skip = self._keys.typed("skip")
            face.say(_("I can read numbers from 1 to {n}. {skip} skips.").format(n=n, skip=skip))
        elif "rate" in frame.can:
            face.say(_("I can read numbers from 0 to 10. Enter skips."))
        else:
            face.say(*frame_lines.keys(frame, self._keys.typed))

    # what follows from it

    def _do(self, event: Event) -> None:
        """Hand the event to the session, and say what came of it."""
        before, was = self._session, self._session.frame()
        self._since = self._face.console.clock()
        self._session = before.next(event)
        if not isinstance(event, Tick):
            self._before = before
        if self._session.over:
            return
        moved = (before.at, len(before.trail)) != (self._session.at, len(self._session.trail))
        if moved or isinstance(event, Back):
            self._composing = None
            self._show()
        else:
            self._face.say(*frame_lines.changed(was, self._session.frame(), self._keys.typed))

    def _show(self) -> None:
        frame = self._session.frame()
        if self._composing is not None:
            frame = replace(frame, text=self._composing.text)
        self._face.gap()
        self._face.say(*frame_lines.came(frame, self._keys.typed))
        if frame.kind == "opening":
            told = _(
                "Enter goes on. {back}: back. {skip}: skip. {pause}: pause. {stop}: stop. h: help now. "
                "?: this again."
            )
            keys = {name: self._keys.typed(name) for name in ("back", "skip", "pause", "stop")}
            self._face.say(told.format(**keys))
        if self._composing is not None:
            self._composing.ask()
        if frame.game:
            self._game().ask()
        if frame.kind == "reach":
            from copecli.cli.plain.help_now import people_then_lines

            people_then_lines(self._face)

    def _composed(self, frame: Frame) -> Composing:
        """Return the text that is being composed, as it was changed so far in this place."""
        from copecli.cli.plain.composing import Composing

        if self._composing is None:
            self._composing = Composing(self._face, frame.text)
        return self._composing

    def _game(self) -> Puzzles:
        """Return the puzzles, loaded when a step first needs them; going back finds the same one."""
        if self._puzzles is None:
            from copecli.cli.plain.puzzles import Puzzles

            self._puzzles = Puzzles(self._face)
        return self._puzzles


def _number(value: int, frame: Frame) -> Event | None:
    if "rate" in frame.can and value <= 10:
        return Rating(value)
    if "choose" in frame.can and 1 <= value <= len(frame.options or frame.minutes):
        return Choice(value - 1)
    return Answer(str(value)) if frame.kind == "notice" else None

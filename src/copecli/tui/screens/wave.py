"""The wave: draws the Frame of a Ride and hands it what the person does.

Invariant: it holds no state of the way but the Ride. While it is ridden its time goes on, also beneath an
exercise or Help now; however it ends, what was ridden is noted once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.timer import Timer
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copecli.core import wave_frame as at
from copecli.core.actions import WAVE
from copecli.core.events import Back, Choice, Extend, Forward, Pause, Rating, Stop, Tick
from copecli.core.wave import About, Ask, Ride
from copecli.core.wave_picture import Seen
from copecli.tui.page import ComposeResult, Page, Words
from copecli.tui.safe import words
from copecli.tui.screens.player import NUMBERS
from copecli.tui.screens.wave_words import asked, hint, keys_of
from copecli.tui.widgets.key_line import KeyLine
from copecli.tui.widgets.scale import Scale
from copecli.tui.widgets.wave import WavePicture
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copecli.core.reach import Sentence
    from copecli.core.wave import Happening
    from copecli.core.wave_frame import Frame
    from copecli.tui.app import CopeApp

LOWEST, HIGHEST = 3, 9
"""Rows of the wave."""
BESIDE = 17
"""Rows that its words need in a window of 40 columns, with a question and with the foot."""
LAST_PRESS = 1.0
"""Seconds within which a key that is held down shows itself."""
_SCROLLING = frozenset({"up", "down", "pageup", "pagedown", "tab", "shift+tab", "home", "end"})
_EVENTS: dict[str, Happening] = {
    "wave-next": Forward(),
    "wave-back": Back(),
    "wave-pause": Pause(),
    "wave-longer": Extend(),
    "wave-ask": Ask(),
    "wave-about": About(),
}
_ONLY_RIDING = frozenset({"wave-pause", "wave-longer", "wave-ask", "wave-beside", "wave-tiles"})


def open_wave(app: CopeApp, minutes: int = 0, *, alone: bool = False) -> None:
    """Begin at the first screen; `alone` means that leaving it leaves the program."""

    def after(where: str | None) -> None:
        if where == at.ANOTHER:
            if alone:
                app.open_home()
            app.open_chooser()
        elif alone:
            app.leave()

    app.push_screen(WavePage(Ride.begin(minutes)), after)


class WavePage(Page):
    """An urge, some minutes long."""

    GROUPS = (WAVE,)
    KEYS = ("help-now", "wave-stop")
    asked_above = False

    def __init__(self, ride: Ride) -> None:
        super().__init__()
        self.ride = ride
        self._before = ride
        self._timer: Timer | None = None
        self._since: float | None = None
        self._noted = False
        self._beneath = False
        self._place = ""

    def body(self) -> ComposeResult:
        """Yield the parts that the screens fill."""
        yield WavePicture(blocks=self.app.terminal.unicode, id="wave")
        yield Words(id="left", classes="quiet gap")
        yield Words(id="title", classes="quiet gap")
        yield Words(id="text", classes="strong gap")
        yield Scale(id="scale")
        yield Words(id="details", classes="gap")
        yield Words(id="asked", classes="accent gap")
        yield Words(id="offers")
        yield OptionList(id="options", markup=False)
        yield Words(id="hint", classes="quiet above")

    def on_mount(self) -> None:
        """Draw the first screen; the arrow keys scroll."""
        self.app.desk.riding = True
        self.query_one("#column").can_focus = True
        self._draw()

    def on_screen_suspend(self) -> None:
        """Draw nothing while another screen lies above; the time goes on."""
        self._beneath = True
        self._halt()

    def on_screen_resume(self) -> None:
        """Show how far it has come meanwhile."""
        self._beneath = False
        if self.is_mounted:
            self._catch_up()
            self._draw()

    def on_resize(self) -> None:
        """Fit the wave to the window, and look again for the next change: it comes sooner in a wide one."""
        self.query_one(WavePicture).styles.height = max(LOWEST, min(HIGHEST, self.size.height - BESIDE))
        if self.is_mounted:
            self._schedule()

    def keep_draft(self) -> None:
        """Note what was ridden; whatever ends the program, this comes before it."""
        self._catch_up()
        self._note()

    # what the person does

    def act(self, action_id: str) -> None:
        """Do what the key means on this screen; where it means nothing, it goes on."""
        riding = self.ride.at == at.RIDING
        if action_id == "wave-stop":
            self.do(Stop())
        elif action_id in ("wave-unsafe", "wave-someone"):
            self.app.open_help_now()
        elif action_id in _ONLY_RIDING and not riding:
            self._any_key()
        elif action_id == "wave-ten":
            self.do(Rating(10)) if self.ride.frame().rates else self._any_key()
        elif action_id == "wave-beside":
            self._beside()
        elif action_id == "wave-tiles":
            from copecli.tui.screens.tiles import open_tiles

            open_tiles(self.app)
        elif action_id == "wave-next":
            self._on()
        elif action_id in _EVENTS:
            self.do(_EVENTS[action_id])
        else:
            super().act(action_id)

    def _beside(self) -> None:
        """Offer what fits an urge as strong as this one; another feeling can be chosen there."""
        from copecli.tui.screens.chooser import Fitting

        def chosen(skill: str | None) -> None:
            if skill:
                self.app.play_called(skill, chosen=True)

        self.app.push_screen(Fitting(at.URGE, self.ride.strength, others=True), chosen)

    def on_other_key(self, event: events.Key) -> None:
        """Rate, or go on: any key does."""
        if self.ride.frame().rates and event.character in tuple(NUMBERS):
            event.stop()
            self.do(Rating(NUMBERS.index(event.character or "")))
        elif event.key not in _SCROLLING:
            event.stop()
            self._any_key()

    def _any_key(self) -> None:
        """Go on where there is nothing to choose; on the wave a slip of the hand changes nothing."""
        if self.ride.at in (at.OPENING, at.ABOUT, at.AWAY):
            self.do(Forward())

    def _on(self) -> None:
        value = self.query_one(Scale).value
        rated = self.ride.at == at.STRENGTH and value is not None
        self.do(Rating(value) if rated and value is not None else Forward())

    def do(self, event: Happening) -> None:
        """Hand an event to the ride and draw what came of it."""
        self._catch_up()
        self._before = self.ride
        self.ride = self.ride.next(event)
        if self.ride.stopped:
            self._leave("")
        else:
            self._draw()

    def say_keys(self) -> None:
        """Name the keys of now."""
        self._draw()

    def take_back(self) -> None:
        """Return to the moment before the last press; what was ridden since is never taken away."""
        if self.ride.seconds - self._before.seconds < LAST_PRESS:
            self.ride = self._before
            self._draw()

    @on(OptionList.OptionSelected, "#options")
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Take one of what there is to choose."""
        event.stop()
        match event.option_id:
            case at.PERSON | "unsafe":
                self.app.open_help_now()
            case at.ANOTHER | at.REST:
                self._leave(event.option_id)
            case at.LONGER:
                self.do(Extend())
            case _:
                self.do(Choice(event.option_index))

    def _leave(self, where: str) -> None:
        self._halt()
        self._note()
        self.app.desk.riding = False
        self.dismiss(where)

    def _note(self) -> None:
        if not self._noted:
            self._noted = True
            self.app.desk.note_wave(self.ride)

    # time

    def _catch_up(self) -> None:
        """Give the ride the time since it was last looked at, however long that is."""
        now = self.app.clock()
        if self._since is not None and self.ride.at == at.RIDING:
            self.ride = self.ride.next(Tick(max(0.0, now - self._since)))
        self._since = now

    def _tick(self) -> None:
        self._timer = None
        self._catch_up()
        self._draw()

    def _halt(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _schedule(self) -> None:
        self._halt()
        across = self.query_one(WavePicture).columns or self.size.width  # it has no size before it is shown
        columns = 0 if self.app.still else across
        wait = self.ride.until_change(columns)
        if wait is not None and not self._beneath:
            self._timer = self.set_timer(wait, self._tick)

    # drawing

    def _draw(self) -> None:
        frame = self.ride.frame()
        self._say("#left", *((frame.left,) if frame.left else ()))
        self._say("#title", *((frame.title,) if frame.title else ()))
        self._say("#text", *frame.text)
        self._say("#details", *frame.details)
        self.query_one("#asked", Words).say(asked(frame, self.app.desk.keys))
        name = self.app.desk.keys.name
        keys = [f"{name(found)}  {text.worded(_)}" for found, text in frame.offers]
        self.query_one("#offers", Words).say("\n".join(keys))
        self.query_one("#hint", Words).say(hint(frame))
        self._draw_wave()
        if self._place != frame.kind:
            self._place = frame.kind
            self._arrive(frame)
        self._schedule()

    def _draw_wave(self) -> None:
        wave = self.query_one(WavePicture)
        wave.display = self.ride.at in (at.RIDING, at.END)
        if wave.display:
            seconds = self.ride.seconds
            if self.app.still:  # a step a minute, and no more
                seconds -= seconds % 60.0
            wave.show(Seen(seconds, self.ride.total, self.ride.ratings))

    def _arrive(self, frame: Frame) -> None:
        """Put the cursor where this place needs it."""
        scale, options = self.query_one(Scale), self.query_one(OptionList)
        scale.display = frame.kind == at.STRENGTH
        options.clear_options()
        options.add_options(Option(words(text.worded(_)), id=key) for key, text in frame.options)
        options.display = bool(frame.options)
        column = self.query_one("#column")
        if frame.options:
            options.highlighted = 0
            options.focus()
        elif scale.display:
            scale.show(self.ride.before)
            scale.focus()
        else:
            column.focus()
        column.scroll_home(animate=False)
        riding = frame.kind == at.RIDING
        back = frame.kind in (at.STRENGTH, at.FIRST, at.LENGTH)
        middle = ("wave-pause",) if riding else ("wave-back",) if back else ()
        self.query_one(KeyLine).offer("help-now", *middle, "wave-stop")

    def _say(self, selector: str, *sentences: Sentence) -> None:
        keys = keys_of(self.app.desk.keys)
        said: Sequence[str] = [sentence.worded(_, **keys) for sentence in sentences]
        self.query_one(selector, Words).say("\n".join(said))

"""Take me through my plan: draws the Frame of a Walk and hands it what the person does.

Invariant: it holds no state of the way but the Walk. Every key that has no meaning of its own goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copecli.core import walk as way
from copecli.core.actions import WALK
from copecli.core.errors import CopeError
from copecli.core.shared_words import UNSAFE
from copecli.core.walk import Walk
from copecli.core.walk_frame import HELP_NOW, Frame
from copecli.tui.page import ComposeResult, Page, Words
from copecli.tui.safe import words
from copecli.tui.screens.help_words import said_of
from copecli.tui.widgets.big_digits import big_digits
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.plan import Plan
    from copecli.core.reach import Sentence
    from copecli.tui.app import CopeApp

_SCROLLING = frozenset({"up", "down", "pageup", "pagedown", "tab", "shift+tab", "home", "end"})


def open_walk(app: CopeApp, plan: Plan, *, alone: bool = False) -> None:
    """Begin at the first screen; `alone` means that leaving it leaves the program."""

    def after(_where: str | None) -> None:
        if alone:
            app.leave()

    app.push_screen(WalkPage(Walk.begin(plan, app.desk.help_now().lines)), after)


def walk_own_plan(app: CopeApp) -> None:
    """Go through the plan as it is on the disk, or say calmly why it cannot be read."""
    try:
        plan = app.desk.look_at_plan()
    except CopeError as trouble:
        app.tell(trouble.sentence(_))
    else:
        open_walk(app, plan)


class WalkPage(Page):
    """One thing of the plan at a time."""

    GROUPS = (WALK,)
    KEYS = ("help-now", "walk-someone", "walk-stop")

    def __init__(self, walk: Walk) -> None:
        super().__init__()
        self.walk = walk
        self._before = walk

    def body(self) -> ComposeResult:
        """Yield the parts that the screens fill."""
        yield Words(id="lead", classes="quiet gap")
        yield Words(id="title", classes="quiet gap")
        yield Words(id="text", classes="strong gap")
        yield Words(id="large", classes="accent gap")
        yield Words(id="number", classes="strong accent gap")
        yield Words(id="details", classes="gap")
        yield Words(id="parts", classes="gap")
        yield Words(id="offers", classes="gap")
        yield OptionList(id="options", markup=False)
        yield Words(id="hint", classes="quiet above")

    def on_mount(self) -> None:
        """Draw the first screen; the arrow keys scroll."""
        self.query_one("#column").can_focus = True
        self._draw()

    def on_resize(self) -> None:
        """Fit the large number to the room there is."""
        if self.is_mounted:
            self._draw_number(self.walk.frame())

    # what the person does

    def act(self, action_id: str) -> None:
        """Do what the key means on this screen; where it means nothing, it goes on."""
        frame = self.walk.frame()
        if action_id == "walk-code" and action_id in frame.can:
            self._show_code(frame)
        elif action_id == "walk-start" and action_id in frame.can:
            self.app.play_called(frame.skill)
        elif action_id in (way.BACK, way.STOP) or action_id in frame.can:
            self.do(action_id)
        elif action_id in _OF_THE_WALK:
            self.do(way.NEXT)
        else:
            super().act(action_id)

    def on_other_key(self, event: events.Key) -> None:
        """Any key goes on; at the end there is a list to choose from."""
        if not self.walk.finished and event.key not in _SCROLLING:
            event.stop()
            self.do(way.NEXT)

    def do(self, event: str) -> None:
        """Hand an event to the walk and draw what came of it."""
        self._before = self.walk
        self.walk = self.walk.next(event)
        if self.walk.stopped:
            self.app.desk.note_walk(self.walk)
            self.dismiss("")
        else:
            self._draw()

    def say_keys(self) -> None:
        """Name the keys of now."""
        self._draw()

    def take_back(self) -> None:
        """Return to the screen before the last press."""
        self.walk = self._before
        self._draw()

    def _show_code(self, frame: Frame) -> None:
        from copecli.documents.qr import number_code
        from copecli.tui.screens.codes import Codes

        self.app.push_screen(Codes(lambda _most: (number_code(frame.number),), frame.number))

    @on(OptionList.OptionSelected, "#options")
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Take one of the ways on from the end."""
        event.stop()
        match event.option_id:
            case way.AGAIN:
                self.do(way.AGAIN)
            case "someone":
                self.do(way.SOMEONE)
            case way_on if way_on in (HELP_NOW, UNSAFE):
                self.app.open_help_now()
            case _:
                self.do(way.STOP)

    # drawing

    def _draw(self) -> None:
        frame = self.walk.frame()
        self._say("#lead", *((frame.lead,) if frame.lead else ()))
        self._say("#title", *((frame.title,) if frame.title else ()))
        self._say("#text", *frame.text)
        self._say("#details", *frame.details)
        self._draw_number(frame)
        self.query_one("#parts", Words).say("\n".join(line for part in frame.parts for line in said_of(part)))
        name = self.app.desk.keys.name
        offers = [f"{name(found)}  {text.worded(_)}" for found, text in frame.offers]
        self.query_one("#offers", Words).say("\n".join(offers))
        self.query_one("#hint", Words).say(self._hint(frame))
        self._draw_options(frame)

    def _say(self, selector: str, *sentences: Sentence) -> None:
        self.query_one(selector, Words).say("\n".join(sentence.worded(_) for sentence in sentences))

    def _draw_number(self, frame: Frame) -> None:
        room = max(0, self.query_one("#column").content_size.width - 1)
        rows = big_digits(frame.number, room, blocks=self.app.terminal.unicode) if room else ()
        large = rows if len(rows) <= max(3, self.size.height // 4) else ()
        self.query_one("#large", Words).say("\n".join(large))
        self.query_one("#number", Words).say(frame.number)

    def _draw_options(self, frame: Frame) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(words(text.worded(_)), id=key) for key, text in frame.options)
        options.display = bool(frame.options)
        if frame.options:
            options.highlighted = 0
            options.focus()
        else:
            column = self.query_one("#column")
            column.focus()
            column.scroll_home(animate=False)

    @staticmethod
    def _hint(frame: Frame) -> str:
        if frame.options:
            return _("Up, down, Enter.")
        n, of = frame.place
        place = "   " + _("{step} of {of}").format(step=n, of=of) if of else ""
        return _("Any key goes on.") + place


_OF_THE_WALK = frozenset(
    {"walk-next", "walk-start", "walk-done", "walk-not-this", "walk-someone", "walk-code", "walk-away"}
)

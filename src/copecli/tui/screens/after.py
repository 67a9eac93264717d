"""The hour after self-harm on screens: draws the Frame of an After and hands it what the person does.

Invariant: it holds no state of the way but the After, and keeps nothing. Whoever may need care sees Help now
first, and then goes on here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copecli.core import after as way
from copecli.core.actions import AFTER
from copecli.core.after import After, Frame, cared_for
from copecli.core.care_words import CARE_FIRST
from copecli.core.events import Back, Choice, Forward, Stop
from copecli.core.form import CARE
from copecli.desk_checkin import has_plan
from copecli.tui.page import ComposeResult, Page, Words
from copecli.tui.safe import words
from copecli.tui.screens.help_now import HelpNowPage
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.core.reach import Sentence
    from copecli.tui.app import CopeApp

_SCROLLING = frozenset({"up", "down", "pageup", "pagedown", "tab", "shift+tab", "home", "end"})


def open_after(app: CopeApp, left: Callable[[], None] = lambda: None, *, begun: After | None = None) -> None:
    """Begin with the question of danger, or where `begun` is; `left` is called when the person is through."""
    app.push_screen(AfterPage(begun or After()), lambda _where: left())


def care_first(app: CopeApp, first: tuple[str, ...], left: Callable[[], None] = lambda: None) -> None:
    """Open Help now with these lines (message ids) above it, and go on with the hour after it."""
    app.push_screen(HelpNowPage(first), lambda _where: open_after(app, left, begun=cared_for()))


class AfterPage(Page):
    """One thing, or one question."""

    GROUPS = (AFTER,)
    KEYS = ("help-now", "after-back", "after-stop")
    asked_above = False

    def __init__(self, after: After) -> None:
        super().__init__()
        self.after = after
        self._before = after

    def body(self) -> ComposeResult:
        """Yield the parts that the screens fill."""
        yield Words(id="before", classes="gap")
        yield Words(id="text", classes="strong")
        yield Words(id="details", classes="above")
        yield OptionList(id="options", markup=False, classes="above")
        yield Words(id="hint", classes="quiet above")

    def on_mount(self) -> None:
        """Draw the first screen; the arrow keys scroll."""
        self.query_one("#column").can_focus = True
        self._draw()

    # what the person does

    def act(self, action_id: str) -> None:
        """Do what the key means; in a list Enter is the list's own, and space means it, too."""
        options = self.query_one(OptionList)
        if action_id == "after-next" and options.display:
            options.action_select()
        elif action_id == "after-next":
            self.do(Forward())
        elif action_id == "after-back":
            self.do(Back())
        elif action_id == "after-stop":
            self.do(Stop())
        else:
            super().act(action_id)

    def on_other_key(self, event: events.Key) -> None:
        """Any key goes on; where there is a list, there is one to choose."""
        if not self.query_one(OptionList).display and event.key not in _SCROLLING:
            event.stop()
            self.do(Forward())

    def do(self, event: Back | Choice | Forward | Stop) -> None:
        """Hand an event to the After, and go where that leads."""
        self._before = self.after
        self.after = self.after.next(event)
        if self.after.stopped:
            self.dismiss("")
        elif self.after.led:
            first = CARE_FIRST if self.after.led == CARE else ()
            self.app.push_screen(HelpNowPage(first), self._returned)
        else:
            self._draw()

    def _returned(self, _where: str | None) -> None:
        self.after = self.after.returned()
        self._before = self.after
        self._draw()

    def take_back(self) -> None:
        """Return to the screen before the last press."""
        self.after = self._before
        self._draw()

    @on(OptionList.OptionSelected, "#options")
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Answer, or go on to a next thing."""
        event.stop()
        if self.after.place == way.END:
            self._next_thing(event.option_id or "")
        else:
            self.do(Choice(event.option_index))

    def _next_thing(self, chosen: str) -> None:
        match chosen:
            case way.PLAN:
                from copecli.tui.screens.walk import walk_own_plan

                walk_own_plan(self.app)
            case way.EXERCISE:
                from copecli.tui.screens.chooser import Fitting

                page = Fitting(way.AFTER, noted=False)
                self.app.push_screen(page, lambda skill: self.app.play_called(skill) if skill else None)
            case way.READ:
                self.app.open_learn((way.ARTICLE,))
            case way.LATER:
                self.app.open_map()
            case way.REST:
                self.do(Stop())
            case _:
                self.app.open_help_now()

    # drawing

    def _draw(self) -> None:
        frame = self.after.frame()
        self._say("#before", frame.before)
        self._say("#text", frame.text)
        self._say("#details", frame.details)
        self.query_one("#hint", Words).say(self._hint(frame))
        self._draw_options(frame)

    def _say(self, selector: str, sentences: tuple[Sentence, ...]) -> None:
        key = self.app.desk.keys.name("help-now")
        self.query_one(selector, Words).say("\n".join(said.worded(_, help=key) for said in sentences))

    def _draw_options(self, frame: Frame) -> None:
        options, column = self.query_one(OptionList), self.query_one("#column")
        options.clear_options()
        options.add_options(Option(words(text), id=key) for key, text in self._options(frame))
        options.display = bool(options.option_count)
        if options.display:
            options.highlighted = 0
            options.focus()
        else:
            column.focus()
        column.scroll_home(animate=False)
        if options.display and frame.before:  # what there is to choose has to be in view
            self.call_after_refresh(column.scroll_end, animate=False)

    def _options(self, frame: Frame) -> list[tuple[str, str]]:
        if frame.id == way.END:
            return [(key, _(text)) for key, text in way.next_things(plan=has_plan(self.app.desk))]
        return [(key, text.worded(_)) for key, text in frame.options]

    @staticmethod
    def _hint(frame: Frame) -> str:
        asks = frame.options or frame.id == way.END
        hint = _("Up, down, Enter.") if asks else _("Any key goes on.")
        return f"{hint}\n{frame.note.worded(_)}" if frame.note else hint

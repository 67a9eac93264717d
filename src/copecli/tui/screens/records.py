"""What was written down, on screens: its kinds, and the list of one, the newest first.

Invariant: a page of a list is read when it is shown, and never all of it; one key leaves from anywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copecli.core import written_words as said
from copecli.core.actions import LIST
from copecli.core.errors import CopeError
from copecli.desk_records import RecordAtHand
from copecli.desk_written import Listed, kinds_here, page
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.safe import words
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.records import Record
    from copecli.tui.app import CopeApp


def open_records(app: CopeApp, kind: str = "") -> None:
    """Open the kinds that there are, or the list of one."""
    app.push_screen(RecordList(kind) if kind else WrittenDown())


class ListPage(Page):
    """A title and a list that is read anew whenever somebody comes back to it."""

    GROUPS: ClassVar[tuple[str, ...]] = (LIST,)

    def __init__(self) -> None:
        super().__init__()
        self._was_left = False

    def body(self) -> ComposeResult:
        """Yield the title and the list."""
        yield Words(id="title", classes="strong gap")
        yield Words(id="told", classes="gap")
        yield option_list([])

    def on_mount(self) -> None:
        """Show what there is."""
        self._show_calmly()
        self.query_one(OptionList).focus()

    def on_screen_suspend(self) -> None:
        """Something else is shown, and may change what stands here."""
        self._was_left = True

    def on_screen_resume(self) -> None:
        """Show what there is now."""
        if self._was_left:
            self._show_calmly()

    def _show_calmly(self) -> None:
        try:
            self.show()
        except CopeError as trouble:
            self.fill("", trouble.sentence(_), [])

    def show(self) -> None:
        """Show what there is; raise CopeError."""

    def fill(self, title: str, told: str, rows: list[tuple[str, str]], *, at: int | None = None) -> None:
        """Put these words and rows on the page; the mark stays on its line, or goes to `at`."""
        self.query_one("#title", Words).say(title)
        self.query_one("#told", Words).say(told)
        options = self.query_one(OptionList)
        at = (options.highlighted or 0) if at is None else at
        options.clear_options()
        options.add_options(Option(words(text), id=key) for key, text in rows)
        options.display = bool(rows)
        options.highlighted = min(at, len(rows) - 1) if rows else None


class WrittenDown(ListPage):
    """The kinds that hold anything."""

    def show(self) -> None:
        """Show them, or what could be done where there is nothing yet."""
        kinds = kinds_here(self.app.desk)
        if kinds:
            self.fill(_(said.WRITTEN), "", [(kind, _(text)) for kind, text in kinds])
        else:
            ways = [(way, _(text)) for way, text in said.BEGIN]
            self.fill(_(said.WRITTEN), f"{_(said.NOTHING_YET)}\n{_(said.YOU_COULD)}", ways)

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Open a list, or begin something."""
        event.stop()
        if event.option_id == said.BEGIN_CHECK_IN:
            self.app.open_check_in()
        elif event.option_id == said.BEGIN_GOOD:
            self.app.open_check_in("good")
        elif event.option_id == said.BEGIN_MAP:
            self.app.open_map()
        else:
            self.app.push_screen(RecordList(event.option_id or ""))


class RecordList(ListPage):
    """One kind, a page at a time."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self._places: list[Record | None] = [None]
        self._listed = Listed()
        self._turned = False

    def show(self) -> None:
        """Show the page of now."""
        self._listed = page(self.app.desk, self._kind, self._places[-1])
        first = [(said.NEWER, _(said.NEWER_ONES))] if len(self._places) > 1 else []
        last = [(said.EARLIER, _(said.EARLIER_ONES))] if self._listed.earlier else []
        rows = [*first, *((record.id, line) for record, line in self._listed.rows), *last]
        told = "" if self._listed.rows else _(said.NONE_HERE if rows else said.NONE_OF_IT)
        self.fill(_(dict(said.KINDS)[self._kind]), told, rows, at=len(first) if self._turned else None)
        self._turned = False

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Open one, or turn the page."""
        event.stop()
        if event.option_id == said.EARLIER:
            self._turn([*self._places, self._listed.earlier])
        elif event.option_id == said.NEWER:
            self._turn(self._places[:-1])
        else:
            from copecli.tui.screens.record import OneRecord

            found = next(one for one, _line in self._listed.rows if one.id == event.option_id)
            self.app.push_screen(OneRecord(RecordAtHand(self.app.desk, found)))

    def _turn(self, places: list[Record | None]) -> None:
        self._places, self._turned = places, True
        self._show_calmly()

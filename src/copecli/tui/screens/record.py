"""One record on a screen: all of it to be read, and what can be done with it.

Invariant: reading changes nothing; nothing is taken away before it was asked once, and what was typed in an
edit that could not be saved is a draft of this record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalGroup

from copecli.core import written_words as said
from copecli.core.actions import LIST
from copecli.core.chain import TriggerMap
from copecli.core.chain_picture import parts, picture
from copecli.core.chain_words import MAP_SHOWN
from copecli.core.errors import CopeError
from copecli.core.record_edit import needs_care
from copecli.core.record_read import HARD_DAY
from copecli.core.record_words import when_words
from copecli.core.sections import as_lines
from copecli.desk import calm
from copecli.desk_maps import before_care
from copecli.desk_records import RecordAtHand, titles
from copecli.tui.page import ComposeResult, Page, Words
from copecli.tui.screens.choose import Choose
from copecli.tui.screens.form_start import open_form
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copecli.core.form import Form
    from copecli.core.records import Record
    from copecli.core.sections import Section
    from copecli.tui.app import CopeApp


def open_record(app: CopeApp, record_id: str) -> None:
    """Open a record to change it; leaving it leaves the program."""
    try:
        record = app.desk.journal.get(record_id)
        told = "" if record else _(said.GONE_ELSEWHERE)
    except CopeError as trouble:
        record, told = None, trouble.sentence(_)
    if record is None:
        app.open_home()
        app.tell(told)
        return
    page = OneRecord(RecordAtHand(app.desk, record))
    app.push_screen(page, lambda _where: app.leave())
    page.call_after_refresh(page.change)


class OneRecord(Page):
    """All of a record; Enter leads to what can be done with it."""

    GROUPS = (LIST,)
    KEYS = ("help-now", "open", "close")

    def __init__(self, at_hand: RecordAtHand) -> None:
        super().__init__()
        self._at_hand = at_hand
        self._shown: object = None

    def body(self) -> ComposeResult:
        """Yield when it was, and room for what was said."""
        yield Words(id="when", classes="strong gap")
        with VerticalGroup(id="said"):
            yield from ()
        yield Words(_(said.ENTER), classes="quiet above")

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        column = self.query_one("#column")
        column.can_focus = True
        column.focus()

    async def on_screen_resume(self) -> None:
        """Show it as it is now."""
        self._at_hand.refresh()
        await self._show()

    async def on_resize(self) -> None:
        """Draw a picture as wide as there is room."""
        self._shown = None
        await self._show()

    async def _show(self) -> None:
        record = self._at_hand.record
        if record == self._shown:
            return
        self._shown = record
        self.query_one("#when", Words).say(self._when())
        below = self.query_one("#said", VerticalGroup)
        await below.remove_children()
        await below.mount_all(self._below(record))

    def _below(self, record: Record) -> Iterator[Words]:
        if isinstance(record, TriggerMap):
            room = max(1, self.query_one("#column").content_size.width - 1)
            row = parts(record, titles(self.app.desk))
            lines = picture(row, room, _, unicode=self.app.terminal.unicode)
            yield Words(_(MAP_SHOWN), classes="quiet")
            yield Words("\n".join(lines), classes="gap" if record.starred else "")
        drawn = isinstance(record, TriggerMap)
        yield from _rows([one for one in self._at_hand.sections() if one.id == HARD_DAY or not drawn])

    def _when(self) -> str:
        return when_words(self._at_hand.record, self.app.desk.today()).worded(_)

    # what can be done with it

    def act(self, action_id: str) -> None:
        """Offer what can be done with it."""
        if action_id == "open":
            ways = [(way, _(text)) for way, text in self._at_hand.ways()]
            self.app.push_screen(Choose(_(said.WHAT_TO_DO), ways), self._chosen)
        else:
            super().act(action_id)

    def _chosen(self, way: str | None) -> None:
        if way == said.CHANGE:
            self.change()
        elif way == said.GO_ON:
            self.app.open_map((self._at_hand.record.id,))
        elif way in (said.STAR, said.UNSTAR):
            self.app.tell(self._at_hand.mark(way == said.STAR))
        elif way == said.DELETE:
            sure = [(key, _(text)) for key, text in said.SURE]
            self.app.push_screen(Choose(_(said.FOR_GOOD), sure, marked=1), self._sure)

    def change(self) -> None:
        """Ask the questions that it came from, with its answers."""
        self._at_hand.refresh()
        open_form(self.app, self._at_hand.form(), self._at_hand.draft, self._answered, about=self._when())

    def _answered(self, form: Form) -> None:
        if needs_care(self._at_hand.record, form.answers):
            from copecli.tui.screens.after import care_first

            care_first(self.app, before_care(self.app.desk, self._at_hand.draft))
        else:
            self.app.tell(self._at_hand.answered(form))

    def _sure(self, answer: str | None) -> None:
        if answer != said.YES:
            return
        trouble = calm(self._at_hand.delete)
        self.app.tell(trouble or _(said.GONE))
        if not trouble:
            self.dismiss("")


def _rows(sections: list[Section]) -> Iterator[Words]:
    """Yield short sections line below line, and longer ones with room around them."""
    room = True
    for section in sections:
        title, *lines = as_lines((section,), _)
        yield Words(title, classes="quiet" + ("" if room else " above") if lines else "")
        last = section is sections[-1]
        yield Words("\n".join(line.lstrip() for line in lines), classes="" if last else "gap")
        room = bool(lines)

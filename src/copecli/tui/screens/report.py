"""A report for an appointment on screens: what to put in, all of it to read, then where it goes.

Invariant: it is on the screen before anything is written, and what was typed for it stays a draft until then.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList

from copecli.core import report_words as said
from copecli.core.actions import LIST
from copecli.core.errors import CopeError
from copecli.core.form_words import STOPPED, STOPPED_UNSAVED
from copecli.core.report_form import DRAFT, report_form, wanted_of
from copecli.core.shared_words import TO_PRINTER
from copecli.desk_report import ReportAtHand
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.screens.form import FormPage
from copecli.tui.screens.form_start import open_form
from copecli.tui.screens.onto_paper import to_file, to_printer
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.core.form import Form
    from copecli.tui.app import CopeApp


class ReportFlow:
    """From the first question to the file."""

    def __init__(self, app: CopeApp, left: Callable[[], None]) -> None:
        """Begin nothing yet; `left` is called when the person is through or has stopped."""
        self._app = app
        self._left = left

    def begin(self) -> None:
        """Ask what to put in, or go on with what was left in the middle."""
        open_form(self._app, report_form(), DRAFT, self._asked)

    def change(self, form: Form) -> None:
        """Ask again, with the answers so far."""
        page = FormPage(replace(report_form(), answers=form.answers), draft=DRAFT)
        self._app.push_screen(page, lambda _where: self._asked(page.form))

    def _asked(self, form: Form) -> None:
        if form.stopped:
            self._app.tell(_(STOPPED if self._app.desk.saving else STOPPED_UNSAVED))
            self._left()
            return
        try:
            at_hand = ReportAtHand(self._app.desk, wanted_of(form.answers, self._app.desk.today()))
        except CopeError as trouble:
            self._app.tell(trouble.sentence(_))
            self._left()
            return
        self._app.push_screen(ReportPage(at_hand), lambda where: self._read(form, where))

    def _read(self, form: Form, where: str | None) -> None:
        if where == said.CHANGE:
            self.change(form)
        else:
            self._left()


def open_report(app: CopeApp, *, alone: bool = False) -> None:
    """Put a report together; `alone` means that leaving it leaves the program."""
    ReportFlow(app, app.leave if alone else lambda: None).begin()


class ReportPage(Page):
    """All of the report, to read; dismissed with CHANGE where it shall be changed."""

    GROUPS = (LIST,)
    KEYS = ("help-now", "open", "close")

    def __init__(self, at_hand: ReportAtHand) -> None:
        super().__init__()
        self.at_hand = at_hand
        self._room = 0

    def body(self) -> ComposeResult:
        """Yield the report, and the way on."""
        yield Words(_("This is all that would be in it. Enter goes on."), classes="quiet gap")
        yield Words(id="report")

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        column = self.query_one("#column")
        column.can_focus = True
        column.focus()

    def on_resize(self) -> None:
        """Set it as wide as there is room; a long one is not made anew for the same room."""
        room = self.query_one("#column").content_size.width - 1
        if room > 0 and room != self._room:
            self._room = room
            text = self.at_hand.as_text(room, unicode=self.app.terminal.unicode)
            self.query_one("#report", Words).say(text.rstrip("\n"))

    def act(self, action_id: str) -> None:
        """Go on to what can be done with it."""
        if action_id == "open":
            self.app.push_screen(WhatNow(self.at_hand), self._chosen)
        else:
            super().act(action_id)

    def _chosen(self, where: str | None) -> None:
        if where:
            self.dismiss(where)


class WhatNow(Page):
    """What would you like to do with it?"""

    GROUPS = (LIST,)

    def __init__(self, at_hand: ReportAtHand) -> None:
        super().__init__()
        self._at_hand = at_hand

    def body(self) -> ComposeResult:
        """Yield the forms, the printer where there is one, and the way back to the questions."""
        from copecli.documents.report_forms import CHOICES

        yield Words(_(said.WHAT_NOW), classes="strong gap")
        forms = [(form, _(what)) for form, what in CHOICES]
        printer = [(said.PRINTER, _(TO_PRINTER))] if self.app.desk.printer() else []
        yield option_list([*forms, *printer, (said.CHANGE, _(said.CHANGE_IT))])

    def on_mount(self) -> None:
        """Begin at the plain text, which every printer takes."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Ask for the file, hand it to the printer, or go back to the questions."""
        event.stop()
        if event.option_id == said.CHANGE:
            self.dismiss(said.CHANGE)
        elif event.option_id == said.PRINTER:
            to_printer(self.app, self._at_hand)
        elif event.option_id:
            from copecli.documents.report_forms import ending

            form = event.option_id
            to_file(self.app, self._at_hand, form, said.file_name(ending(form)))

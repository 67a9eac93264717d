"""Printing: the plan in a form that the person chooses, as a file where they want it.

Invariant: who may see it is said before a file is made, and one that is there is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input, OptionList

from copecli.core.actions import LIST, WORDS
from copecli.core.errors import CopeError
from copecli.core.shared_words import BEFORE_A_CODE, TO_PRINTER
from copecli.documents.forms import CHOICES, ending
from copecli.tui.page import ComposeResult, Page, Words, field, option_list
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.plan import Plan

PRINTER = "printer"


class PrintPlan(Page):
    """In which form?"""

    GROUPS = (LIST,)

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan

    def body(self) -> ComposeResult:
        """Yield the forms."""
        yield Words(_("In which form?"), classes="strong gap")
        forms = [(form, _(what)) for form, what in CHOICES]
        printer = [(PRINTER, _(TO_PRINTER))] if self.app.desk.printer() else []
        yield option_list([*forms, *printer])

    def on_mount(self) -> None:
        """Begin at the plain text, which every printer takes."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Ask for the file, or how it shall look on paper."""
        event.stop()
        if event.option_id == PRINTER:
            from copecli.tui.screens.to_printer import ToPrinter

            self.app.push_screen(ToPrinter(self._plan))
            return
        self.app.push_screen(PrintTo(self._plan, event.option_id or CHOICES[0][0]))


class PrintTo(Page):
    """Where shall it be written?"""

    GROUPS = (WORDS,)
    KEYS = ("help-in-words", "keep", "leave-words")

    def __init__(self, plan: Plan, choice: str) -> None:
        super().__init__()
        self._plan = plan
        self._choice = choice

    def body(self) -> ComposeResult:
        """Yield the question and the field."""
        yield Words(_("Write the plan to which file?"), classes="strong")
        yield Words(" ".join(map(_, BEFORE_A_CODE)), classes="quiet gap")
        yield field(f"~/my-plan{ending(self._choice)}")
        yield Words(id="told", classes="above")

    def on_mount(self) -> None:
        """Put the cursor into the field."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        """Write it; an existing file is left alone."""
        event.stop()
        if not event.value.strip():
            self.dismiss("")
            return
        try:
            place = self.app.desk.print_plan(self._plan, event.value.strip(), self._choice)
        except CopeError as trouble:
            self.query_one("#told", Words).say(trouble.sentence(_))
        else:
            self.query_one("#told", Words).say(_("Written: {place}. Esc closes this.").format(place=place))

    def act(self, action_id: str) -> None:
        """Close, or do what every screen does."""
        if action_id == "leave-words":
            self.dismiss("")
        elif action_id != "keep":
            super().act(action_id)

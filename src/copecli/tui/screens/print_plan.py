"""Printing: the plan in a form that the person chooses, as a file where they want it.

Invariant: nothing is written or printed from here: it only asks how.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList

from copecli.core.actions import LIST
from copecli.core.shared_words import AT_THE_PRINTER, BEFORE_A_CODE, TO_PRINTER
from copecli.documents.forms import CHOICES, ON_PRINTER, ending
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.screens.write_to import WriteTo
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
            self._to_printer()
            return
        choice = event.option_id or CHOICES[0][0]
        self.app.push_screen(
            WriteTo(
                _("Write the plan to which file?"),
                " ".join(map(_, BEFORE_A_CODE)),
                f"~/my-plan{ending(choice)}",
                lambda path: self.app.desk.print_plan(self._plan, path, choice),
            )
        )

    def _to_printer(self) -> None:
        from copecli.tui.screens.to_printer import ToPrinter

        looks = [(form, _(what)) for form, what in ON_PRINTER]
        self.app.push_screen(
            ToPrinter(
                looks, lambda choice: self.app.desk.print_on_paper(self._plan, choice), _(AT_THE_PRINTER)
            )
        )

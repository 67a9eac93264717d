"""Something of the person's own onto paper: into a file, or to the printer.

Invariant: nothing is written or printed before the person was told who may see it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.core import report_words as said
from copecli.words import _

if TYPE_CHECKING:
    from copecli.desk_report import ReportAtHand
    from copecli.desk_talk import WordsAtHand
    from copecli.tui.app import CopeApp

    AtHand = ReportAtHand | WordsAtHand


def to_file(app: CopeApp, at_hand: AtHand, form: str, name: str) -> None:
    """Ask for the file of that form; `name` is the one that is offered."""
    from copecli.tui.screens.write_to import WriteTo

    where, before = _(said.WHICH_FILE), _(said.BEFORE_A_FILE)
    app.push_screen(WriteTo(where, before, name, lambda path: at_hand.write(path, form)))


def to_printer(app: CopeApp, at_hand: AtHand) -> None:
    """Say who may see it, and hand it to the printer."""
    from copecli.tui.screens.to_printer import ToPrinter

    looks = [(said.PRINTER, _(said.PRINT_IT))]
    app.push_screen(ToPrinter(looks, lambda _choice: at_hand.print_on_paper(), _(said.AT_THE_PRINTER)))

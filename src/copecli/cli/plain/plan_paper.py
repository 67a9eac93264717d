"""Printing the plan in the line face: to a file, or to this computer's printer.

Invariant: who may see it is said before anything is made, and a file that is there is left alone.
"""

from __future__ import annotations

from copecli.cli.plain.face import leaves
from copecli.cli.plain.help_now import told
from copecli.core.errors import CopeError
from copecli.core.shared_words import AT_THE_PRINTER, BEFORE_A_CODE, BEFORE_PRINTING, TO_PRINTER
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.core.plan import Plan

PRINTER = "printer"


def print_plan(face: Face, plan: Plan) -> None:
    """Write the plan, in a form that was chosen, to a file that is not there yet, or hand it over."""
    from copecli.documents.forms import CHOICES

    rows = [(form, _(what)) for form, what in CHOICES]
    rows += [(PRINTER, _(TO_PRINTER))] if face.desk.printer() else []
    choice = face.menu(_("In which form?"), rows)
    if choice == PRINTER:
        _to_printer(face, plan)
    elif choice:
        _to_file(face, plan, choice)


def _to_file(face: Face, plan: Plan, choice: str) -> None:
    from copecli.documents.forms import ending

    def ask() -> None:
        face.say(
            *map(_, BEFORE_A_CODE),
            _("Write the plan to which file?"),
            _("A name such as {name} will do.").format(name=f"~/my-plan{ending(choice)}"),
            _("Enter leaves it."),
        )

    path = face.words(ask)
    if not path or leaves(path):
        return
    try:
        file = face.desk.print_plan(plan, path, choice)
    except CopeError as trouble:
        told(face, trouble)
    else:
        face.console.say(_("Your plan is written: {file}").format(file=file))


def _to_printer(face: Face, plan: Plan) -> None:
    from copecli.documents.forms import ON_PRINTER

    choice = face.menu(_(BEFORE_PRINTING), [(form, _(what)) for form, what in ON_PRINTER])
    if not choice:
        face.say(_("Nothing was printed."))
        return
    try:
        face.desk.print_on_paper(plan, choice)
    except CopeError as trouble:
        told(face, trouble)
    else:
        face.say(_(AT_THE_PRINTER))

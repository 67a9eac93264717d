"""Something of the person's own onto paper, line by line: into a file, or to the printer.

Invariant: a file that is there is left alone, and who may see it is said before anything is printed.
"""

from __future__ import annotations

from copecli.cli.plain.face import leaves
from copecli.cli.plain.help_now import told
from copecli.core import report_words as said
from copecli.core.errors import CopeError
from copecli.core.shared_words import BEFORE_PRINTING
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.desk_report import ReportAtHand
    from copecli.desk_talk import WordsAtHand

    AtHand = ReportAtHand | WordsAtHand


def to_file(face: Face, at_hand: AtHand, form: str, name: str, written: str) -> None:
    """Ask for a file and write it in that form; `name` is an example, `written` (an id) names {file}."""

    def again() -> None:
        face.say(
            _(said.BEFORE_A_FILE),
            _(said.WHICH_FILE),
            _("A name such as {name} will do.").format(name=name),
            _("Enter leaves it."),
        )

    path = face.words(again)
    if not path or leaves(path):
        return
    try:
        file = at_hand.write(path, form)
    except CopeError as trouble:
        told(face, trouble)
    else:
        face.console.say(_(written).format(file=file))


def to_printer(face: Face, at_hand: AtHand) -> None:
    """Say who may see it, and hand it to the printer."""
    if not face.menu(_(BEFORE_PRINTING), [(said.PRINTER, _(said.PRINT_IT))]):
        face.say(_("Nothing was printed."))
        return
    try:
        at_hand.print_on_paper()
    except CopeError as trouble:
        told(face, trouble)
    else:
        face.say(_(said.AT_THE_PRINTER))

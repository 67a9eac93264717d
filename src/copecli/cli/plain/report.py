"""A report for an appointment, line by line: what to put in, all of it read, then where it goes.

Invariant: all of it is said before anything is written, and a file that is there is left alone.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.cli.plain.form import ask, begun
from copecli.cli.plain.help_now import told
from copecli.cli.plain.onto_paper import to_file, to_printer
from copecli.core import report_words as said
from copecli.core.errors import CopeError
from copecli.core.form_words import STOPPED, STOPPED_UNSAVED
from copecli.core.report_form import DRAFT, report_form, wanted_of
from copecli.core.shared_words import TO_PRINTER
from copecli.desk_report import ReportAtHand
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.core.form import Form

USUAL = 80
"""Columns where the terminal's are not known."""


def report_flow(face: Face) -> None:
    """Ask what to put in, say the report, and write it where the person likes."""
    form: Form | None = begun(face, report_form(), DRAFT)
    while form is not None:
        form = ask(face, form, draft=DRAFT)
        if form.stopped:
            face.say(_(STOPPED if face.desk.saving else STOPPED_UNSAVED))
            return
        try:
            at_hand = ReportAtHand(face.desk, wanted_of(form.answers, face.desk.today()))
        except CopeError as trouble:
            told(face, trouble)
            return
        form = replace(report_form(), answers=form.answers) if _through(face, at_hand) else None


def _through(face: Face, at_hand: ReportAtHand) -> bool:
    """Say the report, and do with it what the person likes; return whether it shall be changed."""
    from copecli.documents.report_forms import CHOICES, ending

    _say(face, at_hand)
    rows = [(form, _(words)) for form, words in CHOICES]
    rows += [(said.PRINTER, _(TO_PRINTER))] if face.desk.printer() else []
    rows += [(said.READ, _(said.READ_IT)), (said.CHANGE, _(said.CHANGE_IT))]
    while True:
        face.gap()
        chosen = face.menu(_(said.WHAT_NOW), rows)
        if chosen in ("", said.CHANGE):
            return chosen == said.CHANGE
        if chosen == said.READ:
            _say(face, at_hand)
        elif chosen == said.PRINTER:
            to_printer(face, at_hand)
        else:
            name = said.file_name(ending(chosen))
            to_file(face, at_hand, chosen, name, N_("Your report is written: {file}"))


def _say(face: Face, at_hand: ReportAtHand) -> None:
    """Say it in words alone: nobody has to hear a picture."""
    console = face.console
    face.gap()
    text = at_hand.as_text(console.columns or USUAL, unicode=console.unicode, drawn=False)
    console.draw(text.rstrip("\n").split("\n"))

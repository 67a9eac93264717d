"""Finding words to talk, line by line: the questions that the TUI asks, the words said, and what comes next.

Invariant: the words are said before anything is done with them, and nothing is sent. Leaving keeps them as a
draft; only letting them go lets them go.
"""

from __future__ import annotations

from copecli.cli.plain.form import ask, begun
from copecli.cli.plain.help_now import people_then_lines
from copecli.cli.plain.onto_paper import to_file, to_printer
from copecli.core import report_words, talk_end
from copecli.core.form_words import STOPPED, STOPPED_UNSAVED
from copecli.core.shared_words import TO_PRINTER, UNSAFE
from copecli.core.talk import DRAFT
from copecli.desk_talk import WordsAtHand, talking
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copecli.cli.plain.face import Face
    from copecli.core.form import Answers, Form


def talk_flow(face: Face, answers: Answers | None = None) -> None:
    """Find words, say them, and do with them what the person likes; with answers begin behind these."""
    found = talking(face.desk)
    form: Form | None = begun(face, found.form(answers), DRAFT)
    while form is not None:
        form = ask(face, form, draft=DRAFT)
        if form.stopped:
            if form.answers or not face.desk.saving:
                face.say(_(STOPPED if face.desk.saving else STOPPED_UNSAVED))
            return
        at_hand = WordsAtHand(face.desk, found, form.answers)
        form = at_hand.again() if _through(face, at_hand) else None


def _through(face: Face, at_hand: WordsAtHand) -> bool:
    """Say the words and do with them what the person likes; return whether they shall be changed."""
    _say(face, at_hand)
    while True:
        face.gap()
        rows = at_hand.ways(copies=False)
        chosen = _menu(face, _(talk_end.WHAT_NOW), rows)
        went = badly(face) if chosen == talk_end.BADLY else chosen
        if went in (talk_end.CHANGE, talk_end.OTHER, talk_end.SHORTER):
            return True
        if went == talk_end.DONE:
            at_hand.let_go()
            face.say(_(talk_end.LET_GO))
            return False
        if chosen in ("", talk_end.LATER):
            face.say(*([_(talk_end.KEPT_AS_DRAFT)] if at_hand.kept else []))
            return False
        _do(face, at_hand, chosen)


def _do(face: Face, at_hand: WordsAtHand, chosen: str) -> None:
    match chosen:
        case talk_end.READ:
            face.gap()
            face.console.say(*at_hand.text.split("\n"))
        case talk_end.CODE:
            from copecli.cli.plain.codes import show_codes

            show_codes(face, at_hand.codes)
        case talk_end.PAPER:
            _paper(face, at_hand)
        case talk_end.REPORT:
            from copecli.cli.plain.report import report_flow

            report_flow(face)
        case talk_end.PERSON:
            people_then_lines(face)
        case way if way == UNSAFE:
            face.help_now()


def _say(face: Face, at_hand: WordsAtHand) -> None:
    face.gap()
    face.say(*at_hand.first, at_hand.title)
    face.gap()
    face.console.say(*at_hand.text.split("\n"))
    face.gap()
    face.say(_(talk_end.NOTHING_SENT))


def _menu(face: Face, question: str, ways: Sequence[tuple[str, str]]) -> str:
    rows = [(key, _(words) if words.endswith("?") else f"{_(words).rstrip('.')}.") for key, words in ways]
    return face.menu(question, rows)


def badly(face: Face) -> str:
    """Ask what went badly, say what is good to know then, and return where the person goes on to."""
    case = _menu(face, _(talk_end.BADLY_ASKED), [(one.id, one.words) for one in talk_end.BADLY_WAYS])
    if not case:
        return ""
    face.gap()
    face.say(*map(_, talk_end.badly(case).lines))
    while True:
        chosen = _menu(face, _(talk_end.WHAT_NEXT), talk_end.ways_after(case))
        if chosen == talk_end.PERSON:
            people_then_lines(face)
        elif chosen == UNSAFE:
            face.help_now()
        elif chosen == talk_end.STEADY:
            from copecli.cli.plain.player import exercise

            exercise(face, face.desk.default_skill())
        else:
            return chosen
        face.gap()


def _paper(face: Face, at_hand: WordsAtHand) -> None:
    from copecli.documents.report_forms import CHOICES, ending

    rows = [(form, _(words)) for form, words in CHOICES]
    rows += [(report_words.PRINTER, _(TO_PRINTER))] if face.desk.printer() else []
    form = face.menu(_(talk_end.WHICH_FORM), rows)
    if form == report_words.PRINTER:
        to_printer(face, at_hand)
    elif form:
        to_file(face, at_hand, form, talk_end.file_name(ending(form)), N_("Written: {file}"))

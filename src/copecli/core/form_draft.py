"""A Form as a draft: what was answered so far, where the person is, and what stands in the field.

Invariant: whatever a draft holds, taking it up gives a Form that its own questions could have led to; an
answer that is none of a question's kind is left out, and the others stay. An answer that led to Help now is
in no draft. The draft of an edit also knows what was emptied, and which state of the record it began with.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from copecli.core.fields import FormatProblem
from copecli.core.form import CHOOSE, HELP_NOW, LINES, PICK, RATE, Form
from copecli.core.plain_values import parsed_line, written_line
from copecli.core.records import HIGHEST, LONGEST_TEXT, MOST_WORDS
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.form import Answer, Question

IN_THE_MIDDLE = {
    "check-in": N_("You were in the middle of a check-in."),
    "good-moment": N_("You were writing down a good moment."),
    "trigger-map": N_("You were in the middle of a trigger map."),
    "report": N_("You were putting something together for an appointment."),
    "talk": N_("You were finding words to talk."),
    "person": N_("You were adding somebody to your people."),
}
"""Said when a draft of that name is there."""
IN_AN_EDIT = N_("You were in the middle of changing this.")
"""Said of the draft of an edit; its name is the id of the record."""
GO_ON, LET_GO = "go-on", "let-go"
DRAFT_CHOICES = ((GO_ON, N_("Go on")), (LET_GO, N_("Let it go")))
"""(id, words)."""


@dataclass(frozen=True, slots=True)
class TakenUp:
    """What a draft comes to."""

    form: Form
    typed: str = ""
    """What stood in the field of the question of now."""


def in_the_middle(name: str) -> str:
    """Return what is said when a draft of that name is there (a message id)."""
    return IN_THE_MIDDLE.get(name, IN_AN_EDIT)


def to_draft(form: Form, typed: str = "") -> str:
    """Return the form as text for a draft; nothing where nothing was said yet."""
    led = {(asked.id, option) for asked in form.all for option, where in asked.leads if where == HELP_NOW}
    answers = {
        name: _plain(answer)
        for name, answer in form.answers.items()
        if answer not in (None, "", ()) and (name, answer) not in led
    }
    if not answers and not typed.strip():
        return ""
    edit = {"begun": form.begun, "emptied": _emptied(form)} if form.begun else {}
    return written_line({"answers": answers, "at": form.at, "typed": typed, **edit}).decode()


def _emptied(form: Form) -> list[str]:
    return [asked.id for asked in form.all if form.answer(asked) == asked.nothing]


def _plain(answer: Answer) -> object:
    return list(answer) if isinstance(answer, tuple) else answer


def taken_up(form: Form, draft: str) -> TakenUp | None:
    """Return a fresh `form` as it is with this draft; None where there is nothing in it.

    An edit that has changed nothing so far counts as nothing.
    """
    try:
        found = parsed_line(draft.encode("utf-8", "surrogatepass")) if draft.strip() else {}
    except FormatProblem:
        return None
    answers, at, typed = found.get("answers"), found.get("at"), found.get("typed")
    if not isinstance(answers, dict):
        return None
    fresh, form = form, _answered(form, answers, found.get("emptied"))
    if fresh.begun and not typed and form.answers == fresh.answers:
        return None
    begun = found.get("begun")
    form = replace(form, begun=begun if fresh.begun and isinstance(begun, str) else fresh.begun)
    last = len(form.all) - 1
    place = at if isinstance(at, int) and not isinstance(at, bool) else 0
    form = replace(form, at=max(0, min(place, last)))
    return TakenUp(form, typed if isinstance(typed, str) else "")


def _answered(form: Form, answers: dict[str, object], emptied: object) -> Form:
    """Return the form with what fits its questions; an answer may bring the question after it."""
    gone = emptied if form.begun and isinstance(emptied, list) else []
    at = 0
    while at < len(form.all):
        form = replace(form, at=at)
        question = form.all[at]
        answer = _fitting(question, answers.get(question.id))
        if answer is not None:
            form = form.holding(answer)
        elif question.id in gone and question.id in form.answers:
            form = form.holding(question.nothing)
        at += 1
    return form


def _fitting(question: Question, value: object) -> Answer:
    """Return the value as an answer to that question, or None."""
    known = dict(question.options)
    if question.kind in (PICK, LINES):
        if not isinstance(value, list) or len(value) > MOST_WORDS:
            return None
        words = tuple(one for one in value if isinstance(one, str) and len(one) <= LONGEST_TEXT)
        own = question.own or question.kind == LINES
        return tuple(one for one in words if own or one in known) or None
    if question.kind == RATE:
        return value if isinstance(value, int) and value is not True and 0 <= value <= HIGHEST else None
    if not isinstance(value, str) or not value or len(value) > LONGEST_TEXT:
        return None
    return value if question.kind != CHOOSE or value in known else None

"""A crisis line of one's own: what is asked for it, and what can be done with any line.

Invariant: every question can be left out, and a name or a number alone is enough.
"""

from __future__ import annotations

from copecli.core.form import NOBODY_READS, WORDS, Form, Question
from copecli.core.reach import sentence
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.form import Answers

PIN_KEPT = {True: N_("It comes first now, in Help now too."), False: N_("It is pinned no longer.")}
HIDE_KEPT = {True: N_("It is left out now, among the hidden lines."), False: N_("It is shown again.")}
ADDED = N_("It is kept, in step 5 of your plan.")
TAKEN_OUT = N_("It is out of your plan. An older version keeps it.")

NUMBER, PIN, HIDE = "way:number", "way:pin", "way:hide"
TAKE_OUT, BACK, DETAILS = "way:take-out", "way:back", "way:details"
MORE_ABOUT_IT = N_("More about it")

LONGEST = 200
"""Characters of a name, a number or a note that are kept."""

_QUESTIONS = (
    Question(
        id="name",
        kind=WORDS,
        text=sentence(N_("What is the line called?")),
        hint=NOBODY_READS,
    ),
    Question(
        id="number",
        kind=WORDS,
        text=sentence(N_("Which number?")),
        hint=sentence(N_("You can add it later. Enter leaves it out.")),
    ),
    Question(
        id="note",
        kind=WORDS,
        text=sentence(N_("When do they answer?")),
        hint=sentence(N_("Or another short note. Enter leaves it out.")),
    ),
)


def own_line_form() -> Form:
    """Return the three questions."""
    return Form(lambda _answers: _QUESTIONS)


def own_line_of(answers: Answers) -> tuple[str, str, str] | None:
    """Return (name, number, note); None where there is neither a name nor a number."""
    name, number, note = (" ".join(str(answers.get(key) or "").split())[:LONGEST] for key in _KEYS)
    return (name, number, note) if name or number else None


_KEYS = tuple(question.id for question in _QUESTIONS)


def ways(*, pinned: bool, hidden: bool, own: bool, reachable: bool = True) -> tuple[tuple[str, str], ...]:
    """Return (id, words) of what can be done with a line."""
    number = ((NUMBER, N_("The number, to scan or copy")),) if reachable else ()
    if own:
        return (*number, (TAKE_OUT, N_("Take it out of my plan")), (BACK, N_("Back")))
    pin = (PIN, N_("Take the pin away") if pinned else N_("Pin it: it comes first"))
    hide = (HIDE, N_("Show it again") if hidden else N_("Hide it"))
    return (*number, *(() if hidden else (pin,)), hide, (BACK, N_("Back")))

"""The one question of a good moment, as a Form, and the record that its answer makes.

Invariant: what was written stands in the record letter by letter, with all that no question asks about.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.core.checkin_words import GOOD_ASKED, SHOWN_AGAIN
from copecli.core.form import NOBODY_READS, WORDS, Form, Question
from copecli.core.reach import sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.form import Answers
    from copecli.core.records import GoodMoment

_TEXT = Question(
    id="text",
    kind=WORDS,
    text=sentence(GOOD_ASKED),
    hint=NOBODY_READS,
    about=(sentence(SHOWN_AGAIN),),
)


def good_form(answers: Answers | None = None) -> Form:
    """Return the question of a good moment, with this answer so far."""
    return Form(lambda _answers: (_TEXT,), answers or {})


def good_of(answers: Answers, head: GoodMoment) -> GoodMoment:
    """Return the good moment that `answers` make of `head`: a fresh one, or the one that is being edited."""
    text = answers.get("text")
    return replace(head, text=text) if isinstance(text, str) else head


def answers_of(found: GoodMoment) -> Answers:
    """Return the answer that makes this good moment, for changing it."""
    return {"text": found.text}

"""What both faces say around the questions of a Form.

Invariant: the TUI and the line face take it from here, so neither says it differently.
"""

from __future__ import annotations

from copecli.core.reach import Sentence, sentence
from copecli.core.records import LONGEST_TEXT, MOST_WORDS
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.form import Answer, Form

OWN_WORDS = N_("In my own words")
GO_ON = N_("Go on")
STOPPED = N_("Stopped here. What you said is kept as a draft.")
STOPPED_UNSAVED = N_("Stopped here. Saving is off, so nothing is kept.")


def earlier_lines(form: Form) -> tuple[tuple[Sentence, tuple[Sentence, ...]], ...]:
    """Return (question, parts of its answer) of what stays in sight."""
    return tuple((question.text, question.said(answer)) for question, answer in form.earlier())


def too_much(answer: Answer) -> Sentence | None:
    """Return what to say to an answer that could not be kept, or None where it can."""
    parts = answer if isinstance(answer, tuple) else (answer,)
    if len(parts) > MOST_WORDS:
        return sentence(N_("More than {n} of them cannot be kept here."), n=str(MOST_WORDS))
    if any(isinstance(part, str) and len(part) > LONGEST_TEXT for part in parts):
        return sentence(N_("That is longer than {n} characters. You could shorten it."), n=str(LONGEST_TEXT))
    return None

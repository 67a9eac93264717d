"""How it was after an exercise: one question, and what that changes about the ways on.

Invariant: it is asked once and can be left out, and no answer is good or bad. Where two in a row did not make
it easier, a person is offered first.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.core.rated import RATINGS
from copecli.core.shared_words import ENDINGS
from copecli.core.uses import CANT_TELL, EASIER, HARDER, SAME, Use
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from copecli.core.session import Outcome
    from copecli.core.when import When

QUESTION = N_("How is it now, beside before?")
EASE_WORDS = (
    (EASIER, N_("Easier")),
    (SAME, N_("The same")),
    (HARDER, N_("Harder")),
    (CANT_TELL, N_("Can't tell")),
)
"""(id, words), in the order of their keys 1 to 4."""
KEPT = {
    EASIER: N_("Noted: easier."),
    SAME: N_("Noted: the same."),
    HARDER: N_("Noted: harder. Another, or a person?"),
    CANT_TELL: N_("Noted: can't tell."),
}
"""What is said to an answer."""

PERSON_FIRST = 2
"""Exercises in a row that did not make it easier, after which a person stands first."""


def use_of(outcome: Outcome, ease: str, *, record_id: str, when: When, state: str = "") -> Use:
    """Return what the journal keeps of an exercise that was done."""
    use = Use(
        id=record_id,
        when=when,
        skill=outcome.skill,
        state=state,
        finished=outcome.finished,
        seconds=int(outcome.seconds),
        ease=ease,
    )
    ratings: dict[str, Any] = {
        step.replace("-", "_"): value for step, value in outcome.ratings if step in RATINGS
    }
    return replace(use, **ratings)


def not_easier(before: int, ease: str) -> int:
    """Return how many in a row did not make it easier; "can't tell" changes nothing."""
    if ease == CANT_TELL:
        return before
    return 0 if ease == EASIER else before + 1


def ways_on(in_a_row: int) -> tuple[tuple[str, str], ...]:
    """Return (id, words): what can follow, a person first where exercises have not helped."""
    if in_a_row < PERSON_FIRST:
        return ENDINGS
    return tuple(sorted(ENDINGS, key=lambda ending: ending[0] != "person"))

"""What a person answered about ending their life, as words with their day: for whoever picked just that.

Invariant: it is the only module that reads the answers for others to see. They stand as they were given, one
beside the other: no number is made of them, none is left out by what it says, and nothing is drawn.
"""

from __future__ import annotations

from copecli.core.checkin import MIGHT_ACT, NO, RATHER_NOT, SOME
from copecli.core.reach import sentence
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copecli.core.checkin import CheckIn
    from copecli.core.reach import Sentence
    from copecli.core.when import When

ANSWER_WORDS = {
    NO: N_("No"),
    SOME: N_("Some"),
    MIGHT_ACT: N_("I might act on them"),
    RATHER_NOT: N_("Rather not say"),
}
"""By one of ENDING_LIFE; what was not asked has none."""


def answers(check_ins: Iterable[CheckIn]) -> tuple[tuple[When, Sentence], ...]:
    """Return (when, the answer in words) for each that was given, in the order of `check_ins`."""
    return tuple(
        (one.when, sentence(ANSWER_WORDS[one.ending_life]))
        for one in check_ins
        if one.ending_life in ANSWER_WORDS
    )

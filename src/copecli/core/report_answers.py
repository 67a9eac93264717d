"""What a person answered about ending their life, as words with their day: for whoever picked just that.

Invariant: no other module reads the answers for a paper. They stand as they were given, one beside the other:
no number is made of them, none is left out by what it says, and nothing is drawn.
"""

from __future__ import annotations

from copecli.core.checkin_words import ENDING_LIFE_CHOICES
from copecli.core.reach import sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copecli.core.checkin import CheckIn
    from copecli.core.reach import Sentence

_WORDS = dict(ENDING_LIFE_CHOICES)
"""By the answer; what was not asked has none."""


def answers(check_ins: Iterable[CheckIn]) -> tuple[tuple[CheckIn, Sentence], ...]:
    """Return (check-in, its answer in words) for each that was given, in the order of `check_ins`."""
    return tuple((one, sentence(_WORDS[one.ending_life])) for one in check_ins if one.ending_life in _WORDS)

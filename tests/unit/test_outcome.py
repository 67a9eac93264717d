"""How it was after an exercise: what is kept, and what it changes about the ways on."""

from __future__ import annotations

import pytest

from copecli.core.outcome import EASE_WORDS, KEPT, not_easier, use_of, ways_on
from copecli.core.session import Outcome
from copecli.core.shared_words import ENDINGS
from copecli.core.uses import CANT_TELL, EASE, EASIER, HARDER, SAME
from copecli.core.when import When


def test_a_use_has_the_exercise_the_answer_and_its_ratings() -> None:
    """Ratings by their names; another question's number is nobody's distress."""
    ratings = (("distress-before", 8), ("distress-after", 5), ("belief", 3), ("able-after", 6))
    outcome = Outcome("five-senses", True, 125.9, ratings, ())
    use = use_of(outcome, EASIER, record_id="an-id", when=When(0), state="numb")
    assert (use.skill, use.state, use.ease, use.finished, use.seconds) == (
        "five-senses",
        "numb",
        EASIER,
        True,
        125,
    )
    assert (use.distress_before, use.distress_after, use.able_after) == (8, 5, 6)
    assert use.change == 3
    assert use.urge_before is None


def test_every_answer_has_its_words() -> None:
    """Those that the journal knows, and no others."""
    assert {ease for ease, _words in EASE_WORDS} == set(KEPT) == set(EASE) - {""}


@pytest.mark.parametrize(
    ("said", "in_a_row"),
    [
        ([], 0),
        ([SAME], 1),
        ([SAME, HARDER], 2),
        ([HARDER, CANT_TELL, SAME], 2),
        ([SAME, EASIER], 0),
        ([CANT_TELL, CANT_TELL], 0),
    ],
)
def test_what_did_not_help_is_counted_until_something_does(said: list[str], in_a_row: int) -> None:
    """An answer that can't tell neither counts nor ends it."""
    count = 0
    for ease in said:
        count = not_easier(count, ease)
    assert count == in_a_row


def test_twice_not_easier_a_person_comes_first() -> None:
    """The other ways stay, in their order."""
    assert ways_on(1) == ENDINGS
    first, *others = ways_on(2)
    assert first[0] == "person"
    assert others == [ending for ending in ENDINGS if ending[0] != "person"]

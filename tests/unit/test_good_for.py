"""What somebody is good for, as words in the plan."""

from __future__ import annotations

import pytest

from copecli.core.good_for import in_words, known_marks, marks_of, together, with_marks_of
from copecli.core.plan import LONGEST_ITEM, PEOPLE, Item, Plan
from copecli.core.plan_merge import merge
from copecli.core.plan_taken import take_in


def of(good_for: str, item_id: str = "a") -> Plan:
    """Return a plan with one person who is good for that."""
    return Plan({PEOPLE: (Item(item_id, "A friend", "555-0100", good_for=good_for),)})


def test_words_are_read_however_they_were_typed_and_unknown_ones_stay() -> None:
    """In any case, with odd commas, twice; a word of their own is kept where it stands."""
    assert marks_of(" Listening,, company ,tea, company") == ("listening", "company", "tea")
    assert known_marks("tea, listening, company") == ("company", "listening")
    assert in_words("practical, {tea").worded(str) == "practical help, {tea"


@pytest.mark.parametrize(
    ("before", "wanted", "after"),
    [
        ("", ["listening", "company"], "company, listening"),
        ("tea, company", ["listening"], "tea, listening"),
        ("Company, tea", ["company"], "Company, tea"),
        ("company", [], ""),
    ],
)
def test_picking_marks_leaves_every_other_word(before: str, wanted: list[str], after: str) -> None:
    """Nothing is written anew where nothing changed."""
    assert with_marks_of(before, wanted) == after


def test_marks_of_one_step_leave_those_of_another() -> None:
    """Only what was asked about changes."""
    assert with_marks_of("company, listening", ["practical"], ["listening", "practical"]) == (
        "company, practical"
    )


def test_two_edits_of_what_somebody_is_good_for_are_put_together() -> None:
    """One person stays one: what either side added is there, what one took out is gone."""
    base = of("company, tea")
    merged = merge(base, of("company, tea, listening"), of("tea, practical"))
    assert [item.good_for for item in merged.of(PEOPLE)] == ["tea, listening, practical"]


def test_a_plan_from_elsewhere_adds_what_somebody_is_good_for() -> None:
    """The line that is there is filled, and taking it in again changes nothing."""
    once = take_in(of("company"), of("listening", "z"))
    assert [item.good_for for item in once.plan.of(PEOPLE)] == ["company, listening"]
    assert (once.new, once.filled) == (0, 1)
    assert take_in(once.plan, of("listening", "z")).plan == once.plan


def test_what_is_too_long_together_stands_twice() -> None:
    """No word is dropped to make room."""
    half = "x" * (LONGEST_ITEM - 10)
    assert together(half, "y" * 100) is None
    assert len(merge(of(""), of(half), of("y" * 100)).of(PEOPLE)) == 2
    assert take_in(of(half), of("y" * 100, "b")).new == 1

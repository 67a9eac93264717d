"""What follows a check-in: always a person, people first where it is hard, and nothing about other days."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core import checkin_end as end
from copecli.core.checkin import ENDING_LIFE, FEELINGS, MIGHT_ACT, SOME, CheckIn
from copecli.core.checkin_offer import DAILY, NEVER, WEEKLY, offers
from copecli.core.shared_words import FEELINGS as STATES
from copecli.core.shared_words import UNSAFE
from copecli.core.skill import STATES as OF_SKILLS
from copecli.core.when import When
from tests.journals import check_ins

A_CHECK_IN = CheckIn(id="", when=When(0, 0))
HARD = [{"distress": 7}, {"urge": 10}, {"able": 0}, {"able": 3}]
NOT_HARD = [{}, {"distress": 6, "urge": 6, "able": 4}, {"able": 10}]


def ids(found: CheckIn, *, plan: bool = True, true: bool = True) -> list[str]:
    """Return the ids of what can follow."""
    return [way for way, _words in end.ways_on(found, plan=plan, true=true)]


@given(check_ins, st.booleans(), st.booleans())
def test_a_person_and_rest_are_always_there(found: CheckIn, plan: bool, true: bool) -> None:
    """And so is the way to Help now."""
    ways = ids(found, plan=plan, true=true)
    assert {end.PERSON, UNSAFE, end.REST} <= set(ways)
    assert len(ways) == len(set(ways)) <= 8
    assert plan or end.PLAN not in ways


@pytest.mark.parametrize("numbers", HARD)
def test_where_it_is_hard_a_person_comes_first(numbers: dict[str, Any]) -> None:
    """Then an exercise, the plan, and something true where there is any."""
    found = replace(A_CHECK_IN, **numbers)
    assert ids(found)[:4] == [end.PERSON, end.EXERCISE, end.PLAN, end.TRUE]
    assert end.TRUE not in ids(found, true=False)
    assert end.GOOD not in ids(found)


@pytest.mark.parametrize("numbers", NOT_HARD)
def test_where_it_is_not_hard_a_good_moment_can_be_kept(numbers: dict[str, Any]) -> None:
    """Nothing of hard days is held up to it."""
    assert ids(replace(A_CHECK_IN, **numbers)) == [end.GOOD, end.PERSON, UNSAFE, end.REST]


@pytest.mark.parametrize("answer", ENDING_LIFE)
@pytest.mark.parametrize("numbers", [*HARD, *NOT_HARD])
def test_people_the_plan_and_the_lines_come_first_with_such_thoughts(
    answer: str, numbers: dict[str, Any]
) -> None:
    """No exercise stands before them; any other answer changes nothing."""
    ways = ids(replace(A_CHECK_IN, ending_life=answer, **numbers))
    if answer in (SOME, MIGHT_ACT):
        assert ways[:3] == [end.PERSON, end.PLAN, end.LINES]
        assert end.GOOD not in ways
        assert ways.index(end.PERSON) == 0
    else:
        assert ways == ids(replace(A_CHECK_IN, **numbers))


def test_an_exercise_is_chosen_for_what_was_said() -> None:
    """Words that are states of a skill; a strong urge comes first."""
    known = [key for key, _words in FEELINGS]
    states = [state for state, _words in end.states_of(replace(A_CHECK_IN, feelings=(*known, "own", UNSAFE)))]
    assert states == [key for key in known if key in OF_SKILLS and key in dict(STATES)]
    assert "numb" in states
    urge = replace(A_CHECK_IN, urge=8, feelings=("sad",))
    assert [state for state, _words in end.states_of(urge)] == ["urge", "sad"]
    assert end.states_of(replace(A_CHECK_IN, feelings=("tired", "own words"))) == ()


def test_in_one_line_the_ways_on_are_said_only_where_it_is_hard() -> None:
    """A person first, and no word of a plan that is not there."""
    assert end.told_after(A_CHECK_IN, plan=True) == (end.KEPT,)
    hard = replace(A_CHECK_IN, distress=9)
    assert "cope now" in end.told_after(hard, plan=False)[1]
    assert not any("plan" in line for line in end.told_after(hard, plan=False))
    assert any("cope plan walk" in line for line in end.told_after(hard, plan=True))


@pytest.mark.parametrize(
    ("how_often", "last", "offered"),
    [
        (NEVER, "", False), (NEVER, "2020-01-01", False), (DAILY, "", True), (WEEKLY, "", True),
        (DAILY, "2026-11-26", False), (DAILY, "2026-11-25", True), (DAILY, "2026-11-27", False),
        (WEEKLY, "2026-11-20", False), (WEEKLY, "2026-11-19", True), ("hourly", "", False),
    ],
)  # fmt: skip
def test_home_offers_one_as_often_as_the_person_wants(how_often: str, last: str, offered: bool) -> None:
    """By the days of the calendar."""
    assert offers(how_often, last, "2026-11-26") is offered

"""What the shipped skills give for each state: enough that needs nothing, and the facts' first choices."""

from __future__ import annotations

import pytest

from copecli.core.catalogue import Wish, offered
from copecli.core.routing import ANY, CALM_HOUR, FIRST, LATER, SOURCES, comes_later
from copecli.core.shared_words import FEELINGS, UNSAFE
from copecli.core.skill import STATES
from tests.content import shipped
from tests.content.shipped import SKILL_IDS

SKILLS = [shipped.skill(skill_id) for skill_id in SKILL_IDS]
FACTS = {found.fact for found in SKILLS}
ENOUGH = 8
AS_THE_FACTS_GIVE = {"after": 7}


def quiet(state: str) -> list[str]:
    """Return the skills for a state, or for any, that need nothing and that nobody notices."""
    return [
        found.id
        for found in SKILLS
        if {state, ANY} & set(found.states) and "nothing" in found.needs and found.discreet == "yes"
    ]


@pytest.mark.parametrize("state", [state for state in STATES if state != ANY])
def test_every_state_has_enough_that_needs_nothing_and_is_discreet(state: str) -> None:
    """`any` counts; where the facts give fewer, nothing is tagged to reach a number."""
    found = quiet(state)
    print(f"{state}: {len(found)}")
    assert len(found) >= AS_THE_FACTS_GIVE.get(state, ENOUGH), found


@pytest.mark.parametrize("state", [state for state, _words in FEELINGS if state != UNSAFE])
@pytest.mark.parametrize("strength", [None, 3, 9])
def test_the_first_three_are_first_choices_and_nothing_that_comes_later(
    state: str, strength: int | None
) -> None:
    """Of the facts, whatever the strength; and thinking rests where it is strong or was not said."""
    row = offered(SKILLS, Wish(state=state, strength=strength))
    assert {found.fact for found in row[:3]} <= set(FIRST[state])
    assert not any(comes_later(found, state) for found in row[:3])
    assert strength == 3 or not any(found.family == "thinking" for found in row)
    assert len(row) > 12


@pytest.mark.parametrize(
    ("state", "first", "then"),
    [
        ("lonely", "reach-out-message", "something-kind"),
        ("restless", "movement-burst", "cope-ahead"),
        ("restless", "tidy-one-thing", "slow-steady-breath"),
        ("after", "first-hour-after", "kind-after"),
        ("urge", "stop", "pros-and-cons"),
        ("numb", "look-around", "leaves-on-a-stream"),
    ],
)
def test_some_stand_before_others(state: str, first: str, then: str) -> None:
    """What the facts put first, and what is made in a calm hour after it."""
    row = [found.id for found in offered(SKILLS, Wish(state=state, strength=5))]
    assert row.index(first) < (row.index(then) if then in row else len(row))
    assert row.index(first) < 3 or (state, first) == ("urge", "stop")


def test_every_entry_that_orders_is_a_skill_for_that_state() -> None:
    """A slip of the pen would order nothing; A01, the plan itself, is no skill."""
    for state, entries in FIRST.items():
        found = {one.fact for one in SKILLS if state == ANY or {state, ANY} & set(one.states)}
        assert set(entries) <= found, state
    ordered = {*CALM_HOUR, *(entry for later in LATER.values() for entry in later.entries)}
    assert ordered - FACTS <= {"A01", "B06"}


def test_what_an_order_rests_on_is_a_source_that_is_known() -> None:
    """By its key."""
    assert {key for keys in SOURCES.values() for key in keys} <= set(shipped.source_rows())
    assert set(SOURCES) <= set(FIRST)

"""Choosing a skill: what is asked, what is offered, and where it leads to people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core import choosing as said
from copecli.core.catalogue import THINKING_UP_TO, Wish, offered, rests
from copecli.core.chain import FUNCTIONS
from copecli.core.events import Skip
from copecli.core.form import Answered
from copecli.core.shared_words import FEELINGS, UNSAFE
from copecli.core.skill import NEEDS, Say, Skill

STRONG = THINKING_UP_TO + 1


def skill(skill_id: str = "a", **others: object) -> Skill:
    """Return a skill of one step."""
    parts: dict[str, object] = {"title": "Look", "family": "grounding", "summary": "Look."}
    return Skill(id=skill_id, **({**parts, "steps": (Say(id="a", text="Look."),)} | others))  # type: ignore[arg-type]


# strength


@pytest.mark.parametrize("others", [{"family": "thinking"}, {"intensity": (0, THINKING_UP_TO)}])
def test_what_takes_a_clear_head_rests_where_it_is_strong_or_was_not_said(others: dict[str, object]) -> None:
    """By its family, whatever its file says, or by the strength that its file names."""
    found = skill("a", **others)
    assert rests(found, Wish(state="sad"))
    assert rests(found, Wish(strength=STRONG))
    assert not rests(found, Wish(state="sad", strength=THINKING_UP_TO))
    assert not rests(found, Wish(state="sad", calm=True))
    assert not rests(found, Wish())


def test_what_is_for_a_strong_moment_is_not_offered_for_a_slight_one() -> None:
    """Where nobody said how strong it is, it is offered."""
    found = skill(intensity=(7, 10))
    assert rests(found, Wish(state="any", strength=6))
    assert not rests(found, Wish(state="any", strength=7))
    assert not rests(found, Wish(state="any"))


def test_how_strong_is_one_question_that_enter_skips() -> None:
    """Skipping is an answer."""
    form = said.strength_form()
    assert said.strength_of(form.next(Skip()).answers) is None
    assert said.strength_of(form.next(Answered(0)).answers) == 0
    assert form.next(Answered(8)).over
    assert not said.asks_strength("after"), "care comes before any question"
    assert said.asks_strength("any")


# people


def test_thoughts_of_ending_ones_life_are_among_the_states_and_lead_to_people() -> None:
    """Beside the way to Help now; it is the need that a trigger map knows, and no state of a skill."""
    assert [state for state, _words in said.STATES[:2]] == [UNSAFE, said.HOLD_OFF]
    assert said.STATES[said.BEGIN_AT][0] == "any"
    assert said.HOLD_OFF in dict(FUNCTIONS)
    assert said.HOLD_OFF not in dict(FEELINGS)
    ways = [way for way, _words in said.people_ways(plan=True)]
    assert ways == [said.PERSON, said.PLAN, said.LINES, UNSAFE]
    assert said.PLAN not in dict(said.people_ways(plan=False))


@given(st.integers(0, 9), st.integers(0, 12), st.none() | st.integers(0, 10))
def test_every_list_has_a_person_and_no_more_than_three_skills(n: int, at: int, strength: int | None) -> None:
    """First where it is strong; "something else" comes round to the first again."""
    row = [skill(f"s{i}") for i in range(n)]
    found = said.offer(row, at % max(n, 1), strength=strength, filters=said.Filters())
    assert len(found.skills) <= 3
    assert (said.PERSON in dict(found.before)) == (strength is not None and strength >= 7)
    assert (said.PERSON in dict(found.before)) != (said.PERSON in dict(found.after))
    assert 0 <= found.following < max(n, 1)
    assert said.CLEAR not in dict(found.after)


def test_another_place_is_offered_where_it_is_strong_and_not_shown_twice() -> None:
    """And only where it fits."""
    row = [*(skill(f"s{i}") for i in range(4)), skill(said.ELSEWHERE)]
    ways = [dict(said.offer(row, at, strength=8, filters=said.Filters()).before) for at in (0, 3)]
    assert [said.PLACE in found for found in ways] == [True, False]
    assert said.PLACE not in dict(said.offer(row[:4], 0, strength=8, filters=said.Filters()).before)
    assert said.offer(row, 0, strength=6, filters=said.Filters()).before == ()


# what fits the moment


filters = st.builds(
    said.Filters,
    st.sampled_from((0.0, 2.0, 5.0, 15.0)),
    st.booleans(),
    st.none() | st.lists(st.sampled_from(NEEDS), min_size=1, unique=True).map(tuple),
)


@given(filters)
def test_filters_are_asked_with_what_holds_now(now: said.Filters) -> None:
    """Going through the questions without a change changes nothing, and what is set can be taken away."""
    form = said.filter_form(now)
    assert said.filters_of(form.answers) == now
    while not form.over:
        form = form.next(Skip())
    assert said.filters_of(form.answers) == now
    offer = said.offer([skill()], 0, strength=None, filters=now)
    assert (said.CLEAR in dict(offer.after)) == (now != said.Filters())
    assert bool(now.said) == (now != said.Filters())


def test_what_is_not_at_hand_or_would_be_noticed_is_not_offered() -> None:
    """What needs nothing always fits."""
    row = [skill("nothing"), skill("paper", needs=("paper",)), skill("both", needs=("paper", "person"))]
    assert {one.id for one in offered(row, Wish(at_hand=frozenset({"paper"})))} == {"nothing", "paper"}
    assert {one.id for one in offered(row, Wish(at_hand=frozenset({"nothing"})))} == {"nothing"}
    seen = [skill("yes", discreet="yes"), skill("partly", discreet="partly"), skill("no", discreet="no")]
    assert [one.id for one in offered(seen, Wish(discreet=True))] == ["yes"]


def test_who_cannot_tell_is_offered_what_every_state_is() -> None:
    """Thinking rests there, too."""
    row = [skill("sad", states=("sad",)), skill("any"), skill("think", family="thinking")]
    assert {one.id for one in offered(row, Wish(state="any"))} == {"sad", "any"}

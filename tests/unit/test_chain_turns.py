"""Where a chain could have gone another way: which skills are suggested, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from copecli.core.catalogue import Wish
from copecli.core.chain import BODY, EVENT, FEELING, FUNCTIONS, THOUGHT, URGE, Link, TriggerMap
from copecli.core.chain_turns import FAMILIES, HOLD_OFF, MOST, PEOPLE_FIRST, fits, people_first, state_of
from copecli.core.skill import FAMILIES as KNOWN_FAMILIES
from copecli.core.skill import STATES, Skill
from copecli.core.when import When
from copecli.system.loaders import load_library
from copecli.system.paths import find
from copecli.words import _
from tests.journals import maps

FRESH = TriggerMap(id="", when=When(0, 0))
SKILLS: tuple[Skill, ...] = tuple(load_library(find({"COPECLI_HOME": "/nonexistent"})).skills.values())


@given(maps)
def test_thoughts_of_ending_ones_life_never_lead_to_an_exercise(found: TriggerMap) -> None:
    """Whatever else was needed; people, plan and lines are said instead."""
    found = replace(found, needs=(*found.needs, HOLD_OFF))
    assert people_first(found)
    for place in (None, Link(URGE), *found.links):
        assert fits(found, place, SKILLS, Wish()) == ()
    assert HOLD_OFF not in FAMILIES
    assert len(PEOPLE_FIRST) == 2


@given(maps)
def test_there_are_some_suggestions_for_any_other_link_and_each_says_why(found: TriggerMap) -> None:
    """A few, each once, each with one line."""
    found = replace(found, needs=tuple(need for need in found.needs if need != HOLD_OFF))
    for place in (None, Link(URGE), *found.links):
        row = fits(found, place, SKILLS, Wish())
        assert 0 < len(row) <= MOST
        assert len({fit.skill.id for fit in row}) == len(row)
        assert all(fit.reason(_) and "\n" not in fit.reason(_) for fit in row)


@pytest.mark.parametrize("need", FAMILIES)
def test_what_was_needed_leads_to_its_families(need: str) -> None:
    """Each skill of a named family that is here is suggested for it, with that reason."""
    row = fits(replace(FRESH, needs=(need,)), None, SKILLS, Wish())
    here = {skill.family for skill in SKILLS if skill.family in FAMILIES[need]}
    assert {fit.skill.family for fit in row if "needed" in fit.why} == here


def test_the_feeling_of_a_link_comes_first() -> None:
    """What is made for that state, with the state as the reason."""
    first, *_rest = fits(replace(FRESH, needs=("ease-feeling",)), Link(FEELING, "numb"), SKILLS, Wish())
    assert "numb" in first.skill.states
    assert first.reason(_) == "For this: Numb, or far away."


def test_what_is_left_out_is_not_suggested() -> None:
    """By what it involves, and by name."""
    hidden = frozenset(skill.id for skill in SKILLS if skill.id != "stop")
    assert [fit.skill.id for fit in fits(FRESH, Link(URGE), SKILLS, Wish(hidden=hidden))] == ["stop"]
    row = fits(FRESH, Link(BODY, "body-heart"), SKILLS, Wish(leave_out=frozenset({"breath-pacing"})))
    assert row
    assert all("breath-pacing" not in fit.skill.involves for fit in row)


def test_links_are_near_to_states_that_skills_know() -> None:
    """Every way from a link to a state ends at one, and own words mean no state."""
    row = [Link(BODY, "body-numb"), Link(EVENT, "left-alone"), Link(FEELING, "angry"), Link(URGE)]
    assert [state_of(link) for link in row] == ["numb", "lonely", "angry", "urge"]
    assert {state_of(link) for link in row} <= set(STATES)
    assert state_of(Link(THOUGHT, "numb")) == state_of(None) == state_of(Link(FEELING, "hollow")) == ""


def test_the_functions_and_families_are_those_that_there_are() -> None:
    """A word that is renamed does not fall out in silence."""
    assert set(FAMILIES) | {HOLD_OFF, "cant-tell"} == {key for key, _words in FUNCTIONS}
    assert {family for row in FAMILIES.values() for family in row} <= set(KNOWN_FAMILIES)

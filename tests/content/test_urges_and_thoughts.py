"""What the skills for an urge and for a hard thought promise each other: no permission, and room to think.

Each check goes over all ways through a skill, so a new branch cannot lead round it.
"""

from __future__ import annotations

import pytest

from copecli.core import skill as model
from copecli.core.session import Session
from copecli.core.skill import Skill
from tests.content import shipped
from tests.content.shipped import SKILL_IDS
from tests.playthrough import places, ways_on

FOR_AN_URGE = ("urge-surfing", "wait-a-while", "drink-or-use")
HELP_FIRST = "Thoughts of ending your life? Help now comes first."
WHAT_NEXT = "Next: a person, another skill, or rest."
STRONGEST_TO_THINK = 7
"""Distress above which a worksheet asks too much."""


def last_words(found: Skill) -> set[str]:
    """Return what is said last on each way to the end."""
    before = {session.trail[-1] for session in places(found).values() if session.finished}
    ends = {index for index, step in enumerate(found.steps) if step.next == "end"}
    chosen = {i for i, s in enumerate(found.steps) if "end" in [o.to for o in getattr(s, "options", ())]}
    return {found.steps[index].text for index in before | ends | chosen}


@pytest.mark.parametrize("skill_id", FOR_AN_URGE)
def test_the_end_of_a_wait_leads_on_and_grants_nothing(skill_id: str) -> None:
    """Help for thoughts of ending one's life comes first, and a person, a skill or rest last, on each way."""
    found = shipped.skill(skill_id)
    assert HELP_FIRST in found.cautions
    assert last_words(found) == {WHAT_NEXT}


@pytest.mark.parametrize("skill_id", FOR_AN_URGE)
def test_every_wait_says_where_help_is(skill_id: str) -> None:
    """It asks each minute how strong the urge is, and one of its lines is Help now."""
    waits = [step for step in shipped.skill(skill_id).steps if isinstance(step, model.Wait)]
    assert [(step.ask_every, step.lines[-1]) for step in waits] == [(60, "Can't stay safe? Help now.")]


def test_thinking_is_for_distress_that_leaves_room_for_it() -> None:
    """No worksheet is for the strongest distress."""
    skills = [shipped.skill(skill_id) for skill_id in SKILL_IDS]
    thinking = [found for found in skills if found.family == "thinking"]
    assert thinking
    assert [found.id for found in thinking if found.intensity[1] > STRONGEST_TO_THINK] == []


@pytest.mark.parametrize(
    ("skill_id", "before", "after"),
    [("thought-record", "belief-before", "belief-after"), ("test-a-guess", "sure-before", "sure-after")],
)
def test_belief_is_asked_twice_with_the_first_answer_in_sight(skill_id: str, before: str, after: str) -> None:
    """What was believed before stands there when it is asked again."""
    session = Session.begin(shipped.skill(skill_id))
    while not session.step or session.step.id != after:
        session = next(ways_on(session))
    asked = next(step.text for step in session.skill.steps if step.id == before)
    assert (asked, "5") in [(earlier.question, earlier.answer) for earlier in session.frame().earlier]

"""Every shipped skill as a map: each place leads to the end, whoever leaves out what."""

from __future__ import annotations

from functools import cache
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

import pytest

from copecli.core.events import Back, Skip
from copecli.core.skill import CHANNELS
from tests.content import shipped
from tests.playthrough import places, ways_on

if TYPE_CHECKING:
    from copecli.core.session import Session

EVERYBODY = ["", *CHANNELS, " ".join(CHANNELS)]
"""Who leaves out nothing, one channel, or all of them."""

pytestmark = [
    pytest.mark.parametrize("skill_id", shipped.SKILL_IDS),
    pytest.mark.parametrize("without", EVERYBODY, ids=lambda w: w.replace(" ", "+") or "nothing"),
]


@pytest.fixture
def reached(skill_id: str, without: str) -> dict[int, Session]:
    """Every place of the skill that this person can come to."""
    return _places(skill_id, without)


@cache
def _places(skill_id: str, without: str) -> dict[int, Session]:
    """Return them, walked once for all that is asked of them here."""
    return places(shipped.skill(skill_id), frozenset(without.split()))


def leads(reached: dict[int, Session]) -> dict[int, set[int]]:
    """Return where each place leads, but the end."""
    return {at: {way.at for way in ways_on(s)} for at, s in reached.items() if not s.finished}


def test_every_place_leads_to_the_end(reached: dict[int, Session]) -> None:
    """By doing what is offered there, along every option."""
    ending = {at for at, session in reached.items() if session.finished}
    assert ending
    while more := {at for at, ways in leads(reached).items() if ways & ending} - ending:
        ending |= more
    assert ending == set(reached)


def test_it_goes_round_only_where_a_person_chose_so(reached: dict[int, Session]) -> None:
    """Between two choices no place comes twice."""
    chosen = {at for at, session in reached.items() if session.frame().kind == "choose"}
    by_itself = {at: ways for at, ways in leads(reached).items() if at not in chosen}
    TopologicalSorter(by_itself).prepare()


def test_every_step_can_be_reached_or_is_left_out(reached: dict[int, Session], without: str) -> None:
    """None was written in vain."""
    skill = next(iter(reached.values())).skill
    missing = {index for index in range(len(skill.steps)) if index not in reached}
    assert all(skill.steps[index].channel in without.split() for index in missing)


def test_every_place_has_words_and_a_way_back(reached: dict[int, Session], skill_id: str) -> None:
    """Nothing blank, no placeholder left, each step can be skipped, and going back stands where one was."""
    for session in reached.values():
        frame = session.frame()
        shown = [frame.text, frame.lead, *frame.options, *frame.cautions]
        assert any(shown) or frame.cue or frame.kind == "end", (skill_id, session.at)
        assert not any("{" in text or "..." in text for text in shown)
        for way in [] if session.finished else [*ways_on(session), session.next(Skip())]:
            assert way.next(Back()).at == session.at

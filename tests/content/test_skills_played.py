"""Every shipped skill played to its end by the Session, down each way, whatever a person leaves out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from copecli.core import skill as model
from copecli.core.catalogue import WITH_ME, Wish, offered
from copecli.core.events import Choice, Skip
from copecli.core.session import Session
from copecli.core.skill_ways import NIGHT, Gone, all_ways, event_for
from tests.content import shipped
from tests.content.shipped import SKILL_IDS

if TYPE_CHECKING:
    from collections.abc import Iterator


SINGLE = ("", "sight", "sound", "touch", "movement")
LEAVINGS = (*SINGLE, "smell taste", "sight sound", "sight touch", "sight movement")

USES = {
    "sight": r"see|look|watch|read|colours?|shiny",
    "sound": r"hear|listen|sounds?",
    "movement": r"press|lift|bend|close your|step back|turn a little|tense (?:to|up)",
}
"""Words that ask for a sense or a movement."""

ONLY_SOUND = "sound-layers"
"""The one skill that has nothing for a person without a sense, and says so in its title and its `adapt`."""


def asked_for(found: Gone, left_out: str) -> Iterator[str]:
    """Yield the steps' texts that ask for the sense or the movement which the person leaves out."""
    for frame in found.frames:
        if frame.step and re.search(rf"\b(?:{USES[left_out]})\b", frame.text.lower()):
            yield frame.text


@cache
def played(skill_id: str, left_out: str) -> Gone:
    """Return a shipped skill played by whoever leaves that out, once for all that is asked of it here."""
    used = {step.channel for step in shipped.skill(skill_id).steps}
    felt = " ".join(channel for channel in left_out.split() if channel in used)
    return all_ways(shipped.skill(skill_id), felt.split()) if felt == left_out else played(skill_id, felt)


@pytest.mark.parametrize("skill_id", SKILL_IDS)
def test_skill_reaches_its_end_down_every_way(skill_id: str) -> None:
    """Whatever is left out, each way ends, no screen is half filled, and other words ask for other senses."""
    assert played(skill_id, "").whole
    for left_out in LEAVINGS:
        found = played(skill_id, left_out)
        assert found.ends >= 1, left_out
        assert all(frame.text or frame.cue or frame.cautions for frame in found.frames), left_out
        assert not [frame.text for frame in found.frames if "{" in frame.text or "..." in frame.text]
        if left_out in USES and skill_id != ONLY_SOUND:
            assert list(asked_for(found, left_out)) == []


def test_asking_a_blind_person_to_look_is_seen() -> None:
    """The check above minds a step that keeps its words."""
    careless = model.Skill(
        id="bad", title="Bad", family="grounding", summary="x", steps=(model.Say(id="a", text="Look up."),)
    )
    assert list(asked_for(all_ways(careless, ["sight"]), "sight")) == ["Look up."]


@pytest.mark.parametrize("left_out", LEAVINGS)
def test_what_is_offered_still_has_something_to_do(left_out: str) -> None:
    """A skill that is offered to a person who leaves something out has at least three screens for them."""
    skills = [shipped.skill(skill_id) for skill_id in SKILL_IDS]
    for found in offered(skills, Wish(left_out_channels=frozenset(left_out.split()))):
        assert sum(bool(frame.step) for frame in played(found.id, left_out).frames) >= 3, found.id


def test_sound_layers_is_not_offered_without_sound() -> None:
    """The one skill that is all sound is kept from a person who leaves sound out."""
    skills = [shipped.skill(skill_id) for skill_id in SKILL_IDS]
    wish = Wish(left_out_channels=frozenset({"sound"}))
    assert ONLY_SOUND not in {found.id for found in offered(skills, wish)}
    assert ONLY_SOUND in {found.id for found in offered(skills, Wish())}


def ways_past_people(found: model.Skill) -> list[tuple[str, ...]]:
    """Return what was chosen on each way that ends without somebody to reach."""
    waiting: list[tuple[Session, tuple[str, ...]]] = [(Session.begin(found, moment=NIGHT), ())]
    past = []
    while waiting:
        session, chosen = waiting.pop()
        frame = session.frame()
        if session.over:
            past.append(chosen)
        elif frame.kind == "choose":
            assert len(chosen) < 5, "it goes round"
            waiting += [(session.next(Choice(n)), (*chosen, o)) for n, o in enumerate(frame.options)]
            waiting.append((session.next(Skip()), (*chosen, "")))
        elif frame.kind != "reach":
            waiting.append((session.next(event_for(frame)), chosen))
    return past


def test_thoughts_of_ending_ones_life_lead_to_people_whatever_is_answered() -> None:
    """No answer, and no question that is left out, ends there without somebody to reach."""
    assert ways_past_people(shipped.skill("thoughts-of-ending-life")) == []


@pytest.mark.parametrize("skill_id", ["first-hour-after", "kind-after"])
def test_only_a_no_goes_past_care(skill_id: str) -> None:
    """After self-harm, whoever needs care, cannot tell or says nothing comes to people first."""
    assert {chosen[0] for chosen in ways_past_people(shipped.skill(skill_id))} == {"No"}


def test_the_one_that_asks_nothing_is_short_lines_and_any_key() -> None:
    """One line of at most eight words a screen, no cautions, no time, and somebody to reach at its end."""
    found = shipped.skill(WITH_ME)
    assert found.starts_unasked
    assert not found.involves
    assert {type(step) for step in found.steps[:-1]} == {model.Say}
    assert isinstance(found.steps[-1], model.Reach)
    for left_out in (*LEAVINGS, " ".join(model.CHANNELS)):
        for frame in played(WITH_ME, left_out).frames:
            assert frame.any_key
            assert frame.seconds_left is None
            assert "\n" not in frame.text
            assert "?" not in frame.text
            assert len(frame.text.split()) <= 8

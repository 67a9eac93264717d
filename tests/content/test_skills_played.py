"""Every shipped skill played to its end by the Session, down each way, whatever a person leaves out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from copecli.core import skill as model
from copecli.core.catalogue import Wish, offered
from copecli.core.events import Answer, Choice, Forward, Rating, Skip, Take, Tick
from copecli.core.session import Moment, Session
from tests.content import shipped
from tests.content.shipped import SKILL_IDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copecli.core.events import Event
    from copecli.core.frames import Frame

NIGHT = Moment(today="23 November 2026", weekday="Monday", time="03:12")
SINGLE = ("", "sight", "sound", "touch", "movement")
LEAVINGS = (*SINGLE, "smell taste", "sight sound", "sight touch", "sight movement")
MOST_FRAMES = 2_000

TO_SOMEBODY = re.compile(r"can't|might act|is strong|^Yes\b", re.IGNORECASE)
"""Answers that leave an exercise for care or for a person."""

USES = {
    "sight": r"see|look|watch|read|colours?|shiny",
    "sound": r"hear|listen|sounds?",
    "movement": r"press|lift|bend|close your|step back|turn a little|tense (?:to|up)",
}
"""Words that ask for a sense or a movement."""

ONLY_SOUND = "sound-layers"
"""The one skill that has nothing for a person without a sense, and says so in its title and its `adapt`."""


@dataclass(frozen=True, slots=True)
class Played:
    """What came of a skill along all its ways."""

    frames: tuple[Frame, ...]
    ends: int
    """How many ways reached the end."""


def _event(frame: Frame) -> Event:
    if frame.kind == "ask":
        return Answer("here")
    if frame.kind == "rate":
        return Rating(5)
    if frame.minutes:
        return Choice(0)
    if "take" in frame.can:
        return Take()
    return Tick(3_600) if frame.kind == "pace" or frame.seconds_left else Forward()


def play(found: model.Skill, left_out: str = "") -> Played:
    """Play every option of every choice once, and return each frame that was seen."""
    waiting = [Session.begin(found, left_out=frozenset(left_out.split()), moment=NIGHT)]
    frames: list[Frame] = []
    chosen: set[str] = set()
    ends = 0
    while waiting:
        session = waiting.pop()
        while not session.over:
            frame = session.frame()
            frames.append(frame)
            assert len(frames) < MOST_FRAMES, "it goes round and round"
            if frame.kind == "choose":
                if frame.step not in chosen:
                    waiting += [session.next(Choice(n)) for n in range(len(frame.options))]
                chosen.add(frame.step)
                break
            session = session.next(_event(frame))
        ends += session.finished
    return Played(tuple(frames), ends)


def asked_for(found: model.Skill, left_out: str) -> Iterator[str]:
    """Yield the steps' texts that ask for a sense or a movement which the person leaves out."""
    for frame in play(found, left_out).frames:
        for channel in left_out.split():
            if frame.step and channel in USES and re.search(rf"\b(?:{USES[channel]})\b", frame.text.lower()):
                yield frame.text


@pytest.mark.parametrize("left_out", LEAVINGS)
@pytest.mark.parametrize("skill_id", SKILL_IDS)
def test_skill_reaches_its_end_down_every_way(skill_id: str, left_out: str) -> None:
    """Whatever is left out, each way ends, and no screen on it is empty or half filled."""
    played = play(shipped.skill(skill_id), left_out)
    assert played.ends >= 1
    assert all(frame.text or frame.cue or frame.cautions for frame in played.frames)
    assert not [frame.text for frame in played.frames if "{" in frame.text or "..." in frame.text]


@pytest.mark.parametrize("left_out", ["sight", "sound", "movement"])
@pytest.mark.parametrize("skill_id", [i for i in SKILL_IDS if i != ONLY_SOUND])
def test_nobody_is_asked_for_what_they_leave_out(skill_id: str, left_out: str) -> None:
    """A person who leaves out a sense or moving is given other words for it."""
    assert list(asked_for(shipped.skill(skill_id), left_out)) == []


def test_asking_a_blind_person_to_look_is_seen() -> None:
    """The check above minds a step that keeps its words."""
    careless = model.Skill(
        id="bad", title="Bad", family="grounding", summary="x", steps=(model.Say(id="a", text="Look up."),)
    )
    assert list(asked_for(careless, "sight")) == ["Look up."]


@pytest.mark.parametrize("left_out", LEAVINGS)
def test_what_is_offered_still_has_something_to_do(left_out: str) -> None:
    """A skill that is offered to a person who leaves something out has at least three screens for them."""
    skills = [shipped.skill(skill_id) for skill_id in SKILL_IDS]
    for found in offered(skills, Wish(left_out_channels=frozenset(left_out.split()))):
        assert sum(bool(frame.step) for frame in play(found, left_out).frames) >= 3, found.id


def test_sound_layers_is_not_offered_without_sound() -> None:
    """The one skill that is all sound is kept from a person who leaves sound out."""
    skills = [shipped.skill(skill_id) for skill_id in SKILL_IDS]
    wish = Wish(left_out_channels=frozenset({"sound"}))
    assert ONLY_SOUND not in {found.id for found in offered(skills, wish)}
    assert ONLY_SOUND in {found.id for found in offered(skills, Wish())}


def seconds_to_go_through(found: model.Skill) -> float:
    """Return a slow estimate of the straight way.

    5 s a screen, 6 s a thing noticed, 15 s an answer, and a minute where it is written or meant for somebody.
    """
    session = Session.begin(found, moment=NIGHT)
    answer = 60 if {"writing", "social"}.intersection(found.channels) else 15
    total = 0.0
    while not session.over:
        frame, step = session.frame(), session.step
        if isinstance(step, model.Pace):
            total += step.pacer.seconds
        elif isinstance(step, model.Say):
            total += step.seconds or 5
        elif isinstance(step, model.Game):
            total += 180  # what it says is a good while; it goes on for as long as one likes
        elif isinstance(step, model.Wait):
            total += frame.seconds_left or 5
        else:
            total += {"notice": 6, "ask": answer, "reach": 60}.get(frame.kind, 5)
        session = session.next(Choice(_straight(frame)) if frame.kind == "choose" else _event(frame))
    return total


def _straight(frame: Frame) -> int:
    """Return the first way on that does not lead past the exercise, to care or to somebody."""
    return next(n for n, words in enumerate(frame.options) if not TO_SOMEBODY.search(words))


@pytest.mark.parametrize("skill_id", SKILL_IDS)
def test_the_length_that_is_announced_is_true(skill_id: str) -> None:
    """The straight way through, taken slowly, lies within the minutes that the opening names."""
    found = shipped.skill(skill_id)
    shortest, longest = found.minutes
    assert shortest * 60 * 0.5 <= seconds_to_go_through(found) <= longest * 60


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
            waiting.append((session.next(_event(frame)), chosen))
    return past


def test_thoughts_of_ending_ones_life_lead_to_people_whatever_is_answered() -> None:
    """No answer, and no question that is left out, ends there without somebody to reach."""
    assert ways_past_people(shipped.skill("thoughts-of-ending-life")) == []


@pytest.mark.parametrize("skill_id", ["first-hour-after", "kind-after"])
def test_only_a_no_goes_past_care(skill_id: str) -> None:
    """After self-harm, whoever needs care, cannot tell or says nothing comes to people first."""
    assert {chosen[0] for chosen in ways_past_people(shipped.skill(skill_id))} == {"No"}

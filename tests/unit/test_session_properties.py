"""A skill being done: whatever happens in whatever order, it stays whole, and the way back is open."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.events import (
    Answer,
    Back,
    Choice,
    Event,
    Extend,
    Forward,
    Pause,
    Rating,
    Skip,
    Stop,
    Take,
    Tick,
)
from copecli.core.session import OPENING, Session
from tests.playthrough import MOMENT, play
from tests.strategies import happenings, left_out, skills, ticks

if TYPE_CHECKING:
    from copecli.core.skill import Skill


@given(skills(), left_out, st.lists(happenings, max_size=8), st.lists(happenings, max_size=4))
def test_stopping_is_final(
    skill: Skill, without: frozenset[str], before: list[Event], after: list[Event]
) -> None:
    """At any point, also while paused; nothing that comes later changes anything."""
    stopped = play(Session.begin(skill, left_out=without), *before, Stop())
    assert stopped.over
    assert not stopped.paused
    assert play(stopped, *after, Stop()) == stopped


@given(skills(), left_out, st.lists(st.one_of(ticks, happenings), max_size=25))
def test_the_time_spent_adds_up(skill: Skill, without: frozenset[str], happened: list[Event]) -> None:
    """All ticks together, but those of pauses and after the end."""
    session, spent = Session.begin(skill, left_out=without), 0.0
    for event in happened:
        if isinstance(event, Tick) and not session.paused and not session.over:
            spent += event.seconds
        session = session.next(event)
    assert session.seconds == pytest.approx(spent)
    assert session.outcome().seconds == session.seconds


@given(skills(), left_out, st.lists(happenings, max_size=15), st.lists(ticks, max_size=5))
def test_while_paused_time_changes_nothing(
    skill: Skill, without: frozenset[str], happened: list[Event], passing: list[Event]
) -> None:
    """However long it lasts."""
    session = play(Session.begin(skill, left_out=without), *happened, Pause())
    if session.paused:
        assert play(session, *passing) == session


@given(
    skills(kinds=("pace", "timed say", "wait")),
    st.lists(st.integers(0, 640).map(lambda n: n / 64), max_size=20),
)
def test_many_small_ticks_come_to_the_same_as_one_big_one(skill: Skill, pieces: list[float]) -> None:
    """Within a step, drawn often or seldom, the same second is the same."""
    session = play(Session.begin(skill), Forward(), Forward(), Choice(0))
    in_pieces = play(session, *map(Tick, pieces))
    if in_pieces.at == session.at:
        assert in_pieces == session.next(Tick(sum(pieces)))


@given(skills(), left_out, st.lists(st.one_of(happenings, happenings, st.just(Stop())), max_size=40))
def test_whatever_happens_the_session_stays_whole(
    skill: Skill, without: frozenset[str], happened: list[Event]
) -> None:
    """No event raises, no place is outside of the skill, and there is always something to show."""
    session = Session.begin(skill, left_out=without, moment=MOMENT)
    for event in happened:
        before, as_it_was = session, copy.deepcopy(session)
        session = session.next(event)
        assert OPENING <= session.at <= len(skill.steps)
        assert session.frame().title == skill.title
        assert session.frame().dots[0] <= session.frame().dots[1]
        assert session.outcome().finished == session.finished
        assert all(0 <= value <= 10 for _, value in session.outcome().ratings)
        assert before == as_it_was


@given(skills(), left_out, st.lists(happenings, max_size=12), happenings)
def test_back_after_a_move_is_the_same_place_with_the_answers_kept(
    skill: Skill, without: frozenset[str], happened: list[Event], event: Event
) -> None:
    """However one came on, one step back stands where one was."""
    here = play(Session.begin(skill, left_out=without), *happened)
    there = here.next(event)
    if len(there.trail) > len(here.trail):
        again = there.next(Back())
        assert (again.at, again.trail, again.answers) == (here.at, here.trail, there.answers)
        assert set(here.answers) <= set(again.answers)


OFFERED: dict[type[Event], str] = {
    Forward: "forward",
    Back: "back",
    Skip: "skip",
    Pause: "pause",
    Take: "take",
    Choice: "choose",
    Rating: "rate",
    Answer: "answer",
    Extend: "extend",
}
LENIENT = {(Forward, "rate"), (Skip, "opening"), (Skip, "caution"), (Answer, "notice")}
"""Not offered, yet understood: Enter passes a rating, a skip leaves what is no step, a word counts."""


@given(skills(), left_out, st.lists(happenings, max_size=15), happenings)
def test_what_is_not_offered_changes_nothing(
    skill: Skill, without: frozenset[str], happened: list[Event], event: Event
) -> None:
    """A face that binds a key too many does no harm, and one that follows `can` misses nothing."""
    session = play(Session.begin(skill, left_out=without), *happened)
    frame = session.frame()
    offered = type(event) not in OFFERED or OFFERED[type(event)] in frame.can
    if not offered and not frame.paused and (type(event), frame.kind) not in LENIENT:
        after = session.next(event)
        assert after.frame() == frame
        assert after.outcome() == session.outcome()
        assert after.trail == session.trail

"""A skill gone through without a person: every screen down every way, and how long the straight way takes.

Invariant: it ends. Each way on is taken once, and after `MOST_SCREENS` it stops and says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from copecli.core import skill as model
from copecli.core.events import Answer, Choice, Forward, Rating, Take, Tick
from copecli.core.session import Moment, Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copecli.core.events import Event
    from copecli.core.frames import Frame

MOST_SCREENS = 2_000
NIGHT = Moment(today="23 November 2026", weekday="Monday", time="03:12")
ANSWER = "here"
"""What is answered to every question."""

_A_SCREEN = 5.0
_SECONDS = {"notice": 6.0, "ask": 15.0, "reach": 60.0, "game": 180.0}
_WRITTEN = 60.0
"""Seconds an answer takes where it is written down or meant for somebody."""
_TO_SOMEBODY = re.compile(r"can['\u2019]t|might act|is strong|^Yes\b", re.IGNORECASE)
"""Answers that leave an exercise for care or for a person."""


@dataclass(frozen=True, slots=True)
class Gone:
    """What came of a skill along all its ways."""

    frames: tuple[Frame, ...]
    """Each screen that was seen."""
    ends: int
    """How many ways reached the end."""
    whole: bool
    """False where it was stopped after `MOST_SCREENS`."""


def all_ways(skill: model.Skill, left_out: Iterable[str] = (), moment: Moment = NIGHT) -> Gone:
    """Go through every option of every choice once."""
    waiting = [Session.begin(skill, left_out=frozenset(left_out), moment=moment)]
    frames: list[Frame] = []
    chosen: set[str] = set()
    ends = 0
    while waiting:
        session = waiting.pop()
        while not session.over:
            if len(frames) >= MOST_SCREENS:
                return Gone(tuple(frames), ends, False)
            frame = session.frame()
            frames.append(frame)
            if frame.kind == "choose":
                if frame.step not in chosen:
                    waiting += [session.next(Choice(n)) for n in reversed(range(len(frame.options)))]
                chosen.add(frame.step)
                break
            session = session.next(event_for(frame))
        ends += session.finished
    return Gone(tuple(frames), ends, True)


def event_for(frame: Frame) -> Event:
    """Return what takes a person on from a screen that leaves no choice."""
    if frame.kind == "ask":
        return Answer(ANSWER)
    if frame.kind == "rate":
        return Rating(5)
    if frame.minutes:
        return Choice(0)
    if "take" in frame.can:
        return Take()
    return Tick(3_600) if frame.kind == "pace" or frame.seconds_left else Forward()


def seconds_through(skill: model.Skill) -> float:
    """Return a slow estimate of the straight way.

    5 s a screen, 6 s a thing noticed, 15 s an answer, and a minute where it is written or meant for somebody;
    three minutes of a game, which goes on for as long as one likes.
    """
    session = Session.begin(skill, moment=NIGHT)
    taken: dict[str, int] = {}
    total = 0.0
    for _screen in range(MOST_SCREENS):
        if session.over:
            break
        frame = session.frame()
        total += _seconds_of(session, frame)
        session = session.next(_straight(frame, taken) if frame.kind == "choose" else event_for(frame))
    return total


def _seconds_of(session: Session, frame: Frame) -> float:
    match session.step:
        case model.Pace(pacer=pacer):
            return pacer.seconds
        case model.Say(seconds=seconds):
            return seconds or _A_SCREEN
        case model.Wait():
            return frame.seconds_left or _A_SCREEN
        case model.Ask() if {"writing", "social"}.intersection(session.skill.channels):
            return _WRITTEN
    return _SECONDS.get(frame.kind, _A_SCREEN)


def _straight(frame: Frame, taken: dict[str, int]) -> Choice:
    """Return the first way that does not lead past the exercise, to care or to somebody.

    Where a choice comes again the next one is taken, so that no round is gone for ever.
    """
    ways = sorted(range(len(frame.options)), key=lambda n: bool(_TO_SOMEBODY.search(frame.options[n])))
    times = taken.get(frame.step, 0)
    taken[frame.step] = times + 1
    return Choice(ways[times % len(ways)])

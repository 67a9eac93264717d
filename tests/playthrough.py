"""Playing a session through, place by place, along every way there is.

Invariant: only what a frame offers is done, so what is reached here a person can reach.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.core.events import Answer, Choice, Forward, Rating, Take, Tick
from copecli.core.session import OPENING, Moment, Session
from copecli.core.skill_format import LONGEST_PACE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copecli.core.events import Event
    from copecli.core.skill import Skill

MOMENT = Moment(today="23 November 2026", weekday="Monday", time="03:12")

MOST_KEYS = 100
"""More than any one step asks for."""


def play(session: Session, *events: Event) -> Session:
    """Return the session after these events."""
    for event in events:
        session = session.next(event)
    return session


def ways_on(session: Session) -> Iterator[Session]:
    """Yield the session after its present place: once for each option of a choice, else once."""
    frame = session.frame()
    if frame.kind == "choose":
        for index in range(len(frame.options)):
            yield session.next(Choice(index))
    else:
        yield passed(session)


def passed(session: Session) -> Session:
    """Return the session once its present place, which is no choice, has been done in full."""
    place = session.at, session.trail
    for _ in range(MOST_KEYS):
        session = _done(session)
        if (session.at, session.trail) != place:
            return session
    raise AssertionError(f"{session.skill.id} stays at {place[0]}")


def _done(session: Session) -> Session:
    frame = session.frame()
    if frame.minutes:
        return session.next(Choice(0))
    if "take" in frame.can:
        return session.next(Take())
    if frame.kind == "pace":
        return session.next(Tick(LONGEST_PACE + 1.0))
    if frame.seconds_left:
        return session.next(Tick(frame.seconds_left))
    if "rate" in frame.can and frame.kind == "rate":
        return session.next(Rating(5))
    return session.next(Answer("something of mine") if "answer" in frame.can else Forward())


def places(skill: Skill, left_out: frozenset[str] = frozenset()) -> dict[int, Session]:
    """Return every place that can be reached, with the session as it first came there."""
    start = Session.begin(skill, left_out=left_out, moment=MOMENT)
    reached = {OPENING: start}
    waiting = [start]
    while waiting:
        session = waiting.pop()
        if not session.finished:
            for following in ways_on(session):
                if following.at not in reached:
                    reached[following.at] = following
                    waiting.append(following)
    return reached

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
    from copecli.core.frames import Frame
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
    return session.next(done_with(session.frame()))


def done_with(frame: Frame) -> Event:
    """Return what a person does in such a place, which is no choice, to have done it in full."""
    if frame.minutes:
        return Choice(0)
    if "take" in frame.can:
        return Take()
    if frame.kind == "pace":
        return Tick(LONGEST_PACE + 1.0)
    if frame.seconds_left:
        return Tick(frame.seconds_left)
    if frame.kind == "rate":
        return Rating(5)
    if frame.kind == "compose":
        return Forward()
    return Answer("something of mine") if "answer" in frame.can else Forward()


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


Walk = tuple[tuple["Frame", "Event"], ...]
"""From the opening to the end: what was shown, and what was done there."""


def walks(skill: Skill, left_out: frozenset[str] = frozenset()) -> tuple[Walk, ...]:
    """Return as many ways through a skill as it takes to choose each option of every choice once."""
    far = _steps_to_the_end(skill, left_out)
    waiting: list[tuple[Session, Walk]] = [(Session.begin(skill, left_out=left_out, moment=MOMENT), ())]
    taken: set[tuple[str, int]] = set()
    done = []
    while waiting:
        session, walk = waiting.pop()
        while not session.finished:
            frame = session.frame()
            events = [done_with(frame)]
            if frame.kind == "choose":
                ways = range(len(frame.options))
                new = [n for n in ways if (frame.step, n) not in taken]
                taken.update((frame.step, n) for n in new)
                quickest = min(ways, key=lambda n: far[session.next(Choice(n)).at])
                events = [Choice(n) for n in new or [quickest]]
            waiting += [(session.next(event), (*walk, (frame, event))) for event in events[1:]]
            session, walk = session.next(events[0]), (*walk, (frame, events[0]))
        done.append(walk)
    return tuple(done)


def _steps_to_the_end(skill: Skill, left_out: frozenset[str]) -> dict[int, int]:
    """Return by place how many places lie between it and the end, at the least."""
    leads = {
        at: [] if session.finished else [way.at for way in ways_on(session)]
        for at, session in places(skill, left_out).items()
    }
    far = {at: 0 for at, ways in leads.items() if not ways}
    for _ in leads:
        near = {at: [far[way] for way in ways if way in far] for at, ways in leads.items() if at not in far}
        far |= {at: 1 + min(ways) for at, ways in near.items() if ways}
    return far

"""Riding an urge for some minutes: a pure state machine that both faces and the tests drive.

Invariant: a Ride never changes, time is only handed in, and every way out of it is as good as any other. The
time that was chosen is ridden once it has gone by: what comes after that can take nothing away.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from copecli.core.events import Back, Choice, Extend, Forward, Pause, Rating, Skip, Stop, Tick
from copecli.core.records import HARD, HIGHEST
from copecli.core.uses import Wave
from copecli.core.wave_frame import (
    ABOUT,
    AWAY,
    END,
    FIRST,
    GO_ON,
    LENGTH,
    OPENING,
    RIDING,
    STRENGTH,
    WAYS_FIRST,
    Frame,
    frame_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from copecli.core.events import Event
    from copecli.core.when import When

LENGTHS = (5, 10, 15)
"""Minutes to choose from."""
MORE = 5
"""Minutes that are added at a time."""
LONGEST = 240
"""Minutes: nobody rides longer than that in one go."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask each minute how strong it is, or no longer."""


@dataclass(frozen=True, slots=True)
class About:
    """Say what is known of it."""


@dataclass(frozen=True, slots=True)
class Ride:
    """Where a person is with an urge. Begin one with `Ride.begin`."""

    given: int = 0
    """The length in minutes that was said before it began; 0 asks for it."""
    at: str = OPENING
    """OPENING ABOUT STRENGTH FIRST AWAY LENGTH RIDING END"""
    before: int | None = None
    """How strong the urge was at the beginning, 0 to 10; None where it was left out."""
    chosen: int = 0
    """The length in minutes that was chosen; 0 until the wave begins."""
    minutes: int = 0
    """How long it lasts now, with all that was added."""
    seconds: float = 0.0
    """Ridden so far, pauses left out."""
    ratings: tuple[tuple[int, int], ...] = ()
    """(second, strength 0 to 10), in the order of time."""
    asks: bool = False
    """Whether each minute asks how strong it is."""
    due: bool = False
    """Whether it is being asked now."""
    turned: int = 0
    """Lines that were passed by hand."""
    paused: bool = False
    stopped: bool = False

    @classmethod
    def begin(cls, minutes: int = 0) -> Ride:
        """Return a ride before its first screen; `minutes` is one of LENGTHS, or 0 to ask."""
        return cls(given=minutes)

    @property
    def total(self) -> float:
        """How long it lasts now, in seconds."""
        return self.minutes * 60.0

    @property
    def strength(self) -> int | None:
        """How strong the urge was when it was last said; None where it never was."""
        return self.ratings[-1][1] if self.ratings else self.before

    @property
    def ridden(self) -> bool:
        """Whether the time that was chosen has gone by."""
        return 0 < self.chosen * 60.0 <= self.seconds

    def next(self, event: Event | Ask | About) -> Ride:
        """Return the ride after `event`. An event that has no meaning here changes nothing."""
        if self.stopped:
            return self
        if isinstance(event, Stop):
            return replace(self, stopped=True)
        match self.at:
            case "opening" | "about":
                return self._before_it(event)
            case "strength":
                return self._strength(event)
            case "first" | "away":
                return self._first(event)
            case "length":
                return self._length(event)
            case "riding":
                return self._riding(event)
        return self._end(event)

    def frame(self) -> Frame:
        """Return what a face shows now."""
        return frame_of(self)

    def until_change(self, columns: int = 0) -> float | None:
        """Return the seconds until something will look different, in a picture of so many columns, or none.

        None while nothing will: before it, after it, and in a pause.
        """
        if self.at != RIDING or self.paused:
            return None
        left = self.total - self.seconds
        half = 30.0 - self.seconds % 30.0  # minutes turn the line; half minutes turn the words of the time
        width = self.total / columns if columns else half
        return max(0.01, min(left, half, width - self.seconds % width) + 0.001)

    def as_record(self, record_id: str, when: When) -> Wave | None:
        """Return what the journal keeps of it; None where no second was ridden."""
        if self.seconds < 1.0:
            return None
        return Wave(
            id=record_id,
            when=when,
            minutes=self.chosen,
            seconds=int(self.seconds),
            ratings=self.ratings,
            finished=self.ridden,
        )

    # what each place makes of an event

    def _before_it(self, event: Event | Ask | About) -> Ride:
        if isinstance(event, About):
            return replace(self, at=ABOUT)
        if self.at == ABOUT and isinstance(event, Back):
            return replace(self, at=OPENING)
        return replace(self, at=STRENGTH) if isinstance(event, Forward | Skip) else self

    def _strength(self, event: Event | Ask | About) -> Ride:
        match event:
            case Rating(value) if 0 <= value <= HIGHEST:
                rated = replace(self, before=value)
                return replace(rated, at=FIRST) if value >= HARD else rated._on()
            case Forward() | Skip():
                return replace(self, before=None)._on()
            case Back():
                return replace(self, at=OPENING)
        return self

    def _first(self, event: Event | Ask | About) -> Ride:
        """From 7 up a person and another place stand before the wave."""
        match event:
            case Back():
                return replace(self, at=FIRST if self.at == AWAY else STRENGTH)
            case Forward() | Skip():
                return self._on()
            case Choice(index) if self.at == FIRST and 0 <= index < len(WAYS_FIRST):
                way = WAYS_FIRST[index][0]
                return self._on() if way == GO_ON else replace(self, at=AWAY) if way == AWAY else self
        return self

    def _length(self, event: Event | Ask | About) -> Ride:
        match event:
            case Choice(index) if 0 <= index < len(LENGTHS):
                return self._begun(LENGTHS[index])
            case Forward() | Skip():
                return self._begun(LENGTHS[0])
            case Back():
                return replace(self, at=STRENGTH)
        return self

    def _on(self) -> Ride:
        return self._begun(self.given) if self.given else replace(self, at=LENGTH)

    def _begun(self, minutes: int) -> Ride:
        ratings = () if self.before is None else ((0, self.before),)
        return replace(self, at=RIDING, chosen=minutes, minutes=minutes, ratings=ratings)

    def _riding(self, event: Event | Ask | About) -> Ride:
        match event:
            case Tick(seconds):
                return self if self.paused else self._later(seconds)
            case Rating(value) if 0 <= value <= HIGHEST:
                return self._rated(value)
            case Extend():
                return self._longer()
            case Pause():
                return replace(self, paused=not self.paused)
            case Forward() | Skip() if self.paused:
                return replace(self, paused=False)
            case Forward() | Skip():
                return replace(self, turned=self.turned + 1)
            case Ask():
                return replace(self, asks=not self.asks, due=not self.asks)
        return self

    def _end(self, event: Event | Ask | About) -> Ride:
        match event:
            case Rating(value) if 0 <= value <= HIGHEST:
                return self._rated(value)
            case Forward() | Skip():
                return replace(self, due=False)
            case Extend() if self.minutes < LONGEST:
                return replace(self._longer(), at=RIDING, due=False)
        return self

    def _later(self, seconds: float) -> Ride:
        now = min(self.total, self.seconds + seconds)
        a_minute_on = int(now // 60) > int(self.seconds // 60)
        over = now >= self.total
        due = self.due or (self.asks and (a_minute_on or over))
        return replace(self, seconds=now, due=due, at=END if over else RIDING)

    def _rated(self, value: int) -> Ride:
        second = max(1, int(self.seconds))  # 0 is how strong it was before
        earlier = tuple(rating for rating in self.ratings if rating[0] < second)
        return replace(self, ratings=(*earlier, (second, value)), due=False)

    def _longer(self) -> Ride:
        return replace(self, minutes=min(LONGEST, self.minutes + MORE))


if TYPE_CHECKING:
    Happening: TypeAlias = Event | Ask | About

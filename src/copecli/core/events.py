"""What can happen to a session, and to a form: it knows Back, Skip and Stop, too.

Invariant: an event says what the person did, never which key or widget it was.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Forward:
    """Go on: any key, Enter."""


@dataclass(frozen=True, slots=True)
class Back:
    """Go to the place before this one; at the first one, start it anew."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave this step out; what was answered before stays as it was."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Leave the exercise or the questions; what was kept stays kept."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Hold time still, or let it run again."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed."""

    seconds: float
    """Since the last tick, 0 or more."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Words that were typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Rating:
    """A number that was given."""

    value: int
    """0 to 10."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the options that the frame offers."""

    index: int
    """From 0."""


@dataclass(frozen=True, slots=True)
class Take:
    """Do the idea that is shown."""


@dataclass(frozen=True, slots=True)
class Extend:
    """Wait longer."""

    minutes: int = 5


Event = Forward | Back | Skip | Stop | Pause | Tick | Answer | Rating | Choice | Take | Extend

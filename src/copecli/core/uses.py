"""What a person did in a hard moment: used a skill, rode a wave, walked through their plan.

Invariant: a rating that was not given is None and no number, so nothing is counted that nobody said.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.records import Record

EASIER, SAME, HARDER, CANT_TELL = "easier", "same", "harder", "cant-tell"
EASE = ("", EASIER, SAME, HARDER, CANT_TELL)
"""How it was after a skill; nothing where it was not said."""

LONGEST_SECONDS = 10**9
"""Some thirty years: what is longer is a broken clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use(Record):
    """A skill was used."""

    kind = "use"

    skill: str
    """Its id."""
    state: str = ""
    """The state that it was chosen for."""
    finished: bool = False
    seconds: int = 0
    """How long it took."""
    ease: str = ""
    """One of EASE."""
    distress_before: int | None = None
    distress_after: int | None = None
    urge_before: int | None = None
    urge_after: int | None = None
    able_before: int | None = None
    able_after: int | None = None
    source: str = ""
    """What led to it, such as plan or with-me."""

    @property
    def change(self) -> int | None:
        """Points by which distress fell, or the urge where only that was rated; below 0 where it rose."""
        if self.distress_before is not None and self.distress_after is not None:
            return self.distress_before - self.distress_after
        if self.urge_before is not None and self.urge_after is not None:
            return self.urge_before - self.urge_after
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave(Record):
    """An urge was ridden."""

    kind = "wave"

    minutes: int = 0
    """As long as the person chose to wait."""
    seconds: int = 0
    """As long as it was."""
    ratings: tuple[tuple[int, int], ...] = ()
    """(second, strength of the urge 0 to 10), in the order of time."""
    finished: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWalk(Record):
    """A walk through the safety plan."""

    kind = "plan-walk"

    done: tuple[tuple[str, str], ...] = ()
    """(step, id of the item) of what was done."""
    left_out: tuple[tuple[str, str], ...] = ()
    """The same of what was passed over."""
    someone: bool = False
    """Whether “someone now” was opened."""
    finished: bool = False

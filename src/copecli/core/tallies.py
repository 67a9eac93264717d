"""Sums over the journal, kept as it grows, so that no screen reads a hundred thousand records to draw a line.

Invariant: all of it is whole numbers, and adding is the exact opposite of taking away: the sums of a journal
are the same in whatever order it was written, and after a record is gone nothing of it is left in them. What
was answered about ending one's life stands in none.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace

from copecli.core.uses import CANT_TELL, EASIER, HARDER, SAME

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FEELING, TAG, HOUR, WEEKDAY, DAY, MONTH = "feeling", "tag", "hour", "weekday", "day", "month"
RATED_PARTS = (FEELING, TAG, HOUR, WEEKDAY, DAY, MONTH)
"""By what check-ins are summed up. Keys: the word; the word; 00 to 23; 0 (Monday) to 6; 2026-11-26;
2026-11."""

KIND, FUNCTION, VULNERABLE, TRIGGER, DID, GAIN = "kind", "function", "vulnerable", "trigger", "did", "gain"
COUNTED_PARTS = (KIND, FUNCTION, VULNERABLE, TRIGGER, DID, GAIN)
"""What is counted: records by kind; trigger maps by need, by what made the day harder, by what came just
before and by what was done; and what cannot be lost."""

WAVES, USES, HARD_USES, REACHED = "waves", "uses", "hard-uses", "reached"
GAINS = (WAVES, USES, HARD_USES, REACHED)
"""Keys of GAIN: waves ridden, skills used, skills used when it was hard, people and places gone to from the
plan."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Whole numbers as their count, sum and sum of squares."""

    n: int = 0
    total: int = 0
    squares: int = 0

    @classmethod
    def of(cls, *values: int | None) -> Spread:
        """Return the spread of these; None is not counted."""
        known = [value for value in values if value is not None]
        return cls(len(known), sum(known), sum(value * value for value in known))

    @property
    def mean(self) -> float:
        """The mean; 0 where nothing was counted, so look at `n` first."""
        return self.total / self.n if self.n else 0.0

    @property
    def variance(self) -> float:
        """The sample variance (by n - 1); 0 below two."""
        if self.n < 2:
            return 0.0
        return (self.n * self.squares - self.total * self.total) / (self.n * (self.n - 1))

    def __add__(self, other: Spread) -> Spread:
        return Spread(self.n + other.n, self.total + other.total, self.squares + other.squares)

    def __sub__(self, other: Spread) -> Spread:
        return Spread(self.n - other.n, self.total - other.total, self.squares - other.squares)

    def __bool__(self) -> bool:
        return self != _NOTHING


_NOTHING = Spread()


@dataclass(frozen=True, slots=True)
class Rated:
    """Check-ins that have something in common, and their ratings."""

    count: int = 0
    """Check-ins, rated or not."""
    distress: Spread = _NOTHING
    urge: Spread = _NOTHING
    able: Spread = _NOTHING

    def __add__(self, other: Rated) -> Rated:
        return Rated(
            self.count + other.count,
            self.distress + other.distress,
            self.urge + other.urge,
            self.able + other.able,
        )

    def __sub__(self, other: Rated) -> Rated:
        return Rated(
            self.count - other.count,
            self.distress - other.distress,
            self.urge - other.urge,
            self.able - other.able,
        )

    def __bool__(self) -> bool:
        return bool(self.count or self.distress or self.urge or self.able)


@dataclass(frozen=True, slots=True)
class Helped:
    """How it was after one skill, in one state."""

    skill: str
    state: str
    """The state that it was chosen for, or nothing."""
    uses: int = 0
    easier: int = 0
    same: int = 0
    harder: int = 0
    cant_tell: int = 0
    change: Spread = _NOTHING
    """Points by which distress fell, over uses rated twice; the urge where only that was rated."""
    easier_change: Spread = _NOTHING
    """The same over the uses that were also said to be easier; so for the other words."""
    same_change: Spread = _NOTHING
    harder_change: Spread = _NOTHING
    cant_tell_change: Spread = _NOTHING

    def said(self, ease: str) -> int:
        """Return of how many uses this word was said."""
        found: int = getattr(self, _FIELD_OF[ease])
        return found

    def __add__(self, other: Helped) -> Helped:
        """Return both together, under this one's names."""
        return replace(self, **{name: getattr(self, name) + getattr(other, name) for name in _SUMMED})

    def __sub__(self, other: Helped) -> Helped:
        return replace(self, **{name: getattr(self, name) - getattr(other, name) for name in _SUMMED})

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in _SUMMED)


_FIELD_OF = {EASIER: "easier", SAME: "same", HARDER: "harder", CANT_TELL: "cant_tell"}
_SUMMED = tuple(found.name for found in fields(Helped))[2:]
"""What is summed up; spreads among them."""


@dataclass(frozen=True, slots=True)
class Tallies:
    """All sums of a journal. What would be nothing is not in it."""

    rated: Mapping[str, Mapping[str, Rated]] = field(default_factory=dict)
    """By part (RATED_PARTS) and key."""
    helped: Mapping[tuple[str, str], Helped] = field(default_factory=dict)
    """By (skill, state)."""
    counted: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """By part (COUNTED_PARTS) and key."""

    def by(self, part: str) -> Mapping[str, Rated]:
        """Return the check-ins by a part of RATED_PARTS."""
        return self.rated.get(part, {})

    def count(self, part: str, key: str) -> int:
        """Return one count; 0 where there is none."""
        return self.counted.get(part, {}).get(key, 0)


def sum_rated(found: Iterable[Rated]) -> Rated:
    """Return them together."""
    total = Rated()
    for rated in found:
        total += rated
    return total


def sum_helped(skill: str, state: str, found: Iterable[Helped]) -> Helped:
    """Return them together, under these names."""
    total = Helped(skill, state)
    for helped in found:
        total += helped
    return total


def by_spelling(found: Mapping[str, Rated]) -> dict[str, Rated]:
    """Return words that differ in capitals only together, under the spelling that was used most."""
    groups: dict[str, list[str]] = {}
    for word in found:
        groups.setdefault(word.casefold(), []).append(word)
    return {
        max(words, key=lambda word: (found[word].count, word)): sum_rated(found[word] for word in words)
        for words in groups.values()
    }

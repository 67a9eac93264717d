"""What higher and lower ratings tend to come with: feelings, own tags, times of day, days of the week.

The mean of the check-ins that share something is set beside the mean of all. How often chance alone would set
them so far apart comes from `evidence.chance_of`, for as many draws as tell as much as these n of all N:
n * (N - 1) / (N - n), since a check-in is drawn from a journal once at most. Everything that can be compared
is compared, for distress and urge, upwards and downwards, so the chances meet Holm's bar (1979, Scand J Stat
6:65-70). Pure noise led to any claim at all in at most 3 of 100 journals, of 30 to 1,000 check-ins with
even, lopsided and two-valued ratings, at one look; what adds two points was found in 57 of 100 journals with
25 of 200 check-ins, and in 98 with 50 of 400. Not controlled: that bad weeks come in a row, so that what
happened in one of them stands out; and many looks. So it says what came together and never why. Estimates
lean to the person's own mean. Invariant: pure; own words pass through as they are, and only distress and urge
are looked at.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt

from copecli.core.evidence import EARLY, FEWEST, OPEN, chance_of, shrunk
from copecli.core.pattern_words import BAND, DISTRESS, HIGHER, LOWER, URGE, pattern_words
from copecli.core.tallies import FEELING, HOUR, TAG, WEEKDAY, by_spelling

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from copecli.core.reach import Sentence
    from copecli.core.tallies import Rated

MEASURES = (DISTRESS, URGE)
PARTS = (FEELING, TAG, BAND, WEEKDAY)
BANDS = {
    "night": (22, 23, 0, 1, 2, 3, 4),
    "morning": (5, 6, 7, 8, 9, 10),
    "afternoon": (11, 12, 13, 14, 15, 16),
    "evening": (17, 18, 19, 20, 21),
}
"""Hours of the person's clock."""

CHANCE = 0.05
"""How often noise alone may lead to any claim at all."""
HIGHEST = 10
BETWEEN = 1.0
"""Variance of true means around the person's own: a standard deviation of one point."""
_SHORT_OF_ANY_BAR = 1.9
"""A shift below so many standard errors misses the lowest bar there is, 0.025 for one comparison."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Check-ins that share something, beside all of them."""

    part: str
    """One of PARTS."""
    key: str
    """The word; one of BANDS; 0 (Monday) to 6."""
    measure: str
    """One of MEASURES."""
    times: int
    """Check-ins with this rating."""
    points: float
    """The estimate of how far above the person's own mean it is; below 0 it is lower."""
    verdict: str
    """EARLY HIGHER LOWER OPEN"""
    chance: float = 1.0
    """How often chance alone would lead so far up or down."""

    @property
    def words(self) -> tuple[Sentence, ...]:
        """What to say of it."""
        return pattern_words(self)


def patterns(rated: Mapping[str, Mapping[str, Rated]]) -> tuple[Pattern, ...]:
    """Return what can be said of everything that check-ins share: what stands out first, and furthest."""
    shared = {
        FEELING: rated.get(FEELING, {}),
        TAG: by_spelling(rated.get(TAG, {})),
        HOUR: rated.get(HOUR, {}),
        WEEKDAY: rated.get(WEEKDAY, {}),
    }
    found = [one for measure in MEASURES for one in _compared(shared, measure)]
    return tuple(sorted(_claimed(found), key=lambda one: (one.verdict in (OPEN, EARLY), -abs(one.points))))


def standing_out(found: Iterable[Pattern]) -> tuple[Pattern, ...]:
    """Return those of which something can be claimed, and that say something new; `found` is of `patterns`.

    Where nights are harder, all other times of day are easier than the mean: of times and of days of the week
    only those count that lean the way of the one that leans furthest.
    """
    ways: dict[tuple[str, str], str] = {}
    new = []
    for one in found:
        if one.verdict in (HIGHER, LOWER):
            way = ways.setdefault((one.part, one.measure), one.verdict)
            if one.part not in (BAND, WEEKDAY) or one.verdict == way:
                new.append(one)
    return tuple(new)


Sums = tuple[int, int, int]
"""(n, total, squares)"""


def _compared(shared: Mapping[str, Mapping[str, Rated]], measure: str) -> list[Pattern]:
    sums = {part: {key: _sums(one, measure) for key, one in keys.items()} for part, keys in shared.items()}
    hours = {int(hour): one for hour, one in sums.pop(HOUR).items()}
    sums[BAND] = {
        band: _together(hours[hour] for hour in within if hour in hours) for band, within in BANDS.items()
    }
    everything = _together(hours.values())
    return [
        _beside(part, key, measure, one, everything)
        for part in PARTS
        for key, one in sums[part].items()
        if one[0]
    ]


def _beside(part: str, key: str, measure: str, sums: Sums, everything: Sums) -> Pattern:
    """Return some check-ins beside all of them, not yet claimed."""
    n, total, _ = sums
    of, sum_of, squares_of = everything
    mean = sum_of / of
    variance = squares_of / of - mean * mean
    shift = total / n - mean
    points = shrunk(n, shift, 0.0, variance, BETWEEN) if variance > 0 else 0.0
    if n < FEWEST:
        return Pattern(part, key, measure, n, points, EARLY)
    if of - n < FEWEST or variance <= 0:
        return Pattern(part, key, measure, n, points, OPEN)
    draws = n * (of - 1) / (of - n)
    chance = 1.0
    if abs(shift) * sqrt(draws / variance) > _SHORT_OF_ANY_BAR:
        reach = HIGHEST - mean if shift > 0 else mean
        chance = min(1.0, 2 * chance_of(draws, abs(shift), variance, reach))
    return Pattern(part, key, measure, n, points, OPEN, chance)


def _claimed(found: list[Pattern]) -> list[Pattern]:
    """Return them with a claim where chance is below Holm's bar: 0.05 by as many as are still in question."""
    left = sum(one.verdict == OPEN for one in found)
    claims = True
    done = []
    for one in sorted(found, key=lambda one: one.chance):
        if one.verdict == OPEN:
            claims = claims and one.chance <= CHANCE / left
            left -= 1
            if claims:
                one = replace(one, verdict=HIGHER if one.points > 0 else LOWER)
        done.append(one)
    return done


def _sums(rated: Rated, measure: str) -> Sums:
    spread = rated.distress if measure == DISTRESS else rated.urge
    return spread.n, spread.total, spread.squares


def _together(found: Iterable[Sums]) -> Sums:
    n = total = squares = 0
    for a, b, c in found:
        n, total, squares = n + a, total + b, squares + c
    return n, total, squares

"""How ratings move over weeks and months: distress, the urge, and how able the person felt to ride it out.

Invariant: means of what was rated and nothing made up: a week without a rating is a gap and no 0. Nothing of
it is shown unasked, since it can fall as well as rise.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.evidence import EARLY, FEWEST, noise_of
from copecli.core.insight_words import TOO_EARLY
from copecli.core.pattern_words import ABLE, DISTRESS, HIGHER, LOWER, URGE
from copecli.core.reach import Sentence, sentence
from copecli.core.when import DAY_MS, When, day_number
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from copecli.core.tallies import Rated, Spread

MEASURES = (DISTRESS, URGE, ABLE)
SAME = "same"
MOST_WEEKS = 52
SIDE = 4
"""Weeks on each side of a comparison."""
FURTHEST_BY_CHANCE = 2.5
"""Standard errors by which four weeks differ from four others before anything is said."""
WEEK_NOISE = 1.0
"""Variance of a week's mean at first; it keeps the bar above a point, however steady they are."""


@dataclass(frozen=True, slots=True)
class Period:
    """A week or a month."""

    start: str
    """The Monday, such as 2026-05-04; or the month, such as 2026-05."""
    n: int = 0
    """Check-ins with this rating."""
    mean: float | None = None
    """None where there is none."""


@dataclass(frozen=True, slots=True)
class Movement:
    """The last four weeks beside the four before them."""

    measure: str
    verdict: str
    """EARLY HIGHER LOWER SAME"""
    before: float = 0.0
    """The mean of the weekly means."""
    lately: float = 0.0

    @property
    def words(self) -> tuple[Sentence, ...]:
        """What to say of it."""
        if self.verdict == EARLY:
            return (TOO_EARLY,)
        said = [sentence(_MOVED[self.measure, self.verdict])]
        if self.verdict != SAME:
            said.append(sentence(_BEFORE, before=points(self.before), lately=points(self.lately)))
        if (self.measure == ABLE and self.verdict == LOWER) or (
            self.measure != ABLE and self.verdict == HIGHER
        ):
            said.append(sentence(N_("Would a person help?")))
        return tuple(said)


_BEFORE = N_("Before about {before}, lately about {lately}.")
_MOVED = {
    (DISTRESS, HIGHER): N_("Distress has been higher lately."),
    (DISTRESS, LOWER): N_("Distress has been lower lately."),
    (DISTRESS, SAME): N_("Distress has been much the same lately."),
    (URGE, HIGHER): N_("The urge has been stronger lately."),
    (URGE, LOWER): N_("The urge has been weaker lately."),
    (URGE, SAME): N_("The urge has been much the same lately."),
    (ABLE, HIGHER): N_("You felt more able to ride it out lately."),
    (ABLE, LOWER): N_("You felt less able to ride it out lately."),
    (ABLE, SAME): N_("How able you felt has been much the same lately."),
}


def points(mean: float) -> str:
    """Return a mean to the nearest half, as it is read: 6 or 6.5."""
    return f"{round(mean * 2) / 2:g}"


def weeks(days: Mapping[str, Rated], measure: str, most: int = MOST_WEEKS) -> tuple[Period, ...]:
    """Return the last weeks with a check-in, and the gaps between them, from Monday to Sunday."""
    if not days:
        return ()
    last = _monday(max(days))
    first = _day(max(0, last - 7 * (most - 1)))
    sums: dict[int, tuple[int, int]] = {}
    for day, rated in days.items():
        if day >= first:  # text of one shape sorts as dates do; most of ten years is passed over here
            spread = _spread(rated, measure)
            n, total = sums.get(monday := _monday(day), (0, 0))
            sums[monday] = n + spread.n, total + spread.total
    found = [_period(_day(monday), *sums.get(monday, (0, 0))) for monday in range(min(sums), last + 1, 7)]
    return _trimmed(found)


def months(by_month: Mapping[str, Rated], measure: str) -> tuple[Period, ...]:
    """Return the months that have a check-in, the first one first."""
    found = [(month, _spread(rated, measure)) for month, rated in sorted(by_month.items())]
    return _trimmed([_period(month, spread.n, spread.total) for month, spread in found])


def movement(found: Sequence[Period], measure: str) -> Movement:
    """Return the last four weeks that were rated beside the four before them.

    The unit is a week's mean, so that a hard day or ten check-ins in one evening weigh no more. Example:
    means of 7, 6, 7, 8 and then 4, 5, 4, 5 have 7 and 4.5 in the middle. Around them lie 2 + 1 = 3, so the
    noise is (4 * 1 + 3) / (4 + 6) = 0.7, and no less than 3 / 6; the standard error is
    sqrt(0.7 / 4 + 0.7 / 4) = 0.59. 2.5 is more than 2.5 * 0.59 = 1.48: lower.
    """
    rated = [(one.n, one.mean) for one in found if one.mean is not None][-2 * SIDE :]
    before, lately = rated[:SIDE], rated[SIDE:]
    if len(rated) < 2 * SIDE or min(sum(n for n, _ in side) for side in (before, lately)) < FEWEST:
        return Movement(measure, EARLY)
    earlier, later = (sum(mean for _, mean in side) / SIDE for side in (before, lately))
    around = sum((mean - earlier) ** 2 for _, mean in before) + sum((mean - later) ** 2 for _, mean in lately)
    noise = noise_of(2 * SIDE - 1, 0.0, around, WEEK_NOISE)
    shift = later - earlier
    if shift * shift < FURTHEST_BY_CHANCE**2 * noise * 2 / SIDE:
        return Movement(measure, SAME, earlier, later)
    return Movement(measure, HIGHER if shift > 0 else LOWER, earlier, later)


def _spread(rated: Rated, measure: str) -> Spread:
    return {DISTRESS: rated.distress, URGE: rated.urge, ABLE: rated.able}[measure]


def _monday(day: str) -> int:
    number = day_number(day)
    return number - (number + 3) % 7


def _day(number: int) -> str:
    """Return the date; a clock that has lost its battery is in a week that began in 1969."""
    return When(max(0, number) * DAY_MS).date()


def _period(start: str, n: int, total: int) -> Period:
    return Period(start, n, total / n if n else None)


def _trimmed(found: list[Period]) -> tuple[Period, ...]:
    """Return them without the ones at either end that have no rating."""
    rated = [at for at, one in enumerate(found) if one.n]
    return tuple(found[rated[0] : rated[-1] + 1]) if rated else ()

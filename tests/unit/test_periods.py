"""Ratings over weeks and months."""

from __future__ import annotations

from random import Random

import pytest

from copecli.core.evidence import EARLY
from copecli.core.pattern_words import HIGHER, LOWER
from copecli.core.periods import SAME, Movement, Period, months, movement, weeks
from copecli.core.tallies import Rated, Spread
from copecli.core.when import DAY_MS, When


def rated(*distress: int) -> Rated:
    """Return check-ins with these ratings of distress, and an urge of 1 in each."""
    return Rated(len(distress), Spread.of(*distress), Spread.of(*(1 for _ in distress)))


def run_of(*means: float | None, n: int = 3) -> list[Period]:
    """Return weeks with these means."""
    return [Period("2026-05-04", n if mean is not None else 0, mean) for mean in means]


def test_days_make_weeks_from_monday_to_sunday() -> None:
    """2026-05-04 is a Monday: the mean of 4, 6 and 8 is 6; the day before belongs to the week before."""
    days = {"2026-05-03": rated(1), "2026-05-04": rated(4, 6), "2026-05-10": rated(8), "2026-05-11": rated(0)}
    assert weeks(days, "distress") == (
        Period("2026-04-27", 1, 1.0), Period("2026-05-04", 3, 6.0), Period("2026-05-11", 1, 0.0),
    )  # fmt: skip


def test_a_week_without_a_rating_is_a_gap_and_no_zero() -> None:
    """Also where there was a check-in that rated something else."""
    days = {"2026-05-04": rated(4), "2026-05-11": rated(), "2026-05-26": rated(6), "2026-06-02": rated()}
    assert [one.mean for one in weeks(days, "distress")] == [4.0, None, None, 6.0]
    assert weeks(days, "able") == weeks({}, "urge") == ()


def test_a_clock_that_has_lost_its_battery_has_weeks_too() -> None:
    """The first of January 1970 was a Thursday, in a week that began in the year before."""
    assert weeks({"1970-01-01": rated(4)}, "distress") == (Period("1970-01-01", 1, 4.0),)


def test_only_the_last_weeks_are_taken() -> None:
    """A year of them, or as many as are asked for."""
    days = {When(day * DAY_MS).date(): rated(5) for day in range(1000, 3000)}
    assert len(weeks(days, "distress")) == 52
    assert [one.start for one in weeks(days, "distress", 2)] == ["1978-03-06", "1978-03-13"]


def test_months_come_in_order() -> None:
    """With the mean of each; those at the ends that have no rating are left out."""
    by_month = {"2026-06": rated(2), "2026-05": rated(8, 6), "2026-07": rated()}
    assert months(by_month, "distress") == (Period("2026-05", 2, 7.0), Period("2026-06", 1, 2.0))


def test_a_movement_is_worked_by_hand() -> None:
    """The example of the docstring: 7 and 4.5 are 2.5 apart, beside a bar of 1.48."""
    found = movement(run_of(7, 6, 7, 8, 4, 5, 4, 5), "distress")
    assert found == Movement("distress", LOWER, 7.0, 4.5)
    assert [one.worded(str) for one in found.words] == [
        "Distress has been lower lately.", "Before about 7, lately about 4.5.",
    ]  # fmt: skip
    assert movement(run_of(7, 6, 7, 8, 6, 6, 5, 6), "distress").verdict == SAME  # 1.25 apart, bar 1.46


def test_less_than_a_point_is_much_the_same() -> None:
    """However steady."""
    assert movement(run_of(*[5.0] * 4, *[5.9] * 4), "urge").verdict == SAME


def test_a_single_week_far_off_moves_nothing() -> None:
    """One wild week makes all of them uncertain: 4 weeks at 5 beside 5, 5, 5 and 10."""
    assert movement(run_of(5, 5, 5, 5, 5, 5, 5, 10), "distress").verdict == SAME


@pytest.mark.parametrize(
    ("measure", "means"),
    [("distress", (2, 6)), ("urge", (2, 6)), ("able", (6, 2))],
    ids=["distress", "urge", "able"],
)
def test_where_it_was_harder_a_person_is_offered(measure: str, means: tuple[int, int]) -> None:
    """And nothing is said of why; where it was easier, nothing is offered."""
    harder = movement(run_of(*[means[0]] * 4, *[means[1]] * 4), measure)
    easier = movement(run_of(*[means[1]] * 4, *[means[0]] * 4), measure)
    assert harder.words[-1].worded(str) == "Would a person help?"
    assert "person" not in " ".join(one.worded(str) for one in easier.words)


def test_with_few_weeks_or_few_ratings_it_is_too_early() -> None:
    """Eight weeks, gaps not counted, and five ratings on either side."""
    assert movement(run_of(9, 9, 9, 1, 1, 1, 1), "distress").verdict == EARLY
    assert movement(run_of(*[9] * 4, *[1] * 4, n=1), "distress").verdict == EARLY
    assert movement([], "able").words[0].worded(str) == "Too early to tell."
    assert movement(run_of(9, None, 9, 9, 9, None, 1, 1, 1, 1), "distress").verdict == LOWER


def test_every_movement_has_words() -> None:
    """Of each measure."""
    for measure in ("distress", "urge", "able"):
        for verdict in (EARLY, HIGHER, LOWER, SAME):
            assert all(one.worded(str) for one in Movement(measure, verdict).words)


@pytest.mark.parametrize("noise", [0.5, 1.0, 2.0])
def test_noise_is_seldom_called_a_movement(noise: float) -> None:
    """Weeks without a trend: in at most 5 of 100 runs."""
    random = Random(31)
    runs = 2000
    verdicts = [
        movement(run_of(*(max(0.0, min(10.0, random.gauss(5, noise))) for _ in range(8))), "distress").verdict
        for _ in range(runs)
    ]
    assert verdicts.count(SAME) >= 0.95 * runs

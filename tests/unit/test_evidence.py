"""The formula of every estimate, and the bars before anything is said."""

from __future__ import annotations

from itertools import accumulate
from math import comb, exp
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.evidence import SLOPE, START, chance_of, crosses, noise_of, shrunk

numbers = st.floats(-10, 10)
variances = st.floats(0.01, 50)


def test_an_estimate_is_worked_by_hand() -> None:
    """Eight uses with a mean of 3, noise 4, between 1, leaning to 1: w = 8 / (8 + 4) = 2/3; 1 + 2/3 * 2."""
    assert shrunk(8, 3.0, 1.0, 4.0, 1.0) == pytest.approx(7 / 3)


def test_where_there_is_nothing_the_estimate_is_what_is_usual() -> None:
    """None weighs nothing."""
    assert shrunk(0, 9.0, 1.5, 4.0, 1.0) == 1.5


@given(st.integers(1, 10_000), numbers, numbers, variances, variances)
def test_an_estimate_lies_between_and_nears_the_mean_with_more(
    n: int, mean: float, toward: float, noise: float, between: float
) -> None:
    """It never overshoots, and twice as many numbers never take it further off."""
    found, later = (shrunk(k, mean, toward, noise, between) for k in (n, 2 * n))
    assert min(mean, toward) - 1e-9 <= found <= max(mean, toward) + 1e-9
    assert abs(later - mean) <= abs(found - mean) + 1e-9


def test_alike_numbers_are_not_taken_for_certain() -> None:
    """Five times 2: no spread of their own, but (4 * 4 + 0) / (4 + 4) = 2."""
    assert noise_of(5, 10, 20) == 2.0


def test_wild_numbers_are_as_wild_as_they_are() -> None:
    """-6, 6, -6, 6: SS = 144, so 48 by n - 1, though the mix would say (16 + 144) / 7 = 22.9."""
    assert noise_of(4, 0, 144) == 48.0


def test_the_line_is_worked_by_hand() -> None:
    """Sixteen numbers with noise 4: (6 + 16 / 4) * 2 = 20 in all, or 1.25 each."""
    assert crosses(16, 20.0, 4.0)
    assert not crosses(16, 19.9, 4.0)
    assert not crosses(16, -20.0, 4.0)


def test_noise_without_a_lean_seldom_crosses_the_line() -> None:
    """After each of 300 numbers: in fewer than 5 runs of 100, as the theorem says, and in some."""
    random = Random(5)
    crossed = 0
    for _ in range(2000):
        sums = accumulate(random.gauss(0, 1) for _ in range(300))
        crossed += any(crosses(n, total, 1.0) for n, total in enumerate(sums, start=1))
    assert 20 <= crossed <= 100
    assert exp(-2 * START * SLOPE) < 0.05


def test_a_chance_is_worked_by_hand() -> None:
    """Mean 2, variance 4, up to 8 above: the high value comes in 4/68 of draws.

    Ten draws with a mean 2 higher need 10 * (2 * 8 + 4) / (64 + 4) = 2.94 high ones: between 2 and 3.
    """
    p = 4 / 68
    tails = [sum(comb(10, j) * p**j * (1 - p) ** (10 - j) for j in range(k, 11)) for k in (2, 3)]
    between = 10 * 20 / 68 - 2
    assert chance_of(10, 2.0, 4.0, 8.0) == pytest.approx(
        tails[0] ** (1 - between) * tails[1] ** between, rel=1e-3
    )


@given(st.integers(1, 100_000), st.floats(0.01, 9), st.floats(0.01, 25), st.floats(0.1, 10))
def test_a_chance_is_a_chance_and_a_further_shift_is_rarer(
    n: int, shift: float, variance: float, reach: float
) -> None:
    """From 0 to 1, for any journal."""
    near, far = (chance_of(n, by, variance, reach) for by in (shift, shift * 1.5))
    assert 0.0 <= far <= near <= 1.0


@pytest.mark.parametrize("arguments", [(0, 1, 1, 1), (5, 1, 0, 1), (5, 1, 1, 0)])
def test_where_nothing_varies_everything_is_chance(arguments: tuple[float, ...]) -> None:
    """Nothing is claimed of ratings that are all the same, or of none."""
    assert chance_of(*arguments) == 1.0


def test_lopsided_ratings_are_not_taken_for_a_bell() -> None:
    """An urge of 8 on one day in ten: three of five come in 0.86 % of draws, where a bell says 0.01 %."""
    mean, variance = 0.8, 0.1 * 64 - 0.64
    exact = sum(comb(5, j) * 0.1**j * 0.9 ** (5 - j) for j in range(3, 6))
    assert chance_of(5, 3 * 8 / 5 - mean, variance, 10 - mean) > exact * 0.9

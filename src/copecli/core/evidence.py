"""How much a few numbers tell: an estimate that leans to what is usual, and two bars before anything is said.

`shrunk` is the one formula by which every estimate here is made. It is the normal-normal compromise of
empirical Bayes (Efron & Morris 1975, J Am Stat Assoc 70:311-319; Gelman et al., Bayesian Data Analysis,
chapter 5):

    estimate = toward + w * (mean - toward),   w = n * between / (n * between + noise)

`noise` is the variance of one number, `between` that of the true values around `toward`. Invariant: pure
arithmetic; an estimate lies between the mean and what it leans to, and nearer to the mean the more there is.
"""

from __future__ import annotations

from math import exp, floor, lgamma, log, log1p, sqrt

FEWEST = 5
"""Below this many, it is too early to tell."""

EARLY, OPEN = "early", "open"
"""Too early to tell; nothing clear. What else can be said is named where it is found."""

START = 6.0
SLOPE = 0.25
"""A sum counts as evidence above the line START + SLOPE * n, in standard deviations of one number.

A sum of normal noise without a lean ever crosses it with a chance below exp(-2 * START * SLOPE) = 0.0498, at
whatever number of looks (Robbins 1970, Ann Math Stat 41:1397-1409). SLOPE times a noise of two points is half
a point: what leans less than that is never called a help, however much there is."""
FURTHER = 10.0
"""The same for “quite sure”: a chance below 0.7 in a hundred."""

ONE_NOISE = 4.0
"""Variance of one change or rating before anything is known: a standard deviation of two points."""
NOISE_WEIGHT = 4.0
"""How many numbers that guess weighs as much as."""


def shrunk(n: float, mean: float, toward: float, noise: float, between: float) -> float:
    """Return the estimate: `toward` where there is nothing, near `mean` where there is much."""
    weight = n * between / (n * between + noise)
    return toward + weight * (mean - toward)


def noise_of(n: int, total: float, squares: float, guess: float = ONE_NOISE) -> float:
    """Return the variance of one number: the sample's own, and no less than a mix of it with the guess.

    (4 * guess + SS) / (4 + n - 1), as in Smyth 2004 (Stat Appl Genet Mol Biol 3:3): five numbers that happen
    to be alike do not make it certain.
    """
    around = max(0.0, squares - total * total / n)
    mixed = (NOISE_WEIGHT * guess + around) / (NOISE_WEIGHT + n - 1)
    return max(mixed, around / (n - 1)) if n > 1 else mixed


def crosses(n: int, total: float, noise: float, start: float = START) -> bool:
    """Return whether a sum lies above the line, so that a lean upwards may be spoken of."""
    return total > 0 and total >= (start + SLOPE * n) * sqrt(noise)


def chance_of(draws: float, shift: float, variance: float, reach: float) -> float:
    """Return how often the mean of as many draws lies so far above its own mean, by chance alone.

    Ratings are no bell: an urge is 0 on most days and 8 on some, and then a bell curve claims ten times too
    often. So the most lopsided ratings are taken that have this variance and go no further up than `reach`:
    one high value, `reach` above the mean, and one low. Their sum is binomial; between two whole counts the
    chance is interpolated in its logarithm. (Two values are the worst case for sums with a ceiling: Bentkus
    2004, Ann Probab 32:1650-1673, whose constant e^2/2 is left out here and the bar tested instead.)
    """
    n = floor(draws)
    if n < 1 or variance <= 0 or reach <= 0:
        return 1.0
    high = variance / (variance + reach * reach)
    count = n * (shift * reach + variance) / (reach * reach + variance)
    if count > n:
        return 0.0
    below = floor(count)
    less, more = _log_tail(n, below, high), _log_tail(n, below + 1, high)
    return exp(less + (count - below) * (more - less))


def _log_tail(n: int, k: int, p: float) -> float:
    """Return the logarithm of the chance that at least `k` of `n` are high."""
    if k <= n * p:
        return 0.0
    if k > n:
        return n * log(p) - log(n + 1)
    first = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) + k * log(p) + (n - k) * log1p(-p)
    term = total = 1.0
    odds = p / (1 - p)
    for j in range(k, n):
        term *= (n - j) / (j + 1) * odds
        total += term
        if term < total * 1e-4:
            break
    return min(0.0, first + log(total))

"""Uses of skills made up for tests, and their sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.core.tallies import Helped, Spread
from copecli.core.uses import CANT_TELL, EASE, EASIER, HARDER, SAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from random import Random

RATINGS, WORDS, BOTH = "ratings", "words", "a mixture"

One = tuple[int | None, str]
"""A use: the points by which it was easier, or None; and the word, or nothing."""


def helped(uses: Iterable[One], skill: str = "look", state: str = "") -> Helped:
    """Return the sums of these uses."""
    uses = list(uses)
    said = {word: [change for change, was in uses if was == word] for word in EASE}
    counts = {word: len(changes) for word, changes in said.items()}
    spreads = {word: Spread.of(*changes) for word, changes in said.items()}
    return Helped(
        skill,
        state,
        uses=len(uses),
        easier=counts[EASIER],
        same=counts[SAME],
        harder=counts[HARDER],
        cant_tell=counts[CANT_TELL],
        change=Spread.of(*(change for change, _ in uses)),
        easier_change=spreads[EASIER],
        same_change=spreads[SAME],
        harder_change=spreads[HARDER],
        cant_tell_change=spreads[CANT_TELL],
    )


def drawn(random: Random, effect: float, told: str, noise: float = 2.0) -> Iterator[One]:
    """Yield uses for ever: a change of `effect` with noise, as a rating, or as the word that fits it."""
    while True:
        change = max(-10, min(10, round(random.gauss(effect, noise))))
        if told == WORDS or (told == BOTH and random.random() < 0.5):
            yield None, EASIER if change > 0 else HARDER if change < 0 else SAME
        else:
            yield change, ""

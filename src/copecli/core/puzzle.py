"""Turns and ways to follow in the mind: what the tile game is for whoever does not see it.

Invariant: a Puzzle is frozen, and its answer is one of the numbers that it offers. No right or wrong is
counted; after each answer there is another one, for as long as the person likes.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.reach import Sentence, as_is, sentence
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Below = Callable[[int], int]
    """Gives a number from 0 to n - 1, by chance."""

_SIDES = (N_("north"), N_("east"), N_("south"), N_("west"))
"""In the order of turns to the right."""
_TURNS = ((N_("Turn right."), 1), (N_("Turn left."), -1), (N_("Turn half way round."), 2))
_STEPS = (
    (N_("Go one up."), -1, 0),
    (N_("Go one down."), 1, 0),
    (N_("Go one left."), 0, -1),
    (N_("Go one right."), 0, 1),
)
"""(words, rows down, columns right)."""
_SWAPS = (
    (N_("The first and second change places."), 0, 1),
    (N_("The second and third change places."), 1, 2),
    (N_("The first and third change places."), 0, 2),
)
"""(words, two places that change)."""
_ASIDE = 3
"""Keys of a phone stand in three rows of three, and there are three cups."""


@dataclass(frozen=True, slots=True)
class Puzzle:
    """One question that is answered by one key."""

    lines: tuple[Sentence, ...]
    """What to follow in the mind, then the question."""
    options: tuple[Sentence, ...]
    """What each answer stands for; numbers from 1 choose one."""
    answer: int
    """From 1 to the number of options."""
    told: bool
    """Whether the options have to be said, as a number alone does not say what it stands for."""

    def says(self, number: int) -> Sentence:
        """Return what there is to say to an answer: what it was, and no more."""
        text = N_("Yes: {answer}.") if number == self.answer else N_("It was {answer}.")
        return sentence(text, answer=self.options[self.answer - 1])


def another(below: Below, before: Puzzle | None = None) -> Puzzle:
    """Return a puzzle, and not the same as the one before."""
    which = below(len(_MAKERS))
    made = _MAKERS[which](below)
    return made if made != before else _MAKERS[which - 1](below)


def _facing(below: Below) -> Puzzle:
    """Turn on the spot, and know where one looks."""
    side = below(len(_SIDES))
    lines = [sentence(N_("In mind, you face {side}."), side=sentence(_SIDES[side]))]
    for _ in range(2 + below(2)):
        words, by = _TURNS[below(len(_TURNS))]
        lines.append(sentence(words))
        side = (side + by) % len(_SIDES)
    lines.append(sentence(N_("Which way do you face now?")))
    return Puzzle(tuple(lines), tuple(map(sentence, _SIDES)), side + 1, told=True)


def _keys(below: Below) -> Puzzle:
    """Go from key to key of a phone, and know where one comes to."""
    row, column = below(_ASIDE), below(_ASIDE)
    lines = [
        sentence(N_("Think of the keys of a phone, 1 to 9.")),
        sentence(N_("Your finger is on {n}."), n=str(1 + row * _ASIDE + column)),
    ]
    for _ in range(2 + below(2)):
        fits = [s for s in _STEPS if 0 <= row + s[1] < _ASIDE and 0 <= column + s[2] < _ASIDE]
        words, down, right = fits[below(len(fits))]
        lines.append(sentence(words))
        row, column = row + down, column + right
    lines.append(sentence(N_("Which key is it on now?")))
    return Puzzle(tuple(lines), _numbers(_ASIDE * _ASIDE), 1 + row * _ASIDE + column, told=False)


def _cups(below: Below) -> Puzzle:
    """Follow cups that change places, and know which one is in the middle."""
    cups = list(range(1, _ASIDE + 1))
    lines = [sentence(N_("Think of three cups in a row: 1, 2 and 3."))]
    for _ in range(2 + below(2)):
        words, one, other = _SWAPS[below(len(_SWAPS))]
        lines.append(sentence(words))
        cups[one], cups[other] = cups[other], cups[one]
    lines.append(sentence(N_("Which cup is in the middle now?")))
    return Puzzle(tuple(lines), _numbers(_ASIDE), cups[1], told=False)


def _numbers(highest: int) -> tuple[Sentence, ...]:
    return tuple(as_is(str(n)) for n in range(1, highest + 1))


_MAKERS = (_facing, _keys, _cups)

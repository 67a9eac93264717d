"""Puzzles in words: the answer is what the lines lead to, and no answer is shamed."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from copecli.core.puzzle import Puzzle, another

SIDES = ["north", "east", "south", "west"]
TURNS = {"Turn right.": 1, "Turn left.": -1, "Turn half way round.": 2}
STEPS = {"Go one up.": -3, "Go one down.": 3, "Go one left.": -1, "Go one right.": 1}

chances = st.integers(0, 2**32).map(Random)


def worded(puzzle: Puzzle) -> list[str]:
    """Return the lines as they are heard."""
    return [line.worded(str) for line in puzzle.lines]


def solved(lines: list[str]) -> str:
    """Return what a person comes to who follows the lines."""
    if lines[0].startswith("In mind, you face "):
        side = SIDES.index(lines[0].split()[-1].rstrip("."))
        return SIDES[(side + sum(TURNS[line] for line in lines[1:-1])) % 4]
    if "phone" in lines[0]:
        return str(int(lines[1].split()[-1].rstrip(".")) + sum(STEPS[line] for line in lines[2:-1]))
    cups, places = ["1", "2", "3"], {"first": 0, "second": 1, "third": 2}
    for line in lines[1:-1]:
        one, other = (places[word] for word in line.rstrip(".").split() if word in places)
        cups[one], cups[other] = cups[other], cups[one]
    return cups[1]


@given(chances)
def test_whoever_follows_the_lines_comes_to_the_answer(chance: Random) -> None:
    """For every kind, and every answer can be given with one key."""
    puzzle = another(chance.randrange)
    assert puzzle.options[puzzle.answer - 1].worded(str) == solved(worded(puzzle))
    assert len(puzzle.options) <= 9
    assert worded(puzzle)[-1].endswith("?")


@given(chances, st.integers(1, 9))
def test_every_answer_is_told_what_it_was_and_no_more(chance: Random, number: int) -> None:
    """No "wrong", no praise, and nothing is counted."""
    puzzle = another(chance.randrange)
    answer = puzzle.options[puzzle.answer - 1].worded(str)
    said = puzzle.says(number).worded(str)
    assert said == (f"Yes: {answer}." if number == puzzle.answer else f"It was {answer}.")


@given(chances)
def test_the_next_one_is_another_one(chance: Random) -> None:
    """The same is not asked twice in a row, whatever chance gives."""
    puzzle = another(chance.randrange)
    assert another(chance.randrange, puzzle) != puzzle
    first = another(lambda n: 0)
    assert another(lambda n: 0, first) != first

"""The game of a step, line by line: puzzles to follow in the mind."""

from __future__ import annotations

import pytest

from copecli.core.errors import OK
from copecli.core.uses import Use
from copecli.desk import Desk
from tests.cli.stage import Done, Lines, cope, desk

TO_THE_GAME = ["", "", "", ""]
QUESTIONS = ("Which way do you face now?", "Which key is it on now?", "Which cup is in the middle now?")


@pytest.fixture(autouse=True)
def no_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chance draws the first: turns on the spot, then another kind."""
    monkeypatch.setattr(Desk, "below", lambda self, n: 0)


def play(*types: str) -> Done:
    """Play the tile game line by line."""
    lines: Lines = [*TO_THE_GAME, *types]
    return cope("do", "--plain", "tiles", types=lines)


def asked(done: Done) -> list[str]:
    """Return the questions in their order."""
    return [line for line in done.lines if line in QUESTIONS]


def test_a_number_answers_and_the_next_one_comes_for_as_long_as_one_likes() -> None:
    """What it was is said, without wrong or praise; nothing is counted, and it never ends by itself."""
    done = play("1", *["2"] * 40, "q")
    assert "It was south." in done.lines
    assert len(asked(done)) == 42
    assert not {"wrong", "points", "great", "well done", "correct"} & set(done.out.lower().split())
    assert "Stopped. You can come back to this." in done.lines
    assert "Yes: south." in play("3", "q").lines


def test_another_one_is_one_key_and_enter_alone_goes_on() -> None:
    """Nobody is held by a puzzle; what was done can be noted as after any other exercise."""
    done = play("n", "", "", "1", "q")
    assert len(asked(done)) == 2
    assert not any(line.startswith(("It was", "Yes:")) for line in done.lines)
    assert "That was the game." in done.lines
    assert "Noted: easier." in done.lines
    assert [use.skill for use in desk().journal.newest(Use)] == ["tiles"]


def test_anything_else_is_answered_calmly_and_the_puzzle_stays() -> None:
    """A slip, a question, the pause key: no word is lost and nothing is taken for an answer."""
    done = play("7", "p", "what", "?", "q")
    assert done.lines.count("I can read numbers from 1 to 4. n: another one.") == 3
    assert len(asked(done)) == 2


def test_help_now_and_going_back_find_the_same_puzzle() -> None:
    """It is said anew, word for word."""
    done = play("n", "h", "", "", "b", "q")
    assert asked(done)[1:] == [asked(done)[1]] * 3
    assert "Here is help. Start anywhere." in done.lines


def test_where_nobody_can_answer_it_is_told_that_there_is_a_game() -> None:
    """In a pipe every step is there, and none hangs."""
    done = cope("do", "tiles")
    assert done.code == OK
    assert "This is a game. It is played in a terminal." in done.lines


def test_after_twenty_minutes_a_rest_is_named_once() -> None:
    """And the puzzles go on."""
    lines: Lines = [*TO_THE_GAME, "1", (1190.0, "1"), (20.0, "1"), "1", "q"]
    done = cope("do", "--plain", "tiles", types=lines)
    said = "Twenty minutes by now. Tired, or hard to stop? You could rest."
    assert done.lines.count(said) == 1
    assert len(asked(done)) == 5

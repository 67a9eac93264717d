"""The wave line by line: a line a minute, Enter says where it is, a number rates, each way out is noted."""

from __future__ import annotations

import pytest

from copecli.core.errors import OK, USAGE
from copecli.core.uses import Wave
from tests.cli.stage import Done, Hand, Lines, cope, desk

UNSAFE = "u: I can't stay safe."


def wave(types: Lines, *words: str) -> Done:
    """Ride on a terminal that goes line by line."""
    return cope("wave", *words, "--plain", types=types)


def noted() -> list[Wave]:
    """Return what is in the journal."""
    return list(desk().journal.newest(Wave))


def test_each_minute_is_one_line_and_the_end_names_a_person() -> None:
    """Nothing is asked; not being safe is in every line; the list at the end begins with a person."""
    done = wave(["", "", (400.0, "5")], "5")
    assert done.code == OK
    told = [line for line in done.lines if UNSAFE in line and line.startswith(("About", "Half"))]
    assert [line.split(" left.")[0] for line in told] == [
        "About 4 minutes", "About 3 minutes", "About 2 minutes", "About a minute",
    ]  # fmt: skip
    assert "How strong is it now?" not in done.out
    end = done.out[done.out.index("That was 5 minutes.") :]
    assert end.index("Next: a person, another skill, or rest.") < end.index("1. A person.")
    (record,) = noted()
    assert (record.minutes, record.seconds, record.finished, record.ratings) == (5, 300, True, ())


def test_strong_means_a_person_or_another_place_first() -> None:
    """Then how long, Enter for the shortest; what is said first is how strong it was."""
    done = wave(["", "8", "2", "", "", "6", "q"])
    assert done.out.index("1. A person.") < done.out.index("You could go to another room, or outside.")
    assert "Before 8, now 6." in done.out
    (record,) = noted()
    assert (record.minutes, record.finished, record.ratings[0]) == (5, False, (0, 8))
    assert record.ratings[1][1] == 6


def test_enter_says_where_it_is_and_letters_do_what_they_say() -> None:
    """A line to read, five minutes more, a pause that holds the time, ratings each minute once wanted."""
    done = wave(["", "", (50.0, ""), "m", "p", (600.0, "p"), "r", "4", (55.0, "3"), "q"], "5")
    assert "About 4 minutes left.\nIt is an urge, not an order." in done.out
    assert "About 9 minutes left." in done.out
    assert "The time stands still. p lets it go on." in done.out
    assert done.out.count("How strong is it now?") == 2
    assert "Before 4, now 3." in done.out
    (record,) = noted()
    assert 110 <= record.seconds <= 130


def test_a_rating_at_the_end_comes_before_the_list() -> None:
    """Only where each minute was asked; Enter leaves it out."""
    done = wave(["", "", "r", "4", (400.0, "2"), "5"], "5")
    end = done.out[done.out.index("That was 5 minutes.") :]
    assert end.index("How strong is it now?") < end.index("Before 4, now 2.") < end.index("1. A person.")
    skipped = wave(["", "", "r", "4", (400.0, ""), "3", "q"], "5")
    assert skipped.code == OK
    assert [one.finished for one in noted()] == [True, True]


def test_a_game_fits_beside_it() -> None:
    """Puzzles here; the time goes on, and it comes back to the wave."""
    done = wave(["", "", "g", "", "", (100.0, "q"), "5", "q"], "5")
    assert done.code == OK
    beside = done.out[done.out.index("Slow tiles") if "Slow tiles" in done.out else 0 :]
    assert beside.index("Stopped. You can come back to this.") < beside.rindex("minutes left.")


@pytest.mark.parametrize("typed", ["h", "s", "u"])
def test_help_is_one_letter_away_and_the_time_goes_on_there(typed: str) -> None:
    """And it comes back to the wave as it is by then."""
    done = wave(["", "", typed, (100.0, ""), "q"], "5")
    assert "Here is help. Start anywhere." in done.out
    assert "About 3 minutes left." in done.out[done.out.index("Here is help.") :]


def test_an_exercise_fits_beside_it() -> None:
    """The time goes on; no wave is offered within the wave."""
    done = wave(["", "8", "3", "c", "6", "q", "c", "3", "q", "5", "q"], "5")
    assert done.code == OK
    beside = done.out[done.out.index("You could try one of these.") :]
    assert "Ride out an urge" not in beside
    assert "1. A person." in beside, "as strong as it was said to be"
    assert "How is it right now?" in beside, "another feeling can be chosen"
    assert beside.index("Stopped. You can come back to this.") < beside.rindex("minutes left.")


def test_from_the_doors_by_its_letter_and_by_the_urge() -> None:
    """W at home; and first of what fits an urge."""
    assert "For urges to hurt yourself." in cope("--plain", types=["w", "q", "q"]).out
    done = cope("--plain", types=["c", "11", "", "1", "q", "q", "q"])
    assert "1. Ride out an urge." in done.out
    assert "For urges to hurt yourself." in done.out
    assert noted() == []


@pytest.mark.parametrize("end", [EOFError(), KeyboardInterrupt()])
def test_what_was_ridden_is_noted_whatever_ends_it(end: BaseException) -> None:
    """The end of the input, and Ctrl+C."""
    wave(["", "", (61.0, ""), end], "5")
    (record,) = noted()
    assert record.seconds >= 61


def test_the_time_up_to_the_end_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a minute after the last line the terminal goes away."""
    read = Hand.read

    def late(self: Hand, seconds: float | None) -> str | None:
        if self.at < len(self.lines) and isinstance(self.lines[self.at], BaseException):
            self.now += 30.0
        return read(self, seconds)

    monkeypatch.setattr(Hand, "read", late)
    wave(["", "", "", EOFError()], "5")
    (record,) = noted()
    assert record.seconds >= 30


def test_another_length_is_refused_with_what_there_is() -> None:
    """One sentence."""
    done = cope("wave", "7")
    assert done.code == USAGE
    assert "5, 10 or 15 minutes" in done.talk


def test_in_a_pipe_there_is_something_to_read() -> None:
    """For what it is first, what can follow last."""
    lines = cope("wave", "10").lines
    assert lines[0].startswith("For urges to hurt yourself. Thoughts of ending your life?")
    assert lines[-1] == "Next: a person, another skill, or rest."

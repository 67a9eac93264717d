"""`cope talk` and `cope talk people`: in a pipe, and line by line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from copecli.core import talk_end
from copecli.core.errors import NOTHING_FOUND, OK, UNREADABLE
from copecli.core.plan import PEOPLE, Item, Plan
from copecli.core.talk import DRAFT
from tests.cli.stage import cope, desk, write_plan

SKIP = ("", "", "", "")


def test_in_a_pipe_it_prints_words_that_suit_most_people() -> None:
    """Whole, without a name, asking nothing; also with a broken plan and with saving off."""
    write_plan(Plan({PEOPLE: (Item("f", "Robin", "555-0100"),)}))
    done = cope("talk")
    assert (done.code, done.talk) == (OK, "")
    assert done.lines[0] == "Hi. It is hard right now. I can't tell yet what I need."
    assert len(done.lines) == 3
    assert "Robin" not in done.out
    Path(desk().paths.data, "plan.toml").write_text("broken")
    assert cope("talk", "--no-save").out == done.out


def test_in_a_pipe_the_map_is_printed() -> None:
    """Nobody is 4 and says what adds somebody; a broken plan is 3."""
    nobody = cope("talk", "people")
    assert nobody.code == NOTHING_FOUND
    assert "`cope talk people` on a terminal adds somebody." in nobody.talk
    write_plan(Plan({PEOPLE: (Item("f", "Robin", good_for="listening, tea"), Item("g", "\x1b[2JKim"))}))
    assert cope("talk", "people").lines == ["Robin: listening, tea", "[2JKim: can’t tell yet"]
    Path(desk().paths.data, "plan.toml").write_text("broken")
    assert cope("talk", "people").code == UNREADABLE


def test_line_by_line_from_whom_to_a_file(tmp_path: Path) -> None:
    """Numbers and own words; the words said twice, written where it was wanted, and let go."""
    place = tmp_path / "a.txt"
    done = cope(
        *("talk", "--plain"),
        types=(
            "1",
            "3",
            "1",
            "4, all of it",
            *SKIP[1:],
            "1",
            "3",
            "1",
            str(place),
            "3",
            "1",
            str(place),
            "8",
        ),
    )
    assert done.code == OK
    assert done.out.count("Hi. I would like to tell you how I am.\nI feel very low. all of it.\n") == 2
    assert talk_end.NOTHING_SENT in done.out
    assert f"Written: {place}" in done.out
    assert "is there already. It was left as it is." in done.out
    assert talk_end.LET_GO in done.out
    assert "all of it" in place.read_text(encoding="utf-8")
    assert (place.stat().st_mode & 0o777) == 0o600 or os.name == "nt"
    assert desk().draft(DRAFT) == ""


def test_help_now_opens_from_every_question_and_comes_back() -> None:
    """`/h` while asked, "I can't stay safe" among the answers, and at the end."""
    done = cope(*("talk", "--plain"), types=("/h", "", "1", "1", "", "4", "", "1", "", *SKIP, "2", "", "q"))
    assert done.out.count("Here is help. Start anywhere.") == 4
    assert talk_end.NEAR_TO_DANGER in done.out
    assert talk_end.KEPT_AS_DRAFT in done.out
    assert "unsafe" not in desk().draft(DRAFT)


def test_stopping_keeps_a_draft_and_the_next_start_offers_it() -> None:
    """And nothing where saving is off."""
    cope("talk", "--plain", types=("2", "2", "/q"))
    done = cope("talk", "--plain", types=("1", *SKIP, "", "q"))
    assert "You were finding words to talk." in done.out
    assert "I would rather not be alone right now." in done.out
    off = cope("talk", "--plain", "--no-save", types=("2", "1", "/q"))
    assert "Saving is off, so nothing is kept." in off.out


def test_what_went_badly_asks_somebody_else_with_the_words_so_far() -> None:
    """A doctor after a friend."""
    ends = ("4", "2", "2", "1")
    done = cope("talk", "--plain", types=("1", "", "", *SKIP, *ends, "4", "5", "1", *SKIP, "q"))
    assert "You could ask the next person now." in done.out
    assert "Hello. This is not easy for me to say. I would like to bring somebody with me." in done.out


def test_a_code_is_shown_after_it_was_said_who_may_see_it() -> None:
    """One that fits into one code."""
    done = cope("talk", "--plain", types=("1", "", "", *SKIP, "2", "", "", "q"))
    assert done.out.index("Others may see this.") < done.out.index("Code 1 of 1.")


def test_the_map_line_by_line() -> None:
    """Somebody is added, marked and talked to; nobody yet has ways on; nothing personal is in argv."""
    done = cope(
        *("talk", "people", "--plain"),
        types=("1", "Robin", "1", "555-0100", "3, 5", "1", "1", "1", "/q", "1", "2", "6", "3", "2", "q", "q"),
    )
    assert done.code == OK
    assert "Put Robin into your plan, under “People I can ask for help”?" in done.out
    assert "1. Robin: listening, an emergency.\n" in done.out
    assert "1. Robin: not safe for me.\n" in done.out
    assert "Nobody yet is an answer, too." in done.out
    (item,) = desk().read_plan().plan.of(PEOPLE)
    assert (item.text, item.phone, item.not_safe) == ("Robin", "555-0100", True)


def test_the_plan_leads_to_its_people_and_goes_on_with_what_was_said_there() -> None:
    """The page of the plan shows it at once, and does not take it for a change from elsewhere."""
    write_plan(Plan({PEOPLE: (Item("f", "Robin", "555-0100"),)}))
    rows = cope("plan", "--plain", types=("q",)).lines
    people = next(line for line in rows if line.endswith(" My people.")).partition(".")[0]
    done = cope("plan", "--plain", types=(people, "1", "2", "3", "q", "1", "q"))
    assert "Good for: listening" in done.out
    assert "changed elsewhere" not in done.out


@pytest.mark.parametrize("words", [("talk", "Robin"), ("talk", "people", "Robin")])
def test_no_name_is_taken_from_the_command_line(words: tuple[str, ...]) -> None:
    """It would stand in the shell's history."""
    assert cope(*words).code == 2

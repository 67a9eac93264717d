"""`cope progress`, `cope triggers patterns` and what the journal shows, line by line."""

from __future__ import annotations

import json
import os

import pytest

from copecli.core.errors import NOTHING_FOUND, OK, UNREADABLE
from copecli.core.plots import BLOCKS
from copecli.core.progress import MOVED
from copecli.core.progress_words import (
    ALL_ADDS,
    BEFORE,
    CAN_FALL_DOOR,
    CAN_FALL_FIRST,
    DONE,
    HELPING,
    NEEDS,
    NOT_EASIER,
    ONE_BY_ONE_DOOR,
    TITLES,
)
from tests.cli.stage import Stream, cope, desk
from tests.filled import fill
from tests.ways import numbered

STEADY = (DONE, HELPING, BEFORE, NEEDS)
FALLING = (NOT_EASIER, *MOVED)


def titles(out: str) -> list[str]:
    """Return the titles in a result, in their order."""
    return [line.removesuffix(":") for line in out.splitlines() if line and not line.startswith(" ")]


def home(*lines: str) -> str:
    """Open what the journal shows from the line face's home, type `lines`, and return what was said."""
    done = cope("--plain", types=["m", numbered("progress"), *lines, "q", "q"])
    assert done.code == OK
    return done.out


def test_what_can_fall_is_printed_only_where_it_is_asked_for() -> None:
    """Each section once, in the one order, with words first and a picture below them."""
    fill(desk())
    done = cope("progress")
    assert done.code == OK
    assert titles(done.out) == [TITLES[key] for key in STEADY]
    assert "Five senses, when numb: Tends to help. Easier after it 35 of 35 times. Quite sure." in done.out
    assert "Distress tends to be higher with “the [31mbus”." in done.out
    assert "In 9 of 9 maps." in done.out
    assert not set(BLOCKS.strip()) & set(done.out)
    everything = cope("progress", "--all")
    assert titles(everything.out) == [TITLES[key] for key in (*STEADY, *FALLING)]
    assert "You felt more able to ride it out lately." in everything.out
    assert "└──" in everything.out
    assert "\x1b" not in everything.out


def test_on_a_terminal_it_says_how_to_see_the_rest() -> None:
    """On stderr, and only where there is a rest that was not shown."""
    fill(desk())
    assert ALL_ADDS in cope("progress", types=[]).talk
    assert ALL_ADDS not in cope("progress", "--all", types=[]).talk
    assert cope("progress").talk == ""


def test_a_voice_hears_the_weeks_in_place_of_a_picture() -> None:
    """And an ASCII stream gets a picture of ASCII."""
    fill(desk())
    spoken = cope("progress", "--all", "--plain").out
    assert "Week of 4 May" in spoken
    assert not any(mark in spoken for mark in "└│")
    drawn = cope("progress", "--all", out=Stream(tty=False, encoding="ascii")).out
    assert "Week of" not in drawn
    assert " 0 +---" in drawn
    assert "?" not in drawn.replace("Would a person help?", "")


def test_other_programs_get_ids_lines_and_pictures() -> None:
    """The same sections in the same order; an empty array where there is nothing."""
    assert json.loads(cope("progress", "--json").out) == []
    fill(desk())
    found = json.loads(cope("progress", "--all", "--json").out)
    assert [section["id"] for section in found] == [*STEADY, *FALLING]
    assert [section["id"] for section in found if section["can_fall"]] == [*FALLING]
    assert found[0]["lines"][0] == "You rode out 9 waves."
    assert found[0]["plot"] is None
    assert found[-1]["plot"]["lines"]
    assert found[-1]["plot"]["words"][0] == "The urge, week by week, from 0 to 10."


def test_patterns_are_what_came_together_and_what_maps_share() -> None:
    """And nothing else."""
    fill(desk())
    done = cope("triggers", "patterns")
    assert titles(done.out) == [TITLES[BEFORE], TITLES[NEEDS]]
    assert [section["id"] for section in json.loads(cope("triggers", "patterns", "--json").out)] == [
        BEFORE,
        NEEDS,
    ]


@pytest.mark.parametrize("words", [("progress",), ("progress", "--all"), ("triggers", "patterns")])
def test_where_nothing_was_kept_it_says_so_and_makes_no_file(words: tuple[str, ...]) -> None:
    """Calmly, with a next thing, and with its own exit code."""
    done = cope(*words)
    assert done.code == NOTHING_FOUND
    assert done.talk.startswith("Nothing to show yet. ")
    assert "if you like." in done.talk
    assert not os.path.exists(desk().paths.journal_file)


def test_a_damaged_journal_is_told_in_a_sentence() -> None:
    """With what still works; in the line face as well, and it goes on."""
    fill(desk())
    with open(desk().paths.journal_file, "r+b") as file:
        file.write(b"\x00" * 4096)
    done = cope("progress")
    assert done.code == UNREADABLE
    assert "Your plan, exercises and Help now still work." in done.talk
    assert "Your plan, exercises and Help now still work." in home()


def test_line_by_line_each_section_is_a_number_and_what_can_fall_is_behind_one() -> None:
    """In sentences, without a picture; leaving leads back a step at a time."""
    fill(desk())
    out = home("1", "5", "q", "6", "3", "q", "q")
    asked, chosen = out.split("You rode out 9 waves.")
    for number, key in enumerate(STEADY, start=1):
        assert f"{number}. {TITLES[key]}." in asked
    assert f"5. {ONE_BY_ONE_DOOR}.\n6. {CAN_FALL_DOOR}." in asked
    assert "1. On 11 July it was easier after Five senses." in chosen
    assert not any(TITLES[key] in asked for key in FALLING)
    assert CAN_FALL_FIRST in chosen
    assert chosen.index(f"4. {TITLES['urge']}.") < chosen.index("Week of 4 May")
    assert "└" not in out


def test_line_by_line_an_empty_journal_says_so_and_goes_back() -> None:
    """With a next thing."""
    assert "Nothing to show yet.\nA check-in or an exercise adds to this, if you like.\n" in home()


def test_after_a_fifth_map_what_they_share_is_one_of_the_next_things() -> None:
    """Before that the list is not made longer."""
    map_lines = ["1", "1", "1", "", "", "2", "", ""]
    before = cope("triggers", "--plain", types=[*map_lines, "q"]).out
    assert "What my maps share." not in before
    fill(desk())
    after = cope("triggers", "--plain", types=[*map_lines, "5", "q"]).out
    assert "5. What my maps share." in after
    assert "Right before, often: “A fight, or being turned away”. In 11 of 11 maps." in after

"""What a person keeps of a skill: pins, hiding, notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from copecli.core.choosing import LONGEST_NOTE, Filters
from copecli.core.errors import NotSaved, UsageProblem
from copecli.desk import Desk


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """The variables of a fresh home."""
    return {"COPECLI_HOME": str(tmp_path / "cope")}


def test_several_are_pinned_in_their_order_and_the_first_one_starts(home: dict[str, str]) -> None:
    """Taking a pin away leaves the others; it is there at the next start."""
    desk = Desk.open(home)
    for skill_id in ("stop", "sound-layers", "stop"):
        desk.pin(skill_id, True)
    assert Desk.open(home).config.pinned == ("sound-layers", "stop")
    assert Desk.open(home).default_skill().id == "sound-layers"
    desk.pin("sound-layers", False)
    assert next(one.id for one in Desk.open(home).fitting("numb", None)) != "stop", "it is not for this"
    assert Desk.open(home).fitting("urge", None)[0].id == "stop"


@pytest.mark.parametrize(("old", "now"), [('"stop"', ("stop",)), ('""', ())])
def test_a_single_pin_of_before_is_still_read(home: dict[str, str], old: str, now: tuple[str, ...]) -> None:
    """As the one that it was, and nothing is said of it."""
    desk = Desk.open(home)
    desk.set("theme", "dark")
    with open(desk.paths.config_file, "a", encoding="utf-8") as file:
        file.write(f"pinned = {old}\n")
    desk = Desk.open(home)
    assert (desk.config.pinned, desk.problems) == (now, [])


def test_what_is_hidden_is_offered_nowhere_until_it_is_shown_again(home: dict[str, str]) -> None:
    """Even where it was pinned."""
    desk = Desk.open(home)
    desk.pin("stop", True)
    desk.hide("stop", True)
    assert "stop" not in [one.id for one in desk.fitting("urge", None)]
    desk.hide("stop", False)
    assert desk.fitting("urge", None)[0].id == "stop"


def test_a_note_is_one_line_of_ones_own_and_stands_until_it_is_emptied(home: dict[str, str]) -> None:
    """One for each skill, whatever stands in it."""
    desk = Desk.open(home)
    desk.keep_note_to("stop", "By the window:\nwith  the cat")
    desk.keep_note_to("stop-not", "Another")
    desk.keep_note_to("stop", "با پنجره\x1b[2J: ja")
    assert Desk.open(home).note_to("stop") == "با پنجره[2J: ja", "nothing steers a terminal"
    assert Desk.open(home).note_to("stop-not") == "Another"
    desk.keep_note_to("stop", "  ")
    assert (Desk.open(home).note_to("stop"), Desk.open(home).note_to("stop-not")) == ("", "Another")


def test_a_note_is_kept_only_where_words_may_be_kept(home: dict[str, str]) -> None:
    """Taking one away is always possible; what is too long is refused whole."""
    desk = Desk.open(home)
    desk.keep_note_to("stop", "By the window")
    with pytest.raises(UsageProblem):
        desk.keep_note_to("stop", "x" * (LONGEST_NOTE + 1))
    assert desk.note_to("stop") == "By the window"
    silent = Desk.open(home, saving=False)
    with pytest.raises(NotSaved):
        silent.keep_note_to("stop", "Else")
    assert silent.note_to("stop") == "By the window"
    silent.keep_note_to("stop", "")
    assert Desk.open(home).note_to("stop") == ""


def test_what_holds_for_the_moment_is_in_no_file(home: dict[str, str]) -> None:
    """It holds in this run, for every state, until it is taken away."""
    desk = Desk.open(home)
    desk.filters = Filters(discreet=True, at_hand=("nothing",))
    for state in ("numb", "urge"):
        assert all(one.discreet == "yes" and "nothing" in one.needs for one in desk.fitting(state, None))
    assert Desk.open(home).filters == Filters()
    assert not Path(desk.paths.config_file).exists()

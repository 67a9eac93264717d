"""Home, settings and the country, line by line."""

from __future__ import annotations

import pytest

from copecli.core.errors import OK
from copecli.core.keymap import known
from copecli.core.settings import keys
from copecli.core.shared_words import DOORS, FEELINGS, FIRST_RUN
from tests.cli.stage import Done, Lines, cope, desk
from tests.ways import numbered


def home(types: Lines, environ: dict[str, str] | None = None) -> Done:
    """Open the companion line by line."""
    return cope("--plain", types=types, environ=environ)


def test_the_first_run_says_what_this_is_and_waits_for_nothing() -> None:
    """The lines, then the doors; the second time only the doors."""
    first, second = home(["q"]), home(["q"])
    for line in FIRST_RUN[:3]:
        assert line in first.lines
        assert line not in second.lines
    assert first.hand.at == second.hand.at == 1


def test_the_doors_are_those_of_the_full_screen() -> None:
    """In the same order and words, at most five."""
    done = home(["q"])
    assert [f"{n}. {known(door).label}." for n, door in enumerate(DOORS, start=1)] == [
        line for line in done.lines if line[:2] in {f"{n}." for n in range(1, 10)}
    ]
    assert len(DOORS) <= 5


@pytest.mark.parametrize("way", ["1", "g"])
def test_the_first_exercise_is_one_line_away(way: str) -> None:
    """By number or by letter; it begins at once."""
    assert "Feet on the floor." in home([way, "q", "q", "", "q"]).lines


@pytest.mark.parametrize("way", [["4"], ["h"], ["!"], ["2", "1"], ["2", "3", "h"]])
def test_help_now_is_behind_every_list_of_states(way: list[str]) -> None:
    """A door, a key, and "I can't stay safe"."""
    done = home([*way, "", "q", "q", "q"])
    assert "Here is help. Start anywhere." in done.lines
    assert FEELINGS[0][1] == "I can't stay safe"


def test_help_now_offers_an_exercise_from_home() -> None:
    """G starts one."""
    done = home(["h", "", "4", "g", "q", "q", "q"])
    assert "While you wait: g starts a short exercise." in done.lines
    assert "Feet on the floor." in done.lines


def test_a_number_of_help_now_can_be_scanned_once_it_was_picked() -> None:
    """To a screen reader a code is noise: none is drawn before it is asked for."""
    done = home(["h", "n", "1", "", "", "q"], environ={"TZ": "Europe/Dublin"})
    assert "A number, to scan or copy: n." in done.lines
    assert "1. Call 112, Emergency." in done.lines
    picked = done.lines.index("1. Call 112, Emergency.")
    drawn = [n for n, line in enumerate(done.lines) if "█" in line or "##" in line]
    assert drawn
    assert min(drawn) > picked


def test_choose_for_me_is_one_letter_and_asks_nothing() -> None:
    """Enter goes from line to line to somebody to reach; neither how it was nor the country is asked."""
    done = home(["f", *[""] * 17, "q", "q"])
    assert "f. Choose for me." in done.lines
    at = done.lines.index("One line at a time.")
    asked = [line for line in done.lines[at : done.lines.index("That was it.")] if line.endswith("?")]
    assert done.lines.index("Badly hurt, or might act? Call first.") > at
    assert asked == []
    assert "How is it now" not in done.out
    assert "Which country" not in done.out


def test_the_country_is_asked_once_after_the_first_exercise() -> None:
    """By name or code; leaving it open is an answer, too."""
    done = home(["g", "q", "q", "Irland", "Ireland", "q"])
    assert "Which country are you in?" in done.lines
    assert desk().config.country == "IE"
    again = home(["g", "q", "q", "q"])
    assert "Which country are you in?" not in again.lines
    assert any(line.startswith("No country is known here") and "Ireland" in line for line in done.lines)


def test_the_country_left_open_is_not_asked_again() -> None:
    """Once is enough."""
    home(["g", "q", "q", "", "q"])
    assert "Which country are you in?" not in home(["g", "q", "q", "q"]).lines
    assert desk().config.country == ""


def test_the_guess_is_offered_and_never_taken_for_granted() -> None:
    """It is worded as a guess."""
    done = home(["h", "c", "", "", "q"], environ={"TZ": "Europe/Dublin"})
    assert "Maybe Ireland: then type IE." in done.lines
    assert "If you are in Ireland:" in done.lines


def test_more_lines_are_one_key_away_in_help_now() -> None:
    """Those that did not stand in the first two."""
    cope("config", "set", "country", "IE")
    found = desk().help_now()
    done = home(["h", "l", "q", "", "q"])
    assert found.rest
    assert all(f"{line.name}:" in done.lines for line in found.rest)


def test_every_setting_can_be_changed() -> None:
    """Each with what it does."""
    order = list(keys())

    def number(key: str) -> str:
        return str(order.index(key) + 1)

    home(
        [
            "m",
            numbered("settings"),
            number("motion"),
            "3",
            number("leave-out"),
            "cold, tensing",
            number("save"),
            "2",
            "q",
            "q",
            "q",
        ]
    )
    config = desk().config
    assert (config.motion, config.leave_out, config.save) == ("less", ("cold", "tensing"), False)


def test_a_wrong_value_is_one_sentence_and_changes_nothing() -> None:
    """The list comes again."""
    order = list(keys())
    done = home(["m", numbered("settings"), str(order.index("leave-out") + 1), "colour", "q", "q", "q"])
    assert done.out.count("Settings.") >= 2
    assert desk().config.leave_out == ()
    assert "leave-out: “colour” is not known here" in done.out


def test_what_this_is_is_told_honestly() -> None:
    """What it is, what it is not, where things lie."""
    done = home(["m", numbered("about"), numbered("keys"), "q", "q"])
    assert any("It is not treatment." in line for line in done.lines)
    assert any(desk().paths.data in line for line in done.lines)


def test_a_home_that_cannot_be_written_is_told_once_and_stops_nothing() -> None:
    """Exercises and Help now go on; the first lines come again the next time."""
    for _again in range(2):
        done = home(["g", "q", "q", "IE", "h", "", "q"], environ={"COPECLI_HOME": "/dev/null/cope"})
        assert done.code == OK
        assert FIRST_RUN[0] in done.lines
        assert "It holds until you leave." in done.lines
        assert "Emergency in Ireland:" in done.lines


def test_choosing_goes_by_how_it_is() -> None:
    """What fits best stands first, with a line about it, and the way to Help now last."""
    done = home(["c", "7", "", "1", "q", "q", "", "q"])
    shown = [line for line in done.lines if line.endswith("I can't stay safe.")]
    assert len(shown) >= 2
    assert "You could try one of these. m1 says more of 1." in done.lines

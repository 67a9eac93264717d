"""`cope keys`, and keys in the line face: what is in force is shown, given and taken back."""

from __future__ import annotations

import json

import pytest

from copecli.core.errors import NOTHING_FOUND, OK, USAGE
from copecli.core.more_words import KEYS, MORE
from tests.cli.stage import cope, desk

HOME_TO_KEYS = ("m", str([way for way, _words in MORE].index(KEYS) + 1))
"""From home through More to Keys."""


def settings_file(text: str) -> None:
    """Write the person's settings by hand."""
    import os

    paths = desk().paths
    os.makedirs(paths.config, exist_ok=True)
    with open(paths.config_file, "w", encoding="utf-8") as file:
        file.write(text)


class TestCommand:
    """`cope keys`, `set` and `reset`."""

    def test_a_key_is_given_shown_and_taken_back(self) -> None:
        """It says what the key did before; each list shows what is in force."""
        done = cope("keys", "set", "ground", "s")
        assert (done.code, done.out) == (OK, "")
        assert done.talk.splitlines() == [
            "“Steady me now” is now: s.",
            "Before, s was “My safety plan”. That is g now.",
        ]
        assert "  ground: s  " in cope("keys").out
        found = {action["id"]: action["keys"] for action in json.loads(cope("keys", "--json").out)}
        assert (found["ground"], found["plan"]) == (["s"], ["g"])
        assert cope("keys", "reset", "ground").talk.splitlines()[0] == "“Steady me now” is now: g."
        assert desk().config.keys == {}

    def test_all_go_back_at_once_and_a_slip_in_the_file_too(self) -> None:
        """Without a name."""
        settings_file('[keys]\nground = "x"\nnope = "y"\n')
        assert "nearest is open" in cope("keys").talk
        done = cope("keys", "reset")
        assert done.code == OK
        assert "All keys are as they came." in done.talk
        assert cope("keys").talk == ""

    @pytest.mark.parametrize(
        ("words", "code", "part"),
        [
            (("ground", "h"), USAGE, "“h” is “Help now”"),
            (("ground", "ctrl+m"), USAGE, "same as Enter"),
            (("grund", "x"), NOTHING_FOUND, "Near it: ground"),
            (("ground",), USAGE, "Which keys?"),
            ((), USAGE, "Which action?"),
        ],
    )
    def test_what_cannot_be_given_says_why(self, words: tuple[str, ...], code: int, part: str) -> None:
        """And nothing is changed."""
        done = cope("keys", "set", *words)
        assert done.code == code
        assert part in done.talk
        assert desk().config.keys == {}


class TestLineFace:
    """The letters that come from the table are those in force."""

    def test_a_key_is_given_by_typing_and_taken_back(self) -> None:
        """More, Keys, a place, an action, the key."""
        here = (*HOME_TO_KEYS, "4", "1")
        done = cope("--plain", types=[*here, "s", "q", "q", "q", "s", "q"])
        assert "Before, s was “My safety plan”. That is g now." in done.out
        assert "Take the last change back." in done.out
        assert "Stopped. You can come back to this." in done.out
        assert desk().config.keys == {"ground": ("s",), "plan": ("g",)}
        done = cope("--plain", types=[*HOME_TO_KEYS, "4", "1", "own", "1", "x", "10", "1", "ctrl+m", "1", ""])
        assert "“Steady me now” is now: g." in done.out
        assert "“Steady me now” is now: x." in done.out
        assert "The keys are as before." in done.out
        assert "the same as Enter" in done.out
        assert desk().config.keys == {}

    def test_every_part_names_and_takes_the_keys_in_force(self) -> None:
        """An exercise, a wave, a list, Help now."""
        settings_file(
            '[keys]\nground = "j"\nskip = "k"\nstop = "z"\nwave-unsafe = "y"\nclose = "o"\n'
            'help-now = "v"\nleave = "l"\nhelp-ground = "w"\n'
        )
        done = cope("--plain", types=["j", "k", "z", "o", "", "4", "w", "z", "o", "v", "", "l"])
        assert "k: skip" in done.out
        assert "z: stop" in done.out
        assert "Stopped. You can come back to this." in done.out
        assert "While you wait: w starts" in done.out
        assert "h: help now. l: leave." in done.out
        assert done.out.count("Here is help. Start anywhere.") == 2
        assert done.out.count("Feet on the floor") == 2
        assert done.code == OK
        done = cope("wave", "5", "--plain", types=["", "", "y", "", "q"])
        assert "y: I can't stay safe" in done.out
        assert "Here is help. Start anywhere." in done.out

    def test_the_letters_of_free_text_stay(self) -> None:
        """With a slash they are the line face's own."""
        settings_file('[keys]\nback = "s"\nskip = "x"\n')
        done = cope("do", "then-and-now", "--plain", types=["", "", "", "", "", "/s", "/q"])
        assert "/s: skip" not in done.talk
        assert done.code == OK

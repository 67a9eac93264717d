"""The first words: when they are said, where they stand, and in which colours."""

from __future__ import annotations

import itertools
import os
import sys
from typing import TYPE_CHECKING

import pytest
from rich.color import Color, ColorSystem

from copecli import first_words
from copecli.core.catalogue import DEFAULT_SKILL
from copecli.system import first_cache, paths, terminal
from copecli.system.config import Config
from copecli.tui.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

posix = pytest.mark.skipif(os.name != "posix", reason="nothing is painted early on Windows")


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, str]]:
    """Pretend that all three streams are terminals; return what is written to them."""
    written: list[tuple[int, str]] = []
    monkeypatch.setattr(os, "isatty", lambda _: True)
    monkeypatch.setattr(first_words, "_write", lambda file, text: written.append((file, text)))
    monkeypatch.setattr(first_words, "_guard", lambda _: None)
    monkeypatch.setattr(first_words.Painted, "take", lambda self: written.append((2, self.frame)))
    monkeypatch.setattr(first_words, "_is_utf8", lambda _: True)
    return written


class TestWhenTheyAreSaid:
    """Only for the few command lines that ask for help at once."""

    @posix
    @pytest.mark.parametrize(
        "words", [["ground"], ["ground", "--with-me"], ["ground", "five-senses"], ["ground", DEFAULT_SKILL]]
    )
    def test_an_exercise_opens_with_them(
        self, words: list[str], at_a_terminal: list[tuple[int, str]]
    ) -> None:
        """`cope ground`, and `cope ground` with an exercise that is there, paint the screen."""
        painted = first_words.speak(words)
        assert painted is not None
        assert painted.kind == "ground"
        [(file, text)] = at_a_terminal
        assert file == 2, "Textual draws on stderr"
        assert all(line in text for line in first_words.LINES["ground"])

    @posix
    def test_help_now_opens_with_them_as_plain_lines(self, at_a_terminal: list[tuple[int, str]]) -> None:
        """`cope now` prints its three lines as lines, without a single escape code."""
        painted = first_words.speak(["now"])
        assert painted is not None
        assert painted.kind == "now"
        assert at_a_terminal == [(1, "\n".join(first_words.LINES["now"]) + "\n")]

    @pytest.mark.parametrize(
        "words",
        [
            [],
            ["plan"],
            ["now", "--json"],
            ["--plain", "now"],
            ["ground", "--list"],
            ["ground", "--plain"],
            ["ground", "five-senses", "--plain"],
            ["ground", "no-such-exercise"],
            ["ground", ""],
            ["ground", "../skills/five-senses"],
            ["ground", "five-senses.toml"],
            ["ground", "FIVE-SENSES"],
            ["ground", "x" * 41],
        ],
    )
    def test_any_other_command_says_nothing_early(
        self, words: list[str], at_a_terminal: list[tuple[int, str]]
    ) -> None:
        """What is not exactly one of the three commands is left to the program."""
        assert first_words.speak(words) is None
        assert at_a_terminal == []

    @posix
    @pytest.mark.usefixtures("at_a_terminal")
    def test_ones_own_exercise_counts(self, home: Path) -> None:
        """An exercise of the person's own is found where the program will find it."""
        assert first_words.speak(["ground", "my-own"]) is None
        own = home / ".config" / "copecli" / "skills"
        own.mkdir(parents=True)
        (own / "my-own.toml").write_text("format = 1\n")
        assert first_words.speak(["ground", "my-own"]) is not None

    @posix
    @pytest.mark.parametrize("missing", [0, 1, 2])
    def test_all_three_streams_must_be_terminals(
        self, missing: int, at_a_terminal: list[tuple[int, str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Into a pipe, from a pipe, or with errors sent elsewhere, nothing is said early."""
        monkeypatch.setattr(os, "isatty", lambda file: file != missing)
        assert first_words.speak(["ground"]) is first_words.speak(["now"]) is None
        assert at_a_terminal == []

    @pytest.mark.parametrize("term", ["", "dumb", "unknown"])
    def test_a_terminal_that_cannot_be_drawn_on_is_left_alone(
        self, term: str, at_a_terminal: list[tuple[int, str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """With TERM empty or dumb nothing is said early."""
        monkeypatch.setenv("TERM", term)
        assert first_words.speak(["ground"]) is first_words.speak(["now"]) is None
        assert at_a_terminal == []

    @pytest.mark.usefixtures("at_a_terminal")
    def test_nothing_is_painted_on_windows(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where there is no termios nothing is said early."""
        monkeypatch.setattr(os, "name", "nt")
        assert first_words.speak(["ground"]) is None

    @posix
    @pytest.mark.parametrize(
        ("variable", "setting"),
        itertools.product([None, "", "0", "no", "Off", "1", "yes", "please"], ["auto", "yes"]),
    )
    def test_whoever_asked_for_plain_lines_sees_no_painted_screen(
        self,
        variable: str | None,
        setting: str,
        at_a_terminal: list[tuple[int, str]],
        home: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """They paint exactly where system/terminal.py will say that the full screen comes."""
        if variable is not None:
            monkeypatch.setenv("COPECLI_PLAIN", variable)
        _remember(home, plain=setting)
        detected = terminal.detect(os.environ, None, None, None, plain=setting)
        assert (first_words.speak(["ground"]) is None) is detected.plain_asked
        assert bool(at_a_terminal) is not detected.plain_asked
        assert first_words.speak(["now"]) is not None, "plain lines are plain for everybody"

    @pytest.mark.usefixtures("at_a_terminal")
    def test_a_terminal_that_is_not_utf_8_gets_no_painted_screen(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """There the line face will come."""
        monkeypatch.setattr(first_words, "_is_utf8", lambda _: False)
        assert first_words.speak(["ground"]) is None

    @pytest.mark.parametrize(("encoding", "is_so"), [("utf-8", True), ("UTF8", True), ("iso8859-1", False)])
    def test_utf_8_is_known_by_its_names(self, encoding: str, is_so: bool) -> None:
        """Python spells it in more than one way."""
        stream = type("Stream", (), {"encoding": encoding})()
        assert first_words._is_utf8(stream) is is_so
        assert not first_words._is_utf8(None)


class TestWhatTheyKnow:
    """One small file says what the settings say; anything odd about it means the defaults."""

    @posix
    @pytest.mark.parametrize(
        "environ",
        [
            {},
            {"COPECLI_HOME": "/elsewhere"},
            {"COPECLI_HOME": "~/moved"},
            {"XDG_CONFIG_HOME": "/xdg/config", "XDG_CACHE_HOME": "/xdg/cache"},
            {"XDG_CONFIG_HOME": "relative", "XDG_CACHE_HOME": ""},
        ],
    )
    def test_they_look_where_the_program_looks(
        self, environ: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Cache and own exercises lie where system/paths.py says."""
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            monkeypatch.delenv(name)
        for name, value in environ.items():
            monkeypatch.setenv(name, value)
        places = paths.find(os.environ)
        cache = first_words._directory("cache", "XDG_CACHE_HOME", ".cache", "Library/Caches")
        config = first_words._directory("config", "XDG_CONFIG_HOME", ".config", "Library/Application Support")
        assert cache + "/first" == places.first_file
        assert config + "/skills" == places.own_skills

    @posix
    def test_they_read_what_the_settings_wrote(self, home: Path) -> None:
        """Every setting in the file comes out as it went in."""
        _remember(home, theme="light", plain="yes", motion="less")
        known = first_words._known()
        assert (known["theme"], known["plain"], known["motion"]) == ("light", "yes", "less")

    @posix
    @pytest.mark.parametrize("damage", ["missing", "directory", "pipe", "noise", "huge", "nowhere"])
    def test_a_damaged_file_means_the_defaults(
        self, damage: str, home: Path, at_a_terminal: list[tuple[int, str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """They are said all the same, at once, whatever lies there."""
        file = home / ".cache" / "copecli" / "first"
        file.parent.mkdir(parents=True)
        if damage == "directory":
            file.mkdir()
        elif damage == "pipe" and sys.platform != "win32":
            os.mkfifo(file)
        elif damage == "noise":
            file.write_bytes(bytes(range(256)))
        elif damage == "huge":
            file.write_bytes(b"x" * 1_000_000)
        elif damage == "nowhere":
            monkeypatch.delenv("HOME")
            monkeypatch.delenv("XDG_CACHE_HOME")
        assert first_words.speak(["ground"]) is not None
        assert len(at_a_terminal) == 1


class TestColours:
    """The first frame of the TUI changes no cell, in however many colours the terminal has."""

    @pytest.mark.parametrize(("name", "theme"), [("dark", first_words.DARK), ("light", first_words.LIGHT)])
    def test_they_are_the_themes_colours(self, name: str, theme: tuple[str, str]) -> None:
        """Ground and text are those of the TUI's theme."""
        assert (THEMES[name].background, THEMES[name].foreground) == theme

    @pytest.mark.parametrize("theme", [first_words.DARK, first_words.LIGHT])
    @pytest.mark.parametrize(("at", "system"), [(0, ColorSystem.EIGHT_BIT), (1, ColorSystem.STANDARD)])
    def test_fewer_colours_are_chosen_as_rich_chooses_them(
        self, theme: tuple[str, str], at: int, system: ColorSystem
    ) -> None:
        """With 256 or 16 colours they are those that Textual will send."""
        chosen = tuple(Color.parse(colour).downgrade(system).number for colour in theme)
        assert first_words.NEAREST[theme][at] == chosen

    @pytest.mark.parametrize(
        ("environ", "expected"),
        [
            ({"COLORTERM": "truecolor"}, "\x1b[38;2;230;227;220;48;2;20;24;29m"),
            ({"COLORTERM": " 24bit "}, "\x1b[38;2;230;227;220;48;2;20;24;29m"),
            ({"TERM": "xterm-256color"}, "\x1b[38;5;188;48;5;16m"),
            ({"TERM": "xterm-kitty"}, "\x1b[38;5;188;48;5;16m"),
            ({"TERM": "xterm"}, "\x1b[97;40m"),
            ({"TERM": "screen"}, "\x1b[97;40m"),
            ({"NO_COLOR": "1", "COLORTERM": "truecolor"}, ""),
            ({"NO_COLOR": "", "TERM": "xterm"}, "\x1b[97;40m"),
        ],
    )
    def test_they_use_what_the_terminal_has(
        self, environ: Mapping[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """24-bit colour where COLORTERM says so, else 256, else 16; none with a non-empty NO_COLOR."""
        for name, value in environ.items():
            monkeypatch.setenv(name, value)
        assert first_words._colours(first_words.DARK) == expected

    @posix
    @pytest.mark.parametrize(
        ("setting", "ground"), [("light", "247;244;236"), ("dark", "20;24;29"), ("auto", "20;24;29")]
    )
    def test_the_theme_of_the_settings_is_used(
        self,
        setting: str,
        ground: str,
        home: Path,
        at_a_terminal: list[tuple[int, str]],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """Light where light was chosen, else dark."""
        monkeypatch.setenv("COLORTERM", "truecolor")
        _remember(home, theme=setting)
        first_words.speak(["ground"])
        assert f"48;2;{ground}m" in at_a_terminal[0][1]


class TestPlace:
    """They stand where the TUI's column will begin."""

    @pytest.mark.parametrize("width", [1, 8, 20, 38, 40, 67, 68, 69, 80, 120, 300])
    @pytest.mark.parametrize("height", [1, 5, 13, 14, 24, 29, 30, 100])
    def test_no_word_stands_outside_of_the_screen(self, width: int, height: int) -> None:
        """On every size of screen a line begins on it, and is cut into parts that fit where words allow."""
        row, column, room = first_words.place(width, height)
        assert 0 <= row < max(height, 1)
        assert column + room <= max(width, column + 1)
        for line in first_words.LINES["ground"]:
            parts = first_words._wrapped(line, room)
            assert " ".join(parts) == line
            assert all(len(part) <= room or " " not in part for part in parts)

    def test_a_line_is_broken_between_words_only(self) -> None:
        """A narrow screen breaks lines as the TUI will."""
        assert first_words._wrapped("Notice the floor or chair under you.", 20) == [
            "Notice the floor or",
            "chair under you.",
        ]


def _remember(home: Path, **settings: str) -> None:
    """Write the small file as the settings would."""
    places = paths.find(os.environ | {"HOME": str(home)})
    assert first_cache.refresh(places, Config(**settings))  # type: ignore[arg-type]

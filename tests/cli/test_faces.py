"""Which face a person meets, and what they are told about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from copecli.cli import launch
from copecli.core.errors import OK, USAGE
from copecli.first_words import Painted
from copecli.system.terminal import Terminal
from tests.cli.stage import cope

Opened = list[tuple[str, ...]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Where the TUI was opened; it closes at once."""
    starts: Opened = []

    def open_tui(desk: object, terminal: object, start: tuple[str, ...], painted: object) -> int:
        starts.append(start)
        return OK

    monkeypatch.setattr(launch, "open_tui", open_tui)
    return starts


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ((), ("home",)),
        (("ground",), ("skill", "feet-on-the-floor")),
        (("ground", "stop"), ("skill", "stop")),
        (("do", "even-breath"), ("skill", "even-breath", "chosen")),
        (("plan",), ("plan",)),
    ],
)
def test_a_terminal_that_can_draw_gets_the_full_screen(
    opened: Opened, words: tuple[str, ...], start: tuple[str, ...]
) -> None:
    """It starts where the command says, and nothing is printed before it."""
    done = cope(*words, types=[])
    assert (done.code, done.out, done.talk) == (OK, "", "")
    assert opened == [start]


@pytest.mark.parametrize(
    "environ", [{"TERM": "dumb"}, {"TERM": ""}, {"TERM": "dumb", "COPECLI_PLAIN": "1"}], ids=str
)
def test_a_terminal_that_cannot_draw_goes_line_by_line_and_says_why(
    opened: Opened, environ: dict[str, str]
) -> None:
    """The reason is one line on stderr; help comes all the same."""
    done = cope("ground", "stop", types=["q", "q"], environ=environ)
    assert (done.code, opened) == (OK, [])
    assert done.talk.startswith("Line by line here. ")
    assert done.talk.count("\n") == 1
    assert "Stop and step back." in done.lines


def test_colours_can_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """`--no-color` is what NO_COLOR says, to the TUI too."""
    seen: list[bool] = []

    def open_tui(desk: object, terminal: Terminal, start: object, painted: object) -> int:
        seen.append(terminal.no_color)
        return OK

    monkeypatch.setattr(launch, "open_tui", open_tui)
    assert cope(types=[]).code == cope("--no-color", types=[]).code == OK
    assert seen == [False, True]


def test_line_by_line_can_be_asked_for(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By an option, a variable or for good by a setting; nobody who asked is told why."""
    monkeypatch.chdir(tmp_path)
    cope("config", "set", "plain", "yes", "--data-dir", "plain-home")
    for words, environ in (
        (("--plain",), {}),
        ((), {"COPECLI_PLAIN": "1"}),
        (("--data-dir", "plain-home"), {}),
    ):
        done = cope(*words, types=["q"], environ=environ)
        assert done.talk == ""
        assert "What do you need right now?" in done.lines
    assert opened == []


def test_the_full_screen_can_be_left_for_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """`p` there goes on here, at home."""
    monkeypatch.setattr(launch, "open_tui", lambda *_: launch.PLAIN)
    done = cope(types=["q"])
    assert done.code == OK
    assert "What do you need right now?" in done.lines


def test_the_word_for_going_on_in_lines_is_the_tui_s_own() -> None:
    """Both sides mean the same number."""
    from copecli import tui

    assert launch.PLAIN == tui.PLAIN


def test_a_broken_installation_still_has_the_line_face(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual that cannot be imported costs the picture, not the help."""

    def broken(*_: object) -> int:
        raise ImportError("textual")

    monkeypatch.setattr(launch, "open_tui", broken)
    done = cope("ground", types=["q", "q"])
    assert done.code == OK
    assert "could not be loaded" in done.talk
    assert "Feet on the floor." in done.lines


def test_without_a_terminal_nothing_is_asked(opened: Opened) -> None:
    """A page with what there is, at once; writing the plan says what it needs."""
    page = cope()
    assert (page.code, opened, page.hand.at) == (OK, [], 0)
    for command in ("cope now", "cope ground", "cope plan print"):
        assert command in page.out
    assert cope("plan").code == USAGE
    assert "terminal" in cope("plan").talk


def test_the_screen_is_given_back_before_a_line_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """First words on the other screen would hide what is said: an error, or the line face."""
    restored: list[str] = []
    monkeypatch.setattr(Painted, "restore", lambda self: restored.append(self.kind))
    monkeypatch.setattr("copecli.cli.world.World.talk", lambda self, *lines: restored.append("talk"))
    cope("ground", "nothing-like-it", painted=Painted("ground"))
    assert restored == ["ground", "talk"]
    restored.clear()
    cope("ground", types=["q", "q"], environ={"TERM": "dumb"}, painted=Painted("ground"))
    assert restored[0] == "ground"

"""What the journal shows in a real terminal, in both faces, over a journal of ten weeks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from copecli.core.errors import OK
from copecli.desk import Desk
from tests.filled import fill
from tests.pty.harness import Terminal, cope
from tests.ways import downs, numbered

pytestmark = pytest.mark.terminal

STEPS = (
    ("What do you need right now", "m"),
    ("What my journal shows", numbered("progress")),
    ("Things you did", "1"),
    ("You rode out 9 waves", "6"),
    ("Ratings go up and down", "2"),
)


def filled(home: Path) -> Path:
    """Fill the journal of the home that `cope` gets, and return that."""
    fill(Desk.open({"COPECLI_HOME": str(home / "cope")}))
    return home


def was_said(words: str) -> Callable[[Terminal], bool]:
    """Return the question whether words were said: a long list moves them out of sight."""
    return lambda terminal: words in terminal.everything()


def test_in_the_line_face_sections_are_said(tmp_path: Path) -> None:
    """From the doors to how able somebody felt, and out."""
    with cope("--plain", home=filled(tmp_path)) as terminal:
        for wanted, typed in STEPS:
            terminal.wait_for(was_said(wanted))
            terminal.wait_until_still()
            terminal.send(f"{typed}\r")
        terminal.wait_for(was_said("You felt more able to ride it out lately."))
        terminal.wait_for(was_said("Week of 6 July: about 7."))
        for _ in range(4):
            terminal.wait_until_still()
            terminal.send("q\r")
        assert terminal.wait_exit() == OK


def test_in_the_tui_sections_are_shown_and_the_command_prints_them(tmp_path: Path) -> None:
    """From the doors to the picture, and out; then on the command line."""
    down, end, enter = "\x1b[B", "\x1b[F", "\r"
    with cope(home=filled(tmp_path)) as terminal:
        for wanted, keys in (
            ("What do you need right now", ("m",)),
            ("What my journal shows", (down,) * downs("progress") + (enter,)),
            ("What can go up and down", (enter,)),
            ("You rode out 9 waves", ("q", end, enter)),
            ("Ratings go up and down", (down, enter)),
            ("You felt more able to ride it out lately.", ()),
            ("└──", ("\x03",)),
        ):
            terminal.wait_for(wanted)
            for key in keys:
                terminal.wait_until_still()
                terminal.send(key)
        assert terminal.wait_exit() == OK
    with cope("progress", "--all", home=tmp_path) as terminal:
        assert terminal.wait_exit() == OK
        assert "You felt more able to ride it out lately." in terminal.everything()

"""Choosing an exercise in a real terminal, in both faces, from a fresh home to its first line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from copecli.core.choosing import STATES
from copecli.core.errors import OK
from tests.pty.harness import Terminal, cope

pytestmark = pytest.mark.terminal

NUMB = [state for state, _words in STATES].index("numb")


def _was_said(words: str) -> Callable[[Terminal], bool]:
    """Return the question whether words were said: a long list moves them out of sight."""
    return lambda terminal: words in terminal.everything()


def test_choosing_line_by_line(tmp_path: Path) -> None:
    """A state, how strong, one of three."""
    with cope("--plain", home=tmp_path) as terminal:
        for wanted, typed in (
            ("What do you need right now?", "c"),
            ("How is it right now?", str(NUMB + 1)),
            ("How strong is it?", "8"),
            ("Another place: leave the room.", "3"),
            ("You can stop at any time.", "q"),
            ("What would you like next?", "q"),
        ):
            terminal.wait_for(_was_said(wanted))
            terminal.wait_until_still()
            terminal.send(f"{typed}\r")
        assert "Look around" in terminal.everything()


def test_choosing_on_screens(tmp_path: Path) -> None:
    """The same by arrows and Enter; more of one, and back."""
    enter, down = "\r", "\x1b[B"
    with cope(home=tmp_path) as terminal:
        for wanted, keys in (
            ("What do you need right now?", ("c",)),
            ("How is it right now?", (down,) * (NUMB - 2) + (enter,)),
            ("How strong is it?", (enter,)),
            ("You could try one of these.", ("m",)),
            ("Why it stands here:", ("q",)),
            ("You could try one of these.", (enter,)),
            ("Look around", ("q", "\x11")),
        ):
            terminal.wait_for(wanted)
            for key in keys:
                terminal.wait_until_still()
                terminal.send(key)
        assert terminal.wait_exit() == OK

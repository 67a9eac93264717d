"""A whole trigger map in a real terminal, in both faces: two of its links are found in the printed plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from copecli.core.errors import OK
from tests.pty.harness import Terminal, cope

pytestmark = pytest.mark.terminal

SIGNS = ("A fight, or being turned away", "Too much at once")


def _was_said(words: str) -> Callable[[Terminal], bool]:
    """Return the question whether words were said: a long list moves them out of sight."""
    return lambda terminal: words in terminal.everything()


def _print_has_both(home: Path) -> None:
    with cope("plan", "print", home=home) as terminal:
        terminal.wait_exit()
        for sign in SIGNS:
            assert sign in terminal.everything()


def test_a_map_in_the_line_face_is_found_in_the_printed_plan(tmp_path: Path) -> None:
    """From the first question to the print."""
    with cope("triggers", "--plain", home=tmp_path) as terminal:
        for wanted, typed in (
            ("steady enough", "1"),
            ("How much would you like", "1"),
            ("right before it", "1"),
            ("notice in your body", "1"),
            ("how strong was the urge", "6"),
            ("What happened then", "2"),
            ("What came right after", "1"),
            ("What did you need", "1"),
            ("small next thing", "2"),
            ("into your plan", "1 2"),
            ("marked as private", "q"),
        ):
            terminal.wait_for(_was_said(wanted))
            terminal.wait_until_still()
            terminal.send(f"{typed}\r")
        assert terminal.wait_exit() == OK
    _print_has_both(tmp_path)


def test_a_map_in_the_tui_is_found_in_the_printed_plan(tmp_path: Path) -> None:
    """From the first question to the print."""
    enter, down, end = "\r", "\x1b[B", "\x1b[F"
    with cope("triggers", home=tmp_path) as terminal:
        for wanted, keys in (
            ("steady enough", (enter,)),
            ("How much would you like", (enter,)),
            ("right before it", (enter, end, enter)),
            ("notice in your body", (enter, end, enter)),
            ("how strong was the urge", ("6", enter)),
            ("What happened then", (down, enter)),
            ("What came right after", (enter, end, enter)),
            ("What did you need", (enter, end, enter)),
            ("The chain, from top", (enter,)),
            ("small next thing", (down, enter)),
            ("into your plan", (enter, down, enter, end, enter)),
            ("marked as private", (end, enter)),
        ):
            terminal.wait_for(wanted)
            for key in keys:
                terminal.wait_until_still()
                terminal.send(key)
        assert terminal.wait_exit() == OK
    _print_has_both(tmp_path)

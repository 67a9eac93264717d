"""A whole conversation prepared in a real terminal, in both faces, up to a page that lies in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from copecli.core.errors import OK
from tests.pty.harness import Terminal, cope

pytestmark = pytest.mark.terminal

ENTER, UP, DOWN, END, RIGHT, ESCAPE = "\r", "\x1b[A", "\x1b[B", "\x1b[F", "\x1b[C", "\x1b"


def _press(terminal: Terminal, wanted: str, *keys: str) -> None:
    """Wait for words, then press keys, one calmly after the other."""
    terminal.wait_for(wanted)
    for key in keys:
        terminal.wait_until_still()
        terminal.send(key)


def _page_is_whole(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "For my appointment" in text
    assert "I have strong urges to hurt myself." in text
    assert "Please read this first." in text


def test_an_appointment_is_prepared_in_the_tui(tmp_path: Path) -> None:
    """The page is read, copied for a terminal that lets programs copy, written, and let go."""
    path = tmp_path / "page.txt"
    with cope("talk", home=tmp_path) as terminal:
        _press(terminal, "Whom would you like", *[DOWN] * 3, ENTER)
        _press(terminal, "What would you like from them", ENTER)
        _press(terminal, "What do you want them to know", ENTER, RIGHT)
        _press(terminal, "What would you like to ask", RIGHT)
        _press(terminal, "What are you afraid of", RIGHT)
        _press(terminal, "What could they do", ENTER, RIGHT)
        _press(terminal, "You could take along:", ENTER)
        _press(terminal, "What would you like to do with it", DOWN, ENTER)
        _press(terminal, "Copied, where", DOWN, DOWN)
        assert b"\x1b]52;c;" in terminal.raw
        _press(terminal, "Copied, where", "\x1b[H", ENTER)
        _press(terminal, "In which form", ENTER)
        _press(terminal, "Write it to which file", "\x15", *str(path), ENTER)
        _press(terminal, "Written:", ESCAPE)
        _press(terminal, "What would you like to do with it", END, UP, ENTER)
        assert terminal.wait_exit() == OK
    _page_is_whole(path)
    assert not list((tmp_path).rglob("drafts/*talk*"))


def test_an_appointment_is_prepared_in_the_line_face(tmp_path: Path) -> None:
    """The same page."""
    path = tmp_path / "page.txt"
    with cope("talk", "--plain", home=tmp_path) as terminal:
        for wanted, typed in (
            ("Whom would you like", "4"),
            ("What would you like from them", "2"),
            ("What do you want them to know", "2"),
            ("What would you like to ask", ""),
            ("What are you afraid of", ""),
            ("What could they do", "1"),
            ("What would you like to do with it", "1"),
            ("In which form", "1"),
            ("Write it to which file", str(path)),
            ("Written:", "7"),
        ):
            terminal.wait_for(lambda there, wanted=wanted: wanted in there.everything())  # type: ignore[misc]
            terminal.wait_until_still()
            terminal.send(f"{typed}\r")
        terminal.wait_for("The words are let go.")
        assert terminal.wait_exit() == OK
    _page_is_whole(path)

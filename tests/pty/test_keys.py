"""Keys of one's own in a real terminal: given on the Keys page, kept, and played with at the next start."""

from __future__ import annotations

from pathlib import Path

import pytest

from copecli.core.errors import OK
from tests.pty.harness import cope

pytestmark = pytest.mark.terminal


def test_a_key_is_given_and_holds_at_the_next_start(home: Path) -> None:
    """A wrong one is said; the game is played with the new one, and Help now is still h."""
    with cope(home=home) as terminal:
        terminal.wait_for("What do you need right now?")
        terminal.send("?")
        terminal.wait_for("Keys here")
        for key, words in (
            ("up", "Keys in other places"), ("enter", "In the tile game"), ("down", "Keys where?"),
            *[("down", "Keys where?")] * 4,
            ("enter", "Moves the tile to the left."), ("enter", "Press the new key"),
            ("tab", "stays what it is"), ("a", "“Left” is now: a."),
        ):  # fmt: skip
            terminal.wait_until_still(0.15)
            terminal.press(key)
            terminal.wait_for(words)
        terminal.send("\x03")
        assert terminal.wait_exit() == OK
    with cope("do", "tiles", home=home) as terminal:
        terminal.wait_for("Any key goes on.")
        for words in ("An urge can come", "No points.", "Rest your hands", "a Left"):
            terminal.wait_until_still(0.15)
            terminal.press("x")
            terminal.wait_for(words)
        before = terminal.text()
        terminal.press("a")
        terminal.wait_for(lambda found: found.text() != before)
        terminal.press("h")
        terminal.wait_for("Here is help.")
        terminal.send("\x03")
        assert terminal.wait_exit() == OK
        assert terminal.terminal_restored()

"""The tile game in a real terminal, from the command to the shell."""

from __future__ import annotations

from pathlib import Path

import pytest

from copecli.core.errors import OK
from tests.pty.harness import Terminal, cope

pytestmark = pytest.mark.terminal

SIGNS = ("[]", "##", "()", "<>", "::", "%%", "==")
FOCUS_LOST = "\x1b[O"


def lying(terminal: Terminal) -> str:
    """Return what lies on the floor."""
    rows = [line for line in terminal.text().split("\n") if "│" in line]
    return rows[-1].strip() if rows else ""


def test_it_is_played_waits_without_a_byte_keeps_through_sizes_and_stops(home: Path) -> None:
    """At forty columns: keys, another window, a smaller one and back, Stop; the shell is as it was."""
    with cope("do", "tiles", home=home, size=(40, 20)) as terminal:
        terminal.wait_for("Any key goes on.")
        for words in ("An urge can come", "No points.", "Rest your hands", "Space Drop"):
            terminal.wait_until_still(0.15)
            terminal.press("x")
            terminal.wait_for(words)
        terminal.press("left", "left", "up", "space")
        terminal.wait_for(lambda found: any(sign in lying(found) for sign in SIGNS))
        terminal.send(FOCUS_LOST)
        terminal.wait_for("Paused. p goes on.")
        terminal.wait_until_still(0.3)
        before, written = lying(terminal), len(terminal.raw)
        terminal.wait_until_still(2.0)
        assert len(terminal.raw) == written
        terminal.resize(90, 30)
        terminal.wait_for(lambda found: lying(found) == before)
        terminal.resize(40, 20)
        terminal.wait_until_still(0.3)
        assert lying(terminal) == before
        terminal.press("p")
        terminal.wait_for("Go on for as long as you like.")
        terminal.press("q")
        assert terminal.wait_exit() == OK
        assert terminal.terminal_restored()
        assert "│" not in terminal.everything()

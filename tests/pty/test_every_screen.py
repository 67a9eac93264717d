"""A crash and an ending signal on every screen that there is, in a real terminal."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest

from tests.pty.harness import Terminal, cope, python
from tests.pty.test_signals import BREAKS_ON, FOOT
from tests.tui.screens import SCREENS

pytestmark = pytest.mark.terminal

STARTS = {
    "home": (),
    "plan": ("plan",),
    "map": ("triggers",),
    "check-in": ("checkin",),
    "good": ("checkin", "good"),
    "report": ("progress", "--report"),
    "wave": ("wave",),
    "after": ("after",),
    "talk": ("talk",),
    "people": ("talk", "people"),
}
"""What is typed for a start; all others are exercises."""
SENT = {"question_mark": "?", "pagedown": "\x1b[6~", "pageup": "\x1b[5~", "slash": "/"}


def typed(start: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is typed after `cope` to begin there."""
    if start[0] == "learn":
        return ("learn", *filter(None, start[1:]))
    return STARTS.get(start[0], ("ground", *start[1:]))


def reach(terminal: Terminal, keys: tuple[str, ...]) -> None:
    """Press the keys that lead to a screen, with a calm hand."""
    terminal.wait_for(FOOT)
    for key in keys:
        terminal.wait_until_still(0.15)
        terminal.press(SENT.get(key, key))
    time.sleep(0.3)  # a breath is never still


@pytest.mark.parametrize("name", SCREENS)
def test_a_crash_restores_the_terminal_and_tells_no_word(name: str, home: Path) -> None:
    """One calm sentence, exit code 1, no traceback, nothing that was written."""
    start, keys = SCREENS[name]
    with python(BREAKS_ON, *typed(start), home=home) as terminal:
        reach(terminal, keys)
        terminal.send("^")
        assert terminal.wait_exit() == 1
        assert terminal.terminal_restored()
        shown = terminal.everything().strip()
    assert shown.startswith("Something in copecli broke. Your saved plan is safe.")
    assert "Traceback" not in shown
    assert "private" not in shown


EACH_THIRD = [
    pytest.param(name, marks=() if at % 3 == 0 else pytest.mark.soak) for at, name in enumerate(SCREENS)
]
"""A signal is seen to by the program, not by a screen: each third here, the others in the long form."""


@pytest.mark.parametrize("name", EACH_THIRD)
def test_an_ending_signal_leaves_nothing_behind(name: str, home: Path) -> None:
    """SIGTERM: 143, the terminal as it was, no word on it."""
    start, keys = SCREENS[name]
    with cope(*typed(start), home=home) as terminal:
        reach(terminal, keys)
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 143
        assert terminal.terminal_restored()
        assert terminal.everything().strip() == ""

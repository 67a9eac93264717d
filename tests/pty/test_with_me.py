"""Choose for me, in a real terminal: any key goes on, from what holds one to somebody to reach."""

from __future__ import annotations

import tomllib
from functools import partial
from pathlib import Path

import pytest

from tests.pty.harness import Terminal, cope

pytestmark = pytest.mark.terminal

STEPS = tomllib.loads(Path("skills/with-me.toml").read_text(encoding="utf-8"))["steps"]
LINES = [step["text"].partition("{")[0] for step in STEPS if step["kind"] == "say"]
"""What is on each screen; of the one with the weekday and the time, what stands before them."""


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
def test_each_line_is_shown_alone_and_any_key_goes_on(home: Path, size: tuple[int, int]) -> None:
    """From the floor or chair to looking and listening, to a person; nothing is asked on the way."""
    with cope("ground", "--with-me", home=home, size=size) as terminal:
        terminal.wait_for(partial(shows, "Now, nothing is asked. No hurry."))
        terminal.wait_until_still()
        terminal.press("x")
        for n, line in enumerate(LINES):
            terminal.wait_for(partial(shows, line))
            terminal.wait_until_still()
            assert [other for other in LINES if other in flat(terminal)] == [line]
            terminal.press("jkxv"[n % 4])
        terminal.wait_for("Call")
        terminal.wait_until_still()
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.terminal_restored()


def flat(terminal: Terminal) -> str:
    """Return what is on the screen as one line, however it was wrapped."""
    return " ".join(terminal.text().split())


def shows(line: str, terminal: Terminal) -> bool:
    """Return whether the line is on the screen."""
    return line in flat(terminal)

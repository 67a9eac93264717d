"""The wave in a real terminal: suspended, resized, ended by a signal; what was ridden is kept."""

from __future__ import annotations

import json
import signal
from pathlib import Path
from typing import Any

import pytest

from tests.pty.harness import Terminal, cope, python

pytestmark = pytest.mark.terminal

FAST = """
import sys, time
times, real = int(sys.argv.pop(1)), time.monotonic
time.monotonic = lambda: real() * times
from copecli.__main__ import main
sys.exit(main())
"""
"""The real program, with a clock that goes so many times as fast."""


def kept(home: Path) -> list[dict[str, Any]]:
    """Return the waves that `cope data export` writes."""
    written = home / "export.jsonl"
    with cope("data", "export", "-o", str(written), home=home) as terminal:
        terminal.wait_exit()
    records = [json.loads(line) for line in written.read_text(encoding="utf-8").splitlines()]
    return [record for record in records if record.get("kind") == "wave"]


def onto_it(terminal: Terminal) -> None:
    """Go from the first screen onto the wave."""
    for wanted, key in (("For urges to hurt yourself.", "x"), ("How strong is it?", "enter")):
        terminal.wait_for(wanted)
        terminal.wait_until_still()
        terminal.press(key)
    terminal.wait_for("minutes left.")


def test_it_survives_a_suspension_and_a_resize_and_a_signal_keeps_it(home: Path) -> None:
    """Ctrl+Z and fg, a narrow window and a wide one, SIGTERM: 143, the terminal as it was, a record."""
    with python(FAST, "4", "wave", "5", home=home) as terminal:
        onto_it(terminal)
        terminal.press("ctrl+z")
        terminal.wait_stopped()
        terminal.signal(signal.SIGCONT)
        terminal.wait_for("minutes left.")
        terminal.resize(40, 20)
        terminal.wait_for("r  Ask each minute")
        terminal.resize(80, 24)
        terminal.press("6")
        terminal.wait_for("Noted: 6.")
        terminal.wait_for("About 4 minutes left.")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 143
        assert terminal.terminal_restored()
        assert terminal.everything().strip() == ""
    (record,) = kept(home)
    assert (record["minutes"], record["ratings"][0][1]) == (5, 6)
    assert record["seconds"] >= 30
    assert "finished" not in record


def test_five_minutes_are_ridden_to_their_end(home: Path) -> None:
    """The end comes by itself; the last of the list is rest."""
    with python(FAST, "100", "wave", "5", home=home) as terminal:
        onto_it(terminal)
        terminal.wait_for("Next: a person, another skill, or rest.")
        terminal.wait_until_still()
        terminal.send("\x1b[F")
        terminal.wait_until_still()
        terminal.press("enter")
        assert terminal.wait_exit() == 0
        assert terminal.terminal_restored()
    (record,) = kept(home)
    assert (record["minutes"], record["seconds"], record["finished"]) == (5, 300, True)


def test_in_the_line_face_a_signal_keeps_it_too(home: Path) -> None:
    """A number, then SIGTERM."""
    with cope("wave", "5", "--plain", home=home) as terminal:
        for wanted, typed in (
            ("For urges to hurt yourself.", ""),
            ("How strong is it?", "5"),
            ("About 5 minutes left.", "4"),
        ):
            terminal.wait_for(wanted)
            terminal.wait_until_still(1.2)
            terminal.send(f"{typed}\r")
        terminal.wait_for("Before 5, now 4.")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 143
        assert terminal.terminal_restored()
    (record,) = kept(home)
    assert [value for _second, value in record["ratings"]] == [5, 4]

"""A disk that is full in the middle of saving, in both faces: the plan is whole, and the words are kept."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from copecli.core.plan import COPING, Item
from copecli.desk import Desk
from tests.papers import FULL
from tests.pty.harness import python

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pty.harness import Terminal

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit there"),
]

ROOM = 4096
"""Bytes that a file may hold: a draft fits, the plan does not."""
COPE_ON_A_SMALL_DISK = f"""
import resource, runpy
resource.setrlimit(resource.RLIMIT_FSIZE, ({ROOM}, {ROOM}))
runpy.run_module("copecli", run_name="__main__")
"""
LONG = FULL.with_step(COPING, tuple(Item(f"c{n}", f"Tea {n}, slowly. " * 20) for n in range(40)))


@pytest.mark.parametrize("face", ["tui", "plain"])
@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
def test_a_disk_that_is_full_costs_no_word(home: Path, face: str, size: tuple[int, int]) -> None:
    """It is said in one sentence; the plan is the old one to the last byte; the line is in a draft."""
    desk = Desk.open({"HOME": str(home), "COPECLI_HOME": str(home / "cope")})
    desk.save_plan(desk.read_plan(), LONG)
    with open(desk.paths.plan_file, "rb") as file:
        before = file.read()
    assert len(before) > ROOM
    words = ["--plain", "plan"] if face == "plain" else ["plan"]
    whole = {"PYTHONDONTWRITEBYTECODE": "1"}  # Python itself would leave half a .pyc on such a disk
    with python(COPE_ON_A_SMALL_DISK, *words, home=home, size=size, environ=whole) as terminal:
        if face == "plain":
            terminal.wait_for("Write more, or change it.")
            terminal.wait_until_still()
            terminal.send("2\r")
            terminal.wait_for("Type your own words")
        else:
            terminal.wait_for("e Change")
            terminal.wait_until_still()
            terminal.send("e")
            terminal.wait_for("Enter Keep")
        terminal.wait_until_still()
        terminal.send("A line of mine\r")
        terminal.wait_for(_said_of_a_full_disk)
        terminal.wait_until_still()
        terminal.press("ctrl+c")
        assert terminal.wait_exit() == 0
    with open(desk.paths.plan_file, "rb") as file:
        assert file.read() == before
    assert desk.read_plan().plan == LONG
    assert "A line of mine" in [desk.draft(name) for name in desk.draft_names()]
    assert desk.plan_versions() == ()


def _said_of_a_full_disk(terminal: Terminal) -> bool:
    return "the disk is full" in " ".join(terminal.everything().split())

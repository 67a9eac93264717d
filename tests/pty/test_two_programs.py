"""Two programs open the same plan at once, one in each face: both edits are there, and it is said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from copecli.core.plan import PEOPLE, WARNING_SIGNS, Item, Plan
from copecli.core.plan_keeping import BOTH_KEPT
from copecli.desk import Desk
from tests.pty.harness import Terminal, cope

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.terminal

FRIEND = Item("f", "A friend", "555-0100")


def says(terminal: Terminal, words: str) -> None:
    """Wait until it was said, however it is wrapped, also in a note at the edge."""
    terminal.wait_for(lambda found: words in " ".join(found.everything().replace("▌", " ").split()))
    terminal.wait_until_still()


def to_the_first_question(terminal: Terminal, face: str) -> None:
    """Go from the plan to its first question."""
    if face == "tui":
        says(terminal, "e Change")
        terminal.send("e")
        says(terminal, "5 of 7")
        for _question in range(4):
            terminal.send("\x1b[5~")  # Page up
            terminal.wait_until_still()
        says(terminal, "1 of 7")
    else:
        says(terminal, "Write more, or change it.")
        terminal.send("2\r")
        says(terminal, "5 of 7")
        for _question in range(4):
            terminal.send("/b\r")
            terminal.wait_until_still()
        says(terminal, "1 of 7")


@pytest.mark.parametrize("faces", [("tui", "plain"), ("plain", "tui"), ("tui", "tui")], ids="-".join)
def test_what_both_write_is_there_and_it_is_said(home: Path, faces: tuple[str, str]) -> None:
    """A opens, B saves, A saves; and a mark that somebody sets by hand meanwhile is there, too."""
    desk = Desk.open({"HOME": str(home), "COPECLI_HOME": str(home / "cope")})
    desk.save_plan(desk.read_plan(), Plan({PEOPLE: (FRIEND,)}))
    with (
        cope(*(["--plain"] * (faces[0] == "plain")), "plan", home=home) as first,
        cope(*(["--plain"] * (faces[1] == "plain")), "plan", home=home) as second,
    ):
        to_the_first_question(first, faces[0])
        to_the_first_question(second, faces[1])
        second.send("Written second\r")
        says(second, "Kept")
        stored = desk.read_plan()
        desk.save_plan(stored, stored.plan.change(PEOPLE, replace(FRIEND, not_safe=True)))
        first.send("Written first\r")
        says(first, BOTH_KEPT)
        for terminal in (first, second):
            terminal.press("ctrl+c")
            assert terminal.wait_exit() == 0
    plan = desk.read_plan().plan
    assert {item.text for item in plan.of(WARNING_SIGNS)} == {"Written first", "Written second"}
    assert plan.of(PEOPLE) == (replace(FRIEND, not_safe=True),)

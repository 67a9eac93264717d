"""The TUI in a real terminal, by keys alone: an exercise to its end, a plan that is written and printed.

The same two tasks as in test_line_face.py; the words are the same because both faces play one Session.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from copecli.core.errors import OK
from copecli.core.plan import STEPS, WITH_PHONE
from copecli.core.plan_words import QUESTIONS
from copecli.core.shared_words import ENDINGS
from tests.pty.harness import ROOT, Terminal, cope

pytestmark = pytest.mark.terminal

SIZES = [(80, 24), (40, 20), (120, 40)]


def words_on(terminal: Terminal) -> str:
    """Return what the screen says as one line, however it is wrapped."""
    return " ".join(terminal.text().split())


def shows(terminal: Terminal, text: str) -> None:
    """Wait until the screen says `text`."""
    wanted = " ".join(text.split())
    terminal.wait_for(lambda found: wanted in words_on(found))


def press(terminal: Terminal, key: str) -> None:
    """Press a key with a calm hand: once what the last one did is there."""
    terminal.wait_until_still(0.15)
    terminal.press(key)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_five_senses_reaches_its_last_step_by_keys_alone(home: Path, size: tuple[int, int]) -> None:
    """Every sentence of the file is on the screen in its turn; then the ways on; then the shell as it was."""
    steps = tomllib.loads((ROOT / "skills" / "five-senses.toml").read_text(encoding="utf-8"))["steps"]
    with cope("ground", "five-senses", home=home, size=size) as terminal:
        shows(terminal, "You're here. Nothing to decide.")
        shows(terminal, "q Stop")
        press(terminal, "j")
        for step in steps:
            shows(terminal, step["text"])
            for found in range(step.get("count", 1)):
                if "count" in step:
                    dots = "● " * found + "○ " * (step["count"] - found)
                    shows(terminal, dots)
                press(terminal, "space")
        for _, words in ENDINGS:
            shows(terminal, words)
        press(terminal, "up")
        press(terminal, "enter")
        assert terminal.wait_exit() == OK
        assert terminal.terminal_restored()
        assert not re.search(r"senses|notice|help now", terminal.everything(), re.IGNORECASE)


def test_a_plan_is_written_and_every_word_of_it_printed(home: Path) -> None:
    """Something in all six steps and a reason for living, with numbers; `cope plan print` has it all."""
    with cope("plan", home=home) as terminal:
        for number, step in enumerate(STEPS, start=1):
            shows(terminal, QUESTIONS[step])
            terminal.wait_until_still(0.15)
            terminal.send(f"Line {number}, in my own words")
            press(terminal, "enter")
            if step in WITH_PHONE:
                shows(terminal, f"A number for Line {number}, in my own words?")
                terminal.wait_until_still(0.15)
                terminal.send(f"555-010{number}")
                press(terminal, "enter")
            shows(terminal, "Kept. Another one, or Enter goes on.")
            press(terminal, "enter")
        shows(terminal, "That was the last question.")
        press(terminal, "down")
        press(terminal, "enter")
        shows(terminal, "My safety plan")
        press(terminal, "q")
        assert terminal.wait_exit() == OK
        assert terminal.terminal_restored()
    with cope("plan", "print", home=home) as terminal:
        assert terminal.wait_exit() == OK
        printed = terminal.everything()
    for number, step in enumerate(STEPS, start=1):
        assert f"Line {number}, in my own words" in printed
        if step in WITH_PHONE:
            assert f"555-010{number}" in printed


def test_a_plan_left_in_the_middle_is_found_again(home: Path) -> None:
    """Ctrl+C in the middle of a line; at the next start the line stands there, at its question."""
    with cope("plan", home=home) as terminal:
        shows(terminal, QUESTIONS[STEPS[0]])
        press(terminal, "enter")
        shows(terminal, QUESTIONS[STEPS[1]])
        terminal.wait_until_still(0.15)
        terminal.send("half a thou")
        shows(terminal, "half a thou")
        terminal.press("ctrl+c")
        assert terminal.wait_exit() == OK
        assert terminal.terminal_restored()
        assert "half a thou" not in terminal.everything()
    with cope("plan", home=home) as terminal:
        shows(terminal, QUESTIONS[STEPS[1]])
        shows(terminal, "half a thou")
        terminal.press("ctrl+c")
        assert terminal.wait_exit() == OK


def test_a_key_held_down_goes_on_once(home: Path) -> None:
    """A keyboard that repeats thirty times a second does not run through the exercise."""
    import time

    with cope("ground", "five-senses", home=home) as terminal:
        shows(terminal, "q Stop")
        terminal.wait_until_still(0.3)
        terminal.press("enter")
        time.sleep(0.5)
        for _ in range(25):
            terminal.press("enter")
            time.sleep(0.03)
        terminal.wait_until_still(0.4)
        shows(terminal, "1 of 8")

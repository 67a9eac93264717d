"""The line face in a real terminal: keys, signals, a window that closes. Not one escape code."""

from __future__ import annotations

import signal
import tomllib
from pathlib import Path

import pytest

from copecli.core.errors import OK
from copecli.core.plan import STEPS, WITH_PHONE
from copecli.core.plan_words import QUESTIONS
from tests.pty.harness import ROOT, Terminal, cope

pytestmark = pytest.mark.terminal


def plain(*words: str, home: Path, **options: object) -> Terminal:
    """Start `cope` line by line."""
    return cope("--plain", *words, home=home, **options)


def heard(terminal: Terminal, words: str) -> None:
    """Wait until `words` have been said, also where they have scrolled away since."""
    terminal.wait_for(lambda found: words in found.everything())


def enter(terminal: Terminal, words: str, until: str) -> None:
    """Type a line once the one before it has been taken, and wait for what it brings."""
    terminal.wait_until_still(0.15)
    terminal.send(words + "\r")
    heard(terminal, until)


def test_five_senses_reaches_its_last_step_by_enter_alone(home: Path) -> None:
    """Every sentence of the file is heard in its order, and the terminal stays as it was."""
    steps = tomllib.loads((ROOT / "skills" / "five-senses.toml").read_text(encoding="utf-8"))["steps"]
    with plain("ground", "five-senses", home=home) as terminal:
        terminal.wait_for("Enter goes on.")
        for step in steps:
            first = step["text"].split("\n")[0]
            enter(terminal, "", first)
            for found in range(1, step.get("count", 1)):
                enter(terminal, "", f"{found} of {step['count']}.")
        enter(terminal, "", "How is it now, beside before?")
        enter(terminal, "", "What would you like next?")
        enter(terminal, "5", "5")
        assert terminal.wait_exit() == OK
        whole = " ".join(line.strip() for line in terminal.everything().split("\n"))
        at = [whole.index(" ".join(step["text"].split("\n"))) for step in steps]
        assert at == sorted(at)
        assert b"\x1b" not in terminal.raw
        assert terminal.terminal_restored()


def test_a_plan_is_written_and_printed(home: Path) -> None:
    """Something in every step, with numbers; every word of it is printed."""
    with plain("plan", home=home) as terminal:
        for number, step in enumerate(STEPS, start=1):
            heard(terminal, QUESTIONS[step])
            enter(
                terminal,
                f"Line {number} of mine",
                "A number for" if step in WITH_PHONE else "Kept, as number",
            )
            if step in WITH_PHONE:
                enter(terminal, f"555-010{number}", f"Line {number} of mine")
            terminal.wait_for("Another one, or Enter goes on.")
            terminal.wait_until_still(0.15)
            terminal.press("enter")
        terminal.wait_for("That was the last question.")
        enter(terminal, "2", "Your safety plan.")
        enter(terminal, "q", "q")
        assert terminal.wait_exit() == OK
    with plain("plan", "print", home=home) as terminal:
        assert terminal.wait_exit() == OK
        printed = terminal.everything()
        for number in range(1, 8):
            assert f"Line {number} of mine" in printed
        assert all(f"555-010{number}" in printed for number in (3, 4, 5))


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, OK)], ids=str
)
@pytest.mark.parametrize(
    "words", [("ground", "even-breath"), ("plan",), ()], ids=["exercise", "plan", "home"]
)
def test_a_signal_ends_it_with_its_code_and_leaves_the_terminal_alone(
    home: Path, words: tuple[str, ...], number: signal.Signals, code: int
) -> None:
    """SIGTERM and SIGHUP have their exit codes; Ctrl+C is leaving."""
    with plain(*words, home=home) as terminal:
        terminal.wait_for("h")
        terminal.wait_until_still()
        terminal.signal(number)
        assert terminal.wait_exit() == code
        assert "Traceback" not in terminal.everything()
        assert terminal.terminal_restored()


def test_a_line_that_was_entered_outlives_a_signal(home: Path) -> None:
    """It is on the disk, though the next question has not been answered."""
    with plain("plan", home=home) as terminal:
        terminal.wait_for(QUESTIONS["warning-signs"])
        enter(terminal, "I stop answering", "Kept, as number")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 143
    with plain("plan", "print", home=home) as terminal:
        assert terminal.wait_exit() == OK
        assert "I stop answering" in terminal.everything()


@pytest.mark.parametrize("keys", ["ctrl+c", "ctrl+d"])
def test_ctrl_c_and_ctrl_d_leave_at_once(home: Path, keys: str) -> None:
    """Exit code 0, from the middle of a breath."""
    with plain("ground", "even-breath", home=home) as terminal:
        terminal.wait_for("Enter goes on.")
        terminal.wait_until_still()
        terminal.press(keys)
        assert terminal.wait_exit() == OK
        assert terminal.terminal_restored()


def test_a_window_that_closes_ends_it(home: Path) -> None:
    """By SIGHUP, and by the end of input where that signal is ignored."""
    with plain("ground", "five-senses", home=home) as terminal:
        terminal.wait_for("Enter goes on.")
        terminal.close()
        assert terminal.wait_exit() in (129, -signal.SIGHUP, OK)


def test_it_can_be_put_aside_and_taken_up_again(home: Path) -> None:
    """Stopped and continued, it goes on at the same place."""
    with plain("ground", "five-senses", home=home) as terminal:
        terminal.wait_for("Enter goes on.")
        terminal.wait_until_still()
        terminal.signal(signal.SIGSTOP)  # the kernel stops no orphan by Ctrl+Z, and a test has no shell
        terminal.wait_stopped()
        terminal.signal(signal.SIGCONT)
        enter(terminal, "", "Is something here hard to be near?")
        terminal.signal(signal.SIGINT)
        assert terminal.wait_exit() == OK


def test_beats_come_by_themselves_and_typing_acts_between_them(home: Path) -> None:
    """Nobody presses anything for Out; q is heard in the middle of a breath."""
    with plain("do", "tense-and-release", home=home) as terminal:
        terminal.wait_for("Enter goes on.")
        while "Tense." not in terminal.everything():
            terminal.press("enter")
            terminal.wait_until_still(0.15)
        heard(terminal, "Let go.")
        terminal.send("q\r")
        terminal.wait_for("Stopped. You can come back to this.")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 143


def test_a_held_enter_skips_no_step(home: Path) -> None:
    """Thirty in a row, as a keyboard repeats them."""
    with plain("ground", "describe-the-room", home=home) as terminal:
        terminal.wait_for("Enter goes on.")
        terminal.wait_until_still()
        terminal.send("\r" * 30)
        terminal.wait_until_still()
        steps = tomllib.loads((ROOT / "skills" / "describe-the-room.toml").read_text(encoding="utf-8"))[
            "steps"
        ]
        assert steps[0]["text"].split("\n")[0] in terminal.everything()
        assert steps[1]["text"].split("\n")[0] not in terminal.everything()
        terminal.signal(signal.SIGTERM)
        terminal.wait_exit()


def test_a_dumb_terminal_says_why_and_helps_all_the_same(home: Path) -> None:
    """First the reason in a line, then help; not one escape code."""
    with cope("ground", home=home, environ={"TERM": "dumb"}) as terminal:
        terminal.wait_for("You're here. Nothing to decide.")
        terminal.wait_for("Feet on the floor.")
        assert "Line by line here. TERM is “dumb”." in terminal.everything()
        assert b"\x1b" not in terminal.raw
        terminal.press("ctrl+c")
        assert terminal.wait_exit() == OK


@pytest.mark.parametrize("size", [(40, 20), (20, 5), (80, 24)], ids=str)
def test_lines_are_broken_between_words(home: Path, size: tuple[int, int]) -> None:
    """At any width."""
    with plain("now", home=home, size=size) as terminal:
        assert terminal.wait_exit() == OK
        words = set(" ".join(terminal.everything().split("\n")).split())
        assert {"Badly", "something?", "findahelpline.com"} <= words

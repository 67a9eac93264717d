"""Reading in a real terminal, in both faces, from the doors to what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from copecli.core.errors import OK
from copecli.core.learn_words import groups_of
from copecli.desk_learn import library
from tests.pty.harness import Terminal, cope
from tests.ways import downs, numbered

pytestmark = pytest.mark.terminal

DOWN, END, ENTER, SPACE = "\x1b[B", "\x1b[F", "\r", " "
TOOL = "For therapists: what this tool does"


def go(terminal: Terminal, *steps: tuple[str, tuple[str, ...]]) -> None:
    """Wait for words and then press keys, with a calm hand."""
    for wanted, keys in steps:
        terminal.wait_for(wanted)
        for key in keys:
            terminal.wait_until_still()
            terminal.send(key)


def was_said(words: str) -> Callable[[Terminal], bool]:
    """Return the question whether words were said: a long list moves them out of sight."""
    return lambda terminal: words in terminal.everything()


def test_in_the_tui_words_find_an_article_and_its_end_leads_on(home: Path) -> None:
    """From the doors through the field to the pages, into the plan, and out."""
    with cope(home=home) as terminal:
        go(
            terminal,
            ("What do you need right now", ("m",)),
            ("Learn", (DOWN,) * downs("learn") + (ENTER,)),
            ("/ Find", ("/",)),
            ("Find a word", ("this tool", ENTER)),
            (f"{TOOL}   1 of 2", (SPACE,)),
            ("2 of 2", (SPACE,)),
            ("What can I do with this now?", (ENTER,)),
            ("My warning signs", ("\x03",)),
        )
        assert terminal.wait_exit() == OK


def test_in_the_line_face_it_is_read_part_by_part(home: Path) -> None:
    """The same article by the same words, its end, and Help now."""
    groups = len(groups_of(library().articles))
    steps = (
        ("What do you need right now", "m"),
        ("Learn.", numbered("learn")),
        ("Find a word.", str(groups + 1)),
        ("Type a word or two", "this tool"),
        (TOOL, "1"),
        *((f"{part} of 5. Enter goes on.", "") for part in range(1, 5)),
        ("What can I do with this now?", "5"),
        ("Here is help. Start anywhere.", "\x03"),
    )
    with cope("--plain", home=home) as terminal:
        for wanted, typed in steps:
            terminal.wait_for(was_said(wanted))
            terminal.wait_until_still()
            terminal.send(f"{typed}\r" if typed != "\x03" else typed)
        assert terminal.wait_exit() == OK


def test_the_command_prints_it_and_a_terminal_opens_it(home: Path) -> None:
    """With --plain all at once; without it the page, which one key leaves."""
    with cope("learn", "what-this-tool-does", "--plain", home=home) as terminal:
        assert terminal.wait_exit() == OK
        assert "No clinician has read it yet." in terminal.everything()
    with cope("learn", "what-this-tool-does", home=home) as terminal:
        go(terminal, ("1 of 2", (END,)), ("What can I do with this now?", ("q",)))
        assert terminal.wait_exit() == OK

"""A whole check-in in a real terminal, in both faces, from a fresh home to the export."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from copecli.core.errors import OK
from tests.pty.harness import Terminal, cope

pytestmark = pytest.mark.terminal


def _was_said(words: str) -> Callable[[Terminal], bool]:
    """Return the question whether words were said: a long list moves them out of sight."""
    return lambda terminal: words in terminal.everything()


def _is_in_the_export(home: Path) -> None:
    """See that the check-in that was typed is what `cope data export` writes."""
    written = home / "export.jsonl"
    with cope("data", "export", "-o", str(written), home=home) as terminal:
        assert terminal.wait_exit() == OK
    records = [json.loads(line) for line in written.read_text(encoding="utf-8").splitlines()]
    (found,) = [one for one in records if one.get("kind") == "check-in"]
    assert (found["feelings"], found["distress"], found["urge"]) == (["cant-tell"], 6, 4)
    assert (found["able"], found["note"]) == (5, "It rained.")


def test_a_check_in_in_the_line_face_is_in_the_export(tmp_path: Path) -> None:
    """By keys alone."""
    with cope("checkin", "--plain", home=tmp_path) as terminal:
        for wanted, typed in (
            ("How is it right now", "2"),
            ("How hard is it", "6"),
            ("How strong is the urge", "4"),
            ("How able do you feel", "5"),
            ("What is it about", ""),
            ("Anything to note", "It rained."),
            ("small next thing", "q"),
        ):
            terminal.wait_for(_was_said(wanted))
            terminal.wait_until_still()
            terminal.send(f"{typed}\r")
        assert terminal.wait_exit() == OK
    _is_in_the_export(tmp_path)


def test_a_check_in_in_the_tui_is_in_the_export(tmp_path: Path) -> None:
    """By keys alone."""
    enter, right = "\r", "\x1b[C"
    with cope("checkin", home=tmp_path) as terminal:
        for wanted, keys in (
            ("How is it right now", (enter, right)),
            ("How hard is it", ("6", enter)),
            ("How strong is the urge", ("4", enter)),
            ("How able do you feel", ("5", enter)),
            ("What is it about", (right,)),
            ("Anything to note", ("It rained.", enter)),
            ("small next thing", ("q",)),
        ):
            terminal.wait_for(wanted)
            for key in keys:
                terminal.wait_until_still()
                terminal.send(key)
        assert terminal.wait_exit() == OK
    _is_in_the_export(tmp_path)

"""The hour after self-harm in a real terminal, in both faces."""

from __future__ import annotations

from pathlib import Path

import pytest

from copecli.core.errors import OK
from tests.pty.harness import cope

pytestmark = pytest.mark.terminal


def test_the_hour_after_from_the_first_question_to_rest(tmp_path: Path) -> None:
    """Care first, Help now once on the way, a person, kindness, rest; nothing is left on the disk."""
    down, end = "\x1b[B", "\x1b[F"
    with cope("after", home=tmp_path) as terminal:
        for wanted, keys in (
            ("Do you need care now?", (end, "\r")),
            ("Clean hands.", ("h",)),
            ("Call first.", ("q",)),
            ("Clean hands.", ("x",)),
            ("A doctor or clinic", ("x",)),
            ("another room", ("x",)),
            ("Would somebody near", (down, "\r")),
            ("Blame is not needed", ("x",)),
            ("All of these are common", ("x",)),
            ("Something warm", ("x",)),
            ("Nothing has to be worked out", ("x",)),
            ("small next thing", (down, "\r")),
        ):
            terminal.wait_for(wanted)
            for key in keys:
                terminal.wait_until_still()
                terminal.send(key)
        assert terminal.wait_exit() == OK
    with cope("after", "--plain", home=tmp_path) as terminal:
        for wanted, typed in (("Do you need care now?", "1"), ("Enter goes back", ""), ("ask for care", "q")):
            terminal.wait_for(wanted)
            terminal.wait_until_still()
            terminal.send(f"{typed}\r")
        assert terminal.wait_exit() == OK
    assert not list(tmp_path.rglob("journal*"))
    assert not list(tmp_path.rglob("drafts/*"))

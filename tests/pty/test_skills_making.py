"""Making an exercise in a real terminal: written in an editor, looked over, played, taken away."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from copecli.core.errors import OK
from tests.pty.harness import cope

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.terminal


def test_an_exercise_is_made_played_and_taken_away(home: Path, tmp_path: Path) -> None:
    """The editor has the terminal while it is open; then the file is checked, and can be played at once."""
    editor = tmp_path / "editor"
    editor.write_text(
        f"#!{sys.executable}\nimport sys\nassert sys.stdin.isatty() and sys.stdout.isatty()\n"
        "text = open(sys.argv[1]).read()\nopen(sys.argv[1], 'w').write(text.replace('My way', 'My door'))\n"
    )
    editor.chmod(0o700)
    with cope("skills", "new", "my-way", "--edit", home=home, environ={"EDITOR": str(editor)}) as terminal:
        terminal.wait_for(lambda seen: "Nothing to mend." in seen.everything())
        assert terminal.wait_exit() == OK
        assert "My door." in terminal.everything()
    with cope("do", "my-way", "--plain", home=home) as terminal:
        terminal.wait_for("My door.")
        terminal.send("q\r")
        terminal.wait_for("What would you like next?")
        terminal.send("5\r")
        assert terminal.wait_exit() == OK
    with cope("skills", "remove", "my-way", home=home) as terminal:
        terminal.wait_for("Remove my-way?")
        terminal.send("2\r")
        terminal.wait_for("my-way was removed.")
        assert terminal.wait_exit() == OK

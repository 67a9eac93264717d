"""A check-in that was written down, in a real terminal by keys alone: listed, read, changed and taken away.

A good moment is marked for a hard day on the way.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from copecli.core.checkin import CheckIn
from copecli.core.errors import OK
from copecli.core.records import GoodMoment
from copecli.desk import Desk
from tests.pty.harness import Terminal, cope
from tests.ways import downs, numbered

pytestmark = pytest.mark.terminal

ENTER, UP, DOWN, END = "\r", "\x1b[A", "\x1b[B", "\x1b[F"


def written(home: Path) -> Desk:
    """Write down a check-in and a good moment, and return the desk."""
    desk = Desk.open({"COPECLI_HOME": str(home / "cope")})
    journal = desk.journal
    journal.add(CheckIn(id=journal.new_id(), when=journal.now(), distress=6, note="It rained."))
    journal.add(GoodMoment(id=journal.new_id(), when=journal.now(), text="The sea"))
    journal.close()
    return desk


def is_as_it_should_be(desk: Desk) -> None:
    """The check-in is gone, and the moment is marked and changed."""
    assert desk.journal.newest(CheckIn) == ()
    assert [(one.text, one.starred) for one in desk.journal.newest(GoodMoment)] == [("The sea, flat", True)]
    assert desk.draft_names() == ()


def _was_said(words: str) -> Callable[[Terminal], bool]:
    """Return the question whether words were said: a long list moves them out of sight."""
    return lambda terminal: words in terminal.everything()


def test_by_numbers_in_the_line_face(tmp_path: Path) -> None:
    """From home and back."""
    desk = written(tmp_path)
    with cope("--plain", home=tmp_path) as terminal:
        for wanted, typed in (
            ("What do you need", "m"),
            ("What you wrote down", numbered("records")),
            ("2. Good moments", "2"),
            ("The sea", "1"),
            ("What was good: The sea.", "1"),
            ("So far", "The sea, flat"),
            ("It is changed.", "2"),
            ("shown to you on a hard day", "q"),
            ("Good moments", "q"),
            ("What you wrote down", "1"),
            ("Distress 6.", "1"),
            ("Note: It rained.", "2"),
            ("for good", "1"),
            ("It is gone.", "q"),
            ("More.", "q"),
            ("What do you need", "q"),
        ):
            terminal.wait_for(_was_said(wanted))
            terminal.wait_until_still()
            terminal.send(f"{typed}{ENTER}")
        assert terminal.wait_exit() == OK
    is_as_it_should_be(desk)


def test_by_keys_in_the_tui(tmp_path: Path) -> None:
    """From home and back."""
    desk = written(tmp_path)
    with cope(home=tmp_path) as terminal:
        for wanted, keys in (
            ("What do you need", ("m",)),
            ("What you wrote down", (*(DOWN,) * downs("records"), ENTER)),
            ("Good moments", (DOWN, ENTER)),
            ("The sea", (ENTER,)),
            ("What was good", (ENTER,)),
            ("Change it", (ENTER,)),
            ("What was good, however", (*", flat", ENTER)),
            ("The sea, flat", (ENTER,)),
            ("on a hard day", (DOWN, ENTER)),
            ("What was good", ("q",)),
            ("Good moments", ("q",)),
            ("Check-ins", (UP, ENTER)),
            ("Distress 6.", (ENTER,)),
            ("It rained.", (ENTER,)),
            ("Take it away", (END, ENTER)),
            ("cannot be brought back", (UP, ENTER)),
            ("Check-ins", ("q",)),
            ("What you wrote down", ("q",)),
            ("Settings", ("q",)),
            ("What do you need", ("q",)),
        ):
            terminal.wait_for(wanted)
            for key in keys:
                terminal.wait_until_still()
                terminal.send(key)
        assert terminal.wait_exit() == OK
    is_as_it_should_be(desk)

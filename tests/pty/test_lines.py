"""Crisis lines in a real terminal, in both faces: from Help now to a line of another country, pinned."""

from __future__ import annotations

import tomllib
from functools import partial
from pathlib import Path

import pytest

from copecli.core.errors import OK
from copecli.core.lines_page import PLACE, Wish, ways_on
from copecli.desk import Desk
from tests.pty.harness import Terminal, cope

pytestmark = pytest.mark.terminal


def pinned(home: Path) -> list[str]:
    """Return what is pinned in the settings."""
    found: list[str] = tomllib.loads(next(home.rglob("config.toml")).read_text("utf-8"))["pinned-lines"]
    return found


def test_lines_on_screens(tmp_path: Path) -> None:
    """A country is looked at, its first line pinned by a key, and it stands in Help now, at the front."""
    with cope(home=tmp_path) as terminal:
        for wanted, keys in (
            ("What do you need right now?", ("h",)),
            ("Here is help.", ("l",)),
            ("Another country", ("c", *"ireland", "\r")),
            ("Crisis lines in Ireland", ("p",)),
            ("It comes first now", ("q",)),
            ("Here is help.", ("q", "h")),
            ("Here is help.", ("q", "\x11")),
        ):
            terminal.wait_for(wanted)
            for key in keys:
                terminal.wait_until_still()
                terminal.send(key)
        assert terminal.wait_exit() == OK
        assert terminal.terminal_restored()
    assert pinned(tmp_path) == ["ie-pieta"]


def test_lines_line_by_line(tmp_path: Path) -> None:
    """The same by numbers; the end of the page is the beginning of its ways."""
    page = Desk.open({"COPECLI_HOME": str(tmp_path)}).lines_page(Wish(), ("IE",))
    ways = [way for way, _words in ways_on(page, away=False, settled=False, follows=False)]

    def said(words: str, terminal: Terminal) -> bool:
        return words in terminal.everything()

    with cope("--plain", home=tmp_path) as terminal:
        for wanted, typed in (
            ("What do you need right now?", "h"),
            ("Enter goes back.", "l"),
            ("Add a line of my own.", None),
            ("The lines of which country?", "ireland"),
            ("Emergency in Ireland:", "1"),
            ("Which one?", "1"),
            ("Pin it: it comes first.", "2"),
            ("It comes first now, in Help now too.", "q"),
        ):
            terminal.wait_for(partial(said, wanted))
            terminal.wait_until_still()
            terminal.send(f"{ways.index(PLACE) + 1 if typed is None else typed}\r")
        terminal.wait_until_still()
    assert pinned(tmp_path) == ["ie-pieta"]

"""No plain command loads what it does not need, least of all Textual."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from benchmarks.figures import write_plan
from copecli.core.errors import NOTHING_FOUND, OK
from tests.architecture.loaded import run

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = (
    (("--version",), OK),
    (("--help",), OK),
    (("now",), OK),
    (("ground", "--list"), OK),
    (("ground", "--plain", "five-senses"), OK),
    (("plan", "show"), NOTHING_FOUND),
    (("plan", "print"), NOTHING_FOUND),
    (("lines",), OK),
    (("lines", "IE"), OK),
    (("keys",), OK),
    (("config", "list"), OK),
    (("data", "where"), OK),
)
"""Plain command lines, each with the exit code that shows it really ran (on a home with nothing saved)."""

NEVER = ("textual", "rich", "asyncio", "socket", "ssl", "apsw")
READING = ("copecli.core.learn", "copecli.desk_learn", "copecli.system.articles")
JOURNAL = ("copecli.system.journal", "copecli.system.data_export", "copecli.core.record", "copecli.core.tall")
"""What no command needs before something of the journal is asked for; the beginnings of names."""


@pytest.mark.parametrize(("words", "code"), PLAIN, ids=[" ".join(words) for words, _ in PLAIN])
def test_a_plain_command_loads_no_textual(words: tuple[str, ...], code: int) -> None:
    """It runs, into a pipe and without a terminal, and neither Textual nor rich nor a socket is loaded."""
    done = run("-m", "copecli", *words)
    assert done.code == code, done.talk
    assert done.loaded(*NEVER) == set()


def test_the_zones_of_the_world_are_loaded_only_for_a_line_that_keeps_hours() -> None:
    """All of Ireland's answer day and night; `zoneinfo` takes a fifth of a bare start."""
    assert run("-m", "copecli", "lines", "IE").loaded("zoneinfo", "copecli.core.opening") == set()
    assert "zoneinfo" in run("-m", "copecli", "lines", "EE").loaded("zoneinfo")


@pytest.mark.parametrize("words", [("now",), ("ground", "--list"), ("lines",)], ids=" ".join)
def test_help_is_not_kept_waiting_by_what_python_brings(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a plan on disk, too: no OpenSSL for a digest that only a save needs, nothing that is seldom used.

    Python 3.12 and 3.13 need `inspect` for every dataclass.
    """
    monkeypatch.setenv("COPECLI_HOME", str(tmp_path))
    write_plan({"COPECLI_HOME": str(tmp_path)})
    done = run("-c", "from copecli.__main__ import main; raise SystemExit(main())", *words)
    spared = {"hashlib", "_hashlib", "copy", "weakref"}
    spared |= {"inspect", "ast", "dis", "tokenize"} if sys.version_info < (3, 12) else set()
    assert done.code == OK, done.talk
    assert words != ("now",) or "555-0100" in done.out
    assert done.modules & spared == set()


@pytest.mark.parametrize(
    "words", [("now",), ("ground", "--list"), ("lines",), ("plan", "print")], ids=" ".join
)
def test_keys_cost_nothing_until_somebody_has_given_one(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With other settings on disk; where keys are among them, a wrong one is still told."""
    monkeypatch.setenv("COPECLI_HOME", str(tmp_path))
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text('country = "IE"\n', encoding="utf-8")
    assert {"copecli.core.keymap", "copecli.core.actions"} & run("-m", "copecli", *words).modules == set()
    (tmp_path / "config" / "config.toml").write_text('[keys]\nground = "h"\n', encoding="utf-8")
    done = run("-m", "copecli", *words)
    assert done.code in (OK, NOTHING_FOUND)
    assert words[0] == "plan" or "keys.ground" in done.talk


START = """
import sys
from copecli.cli.main import _wait_less
_wait_less()
from copecli.cli.launch import *
from copecli.desk import Desk
from copecli.tui.app import *
from copecli.tui.screens import home, help_now, player
desk = Desk.open({"COPECLI_HOME": %r})
desk.help_now(), desk.settle(), desk.default_skill(), desk.draft_names()
print([type(sys.modules[name]).__name__ for name in ("inspect", "copy")])
"""
"""What the TUI does until its first screens are there."""


def of_the_journal(modules: frozenset[str]) -> set[str]:
    """Return which modules are of the journal."""
    return {name for name in modules if name.startswith(JOURNAL) or name == "apsw"}


def of_reading(modules: frozenset[str]) -> set[str]:
    """Return which modules are of what there is to read."""
    return {name for name in modules if name.startswith(READING)}


@pytest.mark.parametrize(("words", "code"), PLAIN, ids=[" ".join(words) for words, _ in PLAIN])
def test_a_plain_command_loads_nothing_of_the_journal(words: tuple[str, ...], code: int) -> None:
    """Help, exercises and the plan wait for no database, nor for what there is to read."""
    done = run("-m", "copecli", *words)
    assert done.code == code
    assert of_the_journal(done.modules) == set()
    assert of_reading(done.modules) == set()


def test_reading_loads_no_journal_and_no_textual() -> None:
    """An article in a pipe waits for what it needs only."""
    done = run("-m", "copecli", "learn", "what-this-tool-does")
    assert done.code == OK
    assert "copecli.core.learn" in of_reading(done.modules)
    assert done.loaded(*NEVER) == set()
    assert "copecli.system.journal" not in done.modules


def test_the_tui_starts_without_the_journal(tmp_path: Path) -> None:
    """Its first screens are there before a database is thought of.

    What loads late for a plain command is loaded by then: Textual has threads.
    """
    done = run("-c", START % str(tmp_path))
    assert done.code == OK, done.talk
    assert "textual" in done.loaded("textual")
    assert of_reading(done.modules) == set()
    assert done.out == "['module', 'module']\n"
    assert of_the_journal(done.modules) == set()


def test_the_record_sees_the_journal() -> None:
    """The check can fail: what asks the journal loads it."""
    assert "apsw" not in of_the_journal(
        run("-m", "copecli", "data", "export").modules
    )  # there is no file yet
    assert "copecli.system.journal" in of_the_journal(run("-m", "copecli", "data", "export").modules)


def test_the_record_sees_textual() -> None:
    """The check can fail: what loads Textual late, in a function, is seen."""
    assert "textual" in run("-c", "def f():\n import textual\nf()").loaded(*NEVER)


def test_a_command_that_does_not_exist_is_no_proof() -> None:
    """A refused command line has another exit code, so it cannot pass for a plain one."""
    assert run("-m", "copecli", "no-such-command").code not in {OK, NOTHING_FOUND}

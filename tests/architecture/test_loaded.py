"""No plain command loads what it does not need, least of all Textual."""

from __future__ import annotations

import pytest

from copecli.core.errors import NOTHING_FOUND, OK
from tests.architecture.loaded import run

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

NEVER = ("textual", "rich", "asyncio", "socket", "ssl")


@pytest.mark.parametrize(("words", "code"), PLAIN, ids=[" ".join(words) for words, _ in PLAIN])
def test_a_plain_command_loads_no_textual(words: tuple[str, ...], code: int) -> None:
    """It runs, into a pipe and without a terminal, and neither Textual nor rich nor a socket is loaded."""
    done = run("-m", "copecli", *words)
    assert done.code == code, done.talk
    assert done.loaded(*NEVER) == set()


def test_the_record_sees_textual() -> None:
    """The check can fail: what loads Textual late, in a function, is seen."""
    assert "textual" in run("-c", "def f():\n import textual\nf()").loaded(*NEVER)


def test_a_command_that_does_not_exist_is_no_proof() -> None:
    """A refused command line has another exit code, so it cannot pass for a plain one."""
    assert run("-m", "copecli", "no-such-command").code not in {OK, NOTHING_FOUND}

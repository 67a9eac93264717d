"""Lines from a real file descriptor, with and without a time limit."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import IO

import pytest

from copecli.cli.plain.io import HELD, Console, without_key_codes
from copecli.cli.plain.readers import reader_of

posix = pytest.mark.skipif(sys.platform == "win32", reason="there is no select on pipes on Windows")


@pytest.fixture
def pipe() -> Iterator[tuple[IO[str], int]]:
    """A stream to read from, and the descriptor that writes to it."""
    reader, writer = os.pipe()
    with os.fdopen(reader, encoding="utf-8") as stream:
        yield stream, writer
        try:
            os.close(writer)
        except OSError:
            pass  # the test has closed it


@posix
def test_lines_come_one_by_one_whatever_arrives_together(pipe: tuple[IO[str], int]) -> None:
    """Several at once, one in two pieces, a last one without an end; then the end of input."""
    stream, writer = pipe
    read = reader_of(stream, "linux", print)
    os.write(writer, "one\r\nzwei ü\nth".encode())
    assert [read(None), read(0)] == ["one", "zwei ü"]
    assert read(0) is None
    os.write(writer, b"ree\nfour")
    os.close(writer)
    assert [read(None), read(None)] == ["three", "four"]
    with pytest.raises(EOFError):
        read(None)


@posix
def test_bytes_that_are_no_letters_are_no_trouble(pipe: tuple[IO[str], int]) -> None:
    """They come back as the sign for that."""
    stream, writer = pipe
    os.write(writer, b"a\xffb\n")
    assert reader_of(stream, "linux", print)(None) == "a\ufffdb"


def test_the_codes_of_keys_are_no_words() -> None:
    """Arrows, function keys, a lone Esc, a tab, control letters."""
    assert without_key_codes("a\x1b[Ab\x1b[15~c\x1bOPd\x1be\tf\x07g\x9bh") == "abcde fgh"
    assert without_key_codes("\x1b[") == ""


def held(*times: float) -> list[str | None]:
    """Return what a console gives for an empty line at each of these times."""
    at = [0.0]
    waiting = list(times)

    def read(_seconds: float | None) -> str | None:
        if not waiting:
            raise EOFError
        at[0] = waiting.pop(0)
        return ""

    console = Console(read, print, lambda: at[0])
    given: list[str | None] = []
    try:
        while True:
            given.append(console.line())
    except EOFError:
        return given


def test_a_calm_hand_is_never_taken_for_a_held_key() -> None:
    """Half a second apart is a press each."""
    assert held(0.0, 0.5, 1.0, 1.5) == ["", "", "", ""]


def test_a_held_key_gives_one_press_and_takes_the_first_repeat_back() -> None:
    """Half a second, then thirty a second; after a rest a press counts again."""
    repeats = [0.5 + n / 30 for n in range(20)]
    assert held(0.0, *repeats, 5.0) == ["", "", HELD, ""]

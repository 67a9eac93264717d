"""Lines from a real terminal, with a time limit where one is asked for.

Invariant: the terminal stays as it is, in its own line mode, so there is nothing to restore whatever happens.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO

    from copecli.cli.plain.io import Reader

CHUNK = 65536
POLL = 0.05
"""Seconds between two looks at the keyboard, where it cannot be waited for (Windows)."""


def reader_of(stdin: IO[str], platform: str, echo: Callable[[str], None]) -> Reader:
    """Return what reads lines from `stdin`; `echo` shows keys where the terminal does not do it by itself."""
    if platform == "win32":
        return _windows(echo)
    return _posix(stdin.fileno(), getattr(stdin, "encoding", None) or "utf-8")


def _posix(file: int, encoding: str) -> Reader:
    import select

    waiting = bytearray()

    def read(seconds: float | None) -> str | None:
        while b"\n" not in waiting:
            ready, _none, _none = select.select([file], [], [], seconds)
            if not ready:
                return None
            got = _read(file)
            if not got and not waiting:
                raise EOFError
            waiting.extend(got or b"\n")  # the end of input ends a line, too
        line, _newline, rest = bytes(waiting).partition(b"\n")
        waiting[:] = rest
        return line.decode(encoding, "replace").rstrip("\r")

    return read


def _read(file: int) -> bytes:
    try:
        return os.read(file, CHUNK)
    except OSError:  # the terminal is gone
        return b""


def _windows(echo: Callable[[str], None]) -> Reader:
    import msvcrt  # not there elsewhere
    from time import monotonic, sleep

    keys: Callable[[], str] = getattr(msvcrt, "getwch")  # noqa: B009 - mypy sees no msvcrt elsewhere
    waiting_key: Callable[[], bool] = getattr(msvcrt, "kbhit")  # noqa: B009
    typed: list[str] = []

    def read(seconds: float | None) -> str | None:
        end = None if seconds is None else monotonic() + seconds
        while True:
            while not waiting_key():
                if end is not None and monotonic() >= end:
                    return None
                sleep(POLL)
            key = keys()
            if key in "\x00\xe0":
                keys()  # the second half of an arrow or function key
            elif key == "\x03":
                raise KeyboardInterrupt
            elif key == "\x1a":
                raise EOFError
            elif key in "\r\n":
                echo("\n")
                line = "".join(typed)
                typed.clear()
                return line
            elif key == "\b":
                if typed:
                    typed.pop()
                    echo("\b \b")
            else:
                typed.append(key)
                echo(key)

    return read

"""A file of lines from elsewhere, read one by one.

Invariant: the file is only read, no line fills the memory, and one that is too long costs itself and not the
others.
"""

from __future__ import annotations

import os
import stat

from copecli.core.errors import NothingFound, Unreadable
from copecli.core.text import clean_line
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

LONGEST_LINE = 8 * 1024 * 1024
"""Bytes: a plan of the largest size, every character of it escaped."""
_BOM = b"\xef\xbb\xbf"


def lines_of(path: str) -> Iterator[bytes | None]:
    """Yield the lines of the file without their ends, None for one that is too long.

    Raise NothingFound where there is no file, Unreadable where it cannot be read.
    """
    place = os.path.expanduser(path)
    flags = (
        os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    )
    try:
        descriptor = os.open(place, flags)
        with open(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise _unreadable(path, N_("{file} cannot be read: it is not a plain file."))
            yield from lines_in(file)
    except FileNotFoundError:
        raise NothingFound(N_("There is no file {file}."), file=clean_line(path)) from None
    except OSError as error:
        raise _unreadable(
            path, N_("{file} cannot be read: it is not allowed, or the disk reports a fault.")
        ) from error


def lines_in(file: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines of an open file."""
    first = True
    while line := file.readline(LONGEST_LINE + 1):
        if first:
            line, first = line.removeprefix(_BOM), False
        if len(line) <= LONGEST_LINE or line.endswith(b"\n"):
            yield line.rstrip(b"\r\n")
            continue
        while (more := file.readline(LONGEST_LINE)) and not more.endswith(b"\n"):
            pass
        yield None


def _unreadable(path: str, what: str) -> Unreadable:
    return Unreadable(what, safe=N_("Nothing was changed."), file=clean_line(path))

"""Reading and printing lines: all that the line face knows of a terminal.

Invariant: a person may take as long as they like, unless a caller hands in a time. An Enter that was held
down counts once. What is typed comes back without the codes of arrow and other keys.
"""

from __future__ import annotations

from copecli.cli.reach_words import fitted
from copecli.core.held_key import SWALLOW, TAKE_BACK, HeldKey

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Reader = Callable[[float | None], str | None]
    """Waits so many seconds (None: for ever) for a line; None when they are over; EOFError at the end."""

HELD = "\x00held"
"""Given in place of a line: the Enter before was the first of a key held down, and should be undone."""


class Console:
    """Lines in, lines out."""

    def __init__(
        self,
        read: Reader,
        write: Callable[[str], None],
        clock: Callable[[], float],
        columns: int = 0,
        *,
        unicode: bool = True,
    ) -> None:
        self._read = read
        self._write = write
        self.columns = columns
        self.unicode = unicode
        self._enter = HeldKey()
        self.clock = clock

    def say(self, *lines: str) -> None:
        """Print lines, wrapped between words where the terminal is narrow."""
        self._write("".join(f"{line}\n" for line in fitted(lines, self.columns)))

    def say_all(self, lines: Iterable[str]) -> None:
        """Print lines."""
        self.say(*lines)

    def draw(self, lines: Iterable[str]) -> None:
        """Print lines as they are: a picture is not wrapped."""
        self._write("".join(f"{line}\n" for line in lines))

    def line(self, until: float | None = None) -> str | None:
        """Return the next line, HELD for a key held down, None when `until` has come; raise EOFError."""
        while True:
            wait = None if until is None else max(0.0, until - self.clock())
            line = self._read(wait)
            if line is None:
                return None
            line = without_key_codes(line).strip()
            verdict = self._judged(line)
            if verdict == TAKE_BACK:
                return HELD
            if verdict != SWALLOW:
                return line

    def _judged(self, line: str) -> str:
        """Tell whether an Enter was pressed or is a held key's repeat; a line with words is always meant."""
        self._enter, verdict = self._enter.press("enter", self.clock())
        return "" if line else verdict


def without_key_codes(line: str) -> str:
    """Return `line` without control characters and the codes that arrow and function keys leave in it."""
    kept: list[str] = []
    at = 0
    while at < len(line):
        if line[at] == "\x1b":
            at = _after_code(line, at + 1)
            continue
        if line[at] >= " " and not "\x7f" <= line[at] <= "\x9f":
            kept.append(line[at])
        elif line[at] == "\t":
            kept.append(" ")
        at += 1
    return "".join(kept)


def _after_code(line: str, at: int) -> int:
    """Return where the text goes on after the code whose ESC stands before `at`."""
    if line[at : at + 1] == "O":
        return at + 2
    if line[at : at + 1] != "[":
        return at
    at += 1
    while at < len(line) and not "@" <= line[at] <= "~":
        at += 1
    return at + 1

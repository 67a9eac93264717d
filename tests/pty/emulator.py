"""A terminal to look at: pyte, taught the alternate screen and what else Textual says to a terminal.

Invariant: like xterm it clears the alternate screen each time it is entered, so that a needless second time
shows as a blank; and what it does not know it never draws as text.
"""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pyte

if TYPE_CHECKING:
    from collections.abc import Iterator

ALTERNATE = 1049
CURSOR_SHOWN = 25
WRAPS = 7

_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;<>=?$ ]*|\][^\x07\x1b]*\x1b?)?\Z")
"""A sequence cut off by the end of what was read."""

_NOT_FOR_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\]22;[^\x07\x1b]*(?:\x07|\x1b\\)")
"""Keyboard modes and the pointer's shape: pyte would draw parts of them."""

_PIECE = re.compile(
    rb"\x1b\[[0-9;<>=?$ ]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[^\[\]]|[^\x1b\n\r]{1,8}|.", re.DOTALL
)

_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_KITTY = re.compile(rb"\x1b\[([<>])[0-9;]*u")


class _Screen(pyte.HistoryScreen):
    """pyte's screen, with an alternate one that is cleared when it is entered."""

    def __init__(self, columns: int, rows: int) -> None:
        super().__init__(columns, rows, history=10_000, ratio=0.5)
        self.main: tuple[Any, ...] | None = None

    def erase_in_display(self, how: int = 0, *args: Any, **options: Any) -> None:
        if how == 2:  # pyte gives the ground only to cells that were written before
            self._blank(self.cursor.attrs)
        else:
            super().erase_in_display(how, *args, **options)

    def set_mode(self, *modes: int, **options: Any) -> None:
        super().set_mode(*modes, **options)
        if options.get("private") and ALTERNATE in modes:
            if self.main is None:
                self.main = self.buffer, copy.copy(self.cursor), self.history
            self._blank(self.default_char)

    def reset_mode(self, *modes: int, **options: Any) -> None:
        super().reset_mode(*modes, **options)
        if options.get("private") and ALTERNATE in modes and self.main is not None:
            hidden = self.cursor.hidden
            self.buffer, self.cursor, self.history = self.main
            self.cursor.hidden, self.main = hidden, None

    def _blank(self, cell: pyte.screens.Char) -> None:
        """Make every cell `cell`."""
        rows: dict[int, Any] = {row: pyte.screens.StaticDefaultDict(cell) for row in range(self.lines)}
        self.buffer = defaultdict(lambda: pyte.screens.StaticDefaultDict(self.default_char), rows)
        self.dirty.update(range(self.lines))


class Emulator:
    """A terminal's screen, its modes, and everything that was written to it."""

    def __init__(self, columns: int = 80, rows: int = 24) -> None:
        self._screen = _Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._rest = b""
        self.raw = b""

    def feed(self, data: bytes) -> None:
        """Take what a program wrote."""
        self.raw += data
        data = self._rest + data
        unfinished = _UNFINISHED.search(data)
        self._rest = data[unfinished.start() :] if unfinished else b""
        self._stream.feed(_NOT_FOR_PYTE.sub(b"", data[: len(data) - len(self._rest)]))

    def resize(self, columns: int, rows: int) -> None:
        """Change the size."""
        self._screen.resize(rows, columns)

    @property
    def lines(self) -> list[str]:
        """What stands on the screen, without the spaces at the ends of lines."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def history(self) -> list[str]:
        """What scrolled away at the top, and can be scrolled back to."""
        columns = self._screen.columns
        return ["".join(row[x].data for x in range(columns)).rstrip() for row in self._screen.history.top]

    def cell(self, row: int, column: int) -> tuple[str, str, str]:
        """Return character, text colour and ground of a cell."""
        cell = self._screen.buffer[row][column]
        return cell.data, cell.fg, cell.bg

    @property
    def cursor(self) -> tuple[int, int]:
        """Row and column of the cursor."""
        return self._screen.cursor.y, self._screen.cursor.x

    @property
    def alternate(self) -> bool:
        """Whether the alternate screen is shown."""
        return self._screen.main is not None

    def mode(self, number: int, *, default: bool = False) -> bool:
        """Return whether a private mode is on."""
        on = default
        for numbers, letter in _MODE.findall(self.raw):
            if str(number).encode() in numbers.split(b";"):
                on = letter == b"h"
        return on

    @property
    def keyboard_modes(self) -> int:
        """How many of kitty's keyboard modes were pushed and not popped."""
        depth = 0
        for letter in _KITTY.findall(self.raw):
            depth = depth + 1 if letter == b">" else max(0, depth - 1)
        return depth

    def left_on(self) -> list[str]:
        """Return which modes a program that is gone has left on."""
        entered = sum(self.raw.count(b"\x1b[?%d%c" % (ALTERNATE, letter)) for letter in b"h")
        left = sum(self.raw.count(b"\x1b[?%d%c" % (ALTERNATE, letter)) for letter in b"l")
        faults = [
            f"mode {n} is on"
            for n in (1000, 1002, 1003, 1004, 1006, 1015, 1016, 2004, 2026, 2048)
            if self.mode(n)
        ]
        if self.alternate or entered != left:
            faults.append(f"alternate screen: entered {entered} times, left {left} times")
        if not self.mode(CURSOR_SHOWN, default=True):
            faults.append("the cursor is hidden")
        if not self.mode(WRAPS, default=True):
            faults.append("lines do not wrap")
        if self.keyboard_modes:
            faults.append("a keyboard mode is still pushed")
        return faults


def replay(raw: bytes, columns: int = 80, rows: int = 24) -> Iterator[Emulator]:
    """Yield the screen after every piece of `raw`: a sequence, or a few letters."""
    emulator = Emulator(columns, rows)
    for piece in _PIECE.finditer(raw):
        emulator.feed(piece.group())
        yield emulator

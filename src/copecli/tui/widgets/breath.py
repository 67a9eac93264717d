"""A breath to look at: a disc that grows and shrinks by the row.

Invariant: it draws a value that it is given and has no time of its own; it repaints only what changed of a
row, for over ssh every byte counts (a whole circle at 30 frames a second wrote 70 kB/s; this writes 5).
"""

from __future__ import annotations

from functools import lru_cache
from math import sqrt

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

SMALLEST = 0.16
"""The empty disc, as a part of the full one: there is always something to see."""


@lru_cache(maxsize=256)
def disc(half_rows: int, radius_in_halves: int, blocks: bool) -> tuple[str, ...]:
    """Return the rows of a disc, all of one width.

    A cell is about twice as high as wide, so half a row is as high as a column is wide. `half_rows` is the
    height in such halves (even), `radius_in_halves` the radius in half columns.
    """
    radius = radius_in_halves / 2
    centre = (half_rows - 1) / 2
    reach = [
        sqrt(max(0.0, radius * radius - (y - centre) ** 2)) if abs(y - centre) <= radius else 0.0
        for y in range(half_rows)
    ]
    rows = []
    for top in range(0, half_rows, 2):
        upper, lower = round(reach[top]), round(reach[top + 1])
        inner, outer = min(upper, lower), max(upper, lower)
        edge = ("▀" if upper > lower else "▄") if blocks else " "
        full = "█" if blocks else "o"
        side = edge * (outer - inner)
        rows.append((side + full * (2 * inner) + side[::-1]).center(half_rows + 2))
    return tuple(rows)


def span_of_change(old: str, new: str) -> tuple[int, int]:
    """Return where two rows of one width begin and end to differ; (0, 0) where they are the same."""
    different = [x for x, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    return (different[0], different[-1] + 1) if different else (0, 0)


class Breath(Widget):
    """Shows how full a breath is."""

    def __init__(self, *, blocks: bool = True, id: str | None = None) -> None:
        super().__init__(id=id)
        self._blocks = blocks
        self._fill = 0.0
        self._rows: tuple[str, ...] = ()

    def show(self, fill: float) -> None:
        """Draw the breath `fill` full, 0 to 1."""
        self._fill = max(0.0, min(1.0, fill))
        rows = self._drawn()
        if len(rows) != len(self._rows):
            self._rows = rows
            self.refresh()
            return
        changed = [
            Region(self._left(new) + first, self._top + y, last - first, 1)
            for y, (old, new) in enumerate(zip(self._rows, rows, strict=True))
            for first, last in [span_of_change(old, new)]
            if last
        ]
        self._rows = rows
        if changed:
            self.refresh(*changed)

    @property
    def _half_rows(self) -> int:
        across = max(2, min(self.size.height, (self.size.width - 2) // 2))
        return 2 * min(across, 15)

    @property
    def _top(self) -> int:
        return max(0, (self.size.height - self._half_rows // 2) // 2)

    def _left(self, row: str) -> int:
        return max(0, (self.size.width - len(row)) // 2)

    def _drawn(self) -> tuple[str, ...]:
        half_rows = self._half_rows
        part = SMALLEST + (1.0 - SMALLEST) * self._fill
        return disc(half_rows, round(part * half_rows), self._blocks)

    def on_resize(self) -> None:
        """Fit the disc to the room there is."""
        self._rows = self._drawn()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one row."""
        row = y - self._top
        text = self._rows[row] if 0 <= row < len(self._rows) else ""
        left = self._left(text)
        style = self.rich_style
        return Strip([Segment(" " * left + text, style)]).adjust_cell_length(self.size.width, style)

"""A wave to look at: where one is on it, and what was said of the urge so far.

Invariant: it draws what it is given and has no time of its own; it repaints only what changed of a row.
"""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from copecli.core.wave_picture import WATER, Seen, picture
from copecli.tui.widgets.breath import span_of_change


class WavePicture(Widget):
    """Shows a ride."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"wave--water"}
    """The ridden part: softer than what is read, for a large bright field hurts in the dark."""

    def __init__(self, *, blocks: bool = True, id: str | None = None) -> None:
        super().__init__(id=id)
        self._blocks = blocks
        self._seen = Seen(0.0, 1.0)
        self._rows: tuple[str, ...] = ()

    @property
    def columns(self) -> int:
        """How many places there are to be at."""
        return self.size.width

    def show(self, seen: Seen) -> None:
        """Draw the ride as it is now."""
        self._seen = seen
        rows = self._drawn()
        if [len(row) for row in rows] != [len(row) for row in self._rows]:
            self._rows = rows
            self.refresh()
            return
        changed = [
            Region(first, y, last - first, 1)
            for y, (old, new) in enumerate(zip(self._rows, rows, strict=True))
            for first, last in [span_of_change(old, new)]
            if last
        ]
        self._rows = rows
        if changed:
            self.refresh(*changed)

    def _drawn(self) -> tuple[str, ...]:
        return picture(self._seen, self.size.width, self.size.height, unicode=self._blocks)

    def on_resize(self) -> None:
        """Fit the wave to the room there is."""
        self._rows = self._drawn()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one row."""
        text = self._rows[y] if y < len(self._rows) else ""
        styles = {True: self.get_component_rich_style("wave--water"), False: self.rich_style}
        parts = groupby(text, key=WATER.__contains__)
        segments = [Segment("".join(signs), styles[water]) for water, signs in parts]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

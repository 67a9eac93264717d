"""A text that was put together, changed line by line in one field.

Invariant: no line that is not in the field changes, and a line that is emptied is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.core.composed import lines_of, with_line

if TYPE_CHECKING:
    from textual.widgets import Input


def put(text: str, field: Input) -> None:
    """Put `text` into the field, to be added to."""
    field.value = text
    field.cursor_position = len(text)


class Composed:
    """The lines, and the one that is in the field, if any."""

    def __init__(self, text: str) -> None:
        self.text = text
        """The text as it is now."""
        self._at = -1

    def move(self, step: int) -> str:
        """Return the next line (1) or the one before (-1), to be changed."""
        before_the_first = self._at < 0 and step < 0
        lines = lines_of(self.text)
        self._at = (len(lines) - 1 if before_the_first else self._at + step) % len(lines)
        return lines[self._at]

    def takes(self, typed: str) -> bool:
        """Put what was typed in the place of the line that is in the field; return whether one is."""
        if self._at < 0:
            return False
        self.text = with_line(self.text, self._at, typed)
        self._at = -1
        return True

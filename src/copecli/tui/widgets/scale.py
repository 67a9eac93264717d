"""A number from 0 to 10: typed, or moved along with left and right.

Invariant: the number that is chosen stands in brackets, so it is seen without colour and heard as words.
"""

from __future__ import annotations

from textual import events
from textual.geometry import Offset

from copecli.core.records import HIGHEST
from copecli.tui.safe import Words


class Scale(Words):
    """The numbers in a row."""

    can_focus = True

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(_row(None), id=id)
        self.value: int | None = None
        """0 to 10; None where none is chosen."""

    def show(self, value: int | None) -> None:
        """Choose `value`."""
        self.value = value
        self.say(_row(value))

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the chosen number stands, for those whose cursor is followed."""
        return self.content_region.offset + Offset(max(0, self.said.find("[")), 0)

    def on_key(self, event: events.Key) -> None:
        """Take digits, left, right and backspace; every other key is the page's."""
        value = self.value
        if event.key in ("left", "right"):
            step = 1 if event.key == "right" else -1
            moved = step > 0 and value is None
            self.show(0 if moved else None if value is None else max(0, min(HIGHEST, value + step)))
        elif event.character is not None and event.character in tuple("0123456789"):
            digit = int(event.character)
            self.show(HIGHEST if value == 1 and digit == 0 else digit)
        elif event.key in ("backspace", "delete"):
            self.show(None)
        else:
            return
        event.stop()
        event.prevent_default()


def _row(value: int | None) -> str:
    return " ".join(f"[{n}]" if n == value else str(n) for n in range(HIGHEST + 1))

"""A field of one line that takes pasted text whole.

Invariant: nothing of what is pasted is lost; its lines follow each other.
"""

from __future__ import annotations

from textual import events
from textual.widgets import Input


class LineField(Input):
    """A line to write in. What stands in it is added to, not written over."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, select_on_focus=False)
        self.cursor_blink = False  # nothing blinks; and a blink writes 1.5 kB/s

    def on_paste(self, event: events.Paste) -> None:
        """Take all lines; the field of Textual keeps the first only."""
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(" ".join(event.text.splitlines()))

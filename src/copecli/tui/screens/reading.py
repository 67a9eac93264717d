"""A page to read: a title, and what stands below it.

Invariant: nothing is asked here, and looking changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.core.actions import LIST
from copecli.tui.page import ComposeResult, Page, Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


class Reading(Page):
    """Something to read; the arrow keys scroll."""

    GROUPS = (LIST,)

    def __init__(self, title: str, below: Iterable[Widget]) -> None:
        super().__init__()
        self._title = title
        self._below = below

    def body(self) -> ComposeResult:
        """Yield the title, and what is to be read."""
        yield Words(self._title, classes="strong gap")
        yield from self._below

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        column = self.query_one("#column")
        column.can_focus = True
        column.focus()

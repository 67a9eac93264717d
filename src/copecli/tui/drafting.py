"""Keeping what is being written once the hands rest, so that no end of the program costs more than a word.

Invariant: between the last key and the keeping lies one short pause, and nothing is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from copecli.tui.page import Page

PAUSE_IN_TYPING = 0.6
"""Seconds without a key."""


class Drafting:
    """Calls `keep` at every pause in typing on a page."""

    def __init__(self, page: Page, keep: Callable[[], None]) -> None:
        self._page = page
        self._keep = keep
        self._timer: Timer | None = None

    def touched(self) -> None:
        """Begin to wait anew: a key was pressed."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._page.set_timer(PAUSE_IN_TYPING, self._keep)

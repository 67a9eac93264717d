"""The one door from the command line to the TUI.

Invariant: nothing else in `cli` imports it, so no plain command ever waits for Textual.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.desk import Desk
    from copecli.first_words import Painted
    from copecli.system.terminal import Terminal

PLAIN = -1
"""Returned where the person goes on line by line; the TUI's own word for it."""


def open_tui(desk: Desk, terminal: Terminal, start: tuple[str, ...], painted: Painted | None) -> int:
    """Run the TUI from `start`: ("home",), ("skill", id), ("plan",)…; return its exit code, or PLAIN."""
    from copecli import tui

    return tui.run(desk, terminal, start=start, painted=painted)

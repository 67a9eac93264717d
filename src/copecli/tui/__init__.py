"""The second face: Textual, and only here.

`run` is its one way in; Textual is imported inside it, so that looking at this package costs nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.desk import Desk
    from copecli.first_words import Painted
    from copecli.system.terminal import Terminal

PLAIN = -1
"""Returned by `run` when the person asked to go on line by line."""


def run(
    desk: Desk, terminal: Terminal, *, start: tuple[str, ...] = ("home",), painted: Painted | None = None
) -> int:
    """Run the companion from `start`.

    ("home",), ("skill", id), ("plan",), ("walk",) or ("send",). Return an exit code, or PLAIN.
    """
    from copecli.tui import loading

    loading.quickly()
    from copecli.tui.app import CopeApp

    app = CopeApp(desk, terminal, start=start, painted=painted)
    result = app.run()
    return app.return_code or (result if result is not None else 0)

"""Where what an article offers is opened: one line for each door.

Invariant: what stands here opens; what does not stand here is not offered at the end of an article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.tui.app import CopeApp


def _progress(app: CopeApp) -> None:
    from copecli.tui.screens.progress import ProgressPage

    app.push_screen(ProgressPage())


def _after(app: CopeApp) -> None:
    from copecli.tui.screens.after import open_after

    open_after(app)


OPENS: dict[str, Callable[[CopeApp], None]] = {
    "plan": lambda app: app.open_plan(),
    "lines": lambda app: app.open_lines(),
    "talk": lambda app: app.open_talk(),
    "help-now": lambda app: app.open_help_now(),
    "after": _after,
    "checkin": lambda app: app.open_check_in(),
    "triggers": lambda app: app.open_map(),
    "wave": lambda app: app.open_wave(),
    "progress": _progress,
}
"""By door, of `core.learn.DOORS`."""

"""Where a person is on a screen: what stands there, what has the cursor, is marked, typed and scrolled to.

Invariant: two places are equal only if nobody could tell one from the other by looking or by typing on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.widgets import Input, OptionList

from copecli.tui.widgets.scale import Scale

from .conftest import said

if TYPE_CHECKING:
    from textual.pilot import Pilot
    from textual.screen import Screen
    from textual.widget import Widget

    from copecli.tui.app import CopeApp


@dataclass(frozen=True)
class Place:
    """Everything that coming back has to find as it was."""

    screens: tuple[Screen[object], ...]
    """From the first to the one on top."""
    said: str
    focused: Widget | None
    scrolled: tuple[float, ...]
    marked: tuple[int | None, ...]
    """The row with the cursor, of each list."""
    typed: tuple[tuple[str, object], ...]
    """What stands in each field, and where its cursor is."""
    chosen: tuple[int | None, ...]
    """The number of each scale."""


def place(app: CopeApp) -> Place:
    """Return where the person is."""
    screen = app.screen
    columns = (*screen.query(VerticalScroll), *screen.query(OptionList))
    return Place(
        tuple(app.screen_stack),
        said(app),
        app.focused,
        tuple(column.scroll_y for column in columns),
        tuple(options.highlighted for options in screen.query(OptionList)),
        tuple((field.value, field.selection) for field in screen.query(Input)),
        tuple(scale.value for scale in screen.query(Scale)),
    )


async def go_elsewhere(app: CopeApp, pilot: Pilot[int]) -> None:
    """Leave the place where the screen began: scroll, mark another row, type, choose a number."""
    if isinstance(app.focused, Input):
        await pilot.press("a", "b", "c", "left")
    elif isinstance(app.focused, OptionList):
        await pilot.press("down", "down")
    elif isinstance(app.focused, Scale):
        await pilot.press("7")
    column = app.screen.query_one("#column", VerticalScroll)
    column.scroll_to(y=(column.max_scroll_y + 1) // 2, animate=False)
    await pilot.pause()

"""A companion to drive without a terminal: fresh home, no repeats, a clock of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from copecli.desk import Desk
from copecli.system.terminal import FULL, Terminal
from copecli.tui.app import CopeApp

SIZES = [(80, 24), (40, 20), (120, 40)]


class Clock:
    """A clock that goes only when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Return the time, in seconds."""
        return self.now


def a_terminal(*, still: bool = False, unicode: bool = True) -> Terminal:
    """Return a terminal that can do everything."""
    return Terminal(
        tui_possible=True,
        plain_asked=False,
        why_not="",
        stdin_tty=True,
        stdout_tty=True,
        stderr_tty=True,
        unicode=unicode,
        colours=FULL,
        no_color=False,
        width=80,
        height=24,
        reduced_motion=still,
        is_ssh=False,
        multiplexer="",
    )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk over a fresh home, with a clock zone that says nothing of a country."""
    return Desk.open({"COPECLI_HOME": str(tmp_path / "cope"), "TZ": "Etc/Unknown"})


Companion = Callable[..., CopeApp]


@pytest.fixture
def companion(desk: Desk) -> Companion:
    """Make an app at a start such as ("skill", "stop")."""

    def make(
        start: tuple[str, ...] = ("home",), *, still: bool = False, clock: Clock | None = None
    ) -> CopeApp:
        app = CopeApp(desk, a_terminal(still=still), start=start, clock=clock or Clock())
        app.tells_repeats = False
        return app

    return make


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, one calmly after the other."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def choose(pilot: Pilot[int], app: CopeApp, words: str) -> None:
    """Choose the line of the list in which these words stand."""
    options = app.screen.query_one(OptionList)
    prompts = [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]
    options.highlighted = next(at for at, prompt in enumerate(prompts) if words in prompt)
    await press(pilot, "enter")


def said(app: CopeApp) -> str:
    """Return every word that the screen shows, from top to bottom."""
    from textual.widgets import Input, OptionList

    from copecli.tui.safe import Words

    lines: list[str] = []
    for widget in app.screen.query("*"):
        if not widget.display or any(
            not parent.display for parent in widget.ancestors if hasattr(parent, "display")
        ):
            continue
        if isinstance(widget, Words):
            lines.append(widget.said)
        elif isinstance(widget, OptionList):
            lines += [str(widget.get_option_at_index(i).prompt) for i in range(widget.option_count)]
        elif isinstance(widget, Input):
            lines += [widget.value, widget.placeholder]
    return "\n".join(lines)

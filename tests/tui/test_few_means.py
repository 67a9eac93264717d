"""Terminals with few means: ASCII only, sixteen colours, none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.style import Style

from copecli.desk import Desk
from copecli.system.terminal import BASIC, FULL, NONE
from copecli.tui.app import CopeApp

from .conftest import Clock, a_terminal
from .screens import SCREENS


def drawn(app: CopeApp) -> list[tuple[str, object]]:
    """Return every (text, style) as it goes to the terminal, line filters included."""
    from textual.color import Color

    segments = [segment for strip in app.screen._compositor.render_strips() for segment in strip]
    for line_filter in app.get_line_filters():
        segments = line_filter.apply(segments, Color(0, 0, 0))
    return [(text, style) for text, style, _ in segments]


@pytest.mark.parametrize("name", SCREENS)
async def test_an_ascii_terminal_is_sent_ascii(desk: Desk, name: str) -> None:
    """No mark of ours is beyond ASCII there, on any screen."""
    start, keys = SCREENS[name]
    app = CopeApp(desk, a_terminal(unicode=False), start=start, clock=Clock())
    app.tells_repeats = False
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert "".join(text for text, _ in drawn(app)).isascii()


@pytest.mark.parametrize(
    ("colours", "look"), [(NONE, "underlined"), (BASIC, "swapped"), (FULL, "soft")], ids=["none", "16", "all"]
)
async def test_the_marked_line_stands_out_in_every_number_of_colours(
    desk: Desk, colours: int, look: str
) -> None:
    """A soft ground where there is one; the colours swapped in sixteen; a line under it in none."""
    app = CopeApp(desk, replace(a_terminal(), colours=colours), clock=Clock())
    async with app.run_test() as pilot:
        await pilot.pause()
        styles = {text.strip(): style for text, style in drawn(app) if isinstance(style, Style)}
        marked, other = styles["g  Steady me now"], styles["m  More"]
        assert bool(marked.underline) is (look == "underlined")
        assert (marked.color == other.bgcolor) is (look == "swapped")
        assert (marked.bgcolor == other.bgcolor) is (look == "underlined")


async def test_no_control_character_gets_to_the_terminal(desk: Desk) -> None:
    """Even where a widget were given one: the last filter takes it out."""
    app = CopeApp(desk, a_terminal(), clock=Clock())
    async with app.run_test() as pilot:
        app.notify("\x1b[2J\x9b31m\u202e\u2066hi\U000e0041", markup=False)
        await pilot.pause(0.3)
        text = "".join(text for text, _ in drawn(app))
        assert not set(text) & set("\x1b\x9b\u202e\u2066\U000e0041")

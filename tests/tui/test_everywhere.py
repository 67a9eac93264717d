"""What holds on every screen: Help now, the way out, sizes, contrast, three keys, one box."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from textual.color import Color
from textual.widgets import Input

from copecli.tui.screens.help_now import HelpNowPage
from copecli.tui.themes import THEMES
from copecli.tui.widgets.key_line import MOST_KEYS, KeyLine

from .conftest import Companion, said
from .kinds import SHOWN_BY, WALKED_ELSEWHERE, kinds
from .place import go_elsewhere, place
from .screens import SCREENS

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from copecli.desk import Desk
    from copecli.tui.app import CopeApp

TINY = [(1, 1), (8, 3), (20, 5), (300, 2)]
MORE = [(2, 5), (5, 2), (12, 4), (20, 1), (19, 60), (300, 100)]


@pytest.mark.parametrize("name", SCREENS)
async def test_every_screen_keeps_what_all_of_them_promise(companion: Companion, name: str) -> None:
    """Contrast in both themes, three keys, one box, any size, Help now and back, and leaving with 0.

    One start for all of it: each screen is reached through others, and reaching it is most of the time.
    """
    start, keys = SCREENS[name]
    app = companion(start)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        shows_the_page_it_is_there_for(app, name)
        for theme in THEMES:
            await has_a_contrast_of_seven(app, pilot, theme)
        await pilot.resize_terminal(40, 20)
        await pilot.pause()
        await opens_help_now_and_comes_back(app, pilot)
        has_at_most_three_keys_and_one_box(app)
        await outlives_any_size(app, pilot, TINY)
        await pilot.press("ctrl+c")
    assert app.return_value == 0, "leaving is not failing"


def test_no_page_is_left_out_of_the_walk() -> None:
    """A new page goes into screens.py and kinds.py; where it needs more, the test that walks it is named."""
    assert kinds() <= SHOWN_BY.keys() | WALKED_ELSEWHERE.keys()
    assert set(SHOWN_BY.values()) <= SCREENS.keys()


def shows_the_page_it_is_there_for(app: CopeApp, name: str) -> None:
    """Else a page could be named there and never be reached."""
    for page, screen in SHOWN_BY.items():
        if screen == name:
            assert type(app.screen).__name__ == page


async def test_from_the_lines_below_help_now_one_key_leads_there_and_back(
    companion: Companion, desk: Desk
) -> None:
    """They are one key below it, and it is still one key away."""
    desk.set("country", "US")
    app = companion()
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("h", "l")
        await pilot.pause()
        assert not isinstance(app.screen, HelpNowPage)
        await opens_help_now_and_comes_back(app, pilot)


async def opens_help_now_and_comes_back(app: CopeApp, pilot: Pilot[int]) -> None:
    """One key, and back to the very place: scrolled to, marked and typed as it was, wherever that was."""
    if isinstance(app.screen, HelpNowPage):
        return
    await go_elsewhere(app, pilot)
    before, screen = place(app), app.screen
    await pilot.press("f1" if isinstance(app.focused, Input) else "h")
    assert isinstance(app.screen, HelpNowPage)
    assert not screen.query_one("#too-small").display
    await pilot.press("down", "down", "q")
    await pilot.pause()
    assert place(app) == before


@pytest.mark.soak
@pytest.mark.parametrize("name", SCREENS)
async def test_every_screen_outlives_more_sizes(companion: Companion, name: str) -> None:
    """The long form."""
    start, keys = SCREENS[name]
    app = companion(start)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await outlives_any_size(app, pilot, MORE)


async def outlives_any_size(app: CopeApp, pilot: Pilot[int], sizes: list[tuple[int, int]]) -> None:
    """From one cell to very wide and back."""
    screen = app.screen
    for size in (*sizes, (80, 24)):
        await pilot.resize_terminal(*size)
        await pilot.pause()
    assert app.is_running
    assert app.screen is screen


def has_at_most_three_keys_and_one_box(app: CopeApp) -> None:
    """The foot is one line of three keys at the most; a box is drawn round a field and round nothing else."""
    foot = app.screen.query_one(KeyLine)
    assert len(foot.said.split("   ")) <= MOST_KEYS
    assert len(foot.said) <= 36
    boxes = [w for w in app.screen.query("*") if w.display and w.styles.border_top[0] not in ("", "none")]
    assert len(boxes) <= 1
    assert all(isinstance(box, Input) for box in boxes)


async def has_a_contrast_of_seven(app: CopeApp, pilot: Pilot[int], theme: str) -> None:
    """Every cell that holds a letter (WCAG 2.2 AAA); shapes and edges have three."""
    app.desk.set("theme", theme)
    app.use_theme()
    await pilot.pause()
    assert app.theme == THEMES[theme].name
    low = {}
    for strip in app.screen._compositor.render_strips():
        for text, style, _ in strip:
            if not text.strip() or style is None or style.color is None or style.bgcolor is None:
                continue
            ratio = contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))
            needed = 7.0 if any(c.isalnum() for c in text) else 3.0
            if ratio < needed:
                low[text.strip()[:20]] = round(ratio, 2)
    assert not low, f"in the {theme} theme"


@pytest.mark.parametrize("size", [(19, 24), (80, 5), (3, 2)])
async def test_a_window_that_is_too_small_says_so(companion: Companion, size: tuple[int, int]) -> None:
    """One calm sentence, what helps, and how to leave; made larger, everything is there again."""
    app = companion()
    async with app.run_test(size=(80, 24)) as pilot:
        before = said(app)
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert said(app) == "Make this window larger.\nHelp: cope now\nCtrl+C leaves."
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert said(app) == before


@cache
def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of WCAG 2.2: (L1 + 0.05) / (L2 + 0.05), from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    """Return the relative luminance of WCAG 2.2, 0 to 1."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)


def test_the_measure_of_contrast_is_the_known_one() -> None:
    """Black on white is 21, and a grey that is known to fail fails."""
    assert round(contrast(Color.parse("#000"), Color.parse("#fff")), 1) == 21.0
    assert contrast(Color.parse("#777"), Color.parse("#fff")) < 4.5

"""What holds on every screen: Help now, the way out, sizes, contrast, three keys, one box."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.widgets import Input

from copecli.tui.screens.help_now import HelpNowPage
from copecli.tui.themes import THEMES
from copecli.tui.widgets.key_line import MOST_KEYS, KeyLine

from .conftest import Companion, said
from .screens import SCREENS

TINY = [(1, 1), (2, 5), (5, 2), (8, 3), (12, 4), (20, 5), (20, 1), (300, 2)]


@pytest.mark.parametrize("name", SCREENS)
async def test_help_now_opens_with_one_key_and_leads_back(companion: Companion, name: str) -> None:
    """Nothing on the screen beneath is lost."""
    start, keys = SCREENS[name]
    app = companion(start)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        before, screen = said(app), app.screen
        if name == "help-now":
            return
        await pilot.press("f1" if isinstance(app.focused, Input) else "h")
        assert isinstance(app.screen, HelpNowPage)
        assert not screen.query_one("#too-small").display
        await pilot.press("q")
        assert app.screen is screen
        assert said(app) == before


@pytest.mark.parametrize("name", SCREENS)
async def test_ctrl_c_leaves_with_0(companion: Companion, name: str) -> None:
    """Leaving is not failing."""
    start, keys = SCREENS[name]
    app = companion(start)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.press("ctrl+c")
    assert app.return_value == 0


@pytest.mark.parametrize("name", SCREENS)
async def test_no_size_brings_it_down(companion: Companion, name: str) -> None:
    """From one cell to very wide and back."""
    start, keys = SCREENS[name]
    app = companion(start)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        for size in (*TINY, (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert app.is_running


@pytest.mark.parametrize("size", [(19, 24), (80, 5), (3, 2)])
async def test_a_window_that_is_too_small_says_so(companion: Companion, size: tuple[int, int]) -> None:
    """One calm sentence, what helps, and how to leave; made larger, everything is there again."""
    app = companion()
    async with app.run_test(size=(80, 24)) as pilot:
        before = said(app)
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert said(app) == "Make this window larger.\nHelp: cope now\nq leaves."
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert said(app) == before


@pytest.mark.parametrize("name", SCREENS)
async def test_at_most_three_keys_and_one_box(companion: Companion, name: str) -> None:
    """The foot is one line of three keys at the most.

    A box is drawn round a field, and round nothing else.
    """
    start, keys = SCREENS[name]
    app = companion(start)
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        foot = app.screen.query_one(KeyLine)
        assert len(foot.said.split("   ")) <= MOST_KEYS
        assert len(foot.said) <= 36
        boxes = [w for w in app.screen.query("*") if w.display and w.styles.border_top[0] not in ("", "none")]
        assert len(boxes) <= 1
        assert all(isinstance(box, Input) for box in boxes)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", SCREENS)
async def test_every_text_has_a_contrast_of_seven(companion: Companion, name: str, theme: str) -> None:
    """Every cell that holds a letter, in both themes (WCAG 2.2 AAA); shapes and edges have three."""
    start, keys = SCREENS[name]
    app = companion(start)
    app.desk.set("theme", theme)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        low = {}
        for strip in app.screen._compositor.render_strips():
            for text, style, _ in strip:
                if not text.strip() or style is None or style.color is None or style.bgcolor is None:
                    continue
                ratio = contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))
                needed = 7.0 if any(c.isalnum() for c in text) else 3.0
                if ratio < needed:
                    low[text.strip()[:20]] = round(ratio, 2)
        assert not low


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

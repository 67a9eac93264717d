"""What the journal shows, on screens."""

from __future__ import annotations

import pytest
from textual.color import Color

from copecli import words
from copecli.core.plots import BLOCKS
from copecli.core.progress import MOVED
from copecli.core.progress_words import (
    ADDS,
    BEFORE,
    CAN_FALL_DOOR,
    CAN_FALL_FIRST,
    DONE,
    DOOR,
    HELPING,
    NEEDS,
    NOT_EASIER,
    NOTHING_YET,
    ONE_BY_ONE_DOOR,
    TITLES,
)
from copecli.desk import Desk
from copecli.desk_progress import shown
from copecli.tui.app import CopeApp
from copecli.tui.page import Page, Words
from copecli.tui.screens.help_now import HelpNowPage
from copecli.tui.screens.more import More
from copecli.tui.screens.progress import CanFallPage, ProgressPage, SectionPage
from copecli.tui.themes import THEMES
from tests.filled import fill
from tests.tui.conftest import press
from tests.ways import to_more

from .conftest import SIZES, Companion, a_terminal, said
from .test_everywhere import TINY, contrast, opens_help_now_and_comes_back

OPEN = to_more("progress")
STEADY = (DONE, HELPING, BEFORE, NEEDS)
FALLING = (NOT_EASIER, *MOVED)
PAGES = {
    "the list": (),
    "a section": ("down", "enter"),
    "what can fall": ("end", "enter"),
    "a picture": ("end", "enter", "end", "enter"),
}
"""Keys from the list to a page."""


def is_on(app: CopeApp, screen: type[Page]) -> bool:
    """Return whether this is such a screen."""
    return isinstance(app.screen, screen)


async def test_a_fresh_home_has_one_calm_sentence_and_a_next_thing(companion: Companion) -> None:
    """There is nothing to choose; Back leads to where it was opened."""
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, *OPEN)
        assert is_on(app, ProgressPage)
        assert said(app).startswith(f"{DOOR}\n{NOTHING_YET}\n{ADDS}\n")
        await press(pilot, "enter", "q")
        assert is_on(app, More)


async def test_leaving_before_the_journal_was_read_is_leaving(companion: Companion, desk: Desk) -> None:
    """However quick a hand is."""
    fill(desk)
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, *OPEN[:-1])
        await pilot.press("enter", "q", "enter", "q")
        await pilot.pause()
        assert is_on(app, More)


async def test_each_section_is_a_page_and_what_can_fall_is_behind_an_entry_of_its_own(
    companion: Companion, desk: Desk
) -> None:
    """In the one order; no rating is met on the way to what cannot fall."""
    fill(desk)
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, *OPEN)
        rows = said(app).split("\n")
        assert rows[1:7] == [*(TITLES[key] for key in STEADY), ONE_BY_ONE_DOOR, CAN_FALL_DOOR]
        seen = [*rows]
        for key in STEADY:
            await press(pilot, "enter")
            assert is_on(app, SectionPage)
            assert said(app).startswith(TITLES[key])
            seen.append(said(app))
            await press(pilot, "q", "down")
        await press(pilot, "enter")
        assert "it was easier after Five senses." in said(app)
        await press(pilot, "q", "down")
        text = "\n".join(seen)
        assert not any(TITLES[key] in text for key in FALLING)
        assert "Week of" not in text
        assert not set(BLOCKS.strip()) & set(text)
        await press(pilot, "enter")
        assert is_on(app, CanFallPage)
        assert said(app).split("\n")[1:6] == [CAN_FALL_FIRST, *(TITLES[key] for key in FALLING)]
        await press(pilot, "enter", "q", "down", "enter")
        assert "You felt more able to ride it out lately." in said(app)
        await press(pilot, "q", "q", "q")
        assert is_on(app, More)


@pytest.mark.parametrize("size", SIZES)
async def test_the_picture_is_as_wide_as_there_is_room_and_its_words_stand_below(
    companion: Companion, desk: Desk, size: tuple[int, int]
) -> None:
    """Drawn as the core draws it, and anew when the window changes."""
    fill(desk)
    app = companion()
    async with app.run_test(size=size) as pilot:
        await press(pilot, *OPEN, *PAGES["a picture"])
        for columns in (size[0], 24):
            await pilot.resize_terminal(columns, size[1])
            await pilot.pause()
            room = app.screen.query_one("#column").content_size.width - 1
            plot = shown(desk).sections(room, plain=False)[-1].plot
            assert plot is not None
            assert app.screen.query_one("#picture", Words).said == "\n".join(plot.lines)
            weeks = app.screen.query_one("#weeks", Words).said.split("\n")
            assert weeks == [line.worded(str) for line in plot.words[1:]]
            assert all(len(line) <= room for line in plot.lines)


async def test_where_only_ascii_can_be_shown_the_picture_is_ascii(desk: Desk) -> None:
    """Bars, floor and side."""
    fill(desk)
    app = CopeApp(desk, a_terminal(unicode=False))
    app.tells_repeats = False
    async with app.run_test() as pilot:
        await press(pilot, *OPEN, *PAGES["a picture"])
        assert app.screen.query_one("#picture", Words).said.isascii()


async def test_a_damaged_journal_is_told_on_the_page(companion: Companion, desk: Desk) -> None:
    """With what still works, and Help now does."""
    fill(desk)
    with open(desk.paths.journal_file, "r+b") as file:
        file.write(b"\x00" * 4096)
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, *OPEN)
        assert "Your journal cannot be read" in said(app)
        assert "Your plan, exercises and Help now still work." in said(app)
        await press(pilot, "h")
        assert is_on(app, HelpNowPage)


@pytest.mark.parametrize("page", PAGES)
async def test_help_now_leads_back_to_the_very_place(companion: Companion, desk: Desk, page: str) -> None:
    """From the list, a section, what can fall and a picture."""
    fill(desk)
    app = companion()
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, *OPEN, *PAGES[page])
        await opens_help_now_and_comes_back(app, pilot)


async def test_what_holds_on_every_screen_holds_where_there_is_a_picture(
    companion: Companion, desk: Desk
) -> None:
    """Help now and back, a contrast of 7 in both themes, and every size."""
    fill(desk)
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, *OPEN, *PAGES["a picture"])
        screen, before = app.screen, said(app)
        for theme in THEMES:
            desk.set("theme", theme)
            app.use_theme()
            await pilot.pause()
            assert lowest_contrast(app) >= 1
        await press(pilot, "h")
        assert is_on(app, HelpNowPage)
        await press(pilot, "q")
        assert app.screen is screen
        for size in (*TINY, (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert said(app) == before


def lowest_contrast(app: CopeApp) -> float:
    """Return the lowest contrast as a share of what is needed: 7 for letters, 3 for marks."""
    found = []
    for strip in app.screen._compositor.render_strips():
        for text, style, _ in strip:
            if text.strip() and style and style.color and style.bgcolor:
                colours = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
                needed = 7 if any(character.isalnum() for character in text) else 3
                found.append(contrast(*colours) / needed)
    return min(found)


async def test_every_sentence_of_a_full_journal_can_be_translated(companion: Companion, desk: Desk) -> None:
    """In a made-up language every word of ours stands in brackets."""
    from tests.content.test_pseudo_locale import CLOSE, outside
    from tests.content.test_pseudo_locale import OPEN as BEGIN

    fill(desk)
    words.install(lambda text: f"{BEGIN}{text}{CLOSE}")
    try:
        app = companion()
        async with app.run_test() as pilot:
            await press(pilot, *OPEN)
            for keys in PAGES.values():
                await press(pilot, *keys)
                assert outside(said(app)) <= {"five", "senses", "sighing", "the", "bus"}
                for _ in keys[1::2]:
                    await press(pilot, "q")
                await press(pilot, "home")
            await press(pilot, "down", "down", "enter")
            assert outside(said(app)) <= {"the", "bus", "enter"}
    finally:
        words.install(None)


async def test_after_a_fifth_map_what_they_share_is_one_of_the_next_things(
    companion: Companion, desk: Desk
) -> None:
    """It opens, and leads back."""
    from copecli.core.chain import TriggerMap

    fill(desk)
    (one,) = desk.journal.newest(TriggerMap, limit=1)
    app = companion(("map", one.id))
    async with app.run_test() as pilot:
        await press(pilot, "enter", *("down",) * 5, "enter")
        assert said(app).startswith(TITLES[NEEDS])
        assert "People, your plan and crisis lines come first here." in said(app)
        await press(pilot, "q")
        assert "What would be a small next thing?" in said(app)

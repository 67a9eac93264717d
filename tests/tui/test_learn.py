"""What there is to read, on screens: groups, a field that finds, pages that fit, and an end that leads on."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from copecli.core.learn import DOORS
from copecli.core.learn_words import GROUP_WORDS
from copecli.desk import Desk
from copecli.tui.app import CopeApp
from copecli.tui.page import Page, Words
from copecli.tui.screens.article import ArticlePage
from copecli.tui.screens.help_now import HelpNowPage
from copecli.tui.screens.home import Home
from copecli.tui.screens.learn import Found, OneGroup, Shelf
from copecli.tui.screens.learn_doors import OPENS
from copecli.tui.screens.more import More
from copecli.tui.widgets.key_line import KeyLine
from tests.articles import TEXT, lay_out, text
from tests.cli.test_learn import NOT_YET
from tests.content.articles import ARTICLE_IDS, article
from tests.tui.conftest import press
from tests.ways import to_more

from .conftest import SIZES, Companion, said

OPEN = to_more("learn")
SNOW = text(title='"Snow"', group='"understanding"', now='[{ read = "rain" }, { open = "talk" }]')


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A shelf with two articles."""
    return lay_out(monkeypatch, tmp_path, {"rain.md": TEXT, "snow.md": SNOW})


def on(app: CopeApp, screen: type[Page]) -> bool:
    """Return whether this is such a screen."""
    return isinstance(app.screen, screen)


def shown(app: CopeApp, selector: str) -> str:
    """Return what stands there."""
    return app.screen.query_one(selector, Words).said


def rows(app: CopeApp) -> list[str]:
    """Return the rows of the list, each with its first line only."""
    options = app.screen.query_one(OptionList)
    return [str(option.prompt).split("\n")[0] for option in options.options]


def fits(app: CopeApp) -> bool:
    """Return whether nothing on the page lies out of sight."""
    column = app.screen.query_one("#column")
    return max(child.region.bottom for child in column.children if child.display) <= column.region.bottom


@pytest.mark.usefixtures("folder")
async def test_from_more_to_an_article_and_back(companion: Companion) -> None:
    """Groups that hold anything, the articles of one, and each step back on one key."""
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, *OPEN)
        assert on(app, Shelf)
        assert rows(app) == [GROUP_WORDS["understanding"][0], GROUP_WORDS["living"][0]]
        await press(pilot, "down", "enter")
        assert on(app, OneGroup)
        assert "Rain on a window\nWhat rain does, and what it does not." in said(app)
        await press(pilot, "enter")
        assert on(app, ArticlePage)
        assert shown(app, "#title") == "Rain on a window"
        for screen in (OneGroup, Shelf, More):
            await press(pilot, "q")
            assert on(app, screen)


@pytest.mark.parametrize("size", SIZES)
async def test_every_page_fits_its_window_and_says_which_it_is(
    companion: Companion, size: tuple[int, int]
) -> None:
    """Nothing has to be scrolled for, and no line is lost; on 80 by 24 there are at most three."""
    longest = max(ARTICLE_IDS, key=lambda article_id: len(article(article_id).blocks))
    app = companion(("learn", longest))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        pages, column = [], app.screen.query_one("#column")
        while app.focused is column:
            assert fits(app)
            pages.append((shown(app, "#title"), shown(app, "#text")))
            await press(pilot, "space")
        of = len(pages)
        title = article(longest).title
        apart = "   " if len(title) + 9 <= app.screen.query_one("#column").content_size.width else "\n"
        assert [page[0] for page in pages] == [f"{title}{apart}{n} of {of}" for n in range(1, of + 1)]
        whole = " ".join(" ".join(page[1] for page in pages).split())
        assert all(block.text in whole for block in article(longest).blocks if hasattr(block, "text"))
        assert of <= 3 or size[0] < 80


async def test_any_key_goes_on_and_some_go_back(companion: Companion) -> None:
    """The end is one key away, and from it the last page."""
    app = companion(("learn", "what-this-tool-does"))
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        seen = [shown(app, "#text")]
        for key in ("x", "right", "down", "enter"):
            await press(pilot, key)
            assert shown(app, "#text") not in seen
            seen.append(shown(app, "#text"))
        for key in ("b", "left", "up", "pageup"):
            await press(pilot, key)
            seen.pop()
            assert shown(app, "#text") == seen[-1]
        await press(pilot, "b", "tab", "home")
        assert shown(app, "#text") == seen[0]
        await press(pilot, "end")
        assert shown(app, "#text") == "What can I do with this now?"
        assert shown(app, "#review") == "A draft of 2026-11-26. No clinician has read it yet."
        assert app.screen.query_one(KeyLine).said == "h Help now   Enter Open   q Back"
        await press(pilot, "space", "x", "b")
        assert shown(app, "#title").endswith("5 of 5")


async def test_a_key_held_down_is_taken_back(companion: Companion) -> None:
    """One page, and not the whole article."""
    app = companion(("learn", "what-this-tool-does"))
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        await press(pilot, "space", "space")
        assert isinstance(app.screen, ArticlePage)
        app.screen.take_back()
        assert shown(app, "#title").endswith("2 of 5")


async def test_another_size_keeps_the_place(companion: Companion) -> None:
    """What stood first on the page is still on it."""
    app = companion(("learn", "what-this-tool-does"))
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        await press(pilot, *["space"] * 3)
        first = shown(app, "#text").split("\n")[0]
        for size in ((80, 24), (30, 9), (120, 40), (40, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await pilot.pause()
            assert first.split()[0] in shown(app, "#text")
            assert fits(app)
        await press(pilot, "end")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert shown(app, "#text") == "What can I do with this now?"


@pytest.mark.usefixtures("folder")
async def test_what_can_be_done_with_it_opens_and_comes_back(companion: Companion) -> None:
    """An exercise, a door, a person, Help now, the sources; a face offers only what it can open."""
    app = companion(("learn", "rain"))
    async with app.run_test() as pilot:
        await pilot.pause()
        await press(pilot, "end")
        first = ["An exercise: Stop and step back", "Ride out an urge", "A person", "I can't stay safe"]
        assert rows(app) == [
            *first, "Something else to read", "Where this comes from", "Rest. That is all for now.",
        ]  # fmt: skip
        article_page, opened = app.screen, []
        for n in (0, 1, 2, 3, 5):
            await press(pilot, "home", *["down"] * n, "enter")
            opened.append(type(app.screen).__name__)
            assert app.screen is not article_page
            while app.screen is not article_page:
                await press(pilot, "q")
        assert opened == ["Player", "WavePage", "HelpNowPage", "HelpNowPage", "Reading"]


async def test_each_door_opens(companion: Companion) -> None:
    """And leads back to the end of the article."""
    app = companion(("learn", "what-this-tool-does"))
    async with app.run_test() as pilot:
        await pilot.pause()
        await press(pilot, "end")
        page = app.screen
        for door, opens in OPENS.items():
            opens(app)
            await pilot.pause()
            assert app.screen is not page, door
            await press(pilot, "escape")
            while app.screen is not page:
                await press(pilot, "q")
            assert shown(app, "#text") == "What can I do with this now?"


def test_all_doors_open_but_those_still_to_come() -> None:
    """The two faces open the same."""
    from copecli.cli.plain.learn_doors import OPENS as IN_LINES

    assert set(OPENS) == set(IN_LINES)
    assert set(DOORS) - NOT_YET <= set(OPENS) <= set(DOORS)


@pytest.mark.usefixtures("folder")
async def test_an_article_leads_to_another_and_rest_goes_all_the_way(companion: Companion) -> None:
    """Back leads to the end of the first; something else leads to the shelf; rest leads to More."""
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, *OPEN, "enter", "enter", "end")
        assert rows(app)[0] == "To read: Rain on a window"
        assert ("Find words to talk" in rows(app)) == ("talk" in OPENS)
        await press(pilot, "enter")
        assert shown(app, "#title") == "Rain on a window"
        await press(pilot, "q")
        assert shown(app, "#title") == "Snow"
        await press(pilot, "enter", "end", "end", "up", "up", "enter")
        assert on(app, OneGroup)
        await press(pilot, "enter", "end", "end", "enter")
        assert on(app, More)


async def test_an_article_of_the_command_line_leads_to_the_shelf_or_out(companion: Companion) -> None:
    """Leaving it leaves the program."""
    app = companion(("learn", "what-this-tool-does"))
    async with app.run_test() as pilot:
        await pilot.pause()
        await press(pilot, "end", "end", "up", "up", "enter")
        assert on(app, Shelf)
        await press(pilot, "q")
    assert app.return_value == 0


@pytest.mark.usefixtures("folder")
async def test_words_find_as_they_are_typed(companion: Companion) -> None:
    """The list narrows; Enter opens the first, Down goes into the list, the words stay."""
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, *OPEN, "slash")
        assert on(app, Found)
        assert rows(app) == []
        await press(pilot, *"wet")
        assert rows(app) == ["Snow", "Rain on a window"]
        await press(pilot, "space", *"win")
        assert rows(app) == ["Rain on a window"]
        await press(pilot, "enter")
        assert shown(app, "#title") == "Rain on a window"
        await press(pilot, "q")
        assert app.screen.query_one(Input).value == "wet win"
        await press(pilot, "f1")
        assert on(app, HelpNowPage)
        await press(pilot, "q", "down")
        assert app.screen.query_one(KeyLine).said == "h Help now   / Find   q Back"
        await press(pilot, "slash")
        assert isinstance(app.focused, Input)
        await press(pilot, "escape")
        assert on(app, Shelf)


@pytest.mark.usefixtures("folder")
async def test_what_is_not_found_is_told_with_what_is_near(companion: Companion) -> None:
    """And where the words speak of ending one's life, people stand first and Enter opens Help now."""
    app = companion(("learn", "", "rian"))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert shown(app, "#told") == "Nothing here has these words. Maybe one of these."
        assert rows(app) == ["Rain on a window"]
        await press(pilot, "slash", *["backspace"] * 4, *"die")
        assert rows(app) == ["Help now: people and numbers"]
        assert shown(app, "#told") == "People and crisis lines come first here."
        await press(pilot, "enter")
        assert on(app, HelpNowPage)
        await press(pilot, "q", *["backspace"] * 3, *"xyz")
        assert shown(app, "#told") == "Nothing here has these words."
        await press(pilot, "enter", "down")
        assert on(app, Found)


async def test_a_broken_article_is_told_on_the_shelf_and_hides_no_other(
    companion: Companion, folder: Path
) -> None:
    """One sentence with its line."""
    folder.joinpath("hail.md").write_text(TEXT.replace("Rain falls. [", "Rain [falls]. ["), encoding="utf-8")
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, *OPEN)
        assert len(rows(app)) == 2
        assert shown(app, "#told").startswith("The page hail.md cannot be shown (line 12:")


async def test_leaving_quickly_is_leaving(companion: Companion, desk: Desk) -> None:
    """However quick a hand is; nothing was kept."""
    before = sorted(Path(desk.paths.data).parent.rglob("*.db"))
    app = companion()
    async with app.run_test() as pilot:
        await pilot.press(*OPEN, "end", "enter", "enter", "space", "q", "q", "q", "q")
        await pilot.pause()
        assert on(app, Home)
    assert sorted(Path(desk.paths.data).parent.rglob("*.db")) == before

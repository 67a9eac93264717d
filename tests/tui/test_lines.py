"""The page of crisis lines on screens: from Help now and back, narrowed, pinned, hidden, added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import OptionList

from copecli.core import lines_page as page_words
from copecli.core.plan import PROFESSIONALS
from copecli.tui.screens.help_now import HelpNowPage
from copecli.tui.screens.line import OneLine
from copecli.tui.screens.lines import HiddenLines, LinesScreen
from copecli.tui.screens.number import NumberPage
from tests.tui.conftest import said
from tests.ways import to_more

if TYPE_CHECKING:
    from copecli.desk import Desk
    from copecli.tui.app import CopeApp
    from tests.tui.conftest import Companion


def now(app: CopeApp) -> object:
    """Return the screen of now."""
    return app.screen


def rows(app: CopeApp) -> list[str]:
    """Return the ids of the rows of the list, in order."""
    options = app.screen.query_one(OptionList)
    return [option.id or "" for option in options.options]


def lines_shown(app: CopeApp) -> list[str]:
    """Return the ids of the lines in the list."""
    return [row for row in rows(app) if ":" not in row]


async def test_lines_are_reached_from_help_now_with_the_number_first(
    companion: Companion, desk: Desk
) -> None:
    """Enter shows one whole, and its number large; each q goes back one page."""
    desk.set("country", "IE")
    app = companion()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("h", "l")
        assert isinstance(now(app), LinesScreen)
        text = said(app).splitlines()
        assert text.index("Crisis lines in Ireland") < text.index("Call 112 · Call 999  Emergency in Ireland")
        assert "Call 116 123  Samaritans Ireland" in text
        await pilot.press("enter")
        assert isinstance(now(app), OneLine)
        assert "checked 2026" in said(app)
        await pilot.press("up", "up", "enter")
        assert "Seen at findahelpline.com" in said(app)
        await pilot.press("q", "home", "enter", "enter")
        assert isinstance(now(app), NumberPage)
        await pilot.press("q", "q", "q", "q")
        assert isinstance(now(app), HelpNowPage)


async def test_one_key_narrows_the_list_and_a_dead_end_shows_the_others(
    companion: Companion, desk: Desk
) -> None:
    """By text, and back; for somebody, and all of them again."""
    desk.set("country", "IE")
    app = companion()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*to_more("lines"))
        whole = lines_shown(app)
        await pilot.press("t")
        assert "Shown: by text" in said(app)
        assert "ie-samaritans" not in lines_shown(app)
        await pilot.press("t", "f", "down", "down", "enter")
        assert "No line here fits that. These are the others." in said(app)
        assert lines_shown(app) == whole
        await pilot.press("f", "end", "enter")
        assert "No line here fits that." not in said(app)


async def test_a_line_is_pinned_and_hidden_by_a_key_and_shown_again(companion: Companion, desk: Desk) -> None:
    """Each is kept at once; the way to the hidden ones is in the list only while there are some."""
    desk.set("country", "IE")
    app = companion()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*to_more("lines"), "down", "p")
        assert "ie-samaritans" in desk.config.pinned_lines
        assert lines_shown(app)[0] == "ie-samaritans"
        await pilot.press("p")
        assert "ie-samaritans" not in desk.config.pinned_lines
        await pilot.press("home", "x")
        assert "ie-pieta" in desk.config.hidden_lines
        assert "ie-pieta" not in lines_shown(app)
        await pilot.press("end", "enter")
        assert isinstance(now(app), HiddenLines)
        await pilot.press("enter", "down", "enter", "q")
        assert "ie-pieta" not in desk.config.hidden_lines
        assert "None is hidden." in said(app)
        await pilot.press("q")
        assert page_words.SHOW_HIDDEN not in rows(app)
        assert "ie-pieta" in lines_shown(app)


async def test_another_country_is_looked_at_without_changing_any_setting(
    companion: Companion, desk: Desk
) -> None:
    """Its numbers, its lines, and ways to keep it or to go home."""
    desk.set("country", "IE")
    app = companion()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*to_more("lines"), "c", *"austria", "enter")
        assert "Crisis lines in Austria" in said(app)
        assert desk.config.country == "IE"
        options = app.screen.query_one(OptionList)
        options.highlighted = rows(app).index(page_words.FOLLOW)
        await pilot.press("enter")
        assert desk.config.other_countries == ("AT",)
        options.highlighted = rows(app).index(page_words.HOME)
        await pilot.press("enter")
        [numbers] = [row for row in rows(app) if row.startswith("way:numbers-")]
        assert rows(app).index("ie-pieta") < rows(app).index(numbers) < rows(app).index("at-telefonseelsorge")
        options.highlighted = rows(app).index(numbers)
        await pilot.press("enter")
        assert "Call 112" in said(app)


async def test_without_a_country_where_to_look_is_there_and_a_line_of_ones_own_can_be_added(
    companion: Companion, desk: Desk
) -> None:
    """It needs no number, and goes out of the plan by itself."""
    app = companion()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*to_more("lines"))
        assert "Call your local emergency number." in said(app)
        assert "findahelpline.com" in said(app)
        await pilot.press("a", "X", "enter", "enter", "enter")
        assert isinstance(now(app), LinesScreen)
        [item] = desk.read_plan().plan.of(PROFESSIONALS)
        assert (item.text, item.phone) == ("X", "")
        assert "no number yet" in said(app)
        await pilot.press("home", "enter", "enter")
        assert isinstance(now(app), LinesScreen)
        assert desk.read_plan().plan.of(PROFESSIONALS) == ()
        assert lines_shown(app) == []

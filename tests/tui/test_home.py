"""Home: the first screen, and the way through its doors."""

from __future__ import annotations

import pytest
from textual import events

from copecli.core.choosing import NONE_FITS
from copecli.core.shared_words import DOORS
from copecli.core.uses import Use
from copecli.desk import Desk
from copecli.tui import PLAIN
from copecli.tui.compat import looked_at
from copecli.tui.page import Page
from copecli.tui.screens.help_now import HelpNowPage
from copecli.tui.screens.home import Home
from copecli.tui.screens.more import More
from copecli.tui.screens.player import Player

from .conftest import SIZES, Companion, said


async def test_the_first_start_says_what_this_is_and_stands_in_nobodys_way(companion: Companion) -> None:
    """The first-run lines are on the home screen, and one key later an exercise is there."""
    app = companion()
    async with app.run_test(size=(80, 24)) as pilot:
        words = said(app)
        assert words.index("Screen reader? p") < words.index("You're here.")
        assert "It sends nothing and calls nobody." in words
        await pilot.press("enter")
        assert isinstance(app.screen, Player)


async def test_the_first_run_lines_are_said_once(companion: Companion, desk: Desk) -> None:
    """After a door was used they do not come back."""
    app = companion()
    async with app.run_test() as pilot:
        await pilot.press("g", "q")
        await pilot.pause()
    assert desk.config.welcome_seen
    again = companion()
    async with again.run_test():
        assert "Screen reader" not in said(again)


async def test_choose_for_me_is_one_key_and_asks_nothing(companion: Companion, desk: Desk) -> None:
    """Any key goes from line to line, nothing moves by itself, and nothing is asked, also at the end."""
    app = companion()
    async with app.run_test() as pilot:
        assert "f  Choose for me" in said(app)
        await pilot.press("f")
        player = app.screen
        assert isinstance(player, Player)
        while not player.session.finished:
            frame = player.session.frame()
            assert frame.any_key
            assert "pause" not in frame.can
            assert frame.kind == "reach" or "?" not in frame.text
            await pilot.press("j")
        assert "How is it now" not in said(app)
        await pilot.press("1", "end", "enter")
        assert isinstance(app.screen, Home)
    assert desk.journal.newest(Use) == ()


def test_there_are_at_most_five_doors() -> None:
    """More is a list to read."""
    assert len(DOORS) <= 5


async def test_keys_pressed_faster_than_screens_change_reach_the_screen_of_now(companion: Companion) -> None:
    """Two presses of q close two screens, and neither the program nor a screen that was not there yet."""
    app = companion()
    async with app.run_test() as pilot:
        await pilot.press("m", "end", "enter")
        await pilot.pause()
        page = app.screen
        for key in ("q", "q", "h"):
            page.post_message(events.Key(key, key))
        await pilot.pause()
        await pilot.pause()
        assert [type(screen) for screen in app.screen_stack[-2:]] == [Home, HelpNowPage]


async def test_a_screen_that_was_left_takes_no_other_away(companion: Companion) -> None:
    """Being told twice to go, it goes once."""
    app = companion()
    async with app.run_test() as pilot:
        await pilot.press("m", "end", "enter")
        await pilot.pause()
        page = app.screen
        assert isinstance(page, Page)
        page.dismiss("")
        page.dismiss("")
        await pilot.pause()
        assert isinstance(app.screen, More)


@pytest.mark.parametrize("key", ["h", "!", "f1", "ctrl+n"])
async def test_help_now_is_one_key_away(companion: Companion, key: str) -> None:
    """Every key of Help now opens it, and closing leads back."""
    app = companion()
    async with app.run_test() as pilot:
        await pilot.press(key)
        shown = [type(app.screen)]
        await pilot.press("q")
        shown.append(type(app.screen))
    assert shown == [HelpNowPage, Home]


async def test_p_goes_on_line_by_line(companion: Companion, desk: Desk) -> None:
    """The person who asked for plain lines gets them, now and at the next start."""
    app = companion()
    async with app.run_test() as pilot:
        await pilot.press("p")
    assert app.return_value == PLAIN
    assert desk.config.plain == "yes"


@pytest.mark.parametrize("key", ["q", "ctrl+c", "ctrl+q", "escape"])
async def test_leaving_is_one_key_and_not_a_failure(companion: Companion, key: str) -> None:
    """It leaves at once, with 0."""
    app = companion()
    async with app.run_test() as pilot:
        await pilot.press(key)
    assert app.return_value == 0


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_all_doors_are_in_sight_at_every_size(companion: Companion, size: tuple[int, int]) -> None:
    """No door needs scrolling."""
    app = companion()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        doors = app.screen.query_one("#options")
        assert doors.region.bottom <= size[1] - 1
        assert doors.region.height >= len(DOORS)


async def test_the_cursor_can_be_made_to_follow_the_marked_line(companion: Companion, desk: Desk) -> None:
    """Braille displays follow the terminal's own cursor: with the setting it stands where the mark is."""
    assert not companion().plain_cursor
    desk.set("cursor", "show")
    app = companion()
    assert app.plain_cursor
    async with app.run_test() as pilot:
        await pilot.press("down")
        await pilot.pause()
        assert app.cursor_position == looked_at(app.focused)
        assert app.cursor_position.y > 0


async def test_where_nothing_fits_it_is_said_in_its_place(companion: Companion, desk: Desk) -> None:
    """In the column, where the exercises would stand; Help now is named."""
    desk.set("hidden", tuple(desk.library().skills))
    app = companion(("home",))
    async with app.run_test() as pilot:
        await pilot.press("c", "enter", "enter")
        await pilot.pause()
        assert NONE_FITS in said(app)
        assert not app.screen.query_one("#too-small").display


async def test_what_breaks_on_the_way_out_is_no_crash(companion: Companion) -> None:
    """A page that was being built when somebody left is taken down; the exit code stays that of leaving."""
    app = companion()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.leave()
        app._handle_exception(LookupError("half a page"))
    assert (app.return_code, app._broken) == (0, False)

"""The tile game in the TUI: by keys, slow, waiting for whoever is elsewhere, and never lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.color import Color
from textual.geometry import Region

from copecli.core.tiles import SPEEDS, Tiles
from copecli.core.uses import Use
from copecli.desk import Desk
from copecli.tui.app import CopeApp
from copecli.tui.ascii import MARKS
from copecli.tui.screens.game_player import GamePlayer
from copecli.tui.screens.help_now import HelpNowPage
from copecli.tui.screens.home import Home
from copecli.tui.screens.tiles import TilesPage, open_tiles
from copecli.tui.themes import THEMES
from copecli.tui.widgets.tiles import LOOKS, SIGNS, TileBoard

from .conftest import SIZES, Clock, Companion, said
from .test_everywhere import contrast

TO_THE_GAME = ("j",) * 4
START = ("skill", "tiles")


def board(app: CopeApp) -> TileBoard:
    """Return the board."""
    return app.screen.query_one(TileBoard)


def tiles(app: CopeApp) -> Tiles:
    """Return the game as it stands."""
    found = board(app).tiles
    assert found is not None
    return found


def session(app: CopeApp) -> object:
    """Return where the exercise is."""
    assert isinstance(app.screen, GamePlayer)
    return app.screen.session


async def test_it_is_played_by_keys_left_with_enter_and_found_again(companion: Companion) -> None:
    """Left, right, turn, down and drop; Enter goes on; b comes back to the same board, which waits."""
    app = companion(START)
    async with app.run_test() as pilot:
        await pilot.press(*TO_THE_GAME)
        await pilot.pause()
        assert "Go on for as long as you like." in said(app)
        at = tiles(app).falling
        await pilot.press("left", "left", "right", "down", "down", "up")
        assert (tiles(app).falling.y, tiles(app).falling.turns) == (at.y + 2, 1)
        assert tiles(app).falling.x - at.x in (-1, 0)  # a turn may make room beside itself
        await pilot.press("space")
        lying = tiles(app).rows
        assert any(any(row) for row in lying)
        await pilot.press("enter")
        assert "That was the game." in said(app)
        assert not board(app).display
        await pilot.press("b")
        assert tiles(app).rows == lying
        assert "Paused. p goes on." in said(app)
        await pilot.press("enter", "enter", "1")
        assert "Noted" in said(app)
    assert [use.skill for use in app.desk.journal.newest(Use)] == ["tiles"]


async def test_it_comes_down_by_the_clock_one_row_at_a_time(companion: Companion) -> None:
    """Slow, also after the machine stood still; the time that was played is the exercise's own."""
    clock = Clock()
    app = companion(START, clock=clock)
    async with app.run_test() as pilot:
        await pilot.press(*TO_THE_GAME)
        await pilot.pause()
        for seconds, row in ((SPEEDS[0], 1), (500.0, 2)):
            clock.now += seconds
            board(app)._tick()
            assert tiles(app).falling.y == row
        assert session(app).seconds == SPEEDS[0] + 500.0  # type: ignore[attr-defined]
        await pilot.press("f")
        assert tiles(app).seconds_to_fall < SPEEDS[0]


def blur(app: CopeApp) -> object:
    """Another window takes the keys."""
    return app.post_message(events.AppBlur())


def lay_aside(app: CopeApp) -> None:
    """Ctrl+Z."""
    app.app_suspend_signal.publish(app)


def make_tiny(app: CopeApp) -> object:
    """The window is made so small that nothing of the game is seen."""
    return app.screen.query_one("#frame").set_styles(display="none")


@pytest.mark.parametrize("away", [blur, lay_aside, make_tiny])
async def test_it_waits_where_the_person_is_elsewhere(
    companion: Companion, away: Callable[[CopeApp], object]
) -> None:
    """No time counts, no timer runs, nothing is drawn; a move, or p, goes on."""
    clock = Clock()
    app = companion(START, clock=clock)
    async with app.run_test() as pilot:
        await pilot.press(*TO_THE_GAME)
        await pilot.pause()
        away(app)
        await pilot.pause()
        await pilot.pause()
        assert tiles(app).paused
        assert board(app)._timer is None
        assert "Paused. p goes on." in app.screen.query_one("#text").said  # type: ignore[attr-defined]
        clock.now += 100.0
        await pilot.press("p")
        assert (tiles(app).paused, tiles(app).falling.y) == (False, 0)


async def test_it_waits_behind_help_now(companion: Companion) -> None:
    """Coming back finds it as it was, and nothing goes on before a key."""
    app = companion(START)
    async with app.run_test() as pilot:
        await pilot.press(*TO_THE_GAME)
        await pilot.press("space", "h")
        assert isinstance(app.screen, HelpNowPage)
        await pilot.press("q")
        before = tiles(app).rows
        assert tiles(app).paused
        assert board(app)._timer is None
        await pilot.press("left")
        assert (tiles(app).paused, tiles(app).rows) == (False, before)


async def test_with_less_motion_a_tile_moves_by_key_alone(companion: Companion) -> None:
    """No timer runs, and every key works."""
    app = companion(START, still=True)
    async with app.run_test() as pilot:
        await pilot.press(*TO_THE_GAME)
        await pilot.press("down", "down")
        assert tiles(app).falling.y == 2
        assert board(app)._timer is None


async def test_only_rows_that_changed_are_painted(
    companion: Companion, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A step aside paints the rows of the tile and the floor; what changes nothing paints nothing."""
    app = companion(START, still=True)
    painted: list[Region] = []
    async with app.run_test() as pilot:
        await pilot.press(*TO_THE_GAME)
        await pilot.pause()
        monkeypatch.setattr(board(app), "refresh", lambda *regions: painted.extend(regions))
        await pilot.press("left")
        high = tiles(app).high
        rows = {y for _x, y in tiles(app).falling.cells}
        assert {region.y for region in painted} == rows | {high}
        assert {region.height for region in painted} == {1}
        painted.clear()
        await pilot.press("f", "p")
        assert painted == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_size_holds_the_board_whole_and_no_change_of_size_loses_it(
    companion: Companion, size: tuple[int, int]
) -> None:
    """Words, board and keys are in sight together; what lies lowest stays through the smallest window."""
    app = companion(START, still=True)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*TO_THE_GAME, "space", "space")
        await pilot.pause()
        column = app.screen.query_one("#column").region
        for part in ("#text", "#board", "#hint"):
            assert column.contains_region(app.screen.query_one(part).region)
        assert board(app).size.height == tiles(app).high + 1
        lowest = tiles(app).rows[-1]
        for other in ((20, 6), (3, 2), (30, 9), (200, 60), size):
            await pilot.resize_terminal(*other)
            await pilot.pause()
            await pilot.press("left")
            assert tiles(app).rows[-1] == lowest
        assert column.contains_region(app.screen.query_one("#board").region)


async def test_a_key_held_down_moves_on_but_turns_and_drops_once(companion: Companion) -> None:
    """A trembling hand lays one tile down, not ten."""
    app = companion(START, still=True)
    async with app.run_test() as pilot:
        await pilot.press(*TO_THE_GAME)
        await pilot.pause()
        app.tells_repeats = True
        x = tiles(app).falling.x
        await pilot.press("left", "left")
        assert tiles(app).falling.x == x - 2
        await pilot.press("up", "up", "up")
        assert tiles(app).falling.turns == 1
        await pilot.press(*["space"] * 8)
        assert sum(bool(cell) for row in tiles(app).rows for cell in row) <= 4
        app.screen.take_back()  # type: ignore[attr-defined]
        assert not any(any(row) for row in tiles(app).rows)


@pytest.mark.parametrize("theme", THEMES)
async def test_every_kind_has_signs_of_its_own_and_a_contrast_of_seven(
    companion: Companion, desk: Desk, theme: str
) -> None:
    """No colour has to be told from another, also where a cell is one column."""
    assert len({sign[0] for sign in SIGNS}) == len(SIGNS)
    assert "╰─═╯│↑↓←→".translate(MARKS).isascii()
    desk.set("theme", theme)
    app = companion(START, still=True)
    async with app.run_test() as pilot:
        await pilot.press(*TO_THE_GAME)
        await pilot.pause()
        for look in LOOKS:
            style = board(app).get_component_rich_style(look)
            assert style.color is not None
            assert style.bgcolor is not None
            pair = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
            assert contrast(*pair) >= 7.0


async def test_whoever_leaves_sight_out_is_given_puzzles_in_words(companion: Companion, desk: Desk) -> None:
    """A number answers and brings another one; Enter goes on."""
    desk.set("leave-out-channels", ("sight",))
    app = companion(START)
    async with app.run_test() as pilot:
        await pilot.press(*TO_THE_GAME)
        assert "A guess is fine." in said(app)
        assert not app.screen.query(TileBoard)
        asked = said(app)
        await pilot.press("1")
        assert said(app) != asked
        assert said(app).startswith(("Yes: ", "It was "))
        await pilot.press("n")
        assert said(app).startswith("As long as you like.")
        await pilot.press("z", "enter")
        assert "That was the game." in said(app)


async def test_it_opens_above_what_goes_on_and_leads_back(companion: Companion) -> None:
    """Stop leaves at once, and so does Enter."""
    app = companion()
    left: list[str] = []
    async with app.run_test() as pilot:
        for key in ("q", "enter"):
            open_tiles(app, lambda: left.append("left"))
            await pilot.pause()
            await pilot.press("space", "h", "q", "left")
            assert any(any(row) for row in tiles(app).rows)
            await pilot.press(key)
            assert isinstance(app.screen, Home)
    assert left == ["left", "left"]


async def test_the_keys_page_says_each_key_once(companion: Companion) -> None:
    """A key of the tiles is not told again for what it does elsewhere in an exercise."""
    app = companion(START)
    async with app.run_test() as pilot:
        await pilot.press(*TO_THE_GAME, "question_mark")
        assert "← or 4: Moves the tile to the left." in said(app)
        assert "Enter: Goes on to the next step." in said(app)
        assert "Holds the time still" not in said(app)


async def test_a_game_that_ends_an_exercise_makes_room_for_what_comes_next(
    companion: Companion, desk: Desk
) -> None:
    """No board stands beside the ways on, and a person is among them."""
    Path(desk.paths.own_skills).mkdir(parents=True)
    text = 'format = 1\ntitle = "Mine"\nfamily = "doing"\nsummary = "A line."\n[[steps]]\n'
    Path(desk.paths.own_skills, "mine.toml").write_text(f'{text}kind = "game"\ngame = "tiles"\n', "utf-8")
    app = companion(("skill", "mine"))
    async with app.run_test() as pilot:
        await pilot.press("j")
        assert board(app).display
        await pilot.press("enter")
        assert not board(app).display
        assert "A person" in said(app)


@pytest.mark.parametrize(("left_out", "key"), [((), "right"), (("sight",), "1")], ids=["tiles", "puzzles"])
async def test_after_twenty_minutes_a_rest_is_named_and_nothing_stops(
    companion: Companion, desk: Desk, left_out: tuple[str, ...], key: str
) -> None:
    """Gently, in place of the line above the game; before that nothing is said of it."""
    desk.set("leave-out-channels", left_out)
    clock = Clock()
    app = companion(clock=clock)
    async with app.run_test() as pilot:
        open_tiles(app)
        await pilot.pause()
        clock.now += 1190.0
        await pilot.press(key)
        assert "You could rest." not in said(app)
        clock.now += 20.0
        await pilot.press(key)
        assert "Twenty minutes by now." in said(app)
        await pilot.press(key)
        assert isinstance(app.screen, TilesPage)

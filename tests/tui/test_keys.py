"""Keys that a person has changed: every screen takes them and names them, and Help now never goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copecli.core.keymap import keymap_of

from .conftest import Companion, said
from .screens import SCREENS

if TYPE_CHECKING:
    from copecli.desk import Desk
    from copecli.tui.app import CopeApp


def give(desk: Desk, **keys: str | list[str]) -> None:
    """Give keys, by ids with underscores."""
    keymap, problems = keymap_of({name.replace("_", "-"): value for name, value in keys.items()})
    assert problems == ()
    desk.set_keys(keymap)


def showing(app: CopeApp) -> str:
    """Return the name of the screen of now."""
    return type(app.screen).__name__


async def test_the_game_is_played_with_the_keys_that_were_given(companion: Companion, desk: Desk) -> None:
    """Four letters for one hand; the arrows do nothing then, and the hint names the new ones."""
    from copecli.tui.screens.tiles import open_tiles
    from copecli.tui.widgets.tiles import TileBoard

    give(desk, tile_left="a", tile_right=";", tile_turn="w", tile_down="s", tile_drop="x", tile_pause="e")
    app = companion()
    async with app.run_test() as pilot:
        open_tiles(app)
        await pilot.pause()
        board = app.screen.query_one(TileBoard)

        def at() -> frozenset[tuple[int, int]]:
            assert board.tiles is not None
            return frozenset(board.tiles.falling.cells)

        before = at()
        await pilot.press("left", "4", "right", "up", "down")
        assert at() == before
        await pilot.press("a")
        assert at() == frozenset((x - 1, y) for x, y in before)
        await pilot.press("semicolon", "s")
        assert at() == frozenset((x, y + 1) for x, y in before)
        await pilot.press("x", "e")
        assert board.paused
        assert "Paused. e goes on." in said(app)
        assert "a Left" in said(app)
        held = app.screen.may_repeat  # type: ignore[attr-defined]
        assert {"a", ";", "s"} <= held
        assert not {"w", "x", "left"} & held
        await pilot.press("h")
        assert showing(app) == "HelpNowPage"
        await pilot.press("q", "escape")
        assert showing(app) != "TilesPage"


async def test_lists_fields_and_exercises_take_other_keys_for_enter(companion: Companion, desk: Desk) -> None:
    """One key opens, goes on and keeps; the foot and the hints name what is in force."""
    give(desk, open="o", close="c", forward="j", keep="f2", choose="x", skip="k", stop="z", leave_words="f4")
    app = companion()
    async with app.run_test() as pilot:
        await pilot.press("x", "o")
        assert showing(app) != "Feelings"
        await pilot.press("escape", "c")
        assert showing(app) == "Home"
        app.play_called("categories")
        await pilot.pause()
        await pilot.press("j", "j")
        assert showing(app) == "Player"
        assert "z Stop" in said(app)
        step = app.screen.session.frame().step  # type: ignore[attr-defined]
        await pilot.press("j")  # a list: it takes what is marked
        assert app.screen.session.frame().step != step  # type: ignore[attr-defined]
        await pilot.press("z")
        app.open_plan()
        await pilot.pause()
        await pilot.press(*"by the sea", "f2")
        assert "by the sea" in said(app)
        assert [item.text for item in desk.read_plan().plan.of("warning-signs")] == ["by the sea"]
        await pilot.press("f4")
        assert "by the sea" in said(app)
        assert "w takes you through it" in said(app)


async def test_space_chooses_nothing_that_somebody_came_to_unawares(companion: Companion) -> None:
    """It goes on in an exercise, and in its lists it waits."""
    app = companion(("skill", "categories"))
    async with app.run_test() as pilot:
        await pilot.press(*["space"] * 6, "right")
        assert app.screen.session.frame().kind == "choose"  # type: ignore[attr-defined]
        await pilot.press("enter")
        assert app.screen.session.frame().kind != "choose"  # type: ignore[attr-defined]


async def test_a_wave_a_walk_and_help_now_take_them_too(companion: Companion, desk: Desk) -> None:
    """What is offered stands beside the key in force."""
    give(desk, wave_unsafe="j", wave_ten="x", help_ground="y", wave_tiles="t", walk_someone="j")
    app = companion(("wave", "5"))
    async with app.run_test() as pilot:
        await pilot.press("enter", "enter", "enter")
        assert "j  I can't stay safe" in said(app)
        assert "t  A slow game beside it" in said(app)
        await pilot.press("r", "x")
        assert app.screen.ride.ratings[-1][1] == 10  # type: ignore[attr-defined]
        await pilot.press("j")
        assert showing(app) == "HelpNowPage"
        assert "While you wait: y starts" in said(app)
        await pilot.press("y")
        await pilot.pause()
        assert showing(app) == "Player"


async def test_a_key_is_changed_on_the_keys_page_and_taken_back(companion: Companion, desk: Desk) -> None:
    """It says what the key did before; the screen beneath names the new one at once."""
    app = companion()
    async with app.run_test() as pilot:
        await pilot.press("question_mark", "enter", "enter")
        assert "Enter stays what it is" in said(app)
        await pilot.press("h")
        assert showing(app) == "HelpNowPage"
        await pilot.press("q", "s")
        await pilot.pause()
        assert "Before, s was “My safety plan”. That is g now." in said(app)
        assert "u Take it back" in said(app)
        assert desk.config.keys == {"ground": ("s",), "plan": ("g",)}
        await pilot.press("q")
        await pilot.pause()
        assert "s  Steady me now\n" in said(app)
        await pilot.press("question_mark", "enter", "x")
        await pilot.pause()
        await pilot.press("u")
        assert "The keys are as before." in said(app)
        assert desk.keys.name("ground") == "s"
        await pilot.press("o")
        assert desk.config.keys == {}
        await pilot.press("enter", "escape")
        assert desk.config.keys == {}


async def test_every_place_can_be_reached_from_the_keys_page(companion: Companion, desk: Desk) -> None:
    """And its keys changed: here the first of Help now."""
    app = companion()
    async with app.run_test() as pilot:
        await pilot.press("question_mark", "end", "enter", "down", "enter", "enter", "j")
        await pilot.pause()
        assert "“A number” is now: j." in said(app)
        assert desk.keys.meant("help", "j") == "help-number"


async def test_the_keys_of_a_page_are_named_anew_when_they_change(companion: Companion, desk: Desk) -> None:
    """In an exercise that is played, in its hint and in its foot."""
    app = companion(("skill", "five-senses"))
    async with app.run_test() as pilot:
        await pilot.press("j", "question_mark", *["down"] * 8, "enter", "z")
        await pilot.pause()
        assert "“Stop” is now: z or Esc." in said(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "z Stop" in said(app)


@pytest.mark.parametrize(
    "name", ["home", "fitting", "plan", "plan-step", "ask", "tiles", "wave-riding", "keys"]
)
async def test_help_now_answers_to_its_own_keys_whatever_was_changed(
    companion: Companion, desk: Desk, name: str
) -> None:
    """And to those that were added; Caps Lock may be on."""
    start, keys = SCREENS[name]
    app = companion(start)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        give(desk, help_now="f7", help_in_words="f8", stop="z", close="z", done="z", quit="f6")
        await pilot.pause()
        for key in ("f1", "ctrl+n", "f7"):
            await pilot.press(key)
            assert showing(app) == "HelpNowPage"
            await pilot.press("escape")
            assert showing(app) != "HelpNowPage"
        if app.focused is None or "Input" not in str(type(app.focused)):
            await pilot.press("H")
            assert showing(app) == "HelpNowPage"
        await pilot.press("f6")
    assert app.return_value == 0

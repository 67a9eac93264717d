"""The wave on the screen: it goes on beneath other screens, draws little, and is noted however it ends."""

from __future__ import annotations

import pytest

from copecli.core.uses import Wave
from copecli.core.wave import Ride
from copecli.core.wave_picture import AHEAD, HERE, WATER
from copecli.desk import Desk
from copecli.tui.app import CopeApp
from copecli.tui.screens.chooser import Feelings
from copecli.tui.screens.help_now import HelpNowPage
from copecli.tui.screens.home import Home
from copecli.tui.screens.wave import WavePage
from copecli.tui.widgets.wave import WavePicture

from .conftest import SIZES, Clock, Companion, said

TO_IT = ("x", "enter", "enter")
"""From the first screen onto five minutes, with nothing rated."""


def page(app: CopeApp) -> WavePage:
    """Return the wave, whatever lies above it."""
    (found,) = [screen for screen in app.screen_stack if isinstance(screen, WavePage)]
    return found


def names(app: CopeApp) -> list[str]:
    """Return what screens there are, the uppermost last."""
    return [type(screen).__name__ for screen in app.screen_stack]


def noted(desk: Desk) -> list[tuple[int, int, bool]]:
    """Return (minutes, seconds, finished) of what is in the journal."""
    return [(wave.minutes, wave.seconds, wave.finished) for wave in desk.journal.newest(Wave)]


async def test_from_home_to_the_end_and_on(companion: Companion, desk: Desk) -> None:
    """W, a strength, a person first, five minutes with an answer in each; the end names a person first."""
    clock = Clock()
    app = companion(clock=clock)
    async with app.run_test() as pilot:
        await pilot.press("w", "x", "8", "enter", "down", "down", "enter", "enter", "r")
        for value in "765":
            await pilot.press(value)
            clock.now += 60.0
            await pilot.pause(0.05)
            await pilot.press("enter")
        assert "How strong is it now?" in said(app)
        assert "About 2 minutes left." in said(app)
        clock.now += 120.0
        await pilot.press("enter")
        await pilot.pause()
        assert "Next: a person, another skill, or rest." in said(app)
        await pilot.press("4")
        assert "Before 8, now 4." in said(app)
        await pilot.press("enter")
        assert isinstance(app.screen, HelpNowPage)
        await pilot.press("q", "down", "enter")
        await pilot.pause()
        ways_back = list(map(type, app.screen_stack[-2:]))
        assert ways_back == [Home, Feelings]
    (wave,) = desk.journal.newest(Wave)
    assert (wave.minutes, wave.seconds, wave.finished) == (5, 300, True)
    assert wave.ratings == ((0, 8), (1, 7), (60, 6), (120, 5), (300, 4))


async def test_the_time_goes_on_beneath_help_now_and_an_exercise(companion: Companion, desk: Desk) -> None:
    """Nothing is drawn there, nothing is asked after it, and a wave is not offered within a wave."""
    clock = Clock()
    app = companion(("wave", "5"), clock=clock)
    async with app.run_test() as pilot:
        await pilot.press("x", "enter", "h")
        await pilot.resize_terminal(90, 30)
        assert page(app)._timer is None
        clock.now += 70.0
        await pilot.press("q")
        await pilot.pause()
        assert "About 4 minutes left." in said(app)
        await pilot.press("c")
        await pilot.pause()
        assert "You could try one of these." in said(app)
        assert "Ride out an urge" not in said(app)
        assert "Wait 5, 10 or 15 minutes" not in said(app), "it is what a wave is"
        await pilot.press(*["down"] * 5, "enter")
        await pilot.pause()
        assert "How is it right now?" in said(app), "another feeling can be chosen"
        await pilot.press("q", "c")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert names(app)[-1] == "Player"
        clock.now += 60.0
        app.screen.dismiss("rest")
        await pilot.pause()
        assert names(app)[-1] == "WavePage"  # and not the question for the country
        assert page(app).ride.seconds == pytest.approx(130.0)
        await pilot.press("q")
        await pilot.pause()
    assert app.return_value == 0
    assert noted(desk) == [(5, 130, False)]


async def test_the_tiles_fall_above_it_while_the_time_goes_on(companion: Companion) -> None:
    """One key opens them, one leads back."""
    clock = Clock()
    app = companion(("wave", "0"), clock=clock)
    async with app.run_test() as pilot:
        await pilot.press(*TO_IT, "g")
        await pilot.pause()
        assert names(app)[-1] == "TilesPage"
        clock.now += 60.0
        await pilot.press("q")
        await pilot.pause()
        assert names(app)[-1] == "WavePage"
        assert "About 4 minutes left." in said(app)


async def test_it_stands_first_where_an_urge_was_named(companion: Companion, desk: Desk) -> None:
    """Two keys after choosing an exercise; leaving it leads back, and nothing is noted."""
    app = companion()
    async with app.run_test() as pilot:
        await pilot.press("c", *["down"] * 8, "enter", "enter")
        await pilot.pause()
        assert said(app).index("Ride out an urge") < said(app).index("minutes")
        await pilot.press("enter")
        await pilot.pause()
        shown = names(app)[-1]
        await pilot.press("q")
        await pilot.pause()
        assert (shown, names(app)[-1]) == ("WavePage", "Fitting")
    assert noted(desk) == []


async def test_a_pause_holds_it_and_five_minutes_can_be_added(companion: Companion) -> None:
    """P and m; a paused wave has no timer, and u leads to Help now."""
    clock = Clock()
    app = companion(("wave", "0"), clock=clock)
    async with app.run_test() as pilot:
        await pilot.press(*TO_IT, "p")
        assert page(app)._timer is None
        clock.now += 500.0
        await pilot.press("p", "m")
        assert "About 10 minutes left." in said(app)
        await pilot.press("u")
        assert isinstance(app.screen, HelpNowPage)


async def test_whatever_ends_the_program_what_was_ridden_is_noted_once(
    companion: Companion, desk: Desk
) -> None:
    """As before a signal or a crash, also beneath Help now."""
    clock = Clock()
    app = companion(("wave", "0"), clock=clock)
    async with app.run_test() as pilot:
        await pilot.press(*TO_IT, "h")
        clock.now += 42.0
        app.save_drafts()
        app.save_drafts()
        await pilot.press("ctrl+c")
    assert noted(desk) == [(5, 42, False)]


async def test_with_saving_off_nothing_is_noted(companion: Companion, desk: Desk) -> None:
    """And all of it works."""
    desk.set("save", False)
    clock = Clock()
    app = companion(("wave", "0"), clock=clock)
    async with app.run_test() as pilot:
        await pilot.press(*TO_IT)
        clock.now += 400.0
        await pilot.press("enter")
        assert "That was 5 minutes." in said(app)
        await pilot.press("end", "enter")
    assert noted(desk) == []


@pytest.mark.parametrize("size", SIZES)
async def test_the_wave_and_all_its_keys_are_in_view(companion: Companion, size: tuple[int, int]) -> None:
    """With a question and two lines to read, nothing has to be scrolled to."""
    app = companion(("wave", "0"), clock=Clock())
    async with app.run_test(size=size) as pilot:
        await pilot.press(*TO_IT, "r")
        await pilot.pause()
        column = app.screen.query_one("#column")
        assert column.max_scroll_y == 0
        drawn = "".join(app.screen.query_one(WavePicture)._rows)
        assert {AHEAD, HERE} <= set(drawn)
        assert WATER & set(drawn)


async def test_as_little_as_has_changed_is_drawn(
    companion: Companion, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few cells for a step, none for the same moment; with less motion a step a minute."""
    drawn: list[int] = []

    def refresh(self: WavePicture, *regions: object, **_rest: object) -> WavePicture:
        drawn.append(sum(getattr(region, "area", 10_000) for region in regions) if regions else 10_000)
        return self

    for still, moved in ((False, True), (True, False)):
        clock = Clock()
        app = companion(("wave", "0"), clock=clock, still=still)
        async with app.run_test() as pilot:
            await pilot.press(*TO_IT)
            await pilot.pause()
            monkeypatch.setattr(WavePicture, "refresh", refresh)
            drawn.clear()
            clock.now += 5.0
            page(app)._tick()
            page(app)._draw()
            assert (0 < sum(drawn) <= 24) == moved
            assert moved or not drawn
            clock.now += 60.0
            page(app)._tick()
            assert drawn
            monkeypatch.undo()


async def test_a_key_held_down_takes_no_minute_away(companion: Companion) -> None:
    """What is taken back is the press, never what was ridden since."""
    clock = Clock()
    app = companion(("wave", "0"), clock=clock)
    async with app.run_test() as pilot:
        await pilot.press(*TO_IT)
        clock.now += 90.0
        await pilot.press("h", "q")
        page(app).take_back()
        assert page(app).ride.seconds == pytest.approx(90.0)


@pytest.mark.parametrize("still", [False, True])
async def test_the_first_step_is_looked_for_as_soon_as_it_begins(
    companion: Companion, monkeypatch: pytest.MonkeyPatch, still: bool
) -> None:
    """By the cells that there are, before the picture was laid out; with less motion by the clock alone."""
    asked: list[int] = []
    told = Ride.until_change

    def until_change(self: Ride, columns: int = 0) -> float | None:
        asked.append(columns)
        return told(self, columns)

    app = companion(("wave", "0"), clock=Clock(), still=still)
    async with app.run_test() as pilot:
        await pilot.press("x", "enter")
        monkeypatch.setattr(Ride, "until_change", until_change)
        await pilot.press("enter")
        await pilot.pause()
    assert asked
    assert all(bool(columns) != still for columns in asked)

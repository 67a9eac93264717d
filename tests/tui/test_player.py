"""The player: an exercise in the TUI, by keys alone."""

from __future__ import annotations

import pytest
from textual.widgets import Input, OptionList

from copecli.core.session import CAUTION, OPENING
from copecli.desk import Desk
from copecli.tui.screens.help_now import HelpNowPage
from copecli.tui.screens.player import Player
from copecli.tui.widgets.breath import Breath

from .conftest import SIZES, Clock, Companion, said


def player(app: object) -> Player:
    """Return the player on the screen."""
    screen = app.screen  # type: ignore[attr-defined]
    assert isinstance(screen, Player)
    return screen


async def test_five_senses_is_reached_to_its_last_step_by_keys_alone(companion: Companion) -> None:
    """Any key goes on; each thing found is a key; at the end there is always a person among the ways on."""
    app = companion(("skill", "five-senses"))
    async with app.run_test() as pilot:
        for _ in range(200):
            if player(app).session.finished:
                break
            await pilot.press("enter" if player(app).session.frame().options else "j")
        assert player(app).session.finished
        assert "A person" in said(app)
        assert "I can't stay safe" in said(app)


async def test_the_first_words_stand_on_the_opening(companion: Companion) -> None:
    """What was painted early is there again, word for word."""
    app = companion(("skill", "feet-on-the-floor"))
    async with app.run_test():
        assert said(app).startswith("You're here. Nothing to decide.\nNotice the floor or chair under you.")


async def test_a_caution_comes_before_the_exercise_and_can_be_left(companion: Companion) -> None:
    """The caution is a screen of its own, and leaving it leaves the exercise."""
    app = companion(("skill", "tense-and-release"))
    async with app.run_test() as pilot:
        await pilot.press("j")
        assert player(app).session.at == CAUTION
        await pilot.press("down", "enter")
    assert app.return_value == 0


async def test_back_skip_and_stop(companion: Companion) -> None:
    """`b` goes back one place, s leaves a step out, q stops with 0."""
    app = companion(("skill", "five-senses"))
    async with app.run_test() as pilot:
        await pilot.press("j", "s")
        there = player(app).session.at
        assert there == 1
        await pilot.press("b")
        assert player(app).session.at == 0
        await pilot.press("b")
        assert player(app).session.at == OPENING
        await pilot.press("q")
    assert app.return_value == 0


async def test_the_breath_follows_the_clock_and_stands_while_paused(companion: Companion) -> None:
    """Time comes from the clock alone; p holds it still; Help now holds it too."""
    clock = Clock()
    app = companion(("skill", "even-breath"), clock=clock)
    async with app.run_test() as pilot:
        while player(app).session.frame().cue is None:
            await pilot.press("enter")
        clock.now += 2.0
        await pilot.pause(0.3)
        cue = player(app).session.frame().cue
        assert cue is not None
        assert cue.fraction > 0.3
        assert app.screen.query_one(Breath).display
        await pilot.press("p")
        stood = player(app).session.seconds
        clock.now += 50.0
        await pilot.pause(0.3)
        assert player(app).session.seconds == stood
        await pilot.press("p", "h")
        assert isinstance(app.screen, HelpNowPage)
        at = clock.now
        clock.now += 50.0
        await pilot.pause(0.3)
        await pilot.press("q")
        assert player(app).session.seconds - stood < 1.0 + (at - clock.now + 50.0)


async def test_with_less_motion_nothing_is_drawn_but_words(companion: Companion) -> None:
    """The cue is said; the shape is not there."""
    app = companion(("skill", "even-breath"), still=True)
    async with app.run_test() as pilot:
        while player(app).session.frame().cue is None:
            await pilot.press("enter")
        await pilot.pause()
        assert not app.screen.query(Breath)
        assert "In" in said(app)


async def test_an_idle_screen_has_no_timer(companion: Companion) -> None:
    """Where nothing moves, nothing is drawn again."""
    app = companion(("skill", "five-senses"))
    async with app.run_test() as pilot:
        await pilot.press("j")
        assert player(app)._timer is None


@pytest.mark.parametrize("where", ["person", "unsafe"])
async def test_an_exercise_that_was_chosen_ends_as_any_other(companion: Companion, where: str) -> None:
    """The list that it was chosen from is closed by then; a person is there all the same."""
    app = companion()
    async with app.run_test() as pilot:
        await pilot.press("c", "down", "enter", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        player(app).dismiss(where)
        await pilot.pause()
        assert isinstance(app.screen, HelpNowPage)


@pytest.mark.parametrize("where", ["person", "unsafe"])
async def test_a_person_and_not_being_safe_lead_to_help_now(
    companion: Companion, where: str, desk: Desk
) -> None:
    """At the end of an exercise both lead there, and home is beneath."""
    app = companion()
    async with app.run_test() as pilot:
        app.play(desk.skill("stop"))
        await pilot.pause()
        while not player(app).session.finished:
            await pilot.press("j")
        options = app.screen.query_one(OptionList)
        ids = [options.get_option_at_index(i).id for i in range(options.option_count)]
        await pilot.press(*["down"] * ids.index(where), "enter")
        assert isinstance(app.screen, HelpNowPage)


async def test_what_is_asked_now_is_in_view_below_what_was_answered(companion: Companion, desk: Desk) -> None:
    """On a small terminal too; and a text that is put together stands without its answers above it."""
    app = companion(("skill", "pros-and-cons"))
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("j", "enter", "7", "enter", "enter")
        for _ in range(4):
            app.screen.query_one("#answer", Input).value = "so it is, and so it was, " * 3
            await pilot.press("enter")
        await pilot.pause()
        column = app.screen.query_one("#column").region
        assert column.contains_region(app.screen.query_one("#text").region)
        assert column.contains_region(app.screen.query_one("#answer").region)
        assert "What would waiting give you?\n  so it is, and" in said(app)
        await pilot.press("enter", "enter", "enter")
        assert player(app).session.frame().kind == "compose"
        assert "Hard about waiting: so it is" in said(app)
        assert "What would be hard" not in said(app)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_some_skills_play_to_their_end_by_keys_alone(
    companion: Companion, desk: Desk, size: tuple[int, int]
) -> None:
    """The first way through, six at each size; `test_skills_played.py` goes every way of each."""
    for skill in list(desk.library().skills.values())[SIZES.index(size) :: 20]:
        app = companion(("skill", skill.id))
        async with app.run_test(size=size) as pilot:
            for _ in range(150):
                if player(app).session.finished:
                    break
                await pilot.press("d" if "take" in player(app).session.frame().can else "enter")
            assert player(app).session.finished, skill.id

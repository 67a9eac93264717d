"""Choosing on screens: how it is, how strong, what fits, and what a person keeps of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import OptionList

from copecli.core import choosing as words
from copecli.core.choosing import HOLD_OFF, STATES
from copecli.core.plan import Item, Plan
from copecli.core.uses import Use
from copecli.desk import Desk
from copecli.tui.screens.chooser import Feelings, Fitting, PeopleFirst
from copecli.tui.screens.help_now import HelpNowPage
from copecli.tui.screens.player import Player
from copecli.tui.screens.walk import WalkPage

from .conftest import Companion, said

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from copecli.tui.app import CopeApp
    from copecli.tui.page import Page


def to(state: str) -> tuple[str, ...]:
    """Return the keys from home to a state that is chosen."""
    at = [found for found, _words in STATES].index(state)
    return ("c", "home", *("down",) * at, "enter")


def rows(app: CopeApp) -> list[str | None]:
    """Return the ids of what the list offers."""
    return [option.id for option in app.screen.query_one(OptionList).options]


def shows(app: CopeApp, page: type[Page]) -> bool:
    """Return whether the screen is a page of that kind."""
    return isinstance(app.screen, page)


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, and let the screen follow."""
    await pilot.press(*keys)
    await pilot.pause()


async def test_how_strong_is_asked_and_enter_skips_it(companion: Companion, desk: Desk) -> None:
    """Then three that fit and a person; the state is remembered for what is noted."""
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, *to("numb"))
        assert "How strong is it?" in said(app)
        await press(pilot, "enter")
        assert shows(app, Fitting)
        assert rows(app)[0] == "look-around"
        assert rows(app)[3:] == [words.ELSE, words.PERSON, words.FILTERS]
        assert desk.chosen_for == "numb"
        await press(pilot, "down", "down", "down", "enter")
        assert "look-around" not in rows(app)
        await press(pilot, "end", "up", "enter")
        assert shows(app, HelpNowPage), "a person"
        await press(pilot, "q", "home", "enter")
        assert shows(app, Player)


async def test_stopping_the_question_goes_back_to_the_states(companion: Companion) -> None:
    """Nothing was chosen."""
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, *to("sad"), "q")
        assert shows(app, Feelings)


async def test_where_it_is_strong_a_person_and_another_place_stand_first(companion: Companion) -> None:
    """And after self-harm care stands first, with no question before it."""
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, *to("numb"), "8", "enter")
        assert rows(app)[:3] == [words.PERSON, words.PLACE, "look-around"]
        await press(pilot, "down", "enter")
        player = app.screen
        assert isinstance(player, Player)
        assert player.session.skill.id == words.ELSEWHERE
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, *to("after"))
        assert rows(app)[:2] == [words.AFTER, "first-hour-after"]
        await press(pilot, "enter")
        assert "Do you need care now?" in said(app)


async def test_thoughts_of_ending_ones_life_lead_to_people_the_plan_and_lines(
    companion: Companion, desk: Desk
) -> None:
    """No exercise is offered, and nothing is kept."""
    desk.save_plan(desk.read_plan(), Plan({"coping": (Item("a", "Tea"),)}))
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, *to(HOLD_OFF))
        assert shows(app, PeopleFirst)
        assert rows(app) == [words.PERSON, words.PLAN, words.LINES, "unsafe"]
        await press(pilot, "enter")
        assert shows(app, HelpNowPage)
        await press(pilot, "q", "down", "enter")
        assert shows(app, WalkPage)
    assert desk.chosen_for == ""
    assert desk.journal.newest(Use) == ()


async def test_more_of_one_says_why_and_keeps_a_pin_a_note_and_hiding(
    companion: Companion, desk: Desk
) -> None:
    """What is kept shows in the list at once; what is hidden is gone from it."""
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, *to("numb"), "enter", "down", "m")
        assert "Number 2 of what to try first." in said(app)
        await press(pilot, "down", "enter")
        assert "Take the pin away" in said(app)
        await press(pilot, "down", "down", "enter", *"slowly", "enter")
        assert "Your note: slowly" in said(app)
        await press(pilot, "q")
        assert rows(app)[0] == "then-and-now"
        assert "Your note: slowly" in said(app)
        await press(pilot, "m", "down", "down", "enter", "q")
        assert "then-and-now" not in rows(app)
        await press(pilot, "m", "enter")
        assert shows(app, Player), "it starts from there, too"
    assert (desk.config.pinned, desk.config.hidden) == (("then-and-now",), ("then-and-now",))


async def test_what_was_hidden_is_shown_again_from_the_end_of_the_list(
    companion: Companion, desk: Desk
) -> None:
    """The row is there only where something is hidden; one that is gone can be taken out, too."""
    desk.set("hidden", ("look-around", "of-no-pack"))
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, *to("numb"), "enter")
        assert "look-around" not in rows(app)
        assert rows(app)[-1] == words.HIDDEN
        await press(pilot, "end", "enter")
        assert rows(app) == ["look-around", "of-no-pack"]
        await press(pilot, "enter")
        assert rows(app) == ["of-no-pack"]
        await press(pilot, "enter")
        assert shows(app, Fitting), "none is left"
        assert rows(app)[0] == "look-around"
        assert words.HIDDEN not in rows(app)
    assert desk.config.hidden == ()


async def test_what_fits_the_moment_holds_until_it_is_taken_away(companion: Companion, desk: Desk) -> None:
    """Over states; the screen says what is set, and one row takes it away."""
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, *to("lonely"), "enter", "end", "enter", "enter", "enter", "enter", "right")
        assert "Set for now: 2 minutes, not noticed, nothing." in said(app)
        await press(pilot, "q", "enter", "enter")
        assert "Set for now: 2 minutes, not noticed, nothing." in said(app)
        assert rows(app)[-1] == words.CLEAR
        await press(pilot, "end", "enter")
        assert "Set for now" not in said(app)
    assert not desk.config.pinned

"""A check-in and a good moment on screens."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from copecli import desk_checkin
from copecli.core import checkin_end as end
from copecli.core.checkin import CheckIn
from copecli.core.checkin_offer import OFFER
from copecli.core.plan import Item, Plan
from copecli.core.records import GoodMoment
from copecli.core.tallying import tallies_of
from copecli.desk import Desk
from copecli.desk_checkin import CHECK_IN, GOOD, GoodAtHand
from copecli.tui.app import CopeApp
from copecli.tui.page import Page
from copecli.tui.screens.checkin import AfterCheckIn, AfterGood
from copecli.tui.screens.choose import Choose
from copecli.tui.screens.chooser import Fitting
from copecli.tui.screens.form import FormPage
from copecli.tui.screens.help_now import HelpNowPage
from copecli.tui.screens.home import Home
from copecli.tui.screens.more import More
from copecli.tui.screens.reading import Reading
from copecli.tui.screens.walk import WalkPage
from tests.tui.conftest import press
from tests.ways import to_more

from .conftest import SIZES, Companion, said

SAD = (*("down",) * 4, "enter", "right")
"""“Sad” is marked."""
HARD = (*SAD, "8", "enter", "enter", "enter")
"""To the question after the numbers."""


def kept(desk: Desk) -> tuple[CheckIn, ...]:
    """Return the check-ins on disk."""
    return desk.journal.newest(CheckIn)


def files(desk: Desk) -> dict[str, bytes]:
    """Return everything that is on the disk, by its place."""
    root = Path(desk.environ["COPECLI_HOME"])
    return {str(file): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def shows(app: CopeApp, screen: type[Page]) -> bool:
    """Return whether this is such a screen."""
    return isinstance(app.screen, screen)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "40x20", "120x40"])
async def test_a_check_in_is_kept_with_a_key_or_two_for_each_question(
    companion: Companion, desk: Desk, size: tuple[int, int]
) -> None:
    """Feelings, three numbers, a word, a note; then a next small thing."""
    app = companion(("check-in",))
    async with app.run_test(size=size) as pilot:
        assert app.screen.query_one(OptionList).highlighted == 1
        await press(pilot, *SAD, "6", "enter", "4", "enter", "5", "enter", "enter", *"bus", "enter", "right")
        assert "Nobody reads this, nor does the program. Not safe? F1." in said(app)
        await press(pilot, *"rain", "enter")
        assert shows(app, AfterCheckIn)
        (found,) = kept(desk)
        assert (found.feelings, found.distress, found.urge, found.able) == (("sad",), 6, 4, 5)
        assert (found.tags, found.note, found.ending_life) == (("bus",), "rain", "")
        assert end.KEPT in said(app)
        assert CHECK_IN not in desk.draft_names()
        await press(pilot, "end", "enter")
    assert app.return_value == 0


async def test_what_might_be_acted_on_opens_help_now_before_anything_is_written(
    companion: Companion, desk: Desk
) -> None:
    """Not even a draft holds it, then or later; nothing of it is asked again; it is kept if one goes on."""
    desk.set("ask-ending-life", True)
    app = companion(("check-in",))
    async with app.run_test() as pilot:
        await press(pilot, *HARD)
        assert "Thoughts of ending your life?" in said(app)
        app.save_drafts()
        before = files(desk)
        await press(pilot, "down", "down", "enter")
        assert shows(app, HelpNowPage)
        assert files(desk) == before
        await pilot.pause(0.8)
        app.save_drafts()
        assert not Path(desk.paths.journal_file).exists()
        assert not any(b"might-act" in held for held in files(desk).values())
        assert '"distress":8' in desk.draft(CHECK_IN).replace(" ", "")
        await press(pilot, "q")
        assert "What is it about?" in said(app)
        await press(pilot, "q")
    assert not any(b"might-act" in held for held in files(desk).values())
    assert kept(desk) == ()
    app = companion(("check-in",))
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        assert "What is it about?" in said(app)
        await press(pilot, "b", "down", "down", "enter", "q", "right", "enter")
        assert shows(app, AfterCheckIn)
        first = app.screen.query_one(OptionList).get_option_at_index(0)
        assert first.id == end.PERSON
        assert end.TELL_SOMEBODY in said(app)
    (found,) = kept(desk)
    assert found.ending_life == "might-act"
    assert "might-act" not in repr(tallies_of([found]))
    assert "might-act" not in repr(desk.journal.tallies())


async def test_not_being_safe_opens_help_now_and_the_question_waits(companion: Companion, desk: Desk) -> None:
    """Nothing is kept of it."""
    app = companion(("check-in",))
    async with app.run_test() as pilot:
        await press(pilot, "home", "enter")
        assert shows(app, HelpNowPage)
        await press(pilot, "q")
        assert "How is it right now?" in said(app)
        await press(pilot, "q")
    assert desk.draft_names() == ()


async def test_on_a_hard_day_there_is_a_person_an_exercise_the_plan_and_something_true(
    companion: Companion, desk: Desk
) -> None:
    """Each is one key away, and coming back finds the others; nothing true is shown unasked."""
    GoodAtHand(desk).answered({"text": "The sea, very early"})
    desk.save_plan(desk.read_plan(), Plan({"coping": (Item("a", "Five things"),)}))
    app = companion(("check-in",))
    async with app.run_test() as pilot:
        await press(
            pilot, *SAD[:-1], "down", "enter", "right", "8", "enter", "enter", "enter", "right", "enter"
        )
        assert [one.id for one in app.screen.query_one(OptionList).options][:4] == [
            end.PERSON, end.EXERCISE, end.PLAN, end.TRUE
        ]  # fmt: skip
        assert "The sea" not in said(app)
        await press(pilot, *("down",) * 3, "enter")
        assert shows(app, Reading)
        assert "The sea, very early" in said(app)
        await press(pilot, "q", "up", "enter")
        assert shows(app, WalkPage)
        await press(pilot, "q", "home", "down", "enter")
        assert shows(app, Choose)
        await press(pilot, "enter")
        assert shows(app, Fitting)
        assert desk.chosen_for == "sad"
        await press(pilot, "q", "home", "enter")
        assert shows(app, HelpNowPage)
        await press(pilot, "q", "q")
    assert app.return_value == 0


async def test_a_good_moment_is_kept_to_be_shown_again(companion: Companion, desk: Desk) -> None:
    """It says so before and after; it can be left out; leaving at once keeps nothing."""
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, *to_more("good"))
        assert "You can be shown this again on a hard day." in said(app)
        await press(pilot, "enter")
        assert shows(app, More)
        await press(pilot, "enter", *"tea", "enter")
        assert shows(app, AfterGood)
        assert desk.journal.newest(GoodMoment)[0].starred
        await press(pilot, "down", "enter")
        assert end.IS_NOT_SHOWN in said(app)
        assert not desk.journal.newest(GoodMoment)[0].starred
        await press(pilot, "home", "enter")
        assert shows(app, More)
    assert len(desk.journal.newest(GoodMoment)) == 1
    assert GOOD not in desk.draft_names()


async def test_home_offers_a_check_in_where_it_is_wanted(
    companion: Companion, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One quiet line and a key; after it the line is gone, and nothing is counted."""
    looked: list[bool] = []
    ask = desk_checkin.offers_check_in

    def look(desk: Desk) -> bool:
        looked.append(True)
        return ask(desk)

    monkeypatch.setattr(desk_checkin, "offers_check_in", look)
    app = companion()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert OFFER not in said(app)
        assert (looked, desk._journal) == ([], None)
        await press(pilot, *to_more("settings"), *("down",) * 5, "enter", "q", "q")
        assert desk.config.check_in == "daily"
        assert shows(app, Home)
        assert f"k  {OFFER}" in said(app)
        assert not any(letter.isdigit() for letter in said(app))
        for how_often, offered in (("never", False), ("daily", True)):
            desk.set("check-in", how_often)
            await press(pilot, "m", "q")
            assert (OFFER in said(app)) is offered
        await press(pilot, "k")
        assert shows(app, FormPage)
        await press(pilot, "right", "2", "enter", "enter", "enter", "right", "enter", "end", "enter")
        assert shows(app, Home)
        assert OFFER not in said(app)
    for welcome_seen in (True, False):
        looked.clear()
        desk.set("welcome-seen", welcome_seen)
        app = companion()
        async with app.run_test() as pilot:
            await pilot.pause()
        assert looked == [True]


async def test_a_damaged_journal_stands_in_the_way_of_nothing(companion: Companion, desk: Desk) -> None:
    """Home says nothing of it; after a check-in it is told, and what was said waits as a draft."""
    desk.set("check-in", "daily")
    Path(desk.paths.data).mkdir(parents=True, exist_ok=True)
    Path(desk.paths.journal_file).write_bytes(b"no journal at all" * 500)
    app = companion()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert shows(app, Home)
        assert OFFER not in said(app)
        assert "journal" not in said(app)
        await press(pilot, "k", "right", "9", "enter", "enter", "enter", "right", "enter")
        assert shows(app, AfterCheckIn)
        assert "Your check-in could not be saved." in said(app)
        assert end.AS_DRAFT in said(app)
        assert CHECK_IN in desk.draft_names()


async def test_stopping_keeps_a_draft_where_something_was_said(companion: Companion, desk: Desk) -> None:
    """It is gone on with at the next start."""
    app = companion(("check-in",))
    async with app.run_test() as pilot:
        await press(pilot, *SAD, "q")
    assert CHECK_IN in desk.draft_names()
    app = companion(("check-in",))
    async with app.run_test() as pilot:
        assert "You were in the middle of a check-in." in said(app)
        await press(pilot, "enter")
        assert "How hard is it right now?" in said(app)

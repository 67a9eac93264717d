"""The hour after self-harm on screens."""

from __future__ import annotations

import os

import pytest
from textual.widgets import OptionList

from copecli.core.care_words import CARE_FIRST, CARE_SIGNS
from copecli.core.plan import Item, Plan
from copecli.desk import Desk
from copecli.tui.app import CopeApp
from copecli.tui.page import Page
from copecli.tui.screens.after import AfterPage
from copecli.tui.screens.article import ArticlePage
from copecli.tui.screens.chooser import Fitting
from copecli.tui.screens.form import FormPage
from copecli.tui.screens.help_now import HelpNowPage
from copecli.tui.screens.more import More
from copecli.tui.screens.walk import WalkPage
from tests.tui.conftest import press
from tests.ways import to_more

from .conftest import Companion, said

NO = ("end", "enter")
TO_COMPANY = (*NO, "x", "space", "right")
TO_THE_END = (*TO_COMPANY, "down", "enter", "x", "x", "x", "x")

NEXT = {"plan": WalkPage, "exercise": Fitting, "read": ArticlePage, "later": FormPage, "person": HelpNowPage}
"""Where each next thing leads."""


def files(desk: Desk) -> dict[str, int]:
    """Return what lies among the person's data, and when it was changed."""
    return {found.name: found.stat().st_mtime_ns for found in os.scandir(desk.paths.data)}


def rows(app: CopeApp) -> list[str | None]:
    """Return the ids of what the list offers."""
    return [option.id for option in app.screen.query_one("#options", OptionList).options]


def shows(app: CopeApp, page: type[Page]) -> bool:
    """Return whether the screen is a page of that kind."""
    return isinstance(app.screen, page)


@pytest.mark.parametrize("keys", [("enter",), ("down", "space")], ids=["yes", "cant-tell"])
async def test_who_may_need_care_sees_help_now_and_then_goes_on(
    companion: Companion, keys: tuple[str, ...]
) -> None:
    """With care lines above it; what one would do with one's own hands is not asked of them."""
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, *to_more("after"))
        assert all(sign in said(app) for sign in CARE_SIGNS)
        await press(pilot, *keys)
        assert shows(app, HelpNowPage)
        assert all(line in said(app) for line in CARE_FIRST)
        await press(pilot, "q")
        assert "You may ask for care, and for kindness." in said(app)
        await press(pilot, "x")
        assert "You could go to another room now." in said(app)
        await press(pilot, "b", "b")
        assert "Do you need care now?" in said(app)
        await press(pilot, "down", "down", "enter")
        assert shows(app, HelpNowPage), "not safe"
        await press(pilot, "q")
        assert "Do you need care now?" in said(app)
        await press(pilot, "q")
        assert shows(app, More)


async def test_after_no_one_thing_follows_another_to_a_person_and_rest(
    companion: Companion, desk: Desk
) -> None:
    """Any key goes on, a list is chosen from; each next thing comes back to the list, and rest leaves."""
    desk.save_plan(desk.read_plan(), Plan({"coping": (Item("a", "Tea"),)}))
    before = {
        name: os.path.getmtime(os.path.join(desk.paths.data, name)) for name in os.listdir(desk.paths.data)
    }
    app = companion(("after",))
    async with app.run_test() as pilot:
        await press(pilot, *TO_COMPANY)
        assert "Would somebody near be good?" in said(app)
        await press(pilot, "x")
        assert "Would somebody near be good?" in said(app), "a slip of the hand answers nothing"
        await press(pilot, "enter")
        assert shows(app, HelpNowPage)
        await press(pilot, "q")
        assert "Blame is not needed here." in said(app)
        await press(pilot, "b", "down", "enter", "x", "x", "x", "x")
        assert rows(app) == ["person", "rest", "plan", "exercise", "read", "later", "unsafe"]
        for way, page in (
            ("plan", WalkPage),
            ("exercise", Fitting),
            ("later", FormPage),
            ("person", HelpNowPage),
        ):
            at = rows(app).index(way)
            await press(pilot, "home", *("down",) * at, "enter")
            assert shows(app, page), way
            if page is Fitting:
                assert rows(app)[0] == "first-hour-after", "no door to where one is"
            await press(pilot, "q")
            assert shows(app, AfterPage), way
        await press(pilot, "home", "down", "enter")
    assert app.return_value == 0
    assert not os.path.exists(desk.paths.journal_file)
    assert desk.draft_names() == ()
    assert desk.chosen_for == ""
    now = {
        name: os.path.getmtime(os.path.join(desk.paths.data, name)) for name in os.listdir(desk.paths.data)
    }
    assert now == before, "nothing of it is kept"


async def test_a_key_that_is_held_down_is_taken_back(companion: Companion) -> None:
    """The screen before is there again."""
    app = companion(("after",))
    async with app.run_test() as pilot:
        await press(pilot, *NO, "x")
        page = app.screen
        assert isinstance(page, AfterPage)
        page.take_back()
        assert "Clean hands." in said(app)

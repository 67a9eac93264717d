"""Saying more about a line or the plan in the TUI: one question a screen, all of it skippable."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from copecli.core.plan import COPING, PEOPLE, REASONS, WARNING_SIGNS, Item, Plan
from copecli.core.plan_questions import OF_THE_PLAN, of_item
from copecli.desk import Desk
from copecli.tui.screens.ask_more import AskMore
from copecli.tui.screens.plan import PlanPage
from copecli.tui.screens.plan_step import PlanStep

from .conftest import Companion, said


async def write(pilot: Pilot[int], text: str) -> None:
    """Type a line and press Enter."""
    await pilot.press(*("space" if c == " " else c for c in text), "enter")
    await pilot.pause()


async def to_the_line(pilot: Pilot[int]) -> None:
    """From the plan's page to what can be done with the line of the question before."""
    await pilot.press("e")
    await pilot.pause()
    await pilot.press("pageup")
    await pilot.pause()
    await pilot.press("up", "m")
    await pilot.pause()


def kept(desk: Desk, step: str, *items: Item) -> None:
    """Put a plan with these items on disk."""
    desk.save_plan(desk.read_plan(), Plan({step: items}))


def on_disk(desk: Desk, step: str) -> tuple[Item, ...]:
    """Return the items of a step as they are on disk."""
    return desk.read_plan().plan.of(step)


async def test_a_line_says_more_when_the_person_wants_it(companion: Companion, desk: Desk) -> None:
    """Up, m: how likely, what is in the way, what helps; each is on disk as soon as Enter is pressed."""
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await pilot.press("pagedown")
        await write(pilot, "Tea")
        assert "Up, then m: say more about it." in said(app)
        await pilot.press("up", "m", "enter")
        await pilot.pause()
        assert "How likely would you do this?" in said(app)
        await write(pilot, "8")
        assert on_disk(desk, COPING)[0].likelihood == 8
        await write(pilot, "No kettle")
        await write(pilot, "Ask for one")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PlanStep)
    item = on_disk(desk, COPING)[0]
    assert (item.text, item.barrier, item.way_round, item.private) == (
        "Tea",
        "No kettle",
        "Ask for one",
        False,
    )


async def test_every_question_can_be_left_out(companion: Companion, desk: Desk) -> None:
    """Enter alone goes through and changes nothing; so does stopping at the first."""
    friend = Item("a", "A friend", "555-0100", how_known="school", likelihood=3, may_tell="no")
    kept(desk, PEOPLE, friend)
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await to_the_line(pilot)
        await pilot.press("enter")
        await pilot.pause()
        for _question in of_item(PEOPLE, friend):
            assert isinstance(app.screen, AskMore)
            await pilot.press("enter")
            await pilot.pause()
        assert isinstance(app.screen, PlanStep)
    assert on_disk(desk, PEOPLE) == (friend,)


async def test_a_number_that_is_none_is_answered_calmly(companion: Companion, desk: Desk) -> None:
    """The question stays, and nothing is lost."""
    kept(desk, COPING, Item("a", "Tea"))
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await to_the_line(pilot)
        await pilot.press("enter")
        await pilot.pause()
        await write(pilot, "eleven")
        assert "I can read numbers from 0 to 10." in said(app)
        assert app.screen.query_one(Input).value == "eleven"
    assert on_disk(desk, COPING)[0].likelihood is None


async def test_who_is_not_safe_is_chosen_and_left_out_of_help_now(companion: Companion, desk: Desk) -> None:
    """From a list of two words."""
    kept(desk, PEOPLE, Item("a", "A friend", "555-0100"))
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await to_the_line(pilot)
        await pilot.press("enter")
        await pilot.pause()
        while "not safe" not in said(app):
            await pilot.press("enter")
            await pilot.pause()
        await pilot.press("up", "enter")
        await pilot.pause()
    assert on_disk(desk, PEOPLE)[0].not_safe
    assert desk.people() == ()


async def test_a_line_moves_and_is_linked(companion: Companion, desk: Desk) -> None:
    """Down and up, to another part, to an exercise; it keeps what was said about it."""
    kept(desk, COPING, Item("a", "Tea", barrier="no kettle"), Item("b", "Music"))
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await to_the_line(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert [item.text for item in on_disk(desk, COPING)] == ["Music", "Tea"]
        items = app.screen.query_one("#items", OptionList)
        assert items.highlighted == 0
        await pilot.press("down", "m", "down", "down", "down", "up", "down", "enter")
        await pilot.pause()
        await pilot.press("end", "enter")
        await pilot.pause()
        assert on_disk(desk, REASONS)[0].barrier == "no kettle"
        await pilot.press("up", "m", "down", "down", "down", "down", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    assert on_disk(desk, COPING)[0].skill == next(iter(desk.library().skills))


async def test_an_idea_left_as_it_is_is_known_as_one(companion: Companion, desk: Desk) -> None:
    """Made one's own, it is not."""
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await pilot.press("down", "enter", "enter")
        await pilot.pause()
        assert on_disk(desk, WARNING_SIGNS)[0].from_idea
        await pilot.press("up", "enter")
        await write(pilot, " at night")
        assert not on_disk(desk, WARNING_SIGNS)[0].from_idea


async def test_more_is_asked_about_the_whole_plan(companion: Companion, desk: Desk) -> None:
    """From its page: how likely it is used, with whom, where it is, who has it, when to look, what helps."""
    kept(desk, COPING, Item("a", "Tea"))
    app = companion(("plan",))
    answers = ["9", "A helper", "In a drawer", "A friend, my clinic", "2027-01-15", "Quiet", "", "Slow words"]
    assert len(answers) == len(OF_THE_PLAN)
    async with app.run_test() as pilot:
        await pilot.press("m", "down", "down", "down", "enter")
        await pilot.pause()
        for answer in answers:
            await write(pilot, answer)
        assert isinstance(app.screen, PlanPage)
    plan = desk.read_plan().plan
    assert (plan.likelihood, plan.kept_at, plan.copies) == (9, "In a drawer", ("A friend", "my clinic"))
    assert (plan.about_me.helps, plan.about_me.access) == ("Quiet", "Slow words")
    assert plan.of(COPING)[0].text == "Tea"


async def test_the_page_of_the_plan_says_what_was_said_beside_a_line(
    companion: Companion, desk: Desk
) -> None:
    """Above all who is not safe; and what gets in the way, as on paper."""
    kept(desk, PEOPLE, Item("a", "A friend", "555-0100", not_safe=True, barrier="it is late"))
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await pilot.pause()
        lines = said(app)
    assert "555-0100" in lines
    assert "Not safe for me." in lines
    assert "it is late" in lines

"""Building the plan in the TUI: what is asked at once and at the end, and what was being typed."""

from __future__ import annotations

from textual.widgets import Input, OptionList

from copecli.core.plan import COPING, PEOPLE, PROFESSIONALS, STEPS, WARNING_SIGNS, Item, Plan
from copecli.core.plan_asking import Unfinished
from copecli.desk import Desk
from copecli.tui.app import CopeApp
from copecli.tui.screens.plan import PlanPage
from copecli.tui.screens.plan_step import PlanStep
from copecli.tui.screens.player import Player

from .conftest import Companion, said
from .test_plan import write


def kept(desk: Desk, step: str, *items: Item) -> None:
    """Put a plan with these items on disk."""
    desk.save_plan(desk.read_plan(), Plan({step: items}))


def go(app: CopeApp, step: str) -> PlanStep:
    """Show a question of the plan."""
    assert isinstance(app.screen, PlanStep)
    app.screen._go(step)
    return app.screen


async def test_the_last_question_leads_on_to_the_plan_as_a_whole(companion: Companion, desk: Desk) -> None:
    """How likely it is to be used, who could make it with them; Esc shows the plan."""
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await write(pilot, "I stop answering")
        await pilot.press(*["enter"] * len(STEPS))
        await pilot.pause()
        assert "That was the last question." in said(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "How likely is it that you use this plan?" in said(app)
        await write(pilot, "8")
        await write(pilot, "A friend")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, PlanPage)
        assert "8 of 10" in said(app)
    plan = desk.read_plan().plan
    assert (plan.likelihood, plan.made_with) == (8, "A friend")


async def test_nobody_yet_is_an_answer_and_lines_come_with_it(companion: Companion, desk: Desk) -> None:
    """No number is asked for; who answers stands there, and one key more keeps a line with its number."""
    desk.set("country", "IE")
    app = companion(("plan",))
    async with app.run_test() as pilot:
        go(app, PEOPLE)
        await write(pilot, "Nobody yet")
        words = said(app)
        assert "That is common, and it is an answer." in words
        assert "Samaritans Ireland" in words
        await pilot.press("down", "enter", "enter")
        await pilot.pause()
    nobody, line = desk.read_plan().plan.of(PEOPLE)
    assert (nobody.text, nobody.phone) == ("Nobody yet", "")
    assert line.kind == "line"
    assert line.phone


async def test_a_doctor_is_asked_for_the_hours_between(companion: Companion, desk: Desk) -> None:
    """Two numbers for a clinician; an address and a number for an emergency department."""
    app = companion(("plan",))
    async with app.run_test() as pilot:
        go(app, PROFESSIONALS)
        await pilot.press("down", "enter", "enter")
        await write(pilot, "555-0104")
        assert "How are they reached out of hours?" in said(app)
        await write(pilot, "555-0105")
        await pilot.press("down", "enter", "enter")
        await write(pilot, "Hill Road 2")
        await write(pilot, "555-0106")
    doctor, hospital = desk.read_plan().plan.of(PROFESSIONALS)
    assert (doctor.phone, doctor.emergency_contact) == ("555-0104", "555-0105")
    assert hospital.kind == "emergency-department"
    assert (hospital.address, hospital.phone) == ("Hill Road 2", "555-0106")


async def test_a_number_that_was_being_typed_is_there_again(companion: Companion, desk: Desk) -> None:
    """Leaving in the middle keeps it; the next start asks for it, and Enter puts it where it belongs."""
    app = companion(("plan",))
    async with app.run_test() as pilot:
        go(app, PEOPLE)
        await write(pilot, "A friend")
        await pilot.press(*"555-01", "ctrl+c")
    again = companion(("plan",))
    async with again.run_test() as pilot:
        await pilot.pause()
        assert "A number for A friend?" in said(again)
        assert again.screen.query_one(Input).value == "555-01"
        await write(pilot, "00")
        await pilot.pause()
        assert isinstance(again.screen, PlanPage)
    assert desk.read_plan().plan.of(PEOPLE)[0].phone == "555-0100"
    assert desk.draft_names() == ()


async def test_a_pause_in_typing_an_answer_keeps_it(companion: Companion, desk: Desk) -> None:
    """Of a line and of the whole plan; a word that is taken back is no draft any more."""
    kept(desk, COPING, Item("a", "Tea"))
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await pilot.press("m", "down", "down", "down", "enter", "enter")
        await pilot.press(*"A fr")
        await pilot.pause(0.8)
        found = desk.unfinished_answer()
        assert found == Unfinished("", "", "made_with", "A fr")
        await pilot.press(*["backspace"] * 4)
        await pilot.pause(0.8)
        assert desk.unfinished_answer() is None


async def test_a_number_that_is_kept_is_no_draft_any_more(companion: Companion, desk: Desk) -> None:
    """What the pause kept is dropped when Enter puts it where it belongs."""
    app = companion(("plan",))
    async with app.run_test() as pilot:
        go(app, PEOPLE)
        await write(pilot, "A friend")
        await pilot.press(*"555-0100")
        await pilot.pause(0.8)
        assert desk.unfinished_answer() is not None
        await pilot.press("enter")
        await pilot.pause()
        assert desk.unfinished_answer() is None


async def test_an_answer_whose_line_is_gone_is_offered_as_a_line(companion: Companion, desk: Desk) -> None:
    """The words are not lost with the question."""
    kept(desk, COPING, Item("a", "Tea"))
    desk.keep_answer(Unfinished(COPING, "gone", "barrier", "No kettle"))
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert app.screen.query_one("#line", Input).value == "No kettle"
    assert desk.unfinished_answer() is None


async def test_leaving_an_answer_keeps_the_draft_of_it(companion: Companion, desk: Desk) -> None:
    """Esc in the middle of a word costs nothing, as the key's help says."""
    kept(desk, COPING, Item("a", "Tea"))
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await pilot.press("m", "down", "down", "down", "enter", "enter", *"A fr", "escape")
        await pilot.pause()
    assert desk.unfinished_answer() == Unfinished("", "", "made_with", "A fr")


async def test_a_number_that_cannot_be_saved_stays_in_the_field(companion: Companion, desk: Desk) -> None:
    """It is told in one sentence, and Enter tries again."""
    app = companion(("plan",))
    async with app.run_test() as pilot:
        go(app, PEOPLE)
        await write(pilot, "A friend")
        desk._saving = False
        await write(pilot, "555-0100")
        assert "Saving is off" in said(app)
        assert app.screen.query_one("#line", Input).value == "555-0100"
        desk._saving = True
        await pilot.press("enter")
        await pilot.pause()
    assert desk.read_plan().plan.of(PEOPLE)[0].phone == "555-0100"


async def test_the_exercise_of_a_line_starts_from_the_plan(companion: Companion, desk: Desk) -> None:
    """Up, m, Enter; it stands first."""
    kept(desk, COPING, Item("a", "Look around", skill="five-senses"))
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await pilot.press("e")
        await pilot.pause()
        go(app, COPING)
        await pilot.press("up", "m")
        await pilot.pause()
        assert "Start the exercise" in said(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, Player)


async def test_a_pinned_exercise_is_the_first_idea(companion: Companion, desk: Desk) -> None:
    """The person chose it themselves."""
    desk.set("pinned", ("colour-hunt",))
    app = companion(("plan",))
    async with app.run_test() as pilot:
        step = go(app, COPING)
        first = step.query_one("#ideas", OptionList).get_option_at_index(0)
        assert desk.skill("colour-hunt").title in str(first.prompt)
        await pilot.press("down", "enter", "enter")
        await pilot.pause()
    assert desk.read_plan().plan.of(COPING)[0].skill == "colour-hunt"


async def test_what_was_taken_out_comes_back_to_its_place(companion: Companion, desk: Desk) -> None:
    """Not to the end."""
    kept(desk, WARNING_SIGNS, Item("a", "One"), Item("b", "Two"))
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await pilot.press("e")
        await pilot.pause()
        step = go(app, WARNING_SIGNS)
        await pilot.press("up", "up", "x")
        await pilot.pause()
        step.query_one("#items", OptionList).focus()
        await pilot.press("u")
        await pilot.pause()
    assert [item.text for item in desk.read_plan().plan.of(WARNING_SIGNS)] == ["One", "Two"]

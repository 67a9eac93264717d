"""The safety plan in the TUI: one question a screen, kept as it is written, never shown empty by mistake."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from copecli.core.plan import COPING, PEOPLE, STEPS, WARNING_SIGNS, WITH_PHONE, Item, Plan
from copecli.desk import Desk
from copecli.tui.screens.help_now import HelpNowPage
from copecli.tui.screens.plan import PlanPage
from copecli.tui.screens.plan_left import Damaged
from copecli.tui.screens.plan_step import PlanStep

from .conftest import Companion, said


async def write(pilot: Pilot[int], text: str) -> None:
    """Type a line and press Enter."""
    await pilot.press(*("space" if c == " " else c for c in text), "enter")
    await pilot.pause()


def written(desk: Desk, step: str) -> list[tuple[str, str]]:
    """Return what is on disk: (text, number)."""
    return [(item.text, item.phone) for item in desk.read_plan().plan.of(step)]


def kept(desk: Desk, *texts: str) -> None:
    """Put a plan with these warning signs on disk."""
    plan = Plan()
    for text in texts:
        plan = plan.add(WARNING_SIGNS, Item(id=desk.new_id(), text=text))
    desk.save_plan(desk.read_plan(), plan)


async def test_a_plan_is_built_question_by_question(companion: Companion, desk: Desk) -> None:
    """All seven steps get a line.

    A step with numbers asks for one; every line is on disk as soon as Enter is pressed.
    """
    app = companion(("plan",))
    async with app.run_test() as pilot:
        for number, step in enumerate(STEPS, start=1):
            await write(pilot, f"line {number}")
            if step in WITH_PHONE:
                assert "A number for" in said(app)
                await write(pilot, f"555-010{number}")
            phone = f"555-010{number}" if step in WITH_PHONE else ""
            assert written(desk, step) == [(f"line {number}", phone)]
            await pilot.press("enter")
            await pilot.pause()
        assert "That was the last question." in said(app)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, PlanPage)
        words = said(app)
    assert all(f"line {number}" in words for number in range(1, 8))
    assert "555-0104" in words


async def test_every_question_can_be_left_out(companion: Companion, desk: Desk) -> None:
    """Enter on nothing goes on, to the end, and no empty plan is written."""
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await pilot.press(*["enter"] * len(STEPS))
        await pilot.pause()
    assert app.return_value == 0
    assert desk.read_plan().plan.empty


async def test_an_idea_is_picked_and_made_ones_own(companion: Companion, desk: Desk) -> None:
    """Choosing an idea puts it into the field, where it can be changed; nothing is kept before Enter."""
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await pilot.press("down", "enter")
        await pilot.pause()
        idea = app.screen.query_one("#line", Input).value
        assert idea == desk.ideas(Plan(), WARNING_SIGNS)[0].text
        assert written(desk, WARNING_SIGNS) == []
        await write(pilot, " At night")
        assert written(desk, WARNING_SIGNS) == [(f"{idea} At night", "")]


async def test_what_was_being_typed_is_there_again(companion: Companion, desk: Desk) -> None:
    """Leaving in the middle of a line keeps a draft, and the next start begins there."""
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await pilot.press("enter", *"my wal")
        await pilot.press("ctrl+c")
    assert desk.draft(f"plan-{COPING}") == "my wal"
    again = companion(("plan",))
    async with again.run_test() as pilot:
        await pilot.pause()
        assert again.screen.query_one("#line", Input).value == "my wal"
        await write(pilot, "k")
    assert written(desk, COPING) == [("my walk", "")]
    assert desk.draft_names() == ()


async def test_help_now_while_writing_loses_nothing(companion: Companion) -> None:
    """F1 opens it from the field, and the words stand there after."""
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await pilot.press(*"half a li")
        await pilot.press("f1")
        assert isinstance(app.screen, HelpNowPage)
        await pilot.press("q")
        assert app.screen.query_one("#line", Input).value == "half a li"


async def test_a_line_is_changed_taken_out_and_brought_back(companion: Companion, desk: Desk) -> None:
    """Enter on a line changes it; x takes it out; u brings it back."""
    kept(desk, "first", "second")
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await pilot.press("e")
        step = app.screen
        assert isinstance(step, PlanStep)
        step._go(WARNING_SIGNS)
        await pilot.press("up", "enter")
        await pilot.pause()
        await write(pilot, "!")
        assert written(desk, WARNING_SIGNS) == [("first", ""), ("second!", "")]
        await pilot.press("up", "x")
        await pilot.pause()
        assert written(desk, WARNING_SIGNS) == [("first", "")]
        step.query_one("#items", OptionList).focus()
        await pilot.press("u")
        await pilot.pause()
        assert written(desk, WARNING_SIGNS) == [("first", ""), ("second!", "")]


async def test_ones_own_words_are_shown_as_they_are(companion: Companion, desk: Desk) -> None:
    """Brackets are no markup, and nothing in them runs."""
    nasty = ["so sad [/ b [", "[red]x[/blue]", "[@click=app.leave]y[/]", "a\x1b[2Jb\u202ec", "سلام 👩‍👩‍👧"]
    kept(desk, *nasty)
    app = companion(("plan",))
    async with app.run_test() as pilot:
        words = said(app)
        assert "[/ b [" in words
        assert "[red]x[/blue]" in words
        await pilot.press("e")
        await pilot.pause()
        app.screen._go(WARNING_SIGNS)  # type: ignore[attr-defined]
        await pilot.pause()
        assert "[@click=app.leave]y[/]" in said(app)
    assert written(desk, WARNING_SIGNS)[3] == ("a\x1b[2Jb\u202ec", "")


async def test_a_damaged_plan_is_never_shown_as_an_empty_one(companion: Companion, desk: Desk) -> None:
    """The sentence says that it is kept, and an older version is one Enter away."""
    kept(desk, "old words")
    kept(desk, "old words", "new words")
    plan_file = Path(desk.paths.plan_file)
    plan_file.write_bytes(b"this is [not a plan")
    app = companion(("plan",))
    async with app.run_test() as pilot:
        assert isinstance(app.screen, Damaged)
        assert "cannot be read" in said(app)
        assert plan_file.read_bytes() == b"this is [not a plan"
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PlanPage)
    assert ("old words", "") in written(desk, WARNING_SIGNS)


async def test_people_with_a_number_stand_in_help_now(companion: Companion, desk: Desk) -> None:
    """Those who may be asked for help are shown with what to dial."""
    desk.save_plan(desk.read_plan(), Plan().add(PEOPLE, Item(id="a", text="A friend", phone="555-0100")))
    app = companion()
    async with app.run_test() as pilot:
        await pilot.press("h")
        assert "Call 555-0100  A friend" in said(app)


async def test_when_nothing_can_be_saved_the_words_stay_and_it_says_so(
    companion: Companion, desk: Desk
) -> None:
    """A failed save is told in one sentence; the line is still in the field."""
    desk._saving = False
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await write(pilot, "a line")
        assert "Saving is off" in said(app)
        assert app.screen.query_one("#line", Input).value == "a line"


async def test_ideas_to_make_it_stronger_are_one_key_away(companion: Companion, desk: Desk) -> None:
    """One quiet line counts them; a key shows them, and the plan is there again afterwards."""
    kept(desk, "I stop answering")
    app = companion(("plan",))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "4 ideas to make it stronger: c" in said(app)
        await pilot.press("c")
        await pilot.pause()
        assert "Nobody to ask for help yet. That is common, and it is an answer." in said(app)
        assert "A warm line or a crisis line counts, too. Help now has some." in said(app)
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(app.screen, PlanPage)

"""After an exercise in the TUI: one question, one key, and what is noted."""

from __future__ import annotations

from textual.widgets import OptionList

from copecli.core.plan import COPING, Item, Plan
from copecli.core.uses import PlanWalk, Use
from copecli.desk import Desk

from .conftest import Companion, said

TO_THE_END = ("j",) * 12


async def test_one_key_says_how_it_is_now(companion: Companion, desk: Desk) -> None:
    """It is noted once, the ways on stay where they are, and a second key notes nothing."""
    app = companion(("skill", "stop"))
    async with app.run_test() as pilot:
        await pilot.press(*TO_THE_END)
        assert "How is it now, beside before?" in said(app)
        assert "1 Easier   2 The same   3 Harder   4 Can't tell" in said(app)
        await pilot.press("1")
        await pilot.pause()
        assert "Noted: easier." in said(app)
        assert "How is it now" not in said(app)
        await pilot.press("3")
        await pilot.press("escape")
        await pilot.pause()
    assert [(use.skill, use.ease) for use in desk.journal.newest(Use)] == [("stop", "easier")]


async def test_leaving_it_out_notes_nothing(companion: Companion, desk: Desk) -> None:
    """Nor is it asked where nothing may be saved, or after stopping."""
    app = companion(("skill", "stop"))
    async with app.run_test() as pilot:
        await pilot.press(*TO_THE_END, "escape")
        await pilot.pause()
    assert desk.journal.newest(Use) == ()
    desk._saving = False
    app = companion(("skill", "stop"))
    async with app.run_test() as pilot:
        await pilot.press(*TO_THE_END)
        assert "How is it now" not in said(app)
        await pilot.press("1")
        assert "Noted" not in said(app)


async def test_twice_not_easier_a_person_is_offered_first(companion: Companion, desk: Desk) -> None:
    """At once, and in this run until something helps."""
    app = companion(("skill", "stop"))
    async with app.run_test() as pilot:
        await pilot.press(*TO_THE_END, "2", "down", "enter")
        await pilot.pause()
        await pilot.press(*TO_THE_END, "3")
        await pilot.pause()
        assert "Noted: harder. Another, or a person?" in said(app)
        options = app.screen.query_one(OptionList)
        assert options.get_option_at_index(0).id == "person"
    assert [use.ease for use in desk.journal.newest(Use)] == ["harder", "same"]


async def test_who_rates_is_told_both_numbers_and_asked_no_more(companion: Companion, desk: Desk) -> None:
    """Chosen, it asks before and after; twice harder, a person stands first; each use is noted once."""
    desk.set("rate-skills", True)
    app = companion(("skill", "stop", "chosen"))
    async with app.run_test() as pilot:
        await pilot.press("j")
        assert "How hard is it right now?" in said(app)
        assert "as hard as can be" in said(app)
        for _ in range(2):
            await pilot.press("6", "enter", "enter", "enter")
            while app.screen.session.frame().kind == "say":  # type: ignore[attr-defined]
                assert "How hard" not in said(app)
                await pilot.press("j")
            await pilot.press("8", "enter", "enter", "enter")
            assert "Before 6, now 8. Would a person help?" in said(app)
            assert "How is it now" not in said(app)
            assert "h Help now   q Stop   b Back" in said(app)
            if desk.not_easier < 2:
                await pilot.press("down", "enter", "j")
        assert app.screen.query_one(OptionList).get_option_at_index(0).id == "person"
    assert [(use.distress_before, use.distress_after) for use in desk.journal.newest(Use)] == [(6, 8), (6, 8)]


async def test_what_starts_at_once_asks_for_no_number_first(companion: Companion, desk: Desk) -> None:
    """Help comes first, whoever wants ratings elsewhere."""
    desk.set("rate-skills", True)
    app = companion(("skill", "stop"))
    async with app.run_test() as pilot:
        await pilot.press("j")
        assert "How hard is it right now?" not in said(app)
        await pilot.press("q")


async def test_going_back_and_coming_again_asks_no_second_time(companion: Companion, desk: Desk) -> None:
    """One exercise has one answer."""
    app = companion(("skill", "stop"))
    async with app.run_test() as pilot:
        await pilot.press(*TO_THE_END, "1", "b", "j", "j")
        await pilot.pause()
        assert "Noted: easier." in said(app)
        await pilot.press("2")
    assert [use.ease for use in desk.journal.newest(Use)] == ["easier"]


async def test_a_walk_through_the_plan_is_noted_when_it_ends(companion: Companion, desk: Desk) -> None:
    """What was done and what was left out, by ids."""
    desk.save_plan(desk.read_plan(), Plan({COPING: (Item("a", "Tea"), Item("b", "Music"))}))
    app = companion(("walk",))
    async with app.run_test() as pilot:
        await pilot.press("j", "d", "n", "q")
        await pilot.pause()
    (walk,) = desk.journal.newest(PlanWalk)
    assert (walk.done, walk.left_out) == (((COPING, "a"),), ((COPING, "b"),))

"""Every kind of step in the player, also those that no shipped skill has yet, from a person's own file."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from copecli.core.plan import PEOPLE, WARNING_SIGNS, Item, Plan
from copecli.desk import Desk
from copecli.tui.screens.player import Player

from .conftest import Clock, Companion, said

HEAD = 'format = 1\ntitle = "Mine"\nfamily = "doing"\nsummary = "A line."\n[[steps]]\n'


@pytest.fixture
def own(desk: Desk) -> str:
    """Make a skill of one's own out of steps, and return its id."""
    Path(desk.paths.own_skills).mkdir(parents=True)
    return "mine"


def write(desk: Desk, *steps: str) -> None:
    """Put the steps into the skill file."""
    text = HEAD + "\n[[steps]]\n".join(steps)
    Path(desk.paths.own_skills, "mine.toml").write_text(text, encoding="utf-8")


def player(app: object) -> Player:
    """Return the player."""
    screen = app.screen  # type: ignore[attr-defined]
    assert isinstance(screen, Player)
    return screen


async def test_markup_in_a_skill_is_text(companion: Companion, desk: Desk, own: str) -> None:
    """Brackets are shown as they are; nothing in them runs, links or colours."""
    write(desk, 'kind = "say"\ntext = "[/ [red]a[/blue] [@click=app.leave]b[/]"')
    app = companion(("skill", own))
    async with app.run_test() as pilot:
        await pilot.press("j")
        assert "[/ [red]a[/blue] [@click=app.leave]b[/]" in said(app)


async def test_what_may_be_kept_can_be_put_into_the_plan(companion: Companion, desk: Desk, own: str) -> None:
    """At the end it is offered, once, and nothing is kept unasked."""
    write(desk, 'kind = "ask"\nid = "why"\ntext = "What is it?"\nkeep = "ask"\ninto = "plan.warning-signs"')
    app = companion(("skill", own))
    async with app.run_test() as pilot:
        await pilot.press("j")
        assert "You can keep it at the end." in said(app)
        await pilot.press(*"grey", "enter")
        assert "Put it into my plan: grey" in said(app)
        assert desk.read_plan().plan.empty
        await pilot.press("enter")
        assert "Put it into my plan" not in said(app)
    assert [item.text for item in desk.read_plan().plan.of(WARNING_SIGNS)] == ["grey"]


async def test_a_number_from_0_to_10_and_nothing_else(companion: Companion, desk: Desk, own: str) -> None:
    """Anything else is answered calmly, and empty goes on."""
    write(desk, 'kind = "rate"\nid = "now"\ntext = "How strong?"\nlow = "not"\nhigh = "most"')
    app = companion(("skill", own))
    async with app.run_test() as pilot:
        await pilot.press("j", "1", "5", "enter")
        assert "I can read numbers from 0 to 10." in said(app)
        await pilot.press("backspace", "backspace", "7", "enter")
        assert player(app).session.outcome().ratings == (("now", 7),)


async def test_a_wait_is_picked_rated_lengthened_and_left(companion: Companion, desk: Desk, own: str) -> None:
    """The list of lengths goes when one is picked; a digit says how strong it is; m waits longer."""
    write(desk, 'kind = "wait"\nminutes = [1, 5]\nask_every = 20\nlines = ["One thing.", "Another."]')
    clock = Clock()
    app = companion(("skill", own), clock=clock)
    async with app.run_test() as pilot:
        await pilot.press("j")
        assert "How long?\n" in said(app)
        assert "About a minute." in said(app)
        await pilot.press("enter")
        await pilot.pause()
        assert not app.screen.query_one(OptionList).display
        clock.now += 21
        await pilot.pause(1.2)
        assert "How strong is it now?" in said(app)
        await pilot.press("t")
        assert player(app).session.frame().ratings[0][1] == 10
        await pilot.press("m")
        assert (player(app).session.frame().seconds_left or 0) > 300
        await pilot.press("enter")
        assert player(app).session.finished


async def test_ideas_come_one_at_a_time(companion: Companion, desk: Desk, own: str) -> None:
    """Enter shows another; d takes the one that is shown."""
    write(desk, 'kind = "pick"\nideas = ["A walk", "A song"]')
    app = companion(("skill", own))
    async with app.run_test() as pilot:
        await pilot.press("j")
        assert "A walk" in said(app)
        await pilot.press("enter")
        assert "A song" in said(app)
        await pilot.press("d", "enter")
        assert player(app).session.finished


async def test_a_composed_text_stands_at_the_end_to_copy(companion: Companion, desk: Desk, own: str) -> None:
    """Taken as it is, with the answer in it."""
    write(
        desk,
        'kind = "ask"\nid = "why"\ntext = "What is it?"',
        'kind = "compose"\ntext = "It was {why}."\nkeep = "ask"',
    )
    app = companion(("skill", own))
    async with app.run_test() as pilot:
        await pilot.press("j", *"grey", "enter")
        assert "It was grey." in said(app)
        assert app.screen.query_one(Input).display
        await pilot.press("enter")
        assert player(app).session.finished
        assert "It was grey." in said(app)


async def test_a_composed_text_is_changed_in_its_place(companion: Companion, desk: Desk, own: str) -> None:
    """One line stands in the field; of several, down brings the next one there, and Enter puts it back."""
    write(
        desk,
        'kind = "compose"\ntext = "Only one."\nkeep = "ask"',
        'kind = "compose"\ntext = "One.\\nTwo.\\nThree."\nkeep = "ask"',
    )
    app = companion(("skill", own))
    async with app.run_test() as pilot:
        await pilot.press("j")
        field = app.screen.query_one(Input)
        assert field.value == "Only one."
        await pilot.press("x", "enter")
        assert field.value == ""
        await pilot.press("down", "down", "y", "enter")
        assert "One.\nTwo.y\nThree." in said(app)
        await pilot.press("up", *["backspace"] * 6, "enter", "enter")
        kept = [kept.text for kept in player(app).session.outcome().kept]
    assert kept == ["Only one.x", "One.\nTwo.y"]


async def test_reach_shows_the_emergency_number_then_people_then_lines(
    companion: Companion, desk: Desk, own: str
) -> None:
    """The country's number as Help now words it, the plan's people, then the lines."""
    desk.set("country", "IE")
    desk.save_plan(desk.read_plan(), Plan().add(PEOPLE, Item("a", "A friend", "555-0100")))
    write(desk, 'kind = "reach"\ntext = "Somebody could be with you."')
    app = companion(("skill", own))
    async with app.run_test() as pilot:
        await pilot.press("j")
        words = said(app)
        first = words.index("Badly hurt, or might act? Call first.")
        assert first < words.index("112") < words.index("555-0100") < words.index("116 123")


async def test_a_broken_file_is_told_on_the_home_screen_and_the_rest_is_there(
    companion: Companion, desk: Desk, own: str
) -> None:
    """File, line and key, and that the others are there."""
    Path(desk.paths.own_skills, "mine.toml").write_text('format = 1\ntitel = "x"\n', encoding="utf-8")
    desk.set("pinned", (own,))
    app = companion()
    async with app.run_test() as pilot:
        await pilot.press("g", "q")
        await pilot.pause()
        assert "mine.toml" in said(app)

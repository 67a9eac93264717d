"""Through the plan in the TUI: any key is next, a person soon, the number large and to scan."""

from __future__ import annotations

import pytest

from copecli.core.plan import Item, Plan
from copecli.core.shared_words import BEFORE_A_CODE
from copecli.desk import Desk
from copecli.tui.screens.codes import Codes
from copecli.tui.screens.help_now import HelpNowPage
from copecli.tui.screens.plan import PlanPage
from copecli.tui.screens.player import Player
from copecli.tui.screens.send import Send

from .conftest import Companion, said

PLAN = Plan({
    "warning-signs": (Item("w", "I stop answering"),),
    "coping": (Item("a", "Tea"), Item("b", "Stop a moment", skill="stop")),
    "people": (Item("d", "A friend", "555-0100"), Item("x", "Not now", "555-0199", not_safe=True)),
    "reasons": (Item("e", "The sea"),),
})  # fmt: skip


@pytest.fixture(autouse=True)
def a_plan(desk: Desk) -> None:
    """Put the plan on disk."""
    desk.save_plan(desk.read_plan(), PLAN)


async def test_w_takes_the_person_through_the_plan_and_back(companion: Companion) -> None:
    """From the plan's page, by any keys, to a soft end."""
    app = companion(("plan",))
    shown = []
    async with app.run_test() as pilot:
        await pilot.press("w")
        for key in ("x", "enter", "z", "space", "k", "7", "y"):
            await pilot.pause()
            shown.append(said(app))
            await pilot.press(key)
        await pilot.pause()
        end = said(app)
        await pilot.press("down", "down", "down", "down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, PlanPage)
    told = ["one thing at a time", "Tea", "Stop a moment", "Would a person help now?", "A friend", "The sea"]
    assert all(words in screen for words, screen in zip(told, shown, strict=False))
    assert "I can't stay safe" in end
    assert "Help now" in end
    assert not any("555-0199" in screen or "I stop answering" in screen for screen in [*shown, end])


async def test_the_number_is_shown_large_and_in_letters(companion: Companion) -> None:
    """Three rows of blocks, and the number beside them for ears and for copying."""
    app = companion(("walk",))
    async with app.run_test() as pilot:
        await pilot.press("x", "x", "x")
        await pilot.pause()
        lines = said(app).split("\n")
    assert "555-0100" in lines
    assert sum("▀" in line for line in lines) == 3


async def test_a_number_becomes_a_code_once_it_was_said_who_may_see_it(companion: Companion) -> None:
    """R, then Enter; any key leads back to the same place."""
    app = companion(("walk",))
    async with app.run_test() as pilot:
        await pilot.press("x", "x", "x")
        await pilot.pause()
        before = said(app)
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(app.screen, Codes)
        assert BEFORE_A_CODE[0] in said(app)
        assert "█" not in drawn(app.screen)
        await pilot.press("enter")
        await pilot.pause()
        assert "█▀" in drawn(app.screen)
        await pilot.press("x")
        await pilot.pause()
        assert said(app) == before


def drawn(screen: object) -> str:
    """Return what is drawn, not only what is said."""
    assert isinstance(screen, Codes)
    return "\n".join(
        "".join(segment.text for segment in strip) for strip in screen._compositor.render_strips()
    )


async def test_an_exercise_is_started_from_its_line(companion: Companion) -> None:
    """And leaving it leads back there."""
    app = companion(("walk",))
    async with app.run_test() as pilot:
        await pilot.press("x", "x")
        await pilot.pause()
        before = said(app)
        await pilot.press("g")
        await pilot.pause()
        assert isinstance(app.screen, Player)
        await pilot.press("q")
        await pilot.pause()
        assert said(app) == before


async def test_cannot_stay_safe_leads_to_help_now(companion: Companion) -> None:
    """From the end; and h from anywhere."""
    app = companion(("walk",))
    async with app.run_test() as pilot:
        await pilot.press("x", "h")
        assert isinstance(app.screen, HelpNowPage)
        await pilot.press("q", *"xxxxxx")
        await pilot.press("down", "down", "down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, HelpNowPage)


async def test_stopping_leaves_at_once(companion: Companion) -> None:
    """Where it was started by itself, it leaves the program with 0."""
    app = companion(("walk",))
    async with app.run_test() as pilot:
        await pilot.press("x", "q")
        await pilot.pause()
    assert app.return_value == 0


@pytest.mark.parametrize("size", [(80, 24), (40, 20), (120, 50)])
async def test_every_code_of_the_plan_fits_into_the_window(
    companion: Companion, size: tuple[int, int]
) -> None:
    """One after the other, whole; a larger window needs fewer."""
    app = companion(("send",))
    async with app.run_test(size=size) as pilot:
        assert isinstance(app.screen, Send)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        codes, screen = 0, app.screen
        assert isinstance(screen, Codes)
        while app.screen is screen:
            column, code = screen.query_one("#column"), screen.query_one("#code")
            assert code.region.height <= column.region.height
            assert code.region.width <= column.region.width
            assert code.region.y >= 0
            codes += 1
            await pilot.press("x")
            await pilot.pause()
    assert codes >= 1


async def test_a_contact_can_be_sent_alone(companion: Companion) -> None:
    """Each person who is safe, by name."""
    app = companion(("send",))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Contact: A friend" in said(app)
        assert "Not now" not in said(app)
        await pilot.press("down", "down", "enter", "enter")
        await pilot.pause()
        assert isinstance(app.screen, Codes)
        assert "Scan it with the camera." in said(app)

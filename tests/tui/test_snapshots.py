"""A few pictures of what a person sees; after a change to the looks: look at each, then `make snapshots`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copecli.core.plan import COPING, PEOPLE, WARNING_SIGNS, Item, Plan
from copecli.desk import Desk

from .conftest import SIZES, Clock, Companion

SnapCompare = Callable[..., bool]


@pytest.fixture(autouse=True)
def one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The age of a number is said in words, and a picture should not age."""
    monkeypatch.setattr(Desk, "today", lambda _self: "2026-11-23")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
class TestLooks:
    """The same thing in the same place, at every size."""

    def test_home(self, snap_compare: SnapCompare, companion: Companion, size: tuple[int, int]) -> None:
        """The first screen at the first start."""
        assert snap_compare(companion(), terminal_size=size)

    def test_help_now(
        self, snap_compare: SnapCompare, companion: Companion, desk: Desk, size: tuple[int, int]
    ) -> None:
        """Help now in a country with lines, with a person of one's own."""
        desk.set("country", "IE")
        desk.save_plan(desk.read_plan(), Plan().add(PEOPLE, Item("a", "A friend", "555-0100")))
        assert snap_compare(companion(), terminal_size=size, press=["h"])

    def test_a_breath(self, snap_compare: SnapCompare, companion: Companion, size: tuple[int, int]) -> None:
        """The shape at its largest."""
        clock = Clock()

        async def breathe_in(pilot: object) -> None:
            clock.now += 3.95
            await pilot.pause(0.3)  # type: ignore[attr-defined]
            await pilot.press("p")  # type: ignore[attr-defined]

        keys = ["j", "enter", "j", "j", "enter"]
        app = companion(("skill", "even-breath"), clock=clock)
        assert snap_compare(app, terminal_size=size, press=keys, run_before=breathe_in)

    def test_a_question_of_the_plan(
        self, snap_compare: SnapCompare, companion: Companion, desk: Desk, size: tuple[int, int]
    ) -> None:
        """What is written, the field, ideas."""
        plan = Plan().add(WARNING_SIGNS, Item("a", "I stop answering")).add(COPING, Item("b", "Walk"))
        desk.save_plan(desk.read_plan(), plan)
        assert snap_compare(companion(("plan",)), terminal_size=size, press=["e", "pageup"])

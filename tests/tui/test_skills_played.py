"""Every shipped exercise in the TUI: each option of each choice, to the end, by the keys a person presses.

One companion plays many of them, one after the other, with a clock of its own: a start costs more than an
exercise. A key is handed in as the terminal would hand it in; the next one comes when the Session has moved.
"""

from __future__ import annotations

import asyncio
from itertools import takewhile
from typing import TYPE_CHECKING

import pytest
from textual.events import Key
from textual.widgets import Input

from copecli.core.events import Choice, Take, Tick
from copecli.core.skill import Pace
from copecli.desk import Desk
from copecli.tui.screens.player import Player
from copecli.tui.widgets.key_line import KeyLine
from tests.content import shipped
from tests.playthrough import MOMENT, walks

from .conftest import Clock, Companion, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copecli.core.frames import Frame
    from copecli.core.skill import Skill
    from copecli.tui.app import CopeApp
    from tests.playthrough import Walk

BATCHES = 8
MOST_TURNS = 2_000
"""Turns of the loop that a key may take until it is answered."""


def keys_for(event: object) -> Iterator[str]:
    """Yield the keys that do this; what is typed is in its field already."""
    match event:
        case Choice(index):
            yield from ["down"] * index
        case Take():
            yield "d"
            return
    yield "enter"


async def press(app: CopeApp, key: str) -> None:
    """Press a key."""
    app.post_message(Key(key, key if len(key) == 1 else None))
    await asyncio.sleep(0)


async def until_moved(player: Player, before: object) -> None:
    """Wait until the keys have been answered."""
    for _ in range(MOST_TURNS):
        if player.session is not before:
            return
        await asyncio.sleep(0)
    raise AssertionError(f"{player.session.skill.id}, {player.session.frame().step}: no key goes on")


def unseen(frame: Frame, app: CopeApp) -> list[str]:
    """Return the lines of a frame that the screen does not show."""
    words = said(app)
    shown = (frame.text, frame.lead, *frame.options, *frame.cautions)
    return [line for text in shown for line in text.split("\n") if line not in words]


async def opened(app: CopeApp, skill: Skill) -> Player:
    """Start a skill, and return the screen that plays it."""
    app.play(skill)
    while not (isinstance(app.screen, Player) and app.screen.query(KeyLine)):
        await asyncio.sleep(0)
    await asyncio.sleep(0.01)
    return app.screen


async def play(player: Player, clock: Clock, walk: Walk, known: int) -> None:
    """Go that way through a skill, and look at each place; the first `known` ones were looked at before."""
    session = player.app.desk.session(player.session.skill)
    for _frame, event in walk[:known]:
        session = session.next(event)
    player.session = session
    player._draw()
    for frame, event in walk[known:]:
        before = player.session
        now = before.frame()
        assert (now.kind, now.step, now.text) == (frame.kind, frame.step, frame.text)
        assert unseen(frame, player.app) == []
        if isinstance(event, Tick):
            step = before.step
            clock.now += step.pacer.seconds if isinstance(step, Pace) else frame.seconds_left or 0.0
            player._tick()
            continue
        if frame.kind in ("ask", "rate"):
            player.query_one(Input).value = str(getattr(event, "text", 5))
        for key in keys_for(event):
            await press(player.app, key)
        await until_moved(player, before)
    assert player.session.finished
    assert "What would you like next?" in said(player.app)


def known_of(walk: Walk, before: list[Walk]) -> int:
    """Return how many places of a way lie on an earlier one."""
    shared = (takewhile(lambda two: two[0] == two[1], zip(walk, way, strict=False)) for way in before)
    return max((sum(1 for _ in same) for same in shared), default=0)


@pytest.mark.parametrize("batch", range(BATCHES))
async def test_every_way_through_can_be_pressed(
    companion: Companion, batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that the Session shows is on the screen, each option can be chosen, and each way ends."""
    monkeypatch.setattr(Desk, "moment", lambda _desk: MOMENT)
    clock = Clock()
    app = companion(clock=clock)
    async with app.run_test(size=(40, 20)):
        for skill_id in shipped.SKILL_IDS[batch::BATCHES]:
            ways = walks(shipped.skill(skill_id))
            player = await opened(app, shipped.skill(skill_id))
            for number, walk in enumerate(ways):
                await play(player, clock, walk, known_of(walk, [*ways[:number]]))
            player.dismiss("over")
            while app.screen is player:
                await asyncio.sleep(0)

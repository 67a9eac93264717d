"""Hostile files in one's own folder: every screen of the companion still draws, and nothing steers it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category

from copecli.tui.screens.chooser import Fitting
from copecli.tui.screens.help_now import HelpNowPage
from copecli.tui.screens.player import Player
from tests.hostile_files import write_all

from .conftest import Companion

if TYPE_CHECKING:
    from copecli.desk import Desk
    from copecli.tui.app import CopeApp

STEERING = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
A_FEW_SCREENS = 2
SHOWN = re.compile(r"steer-.*-1|show-.*-2|long-")
"""The files with a caution that steers, with steps that are hard to draw, and those that go on long."""


def steering(app: CopeApp) -> set[str]:
    """Return the characters drawn on the screen that could steer a terminal."""
    strips = app.screen._compositor.render_strips()
    return {c for strip in strips for part in strip for c in part.text if category(c) in STEERING}


async def test_no_hostile_skill_steers_the_screen_or_stops_it(companion: Companion, desk: Desk) -> None:
    """The list, then one file of each kind: its first screens, and Help now is a key away at the end."""
    write_all(Path(desk.paths.own_skills))
    hostile = [skill for skill_id, skill in desk.library().skills.items() if SHOWN.match(skill_id)]
    assert len(hostile) >= 25
    app = companion()
    async with app.run_test(size=(40, 20)) as pilot:
        await app.push_screen(Fitting("any"))
        assert not steering(app)
        for skill in hostile:
            await app.push_screen(Player(desk.session(skill)))
            for _screen in range(A_FEW_SCREENS):
                await pilot.press("enter")
                assert not steering(app), skill.id
            while isinstance(app.screen, Player):
                app.pop_screen()
        await pilot.press("h")
        assert isinstance(app.screen, HelpNowPage)

"""A report for an appointment, on screens."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from copecli.core.checkin import CheckIn
from copecli.core.records import GoodMoment
from copecli.core.report_form import DRAFT
from copecli.core.report_words import AT_THE_PRINTER, CHANGE_IT, PRINT_IT
from copecli.core.shared_words import BEFORE_PRINTING
from copecli.desk import Desk
from copecli.tui.app import CopeApp
from copecli.tui.screens.form import FormPage
from copecli.tui.screens.report import ReportPage, WhatNow
from copecli.tui.screens.to_printer import ToPrinter
from copecli.tui.screens.write_to import WriteTo
from tests.fake_printer import fake_lp
from tests.tui.conftest import choose, press

from .conftest import Companion, a_terminal, said

TO_THE_TALK = ("enter", "right")
TO_THE_REPORT = (*TO_THE_TALK, "enter")


def note_things(desk: Desk) -> None:
    """Keep a check-in and a good moment of just now."""
    journal = desk.journal
    journal.add(
        CheckIn(id=journal.new_id(), when=journal.now(), distress=7, note="A secret note", ending_life="some")
    )
    journal.add(GoodMoment(id=journal.new_id(), when=journal.now(), text="The dog [b]slept[/ x"))


def shows(app: CopeApp, screen: type) -> bool:
    """Return whether this is such a screen."""
    return isinstance(app.screen, screen)


async def test_from_more_to_a_file_that_was_seen_before(
    companion: Companion, desk: Desk, tmp_path: Path
) -> None:
    """Enter alone is enough; what was not picked is nowhere; the draft goes with the file."""
    note_things(desk)
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, "m")
        await choose(pilot, app, "For an appointment")
        assert "You see all of it before anything is written." in said(app)
        await press(pilot, *TO_THE_TALK, *"Sleep", "enter", "enter")
        assert shows(app, ReportPage)
        shown = said(app)
        for words in ("Sleep", "Distress 7.", "The dog [b]slept[/ x"):
            assert words in shown
        assert "secret" not in shown
        assert "ending your life" not in shown
        assert DRAFT in desk.draft_names()
        await press(pilot, "enter")
        assert shows(app, WhatNow)
        for words, name in (("A web page", "a.html"), ("PDF", "a.pdf"), ("Plain text", "a.txt")):
            await choose(pilot, app, words)
            assert shows(app, WriteTo)
            assert "Others who open this file can read all of it." in said(app)
            app.screen.query_one(Input).value = str(tmp_path / name)
            await press(pilot, "enter")
            assert f"Written: {tmp_path / name}." in said(app)
            await press(pilot, "escape")
        assert DRAFT not in desk.draft_names()
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert "The dog [b]slept[/ x" in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "secret" not in (tmp_path / "a.html").read_text(encoding="utf-8")


async def test_a_file_that_is_there_is_left_alone(companion: Companion, desk: Desk, tmp_path: Path) -> None:
    """It is said, the words stay in the field, and the draft stays."""
    there = tmp_path / "there.txt"
    there.write_text("mine")
    app = companion(("report",))
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_TALK, "x", "enter", "enter", "enter", "enter")
        app.screen.query_one(Input).value = str(there)
        await press(pilot, "enter")
        assert "is there already. It was left as it is." in said(app)
        assert DRAFT in desk.draft_names()
    assert there.read_text() == "mine"


async def test_what_is_in_it_can_be_changed_after_it_was_read(companion: Companion, desk: Desk) -> None:
    """The questions come again with the answers so far; a note is there only once it was marked."""
    note_things(desk)
    app = companion(("report",))
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_TALK, *"Sleep", "enter", "enter", "enter")
        await choose(pilot, app, CHANGE_IT)
        assert shows(app, FormPage)
        await press(pilot, "right")
        await choose(pilot, app, "Your notes in check-ins")
        await press(pilot, "right", "enter")
        assert shows(app, ReportPage)
        assert "Sleep" in said(app)
        assert "A secret note" in said(app)


async def test_what_was_typed_is_there_at_the_next_start(companion: Companion, desk: Desk) -> None:
    """Stopping keeps it; so does reading without writing."""
    app = companion(("report",))
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_TALK, *"Sleep", "escape")
    assert "Sleep" in desk.draft(DRAFT)
    app = companion(("report",))
    async with app.run_test() as pilot:
        await press(pilot)
        assert "You were putting something together for an appointment." in said(app)
        await press(pilot, "enter")
        assert "– Sleep" in said(app)
        await press(pilot, "escape")
    assert app.return_value == 0


async def test_it_is_set_anew_for_another_width_and_can_be_scrolled(companion: Companion, desk: Desk) -> None:
    """No line is wider than the column; leaving goes back to where it was begun."""
    note_things(desk)
    app = companion()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m")
        await choose(pilot, app, "For an appointment")
        await press(pilot, *TO_THE_REPORT)
        wide = app.screen.query_one("#report").said  # type: ignore[attr-defined]
        await pilot.resize_terminal(40, 20)
        await pilot.pause()
        narrow = app.screen.query_one("#report").said  # type: ignore[attr-defined]
        assert max(map(len, narrow.split("\n"))) <= 35 < max(map(len, wide.split("\n")))
        before = app.screen.query_one("#column").scroll_y
        await press(pilot, "down", "down")
        assert app.screen.query_one("#column").scroll_y > before
        await press(pilot, "q")
        assert "Settings" in said(app)


@pytest.mark.parametrize("takes_it", [True, False])
async def test_it_goes_to_the_printer_after_it_was_said_who_may_see_it(
    desk: Desk, tmp_path: Path, takes_it: bool
) -> None:
    """Where there is one; what is said then names no plan."""
    there = Desk({**desk.environ, "PATH": fake_lp(tmp_path / "bin", takes_it=takes_it)}, desk.paths)
    app = CopeApp(there, a_terminal(), start=("report",))
    app.tells_repeats = False
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_REPORT, "enter")
        await choose(pilot, app, "computer’s printer")
        assert shows(app, ToPrinter)
        assert BEFORE_PRINTING in said(app)
        assert not (tmp_path / "bin" / "handed").exists()
        await choose(pilot, app, PRINT_IT)
        ends = AT_THE_PRINTER if takes_it else "The printer did not take it. What you noted is as it was."
        for _moment in range(500):
            if ends in said(app):
                break
            await pilot.pause(0.02)
        assert ends in said(app)
        assert "plan" not in said(app)
    assert (tmp_path / "bin" / "handed").read_bytes().startswith(b"%PDF")

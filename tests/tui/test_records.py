"""What was written down, on screens: listed, read, changed, marked, taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.widgets import OptionList

from copecli.core.care_words import CARE_FIRST, MAP_WAITS
from copecli.core.chain import DID_NOT, TriggerMap
from copecli.core.chain_picture import parts, picture
from copecli.core.checkin import SOME, CheckIn
from copecli.core.record_format import to_line
from copecli.core.records import GoodMoment
from copecli.core.when import When
from copecli.core.written_words import BOTH_KEPT, CAME_BACK, CHANGED, GONE, NOTHING_YET
from copecli.desk import Desk
from copecli.desk_maps import titles
from copecli.desk_written import SHOWN
from copecli.tui.app import CopeApp
from copecli.tui.page import Page
from copecli.tui.screens.choose import Choose
from copecli.tui.screens.form import FormPage
from copecli.tui.screens.help_now import HelpNowPage
from copecli.tui.screens.home import Home
from copecli.tui.screens.maps import MapPage
from copecli.tui.screens.more import More
from copecli.tui.screens.record import OneRecord
from copecli.tui.screens.records import RecordList, WrittenDown
from copecli.words import _
from tests.tui.conftest import press

from .conftest import Companion, said

if TYPE_CHECKING:
    from textual.pilot import Pilot

WHEN = When.from_iso("2025-05-12T03:12+01:00")


def keep(desk: Desk, kind: type, **parts: Any) -> Any:
    """Save a record of a kind."""
    return desk.journal.add(kind(id=desk.journal.new_id(), when=WHEN, **parts))


def shows(app: CopeApp, screen: type[Page]) -> bool:
    """Return whether this is such a screen."""
    return isinstance(app.screen, screen)


async def open_list(app: CopeApp, pilot: Pilot[int], kind: str) -> None:
    """Open the list of a kind as another screen does."""
    app.open_records(kind)
    await pilot.pause()


def told(app: CopeApp) -> str:
    """Return what was said last and stays for a while."""
    return " ".join(str(one.message) for one in app._notifications)


async def test_it_is_one_step_behind_the_doors_and_one_key_leaves(companion: Companion, desk: Desk) -> None:
    """From the doors to one record and back, a key a screen."""
    keep(desk, CheckIn, feelings=("numb",), distress=6, note="It rained.", ending_life=SOME)
    app = companion()
    async with app.run_test() as pilot:
        await press(pilot, "m")
        rows = app.screen.query_one(OptionList)
        rows.highlighted = rows.get_option_index("records")
        ways: list[tuple[type[Page], str]] = []
        for page, key in (
            (WrittenDown, "enter"), (RecordList, "enter"), (OneRecord, "enter"), (Choose, ""),
        ):  # fmt: skip
            await press(pilot, "enter") if page is WrittenDown else None
            assert shows(app, page)
            ways.append((page, said(app)))
            await press(pilot, *filter(None, (key,)))
        assert "Check-ins" in ways[0][1]
        assert "12 May 2025, 03:12. Numb, or far away. Distress 6." in ways[1][1]
        assert "Thoughts" not in ways[1][1]
        assert "Thoughts of ending my life: Some" in ways[2][1]
        assert "Note: It rained." in ways[2][1]
        for beneath in (OneRecord, RecordList, WrittenDown, More, Home):
            await press(pilot, "q")
            assert shows(app, beneath)


async def test_where_nothing_is_yet_something_can_be_begun(companion: Companion) -> None:
    """Calmly, with a next small thing."""
    app = companion()
    async with app.run_test() as pilot:
        app.open_records()
        await pilot.pause()
        assert NOTHING_YET in said(app)
        await press(pilot, "down", "enter")
        assert shows(app, FormPage)
        assert "What was good, however small?" in said(app)
        await press(pilot, *"sea", "enter")
        await press(pilot, "q")
        assert shows(app, WrittenDown)
        assert "Good moments" in said(app)


async def test_a_page_is_turned_and_turned_back(companion: Companion, desk: Desk) -> None:
    """Earlier ones at the end, newer ones before the first; the mark stands on a record."""
    made = [
        CheckIn(id=desk.journal.new_id(), when=When(WHEN.utc_ms + n * 60_000), note=f"note {n}")
        for n in range(SHOWN + 2)
    ]
    desk.journal.take_in(((one, to_line(one)) for one in made), lambda: None)
    app = companion()
    async with app.run_test() as pilot:
        await open_list(app, pilot, CheckIn.kind)
        assert "note 51" in said(app)
        assert "note 1." not in said(app)
        await press(pilot, "end")
        drawn = "".join(part.text for strip in app.screen._compositor.render_strips() for part in strip)
        assert "Earlier ones" in drawn
        assert "Check-ins" in drawn
        await press(pilot, "enter")
        assert "note 1." in said(app)
        assert "note 51" not in said(app)
        assert app.screen.query_one(OptionList).highlighted == 1
        await press(pilot, "enter")
        assert "Note: note 1" in said(app)
        await press(pilot, "q", "up", "enter")
        assert "note 51" in said(app)
        await press(pilot, "q")
        assert shows(app, Home)


async def test_a_check_in_is_changed_by_its_questions(companion: Companion, desk: Desk) -> None:
    """What is not touched stays; the answer about ending one's life can be taken out."""
    kept = keep(desk, CheckIn, feelings=("numb",), distress=6, urge=4, ending_life=SOME, note="It rained.")
    app = companion()
    async with app.run_test() as pilot:
        await open_list(app, pilot, CheckIn.kind)
        await press(pilot, "enter", "enter", "enter")
        assert "12 May 2025, 03:12" in said(app)
        await press(pilot, "end", "enter", "3", "enter", "enter", "enter")
        assert "Thoughts of ending your life?" in said(app)
        await press(pilot, "end", "up", "enter", "q")
        assert shows(app, OneRecord)
        assert CHANGED in told(app)
        assert "Distress: 3 of 10" in said(app)
        assert "Thoughts" not in said(app)
    assert desk.journal.newest(CheckIn) == (replace(kept, distress=3, ending_life=""),)
    assert desk.draft_names() == ()


async def test_a_mark_is_set_and_taken_away_and_a_record_deleted_by_keys(
    companion: Companion, desk: Desk
) -> None:
    """Enter pressed twice takes nothing away; what is gone is on no list."""
    keep(desk, GoodMoment, text="The sea")
    app = companion()
    async with app.run_test() as pilot:
        await open_list(app, pilot, "")
        await press(pilot, "enter", "enter", "enter", "down", "enter")
        assert desk.journal.newest(GoodMoment)[0].starred
        await press(pilot, "enter", "down", "enter")
        assert not desk.journal.newest(GoodMoment)[0].starred
        await press(pilot, "enter", "end", "enter", "enter")
        assert shows(app, OneRecord)
        assert len(desk.journal.newest(GoodMoment)) == 1
        await press(pilot, "enter", "end", "enter", "up", "enter")
        assert shows(app, RecordList)
        assert GONE in told(app)
        assert "The sea" not in said(app)
        await press(pilot, "q")
        assert NOTHING_YET in said(app)
    assert desk.journal.newest(GoodMoment) == ()


async def test_things_that_were_done_are_listed_as_true_sentences(companion: Companion, desk: Desk) -> None:
    """Among them a map; it is shown as its picture, and gone on with, and that has a draft, too."""
    found = keep(desk, TriggerMap, before=("conflict",), did=DID_NOT, urge=8, finished=True)
    app = companion()
    async with app.run_test() as pilot:
        await open_list(app, pilot, "did")
        assert "On 12 May 2025 the urge was 8, and you did not hurt yourself." in said(app)
        await press(pilot, "enter")
        drawn = picture(parts(found, titles(desk)), 63, _)
        assert "\n".join(drawn) in said(app)
        await press(pilot, "enter", "down", "enter")
        assert shows(app, MapPage)
        await press(pilot, "enter", "down", "down", "down", "enter")
        assert "How much would you like to look at?" in said(app)
        await press(pilot, "enter", "down", "enter")
        await press(pilot, "ctrl+c")
    assert desk.draft_names() == (found.id,)


async def test_care_comes_before_the_edit_of_a_map_is_kept_and_its_draft_waits(
    companion: Companion, desk: Desk
) -> None:
    """And the next edit goes on with it; the map on disk is as it was until then."""
    kept = keep(desk, TriggerMap, before=("conflict",), did=DID_NOT, urge=3, finished=True)
    to_did = ("enter", "end", "enter", "end", "enter", "enter")
    app = companion()
    async with app.run_test() as pilot:
        await open_list(app, pilot, TriggerMap.kind)
        await press(pilot, "enter", "enter", "enter", *to_did)
        assert "What happened then?" in said(app)
        await press(pilot, "home", "enter")
        await press(pilot, "enter")
        assert shows(app, HelpNowPage)
        assert CARE_FIRST[0] in said(app)
        assert MAP_WAITS in said(app)
        assert desk.journal.newest(TriggerMap) == (kept,)
        assert desk.draft_names() == (kept.id,)
        await press(pilot, "q", "q", "enter", "enter")
        assert "You were in the middle of changing this." in said(app)
        await press(pilot, "q")
        assert desk.draft_names() == (kept.id,)
        await press(pilot, "enter", "enter", "enter")
        assert "Do you need care now?" in said(app)


async def test_leaving_at_once_in_an_edit_keeps_a_draft_of_this_record_alone(
    companion: Companion, desk: Desk
) -> None:
    """It is offered where this one is changed again, and nowhere else."""
    other = keep(desk, GoodMoment, text="Another")
    kept = keep(desk, GoodMoment, text="The sea")
    app = companion()
    async with app.run_test() as pilot:
        await open_list(app, pilot, GoodMoment.kind)
        await press(pilot, "enter", "enter", "enter", *" and a friend")
        await press(pilot, "ctrl+c")
    assert desk.draft_names() == (kept.id,)
    app = companion()
    async with app.run_test() as pilot:
        await open_list(app, pilot, GoodMoment.kind)
        await press(pilot, "down", "enter", "enter", "enter")
        assert "in the middle" not in said(app)
        await press(pilot, "escape", "q", "up", "enter", "enter", "enter")
        assert "You were in the middle of changing this." in said(app)
        await press(pilot, "enter", "enter")
    assert [found.text for found in desk.journal.newest(GoodMoment)] == ["The sea and a friend", other.text]
    assert desk.draft_names() == ()


async def test_what_another_window_did_meanwhile_is_told_and_nothing_is_lost(
    companion: Companion, desk: Desk
) -> None:
    """Changed there and here: both are kept. Deleted there, changed here: it comes back.

    Changed there alone: that is shown.
    """
    kept = keep(desk, GoodMoment, text="The lake")
    app = companion()
    async with app.run_test() as pilot:
        await open_list(app, pilot, GoodMoment.kind)
        await press(pilot, "enter", "enter")
        kept = desk.journal.change(replace(kept, text="The sea"), kept)
        await press(pilot, "q")
        assert "The sea" in said(app)
        await press(pilot, "enter", "enter", *", calm")
        desk.journal.change(replace(kept, text="there"), kept)
        await press(pilot, "enter")
        assert BOTH_KEPT in told(app)
        assert {one.text for one in desk.journal.newest(GoodMoment)} == {"there", "The sea, calm"}
        await press(pilot, "enter", "enter", *", flat")
        for one in desk.journal.newest(GoodMoment):
            desk.journal.delete(one.id)
        await press(pilot, "enter")
        assert CAME_BACK in told(app)
    assert [one.text for one in desk.journal.newest(GoodMoment)] == ["The sea, calm, flat"]


async def test_a_journal_that_is_damaged_meanwhile_ends_in_a_sentence(
    companion: Companion, desk: Desk
) -> None:
    """The words stay as a draft; lists say what happened, and one key leaves."""
    kept = keep(desk, GoodMoment, text="The sea")
    app = companion()
    async with app.run_test() as pilot:
        await open_list(app, pilot, GoodMoment.kind)
        await press(pilot, "enter", "enter", "enter", *", calm")
        desk.journal.close()
        with open(desk.paths.journal_file, "r+b") as file:
            file.write(b"\x00" * 4096)
        await press(pilot, "enter")
        assert "Your good moment could not be saved." in told(app)
        assert "The sea, calm" in desk.draft(kept.id)
        await press(pilot, "q")
        assert "Your journal cannot be read" in said(app)
        await press(pilot, "q")
        assert shows(app, Home)

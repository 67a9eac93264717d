"""What the desk notes in the journal: never in the way, and nothing where saving is off."""

from __future__ import annotations

import contextlib
from pathlib import Path

import apsw
import pytest

from copecli.core.catalogue import offered
from copecli.core.checkin import CheckIn
from copecli.core.plan import Item, Plan
from copecli.core.session import Outcome
from copecli.core.uses import EASIER, SAME, PlanWalk, Use
from copecli.core.walk import DONE, NEXT, SOMEONE, Walk
from copecli.desk import Desk

DONE_WELL = Outcome("five-senses", True, 60.0, (), ())
TEA = Walk.begin(Plan({"coping": (Item("a", "Tea"),)}))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk over a fresh home."""
    return Desk.open({"COPECLI_HOME": str(tmp_path / "cope")})


def test_an_outcome_is_kept_with_the_state_it_was_chosen_for(desk: Desk) -> None:
    """With a moment and an id of its own."""
    desk.chosen_for = "numb"
    assert desk.note_outcome(DONE_WELL, EASIER)
    (use,) = desk.journal.newest(Use)
    assert (use.skill, use.state, use.ease) == ("five-senses", "numb", EASIER)
    assert desk.not_easier == 0


def test_a_walk_is_kept_where_something_was_done(desk: Desk) -> None:
    """Passing through, or looking and leaving, is nothing to note."""
    assert not desk.note_walk(TEA.next(NEXT).next(NEXT))
    assert desk.note_walk(TEA.next(NEXT).next(DONE))
    assert desk.note_walk(TEA.next(SOMEONE))
    assert [walk.done for walk in desk.journal.newest(PlanWalk)] == [(), (("coping", "a"),)]


def test_with_saving_off_nothing_is_written(tmp_path: Path) -> None:
    """What did not help is still known while this is open."""
    desk = Desk.open({"COPECLI_HOME": str(tmp_path / "cope")}, saving=False)
    assert not desk.note_outcome(DONE_WELL, SAME)
    assert not desk.note_walk(TEA.next(NEXT).next(DONE))
    assert desk.not_easier == 1
    assert list(tmp_path.rglob("*")) == []


def test_damage_that_is_found_after_a_save_is_told(desk: Desk) -> None:
    """What was noted is there, and the desk has one sentence more to say."""
    record = CheckIn(id=desk.journal.new_id(), when=desk.journal.now(), note="x" * 20_000)
    desk.journal.add(record)
    desk.journal.close()
    with contextlib.closing(apsw.Connection(desk.paths.journal_file)) as db:
        db.execute("UPDATE about SET value = '2026-01-01' WHERE name = 'checked'")
    place = Path(desk.paths.journal_file)
    data = place.read_bytes()
    at = data.index(b"x" * 4092) // 4096 * 4096
    place.write_bytes(data[:at] + b"\xff" * 4 + data[at + 4 :])  # where the words go on has no such page
    again = Desk.open(desk.environ)
    assert again.note_outcome(DONE_WELL, EASIER)
    again.settle_journal()
    assert [str(trouble).partition(":")[0] for trouble in again.problems] == ["Your journal is damaged"]
    assert len(again.journal.newest(Use)) == 1


def test_a_damaged_journal_is_told_and_stands_in_nobodys_way(desk: Desk) -> None:
    """Nothing is raised, and the file is kept as it is."""
    desk.note_outcome(DONE_WELL, EASIER)
    desk.journal.close()
    place = Path(desk.paths.data) / "journal.db"
    place.write_bytes(b"no journal at all" * 500)
    again = Desk.open(desk.environ)
    assert not again.note_outcome(DONE_WELL, EASIER)
    assert again.problems
    assert place.read_bytes() == b"no journal at all" * 500


def used(desk: Desk, skill: str, ease: str, times: int) -> None:
    """Note an answer after an exercise, so many times, when it felt numb."""
    desk.chosen_for = "numb"
    for _time in range(times):
        desk.note_outcome(Outcome(skill, True, 60.0, (), ()), ease)


def test_what_helped_before_moves_up_for_that_state(desk: Desk) -> None:
    """Few answers move nothing, and without a state or a journal nothing moves."""
    every = desk.library().skills.values()
    first, *_others, last = offered(every, desk.wish(state="numb"))
    assert desk.lifts("numb") == {}
    used(desk, last.id, EASIER, 3)
    assert desk.lifts("numb") == {}
    used(desk, last.id, EASIER, 17)
    assert desk.lifts("numb")[last.id] > 0
    assert desk.lifts("") == {}
    assert offered(every, desk.wish(state="numb"), desk.lifts("numb"))[:2] == (last, first)


def test_a_damaged_journal_moves_nothing_and_is_told(desk: Desk) -> None:
    """The exercises are offered as they always are."""
    used(desk, "categories", EASIER, 20)
    desk.journal.close()
    Path(desk.paths.journal_file).write_bytes(b"no journal at all" * 500)
    again = Desk.open(desk.environ)
    assert again.lifts("numb") == {}
    assert again.problems


def test_what_helped_before_is_offered_for_the_plan(desk: Desk) -> None:
    """After the pinned exercise, before our ideas; one that is gone is not."""
    used(desk, "categories", EASIER, 20)
    used(desk, "gone-since", EASIER, 20)
    desk.set("pinned", ("colour-hunt",))
    ideas = desk.ideas(Plan(), "coping")
    assert [idea.skill for idea in ideas[:2]] == ["colour-hunt", "categories"]
    assert not any(idea.skill == "gone-since" for idea in ideas)
    assert not any(idea.skill == "categories" for idea in desk.ideas(Plan(), "warning-signs"))

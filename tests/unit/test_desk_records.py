"""What was written down, behind both faces: pages of lists, and one record with another window beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from copecli.core.chain import DID_NOT, HURT, TriggerMap
from copecli.core.checkin import CheckIn
from copecli.core.errors import CopeError, NothingFound
from copecli.core.events import Stop
from copecli.core.form import Answered, Form
from copecli.core.form_draft import taken_up, to_draft
from copecli.core.record_format import to_line
from copecli.core.records import GoodMoment, Record
from copecli.core.uses import PlanWalk, Use, Wave
from copecli.core.when import When
from copecli.core.written_words import (
    BOTH_KEPT,
    CAME_BACK,
    CHANGE,
    CHANGED,
    CHECK_INS,
    DELETE,
    DID,
    GO_ON,
    GONE_ELSEWHERE,
    MAPS,
    NOT_CHANGED,
    NOTED,
    STAR,
    STARRED,
    UNSTAR,
)
from copecli.desk import Desk
from copecli.desk_records import RecordAtHand
from copecli.desk_written import LOOKED_AT, SHOWN, kinds_here, page, record_called

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk over a fresh home."""
    return Desk.open({"COPECLI_HOME": str(tmp_path)})


def keep(desk: Desk, kind: Callable[..., Record], minute: int = 0, **parts: Any) -> Any:
    """Save a record of a kind at that minute."""
    when = When(1_790_000_000_000 + minute * 60_000, 60)
    return desk.journal.add(kind(id=desk.journal.new_id(), when=when, **parts))


def keep_many(desk: Desk, kind: Callable[..., Record], minutes: range) -> list[Record]:
    """Save a record of a kind at each of these minutes, in one act."""
    made = [
        kind(id=desk.journal.new_id(), when=When(1_790_000_000_000 + minute * 60_000, 60))
        for minute in minutes
    ]
    desk.journal.take_in(((record, to_line(record)) for record in made), lambda: None)
    return made


def answered(at_hand: RecordAtHand, name: str, answer: Any) -> Form:
    """Return the edit with one question answered, and stopped."""
    form = at_hand.form()
    at = [question.id for question in form.all].index(name)
    return replace(form, at=at).next(Answered(answer)).next(Stop())


# lists


def test_a_list_is_read_a_page_at_a_time(desk: Desk) -> None:
    """Every record stands on one page, the newest first, and no page reads more than a page."""
    kept = keep_many(desk, CheckIn, range(2 * SHOWN + 3))
    limits = []
    newest = desk.journal.newest

    def counted(kind: type[Any], before: Record | None = None, limit: int = 0) -> tuple[Any, ...]:
        found = newest(kind, before, limit)
        limits.append(len(found))
        return found

    desk.journal.newest = counted  # type: ignore[method-assign]
    found: list[Record] = []
    before = None
    for wanted in (SHOWN, SHOWN, 3):
        limits.clear()
        shown = page(desk, CHECK_INS, before)
        assert len(shown.rows) == wanted
        assert sum(limits) <= SHOWN + 1
        found += [record for record, _line in shown.rows]
        before = shown.earlier
    assert before is None
    assert found == kept[::-1]


def test_a_list_that_ends_with_its_page_has_no_earlier_ones(desk: Desk) -> None:
    """Exactly fifty are fifty."""
    keep_many(desk, CheckIn, range(SHOWN))
    assert page(desk, CHECK_INS).earlier is None


def test_only_kinds_that_hold_anything_are_offered(desk: Desk) -> None:
    """And a map where somebody was hurt is not among the things that were done."""
    assert kinds_here(desk) == ()
    keep(desk, TriggerMap, did=HURT, urge=9)
    assert [kind for kind, _words in kinds_here(desk)] == [MAPS]
    keep(desk, Use, skill="five-senses", ease="harder")
    assert [kind for kind, _words in kinds_here(desk)] == [MAPS, NOTED]
    keep(desk, TriggerMap, did=DID_NOT, urge=7)
    assert [kind for kind, _words in kinds_here(desk)] == [MAPS, DID, NOTED]


def test_things_that_were_done_are_true_sentences_of_all_kinds_by_time(desk: Desk) -> None:
    """What proves nothing is in the other list only."""
    keep(desk, Use, 1, skill="five-senses", ease="easier")
    keep(desk, Use, 2, skill="five-senses", ease="harder")
    keep(desk, TriggerMap, 3, did=DID_NOT, urge=8)
    keep(desk, TriggerMap, 4, did=DID_NOT, urge=6)
    keep(desk, Wave, 5, finished=True)
    keep(desk, PlanWalk, 6, done=(("people", "x"),), starred=True)
    keep(desk, PlanWalk, 7)
    said = [line.split(" ", 3)[3] for _record, line in page(desk, DID).rows]
    assert said == [
        "you went to a person in your plan. (for a hard day)",
        "there was an urge, and you rode it out.",
        "the urge was 8, and you did not hurt yourself.",
        "it was easier after Five senses.",
    ]
    assert len(page(desk, NOTED).rows) == 5


def test_a_page_of_things_done_looks_at_no_more_than_a_bounded_number(desk: Desk) -> None:
    """It says that there are earlier ones, and they can be reached."""
    keep(desk, Wave, 0, finished=True)
    keep_many(desk, PlanWalk, range(1, LOOKED_AT + 1))
    first = page(desk, DID)
    assert first.rows == ()
    assert first.earlier is not None
    assert len(page(desk, DID, first.earlier).rows) == 1


def test_a_record_is_called_by_its_number_or_id(desk: Desk) -> None:
    """Only one of its kind; what there is not is told calmly."""
    with pytest.raises(NothingFound, match="No check-in is here yet"):
        record_called(desk, CheckIn, "1")
    old, new = (keep(desk, CheckIn, minute) for minute in (1, 2))
    other = keep(desk, GoodMoment, text="x")
    assert record_called(desk, CheckIn, "1") == record_called(desk, CheckIn, new.id) == new
    assert record_called(desk, CheckIn, "2") == old
    for name in ("3", "0", "-1", "", "two", other.id, new.id.upper(), "9" * 50, "²"):
        with pytest.raises(NothingFound, match="No check-in is called that"):
            record_called(desk, CheckIn, name)


# one record


def test_what_can_be_done_with_each_kind(desk: Desk) -> None:
    """A mark for a hard day is offered only where there is a true sentence to be shown."""
    for record, ways in (
        (keep(desk, CheckIn), [CHANGE, DELETE]),
        (keep(desk, GoodMoment, text="The sea"), [CHANGE, STAR, DELETE]),
        (keep(desk, GoodMoment, text="The sea", starred=True), [CHANGE, UNSTAR, DELETE]),
        (keep(desk, TriggerMap, did=HURT, urge=9), [CHANGE, GO_ON, DELETE]),
        (keep(desk, TriggerMap, did=DID_NOT, urge=9), [CHANGE, GO_ON, STAR, DELETE]),
        (keep(desk, Use, skill="five-senses", ease="harder"), [DELETE]),
        (keep(desk, Use, skill="five-senses", ease="easier"), [STAR, DELETE]),
        (keep(desk, Wave, finished=True), [STAR, DELETE]),
        (keep(desk, PlanWalk), [DELETE]),
    ):
        assert [way for way, _words in RecordAtHand(desk, record).ways()] == ways


def test_an_edit_is_saved_in_its_place(desk: Desk) -> None:
    """With its id, its time and all that was not touched; its draft goes."""
    kept = keep(desk, CheckIn, distress=6, note="mine", extra={"later": 1})
    at_hand = RecordAtHand(desk, kept)
    desk.keep_draft(at_hand.draft, to_draft(answered(at_hand, "note", "other")))
    assert at_hand.answered(answered(at_hand, "note", "other")) == CHANGED
    assert desk.journal.newest(CheckIn) == (replace(kept, note="other"),)
    assert desk.draft_names() == ()


def test_an_edit_that_changes_nothing_saves_nothing(desk: Desk) -> None:
    """And leaves a draft that says something else where it is."""
    kept = keep(desk, CheckIn, note="mine")
    at_hand = RecordAtHand(desk, kept)
    desk.keep_draft(at_hand.draft, to_draft(at_hand.form()))
    assert at_hand.answered(at_hand.form().next(Stop())) == NOT_CHANGED
    assert desk.draft_names() == ()
    desk.keep_draft(at_hand.draft, to_draft(answered(at_hand, "note", "other")))
    assert at_hand.answered(at_hand.form().next(Stop())) == NOT_CHANGED
    assert desk.draft_names() == (kept.id,)


def test_what_another_window_changed_meanwhile_is_kept_beside_the_edit(desk: Desk) -> None:
    """Both are there, and it is said."""
    kept = keep(desk, CheckIn, note="mine")
    at_hand = RecordAtHand(desk, kept)
    form = answered(at_hand, "note", "here")
    desk.journal.change(replace(kept, note="there"))
    assert at_hand.answered(form) == BOTH_KEPT
    assert {found.note for found in desk.journal.newest(CheckIn)} == {"here", "there"}


def test_a_draft_of_an_older_state_never_writes_over_a_newer_one(desk: Desk) -> None:
    """A window was closed in the middle, and the record was changed before it was opened again."""
    kept = keep(desk, CheckIn, note="mine", distress=3)
    begun = to_draft(answered(RecordAtHand(desk, kept), "note", "here"))
    now = desk.journal.change(replace(kept, note="there"), kept)
    at_hand = RecordAtHand(desk, now)
    taken = taken_up(at_hand.form(), begun)
    assert taken is not None
    assert at_hand.answered(taken.form) == BOTH_KEPT
    assert {found.note for found in desk.journal.newest(CheckIn)} == {"here", "there"}


def test_what_was_deleted_elsewhere_comes_back_with_an_edit_and_with_nothing_else(desk: Desk) -> None:
    """Words that were typed are not lost; a mark alone brings nothing back."""
    kept = keep(desk, GoodMoment, text="mine")
    at_hand = RecordAtHand(desk, kept)
    form = answered(at_hand, "text", "here")
    desk.journal.delete(kept.id)
    assert at_hand.mark(starred=True) == GONE_ELSEWHERE
    at_hand.delete()
    assert desk.journal.newest(GoodMoment) == ()
    assert at_hand.answered(form) == CAME_BACK
    assert [found.text for found in desk.journal.newest(GoodMoment)] == ["here"]


def test_a_mark_takes_what_another_window_changed(desk: Desk) -> None:
    """It is one record still, and a draft of an edit stays."""
    kept = keep(desk, GoodMoment, text="mine")
    at_hand = RecordAtHand(desk, kept)
    desk.journal.change(replace(kept, text="there"), kept)
    desk.keep_draft(at_hand.draft, "a draft")
    assert at_hand.mark(starred=True) == STARRED
    (found,) = desk.journal.newest(GoodMoment)
    assert (found.text, found.starred) == ("there", True)
    assert desk.journal.starred() == (found,)
    assert desk.draft_names() == (kept.id,)


def test_deleting_takes_the_draft_of_an_edit_with_it(desk: Desk) -> None:
    """Nothing of its words stays behind."""
    kept = keep(desk, GoodMoment, text="mine")
    at_hand = RecordAtHand(desk, kept)
    desk.keep_draft(at_hand.draft, to_draft(answered(at_hand, "text", "more")))
    at_hand.delete()
    assert (desk.draft_names(), desk.journal.get(kept.id)) == ((), None)


def test_where_it_cannot_be_saved_the_words_stay_as_a_draft(desk: Desk) -> None:
    """One sentence, and nothing is lost."""
    kept = keep(desk, GoodMoment, text="mine")
    at_hand = RecordAtHand(desk, kept)
    form = answered(at_hand, "text", "more")
    desk.keep_draft(at_hand.draft, to_draft(form))
    desk.journal.close()
    with open(desk.paths.journal_file, "r+b") as file:
        file.write(b"\x00" * 4096)
    assert "could not be saved" in at_hand.answered(form)
    assert "could not be saved" in at_hand.mark(starred=True)
    with pytest.raises(CopeError):
        at_hand.delete()
    with pytest.raises(CopeError):
        page(desk, CHECK_INS)
    assert "more" in desk.draft(at_hand.draft)

"""A check-in and a good moment at hand: kept, or told why not, and nothing more than was asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from copecli.core import checkin_end as end
from copecli.core.checkin import CheckIn
from copecli.core.records import GoodMoment
from copecli.core.when import DAY_MS, When
from copecli.desk import Desk
from copecli.desk_checkin import (
    CHECK_IN,
    GOOD,
    MOST_TAGS,
    CheckInAtHand,
    GoodAtHand,
    form_of,
    offers_check_in,
    true_of,
    used_tags,
)

if TYPE_CHECKING:
    from copecli.core.form import Answers


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk over a fresh home."""
    return Desk.open({"COPECLI_HOME": str(tmp_path)})


def damaged(desk: Desk) -> None:
    """Make the journal one that cannot be read."""
    desk.journal.close()
    Path(desk.paths.journal_file).write_bytes(b"no journal at all" * 500)


def kept(desk: Desk) -> tuple[CheckIn, ...]:
    """Return the check-ins on disk."""
    return desk.journal.newest(CheckIn)


def test_what_was_answered_is_on_disk_and_its_draft_is_gone(desk: Desk) -> None:
    """In one step."""
    desk.keep_draft(CHECK_IN, "something")
    at_hand = CheckInAtHand(desk)
    assert at_hand.answered({"distress": 4, "feelings": ("grey",)})
    assert kept(desk) == (at_hand.check_in,)
    assert (at_hand.check_in.distress, at_hand.check_in.feelings) == (4, ("grey",))
    assert at_hand.told == end.KEPT
    assert desk.draft(CHECK_IN) == ""


def test_a_kept_one_can_be_added_to(desk: Desk) -> None:
    """Its star, its time and what this version does not know stay."""
    first = desk.journal.add(
        CheckIn(id=desk.journal.new_id(), when=When(0, 60), starred=True, feelings=("grey",), extra={"x": 1})
    )
    assert CheckInAtHand(desk, first).answered({"able": 5})
    assert kept(desk) == (replace(first, able=5),)


@pytest.mark.parametrize("answers", [{}, {"distress": None, "feelings": (), "note": ""}])
def test_where_nothing_was_said_nothing_is_kept(desk: Desk, answers: Answers) -> None:
    """And no file is made for it."""
    at_hand = CheckInAtHand(desk)
    assert not at_hand.answered(answers)
    assert at_hand.told == end.NOTHING_SAID
    assert not Path(desk.paths.journal_file).exists()


@pytest.mark.parametrize("saving", [True, False], ids=["damaged", "saving-off"])
def test_what_cannot_be_kept_is_told_and_its_draft_stays(desk: Desk, saving: bool) -> None:
    """What happened, what is safe, and where the words are; the next things are there all the same."""
    desk.keep_draft(CHECK_IN, "something")
    if saving:
        CheckInAtHand(desk).answered({"note": "x"})
        desk.keep_draft(CHECK_IN, "something")
        damaged(desk)
    else:
        desk = Desk(desk.environ, desk.paths, saving=False)
    at_hand = CheckInAtHand(desk)
    assert not at_hand.answered({"distress": 9, "ending_life": "some"})
    assert at_hand.trouble is not None
    assert "check-in" in at_hand.told
    assert end.AS_DRAFT in at_hand.told
    assert end.TELL_SOMEBODY in at_hand.told
    assert desk.draft(CHECK_IN) == "something"
    assert at_hand.ways()[0][0] == end.PERSON
    assert used_tags(desk) == ()
    assert desk.problems == []


def test_a_good_moment_can_be_shown_again_unless_the_person_says_otherwise(desk: Desk) -> None:
    """It is said, and it is so; later, too."""
    at_hand = GoodAtHand(desk)
    assert not at_hand.said_in({"text": "  "})
    assert at_hand.answered({"text": "The sea"})
    assert at_hand.told == f"{end.GOOD_KEPT} {end.IS_SHOWN}"
    assert desk.draft(GOOD) == ""
    found = true_of(desk)
    assert found is not None
    assert found.record == at_hand.moment.id
    assert at_hand.show_again(False)
    assert at_hand.told == end.IS_NOT_SHOWN
    assert true_of(desk) is None
    (there,) = desk.journal.newest(GoodMoment)
    assert (there.text, there.starred) == ("The sea", False)


def test_something_true_is_looked_for_only_where_it_is_hard(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On other days nothing of hard ones is fetched."""
    GoodAtHand(desk).answered({"text": "The sea"})
    hard = CheckInAtHand(desk)
    hard.answered({"urge": 8})
    assert end.TRUE in dict(hard.ways())
    monkeypatch.setattr(type(desk.journal), "starred", lambda *_, **__: pytest.fail("nobody asked"))
    calm = CheckInAtHand(desk)
    calm.answered({"distress": 2})
    assert end.TRUE not in dict(calm.ways())


def test_something_true_is_found_behind_much_that_says_nothing(desk: Desk) -> None:
    """A starred check-in is a record, and proves nothing that somebody did."""
    GoodAtHand(desk).answered({"text": "The sea"})
    for _n in range(60):
        desk.journal.add(CheckIn(id=desk.journal.new_id(), when=desk.journal.now(), starred=True))
    assert true_of(desk) is not None


def test_the_tags_that_are_used_most_are_offered(desk: Desk) -> None:
    """A few, the most used first; spelled as they mostly are."""
    for n, tag in enumerate(["home", "Home", "Home", "school", "school", *"abcdefgh"]):
        desk.journal.add(CheckIn(id=desk.journal.new_id(), when=When(n, 0), tags=(tag,)))
    assert used_tags(desk) == ("Home", "school", *"abcdefgh"[: MOST_TAGS - 2])
    asked = next(one for one in form_of(desk).all if one.id == "tags")
    assert tuple(dict(asked.options)) == used_tags(desk)


def test_home_offers_a_check_in_where_it_is_wanted_and_the_last_one_is_older(desk: Desk) -> None:
    """After one today there is no offer."""
    assert not offers_check_in(desk)
    desk.set("check-in", "daily")
    assert offers_check_in(desk)
    now = desk.journal.now()
    old = When(now.utc_ms - 2 * DAY_MS, now.offset)
    desk.journal.add(CheckIn(id=desk.journal.new_id(), when=old, distress=1))
    assert offers_check_in(desk)
    desk.set("check-in", "weekly")
    assert not offers_check_in(desk)
    desk.set("check-in", "daily")
    CheckInAtHand(desk).answered({"distress": 1})
    assert not offers_check_in(desk)


def test_an_offer_that_nobody_asked_for_opens_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """No journal is thought of; a damaged one is no trouble where it was asked for."""
    CheckInAtHand(desk).answered({"distress": 1})
    damaged(desk)
    desk.set("check-in", "daily")
    assert not offers_check_in(desk)
    assert desk.problems == []
    desk.set("check-in", "never")
    monkeypatch.setattr(Desk, "journal", property(lambda _: pytest.fail("nobody asked")))
    assert not offers_check_in(desk)

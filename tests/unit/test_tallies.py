"""Sums over the journal: exact, in any order, and gone with what they were made of."""

from __future__ import annotations

import statistics
from dataclasses import fields, replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core import tallies as t
from copecli.core.chain import TriggerMap
from copecli.core.checkin import ENDING_LIFE, CheckIn
from copecli.core.tallies import Helped, Rated, Spread, Tallies, by_spelling, sum_helped, sum_rated
from copecli.core.tallying import COLUMNS, HELPED, Sums, helped_of, tallies_of, tallies_of_rows
from copecli.core.uses import PlanWalk, Use, Wave
from copecli.core.when import When
from tests.journals import check_ins, records

if TYPE_CHECKING:
    from copecli.core.records import Record

ID = "019a3c5e-0000-7000-8000-000000000001"
WHEN = When.from_iso("2026-11-26T03:12:00.000+01:00")
"""A Thursday."""


@given(st.lists(st.integers(0, 10), min_size=2))
def test_a_spread_knows_mean_and_variance(values: list[int]) -> None:
    """As the standard library computes them from the values themselves."""
    spread = Spread.of(*values)
    assert spread.n == len(values)
    assert spread.mean == pytest.approx(statistics.fmean(values))
    assert spread.variance == pytest.approx(float(statistics.variance([Fraction(v) for v in values])))


def test_a_spread_of_nothing_divides_by_nothing() -> None:
    """No rating, and one."""
    assert (Spread().mean, Spread().variance) == (0.0, 0.0)
    assert (Spread.of(7, None).mean, Spread.of(7).variance) == (7.0, 0.0)
    assert not Spread.of(None)


@given(st.lists(records, max_size=6), st.randoms())
def test_the_order_does_not_matter_and_taking_away_leaves_nothing(
    found: list[Record], chance: object
) -> None:
    """Added in any order it is the same; what is added and taken away again was never there."""
    shuffled = list(found)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert tallies_of(shuffled) == tallies_of(found)
    sums = Sums()
    for record in found + shuffled:
        sums.add(record)
    for record in shuffled:
        sums.add(record, -1)
    assert tallies_of_rows(sums.rows()) == tallies_of(found)
    for record in found:
        sums.add(record, -1)
    assert tallies_of_rows(sums.rows()) == Tallies()


@given(st.lists(check_ins, max_size=6))
def test_hours_weekdays_days_and_months_each_hold_every_check_in(found: list[CheckIn]) -> None:
    """Summed over its keys each part is the same whole."""
    tallies = tallies_of(found)
    whole = Rated(
        len(found),
        Spread.of(*(record.distress for record in found)),
        Spread.of(*(record.urge for record in found)),
        Spread.of(*(record.able for record in found)),
    )
    for part in (t.HOUR, t.WEEKDAY, t.DAY, t.MONTH):
        assert sum_rated(tallies.by(part).values()) == whole
    assert tallies.count(t.KIND, "check-in") == len(found)


@given(check_ins, st.sampled_from(ENDING_LIFE))
def test_what_was_said_about_ending_ones_life_is_counted_nowhere(record: CheckIn, said: str) -> None:
    """The sums are the same whatever was answered."""
    assert tallies_of([record]) == tallies_of([replace(record, ending_life=said)])


def test_a_check_in_stands_where_it_belongs() -> None:
    """By each word once, by the clock that hung on the wall."""
    record = CheckIn(
        id=ID, when=WHEN, feelings=("sad", "sad", "far off"), tags=(" the  bus ", ""), distress=7, able=0
    )
    rated = Rated(1, Spread(1, 7, 49), Spread(), Spread(1, 0, 0))
    assert tallies_of([record]).rated == {
        t.FEELING: {"sad": rated, "far off": rated},
        t.TAG: {"the bus": rated},
        t.HOUR: {"03": rated},
        t.WEEKDAY: {"3": rated},
        t.DAY: {"2026-11-26": rated},
        t.MONTH: {"2026-11": rated},
    }


def test_a_long_text_is_no_word() -> None:
    """What was pasted as a tag is kept in the record and summed up by nowhere."""
    assert tallies_of([CheckIn(id=ID, when=WHEN, tags=("x" * 101,))]).by(t.TAG) == {}


def test_half_a_letter_is_no_trouble() -> None:
    """A lone surrogate is kept in the record as it is, and stands as ? in the sums."""
    assert set(tallies_of([CheckIn(id=ID, when=WHEN, tags=("a\udc80",))]).by(t.TAG)) == {"a?"}
    assert set(tallies_of([Use(id=ID, when=WHEN, skill="a", state="\udc80" * 200)]).helped) == {
        ("a", "?" * 100)
    }


def test_a_use_counts_by_skill_and_state() -> None:
    """The word, the change, and the change per word; the urge only where distress was not rated twice."""
    eased = Use(
        id=ID,
        when=WHEN,
        skill="walk",
        state="numb",
        ease="easier",
        distress_before=8,
        distress_after=5,
        urge_before=1,
    )
    rose = Use(id=ID, when=WHEN, skill="walk", state="numb", ease="harder", urge_before=6, urge_after=8)
    unsaid = Use(id=ID, when=WHEN, skill="walk", state="sad", distress_before=7, distress_after=7)
    tallies = tallies_of([eased, rose, unsaid])
    assert tallies.helped["walk", "numb"] == Helped(
        "walk",
        "numb",
        uses=2,
        easier=1,
        harder=1,
        change=Spread.of(3, -2),
        easier_change=Spread.of(3),
        harder_change=Spread.of(-2),
    )
    assert tallies.helped["walk", "sad"].change == Spread.of(0)
    assert tallies.helped["walk", "sad"].said("cant-tell") == 0
    assert tallies.count(t.GAIN, t.USES) == 3
    assert tallies.count(t.GAIN, t.HARD_USES) == 2


def test_gains_are_counted() -> None:
    """Waves ridden to their end, and people and places gone to; what was done alone is no reaching."""
    walk = PlanWalk(
        id=ID,
        when=WHEN,
        done=(("people", "a"), ("coping", "b"), ("distraction", "c")),
        left_out=(("people", "d"),),
    )
    tallies = tallies_of([Wave(id=ID, when=WHEN), Wave(id=ID, when=WHEN, finished=True), walk])
    assert tallies.counted[t.GAIN] == {t.WAVES: 1, t.REACHED: 2}


def test_a_map_is_counted_by_its_words() -> None:
    """Needs, what made the day harder, what came before, and what was done."""
    found = TriggerMap(
        id=ID, when=WHEN, needs=("show",), vulnerable=("sleep", "food"), before=("conflict",), did="did-not"
    )
    assert tallies_of([found]).counted == {
        t.KIND: {"trigger-map": 1},
        t.FUNCTION: {"show": 1},
        t.VULNERABLE: {"sleep": 1, "food": 1},
        t.TRIGGER: {"conflict": 1},
        t.DID: {"did-not": 1},
    }


def test_words_that_differ_in_capitals_can_be_put_together() -> None:
    """Under the spelling that was used most."""
    one, two = Rated(1, Spread.of(3)), Rated(2, Spread.of(5, 6))
    assert by_spelling({"work": one, "Work": two, "home": one}) == {"Work": one + two, "home": one}


@given(st.lists(st.lists(st.integers(-50, 50), min_size=20, max_size=20), min_size=1, max_size=3))
def test_helped_adds_up_number_by_number(rows: list[list[int]]) -> None:
    """Every number of a row has its place, and adding and taking away are opposites."""
    assert len(COLUMNS[HELPED]) == 20
    found = [helped_of("a", "b", tuple(row)) for row in rows]
    total = sum_helped("a", "b", found)
    assert total == helped_of("a", "b", tuple(map(sum, zip(*rows, strict=True))))
    assert total - found[0] + found[0] == total
    assert [getattr(total, name) for name in COLUMNS[HELPED][:5]] == [
        getattr(total, field.name) for field in fields(Helped)[2:7]
    ]

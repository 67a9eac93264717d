"""A record in words: everything that was said is there to be read, and a list tells no more than it may."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given

from copecli.core.chain import FEELING, HURT, Link, TriggerMap, Turn
from copecli.core.checkin import ENDING_LIFE, CheckIn
from copecli.core.checkin_words import ENDING_LIFE_CHOICES
from copecli.core.record_read import read
from copecli.core.record_words import LONGEST_PART, told
from copecli.core.records import GoodMoment, Record
from copecli.core.sections import as_lines
from copecli.core.text import clean_own, clean_own_line
from copecli.core.uses import PlanWalk, Use, Wave
from copecli.core.when import When
from tests import journals

TODAY = "2026-11-26"
TITLES = {"five-senses": "Five senses"}
HEAD: dict[str, Any] = {"id": "a", "when": When.from_iso("2026-11-26T03:12+01:00")}
NOT_SAID = {"id", "when", "extra"}
"""Fields of every record that hold nothing that was said."""
OF_THE_ASKING = {"form", "care", "finished"}
"""Fields of a map that say how it was asked."""


def a_line(record: Record, today: str = TODAY) -> str:
    """Return a record as a line of a list."""
    return told(record, TITLES, today).worded(str)


def all_of(record: Record, of_plan: dict[tuple[str, str], str] | None = None) -> str:
    """Return a record as it is read."""
    return "\n".join(as_lines(read(record, TITLES, of_plan), str))


@pytest.mark.parametrize(
    ("record", "line"),
    [
        (
            CheckIn(**HEAD, feelings=("numb", "my own?"), distress=6, urge=4, ending_life="might-act"),
            "26 November, 03:12. Numb, or far away. my own? Distress 6, urge 4.",
        ),
        (CheckIn(**HEAD, urge=0), "26 November, 03:12. Urge 0."),
        (CheckIn(**HEAD, note="only\na  note"), "26 November, 03:12. only a note."),
        (CheckIn(**HEAD), "26 November, 03:12."),
        (GoodMoment(**HEAD, text="The sea."), "26 November, 03:12. The sea."),
        (
            TriggerMap(**HEAD, before=("conflict",), urge=9, did=HURT),
            "26 November, 03:12. A fight, or being turned away.",
        ),
        (TriggerMap(**HEAD, links=(Link(FEELING, "sad"),)), "26 November, 03:12. Sad."),
        (
            Use(**HEAD, skill="five-senses", ease="easier", distress_before=8, distress_after=5),
            "26 November, 03:12. Five senses. Distress 8, then 5. Easier.",
        ),
        (Wave(**HEAD, ratings=((0, 7), (60, 3))), "26 November, 03:12. A wave. 7 of 10 at its strongest."),
        (PlanWalk(**HEAD), "26 November, 03:12. A walk through your plan."),
    ],
)
def test_a_line_says_when_and_what(record: Record, line: str) -> None:
    """Of every kind, by the clock on the wall."""
    assert a_line(record) == line


def test_another_year_is_named() -> None:
    """And this one is not."""
    assert a_line(CheckIn(**HEAD), "2027-01-01") == "26 November 2026, 03:12."


@given(journals.records)
def test_a_line_is_one_line_of_bounded_length(record: Record) -> None:
    """Whatever was written; nothing in it steers a terminal."""
    line = a_line(record)
    assert "\n" not in line
    assert line == clean_own_line(line)
    assert len(line) < 8 * LONGEST_PART


@given(journals.check_ins)
def test_a_list_never_tells_the_answer_about_ending_ones_life(found: CheckIn) -> None:
    """Any answer gives the same line; opened, it is there and can be read."""
    lines = {a_line(replace(found, ending_life=answer)) for answer in ENDING_LIFE}
    assert len(lines) == 1
    section = [one for one in read(found) if one.id == "ending-life"]
    assert [line.worded(str) for one in section for line in one.lines] == (
        [dict(ENDING_LIFE_CHOICES)[found.ending_life]] if found.ending_life else []
    )


@given(journals.maps)
def test_a_list_never_tells_what_was_done_nor_how_strong_it_was(found: TriggerMap) -> None:
    """A list can be seen by others."""
    assert a_line(found) == a_line(replace(found, did="", urge=None, soon=(), later=(), needs=()))


FULL: tuple[Record, ...] = (
    CheckIn(
        **HEAD, feelings=("w1", "numb"), distress=1, urge=2, able=3, tags=("w2",), note="w3\nw4",
        ending_life="some",
    ),
    GoodMoment(**HEAD, text="w1\n  w2"),
    Use(
        **HEAD, skill="five-senses", state="numb", finished=True, seconds=130, ease="harder",
        distress_before=1, distress_after=2, urge_before=3, urge_after=4, able_before=5, able_after=6,
        source="w1",
    ),
    Wave(**HEAD, minutes=9, seconds=600, ratings=((0, 7), (120, 3)), finished=True),
    PlanWalk(**HEAD, done=(("people", "x"),), left_out=(("coping", "y"),), someone=True, finished=True),
    TriggerMap(
        **HEAD, vulnerable=("w1",), before=("w2",), links=(Link(FEELING, "w3"),), urge=4, did=HURT,
        soon=("w5",), later=("w6",), needs=("w7",), turns=(Turn(0, "w8", "five-senses"),),
        care="no", finished=True,
    ),
)  # fmt: skip


@pytest.mark.parametrize("record", FULL, ids=lambda record: record.kind)
def test_every_field_of_a_record_can_be_read(record: Record) -> None:
    """Each of them, emptied, takes something away from what is read; the mark, too."""
    record = replace(record, starred=True)
    whole = all_of(record)
    for field in fields(record):
        if field.name in NOT_SAID or (isinstance(record, TriggerMap) and field.name in OF_THE_ASKING):
            continue
        empty: Any = "other" if field.name == "skill" else field.default
        changed = replace(record, **{field.name: empty})
        assert all_of(changed) != whole, field.name


def test_a_check_in_is_read_heading_by_heading() -> None:
    """Own words as they were written, line by line."""
    assert all_of(FULL[0]).split("\n") == [
        "How it was:",
        "  w1",
        "  Numb, or far away",
        "Distress: 1 of 10",
        "The urge: 2 of 10",
        "Able to ride it out: 3 of 10",
        "Thoughts of ending my life: Some",
        "What it was about: w2",
        "Note:",
        "  w3",
        "  w4",
    ]


def test_what_was_done_and_how_long_is_read_in_words() -> None:
    """A use, a wave, and a walk with the plan's own lines; a line that is gone is told by its step."""
    assert all_of(FULL[2]).split("\n") == [
        "The exercise: Five senses",
        "Chosen for: Numb, or far away",
        "How it was then: Harder",
        "Distress: Before 1, then 2",
        "The urge: Before 3, then 4",
        "Able to ride it out: Before 5, then 6",
        "What led to it: w1",
        "How far: To its end",
        "How long: 2 minutes",
    ]
    assert all_of(FULL[3]).split("\n") == [
        "The urge:",
        "  At first: 7 of 10",
        "  After 2 minutes: 3 of 10",
        "The time I chose: 9 minutes",
        "How far: To its end",
        "How long: 10 minutes",
    ]
    assert all_of(FULL[4], {("people", "x"): "A friend"}).split("\n") == [
        "What I did: A friend",
        "What I left out: What I can do by myself (not in the plan now)",
        "Someone now: I looked whom I could reach.",
        "How far: To its end",
    ]


def test_an_empty_line_of_a_note_stays_empty() -> None:
    """Nothing is put where nothing was written, and no blank ends a line."""
    assert all_of(GoodMoment(**HEAD, text="one \n\n  two")).split("\n") == [
        "What was good:",
        "  one",
        "",
        "    two",
    ]


@given(journals.records)
def test_whatever_was_written_is_read_whole_and_cleaned(record: Record) -> None:
    """No word is clipped, and none steers a terminal."""
    shown = all_of(record)
    assert shown == clean_own(shown)
    written = []
    if isinstance(record, CheckIn):
        written = [*record.tags, *record.note.split("\n")]
    elif isinstance(record, GoodMoment):
        written = record.text.split("\n")
    for text in written:
        for word in clean_own(text).split():
            assert word in shown


@given(journals.records)
def test_what_was_not_said_has_no_heading(record: Record) -> None:
    """No section is empty."""
    assert all(section.lines for section in read(record))

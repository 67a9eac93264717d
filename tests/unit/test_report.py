"""A report for an appointment: what was picked and nothing else, in its order, within bounds."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import copecli.core
from copecli.core import report_parts as part
from copecli.core.chain import TriggerMap
from copecli.core.checkin import ENDING_LIFE, CheckIn
from copecli.core.events import Skip
from copecli.core.form import Answered, Form
from copecli.core.records import GoodMoment
from copecli.core.report import for_sections, period_words
from copecli.core.report_form import report_form, wanted_of
from copecli.core.report_lists import MOST_LISTED, MOST_MAPS
from copecli.core.report_parts import USUAL, Wanted
from copecli.core.report_period import ALL as ALL_OF_IT
from copecli.core.report_period import DATES, MONTHS, WEEKS, day_called, first_day
from copecli.core.when import DAY_MS, When, day_number
from tests.reports import ALL, TODAY, Drawn, journals, paper_of, wanted

NOON = When.from_iso("2026-11-20T12:00:00+01:00")


@given(journals(), wanted)
def test_the_parts_are_those_that_were_picked_in_their_order(found: Drawn, asked: Wanted) -> None:
    """Notes alone make a list of notes; a section with nothing to say is not there."""
    ids = [passage.id for passage in paper_of(found.records, asked).passages]
    picked = set(asked.parts) | ({part.CHECK_INS} if asked.has(part.NOTES) else set())
    lists = {part.CHECK_INS, part.MAPS, part.GOOD_MOMENTS, part.ANSWERS}
    assert set(ids) <= picked - {part.NOTES}
    assert lists & picked <= set(ids)
    order = [name for name, _ in part.PARTS]
    assert ids == sorted(ids, key=order.index)


def test_what_the_person_wants_to_talk_about_stands_first() -> None:
    """In their words; nothing stands there where nothing was typed."""
    first, *_ = paper_of([GoodMoment(id="g", when=NOON, text="Tea")], ALL).passages
    assert first.id == part.TALK
    assert [line.worded(str) for line in first.lines] == ["A word of talk"]
    silent = replace(ALL, talk=(" ", ""))
    assert part.TALK not in [one.id for one in paper_of([], silent).passages]


def test_a_time_in_which_nothing_was_noted_is_said_calmly() -> None:
    """One sentence, and what the person wants to talk about."""
    made = paper_of([], ALL)
    assert [one.id for one in made.passages] == [part.TALK]
    assert made.about[-1].worded(str) == "Nothing was noted in this time. That is fine."
    assert "fine" not in paper_of([GoodMoment(id="g", when=NOON)], ALL).about[-1].worded(str)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-10-30", "2026-11-26", "From 30 October 2026 to 26 November 2026."),
        ("", "2026-11-26", "All that is kept, up to 26 November 2026."),
        ("2026-11-26", "2026-11-26", "From 26 November 2026."),
    ],
)
def test_the_time_is_said_in_words(first: str, last: str, said: str) -> None:
    """With both years: a paper is kept for long."""
    assert period_words(Wanted(first, last)).worded(str) == said


def test_it_says_what_it_is_and_when_it_was_made() -> None:
    """Own words, a program, no assessment, no risk score."""
    made = paper_of([], ALL)
    about = " ".join(line.worded(str) for line in made.about)
    for words in ("my own words and ratings", "A program", "not an assessment", "no risk score"):
        assert words in about
    assert made.made.worded(str) == "Made on 26 November 2026 with copecli."


# lists that would be longer than somebody reads


def days(n: int) -> list[When]:
    """Return moments, one a day, the last of them NOON."""
    return [When(NOON.utc_ms - (n - 1 - at) * DAY_MS, 60) for at in range(n)]


def test_a_long_list_holds_the_last_and_says_so() -> None:
    """Of check-ins, maps and good moments; one that has room says nothing of it."""
    for most, make, name in (
        (MOST_LISTED, lambda at, when: CheckIn(id=str(at), when=when, distress=3), part.CHECK_INS),
        (MOST_LISTED, lambda at, when: GoodMoment(id=str(at), when=when, text="Tea"), part.GOOD_MOMENTS),
        (MOST_MAPS, lambda at, when: TriggerMap(id=str(at), when=when, urge=3), part.MAPS),
    ):
        for many in (most, most + 1):
            records = [make(at, when) for at, when in enumerate(days(many))]
            (passage,) = paper_of(records, Wanted("", TODAY, (name,))).passages
            said = " ".join(line.worded(str) for line in passage.about)
            assert len(passage.entries) == most
            assert passage.entries[-1].head.worded(str) == "20 November, 12:00"
            assert (f"There are {many} " in said) == (many > most)


def test_of_many_answers_the_older_are_left_out_without_a_number() -> None:
    """How many there are is said nowhere."""
    records = [CheckIn(id=str(at), when=when, ending_life="no") for at, when in enumerate(days(501))]
    (passage,) = paper_of(records, Wanted("", TODAY, (part.ANSWERS,))).passages
    said = " ".join(line.worded(str) for line in passage.about)
    assert said == "As they were given, one by one. Older answers are left out here."
    assert len(passage.entries) == MOST_LISTED


def test_a_check_in_with_nothing_left_to_say_is_not_listed() -> None:
    """Neither one with a note that was not picked, nor one with an answer alone."""
    records = [
        CheckIn(id="a", when=NOON, note="A note"),
        CheckIn(id="b", when=NOON, ending_life="some"),
        CheckIn(id="c", when=NOON, tags=(" ",), feelings=("",)),
        CheckIn(id="d", when=NOON, able=0),
    ]
    (passage,) = paper_of(records, Wanted("", TODAY, (part.CHECK_INS,))).passages
    assert [[line.worded(str) for line in one.lines] for one in passage.entries] == [["Able 0."]]


# the answers about ending one's life


@given(journals(), wanted, st.integers())
def test_no_answer_changes_anything_but_its_own_list(found: Drawn, asked: Wanted, seed: int) -> None:
    """Whatever was answered; and where the list was not picked, nothing at all."""
    random = Random(seed)
    other = [
        replace(one, ending_life=random.choice(ENDING_LIFE)) if isinstance(one, CheckIn) else one
        for one in found.records
    ]
    mine, others = paper_of(found.records, asked), paper_of(other, asked)
    for one, another in zip(mine.passages, others.passages, strict=True):
        assert one == another or one.id == part.ANSWERS
    assert replace(mine, passages=()) == replace(others, passages=())


@given(journals())
def test_the_answers_are_words_with_their_day_and_nothing_else(found: Drawn) -> None:
    """One entry for each that was given; no sentence beside them has a digit, and nothing is drawn."""
    made = paper_of(found.records, Wanted("", TODAY, (part.ANSWERS,)))
    (passage,) = made.passages
    given_ = [one for one in found.records if isinstance(one, CheckIn) and one.ending_life]
    assert len(passage.entries) == len(given_)
    assert not passage.picture
    assert not passage.beside
    assert not passage.lines
    words = [line.worded(str) for line in passage.about]
    words += [line.worded(str) for one in passage.entries for line in (*one.lines, *one.below)]
    assert not any(character.isdigit() for line in words for character in line)


READERS = {"checkin_form", "checkin_end", "record_edit", "record_read", "report_answers"}
"""They ask, keep, show an answer to the person, or lead to people after it."""


def test_each_module_that_reads_an_answer_is_known() -> None:
    """A new one has to be looked at: nothing may be made of the answers."""
    readers = set()
    for file in Path(copecli.core.__file__).parent.glob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        if any(isinstance(node, ast.Attribute) and node.attr == "ending_life" for node in ast.walk(tree)):
            readers.add(file.stem)
    assert readers == READERS


def test_no_section_learns_what_must_not_be_counted() -> None:
    """Notes, good moments, answers; and of a map the need to hold such thoughts off."""
    records = [
        CheckIn(id="c", when=NOON, note="A note", ending_life="some", distress=4),
        GoodMoment(id="g", when=NOON, text="Tea"),
        TriggerMap(id="m", when=NOON, needs=("hold-off", "show")),
    ]
    check_in, chain = for_sections(records)
    assert check_in == CheckIn(id="c", when=NOON, distress=4)
    assert isinstance(chain, TriggerMap)
    assert chain.needs == ("show",)


# what is asked


def gone_through(*events: Answered | Skip) -> Form:
    """Return the form after these."""
    form = report_form()
    for event in events:
        form = form.next(event)
    return form


def test_enter_alone_gives_the_usual_report() -> None:
    """Four weeks, without notes, and without the answers about ending one's life."""
    form = gone_through(Skip(), Skip(), Skip())
    assert form.finished
    asked = wanted_of(form.answers, TODAY)
    assert asked == Wanted("2026-10-30", TODAY, USUAL)
    assert not {part.NOTES, part.ANSWERS} & set(USUAL)
    assert asked.talk == ()


@pytest.mark.parametrize(
    ("period", "first"), [(WEEKS, "2026-10-30"), (MONTHS, "2026-08-26"), (ALL_OF_IT, "")]
)
def test_each_time_begins_on_its_day(period: str, first: str) -> None:
    """Counted back from today."""
    asked = wanted_of(gone_through(Answered(period), Skip(), Skip()).answers, TODAY)
    assert (asked.first, asked.last) == (first, TODAY)


@given(st.integers(0, 60_000))
def test_no_today_is_too_odd_for_a_time(number: int) -> None:
    """Each first day is a day of the calendar, and before today; a clock may begin in 1970."""
    today = When(number * DAY_MS).date()
    for period in (WEEKS, MONTHS):
        assert min(27, number) <= number - day_number(first_day(period, today)) <= 95


def test_three_months_before_the_last_of_a_month_is_a_day() -> None:
    """Though the month before is shorter."""
    assert first_day(MONTHS, "2026-05-31") == "2026-02-28"
    assert first_day(MONTHS, "2026-01-15") == "2025-10-15"


def test_days_are_asked_again_until_they_can_be_read() -> None:
    """Both in any order, and each may be left empty."""
    form = gone_through(Answered(DATES), Answered("yesterday"), Answered("31.11.2026"))
    assert form.question is not None
    assert [line.worded(str) for line in form.question.about] == ["That is no day that I can read."]
    form = form.next(Answered("2026-11-2")).next(Answered("2026-10-01"))
    assert form.question is not None
    assert form.question.id == "parts"
    asked = wanted_of(form.answers, TODAY)
    assert (asked.first, asked.last) == ("2026-10-01", "2026-11-02")
    empty = wanted_of(gone_through(Answered(DATES), Skip(), Skip()).answers, TODAY)
    assert (empty.first, empty.last) == ("", TODAY)


@given(st.text(max_size=12))
def test_what_is_no_day_is_none(text: str) -> None:
    """Whatever was typed, it is a day of the calendar or nothing."""
    day = day_called(text)
    assert day == "" or day_number(day) >= 0


def test_what_was_picked_is_kept_in_the_order_of_the_report() -> None:
    """A part that is not known is none."""
    form = gone_through(Skip(), Answered((part.ANSWERS, part.DONE, "nonsense")), Answered(("Sleep", "")))
    asked = wanted_of(form.answers, TODAY)
    assert asked.parts == (part.DONE, part.ANSWERS)
    assert asked.talk == ("Sleep", "")

"""Crisis lines: how a country's document is read or refused, and which lines and numbers come first."""

from __future__ import annotations

import string
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.fields import FormatProblem
from copecli.core.lines import (
    ALWAYS,
    CrisisLine,
    Emergency,
    call_first,
    first_service,
    is_date,
    over_a_year_old,
    pick_two,
)
from copecli.core.lines_format import country_from_document

if TYPE_CHECKING:
    pass


def document(**line: object) -> dict[str, object]:
    """Return a country's document with one line in it, changed by `line`; a key set to None is left out."""
    whole: dict[str, object] = {
        "id": "ie-example",
        "name": "Example",
        "phone": "555-0100",
        "confidence": "high",
        "checked": "2026-01",
        "sources": [{"at": "https://one.example"}, {"at": "https://two.example", "date": "2026-01"}],
    }
    kept = {key: value for key, value in {**whole, **line}.items() if value is not None}
    emergency = {"general": ["112"], "confidence": "high", "checked": "2026", "sources": whole["sources"]}
    return {"format": 1, "name": "Ireland", "emergency": emergency, "line": [kept]}


def a_line(name: str = "x", **fields: object) -> CrisisLine:
    """Return a line with a phone that is open day and night, changed by `fields`."""
    return CrisisLine(**{"id": name, "name": name, "phone": "555-0100", "opens": ALWAYS, **fields})  # type: ignore[arg-type]


def ids(found: tuple[CrisisLine, ...]) -> list[str]:
    """Return the ids."""
    return [line.id for line in found]


# reading a document


def test_a_line_is_read_with_all_its_ways() -> None:
    """Phone, text, chat and second numbers come out as they were written."""
    [line] = country_from_document(
        "IE",
        document(
            sms="51444",
            sms_keyword="HELP",
            whatsapp="+353 1 555",
            chat="https://chat.example",
            phone_alt=[{"number": "555-0101", "note": "at night"}],
        ),
    ).lines
    assert (line.phone, line.sms, line.sms_keyword) == ("555-0100", "51444", "HELP")
    assert (line.whatsapp, line.chat) == ("+353 1 555", "https://chat.example")
    assert [(other.number, other.note) for other in line.phone_alt] == [("555-0101", "at night")]
    assert line.sources[1].date == "2026-01"


def test_text_is_cleaned_when_it_is_read() -> None:
    """What could drive a terminal never leaves the file."""
    [line] = country_from_document(
        "IE", document(name="Ex\x1b[31mam\u202eple\nLine", languages=["A\nB"])
    ).lines
    assert line.name == "Ex[31mample Line"
    assert line.languages == ("A B",)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"name": None}, "line[0].name"),
        ({"name": 7}, "line[0].name"),
        ({"phone": 112}, "line[0].phone"),
        ({"phone": None}, "line[0].phone"),
        ({"id": "gb-example"}, "line[0].id"),
        ({"checked": None}, "line[0].checked"),
        ({"checked": "last year"}, "line[0].checked"),
        ({"sources": None}, "line[0].sources"),
        ({"sources": []}, "line[0].sources"),
        ({"sources": [{"at": "https://one.example", "date": "2026-13"}]}, "line[0].sources[0].date"),
        ({"audience": ["everybody"]}, "line[0].audience"),
        ({"confidence": "sure"}, "line[0].confidence"),
        ({"fone": "1"}, "line[0].fone"),
        ({"open": {"daily": ["9-17"]}, "zone": "Europe/Dublin"}, "line[0].open"),
        ({"open": {"daily": ["09:00-17:00"]}}, "line[0].zone"),
        ({"open": {"someday": ["09:00-17:00"]}, "zone": "Europe/Dublin"}, "line[0].open.someday"),
        ({"phone_alt": [{"note": "at night"}]}, "line[0].phone_alt[0].number"),
    ],
)
def test_a_line_that_is_off_is_refused_by_its_key(change: dict[str, object], key: str) -> None:
    """Whoever mends the file is told where."""
    with pytest.raises(FormatProblem) as refused:
        country_from_document("IE", document(**change))
    assert refused.value.key == key
    assert refused.value.sentence()


@pytest.mark.parametrize(
    "wrong", [{}, {"format": 2}, {"format": True}, {"format": 1}, {"format": 1, "name": ""}]
)
def test_a_document_without_its_head_is_refused(wrong: dict[str, object]) -> None:
    """A format of another time, or a country without a name, is not shown half understood."""
    with pytest.raises(FormatProblem):
        country_from_document("IE", wrong)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
        max_leaves=8,
    ),
    st.sampled_from(["name", "emergency", "line", "note", "said", "format"]),
)
def test_any_document_is_read_or_refused_and_nothing_else(value: object, key: str) -> None:
    """Whatever stands under a key, the only thing raised is the refusal that names it."""
    with suppress(FormatProblem):
        country_from_document("IE", document() | {key: value})


def test_hours_by_the_day_are_read_and_the_text_is_kept() -> None:
    """`daily` fills the days that have no hours of their own; an empty list is a closed day."""
    hours = {"daily": ["09:00-17:00"], "sat": ["20:00-02:00"], "sun": []}
    [line] = country_from_document("IE", document(open=hours, zone="Europe/Dublin", hours="See below")).lines
    assert line.opens == (("09:00-17:00",),) * 5 + (("20:00-02:00",), ())
    assert line.hours == "See below"
    assert not line.always


def test_open_at_every_hour_is_one_word() -> None:
    """24/7 needs no zone."""
    [line] = country_from_document("IE", document(open="24/7")).lines
    assert line.always


# which to show first


def test_the_number_for_every_service_comes_first_then_the_ambulance_then_the_police() -> None:
    """One number is shown: whoever can send help to a body."""
    assert call_first(Emergency(general=("112",), ambulance=("15",), police=("17",))) == ("112",)
    assert call_first(Emergency(ambulance=("15", "16"), police=("17",))) == ("15", "16")
    assert call_first(Emergency(police=("17",), fire=("18",))) == ("17",)
    assert call_first(Emergency(fire=("18",))) == ("18",)
    assert call_first(Emergency()) == ()


numbers = st.lists(st.sampled_from(["1", "2"]), max_size=2).map(tuple)


@given(st.builds(Emergency, numbers, numbers, numbers, numbers))
def test_the_service_that_is_named_is_the_one_whose_number_is_shown(emergency: Emergency) -> None:
    """A label never stands beside another service's number."""
    service = first_service(emergency)
    assert call_first(emergency) == (getattr(emergency, service) if service else ())


def test_two_lines_are_for_anyone_before_those_for_some() -> None:
    """A line for young people stands back when there are two for all."""
    found = pick_two([a_line("young", audience=("youth",)), a_line("one"), a_line("two")])
    assert ids(found) == ["one", "two"]


def test_a_line_for_some_is_shown_rather_than_none() -> None:
    """Where nothing else is known, it says whom it is for."""
    assert ids(pick_two([a_line("young", audience=("youth",))])) == ["young"]


def test_for_the_young_a_line_for_the_young_comes_first_and_none_for_adults_only() -> None:
    """They will not be told to call somewhere else."""
    found = [a_line("grown", audience=("adults",)), a_line("one"), a_line("young", audience=("youth",))]
    assert ids(pick_two(found, young=True)) == ["young", "one"]
    assert ids(pick_two(found)) == ["one", "grown"]


def test_for_the_young_at_night_somebody_answers_and_nobody_is_taken_for_what_they_may_not_be() -> None:
    """A line of office hours, or for some of the young, stands after one for anyone."""
    days = a_line("days", audience=("youth",), opens=())
    some = a_line("some", audience=("lgbtq", "youth"))
    assert ids(pick_two([days, some, a_line("one")], young=True)) == ["one", "days"]


def test_one_of_the_two_can_be_reached_by_text() -> None:
    """Not everyone can speak aloud."""
    found = pick_two([a_line("one"), a_line("two"), a_line("texts", sms="51444")])
    assert ids(found) == ["one", "texts"]


def test_a_text_line_for_some_does_not_push_out_one_for_all() -> None:
    """Text is not worth sending everyone to a line that is for a few."""
    found = pick_two([a_line("one"), a_line("two"), a_line("vets", audience=("veterans",), sms="838")])
    assert ids(found) == ["one", "two"]


def test_day_and_night_comes_before_office_hours_and_the_country_before_a_city() -> None:
    """At 3 a.m. somebody answers."""
    found = pick_two(
        [a_line("city", region="A city"), a_line("days", opens=()), a_line("one"), a_line("two")]
    )
    assert ids(found) == ["one", "two"]


def test_the_files_order_stands_where_nothing_else_decides() -> None:
    """Whoever keeps the file says which is best."""
    assert ids(pick_two([a_line("b"), a_line("a"), a_line("c")])) == ["b", "a"]


some_lines = st.lists(
    st.builds(
        a_line,
        st.text(string.ascii_lowercase, min_size=1, max_size=3),
        audience=st.sampled_from([("anyone",), ("adults",), ("youth",)]),
        sms=st.sampled_from(["", "51444"]),
        region=st.sampled_from(["", "A city"]),
        opens=st.sampled_from([(), ALWAYS]),
    ),
    max_size=6,
    unique_by=lambda line: line.id,
)


@given(some_lines)
def test_two_are_shown_where_there_are_two_and_one_texts_where_one_does(found: list[CrisisLine]) -> None:
    """The promise holds for any file."""
    two = pick_two(found)
    assert len(two) == min(2, len(found))
    assert len(set(two)) == len(two)
    if len(found) > 1 and any(line.by_text and line.for_adults for line in found):
        assert any(line.by_text for line in two)


# dates and numbers


@pytest.mark.parametrize("text", ["2026", "2026-01", "2026-12-31", "0001-01-01"])
def test_a_date_may_lack_its_day_or_month(text: str) -> None:
    """Some sources give no more than a year."""
    assert is_date(text)


@pytest.mark.parametrize(
    "text", ["", "26", "2026-", "2026-13", "2026-00", "2026-1", "2026-01-32", "2026-01-01-01", "x026"]
)
def test_what_is_no_date_is_told(text: str) -> None:
    """A slip in a date would make old evidence look new."""
    assert not is_date(text)


@pytest.mark.parametrize(
    ("checked", "old"),
    [
        ("2025-11-22", True),
        ("2025-11-23", False),
        ("2025-12", False),
        ("2025-11", True),
        ("2025", True),
        ("2026", False),
        ("2021-07-09", True),
        ("", False),
        ("about 2020", False),
    ],
)
def test_evidence_older_than_twelve_months_is_known_by_its_earliest_day(checked: str, old: bool) -> None:
    """Where only the month or the year is known, it is taken to be old sooner rather than later."""
    assert over_a_year_old(checked, "2026-11-23") is old


@pytest.mark.parametrize("today", ["1970-01-01", "", "2026", "yesterday"])
def test_a_clock_that_is_off_calls_nothing_old(today: str) -> None:
    """A computer without the time cannot tell how old anything is."""
    assert not over_a_year_old("2025-03-03", today)

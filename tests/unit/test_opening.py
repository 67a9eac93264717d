"""Whether a line is open: real lines, at the hours when clocks change, seen from elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core import opening as op
from copecli.core.lines import ALWAYS, CrisisLine
from copecli.core.opening import Clock, Opening, hours_words, opening
from copecli.system import lines, zones

BERLIN, NEW_YORK, SYDNEY, LORD_HOWE = (
    "Europe/Berlin", "America/New_York", "Australia/Sydney", "Australia/Lord_Howe",
)  # fmt: skip

try:
    ZoneInfo(BERLIN)
except ZoneInfoNotFoundError:
    pytest.skip("this computer has no table of zones", allow_module_level=True)


def minute(utc: str) -> int:
    """Return the moment of 2026-03-29T01:00 in UTC."""
    return int(datetime.fromisoformat(utc).replace(tzinfo=UTC).timestamp() // 60)


def clock(utc: str, here: str | None) -> Clock:
    """Return the clock of somebody in the zone `here`."""
    return Clock(minute(utc), zones.offset_of, zones.offset_of(here) if here else None)


def real(line_id: str) -> CrisisLine:
    """Return a line that is shipped."""
    country = lines.load_country(line_id[:2].upper())
    return next(line for line in country.lines if line.id == line_id)


def made(zone: str, **days: str) -> CrisisLine:
    """Return a line with one span on each of these days, or on every `daily`."""
    spans = tuple(
        tuple(filter(None, (days.get(day, days.get("daily", "")),)))
        for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    )
    return CrisisLine("ie-x", "X", phone="555-0100", opens=spans, zone=zone, hours="As written")


def said(line: CrisisLine, utc: str, here: str | None) -> list[str]:
    """Return what a person reads of the hours."""
    return [part.worded(str) for part in hours_words(line, clock(utc, here))]


# real lines x the changes of clocks x where the person is

TABLE = (
    # Germany, Mon to Sat 14:00 to 20:00: in Berlin, the day before and after either change of the clocks
    ("de-nummergegenkummer", "2026-03-28T12:59", BERLIN, "opens at 14:00"),
    ("de-nummergegenkummer", "2026-03-28T13:00", BERLIN, "open now, until 20:00"),
    ("de-nummergegenkummer", "2026-03-28T19:00", BERLIN, "opens on Monday at 14:00"),
    ("de-nummergegenkummer", "2026-03-29T10:00", BERLIN, "opens tomorrow at 14:00"),
    ("de-nummergegenkummer", "2026-03-30T12:00", BERLIN, "open now, until 20:00"),
    ("de-nummergegenkummer", "2026-10-24T12:00", BERLIN, "open now, until 20:00"),
    ("de-nummergegenkummer", "2026-10-26T12:30", BERLIN, "opens at 14:00"),
    # the same, for somebody in New York, where the clocks change three weeks earlier and one week later
    ("de-nummergegenkummer", "2026-03-07T12:30", NEW_YORK, "opens at 08:00"),
    ("de-nummergegenkummer", "2026-03-09T12:30", NEW_YORK, "opens at 09:00"),
    ("de-nummergegenkummer", "2026-03-30T11:30", NEW_YORK, "opens at 08:00"),
    ("de-nummergegenkummer", "2026-10-26T13:00", NEW_YORK, "open now, until 15:00"),
    ("de-nummergegenkummer", "2026-11-02T13:00", NEW_YORK, "open now, until 14:00"),
    # Denmark, 11:00 to 5:00: over midnight and over both changes, in the middle of the night
    ("dk-livslinien", "2026-03-29T00:30", "Europe/Copenhagen", "open now, until 05:00"),
    ("dk-livslinien", "2026-03-29T02:59", "Europe/Copenhagen", "open now, until 05:00"),
    ("dk-livslinien", "2026-03-29T03:00", "Europe/Copenhagen", "opens at 11:00"),
    ("dk-livslinien", "2026-10-25T00:30", "Europe/Copenhagen", "open now, until 05:00"),
    ("dk-livslinien", "2026-10-25T03:59", "Europe/Copenhagen", "open now, until 05:00"),
    ("dk-livslinien", "2026-10-25T04:00", "Europe/Copenhagen", "opens at 11:00"),
    ("dk-livslinien", "2026-10-25T03:30", SYDNEY, "open now, until 15:00"),
    ("dk-livslinien", "2026-07-01T04:00", "America/Los_Angeles", "opens tomorrow at 02:00"),
    # Estonia and Italy, to midnight
    ("ee-116123", "2026-03-28T21:30", "Europe/Tallinn", "open now, until midnight"),
    ("ee-116123", "2026-03-28T22:00", "Europe/Tallinn", "opens at 10:00"),
    ("ee-116123", "2026-03-29T06:59", "Europe/Tallinn", "opens at 10:00"),
    ("ee-116123", "2026-03-29T07:00", "Europe/Tallinn", "open now, until midnight"),
    ("ee-116123", "2026-10-25T07:59", "Europe/Tallinn", "opens at 10:00"),
    ("ee-116123", "2026-10-25T08:00", BERLIN, "open now, until 23:00"),
    ("it-telefonoamico", "2026-03-28T23:30", "Europe/Rome", "opens at 09:00"),
    ("it-telefonoamico", "2026-10-24T21:59", "Europe/Rome", "open now, until midnight"),
    ("it-telefonoamico", "2026-10-25T07:30", "Europe/London", "opens at 08:00"),
    ("it-telefonoamico", "2026-10-25T08:00", "Europe/London", "open now, until 23:00"),
    # Kenya, Mon to Fri 9:00 to 17:00: no change there, but where the person is
    ("ke-befrienders", "2026-03-30T05:59", "Europe/London", "opens at 07:00"),
    ("ke-befrienders", "2026-03-27T05:59", "Europe/London", "opens at 06:00"),
    ("ke-befrienders", "2026-10-23T14:00", "Africa/Nairobi", "opens on Monday at 09:00"),
    ("ke-befrienders", "2026-10-25T23:00", "Europe/London", "opens tomorrow at 06:00"),
    ("ke-befrienders", "2026-10-26T05:59", "Africa/Nairobi", "opens at 09:00"),
    # Malaysia, 8:00 to 24:00: midnight there is noon in New York in summer, 11:00 in winter
    ("my-heal", "2026-03-07T12:00", NEW_YORK, "open now, until 11:00"),
    ("my-heal", "2026-03-09T12:00", NEW_YORK, "open now, until 12:00"),
    ("my-heal", "2026-11-01T16:30", NEW_YORK, "opens at 19:00"),
    # Serbia, 14:00 to 23:00
    ("rs-srce", "2026-03-29T11:59", "Europe/Belgrade", "opens at 14:00"),
    ("rs-srce", "2026-03-29T12:00", "Europe/Belgrade", "open now, until 23:00"),
    ("rs-srce", "2026-10-25T12:59", "Europe/Belgrade", "opens at 14:00"),
    ("rs-srce", "2026-10-25T22:00", "Europe/Belgrade", "opens tomorrow at 14:00"),
    # France: by weekday; Luxembourg: late at its end; Slovenia: all night; Portugal: past midnight
    ("fr-croixrouge", "2026-03-28T10:30", "Europe/Paris", "opens at 12:00"),
    ("fr-croixrouge", "2026-03-28T17:00", "Europe/Paris", "opens on Monday at 10:00"),
    ("fr-croixrouge", "2026-10-26T08:30", "America/Cayenne", "opens at 06:00"),
    ("lu-454545", "2026-03-29T00:30", "Europe/Luxembourg", "open now, until 03:00"),
    ("lu-454545", "2026-03-29T01:00", "Europe/Luxembourg", "opens at 11:00"),
    ("lu-454545", "2026-10-25T01:30", "Europe/Luxembourg", "open now, until 03:00"),
    ("lu-454545", "2026-10-25T02:00", "Europe/Luxembourg", "opens at 11:00"),
    ("si-klic", "2026-03-29T01:30", "Europe/Ljubljana", "open now, until 07:00"),
    ("si-klic", "2026-03-29T05:00", "Europe/Ljubljana", "opens at 19:00"),
    ("si-klic", "2026-10-25T05:59", "Europe/Ljubljana", "open now, until 07:00"),
    ("si-klic", "2026-10-25T06:00", "Europe/London", "opens at 18:00"),
    ("pt-sosvozamiga", "2026-03-29T00:29", "Europe/Lisbon", "open now, until 00:30"),
    ("pt-sosvozamiga", "2026-03-29T00:30", "Europe/Lisbon", "opens at 15:30"),
    ("pt-sosvozamiga", "2026-10-25T15:29", "Atlantic/Azores", "opens at 14:30"),
    ("sk-narodna", "2026-03-29T08:00", "Europe/Bratislava", "open now, until 18:00"),
    ("nl-mind", "2026-10-24T10:00", "Europe/Amsterdam", "opens on Monday at 09:00"),
    # Australia, 15:00 to 24:00 wherever the caller is
    ("au-qlife", "2026-04-04T16:00", SYDNEY, "opens at 15:00"),
    ("au-qlife", "2026-04-05T05:00", SYDNEY, "open now, until midnight"),
    ("au-qlife", "2026-04-05T04:59", SYDNEY, "opens at 15:00"),
    ("au-qlife", "2026-04-05T04:59", "Australia/Perth", "opens at 15:00"),
    ("au-qlife", "2026-10-04T04:00", SYDNEY, "open now, until midnight"),
    ("au-qlife", "2026-10-04T04:00", LORD_HOWE, "open now, until midnight"),
)  # fmt: skip


@pytest.mark.parametrize(("line_id", "utc", "here", "status"), TABLE)
def test_a_real_line_is_open_by_its_own_clock_and_told_in_the_persons(
    line_id: str, utc: str, here: str, status: str
) -> None:
    """On the days when clocks go forward or back, there or here."""
    assert said(real(line_id), utc, here)[0] == status


@pytest.mark.parametrize("here", [BERLIN, "America/St_Johns", "Pacific/Auckland", None])
@pytest.mark.parametrize("utc", ["2026-03-29T01:00", "2026-10-25T01:00", "2026-11-01T06:00"])
def test_day_and_night_needs_no_clock_and_what_is_not_exactly_known_claims_nothing(
    utc: str, here: str | None
) -> None:
    """Nothing but the line's own words."""
    for line_id in ("us-988", "ie-pieta"):
        assert opening(real(line_id), clock(utc, here)) == Opening(True)
        assert said(real(line_id), utc, here) == ["24/7"]
    for line_id in ("cn-12356", "cz-116123", "hr-hrabri"):
        assert opening(real(line_id), clock(utc, here)) is None
        assert said(real(line_id), utc, here) == [real(line_id).hours]


# an hour that is left out, and one that comes twice

SKIPPED, TWICE = "2026-03-29", "2026-10-25"
"""In Berlin: 02:00 is 03:00 at 01:00 UTC; 03:00 is 02:00 again at 01:00 UTC."""


@pytest.mark.parametrize(
    ("span", "day", "from_utc", "until_utc"),
    [
        ("02:30-04:00", SKIPPED, "01:00", "02:00"),
        ("01:00-02:30", SKIPPED, "00:00", "01:00"),
        ("02:10-02:50", SKIPPED, None, None),
        ("02:30-04:00", TWICE, "00:30", "03:00"),
        ("01:00-02:30", TWICE, "23:00", "00:30"),
        ("02:15-02:45", TWICE, "00:15", "00:45"),
        ("03:00-04:00", TWICE, "02:00", "03:00"),
    ],
)
def test_an_hour_that_is_skipped_or_doubled_opens_and_closes_at_its_first_moment(
    span: str, day: str, from_utc: str | None, until_utc: str | None
) -> None:
    """It opens with the leap; where an hour comes twice nobody is sent to the second."""
    line = made(BERLIN, sun=span)
    after = minute(f"{day}T12:00")
    changes = [
        at for at in range(after - 16 * 60, after) if _open(line, at, BERLIN) != _open(line, at - 1, BERLIN)
    ]
    first = minute(f"{day}T{from_utc}") - (24 * 60 if from_utc == "23:00" else 0) if from_utc else None
    assert changes == ([] if first is None or until_utc is None else [first, minute(f"{day}T{until_utc}")])


def _open(line: CrisisLine, at: int, here: str | None) -> bool:
    found = opening(line, Clock(at, zones.offset_of, zones.offset_of(here) if here else None))
    assert found is not None
    return found.is_open


ZONES = (BERLIN, NEW_YORK, SYDNEY, LORD_HOWE, "Africa/Casablanca", "Asia/Kathmandu", "America/St_Johns",
         "Pacific/Apia", "Pacific/Chatham", "UTC")  # fmt: skip
_CLOCK = st.integers(0, 95).map(lambda quarter: f"{quarter // 4:02d}:{quarter % 4 * 15:02d}")
_SPAN = st.tuples(_CLOCK, st.one_of(_CLOCK, st.just("24:00"))).filter(lambda two: two[0] != two[1])


@given(
    zone=st.sampled_from(ZONES),
    spans=st.lists(st.lists(_SPAN.map("-".join), max_size=2), min_size=7, max_size=7),
    at=st.integers(minute("2026-01-02T00:00"), minute("2027-12-30T00:00")),
)
def test_a_line_is_open_exactly_when_its_own_clock_shows_an_hour_of_its_hours(
    zone: str, spans: list[list[str]], at: int
) -> None:
    """At any moment of two years, in any zone, but for an hour that comes twice."""
    line = CrisisLine("ie-x", "X", opens=tuple(map(tuple, spans)), zone=zone, hours="x")
    if line.always or not any(spans) or _comes_twice(at, zone):
        return
    found = opening(line, Clock(at, zones.offset_of, zones.offset_of("UTC")))
    assert found is not None
    assert found.is_open == _shows_an_hour_of(line, at, zone)
    if found.changes is not None:
        assert found.changes > at
        assert _open(line, found.changes, "UTC") != found.is_open
        assert _open(line, found.changes - 1, "UTC") == found.is_open


def _local(at: int, zone: str) -> datetime:
    return datetime.fromtimestamp(at * 60, ZoneInfo(zone))


def _comes_twice(at: int, zone: str) -> bool:
    shown = _local(at, zone)
    first, second = shown.replace(fold=0), shown.replace(fold=1)
    return first.utcoffset() != second.utcoffset()


def _shows_an_hour_of(line: CrisisLine, at: int, zone: str) -> bool:
    shown = _local(at, zone).replace(tzinfo=None)
    for days in (0, 1):
        day = (shown - timedelta(days=days)).replace(hour=0, minute=0)
        for span in line.opens[day.weekday()]:
            start, end = (day + timedelta(minutes=op._minutes(part)) for part in span.split("-"))
            if start <= shown < (end if end > start else end + timedelta(days=1)):
                return True
    return False


# clocks and tables that cannot be trusted


@pytest.mark.parametrize("utc", ["1970-01-01T00:05", "2025-12-31T23:59", "2050-01-01T00:00"])
def test_a_clock_that_is_off_claims_nothing(utc: str) -> None:
    """The hours alone; day and night stays day and night."""
    line = real("de-nummergegenkummer")
    assert opening(line, clock(utc, BERLIN)) is None
    assert said(line, utc, BERLIN) == [line.hours]
    assert opening(real("us-988"), clock(utc, BERLIN)) == Opening(True)


def test_without_a_table_of_zones_the_hours_name_the_place_whose_clock_is_meant() -> None:
    """One calm line and no claim; hours by the caller's own clock are told as ever."""
    bare = Clock(minute("2026-03-30T12:00"), lambda _zone: None, zones.offset_of(BERLIN))
    words = [part.worded(str) for part in hours_words(real("de-nummergegenkummer"), bare)]
    assert words == ["Mon to Sat, 14:00 to 20:00, by the clock in Berlin"]
    assert hours_words(real("au-qlife"), bare)[0].worded(str) == "opens at 15:00"


def test_over_ssh_what_is_open_is_told_by_the_lines_own_clock() -> None:
    """The clock that the program sees is a server's; open is open everywhere."""
    assert said(real("my-heal"), "2026-03-09T12:00", None) == [
        "open now, until midnight",
        "Every day, 8:00 to 24:00, by the clock in Kuala Lumpur",
    ]
    assert said(real("au-qlife"), "2026-04-05T05:00", None) == [real("au-qlife").hours]


def test_hours_of_elsewhere_name_the_place_only_where_the_clocks_differ() -> None:
    """In Vienna a clock shows what it shows in Berlin."""
    line = real("de-nummergegenkummer")
    assert said(line, "2026-03-30T12:00", "Europe/Vienna")[1] == "Mon to Sat, 14:00 to 20:00"
    assert said(line, "2026-03-30T12:00", NEW_YORK)[1] == "Mon to Sat, 14:00 to 20:00, by the clock in Berlin"


@pytest.mark.parametrize("name", ["", "Nowhere/Here", "../etc/passwd", "/etc/passwd", "Europe/Berlin\x00"])
def test_a_zone_that_is_none_is_nothing_and_no_error(name: str) -> None:
    """Whatever stands in a file."""
    assert zones.offset_of(name) is None


def test_the_clock_of_this_computer_answers_for_every_year() -> None:
    """Far off, too: nothing raises."""
    for at in (-(10**9), 0, op.EARLIEST, 10**12):
        assert isinstance(zones.offset_here(at), int)
        off = Clock(at, zones.offset_of, zones.offset_here)
        assert hours_words(real("de-nummergegenkummer"), off)[-1].worded(str).startswith("Mon to Sat")


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (made("UTC", daily="00:00-24:00"), None),
        (made("UTC", mon="00:00-24:00", tue="00:00-24:00"), "open now, until tomorrow at midnight"),
        (made("UTC", sun="10:00-11:00"), "opens on Sunday at 10:00"),
        (made("UTC", mon="08:00-09:00"), "closed now"),
        (made("UTC", mon="08:00-10:00", tue="10:00-24:00"), "opens tomorrow at 10:00"),
        (made("UTC", tue="00:00-08:00"), "opens at midnight"),
        (made("UTC", mon="10:30-24:00", tue="00:00-11:00"), "opens at 10:30"),
        (made("UTC", mon="09:00-24:00", tue="00:00-09:30"), "open now, until 09:30"),
        (made("UTC", mon="09:00-24:00", tue="00:00-11:30"), "open now, until tomorrow at 11:30"),
    ],
)  # fmt: skip
def test_spans_that_touch_are_one_and_what_is_far_off_names_its_day(
    line: CrisisLine, status: str | None
) -> None:
    """On a Monday at ten."""
    words = said(line, "2026-03-30T10:00", "UTC")
    assert words == [status, "As written"] if status else words == ["As written"]


def test_a_day_that_a_country_left_out_opens_with_the_next() -> None:
    """As Samoa left out a whole Friday: the clock leaps from Thursday's end to Saturday."""
    leap = minute("2027-01-01T10:00")

    def offset(at: int) -> int:
        return 14 * 60 if at >= leap else -10 * 60

    line = made("Pacific/Apia", daily="09:00-17:00")
    on_thursday = Clock(leap - 60, lambda _zone: offset, offset)
    assert opening(line, on_thursday) == Opening(False, leap + 9 * 60)


def test_every_shipped_line_can_be_told_at_every_change_of_clocks() -> None:
    """No file holds hours at which the program stumbles, wherever the person is."""
    moments = (
        "2026-03-08T07:00",
        "2026-03-29T01:00",
        "2026-04-04T16:00",
        "2026-10-25T01:00",
        "2026-11-01T06:00",
    )
    every = [line for code in lines.country_codes() for line in lines.load_country(code).lines]
    hourly = [line for line in every if line.opens and line.opens != ALWAYS]
    assert len(hourly) >= 8
    for line, utc, here in product(hourly, moments, (BERLIN, SYDNEY, None)):
        told = hours_words(line, clock(utc, here))
        assert 1 <= len(told) <= 2

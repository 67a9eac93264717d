"""Moments: told as the person's clock told them, for every day of eight thousand years."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.when import LAST_MS, When, day_number
from tests.journals import whens


def as_datetime(when: When) -> datetime:
    """Return the moment as the standard library has it."""
    zone = timezone(timedelta(minutes=when.offset))
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=when.utc_ms)).astimezone(zone)


@given(whens)
def test_it_tells_what_the_standard_library_tells(when: When) -> None:
    """Date, month, hour, weekday, clock and ISO form are those of `datetime`."""
    known = as_datetime(when)
    assert when.date() == known.strftime("%Y-%m-%d").rjust(10, "0")
    assert when.month() == when.date()[:7]
    assert when.hour() == known.hour
    assert when.weekday() == known.weekday()
    assert when.clock() == known.strftime("%H:%M")
    assert when.iso() == known.isoformat(timespec="milliseconds")


@given(whens)
def test_it_is_read_back_as_the_same(when: When) -> None:
    """ISO text and back."""
    assert When.from_iso(when.iso()) == when


@given(st.dates(date(1970, 1, 1)))
def test_every_day_has_its_number(day: date) -> None:
    """Days since 1970."""
    assert day_number(day.isoformat()) == (day - date(1970, 1, 1)).days


@given(st.integers(-(10**18), 10**18), st.integers(-5000, 5000))
def test_any_clock_can_be_told(utc_ms: int, offset: int) -> None:
    """A clock that is far off gives the nearest moment there is, and stops nobody."""
    when = When.nearest(utc_ms, offset)
    assert When.from_iso(when.iso()) == when
    if utc_ms - 86_400_000 >= 0 and utc_ms <= LAST_MS - 86_400_000:
        assert when.utc_ms == utc_ms


@pytest.mark.parametrize(
    ("text", "utc_ms", "offset"),
    [
        ("1970-01-01T00:00Z", 0, 0),
        ("1970-01-01T01:00:00+01:00", 0, 60),
        ("2026-11-26T03:12:00.000+01:00", 1_795_659_120_000, 60),
        ("2026-11-25T20:42:00.5-05:30", 1_795_659_120_500, -330),
        ("2024-02-29T12:00:00.1239+00:00", 1_709_208_000_123, 0),
        ("9999-12-31T23:59:59.999-00:00", LAST_MS, 0),
    ],
)
def test_shorter_forms_are_read_too(text: str, utc_ms: int, offset: int) -> None:
    """Without seconds, with Z, with more or fewer parts of a second."""
    assert When.from_iso(text) == When(utc_ms, offset)


@pytest.mark.parametrize(
    "bad",
    [
        "", "now", "2026-11-26", "2026-11-26T03:12:00", "2026-11-26 03:12:00+01:00", "2026-11-26T24:00Z",
        "2026-11-26T03:60Z", "2026-11-26T03:12:60Z", "2026-02-29T00:00Z", "2026-13-01T00:00Z",
        "2026-00-01T00:00Z",
        "2026-11-00T00:00Z", "1969-12-31T23:59Z", "10000-01-01T00:00Z", "2026-11-26T03:12+24:00",
        "2026-11-26T03:12:00.+01:00", "2026-11-26T03:12:00.x+01:00", "2026-11-26T03:12+0100",
        "٢٠٢٦-11-26T03:12Z", "1970-01-01T00:00+01:00", "9999-12-31T23:59-01:00", "2026-11-26T3:12Z",
    ],
)  # fmt: skip
def test_what_is_no_moment_is_refused(bad: str) -> None:
    """A slip in any place is seen."""
    with pytest.raises(ValueError):  # noqa: PT011
        When.from_iso(bad)


def test_the_hour_that_comes_twice_has_two_names() -> None:
    """The clocks go back at three: half past two is there twice, an hour apart, and in order."""
    first, second = When.from_iso("2026-10-25T02:30:00+02:00"), When.from_iso("2026-10-25T02:30:00+01:00")
    assert second.utc_ms - first.utc_ms == 3_600_000
    assert first < second
    assert first.clock() == second.clock()
    assert first.date() == second.date()

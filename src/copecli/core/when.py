"""A moment as the person's own clock showed it: UTC and how far east of it the clock stood.

Invariant: it is arithmetic and nothing else, with no time zone to look up, so that a journal reads the same
on every computer and after a law has moved the clocks. Both ways of telling it lie in the years 1970 to 9999.
"""

from __future__ import annotations

from dataclasses import dataclass

MINUTE_MS = 60_000
DAY_MS = 86_400_000
FURTHEST = 1439
"""Minutes east or west of UTC."""
LAST_MS = 253_402_300_799_999
"""9999-12-31T23:59:59.999 in UTC."""

_DAYS_TO_1970 = 719_468
"""From 0000-03-01, where a year of leap days begins."""
_DAYS_IN_ERA = 146_097
"""400 years: after them the calendar repeats."""
_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A moment, with the clock that it was read from; earlier ones are less."""

    utc_ms: int
    """Milliseconds since 1970 in UTC."""
    offset: int = 0
    """Minutes that the clock stood east of UTC, -1439 to 1439."""

    def __post_init__(self) -> None:
        """Refuse what no calendar of ours can tell."""
        if abs(self.offset) > FURTHEST or not (
            0 <= self.utc_ms <= LAST_MS and 0 <= self._local_ms <= LAST_MS
        ):
            raise ValueError("not a moment of the years 1970 to 9999")

    @classmethod
    def nearest(cls, utc_ms: int, offset: int) -> When:
        """Return that moment, or the nearest one there is: a clock that is far off never stops a save."""
        offset = max(-FURTHEST, min(FURTHEST, offset))
        east = offset * MINUTE_MS
        return cls(max(0, -east, min(LAST_MS, LAST_MS - east, utc_ms)), offset)

    @classmethod
    def from_iso(cls, text: str) -> When:
        """Return the moment of `2026-11-26T03:12:00.000+01:00`; raise ValueError.

        Seconds and their parts may be left out, and Z is UTC.
        """
        date, t, rest = text.partition("T")
        clock, sign, zone = _split_zone(rest)
        year, month, day = _numbers(date, "-", (4, 2, 2))
        if not t or not (year >= 1970 and 1 <= month <= 12 and 1 <= day <= _days_in(year, month)):
            raise ValueError("not a date")
        offset = sign * _clock_ms(zone) // MINUTE_MS
        local = (_days_of(year, month, day)) * DAY_MS + _clock_ms(clock)
        return cls(local - offset * MINUTE_MS, offset)

    @property
    def _local_ms(self) -> int:
        return self.utc_ms + self.offset * MINUTE_MS

    def date(self) -> str:
        """Return the day on the person's calendar, as in 2026-11-26."""
        year, month, day = _date_of(self._local_ms // DAY_MS)
        return f"{year:04d}-{month:02d}-{day:02d}"

    def month(self) -> str:
        """Return the month on the person's calendar, as in 2026-11."""
        return self.date()[:7]

    def hour(self) -> int:
        """Return the hour that the clock showed, 0 to 23."""
        return self._local_ms % DAY_MS // (60 * MINUTE_MS)

    def clock(self) -> str:
        """Return what the clock showed, as in 03:12."""
        return f"{self.hour():02d}:{self._local_ms // MINUTE_MS % 60:02d}"

    def weekday(self) -> int:
        """Return the day of the week: 0 is Monday, 6 is Sunday."""
        return (self._local_ms // DAY_MS + 3) % 7

    def iso(self) -> str:
        """Return it as text that `from_iso` reads back as the same."""
        seconds, ms = divmod(self._local_ms % MINUTE_MS, 1000)
        hours, minutes = divmod(abs(self.offset), 60)
        sign = "-" if self.offset < 0 else "+"
        return f"{self.date()}T{self.clock()}:{seconds:02d}.{ms:03d}{sign}{hours:02d}:{minutes:02d}"


def day_number(date: str) -> int:
    """Return the days from 1970-01-01 to an ISO date; raise ValueError."""
    year, month, day = _numbers(date, "-", (4, 2, 2))
    if not (1 <= month <= 12 and 1 <= day <= _days_in(year, month)):
        raise ValueError("not a date")
    return _days_of(year, month, day)


def _days_of(year: int, month: int, day: int) -> int:
    """Return the days from 1970-01-01, after Howard Hinnant's `days_from_civil` (public domain)."""
    year -= month < 3
    era, in_era = divmod(year, 400)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * _DAYS_IN_ERA + in_era * 365 + in_era // 4 - in_era // 100 + of_year - _DAYS_TO_1970


def _date_of(days: int) -> tuple[int, int, int]:
    """Return (year, month, day), after his `civil_from_days`."""
    era, in_era = divmod(days + _DAYS_TO_1970, _DAYS_IN_ERA)
    year = (in_era - in_era // 1460 + in_era // 36524 - in_era // 146096) // 365
    of_year = in_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return year + era * 400 + (month < 3), month, of_year - (153 * shifted + 2) // 5 + 1


def _days_in(year: int, month: int) -> int:
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _MONTHS[month - 1] + leap


def _numbers(text: str, between: str, digits: tuple[int, ...]) -> tuple[int, ...]:
    parts = text.split(between)
    if [len(part) for part in parts] != list(digits) or not all(p.isascii() and p.isdigit() for p in parts):
        raise ValueError("not of that shape")
    return tuple(map(int, parts))


def _split_zone(text: str) -> tuple[str, int, str]:
    """Return (clock, sign, zone)."""
    if text.endswith("Z"):
        return text[:-1], 1, "00:00"
    for sign, factor in (("+", 1), ("-", -1)):
        clock, found, zone = text.partition(sign)
        if found and len(zone) == 5:
            return clock, factor, zone
    raise ValueError("no offset")


def _clock_ms(text: str) -> int:
    """Return the milliseconds of 03:12, 03:12:00 or 03:12:00.000."""
    whole, dot, part = text.partition(".")
    shape = (2, 2, 2) if len(whole) > 5 or dot else (2, 2)
    hour, minute, *rest = _numbers(whole, ":", shape)
    second = rest[0] if rest else 0
    if hour > 23 or minute > 59 or second > 59 or (dot and not (part.isascii() and part.isdigit())):
        raise ValueError("not a time of day")
    return (hour * 60 + minute) * MINUTE_MS + second * 1000 + int((part + "000")[:3])

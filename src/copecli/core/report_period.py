"""The time that a report is about, and the days that a person names for it.

Invariant: today is handed in; what is no day of the calendar is never guessed at.
"""

from __future__ import annotations

from copecli.core.when import DAY_MS, When, day_number
from copecli.words import N_

WEEKS, MONTHS, ALL, DATES = "weeks", "months", "all", "dates"
PERIODS = (
    (WEEKS, N_("The last 4 weeks")),
    (MONTHS, N_("The last 3 months")),
    (ALL, N_("All that is kept")),
    (DATES, N_("From one day to another")),
)
"""(id, words); the first is the usual one."""

_DAYS = 28
_MONTHS = 3
_SHORTEST_MONTH = 28


def first_day(period: str, today: str) -> str:
    """Return the first day (ISO) of one of PERIODS that ends today; nothing where it has none."""
    if period == WEEKS:
        return When(max(0, day_number(today) - _DAYS + 1) * DAY_MS).date()
    return max(_months_before(today), When(0).date()) if period == MONTHS else ""


def _months_before(today: str) -> str:
    """Return the same day three months before, or the 28th where that month may be shorter."""
    year, month, day = map(int, today.split("-"))
    months = year * 12 + month - 1 - _MONTHS
    return f"{months // 12:04d}-{months % 12 + 1:02d}-{min(day, _SHORTEST_MONTH):02d}"


def day_called(text: str) -> str:
    """Return the day (ISO) that was typed, such as 2026-5-2 or 2026-05-02; nothing where it is none."""
    parts = text.strip().replace("/", "-").replace(".", "-").split("-")
    if len(parts) != 3 or len(parts[0]) != 4:
        return ""
    day = "-".join(part if at == 0 else part.rjust(2, "0") for at, part in enumerate(parts))
    try:
        return day if day_number(day) >= 0 else ""
    except ValueError:
        return ""

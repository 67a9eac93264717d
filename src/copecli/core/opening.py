"""Whether a crisis line answers now, and when that changes, in the person's own time.

Invariant: nothing is said to be open that its file does not say is open at that moment by the line's own
clock. Where the hours are not exactly known, or a clock cannot be trusted, the line's own words stand alone.

A moment is whole minutes since 1970 in UTC, a clock time those minutes as a clock of some zone shows them.
Zones are handed in as functions. An hour that a clock leaves out begins and ends where the clock leaps; of
one that it shows twice the first counts, for opening as for closing: nobody is sent to a line that may have
closed.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.reach import Sentence, as_is, sentence
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from copecli.core.lines import CrisisLine, Opens

    Offset: TypeAlias = Callable[[int], int]
    """From a moment to the minutes that the zone's clock stands east of UTC then."""

LOCAL = "local"
"""The zone of a line that keeps the caller's hours, wherever that is."""

HOUR, DAY = 60, 24 * 60
_DAYS_AHEAD = 8
"""Days looked through: what opens once a week is found."""
EARLIEST, LATEST = 29_453_760, 42_076_800
"""The years 2026 to 2049: a clock that shows another one is off, and nothing is said by it."""


@dataclass(frozen=True, slots=True)
class Clock:
    """What time it is, here and elsewhere."""

    now: int
    zone: Callable[[str], Offset | None]
    """The offset of the zone of that name; None where this computer does not know it."""
    here: Offset | None = None
    """Of the person's own clock; None where it is not known, as over ssh."""

    @property
    def right(self) -> bool:
        """Return whether the clock can be right."""
        return EARLIEST <= self.now < LATEST

    def of(self, line: CrisisLine) -> Offset | None:
        """Return the offset by which the hours of `line` are meant."""
        return self.here if line.zone == LOCAL else self.zone(line.zone)


@dataclass(frozen=True, slots=True)
class Opening:
    """Open or closed, and until when."""

    is_open: bool
    changes: int | None = None
    """The moment at which that changes; None where it does not within a week."""


def opening(line: CrisisLine, clock: Clock) -> Opening | None:
    """Return whether the line is open at this moment; None where that is not known."""
    if line.always:
        return Opening(True)
    offset = clock.of(line) if line.opens and clock.right else None
    if offset is None:
        return None
    for start, end in _spans(line.opens, offset, clock.now):
        if clock.now < start:
            return Opening(False, start)
        if clock.now < end:
            return Opening(True, end if end < clock.now + (_DAYS_AHEAD - 1) * DAY else None)
    return Opening(False)


def _spans(opens: Opens, offset: Offset, now: int) -> list[tuple[int, int]]:
    """Return from and until which moments it is open, from yesterday on; those that touch are one."""
    today = (now + offset(now)) // DAY
    found = []
    for day in range(today - 1, today + _DAYS_AHEAD):
        for span in opens[(day + 3) % 7]:  # the first day of 1970 was a Thursday
            start, end = _minutes(span[:5]), _minutes(span[6:])
            end += DAY if end <= start else 0
            found.append((_first_at(day * DAY + start, offset), _first_at(day * DAY + end, offset)))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        elif start < end:
            merged.append((start, end))
    return merged


def _minutes(text: str) -> int:
    return int(text[:2]) * HOUR + int(text[3:])


def _first_at(shown: int, offset: Offset) -> int:
    """Return the first moment at which the clock shows that time or, where it leaves it out, a later one."""
    before, after = offset(shown - DAY), offset(shown + DAY)
    found = [shown - east for east in (before, after) if offset(shown - east) == east]
    if found:
        return min(found)
    low, high = shown - after, shown - before
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if offset(middle) == before else (low, middle)
    return high


# in words


def hours_words(line: CrisisLine, clock: Clock) -> tuple[Sentence, ...]:
    """Return whether it is open now, where that is worth a word, and its hours as they are known."""
    hours = (_hours(line, clock),) if line.hours else ()
    found = None if line.always else opening(line, clock)
    if found is None:
        return hours
    offset = clock.here or clock.of(line)
    return hours if offset is None else (_status(found, clock.now, offset), *hours)


def _hours(line: CrisisLine, clock: Clock) -> Sentence:
    """Return its own words; where they are not meant by the person's clock, by which they are."""
    if line.always or not line.opens or line.zone == LOCAL:
        return as_is(line.hours)
    theirs = clock.zone(line.zone)
    if theirs is not None and clock.here is not None and theirs(clock.now) == clock.here(clock.now):
        return as_is(line.hours)
    place = line.zone.rpartition("/")[2].replace("_", " ")
    return sentence(N_("{hours}, by the clock in {place}"), hours=line.hours, place=place)


_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_OPENS = (N_("opens at {time}"), N_("opens tomorrow at {time}"), N_("opens on {day} at {time}"))
_CLOSES = (
    N_("open now, until {time}"),
    N_("open now, until tomorrow at {time}"),
    N_("open now, until {day} at {time}"),
)


def _status(found: Opening, now: int, offset: Offset) -> Sentence:
    changes = found.changes
    if changes is None:
        return sentence(N_("open now") if found.is_open else N_("closed now"))
    shown = changes + offset(changes)
    day = (shown - 1) // DAY  # midnight is the end of a day
    ahead = day - (now + offset(now)) // DAY
    if ahead > 6:
        return sentence(N_("closed now"))
    if found.is_open and changes - now < DAY:
        ahead = 0  # "until 05:00" is the next one
    return sentence(
        (_CLOSES if found.is_open else _OPENS)[min(ahead, 2)],
        time=_time(shown),
        day=sentence(_WEEKDAYS[(day + 3) % 7]),
    )


def _time(shown: int) -> Sentence:
    hour, minute = divmod(shown % DAY, HOUR)
    return sentence(N_("midnight")) if hour == minute == 0 else as_is(f"{hour:02d}:{minute:02d}")

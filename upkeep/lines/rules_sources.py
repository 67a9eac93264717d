"""Rules about sources and dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from copecli.core.lines import is_date
from upkeep.lines.sites import families, publishers, strong

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copecli.core.lines import Source
    from upkeep.lines.shipped import Shipped

NEEDED = {"high": 2, "medium": 1}
"""How many publishers have to confirm a number."""


def one_publisher(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield the lines that only one publisher gives."""
    for _, line in shipped.lines():
        if len(publishers(line.sources)) < 2:
            yield line.id, f"only {', '.join(publishers(line.sources)) or 'nobody'}"


def too_few_strong(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield the lines that too few publishers confirm for what they say of themselves."""
    for _, line in shipped.lines():
        found = strong(line)
        if len(found) < NEEDED[line.confidence]:
            yield line.id, f"is {line.confidence}; {', '.join(sorted(found)) or 'nobody'} confirms it"


def one_family(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield the countries whose emergency numbers come from one family of sources."""
    for stem, country in shipped.countries.items():
        if len(families(country.emergency)) < 2:
            yield stem, f"only {', '.join(families(country.emergency)) or 'nobody'}"


def _dated(shipped: Shipped) -> Iterator[tuple[str, str, tuple[Source, ...]]]:
    """Yield whatever has a date: where, the date that is shown, the sources."""
    for stem, country in shipped.countries.items():
        yield stem, country.emergency.checked, country.emergency.sources
    for _, line in shipped.lines():
        yield line.id, line.checked, line.sources
    for finder in shipped.finders.get("finder", ()):
        if "checked" in finder:
            yield finder["name"], finder["checked"], ()
    for few in shipped.finders.get("few", ()):
        yield few["where"], few["checked"], ()


def no_date_of_the_calendar(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield dates such as 2026-02-30, and what has none."""
    for where, checked, sources in _dated(shipped):
        for text in (checked, *(source.date for source in sources if source.date)):
            if not _in_calendar(text):
                yield where, text or "has no date"


def _in_calendar(text: str) -> bool:
    try:
        date.fromisoformat(text + "0001-01-01"[len(text) :])
    except ValueError:
        return False
    return is_date(text)


def date_to_come(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield dates that are later than today."""
    for where, checked, sources in _dated(shipped):
        for text in (checked, *(source.date for source in sources)):
            if text > shipped.today:
                yield where, text


def date_of_no_source(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield the dates that no source has: a date is of evidence, never of an edit."""
    for where, checked, sources in _dated(shipped):
        if sources and checked not in {source.date for source in sources}:
            yield where, f"{checked} is of no source"

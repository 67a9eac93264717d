"""What is due for checking: old evidence, lines to check first, numbers that one's own page alone gives.

Invariant: whatever the program tells people is old is on the list, the oldest first; a date that lacks its
day counts as the earliest that it may be.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from copecli.core.lines import over_a_year_old
from upkeep.lines.sites import names_number, strong

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copecli.core.lines import CrisisLine
    from upkeep.lines.shipped import Shipped

OLD = "evidence older than a year"
MEDIUM = "to check first"
OWN = "its own page alone confirms it"
NOTED = "its note asks for it"
NO_NUMBER = "the newest source does not name the number"

ASKED = "re-check"
"""Stands in a note for maintainers where somebody should look again, whatever the date."""


@dataclass(frozen=True, slots=True)
class Due:
    """A line that somebody should check."""

    id: str
    name: str
    checked: str
    why: tuple[str, ...]


def due_lines(shipped: Shipped) -> tuple[Due, ...]:
    """Return the lines that are due, those with the oldest evidence first."""
    found = [
        Due(line.id, line.name, line.checked, why)
        for stem, line in shipped.lines()
        if (why := tuple(_why(shipped, stem, line)))
    ]
    return tuple(sorted(found, key=lambda due: (due.checked, due.id)))


def _why(shipped: Shipped, stem: str, line: CrisisLine) -> Iterator[str]:
    if over_a_year_old(line.checked, shipped.today):
        yield OLD
    if line.confidence == "medium":
        yield MEDIUM
    if line.own_source and len(strong(line)) == 1:
        yield OWN
    newest = [source for source in line.sources if source.date == line.checked]
    if not any(names_number(source) for source in newest):
        yield NO_NUMBER
    if ASKED in shipped.note(stem, line.id).lower():
        yield NOTED


def due_emergency(shipped: Shipped) -> dict[str, tuple[str, ...]]:
    """Return the countries whose emergency numbers have old evidence, by its date, the oldest first."""
    by_date: dict[str, list[str]] = {}
    for stem, country in shipped.countries.items():
        if over_a_year_old(country.emergency.checked, shipped.today):
            by_date.setdefault(country.emergency.checked, []).append(stem)
    return {checked: tuple(by_date[checked]) for checked in sorted(by_date)}

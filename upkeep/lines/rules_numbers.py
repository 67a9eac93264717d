"""Rules about numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.core.lines import call_first
from upkeep.lines.numbers import (
    WRITTEN,
    emergency_numbers,
    fits,
    forms,
    is_emergency,
    line_numbers,
    shown_by_country,
    shown_by_line,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from upkeep.lines.shipped import Shipped


def no_emergency_number(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield the countries without one."""
    for stem, country in shipped.countries.items():
        if not call_first(country.emergency):
            yield stem, "has none"


def silent_on_ambulance(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield the countries that leave it to be found out on the telephone."""
    for stem, country in shipped.countries.items():
        numbers = country.emergency.general or country.emergency.ambulance
        if not numbers and "ambulance" not in country.emergency.note:
            yield stem, "has no ambulance number, and its note says nothing of it"


def odd_number(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield the numbers of lines that hold words, or that the country cannot have."""
    listed = _listed(shipped)
    for stem, line in shipped.lines():
        for field, number in line_numbers(line):
            if not WRITTEN.fullmatch(number):
                yield line.id, f"{field} should hold one number and no words: {number}"
            elif (line.id, number) not in listed and not fits(number, stem):
                yield line.id, f"{field}: {stem} has no such number: {number}"


def odd_emergency_number(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield the emergency numbers that the library does not know."""
    listed = _listed(shipped)
    for stem, country in shipped.countries.items():
        for number in emergency_numbers(country.emergency):
            if not (number.isascii() and number.isdigit() and 2 <= len(number) <= 5):
                yield stem, f"should be two to five digits: {number}"
            elif (stem, number) not in listed and not is_emergency(number, stem):
                yield stem, f"has no such number: {number}"


def _listed(shipped: Shipped) -> set[tuple[str, str]]:
    return {(entry.of, number) for entry in shipped.lists.not_in_library for number in entry.what}


def never_shown(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield the numbers that are on the list of those never to be shown, in any spelling."""
    shown = [(stem, stem, shown_by_country(country)) for stem, country in shipped.countries.items()]
    shown += [(stem, line.id, shown_by_line(line)) for stem, line in shipped.lines()]
    for never in shipped.lists.never:
        for number in never.numbers:
            region = (
                never.country or "US"
            )  # what is refused everywhere are toll-free numbers of North America
            for stem, where, found in shown:
                if never.country in ("", stem) and forms(number, region) & found:
                    yield where, f"{number} is {never.kind}: {never.why}"

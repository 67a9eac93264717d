"""The shape of numbers: what a telephone is given, and whether a country can have such a number.

Invariant: two ways to write one number are one number here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import phonenumbers
from phonenumbers import shortnumberinfo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copecli.core.lines import Country, CrisisLine, Emergency

WRITTEN = re.compile(r"[*#]?\+?\(?\d[\d \-()]*\d")
"""A number and nothing else: no words, no second number."""
IN_TEXT = re.compile(r"[*#+(]*\d(?:[\d ()./-]*\d)?")


def digits(number: str) -> str:
    """Return what a telephone is given, without a leading +."""
    return "".join(character for character in number if character in "0123456789*#")


def forms(number: str, region: str) -> set[str]:
    """Return the digits of a number as they may be written at home and abroad."""
    bare = digits(number)
    code = phonenumbers.country_code_for_region(region) if region else 0
    if len(bare) < 7 or not code:
        return {bare}
    significant = bare.lstrip("0")
    return {bare, f"{code}{significant}", f"00{code}{significant}"}


def line_numbers(line: CrisisLine) -> Iterator[tuple[str, str]]:
    """Yield each field of a line that is a number, with the number."""
    for name in ("phone", "sms", "whatsapp", "tty"):
        if getattr(line, name):
            yield name, getattr(line, name)
    for other in line.phone_alt:
        yield "phone_alt", other.number


def emergency_numbers(emergency: Emergency) -> tuple[str, ...]:
    """Return every number of the emergency services."""
    return (*emergency.general, *emergency.ambulance, *emergency.police, *emergency.fire)


def shown_by_line(line: CrisisLine) -> set[str]:
    """Return the digits of every number that a line shows, in a field or in its words."""
    words = (
        line.name, line.region, line.for_whom, line.phone_note, line.deaf_access, line.hours, line.cost,
        line.note, line.chat, line.url, *line.languages, *(other.note for other in line.phone_alt),
    )  # fmt: skip
    return {digits(number) for _, number in line_numbers(line)} | _in_words(*words)


def shown_by_country(country: Country) -> set[str]:
    """Return the digits of every number that a country's head shows."""
    numbers = {digits(number) for number in emergency_numbers(country.emergency)}
    return numbers | _in_words(country.note, country.emergency.note)


def _in_words(*texts: str) -> set[str]:
    return {digits(found) for text in texts for found in IN_TEXT.findall(text)}


def fits(number: str, region: str) -> bool:
    """Return whether that country can have such a number, short or long; with a + it may be any country's."""
    if set(number) & set("*#"):
        return False  # a code of a network: the library would read it without its star
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(parsed) or shortnumberinfo.is_valid_short_number_for_region(
        parsed, region
    )


def is_emergency(number: str, region: str) -> bool:
    """Return whether that short number is one of the country's own."""
    if shortnumberinfo.is_emergency_number(number, region):
        return True
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return False
    return shortnumberinfo.is_valid_short_number_for_region(parsed, region)

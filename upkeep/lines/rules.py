"""What every shipped line and number keeps: one function a rule, and the table that names them.

Invariant: a rule reads what was handed to it and nothing else, no clock and no network, and says where it
found what.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from upkeep.lines import rules_lists, rules_numbers, rules_sources, rules_words
from upkeep.lines.iso import CODES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from upkeep.lines.shipped import Shipped

    Found = Iterator[tuple[str, str]]
    """Where (a line's id, a country's code, a file), and what."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that must hold."""

    id: str
    says: str
    """What must hold, in a sentence."""
    find: Callable[[Shipped], Found]


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a rule does not hold."""

    rule: Rule
    where: str
    what: str


def faults(shipped: Shipped) -> tuple[Fault, ...]:
    """Return where the rules do not hold, rule by rule."""
    return tuple(Fault(rule, where, what) for rule in RULES for where, what in rule.find(shipped))


def unreadable(shipped: Shipped) -> Found:
    """Yield the files that the program refuses."""
    yield from shipped.unreadable


def no_country_code(shipped: Shipped) -> Found:
    """Yield the files that are not named by a country's code."""
    for stem in shipped.countries:
        if stem not in CODES:
            yield f"{stem}.toml", "is no code of ISO 3166, such as IE"


def id_of_another(shipped: Shipped) -> Found:
    """Yield the lines whose id does not begin with their country's code, or has other signs in it."""
    for stem, line in shipped.lines():
        rest = line.id.removeprefix(f"{stem.lower()}-")
        if (
            rest == line.id
            or not rest.replace("-", "").isalnum()
            or rest != rest.lower()
            or len(line.id) > 40
        ):
            yield line.id, f"should be {stem.lower()}- and a few small letters or digits"


def id_twice(shipped: Shipped) -> Found:
    """Yield the ids that two lines have."""
    seen: set[str] = set()
    for stem, line in shipped.lines():
        if line.id in seen:
            yield line.id, f"is there twice; again in {stem}.toml"
        seen.add(line.id)


def check_first_before_confirmed(shipped: Shipped) -> Found:
    """Yield the countries in whose file a line to check first stands before a confirmed one."""
    for stem, country in shipped.countries.items():
        order = [line.confidence for line in country.lines]
        if order != sorted(order):
            yield stem, "has a medium line before a high one"


RULES = (
    Rule("readable", "The program can read every file.", unreadable),
    Rule("country", "A file is named by its country's code.", no_country_code),
    Rule("id", "An id begins with its country's code.", id_of_another),
    Rule("id-once", "No two lines have one id.", id_twice),
    Rule("order", "Confirmed lines stand before those to check first.", check_first_before_confirmed),
    Rule("two-sources", "A line has two sources of two publishers.", rules_sources.one_publisher),
    Rule(
        "confirmed",
        "A confirmed line has two sources that are no compilations; any line has one.",
        rules_sources.too_few_strong,
    ),
    Rule(
        "two-families",
        "Emergency numbers have two families of sources; Android and libphonenumber are one.",
        rules_sources.one_family,
    ),
    Rule("date", "A date is one of the calendar.", rules_sources.no_date_of_the_calendar),
    Rule("future", "No evidence is of tomorrow.", rules_sources.date_to_come),
    Rule("dated", "The date that is shown is a source's.", rules_sources.date_of_no_source),
    Rule("emergency", "A country has an emergency number.", rules_numbers.no_emergency_number),
    Rule(
        "ambulance",
        "Where no ambulance number is known, the file says so.",
        rules_numbers.silent_on_ambulance,
    ),
    Rule("shape", "A number is one that its country can have, or is listed.", rules_numbers.odd_number),
    Rule(
        "emergency-shape",
        "An emergency number is one that its country has, or is listed.",
        rules_numbers.odd_emergency_number,
    ),
    Rule("never", "No commercial, retired, wrong or unconfirmed number is shown.", rules_numbers.never_shown),
    Rule("keyword", "A word to text needs a number to text it to.", rules_words.stray_keyword),
    Rule("https", "An address begins with https, or is listed.", rules_words.not_https),
    Rule("hours", "Exact hours and the hours in words are the same.", rules_words.hours_that_differ),
    Rule("zone", "Exact hours are in a zone of the line's country.", rules_words.zone_of_another),
    Rule("whole", "A line says its hours, its languages and its cost.", rules_words.not_whole),
    Rule("for-whom", "A line that is not for anyone says whom it is for.", rules_words.for_nobody),
    Rule("language", "A language is one of ISO 639.", rules_words.unknown_language),
    Rule("one-source", "What one source alone gives is left out.", rules_lists.of_one_source),
    Rule("address", "An address that no source gives is left out.", rules_lists.address_not_seen),
    Rule("few", "The few numbers repeat the files of their countries.", rules_lists.few_that_differ),
    Rule("lists", "Each entry of a list is needed.", rules_lists.needless_entry),
)

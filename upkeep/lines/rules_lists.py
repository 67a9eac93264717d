"""Rules about the lists beside the data: what is left out, what repeats, and what nobody needs any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.core.lines import call_first
from upkeep.lines.numbers import emergency_numbers, fits, is_emergency, line_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from upkeep.lines.shipped import Shipped


def of_one_source(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield the fields that came back although one source alone gives them."""
    lines = {line.id: line for _, line in shipped.lines()}
    for entry in shipped.lists.one_source:
        for field in entry.what:
            if getattr(lines.get(entry.of), field, ""):
                yield entry.of, f"{field}: {entry.why}"


def address_not_seen(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield the addresses that nobody saw in a source."""
    for _, line in shipped.lines():
        if line.url and line.id in shipped.lists.address_not_seen:
            yield line.id, line.url


def few_that_differ(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield the few numbers that a country's file does not give first, or that look newer than it is."""
    for few in shipped.finders.get("few", ()):
        known = [code for code in few["countries"] if code in shipped.countries]
        for code in few["countries"]:
            first = call_first(shipped.countries[code].emergency) if code in known else ()
            if not set(few["numbers"]) <= set(first):
                yield few["where"], f"{', '.join(few['numbers'])} is not what {code}.toml gives first"
        oldest = min((shipped.countries[code].emergency.checked for code in known), default="")
        if few["checked"] != oldest:
            yield few["where"], f"{few['checked']}, and the oldest of its countries is of {oldest}"


def needless_entry(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield the entries that nothing needs: of a line that is gone, or that a rule would let pass."""
    lists, lines = shipped.lists, {line.id: (stem, line) for stem, line in shipped.lines()}
    named = {entry.of for entry in (*lists.one_source, *lists.not_https)} | set(lists.address_not_seen)
    for name in sorted(named - lines.keys()):
        yield name, "is no line"
    for entry in lists.not_in_library:
        for number in entry.what:
            if not _needed(shipped, entry.of, number):
                yield entry.of, f"{number} needs no entry in not_in_library"
    for entry in lists.not_https:
        if entry.of in lines and not {lines[entry.of][1].url, lines[entry.of][1].chat} & set(entry.what):
            yield entry.of, "shows no such address"
    used = {language for _, line in lines.values() for language in line.languages}
    for language in sorted((lists.languages or {}).keys() - used):
        yield language, "is spoken by no line"


def _needed(shipped: Shipped, of: str, number: str) -> bool:
    """Return whether a country or a line shows that number, and the library does not know it."""
    if of in shipped.countries:
        return number in emergency_numbers(shipped.countries[of].emergency) and not is_emergency(number, of)
    for stem, line in shipped.lines():
        if line.id == of:
            return number in {found for _, found in line_numbers(line)} and not fits(number, stem)
    return False

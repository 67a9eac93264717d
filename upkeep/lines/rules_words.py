"""Rules about addresses, hours, languages and what a line says of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copecli.system.lines import country_of_zone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copecli.core.lines import CrisisLine
    from upkeep.lines.shipped import Shipped

ADDRESS = re.compile(r"https://[a-z0-9.-]+\.[a-z]{2,}(?:/[\w./-]*)?")
KEYWORD = re.compile(r"[A-Z]{2,10}")
MORE = ("others", "others with an interpreter", "20 or more Indian languages")
"""What may stand beside languages."""


def stray_keyword(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield the words to text that have no number, or that nobody could type."""
    for _, line in shipped.lines():
        if line.sms_keyword and not line.sms:
            yield line.id, f"{line.sms_keyword} has no number"
        elif line.sms_keyword and not KEYWORD.fullmatch(line.sms_keyword):
            yield line.id, f"{line.sms_keyword} should be one word in capitals"


def not_https(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield the addresses that are not of https."""
    listed = {(entry.of, address) for entry in shipped.lists.not_https for address in entry.what}
    for _, line in shipped.lines():
        for address in (line.url, line.chat):
            if address and (line.id, address) not in listed and not ADDRESS.fullmatch(address):
                yield line.id, address


def hours_that_differ(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield the lines whose exact hours say something else than their words, and zones without hours."""
    for _, line in shipped.lines():
        if line.always != line.hours.startswith("24/7"):
            yield line.id, f"open at every hour: {line.always}; in words: {line.hours}"
        elif line.zone and (line.always or not line.opens):
            yield line.id, f"{line.zone} says nothing without exact hours"
        elif not line.always:
            missing = [time for time in _times(line) if time not in line.hours]
            if missing:
                yield line.id, f"the words do not say {', '.join(missing)}: {line.hours}"


def _times(line: CrisisLine) -> list[str]:
    """Return every time of the exact hours as a person writes it: 9:00 rather than 09:00."""
    spans = {span for day in line.opens for span in day}
    return sorted({time[0].lstrip("0") + time[1:] for span in spans for time in span.split("-")})


def zone_of_another(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield the zones that are none, or another country's."""
    for stem, line in shipped.lines():
        if line.zone not in ("", "local") and country_of_zone(line.zone) != stem:
            yield line.id, f"{line.zone} is no zone of {stem}"


def not_whole(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield the lines that leave out what a caller asks first."""
    for _, line in shipped.lines():
        missing = [name for name in ("hours", "languages", "cost") if not getattr(line, name)]
        if missing:
            yield line.id, f"says nothing of {', '.join(missing)}"


def for_nobody(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield the lines that leave it open whom they are for."""
    for _, line in shipped.lines():
        if "anyone" not in line.audience and not line.for_whom:
            yield line.id, f"is for {', '.join(line.audience)}, and has no for_whom"


def unknown_language(shipped: Shipped) -> Iterator[tuple[str, str]]:
    """Yield the languages that have no code of ISO 639 in our list."""
    known = shipped.lists.languages or {}
    for _, line in shipped.lines():
        for language in line.languages:
            if language not in known and language not in MORE:
                yield line.id, f"{language} is not among the languages in known.toml"

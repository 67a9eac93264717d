"""A good line, ways to spoil it, and for each rule the examples that break it and no other rule."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from copecli.core.lines_format import country_from_document
from upkeep.lines.lists import Allowed, Lists, Never
from upkeep.lines.shipped import Shipped

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = "2026-11-23"
TWO = [{"at": "https://www.one.example/a", "date": "2026-01"}, {"at": "https://two.example"}]
LINE: dict[str, Any] = {
    "id": "gb-example",
    "name": "Example",
    "phone": "020 7946 0100",
    "url": "https://www.one.example/help",
    "hours": "24/7",
    "open": "24/7",
    "languages": ["English"],
    "cost": "Free",
    "confidence": "high",
    "checked": "2026-01",
    "sources": TWO,
}
EMERGENCY: dict[str, Any] = {"general": ["999"], "confidence": "high", "checked": "2026-01", "sources": TWO}
FINDERS = {"few": [{"where": "Here", "numbers": ["999"], "checked": "2026-01", "countries": ["GB"]}]}
LISTS = Lists(languages={"English": "en"})
HOURS: dict[str, object] = {
    "hours": "Every day, 9:00 to 17:00",
    "open": {"daily": ["09:00-17:00"]},
    "zone": "Europe/London",
}


def holding(
    line: dict[str, object] | None = None,
    *,
    more: tuple[dict[str, object], ...] = (),
    emergency: dict[str, object] | None = None,
    stem: str = "GB",
    finders: dict[str, object] | None = None,
    lists: Lists = LISTS,
) -> Shipped:
    """Return one country with one good line, changed by what is handed in."""
    document = {
        "format": 1,
        "name": "Somewhere",
        "emergency": EMERGENCY | (emergency or {}),
        "line": [LINE | changes for changes in (line or {}, *more)],
    }
    country = country_from_document("GB", document)
    return Shipped(TODAY, {stem: country}, {stem: document}, FINDERS | (finders or {}), lists=lists)


def renamed(line_id: str) -> Shipped:
    """Return the good line under an id that the loader itself would refuse."""
    country = holding().countries["GB"]
    line = dataclasses.replace(country.lines[0], id=line_id)
    return Shipped(TODAY, {"GB": dataclasses.replace(country, lines=(line,))}, lists=LISTS)


def filed(stem: str) -> Shipped:
    """Return a second country, without lines, in a file of that name."""
    whole = holding(lists=listed(not_in_library=(Allowed("UK", ("999",), "no region of the library"),)))
    second = dataclasses.replace(whole.countries["GB"], lines=())
    if stem != "UK":
        whole = holding()
    return dataclasses.replace(whole, countries={**whole.countries, stem: second})


def few(**changes: object) -> Shipped:
    """Return finders whose few numbers are changed."""
    return holding(finders={"few": [FINDERS["few"][0] | changes]})


def sources(*places: str, **first: str) -> list[dict[str, str]]:
    """Return sources at those addresses; the first is dated, and changed by `first`."""
    found = [{"at": place} for place in places]
    found[0] |= {"date": "2026-01", **first}
    return found


def listed(**changes: object) -> Lists:
    """Return the lists with something on them."""
    return dataclasses.replace(LISTS, **changes)  # type: ignore[arg-type]


RETIRED = (Never("GB", ("0800 555 0111",), "retired", "it closed"),)
COMMERCIAL = (Never("", ("(888) 555-0111",), "commercial", "a business"),)
ONE_FIELD = (Allowed("gb-example", ("sms", "chat"), "one source"),)
ANDROID = "https://android.googlesource.com/a"
LIBRARY = "https://github.com/google/libphonenumber"
NAGA, OPUS = "https://github.com/atlacord/Naga", "https://github.com/madebysimon/OPUS"

BAD: dict[str, list[Callable[[], Shipped]]] = {
    "readable": [lambda: dataclasses.replace(holding(), unreadable=(("IE.toml", "format: …"),))],
    "country": [
        lambda: filed("UK"),
        lambda: filed("gb"),
    ],
    "id": [
        lambda: renamed("ie-example"),
        lambda: renamed("gb-Example"),
        lambda: renamed("gb-"),
        lambda: renamed("gb-" + "x" * 40),
    ],
    "id-once": [lambda: holding(more=({},))],
    "order": [lambda: holding({"confidence": "medium"}, more=({"id": "gb-second"},))],
    "two-sources": [
        lambda: holding(
            {"confidence": "medium", "sources": sources("https://www.one.example", "https://one.example/b")}
        ),
        lambda: holding(
            {"confidence": "medium", "sources": sources("https://jpost.com", "https://jpost.1eye.us/x")}
        ),
    ],
    "confirmed": [
        lambda: holding({"sources": sources("https://one.example", NAGA)}),
        lambda: holding({"confidence": "medium", "sources": sources(OPUS, NAGA)}),
        lambda: holding(
            {"sources": sources("https://one.example", "https://two.example", detail="no number in excerpt")}
        ),
    ],
    "two-families": [lambda: holding(emergency={"sources": sources(ANDROID, LIBRARY)})],
    "date": [
        lambda: holding(
            {"checked": "2026-02-30", "sources": [TWO[0] | {"date": "2026-02-30"}, TWO[1]]},
        ),
        lambda: holding({"sources": [*TWO, {"at": "https://three.example", "date": "2025-11-31"}]}),
    ],
    "future": [
        lambda: holding({"checked": "2026-11-24", "sources": [TWO[0] | {"date": "2026-11-24"}, TWO[1]]}),
        lambda: holding({"sources": [*TWO, {"at": "https://three.example", "date": "2027"}]}),
        lambda: holding(
            finders={"finder": [{"name": "A finder", "checked": "2026-12"}]},
        ),
    ],
    "dated": [
        lambda: holding({"checked": "2026-02"}),
        lambda: holding(emergency={"checked": "2025"}, finders={"few": []}),
    ],
    "emergency": [lambda: holding(emergency={"general": [], "note": "No ambulance."}, finders={"few": []})],
    "ambulance": [lambda: holding(emergency={"general": [], "police": ["999"]})],
    "shape": [
        lambda: holding({"phone": "call us"}),
        lambda: holding({"phone": "Call 020 7946 0100"}),
        lambda: holding({"phone": "020 7946 0100 (day)"}),
        lambda: holding({"phone": "020 7946 010"}),
        lambda: holding({"phone": "12"}),
        lambda: holding({"sms": "1" * 16}),
        lambda: holding({"phone": "*999"}),
        lambda: holding({"phone_alt": [{"number": "(415) 555-0100"}]}),
    ],
    "emergency-shape": [
        lambda: holding(emergency={"fire": ["000"]}),
        lambda: holding(emergency={"fire": ["9 99"]}),
        lambda: holding(emergency={"fire": ["020 7946 0100"]}),
    ],
    "never": [
        lambda: holding({"phone": "0800 555 0111"}, lists=listed(never=RETIRED)),
        lambda: holding({"phone": "+44 800 5550111"}, lists=listed(never=RETIRED)),
        lambda: holding({"note": "At night: 0800-5550111."}, lists=listed(never=RETIRED)),
        lambda: holding({"note": "Or +1 888-555-0111."}, lists=listed(never=COMMERCIAL)),
        lambda: holding({"cost": "Free on 888.555.0111"}, lists=listed(never=COMMERCIAL)),
        lambda: holding(emergency={"note": "Or 1 (888) 555 0111."}, lists=listed(never=COMMERCIAL)),
    ],
    "keyword": [
        lambda: holding({"sms_keyword": "HELP"}),
        lambda: holding({"sms": "85258", "sms_keyword": "help me"}),
    ],
    "https": [
        lambda: holding({"url": "http://one.example"}),
        lambda: holding({"chat": "one.example now"}),
        lambda: holding({"url": "https://one.example/?from=list"}),
    ],
    "hours": [
        lambda: holding({"hours": "Mon to Fri"}),
        lambda: holding(HOURS | {"hours": "24/7"}),
        lambda: holding({"zone": "Europe/London"}),
        lambda: holding(HOURS | {"hours": "Every day, 9:00 to 18:00"}),
    ],
    "zone": [
        lambda: holding(HOURS | {"zone": "Europe/Lundon"}),
        lambda: holding(HOURS | {"zone": "Europe/Dublin"}),
    ],
    "whole": [lambda: holding({"cost": ""}), lambda: holding({"languages": []}, lists=Lists())],
    "for-whom": [lambda: holding({"audience": ["youth"]})],
    "language": [
        lambda: holding({"languages": ["English", "Englsh"]}),
        lambda: holding({"languages": ["English", "en"]}),
    ],
    "one-source": [
        lambda: holding({"sms": "85258"}, lists=listed(one_source=ONE_FIELD)),
        lambda: holding({"chat": "https://one.example/chat"}, lists=listed(one_source=ONE_FIELD)),
    ],
    "address": [lambda: holding(lists=listed(address_not_seen=("gb-example",)))],
    "few": [
        lambda: few(numbers=["112"]),
        lambda: few(checked="2026-02"),
        lambda: few(countries=["GB", "IE"]),
    ],
    "lists": [
        lambda: holding(lists=listed(one_source=(Allowed("gb-gone", ("sms",), "one source"),))),
        lambda: holding(lists=listed(not_in_library=(Allowed("GB", ("999",), "it knows it"),))),
        lambda: holding(lists=listed(not_in_library=(Allowed("gb-example", ("116 123",), "not there"),))),
        lambda: holding(lists=listed(not_https=(Allowed("gb-example", ("http://x.example",), "gone"),))),
        lambda: holding(lists=listed(languages={"English": "en", "Klingon": "tlh"})),
    ],
}

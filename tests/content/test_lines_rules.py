"""The rules of shipped lines and numbers: each lets pass what is right, and finds its bad examples."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from copecli.core.lines_format import country_from_document
from upkeep.lines.lists import Allowed, Lists, Never, read_lists
from upkeep.lines.numbers import fits, forms
from upkeep.lines.rules import RULES, faults
from upkeep.lines.shipped import Shipped, shipped

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
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
    "id": [lambda: renamed("ie-example"), lambda: renamed("gb-Example"), lambda: renamed("gb-")],
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
        lambda: holding({"phone": "020 7946 0100 (day)"}),
        lambda: holding({"phone": "020 7946 010"}),
        lambda: holding({"phone": "12"}),
        lambda: holding({"sms": "1" * 16}),
        lambda: holding({"phone": "*999"}),
        lambda: holding({"phone_alt": [{"number": "(415) 555-0100"}]}),
    ],
    "emergency-shape": [
        lambda: holding(emergency={"fire": ["000"]}),
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


def test_what_is_right_has_no_faults() -> None:
    """The rules let it pass: exact hours, a number of another country, what is listed, a star."""
    allowed = (Allowed("gb-example", ("*0767",), "a code with a star"),)
    for good in (
        holding(),
        holding(HOURS),
        holding(HOURS | {"zone": "local"}),
        holding({"whatsapp": "+353 86 180 4253"}),
        holding({"phone": "*0767"}, lists=listed(not_in_library=allowed)),
        holding({"confidence": "medium", "sources": sources("https://one.example", NAGA)}),
        holding({"audience": ["youth"], "for_whom": "Young people", "sms": "85258", "sms_keyword": "HOPE"}),
        holding({"phone": "0800 555 0112"}, lists=listed(never=RETIRED)),
        holding(emergency={"general": [], "police": ["999"], "note": "No ambulance."}, finders={"few": []}),
    ):
        assert faults(good) == ()


CASES = [(rule, number) for rule, found in BAD.items() for number in range(len(found))]


@pytest.mark.parametrize(("rule", "number"), CASES)
def test_each_rule_finds_its_bad_examples_and_no_other_rule_does(rule: str, number: int) -> None:
    """A rule that cannot fail guards nothing."""
    assert {fault.rule.id for fault in faults(BAD[rule][number]())} == {rule}


def test_every_rule_has_a_bad_example_a_sentence_and_a_name_of_its_own() -> None:
    """A new rule has to be shown to fire."""
    assert [rule.id for rule in RULES] == list(BAD)
    assert len({rule.find for rule in RULES}) == len(RULES)
    assert all(rule.says.endswith(".") for rule in RULES)


def test_a_file_that_the_program_refuses_is_told_of_and_the_others_are_read(tmp_path: Path) -> None:
    """An unknown key, a wrong date, a damaged file: each by its name."""
    (tmp_path / "IE.toml").write_text('format = 1\nname = "Ireland"\nnmae = "x"\n', "utf-8")
    (tmp_path / "FR.toml").write_bytes(b"\xff")
    (tmp_path / "DE.toml").write_text('format = 1\nname = "Germany"\n', "utf-8")
    (tmp_path / "finders.toml").write_text("format = \n", "utf-8")
    found = shipped(TODAY, str(tmp_path))
    assert [file for file, _ in found.unreadable] == ["FR.toml", "IE.toml", "finders.toml"]
    assert "nmae" in dict(found.unreadable)["IE.toml"]
    assert set(found.countries) == {"DE"}


# numbers


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("08457 90 90 90", "+44 8457 909090", True),
        ("08457 90 90 90", "0044-8457-909090", True),
        ("08457 90 90 90", "08457 90 90 91", False),
        ("116 123", "116-123", True),
        ("116 123", "+44 116 123", False),
    ],
)
def test_one_number_in_two_spellings_is_one_number(one: str, other: str, same: bool) -> None:
    """A short code is only itself: with a country's code before it, it would be another number."""
    assert bool(forms(one, "GB") & forms(other, "GB")) is same


def test_a_number_has_to_be_one_of_its_country() -> None:
    """Short codes too: the library knows which country has which."""
    assert fits("116 123", "GB")
    assert fits("988", "US")
    assert not fits("988", "GB")
    assert not fits("866-488-738", "US")


# the lists beside the rules, and what maintainers are told


def test_the_example_in_the_document_keeps_the_rules() -> None:
    """Whoever copies it begins with a line that is right; and each file that is named is there."""
    text = (ROOT / "docs" / "lines.md").read_text("utf-8")
    [example] = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    document = {"format": 1, "name": "Ireland", "emergency": EMERGENCY | {"general": ["112"]}}
    country = country_from_document("IE", document | tomllib.loads(example))
    assert faults(Shipped(TODAY, {"IE": country}, lists=LISTS)) == ()
    for named in re.findall(r"`([\w/]+\.(?:py|toml))`", text):
        assert (ROOT / named).exists() or (ROOT / "src" / "copecli" / named).exists(), named


def test_an_entry_without_a_reason_is_refused(tmp_path: Path) -> None:
    """Whoever comes later has to know why it stands there."""
    read = read_lists().never
    assert all(never.why and never.numbers for never in read)
    (tmp_path / "never.toml").write_text('[[number]]\nnumbers = ["1"]\nkind = "retired"\n', "utf-8")
    (tmp_path / "known.toml").write_text("", "utf-8")
    with pytest.raises(ValueError, match="kind"):
        read_lists(tmp_path)

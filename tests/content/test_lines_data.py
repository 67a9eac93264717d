"""The countries' files: every number has its sources and its date, and nothing left out came back."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import tomli

from copecli.core.lines import AUDIENCES, Country, CrisisLine, Emergency, Source, call_first
from copecli.core.lines_format import country_from_document
from copecli.core.readability import CRISIS, measure_lines
from copecli.core.wording import check
from copecli.system import lines
from copecli.system.content import content_path
from copecli.system.rules import wording_rules

FILES = tuple(sorted(Path(content_path("lines")).glob("??.toml")))
COUNTRIES = {path.stem: lines.load_country(path.stem) for path in FILES}
RULES = wording_rules()
LINES = tuple(line for country in COUNTRIES.values() for line in country.lines)

CONFIRMED = frozenset((
    "ar-0800", "ar-135", "at-telefonseelsorge", "au-13yarn", "au-beyondblue", "au-kidshelpline",
    "au-lifeline", "au-mensline", "au-qlife", "au-scbs", "be-cps", "be-teleaccueil", "ca-988", "ch-143",
    "ch-147", "cl-4141", "cn-12356", "co-106", "cz-116123", "de-nummergegenkummer", "de-telefonseelsorge",
    "dk-livslinien", "ee-116111", "ee-116123", "es-024", "es-anar", "fj-1543", "fr-3114", "fr-sosamitie",
    "gb-childline", "gb-hopeline", "gb-nhs111", "gb-samaritans", "gb-shout", "gr-10306", "hk-18111",
    "hk-samaritans", "hr-hrabri", "ie-pieta", "ie-samaritans", "ie-textaboutit", "in-telemanas",
    "it-azzurro", "it-telefonoamico", "jm-newlife", "jp-childline", "jp-inochinodenwa", "jp-kokoro",
    "jp-yorisoi", "ke-befrienders", "kr-109", "lk-1926", "lv-116123", "mx-lineadelavida", "my-heal",
    "nl-113", "no-116111", "no-kirkenssos", "no-mentalhelse", "nz-1737", "pe-113", "ph-ncmh", "pl-116111",
    "pl-116123", "pl-rpd", "pr-pas", "pt-1411", "rs-srce", "sg-1767", "si-116123", "th-1323", "tw-1925",
    "ua-7333", "us-988", "us-ctl", "us-trevor", "us-vcl", "za-sadag",
))  # fmt: skip
"""The lines that two independent strong sources give."""

CHECK_FIRST = frozenset((
    "at-rataufdraht", "be-1813", "be-awel", "be-teleonthaal", "br-cvv", "ca-kidshelpphone", "cz-116111",
    "cz-plduvery", "dk-bornetelefonen", "es-esperanza", "fi-mieli", "fr-croixrouge",
    "fr-filsantejeunes", "fr-soshelp", "fr-suicideecoute", "gh-mha", "gr-1018", "hk-sbhk", "hu-116123",
    "id-healing119", "il-eran", "in-1life", "in-aasra", "in-jeevan", "is-1717", "jp-inochisos",
    "kr-15770199", "lb-1564", "lt-jaunimo", "lt-vaiku", "lt-vilties", "lu-454545", "mt-179",
    "mx-saptel", "ng-surpin", "nl-kindertelefoon", "nl-mind", "np-1166", "nz-depression", "nz-lifeline",
    "nz-youthline", "pk-umang", "pl-centrumwsparcia", "pt-sosvozamiga", "ro-deprehub", "rs-laza",
    "se-90101", "se-bris", "si-klic", "si-tom", "sk-ipcko", "sk-narodna", "sk-nezabudka", "tw-1995",
    "uy-lineavida",
))  # fmt: skip
"""The lines with one strong source beside other lists, or with old or unclear evidence: shown as such."""

ONE_SOURCE_ONLY = {
    "gb-samaritans": ("phone_alt",), "gb-hopeline": ("sms", "sms_keyword", "chat"),
    "ie-textaboutit": ("whatsapp",), "us-ctl": ("whatsapp", "chat"), "us-trevor": ("chat",),
    "pr-pas": ("tty", "deaf_access", "chat"), "au-lifeline": ("chat",), "au-beyondblue": ("chat",),
    "nz-1737": ("phone_alt",), "ch-147": ("whatsapp", "chat"), "fr-sosamitie": ("chat",), "es-024": ("chat",),
    "es-anar": ("chat", "deaf_access"), "no-kirkenssos": ("chat",), "no-116111": ("sms",),
    "dk-livslinien": ("chat",), "pl-rpd": ("chat",), "cz-116123": ("chat",), "za-sadag": ("whatsapp",),
    "jp-yorisoi": ("phone_alt", "deaf_access"), "jp-inochinodenwa": ("phone_alt",), "jp-childline": ("chat",),
}  # fmt: skip
"""What a single source gives; to bring one back, find a second source and take it off this list."""

ADDRESS_NOT_SEEN = (
    "ie-samaritans", "ie-pieta", "au-scbs", "au-kidshelpline", "au-13yarn", "au-mensline", "nz-1737",
    "de-nummergegenkummer", "es-anar", "no-kirkenssos", "hr-hrabri", "ua-7333", "za-sadag", "in-telemanas",
)  # fmt: skip

WITHDRAWN = (
    "(888) 783-3291", "08457 90 90 90", "50808", "0900-0113", "199 284 284", "815 33 300", "1-833-456-4566",
    "1800-221-4444", "020 22 00 60",
)  # fmt: skip
"""Numbers that many lists still carry: never again one that is shown. Only `maintainers` may name them."""

WITHOUT_AMBULANCE = {"AF", "CM", "CW", "DJ", "DZ", "GT", "GW", "KM", "MG", "NA", "TD"}


def host(source: Source) -> str:
    """Return who publishes a source, as far as its address tells."""
    address = urlsplit(source.at)
    if address.hostname == "github.com":
        return "/".join(("github.com", *address.path.split("/")[1:2]))
    return (address.hostname or source.at.split(" ")[0]).removeprefix("www.")


def documents() -> dict[str, dict[str, Any]]:
    """Return every file as it stands."""
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in FILES}


def numbers_of(line: CrisisLine) -> tuple[str, ...]:
    """Return every number of a line that could be dialled."""
    found = (line.phone, line.sms, line.whatsapp, line.tty, *(other.number for other in line.phone_alt))
    return tuple(number for number in found if number)


def digits_of(number: str) -> str:
    """Return what a telephone is given, without the leading +."""
    return "".join(character for character in number if character in "0123456789*#")


def sentences() -> list[tuple[str, str]]:
    """Return what the files say in words of ours, with the place."""
    found = []
    for code, country in COUNTRIES.items():
        found += [(code, country.note), (code, country.emergency.note)]
        for line in country.lines:
            said = (line.for_whom, line.phone_note, line.deaf_access, line.hours, line.cost, line.note)
            found += [(line.id, text) for text in (*said, *(other.note for other in line.phone_alt))]
    return [(place, text) for place, text in found if text]


# what is there


def test_every_line_is_there_and_says_how_sure_it_is() -> None:
    """Seventy-eight that are confirmed and fifty-five to check first, each by its name."""
    assert {line.id for line in LINES if line.confidence == "high"} == CONFIRMED
    assert {line.id for line in LINES if line.confidence == "medium"} == CHECK_FIRST
    assert (len(LINES), len(CONFIRMED), len(CHECK_FIRST)) == (133, 78, 55)


def test_what_is_confirmed_stands_before_what_is_to_be_checked_first() -> None:
    """Where nothing else decides, the order of the file does."""
    for country in COUNTRIES.values():
        sure = [line.confidence for line in country.lines]
        assert sure == sorted(sure), country.code


def test_every_country_with_a_confirmed_number_has_a_file() -> None:
    """Two hundred and twenty-two, and each is in the table of countries."""
    assert len(FILES) == 222
    assert set(COUNTRIES) == set(lines.country_codes()) <= set(lines.country_names())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_plain_toml_and_of_format_1(path: Path) -> None:
    """Read alike by the fast reader and by Python's own, and nothing in it is unknown."""
    text = path.read_text("utf-8")
    document = tomllib.loads(text)
    assert tomli.loads(text) == document
    assert country_from_document(path.stem, document) == COUNTRIES[path.stem]
    assert text == text.strip() + "\n"


# the rules; each is a function, so that a bad example can be handed to it


def emergency_faults(emergency: Emergency) -> list[str]:
    """Return what is wrong with a country's emergency numbers."""
    faults = []
    if not call_first(emergency):
        faults.append("no number")
    if len({host(source) for source in emergency.sources}) < 2:
        faults.append("one source")
    if not emergency.checked:
        faults.append("no date")
    everyone = (*emergency.general, *emergency.ambulance, *emergency.police, *emergency.fire)
    faults += [f"shape of {number}" for number in everyone if not re.fullmatch(r"\d{2,5}", number)]
    dates = [source.date for source in emergency.sources if source.date]
    if emergency.checked and emergency.checked not in dates:
        faults.append("a date that no source has")
    return faults


SHAPE = re.compile(r"\*?\+?\(?\d[\d \-()]*\d")


def line_faults(code: str, line: CrisisLine) -> list[str]:
    """Return what is wrong with a line."""
    faults = []
    if len({host(source) for source in line.sources}) < 2:
        faults.append("one source")
    if not line.checked or not any(source.date for source in line.sources):
        faults.append("no date")
    elif line.checked not in {source.date for source in line.sources}:
        faults.append("a date that no source has")
    if not line.id.startswith(f"{code.lower()}-") or not re.fullmatch(r"[a-z0-9-]{4,40}", line.id):
        faults.append("id")
    for number in numbers_of(line):
        if not SHAPE.fullmatch(number) or not 3 <= len(digits_of(number).strip("*")) <= 15:
            faults.append(f"shape of {number}")
    if line.sms_keyword and not (line.sms and re.fullmatch(r"[A-Z]{2,10}", line.sms_keyword)):
        faults.append("keyword")
    faults += [
        f"address {a}" for a in (line.url, line.chat) if a and not re.fullmatch(r"https?://[\w./-]+", a)
    ]
    if not line.hours or not line.languages or not line.cost:
        faults.append("hours, languages or cost")
    if line.always != line.hours.startswith("24/7"):
        faults.append("hours that differ")
    if "anyone" not in line.audience and not line.for_whom:
        faults.append("for whom")
    faults += [
        f"{field}, of one source" for field in ONE_SOURCE_ONLY.get(line.id, ()) if getattr(line, field)
    ]
    if line.id in ADDRESS_NOT_SEEN and line.url:
        faults.append("an address that was not seen")
    return faults


@pytest.mark.parametrize("country", COUNTRIES.values(), ids=COUNTRIES)
def test_emergency_numbers_have_two_sources_a_date_and_a_shape(country: Country) -> None:
    """A wrong one is worse than none."""
    assert emergency_faults(country.emergency) == []


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.id)
def test_a_line_has_two_sources_a_date_and_a_shape(line: CrisisLine) -> None:
    """And nothing that rests on one source alone."""
    assert line_faults(line.id[:2].upper(), line) == []


GOOD_LINE: dict[str, Any] = {
    "id": "gb-example",
    "name": "Example",
    "phone": "0808 555 0100",
    "hours": "24/7",
    "open": "24/7",
    "languages": ["English"],
    "cost": "Free",
    "confidence": "high",
    "checked": "2026-01",
    "sources": [{"at": "https://www.one.example/a", "date": "2026-01"}, {"at": "https://two.example"}],
}
SAME_HOST = [{"at": "https://www.one.example/a", "date": "2026-01"}, {"at": "https://one.example/b"}]


def read(**changes: object) -> CrisisLine:
    """Return the good line with changes, as the program would read it."""
    emergency = {"general": ["112"], "confidence": "high", "checked": "2026", "sources": GOOD_LINE["sources"]}
    document = {"format": 1, "name": "X", "emergency": emergency, "line": [GOOD_LINE | changes]}
    return country_from_document("GB", document).lines[0]


def test_a_good_line_has_no_faults() -> None:
    """The rules let pass what is right."""
    assert line_faults("GB", read()) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"sources": SAME_HOST}, "one source"),
        ({"sources": [{"at": "https://one.example"}, {"at": "https://two.example"}]}, "no date"),
        ({"checked": "2026-02"}, "a date that no source has"),
        ({"phone": "call us"}, "shape of call us"),
        ({"phone": "12"}, "shape of 12"),
        ({"phone": "0808 555 0100 (Welsh)"}, "shape of 0808 555 0100 (Welsh)"),
        ({"sms": "1" * 16}, "shape of " + "1" * 16),
        ({"sms_keyword": "HELP"}, "keyword"),
        ({"sms": "51444", "sms_keyword": "help me"}, "keyword"),
        ({"url": "example.org now"}, "address example.org now"),
        ({"cost": ""}, "hours, languages or cost"),
        ({"hours": "Mon to Fri"}, "hours that differ"),
        ({"audience": ["youth"]}, "for whom"),
        ({"id": "gb-hopeline", "sms": "88247"}, "sms, of one source"),
        ({"id": "gb-samaritans", "phone_alt": [{"number": "0808 164 0123"}]}, "phone_alt, of one source"),
    ],
)
def test_each_rule_finds_its_bad_example(change: dict[str, object], fault: str) -> None:
    """A rule that cannot fail guards nothing."""
    assert fault in line_faults("GB", read(**change))


def test_the_emergency_rules_find_theirs() -> None:
    """No number, one source, no date, a date from nowhere, a shape."""
    one = (Source("https://one.example", "2026"),)
    assert emergency_faults(Emergency()) == ["no number", "one source", "no date"]
    assert emergency_faults(Emergency(general=("999",), checked="2025", sources=one)) == [
        "one source",
        "a date that no source has",
    ]
    two = (*one, Source("https://two.example"))
    assert emergency_faults(Emergency(general=("555-0100",), checked="2026", sources=two)) == [
        "shape of 555-0100"
    ]


# what must not be there


def shown_in(document: object) -> str:
    """Return everything of a document but what is for maintainers and where it was seen."""
    if isinstance(document, dict):
        kept = (value for key, value in document.items() if key not in ("maintainers", "sources"))
        return "\n".join(shown_in(value) for value in kept)
    if isinstance(document, list):
        return "\n".join(shown_in(value) for value in document)
    return str(document)


@pytest.mark.parametrize("number", WITHDRAWN)
def test_a_number_that_was_withdrawn_is_nowhere(number: str) -> None:
    """However it is spaced."""
    wanted = digits_of(number)
    for code, document in documents().items():
        assert wanted not in [digits_of(text) for text in shown_in(document).splitlines()], code


def test_the_commercial_number_is_not_even_named() -> None:
    """Neither with spaces nor without, neither shown nor noted."""
    for path in Path(content_path()).rglob("*.t*"):
        assert "8887833291" not in re.sub(r"[^0-9a-z]", "", path.read_text("utf-8").lower()), path


def test_no_note_for_maintainers_reaches_the_model() -> None:
    """What is written between us is not read at night."""
    notes = [
        table["maintainers"]
        for document in documents().values()
        for table in (document["emergency"], *document.get("line", ()))
        if "maintainers" in table
    ]
    assert len(notes) > 50
    everything = repr(COUNTRIES)
    assert not [note for note in notes if note in everything]


# what is missing is said


def test_a_country_without_an_ambulance_number_says_so() -> None:
    """Nobody is left to find that out on the telephone."""
    found = {
        code
        for code, country in COUNTRIES.items()
        if not (country.emergency.general or country.emergency.ambulance)
    }
    assert found == WITHOUT_AMBULANCE
    for code in found:
        assert "ambulance" in COUNTRIES[code].emergency.note
        assert COUNTRIES[code].emergency.police


def test_a_number_that_reaches_the_police_alone_is_not_given_for_every_service() -> None:
    """In Norway 112 is the police, and 113 the ambulance."""
    assert call_first(COUNTRIES["NO"].emergency) == ("113",)
    assert COUNTRIES["NO"].emergency.police == ("112",)


@pytest.mark.parametrize(("place", "text"), sentences(), ids=lambda value: value[:40])
def test_what_the_files_say_is_short_and_worded_with_care(place: str, text: str) -> None:
    """At most twelve words a sentence, no order and no promise, no abbreviation of ours."""
    for sentence in re.split(r"(?<=[.?;])\s", text):
        assert len(sentence.split()) <= CRISIS.sentence_words, place
    assert check(text, RULES) == ()
    assert not re.search(r"\b(FAH|TBD|TODO|e\.g\.|i\.e\.)", text)


def test_what_the_files_say_can_be_read_by_nearly_everyone() -> None:
    """Together they keep to the grade of a crisis; a harder text would not."""
    assert measure_lines({text for _, text in sentences()}).grade <= CRISIS.grade
    assert (
        measure_lines(
            ["Availability of telephonic psychosocial intervention necessitates verification"]
        ).grade
        > 6
    )


def test_hours_that_are_exact_name_a_zone_that_exists() -> None:
    """A zone that nobody knows would open nothing."""
    zones = {line.zone for line in LINES if line.opens and not line.always}
    assert zones == {zone for zone in zones if zone == "local" or lines.country_of_zone(zone)}
    for line in LINES:
        if line.zone not in ("", "local"):
            assert lines.country_of_zone(line.zone) == line.id[:2].upper()


def test_every_audience_can_be_asked_for() -> None:
    """A word of the vocabulary that no line has would answer nothing, but for `deaf`, which is a field."""
    used = {word for line in LINES for word in line.audience}
    assert used <= set(AUDIENCES)
    assert {"anyone", "adults", "youth", "lgbtq", "veterans"} <= used


# the few numbers and the finders


def test_the_few_numbers_repeat_the_files_of_their_countries() -> None:
    """With the oldest of their dates, so that nothing looks newer than it is."""
    document = tomllib.loads(Path(content_path("lines", "finders.toml")).read_text("utf-8"))
    assert len(document["few"]) == len(lines.load_few()) >= 5
    for few in document["few"]:
        found = [COUNTRIES[code].emergency for code in few["countries"]]
        for emergency in found:
            assert set(few["numbers"]) <= set(call_first(emergency)), few
        assert few["checked"] == min(emergency.checked for emergency in found), few


def test_the_two_finders_are_there_as_text() -> None:
    """To be typed on any telephone: no link opens from here."""
    assert [finder.url for finder in lines.load_finders()] == ["findahelpline.com", "befrienders.org"]

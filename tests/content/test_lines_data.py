"""The countries' files: which lines there are, that they keep the rules, and how they are worded."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli

from copecli.core.lines import AUDIENCES, call_first
from copecli.core.lines_format import country_from_document
from copecli.core.readability import CRISIS, measure_lines
from copecli.core.wording import check
from copecli.system import lines
from copecli.system.content import content_path
from copecli.system.rules import wording_rules
from upkeep.lines.iso import CODES
from upkeep.lines.lists import read_lists
from upkeep.lines.numbers import digits
from upkeep.lines.rules import faults
from upkeep.lines.shipped import shipped

FILES = tuple(sorted(Path(content_path("lines")).glob("??.toml")))
COUNTRIES = {path.stem: lines.load_country(path.stem) for path in FILES}
ROOT = Path(__file__).parents[2]
PARTS = ("src", "skills", "tests", "docs", "benchmarks", "upkeep")
TEXTS = {".py", ".toml", ".md", ".tsv", ".txt", ".json", ".svg", ".tcss", ".raw"}
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

KNOWN_TO_HAVE_ENDED = (
    "08457 90 90 90", "50808", "0900-0113", "199 284 284", "815 33 300", "1-833-456-4566", "1393", "67222922",
    "1800-221-4444", "020 22 00 60", "01019 5202", "141", "0800-788-995", "8 800 28888", "284 016 666",
)  # fmt: skip
"""Numbers that many lists still carry. Only `maintainers` may name them."""

WITHOUT_AMBULANCE = {"AF", "CM", "CW", "DJ", "DZ", "GT", "GW", "KM", "MG", "NA", "TD"}


def documents() -> dict[str, dict[str, Any]]:
    """Return every file as it stands."""
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in FILES}


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


def test_every_country_with_a_confirmed_number_has_a_file() -> None:
    """Two hundred and twenty-two, and each is in the table of countries."""
    assert len(FILES) == 222
    assert set(COUNTRIES) == set(lines.country_codes()) <= set(lines.country_names()) <= CODES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_plain_toml_and_of_format_1(path: Path) -> None:
    """Read alike by the fast reader and by Python's own, and nothing in it is unknown."""
    text = path.read_text("utf-8")
    document = tomllib.loads(text)
    assert tomli.loads(text) == document
    assert country_from_document(path.stem, document) == COUNTRIES[path.stem]
    assert text == text.strip() + "\n"


def test_everything_that_is_shipped_keeps_the_rules_for_it() -> None:
    """Sources, dates, shapes, hours, addresses; `make lines` says the same, and what is due for checking."""
    found = faults(shipped(date.today().isoformat()))
    assert [f"{fault.where}: {fault.what} ({fault.rule.id})" for fault in found] == []


# what must not be there


def test_the_numbers_that_ended_are_on_the_list_of_those_never_to_be_shown() -> None:
    """That none of them is shown is a rule."""
    never = {number: entry.kind for entry in read_lists().never for number in entry.numbers}
    assert {never.get(number) for number in KNOWN_TO_HAVE_ENDED} == {"retired"}


def test_a_commercial_number_is_not_even_named() -> None:
    """However it is spelled, in no file of the program, its skills, its tests or its documents."""
    [commercial] = [entry for entry in read_lists().never if entry.kind == "commercial"]
    wanted = digits(*commercial.numbers)
    assert len(wanted) == 10
    files = [*ROOT.glob("*.md"), *(path for part in PARTS for path in (ROOT / part).rglob("*.*"))]
    texts = {path for path in files if path.suffix in TEXTS and path.name != "never.toml"}
    assert len(texts) > 700
    named = [path for path in texts if wanted in re.sub(r"[^0-9a-z]", "", path.read_text("utf-8").lower())]
    assert named == []


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


def test_every_audience_can_be_asked_for() -> None:
    """A word of the vocabulary that no line has would answer nothing, but for `deaf`, which is a field."""
    used = {word for line in LINES for word in line.audience}
    assert used <= set(AUDIENCES)
    assert {"anyone", "adults", "youth", "lgbtq", "veterans"} <= used


# the few numbers and the finders


def test_the_few_numbers_are_there() -> None:
    """For whoever named no country; that they repeat the files of their countries is a rule."""
    assert len(lines.load_few()) >= 5


def test_the_two_finders_are_there_as_text() -> None:
    """To be typed on any telephone: no link opens from here."""
    assert [finder.url for finder in lines.load_finders()] == ["findahelpline.com", "befrienders.org"]

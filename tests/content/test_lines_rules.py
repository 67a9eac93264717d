"""The rules of shipped lines and numbers: each lets pass what is right, and finds its bad examples."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from copecli.core.lines_format import country_from_document
from tests.content.line_examples import (
    BAD,
    EMERGENCY,
    HOURS,
    LISTS,
    NAGA,
    RETIRED,
    TODAY,
    holding,
    listed,
    sources,
)
from upkeep.lines.lists import Allowed, read_lists
from upkeep.lines.numbers import fits, forms
from upkeep.lines.rules import RULES, faults
from upkeep.lines.shipped import Shipped, shipped

ROOT = Path(__file__).parents[2]


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

"""Settings are declared once, read leniently and kept in one spelling."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.errors import CopeError, NothingFound, UsageProblem
from copecli.core.fields import FormatProblem
from copecli.core.settings import SETTINGS, Setting, keys, parse, setting, to_document, value_of
from copecli.core.skill import CHANNELS, INVOLVES
from copecli.core.text import clean_line
from copecli.system.config import Config
from tests.strategies import toml_text

if TYPE_CHECKING:
    from copecli.core.settings import Value

by_key = pytest.mark.parametrize("known", SETTINGS, ids=[known.key for known in SETTINGS])


@by_key
def test_each_setting_has_its_place_in_the_config(known: Setting) -> None:
    """The table and the dataclass name the same things, with the same defaults."""
    assert Config().get(known.key) == known.default


def test_the_config_holds_nothing_else() -> None:
    """No attribute without a setting that explains it; keys have a table of their own."""
    names = {field.name for field in dataclasses.fields(Config)} - {"document", "touched", "keys"}
    assert names == {known.attribute for known in SETTINGS}


def test_what_can_be_left_out_is_what_skills_name() -> None:
    """The words written out here are those of the skill format."""
    assert setting("leave-out").choices == INVOLVES
    assert setting("leave-out-channels").choices == CHANNELS


@by_key
def test_each_setting_is_explained(known: Setting) -> None:
    """A label, a sentence, and a default that it takes itself."""
    assert known.label
    assert known.help.endswith(".")
    assert value_of(known, to_document(known.default)) == known.default
    assert len({other.key for other in SETTINGS}) == len(SETTINGS)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("country", "ie", "IE"),
        ("country", "", ""),
        ("other-countries", "ie GB", ("IE", "GB")),
        ("other-countries", "none", ()),
        ("pinned-lines", "ie-pieta, us-988", ("ie-pieta", "us-988")),
        ("motion", "Less", "less"),
        ("theme", " dark ", "dark"),
        ("plain", "yes", "yes"),
        ("save", "no", False),
        ("save", "On", True),
        ("leave-out", "cold, scent", ("cold", "scent")),
        ("leave-out", "cold cold", ("cold",)),
        ("leave-out", "none", ()),
        ("leave-out", "", ()),
        ("leave-out-channels", "smell", ("smell",)),
        ("pinned", "five-senses", ("five-senses",)),
        ("pinned", "none", ()),
        ("hidden", "stop,categories", ("stop", "categories")),
    ],
)
def test_words_become_values(key: str, text: str, value: Value) -> None:
    """What a person types, in any case and with commas or spaces."""
    assert parse(key, text) == value


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("motion", "les", "nearest is “less”"),
        ("motion", "xyz", "it can be auto, full, less"),
        ("country", "Ireland", "two letters"),
        ("country", "I1", "two letters"),
        ("other-countries", "IE Wales", "two letters"),
        ("hidden-lines", "a_b", "no line's name"),
        ("save", "perhaps", "yes or no"),
        ("leave-out", "could", "nearest is “cold”"),
        ("pinned", "../x", "no exercise's name"),
        ("pinned", "x" * 41, "no exercise's name"),
    ],
)
def test_other_words_are_refused_with_the_nearest_right_one(key: str, text: str, said: str) -> None:
    """Exit code 2, the key, and what it can be."""
    with pytest.raises(UsageProblem) as caught:
        parse(key, text)
    assert said in str(caught.value)
    assert str(caught.value).startswith(f"{key}: ")


def test_an_unknown_setting_is_answered_with_the_nearest() -> None:
    """Exit code 4; and where nothing is near, all of them."""
    with pytest.raises(NothingFound, match="Near it: country"):
        setting("countri")
    with pytest.raises(NothingFound, match="There are: country, under-18, other-countries"):
        setting("zzzz")


def test_what_the_program_remembers_is_not_listed() -> None:
    """A person is shown what is theirs to choose."""
    assert "welcome-seen" not in keys()
    assert "country" in keys()


@by_key
@given(raw=st.one_of(toml_text, st.booleans(), st.integers(), st.lists(toml_text, max_size=3), st.none()))
def test_any_value_of_a_file_is_taken_whole_or_refused(known: Setting, raw: object) -> None:
    """What is taken reads back as itself; what is refused names the key; nothing else happens."""
    try:
        value = value_of(known, raw)
    except FormatProblem as problem:
        refusal = problem
    else:
        assert value_of(known, to_document(value)) == value
        return
    assert refusal.key == known.key
    assert refusal.sentence()


@by_key
@given(text=st.text(max_size=60))
def test_any_word_is_taken_or_refused_calmly(known: Setting, text: str) -> None:
    """No word that is typed can crash the program, and nothing that is said back steers a terminal."""
    answer = ""
    try:
        parse(known.key, text)
    except CopeError as refused:
        answer = str(refused)
    assert answer == clean_line(answer)

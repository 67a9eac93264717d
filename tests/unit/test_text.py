"""Text is cleaned before it may reach a terminal, and the nearest name is found for a slip."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.text import clean, clean_line, clean_own, clean_own_line, nearest
from tests.strategies import any_text, words

REFUSED = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
JOINERS_AND_MARKS = "\u200c\u200d\u200e\u200f\u061c"
CLEANERS = [clean, clean_line, clean_own, clean_own_line]

HOSTILE = [
    pytest.param("a\x1b[31mb", "a[31mb", id="escape sequence"),
    pytest.param("a\x9b31mb", "a31mb", id="C1 control"),
    pytest.param("a\x07b\x00c", "abc", id="bell and NUL"),
    pytest.param("a\u202eb", "ab", id="text turned round"),
    pytest.param("a\u2066b\u2069", "ab", id="isolates"),
    pytest.param("a\u200bb\ufeffc", "abc", id="nothing to see"),
    pytest.param("a\U000e0041\U000e0042b", "ab", id="tag characters"),
    pytest.param("a\ue000b\U0010fffdc", "abc", id="private use"),
    pytest.param("a\ud800b", "ab", id="half a pair"),
    pytest.param("a\xadb", "ab", id="soft hyphen"),
]


@pytest.mark.parametrize(("text", "shown"), HOSTILE)
@pytest.mark.parametrize("cleaner", CLEANERS, ids=lambda cleaner: cleaner.__name__)
def test_nothing_that_drives_a_terminal_or_hides_is_shown(cleaner: object, text: str, shown: str) -> None:
    """Control, format, surrogate and private-use characters are dropped, by each of the four."""
    assert callable(cleaner)
    assert cleaner(text) == shown


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85"])
def test_every_kind_of_line_break_is_one(line_break: str) -> None:
    """Files from any system keep their lines, and on one line they become a blank."""
    assert clean(f"a{line_break}b") == "a\nb"
    assert clean_own(f"a{line_break}b") == "a\nb"
    assert clean_line(f"a{line_break}b") == "a b"
    assert clean_own_line(f"a{line_break}b") == "a b"


def test_a_tab_becomes_blanks() -> None:
    """A tab is as wide as a terminal pleases; blanks are not."""
    assert clean("a\tb") == "a    b"


def test_a_line_holds_single_blanks_and_none_at_its_ends() -> None:
    """Folding a text to one line leaves single blanks."""
    assert clean_line("  a \n\n  b  ") == "a b"


@pytest.mark.parametrize(
    "own",
    [
        pytest.param("می\u200cخواهم", id="Persian with a ZWNJ"),
        pytest.param("\U0001f469\u200d\U0001f4bb", id="emoji joined by a ZWJ"),
        pytest.param("שלום\u200e 12\u200f", id="Hebrew with direction marks"),
        pytest.param("\u061c٣-٤", id="Arabic letter mark"),
    ],
)
def test_what_scripts_and_emoji_need_survives_in_a_persons_own_words(own: str) -> None:
    """Joiners and direction marks stay in what a person wrote, and go from a skill file."""
    assert clean_own(own) == own
    assert not set(JOINERS_AND_MARKS) & set(clean(own))


@given(any_text)
def test_clean_text_holds_no_refused_category(text: str) -> None:
    """Whatever comes in, only the newline is left of what steers; on one line, nothing."""
    assert not {category(c) for c in clean(text) if c != "\n"} & REFUSED
    assert not {category(c) for c in clean_line(text)} & REFUSED


@given(any_text)
def test_a_persons_clean_text_holds_joiners_and_marks_only(text: str) -> None:
    """Of the refused categories nothing but ZWJ, ZWNJ, LRM, RLM and ALM is left."""
    assert not {category(c) for c in clean_own(text) if c not in JOINERS_AND_MARKS + "\n"} & REFUSED
    assert not {category(c) for c in clean_own_line(text) if c not in JOINERS_AND_MARKS} & REFUSED


@given(any_text)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """What is clean stays as it is."""
    for cleaner in CLEANERS:
        assert cleaner(cleaner(text)) == cleaner(text)


@given(st.text(st.sampled_from("a é漢ا" + JOINERS_AND_MARKS)))
def test_no_joiner_or_mark_is_lost_from_a_persons_words(text: str) -> None:
    """They stay as many as they were, in their order."""
    assert clean_own(text) == text


@given(words)
def test_what_can_be_typed_and_seen_is_never_changed(text: str) -> None:
    """Letters, marks, digits, signs and blanks of any script pass through."""
    assert clean(text) == text
    assert clean_own(text) == text


SKILLS = ["five-senses", "stop", "sighing", "longer-out-breath", "even-breath"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("five-sences", "five-senses"),
        ("five_senses", "five-senses"),
        ("Five Senses", "five-senses"),
        ("stpo", "stop"),
        ("senses", "five-senses"),
        ("sigh", "sighing"),
    ],
)
def test_the_nearest_name_is_the_one_that_was_meant(typed: str, meant: str) -> None:
    """Slips, capitals, underscores, blanks and parts of a name are understood."""
    assert nearest(typed, SKILLS)[0] == meant


def test_a_name_like_none_has_no_nearest() -> None:
    """Nothing is offered rather than anything."""
    assert nearest("zzzzzz", SKILLS) == ()
    assert nearest("", SKILLS) == ()


def test_no_more_names_than_asked_for_and_none_twice() -> None:
    """Three at the most, unless more are asked for."""
    assert nearest("breath", [*SKILLS, *SKILLS], n=1) == ("even-breath",)
    assert len(nearest("breath", [f"breath-{n}" for n in range(9)])) == 3


@given(any_text, st.lists(any_text, max_size=6))
def test_looking_for_the_nearest_name_never_fails(name: str, names: list[str]) -> None:
    """Any name among any names gives some of them, each once."""
    found = nearest(name, names)
    assert set(found) <= set(names)
    assert len(found) == len(set(found)) <= 3

"""Widths and wrapping in any script: nothing is lost, nothing is torn, nothing runs over the edge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from copecli.core.cells import clusters, width, wrap
from copecli.core.text import clean_own

SCRIPTS = {
    "latin": "Vær så snill, hør på et øyeblikk",
    "greek": "Μια μικρή ανάσα ακόμα",
    "cyrillic": "Позвонить другу вечером",
    "hebrew": "לנשום לאט, ואז עוד פעם",
    "persian": "می‌خواهم با یک دوست حرف بزنم",
    "thai": "โทรหาเพื่อนสักคนหนึ่ง",
    "japanese": "友だちに電話する。そして散歩へ行く",
    "korean": "친구에게 전화하기",
    "chinese": "给一个朋友打电话，然后出去走走。",
    "marks": "e\u0301 a\u0308 o\u0302\u0323",
    "joined emoji": "👩\u200d👩\u200d👧 tea",
    "flag": "🇮🇪 tea",
    "full width": "Ｔｅａ",
}


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=list(SCRIPTS))
def test_the_width_is_the_one_that_terminals_use(text: str) -> None:
    """Our count agrees with a maintained table of widths."""
    assert width(text) == cell_len(text)


@pytest.mark.parametrize(
    "whole",
    ["👩\u200d👩\u200d👧", "👍🏽", "🇮🇪", "e\u0301", "1\ufe0f\u20e3", "할", "\u1112\u1161\u11ab", "क्"],
)
def test_what_is_read_as_one_sign_is_one_cluster(whole: str) -> None:
    """A letter with its marks, a joined emoji and a flag are never torn apart."""
    assert list(clusters(whole + "x")) == [whole, "x"]


@given(st.text(), st.integers(1, 60), st.sampled_from(["", " - "]))
def test_wrapping_keeps_every_character_but_blanks(text: str, columns: int, first: str) -> None:
    """Put back together, the lines are the text, and clusters are whole."""
    cleaned = clean_own(text)
    rest = " " * len(first)
    lines = wrap(cleaned, columns, first, rest)
    bare = [line.removeprefix((first if i == 0 else rest).rstrip()) for i, line in enumerate(lines)]
    assert "".join("".join(bare).split()) == "".join(cleaned.split())


@given(st.text(st.characters(categories=["L", "N", "P", "M", "Zs"])), st.integers(8, 60))
def test_no_line_is_wider_than_asked(text: str, columns: int) -> None:
    """Only a single cluster may be wider than the room there is; with eight columns none is."""
    for line in wrap(text, columns, " - ", "   "):
        held = list(clusters(line.strip()))
        assert width(line) <= columns or max(map(width, held)) > columns - 3


def test_a_word_is_broken_only_where_it_is_longer_than_a_line() -> None:
    """A long word that fits a line of its own begins one."""
    assert wrap("to be kept: abcdefghij", 12) == ["to be kept:", "abcdefghij"]
    assert wrap("abcdefghijklmnop", 12) == ["abcdefghijkl", "mnop"]


def test_a_number_written_in_groups_stays_on_one_line() -> None:
    """It is dialled from the paper, so it is never split at its blanks."""
    assert wrap("Call a friend on (01) 555 0100 today", 22) == ["Call a friend on", "(01) 555 0100 today"]


def test_wide_letters_are_wrapped_without_blanks_and_not_before_a_full_stop() -> None:
    """Japanese fills the line, and its full stop does not begin one."""
    assert wrap("電話する。散歩へ", 8) == ["電話す", "る。散歩", "へ"]


def test_lines_of_the_text_stay_lines() -> None:
    """A line break that was written is kept."""
    assert wrap("one\n\ntwo", 20, " - ", "   ") == [" - one", "", "   two"]

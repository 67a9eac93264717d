"""What a plan keeps and does not know: lines to read, with every word, and no longer than they must be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.kept_lines import lines_of, named_lines
from copecli.core.plan import AboutMe, Item, Plan
from copecli.core.plan_format import PLAN_KEYS
from copecli.documents.text import plan_as_text
from tests.papers import unknown_words
from tests.strategies import unknown_keys


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("grey", ["mood: grey"]),
        (7, ["mood: 7"]),
        (True, ["mood: yes"]),
        (["one", "two"], ["mood:", "- one", "- two"]),
        ({"deep": 12}, ["mood:", "- deep: 12"]),
        ({"a": {"b": [1, False]}}, ["mood:", "- a:", "- - b:", "- - - 1", "- - - no"]),
        ([{"name": "x"}, ["y"]], ["mood:", "- name: x", "- y"]),
        ("one\ntwo", ["mood:", "- one", "- two"]),
        ([], ["mood:"]),
        ({}, ["mood:"]),
    ],
)
def test_a_value_of_any_kind_is_words_and_lines(value: object, lines: list[str]) -> None:
    """No brackets, no quotes."""
    assert named_lines("mood", value) == lines


@given(unknown_keys(but=PLAN_KEYS))
def test_every_word_of_it_is_there(table: dict[str, object]) -> None:
    """Names and values, however deep."""
    text = "\n".join(lines_of(table))
    assert all(words in text for words in unknown_words(table))


@given(
    st.recursive(st.just("x" * 50), lambda inner: st.dictionaries(st.text(max_size=50), inner, max_size=3))
)
def test_it_is_hardly_longer_than_the_value(value: object) -> None:
    """A long name above many lines is not said in each of them."""
    deep = {"n" * 1000: [value] * 20}
    assert len("\n".join(named_lines("k", deep))) <= 2000 + 20 * (4 * len(str(value)) + 20)


def test_on_paper_it_stands_under_a_heading_of_its_own() -> None:
    """What belongs to an item stays with it; what came below no heading needs no name."""
    plan = Plan(
        {"coping": (Item("a", "Tea", extra={"songs": ["one", "two"], "likelihood-imported": 12}),)},
        {"imported": ["Hello"], "Poems": ["A line I like", "another"], "about-me-imported": "Quiet"},
        about_me=AboutMe("Tea", extra={"song": "any"}),
    )
    text = plan_as_text(plan)
    assert (
        " - Tea\n   songs:\n   - one\n   - two\n"
        "   How likely I would do it, 0 to 10, from the file: 12\n" in text
    )
    assert "About me in a crisis\n - What helps: Tea\n - song: any\n" in text
    assert (
        "Also kept from the file\n - Hello\n - Poems:\n   - A line I like\n   - another\n"
        " - About me in a crisis, from the file: Quiet\n" in text
    )
    assert "Also kept" not in plan_as_text(plan, for_helper=True)
    assert "songs" not in plan_as_text(plan, for_helper=True)

"""Finding what to read by words: which is found, in which order, and when people come first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.learn import Article, Heading, Line, Next
from copecli.core.learn_search import (
    MOST_FOUND,
    called,
    find,
    folded,
    indexed,
    near,
    speaks_of_ending_life,
    wanted,
)

NOTHING = Article(
    id="a", title="Nothing", group="living", place=1, summary="Nothing.", now=(Next("open", "plan"),),
    blocks=(Line("Nothing."),),
)  # fmt: skip
TITLE = replace(NOTHING, id="t", place=5, title="Rain and wind")
FINDS = replace(NOTHING, id="f", place=4, finds=("rain",))
SUMMARY = replace(NOTHING, id="s", place=3, summary="Of rain.")
HEADING = replace(NOTHING, id="h", place=2, blocks=(Heading("Rain"), Line("So.")))
IN_TEXT = replace(NOTHING, id="x", place=1, blocks=(Line("It may rain."),))
ALL = (NOTHING, IN_TEXT, HEADING, SUMMARY, FINDS, TITLE)


def ids(typed: str, *articles: Article) -> str:
    """Return the ids of what is found, in order."""
    return "".join(found.id for found in find(typed, indexed(articles or ALL)))


def test_the_nearer_a_word_stands_the_earlier_an_article_comes() -> None:
    """Title, the words to be found by, summary, headings, text: whatever the order of the shelf."""
    assert ids("rain") == ids("RAIN") == ids("  rain! ") == "tfshx"
    assert ids("") == ids("the") == ids("snow") == ""


def test_in_one_place_the_whole_word_comes_first_and_then_the_shelf_decides() -> None:
    """The beginning of a word is enough."""
    begun = replace(NOTHING, id="b", place=1, title="Rainbow")
    twin = replace(TITLE, id="w", place=6)
    assert ids("rain", begun, twin, TITLE) == "twb"
    assert ids("rai", begun, twin, TITLE) == "btw"


@pytest.mark.parametrize("typed", ["rains", "raining", "rained", "wind, rain", "Ráin", "how about rain"])
def test_endings_accents_order_and_small_words_do_not_matter(typed: str) -> None:
    """So nobody has to guess how it is written."""
    assert ids(typed, TITLE, NOTHING) == "t"


def test_what_has_more_of_the_words_stands_alone() -> None:
    """Where nothing has all of them, what has the most of them is there."""
    assert ids("rain wind") == "t"
    assert ids("rain snow") == ids("rain")
    assert ids("rain wind snow") == "t"


def test_apostrophes_are_left_out() -> None:
    """However they are written, or not at all."""
    article = replace(NOTHING, title="I can’t sleep")
    assert ids("can't", article) == ids("cant", article) == ids("can’t", article) == "a"
    assert folded("I can't") == ["i", "cant"]


def test_small_words_count_where_there_are_no_others() -> None:
    """They are words, too."""
    assert wanted("what about me") == ["what", "about", "me"]
    assert wanted("what about rain") == ["rain"]


def test_a_list_ends_somewhere() -> None:
    """More than that is the shelf again."""
    many = [replace(TITLE, id=f"n{n}", place=n) for n in range(1, 40)]
    assert len(find("rain", indexed(many))) == MOST_FOUND


@given(st.permutations(ALL), st.text(max_size=20))
def test_the_same_words_find_the_same_in_the_same_order(articles: list[Article], typed: str) -> None:
    """However the files are read."""
    assert find(typed, indexed(articles)) == find(typed, indexed(ALL))


def test_an_article_is_called_by_its_id_or_its_title() -> None:
    """In any case, and not by a part of it."""
    assert called("rain AND wind", ALL) == called("t", ALL) == TITLE
    assert called("rain", ALL) is None
    assert called("", ALL) is None


def test_a_slip_finds_what_is_near() -> None:
    """In title, id, or the words to be found by; far words find nothing."""
    assert [found.id for found in near("rian", ALL)] == ["f", "t"]
    assert near("astronomy", ALL) == ()


@pytest.mark.parametrize(
    "typed",
    ["suicide", "I want to die", "end my life", "ending it", "kill myself", "taking my life", "Emergency!"],
)
def test_words_of_ending_life_are_heard(typed: str) -> None:
    """Then people come first."""
    assert speaks_of_ending_life(typed)


@pytest.mark.parametrize(
    "typed", ["", "diet", "skills", "weekend", "take it slowly", "my life", "the end", "sad"]
)
def test_other_words_are_not_taken_for_them(typed: str) -> None:
    """A part of a word says nothing."""
    assert not speaks_of_ending_life(typed)

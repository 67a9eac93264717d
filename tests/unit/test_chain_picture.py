"""A trigger map as boxes, and as sentences in a row."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.cells import width
from copecli.core.chain import DID, LINK_KINDS, Link, TriggerMap, Turn
from copecli.core.chain_picture import chain_picture, chain_words
from copecli.core.reach import Sentence
from copecli.core.when import When

MAP = TriggerMap(
    id="a",
    when=When(0),
    vulnerable=("sleep",),
    before=("criticism", "a letter came"),
    links=(Link("thought", "I never get it right."), Link("feeling", "Hot and small.")),
    urge=8,
    did="did-not",
    soon=("Tired.",),
    needs=("ease-feeling",),
    turns=(Turn(1, "go outside", "five-senses"), Turn(-1, "sleep earlier")),
)
TITLES = {"five-senses": "Five senses"}


def test_a_map_is_told_in_sentences() -> None:
    """In the order in which it happened; what was left out is not named."""
    assert [one.worded(str) for one in chain_words(MAP, TITLES)] == [
        "What made the day harder: Little sleep",
        "Right before: Being told off, or something not going well",
        "Right before: a letter came",
        "A thought: I never get it right.",
        "A feeling: Hot and small.",
        "Another way from here: go outside (Five senses)",
        "The urge at its strongest: 8 of 10",
        "What I did: I didn't",
        "Right after: Tired.",
        "What I needed: To make a bad feeling stop or shrink",
        "What could go another way: sleep earlier",
    ]


def test_a_map_is_drawn_in_boxes() -> None:
    """With an arrow to the next, and the other way beside it."""
    short = TriggerMap(id="a", when=When(0), links=MAP.links, turns=MAP.turns[:1])
    assert chain_picture(short, 40, str, TITLES) == (
        "+-------------------------+",
        "| A thought               |",
        "|   I never get it right. |",
        "+-------------------------+",
        "  |",
        "  v",
        "+------------------+",
        "| A feeling        |",
        "|   Hot and small. |",
        "+------------------+",
        "  |--> Another way from here: go outside",
        "  |    (Five senses)",
    )


@pytest.mark.parametrize("did", ["", "rather-not"])
def test_what_was_rather_not_said_is_not_shown(did: str) -> None:
    """Not even that it was not."""
    silent = TriggerMap(id="a", when=When(0), did=did)
    assert chain_words(silent) == ()
    assert chain_picture(silent, 80, str) == ()


def test_a_skill_that_is_gone_leaves_the_words() -> None:
    """And a turn with neither is left out."""
    turns = (Turn(-1, "go outside", "gone"), Turn(-1, "", "gone"), Turn(7, "after a link that is gone"))
    found = TriggerMap(id="a", when=When(0), turns=turns)
    assert [one.worded(str) for one in chain_words(found)] == [
        "What could go another way: go outside", "What could go another way: after a link that is gone",
    ]  # fmt: skip


def what(one: Sentence) -> Sentence:
    """Return what a sentence says beside its label."""
    found = dict(one.fields).get("what", one)
    assert not isinstance(found, str)
    return found


own = st.text(max_size=60)
kinds = st.sampled_from([kind for kind, _ in LINK_KINDS])
maps = st.builds(
    TriggerMap,
    id=st.just("a"),
    when=st.just(When(0)),
    vulnerable=st.lists(own, max_size=2).map(tuple),
    before=st.lists(own, max_size=2).map(tuple),
    links=st.lists(st.builds(Link, kinds, own), max_size=4).map(tuple),
    urge=st.none() | st.integers(0, 10),
    did=st.sampled_from(DID),
    soon=st.lists(own, max_size=2).map(tuple),
    needs=st.lists(own, max_size=2).map(tuple),
    turns=st.lists(st.builds(Turn, st.integers(-1, 4), own), max_size=3).map(tuple),
)


@given(maps, st.integers(24, 100))
def test_any_map_fits_its_columns_and_is_drawn_as_it_is_told(drawn: TriggerMap, columns: int) -> None:
    """In any script; every letter of the sentences is in the picture, and its boxes are plain ones."""
    lines = chain_picture(drawn, columns, str)
    assert all(width(line) <= columns for line in lines)
    assert all("\x1b" not in line and "\n" not in line for line in lines)
    told = "".join(what(one).worded(str) for one in chain_words(drawn))
    assert not Counter("".join(told.split())) - Counter("".join(lines))
    assert not set("│─┌└├").intersection("".join(lines)) - set(told)

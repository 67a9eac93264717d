"""The picture of a chain, and the same words to be read aloud."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from copecli.core.cells import width
from copecli.core.chain import (
    BODY,
    EVENT,
    FEELING,
    LONG,
    SHORT,
    THOUGHT,
    TRIGGERS,
    URGE,
    VULNERABLE,
    Link,
    TriggerMap,
    Turn,
)
from copecli.core.chain_picture import aloud, link_words, parts, picture
from copecli.core.chain_words import BODY as BODILY
from copecli.core.chain_words import LATER, SOON
from copecli.core.checkin import FEELINGS
from copecli.core.text import clean_own_line
from copecli.core.when import When
from copecli.words import _
from tests.journals import maps

A_MAP = TriggerMap(
    id="",
    when=When(0, 0),
    form=LONG,
    vulnerable=("sleep",),
    before=("conflict", "the phone call"),
    links=(
        Link(EVENT, "conflict"),
        Link(THOUGHT, "Nobody will ever stay"),
        Link(FEELING, "lonely"),
        Link(BODY, "body-tight"),
        Link(URGE),
    ),
    urge=7,
    did="did-not",
    soon=("soon-smaller",),
    later=("later-told",),
    needs=("ease-feeling", "show"),
    turns=(
        Turn(0, "go out for a while"),
        Turn(2, "to my sister", "no-such"),
        Turn(4, "", "stop"),
        Turn(-1, "eat"),
    ),
)
TITLES = {"stop": "Stop and step back"}

PICTURE = """\
● What made that day harder
│   Little sleep
│
● Right before
│   A fight, or being turned away
│   the phone call
│ → Another way: go out for a while
│
● A thought
│   Nobody will ever stay
│
● A feeling
│   Lonely
│ → Another way: no-such: to my sister
│
● Something in my body
│   Tight or tense
│
● The urge
│   7 of 10 at its strongest
│ → Another way: Stop and step back
│
● What happened then
│   I didn't
│
● Right after
│   The feeling got smaller
│
● Later
│   I told somebody
│
● What I needed
│   To make a bad feeling stop or shrink
│   To show someone how bad it is
│
● Another way, another time
  → Another way: eat"""


def test_the_whole_chain_stands_from_top_to_bottom() -> None:
    """Each stop with what stood there and where it could have gone."""
    assert picture(parts(A_MAP, TITLES), 80, _) == PICTURE.split("\n")


def test_a_short_map_does_not_say_what_kind_own_words_were() -> None:
    """Nobody said whether it was a thought or a feeling."""
    titles = {part.title.text for part in parts(replace(A_MAP, form=SHORT), TITLES)}
    assert "A thought" not in titles
    assert "A thought, feeling or sign in my body" in titles


def test_a_terminal_of_ascii_gets_ascii_marks() -> None:
    """The words are the same."""
    lines = picture(parts(A_MAP, TITLES), 80, _, unicode=False)
    assert "\n".join(lines).isascii()
    assert _words(lines) == _words(PICTURE.split("\n"))


@given(maps, st.integers(12, 90), st.booleans())
def test_picture_and_spoken_lines_say_the_same_and_no_line_is_too_wide(
    found: TriggerMap, columns: int, unicode: bool
) -> None:
    """Whatever a person wrote."""
    row = parts(found, TITLES)
    lines = picture(row, columns, _, unicode=unicode)
    assert all(width(line) <= columns for line in lines)
    assert _letters(lines) == _letters(aloud(row, _))
    for text in (*found.vulnerable, *found.soon, *(link.text for link in found.links)):
        if text not in OF_A_LIST:
            assert _letters([clean_own_line(text)]) in _letters(aloud(row, _))


OF_A_LIST = {
    option for known in (FEELINGS, BODILY, SOON, LATER, TRIGGERS, VULNERABLE) for option, _words in known
}
"""Words that stand for others: "calm" is shown as "Calm"."""


def _letters(lines: list[str]) -> str:
    """Return what is said, without blanks and the signs that only a picture or only a voice has."""
    return "".join(sign for line in lines for sign in line if sign not in " :●│→*|>")


def _words(lines: list[str]) -> list[str]:
    return [word for line in lines for word in line.split() if word not in "●│→*|>"]


@given(st.text(max_size=40))
def test_a_link_is_named_by_its_words(text: str) -> None:
    """A list's in the list's, a person's own as they are; the urge by its kind."""
    assert link_words(Link(THOUGHT, f"x{text}")).worded(_) == f"x{text}"
    assert link_words(Link(EVENT, "late-night")).worded(_) == "Late at night"
    assert link_words(Link(URGE)).worded(_) == "An urge"


def test_an_empty_map_has_no_picture() -> None:
    """Nothing is made up."""
    assert parts(TriggerMap(id="", when=When(0, 0)), {}) == ()

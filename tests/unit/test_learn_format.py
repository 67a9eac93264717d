"""From the text of a file to an article, or a refusal that names the line."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.fields import FormatProblem
from copecli.core.learn import Article, Block, Gap, Heading, Item, Line, Next
from copecli.core.learn_format import LineProblem, article_from, blocks_of, split
from tests.articles import TEXT, text


def read(content: str = TEXT, article_id: str = "rain") -> Article:
    """Return the article in a text."""
    head, lines, first = split(content)
    return article_from(article_id, tomllib.loads(head), lines, first)


def test_a_whole_file_becomes_an_article() -> None:
    """Each part in its place; gaps stand between thoughts and above headings, and nowhere else."""
    found = read()
    assert (found.id, found.title, found.group, found.place) == ("rain", "Rain on a window", "living", 2)
    assert (found.review_status, found.review_on) == ("draft", "2026-11-26")
    assert found.now == (Next("skill", "stop"), Next("open", "wave"))
    assert found.blocks == (
        Line("Rain falls.", ("Stanley18",)),
        Line("It can be heard."),
        Gap(),
        Heading("What is known"),
        Item("It is wet.", ("Nuij21", "Stanley18")),
        Item("It ends."),
        Gap(),
        Heading("And now"),
        Line("You could listen."),
    )
    assert found.numbers == {"Stanley18": 1, "Nuij21": 2}


def test_line_ends_of_windows_are_line_ends() -> None:
    """An editor there changes nothing."""
    assert read(TEXT.replace("\n", "\r\n")) == read()


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("Fine.\nIt is so. [Nobody99]", 13),
        ("Fine.\nIt is [Nuij21] so.", 13),
        ("Fine.\nIt is so. [see there]", 13),
        ("Fine.\nIt is so. []", 13),
        ("Fine.\n\n# Too large", 14),
        ("### Too small\n\nFine.", 12),
        ("It is **bold**.", 12),
        ("It is `code`.", 12),
        ("See https://example.org", 12),
        ("* A star", 12),
        ("- ", 12),
        ("## \nFine.", 12),
        ("It rings.\x07", 12),
        ("It turns \u202eround.", 12),
        ("It goes on. " * 40, 12),
        ("", 12),
        ("## Only a heading", 12),
        ("\n" * 401, 12),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_is_wrong_in_the_text_names_its_line(body: str, line: int) -> None:
    """So that whoever writes it finds the place."""
    head = TEXT[: TEXT.index("+++\nRain") + 4]
    with pytest.raises(LineProblem) as caught:
        read(head + body)
    assert caught.value.line == line
    assert caught.value.sentence()


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"format": "2"}, "format"), ({"title": '""'}, "title"), ({"group": '"livin"'}, "group"),
        ({"place": "0"}, "place"), ({"summary": "3"}, "summary"), ({"finds": '"x"'}, "finds"),
        ({"now": "[]"}, "now"), ({"now": '[{ open = "window" }]'}, "now[0].open"),
        ({"now": '[{ skill = "a b" }]'}, "now[0].skill"), ({"now": '[{ skil = "stop" }]'}, "now[0].skil"),
        ({"now": '[{ skill = "stop", open = "plan" }]'}, "now[0].skill"),
        ({"review": '{ status = "read" }'}, "review.status"),
        ({"review": '{ status = "clinician" }'}, "review.on"),
        ({"place": "1\ncolour = 3"}, "colour"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_the_head_names_its_key(change: dict[str, str], key: str) -> None:
    """With the nearest right word where there is one."""
    with pytest.raises(FormatProblem) as caught:
        read(text(**change))
    assert caught.value.key == key


@pytest.mark.parametrize("content", ["", "Words.", "+++\nformat = 1\n", "---\nformat: 1\n---\n"])
def test_a_file_without_its_head_is_refused(content: str) -> None:
    """In its first line."""
    with pytest.raises(LineProblem) as caught:
        split(content)
    assert caught.value.line == 1


def test_a_name_that_no_id_can_have_is_refused() -> None:
    """The file's name is the id."""
    with pytest.raises(FormatProblem):
        read(article_id="Rain Window")


def read_or_refused(lines: list[str]) -> tuple[tuple[Block, ...], int]:
    """Return (blocks, 0), or nothing and the line that was refused."""
    try:
        return blocks_of(lines, 1, ["Nuij21"]), 0
    except LineProblem as trouble:
        return (), trouble.line


@given(
    st.lists(st.text(max_size=30) | st.sampled_from(["## A", "- b [Nuij21]", "", "c [Nuij21]"]), max_size=9)
)
def test_any_text_is_read_or_refused_with_a_line(lines: list[str]) -> None:
    """Nothing else can happen, and what was read holds no steering sign, no bracket and no spare gap."""
    whole = "\n".join(lines).split("\n")
    blocks, refused_at = read_or_refused(whole)
    if not blocks:
        assert 1 <= refused_at <= len(whole)
        return
    texts = [block.text for block in blocks if not isinstance(block, Gap)]
    assert all(said and not set(said) & set("[]") for said in texts)
    assert {category(sign) for said in texts for sign in said}.isdisjoint(
        {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    )
    assert not isinstance(blocks[0], Gap)
    assert not isinstance(blocks[-1], Gap)
    for before, after in pairwise(blocks):
        assert not (isinstance(before, Gap | Heading) and isinstance(after, Gap))
        assert isinstance(before, Gap) or not isinstance(after, Heading) or isinstance(before, Heading)

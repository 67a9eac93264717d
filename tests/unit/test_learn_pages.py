"""An article cut into pages that fit a window."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.cells import width
from copecli.core.learn import Article, Block, Gap, Heading, Item, Line, Next
from copecli.core.learn_pages import Row, cut, pages_of, parts_of, rows_of

WORD = st.text("abcdefgh", min_size=1, max_size=9)
SAID = st.lists(WORD, min_size=1, max_size=12).map(" ".join)
CITED = st.sampled_from([(), ("Nuij21",), ("Nuij21", "Stanley18")])
BLOCKS = st.lists(
    st.builds(Line, SAID, CITED) | st.builds(Item, SAID, CITED) | st.builds(Heading, SAID) | st.just(Gap()),
    min_size=1,
    max_size=25,
)


def of(*blocks: Block) -> Article:
    """Return an article of these blocks."""
    return Article(
        id="a", title="A", group="care", place=1, summary="B", now=(Next("open", "plan"),), blocks=blocks,
        sources=("Stanley18",),
    )  # fmt: skip


@given(BLOCKS, st.integers(1, 80), st.integers(1, 30))
def test_no_word_is_lost_and_no_page_is_too_large(blocks: list[Block], columns: int, most: int) -> None:
    """For any text and any window; the pages are few."""
    article = of(*blocks)
    pages = pages_of(article, columns, most)
    rows = [row for row in rows_of(article, columns) if row.text]
    assert "".join(row.text for page in pages for row in page if row.text) == "".join(
        row.text for row in rows
    )
    assert all(0 < len(page) <= most for page in pages)
    assert all(width(row.text) <= columns for page in pages for row in page)
    spare = 2 * sum(isinstance(block, Heading) for block in blocks)
    assert len(pages) <= len(_greedy(rows_of(article, columns), most)) + spare


def _greedy(rows: list[Row], most: int) -> list[list[Row]]:
    """Return pages that are filled one after the other, gaps at their ends left out."""
    pages: list[list[Row]] = []
    for row in rows:
        if not pages or len(pages[-1]) == most:
            if not row.text:
                continue
            pages.append([])
        pages[-1].append(row)
    return pages


def test_the_numbers_of_sources_stay_together_with_the_last_word() -> None:
    """They are marked, so that a face can make them quieter."""
    article = of(Line("One two three", ("Stanley18", "Nuij21")), Line("Four", ("Nuij21",)))
    assert rows_of(article, 80) == [Row("One two three [1, 2]", mark=6), Row("Four [2]", mark=3)]
    assert [row.text for row in rows_of(article, 14)] == ["One two", "three [1, 2]", "Four [2]"]


def test_what_goes_on_below_an_item_is_set_in() -> None:
    """So its sign stands alone."""
    assert [row.text for row in rows_of(of(Item("one two three")), 9)] == ["- one two", "  three"]


@pytest.mark.parametrize("most", [4, 5])
def test_a_page_ends_at_a_gap_and_never_below_a_heading(most: int) -> None:
    """Rather one page more than a heading alone at the foot."""
    article = of(Line("a"), Line("b"), Gap(), Heading("H"), Line("c"), Line("d"), Gap(), Line("e"))
    pages = [[row.text for row in page] for page in pages_of(article, 20, most)]
    assert pages == {4: [["a", "b"], ["H", "c", "d"], ["e"]], 5: [["a", "b"], ["H", "c", "d", "", "e"]]}[most]


def test_a_line_is_torn_only_where_it_has_to_be() -> None:
    """A page of one row has no choice."""
    rows = (Row("a"), Row("b1"), Row("b2", goes_on=True), Row("c"))
    assert cut(rows, 3) == (rows[:1], rows[1:])
    assert cut(rows, 1) == tuple((row,) for row in rows)


def test_there_are_no_more_pages_than_needed() -> None:
    """A thought is parted rather than a page added."""
    rows = tuple(Row(text) for text in ("a", "b", "", "c", "d", "e"))
    assert [len(page) for page in cut(rows, 3)] == [2, 3]
    assert len(cut([Row("a")] * 7, 4)) == 2


def test_parts_begin_at_headings() -> None:
    """For whoever listens: nothing is said twice, and no part begins or ends with a gap."""
    blocks = (Line("a"), Gap(), Heading("H"), Line("b"), Gap(), Heading("I"), Item("c", ("Nuij21",)))
    assert parts_of(of(*blocks)) == ((blocks[0],), blocks[2:4], blocks[5:])

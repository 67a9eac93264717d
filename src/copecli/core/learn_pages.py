"""An article set in rows and cut into pages that fit a window, or into parts to be read aloud.

Invariant: no word is lost, no page has more rows than there is room for, and there are as few pages as can
be; one more is made where a heading would stand alone at the foot of one. Within that a page ends between
thoughts where it may.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.cells import wrap
from copecli.core.learn import Gap, Heading, Item, cites_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from copecli.core.learn import Article, Block

_HELD = "\u00a0"
"""Stands for a blank at which no row may end."""
_WITHIN, _BETWEEN, _AT_A_GAP = 8, 2, 0
"""What it costs to end a page: inside a line, between two lines, between two thoughts."""
_A_HEADING = 2
"""Pages that a heading alone at the foot of a page is as bad as."""

Pages = tuple[tuple["Row", ...], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a page."""

    text: str
    heading: bool = False
    mark: int = 0
    """How many characters at its end are the numbers of sources."""
    goes_on: bool = False
    """Whether it goes on with the line of the row before."""


def tagged(block: Block, numbers: Mapping[str, int]) -> tuple[str, str]:
    """Return (words, the numbers of its sources), as in ("Most say so.", "[1, 2]")."""
    cites = sorted(numbers[key] for key in cites_of(block))
    text = "" if isinstance(block, Gap) else f"- {block.text}" if isinstance(block, Item) else block.text
    return text, f"[{', '.join(map(str, cites))}]" if cites else ""


def parts_of(article: Article) -> tuple[tuple[Block, ...], ...]:
    """Return the article in parts: each heading begins one, with no gap at its ends."""
    parts: list[list[Block]] = [[]]
    for block in article.blocks:
        if isinstance(block, Heading) and parts[-1]:
            parts.append([])
        parts[-1].append(block)
    return tuple(tuple(part[:-1] if isinstance(part[-1], Gap) else part) for part in parts if part)


def rows_of(article: Article, columns: int) -> list[Row]:
    """Return the article in rows of at most that many cells."""
    rows: list[Row] = []
    numbers = article.numbers
    for block in article.blocks:
        rows += _rows(*tagged(block, numbers), columns, block)
    return rows


def _rows(text: str, tag: str, columns: int, block: Block) -> Iterator[Row]:
    whole = f"{text}{_HELD}{tag.replace(' ', _HELD)}" if tag else text
    indent = "  " if isinstance(block, Item) and columns > 2 else ""
    for number, wrapped in enumerate(wrap(whole, columns, "", indent)):
        row = wrapped.replace(_HELD, " ")
        mark = len(tag) if tag and row.endswith(tag) else 0
        yield Row(row, isinstance(block, Heading), mark, goes_on=number > 0)


def pages_of(article: Article, columns: int, rows: int) -> Pages:
    """Return the article in pages of at most `rows` rows of `columns` cells."""
    return cut(rows_of(article, max(1, columns)), max(1, rows))


def cut(rows: Sequence[Row], most: int) -> Pages:
    """Return `rows` in pages of at most `most`; gaps at the ends of a page are left out."""
    best: list[tuple[int, int, int, int]] = [(0, 0, 0, 0)]
    for end in range(1, len(rows) + 1):
        ways = []
        for begin in range(end - 1, -1, -1):
            used = len(_trimmed(rows[begin:end]))
            if used > most:
                break
            pages, cost, uneven, _from = best[begin]
            bad = bool(used) + _A_HEADING * _strands_a_heading(rows, end)
            ways.append((pages + bad, cost + _cost(rows, end), uneven + (most - used) ** 2, begin))
        best.append(min(ways))
    return tuple(page for page in _followed(rows, best) if page)


def _followed(rows: Sequence[Row], best: Sequence[tuple[int, int, int, int]]) -> list[tuple[Row, ...]]:
    """Return the pages on the best way, first to last."""
    pages: list[tuple[Row, ...]] = []
    end = len(rows)
    while end:
        begin = best[end][3]
        pages.append(_trimmed(rows[begin:end]))
        end = begin
    return pages[::-1]


def _trimmed(rows: Sequence[Row]) -> tuple[Row, ...]:
    begin, end = 0, len(rows)
    while begin < end and not rows[begin].text:
        begin += 1
    while end > begin and not rows[end - 1].text:
        end -= 1
    return tuple(rows[begin:end])


def _strands_a_heading(rows: Sequence[Row], end: int) -> bool:
    """Return whether a page that ends before the row of that number has a heading at its foot."""
    return end < len(rows) and rows[end - 1].heading and not rows[end].goes_on


def _cost(rows: Sequence[Row], end: int) -> int:
    """Return what it costs to end a page before the row of that number."""
    if end == len(rows) or not rows[end].text or not rows[end - 1].text:
        return _AT_A_GAP
    return _WITHIN if rows[end].goes_on else _BETWEEN

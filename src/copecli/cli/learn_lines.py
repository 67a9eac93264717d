"""Articles in lines, for `cope learn` and the line face.

Invariant: a line of an article stays one line, with the numbers of its sources behind it, and ends in a mark
at which a voice pauses.
"""

from __future__ import annotations

from copecli.cli.reach_words import ended
from copecli.core.learn import Heading
from copecli.core.learn_pages import tagged
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from copecli.core.learn import Article, Block
    from copecli.core.reach import Sentence

WIDEST = 72
"""Columns that prose is set in, however wide the terminal."""


def block_lines(blocks: Sequence[Block], numbers: Mapping[str, int]) -> list[str]:
    """Return blocks as lines; a gap is an empty one."""
    lines = []
    for block in blocks:
        text, tag = tagged(block, numbers)
        if isinstance(block, Heading):
            text = text if text.endswith("?") else f"{text}:"
        lines.append(" ".join(filter(None, (ended(text), tag))))
    return lines


def whole(article: Article, now: Sequence[Sentence], told: Sequence[str]) -> list[str]:
    """Return all of an article: its text, what can be done with it, and what it rests on."""
    from copecli.core.learn_words import SOURCES_TITLE, YOU_COULD

    *sources, review = told
    lines = [ended(article.title), "", *block_lines(article.blocks, article.numbers)]
    lines += ["", f"{_(YOU_COULD)}:", *(f"  {ended(way.worded(_))}" for way in now)]
    if sources:
        lines += ["", f"{_(SOURCES_TITLE)}:", *(f"  {ended(source)}" for source in sources)]
    return [*lines, "", review]

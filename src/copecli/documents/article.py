"""A report as a paper, worded and in order: text, page and print only set it.

Invariant: all words in it are cleaned for showing, and each of them is in every form.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.text import clean_own, clean_own_line
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copecli.core.chain_picture import Part
    from copecli.core.reach import Sentence
    from copecli.core.report import Passage, Report
    from copecli.core.report_lists import Entry


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of a chain."""

    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing of a list."""

    text: str
    """It may hold newlines."""
    head: str = ""
    """A day and a time, before the text."""
    below: tuple[str, ...] = ()
    """Longer words; they may hold newlines."""
    chain: tuple[Part, ...] = ()
    """For those who draw it."""
    stops: tuple[Stop, ...] = ()
    """The same in words."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading and what stands below it."""

    title: str
    lead: str
    """What is good to know first, in one paragraph."""
    rows: tuple[Row, ...]
    picture: tuple[str, ...] = ()
    beside: str = ""
    """What the picture shows, in one paragraph."""


@dataclass(frozen=True, slots=True)
class Article:
    """The whole paper."""

    title: str
    opening: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    closing: str
    letter: tuple[str, ...] = ()
    """Paragraphs behind the opening; they may hold newlines."""


def article(report: Report) -> Article:
    """Return what a paper of the report holds."""
    return Article(
        _line(report.title),
        tuple(filter(None, (_line(report.period), _joined(report.about)))),
        tuple(map(_chapter, report.passages)),
        _line(report.made),
        tuple(map(_own, report.letter)),
    )


def _chapter(passage: Passage) -> Chapter:
    rows = (*(Row(_own(line)) for line in passage.lines), *map(_row, passage.entries))
    title, lead, beside = _line(passage.title), _joined(passage.about), _joined(passage.beside)
    return Chapter(title, lead, rows, passage.picture, beside)


def _row(entry: Entry) -> Row:
    stops = tuple(Stop(_line(one.title), tuple(map(_line, (*one.texts, *one.turns)))) for one in entry.chain)
    return Row(_joined(entry.lines), _line(entry.head), tuple(map(_own, entry.below)), entry.chain, stops)


def _line(words: Sentence) -> str:
    return clean_own_line(words.worded(_))


def _own(words: Sentence) -> str:
    return clean_own(words.worded(_)).strip()


def _joined(sentences: Iterable[Sentence]) -> str:
    return " ".join(map(_line, sentences))

"""A report as plain text, in columns; with pictures, or in words alone for those who listen.

Invariant: no line is wider than the columns that there are, and nothing in it can drive a terminal.
"""

from __future__ import annotations

from copecli.core.cells import wrap
from copecli.core.chain_picture import picture
from copecli.documents.article import article
from copecli.documents.text import BULLET, HANGING, NARROWEST, USUAL_WIDTH
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.report import Report
    from copecli.documents.article import Chapter, Row


def report_as_text(
    report: Report, width: int = USUAL_WIDTH, *, unicode: bool = True, drawn: bool = True
) -> str:
    """Return the report in lines of at most `width` cells, ending with one newline; `drawn` with pictures."""
    columns = max(NARROWEST, width)
    paper = article(report)
    parts = [wrap(paper.title, columns), *(wrap(text, columns) for text in paper.opening)]
    parts += [wrap(text, columns) for text in paper.letter]
    parts += [_chapter(chapter, columns, unicode=unicode, drawn=drawn) for chapter in paper.chapters]
    parts += [wrap(paper.closing, columns)]
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _chapter(chapter: Chapter, columns: int, *, unicode: bool, drawn: bool) -> list[str]:
    lines = wrap(chapter.title, columns, "", HANGING)
    lines += wrap(chapter.lead, columns, HANGING, HANGING) if chapter.lead else []
    for number, row in enumerate(chapter.rows):
        lines += [""] if row.chain and number else []
        lines += _row(row, columns, unicode=unicode, drawn=drawn)
    if chapter.picture and drawn:
        lines += ["", *(f"{HANGING}{line}" for line in chapter.picture), ""]
    return lines + (wrap(chapter.beside, columns, HANGING, HANGING) if chapter.beside else [])


def _row(row: Row, columns: int, *, unicode: bool, drawn: bool) -> list[str]:
    words = f"{row.head}. {row.text}".rstrip() if row.head else row.text
    lines = wrap(words, columns, BULLET, HANGING)
    for text in row.below:
        lines += wrap(text, columns, HANGING, HANGING)
    if row.chain and drawn:
        inner = picture(row.chain, columns - len(HANGING), _, unicode=unicode)
        return [*lines, *(f"{HANGING}{line}" for line in inner)]
    for stop in row.stops:
        lines += wrap(f"{stop.title}:", columns, HANGING, HANGING)
        lines += [line for text in stop.texts for line in wrap(text, columns, HANGING * 2, HANGING * 2)]
    return lines

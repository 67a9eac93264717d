"""A report as Markdown: headings and lists, the pictures fenced.

Invariant: nothing that a person wrote is markup.
"""

from __future__ import annotations

from copecli.documents.article import article
from copecli.documents.markdown import escaped, escaped_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.report import Report
    from copecli.documents.article import Chapter, Row

_INDENT = "  "


def report_as_markdown(report: Report) -> str:
    """Return the report, ending with one newline."""
    paper = article(report)
    parts = [[f"# {escaped(paper.title)}"], *([escaped_lines(text, "")] for text in paper.opening)]
    parts += [[escaped_lines(text, "")] for text in paper.letter]
    for chapter in paper.chapters:
        parts += _chapter(chapter)
    parts += [[escaped(paper.closing)]]
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _chapter(chapter: Chapter) -> list[list[str]]:
    parts = [[f"## {escaped(chapter.title)}"]]
    parts += [[escaped(chapter.lead)]] if chapter.lead else []
    parts += [[line for row in chapter.rows for line in _row(row)]] if chapter.rows else []
    parts += [["```text", *chapter.picture, "```"]] if chapter.picture else []
    return parts + ([[escaped(chapter.beside)]] if chapter.beside else [])


def _row(row: Row) -> list[str]:
    head = f"**{escaped(row.head)}.** " if row.head else ""
    lines = [f"- {head}{escaped_lines(row.text, _INDENT)}".rstrip()]
    lines += [f"{_INDENT}- {escaped_lines(text, _INDENT * 2)}" for text in row.below]
    for stop in row.stops:
        lines.append(f"{_INDENT}- {escaped(stop.title)}")
        lines += [f"{_INDENT * 2}- {escaped_lines(text, _INDENT * 3)}".rstrip() for text in stop.texts]
    return lines

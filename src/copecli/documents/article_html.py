"""A report as one web page that needs nothing else.

Invariant: what a picture shows stands beside it in words, and it is not read aloud; nothing that a person
wrote is ever markup.
"""

from __future__ import annotations

from copecli.core.cells import right_to_left
from copecli.documents.article import article
from copecli.documents.html import escaped, whole_page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.report import Report
    from copecli.documents.article import Chapter, Row

_STYLE = """
pre{font-family:ui-monospace,monospace;font-size:min(1em,3.2vw);line-height:1.15;margin:.5em 0;
overflow:hidden;overflow-wrap:normal}
.chain{list-style:none;margin:.4em 0;padding-inline-start:.8em;border-inline-start:.12em solid var(--quiet)}
.chain ul{padding-inline-start:1.1em}
.chain li li{margin:.1em 0}
@media print{pre{font-size:1em;break-inside:avoid}}
"""


def report_as_html(report: Report, *, paper: str = "") -> str:
    """Return the report as a page; `paper` is a4, letter or what the printer has."""
    page = article(report)
    period, *about = page.opening
    opening = [f'<p class="period">{escaped(period)}</p>']
    opening += [f'<p class="detail">{escaped(text)}</p>' for text in about]
    opening += [f'<p class="own" dir="auto">{escaped(text)}</p>' for text in page.letter]
    chapters = map(_chapter, page.chapters)
    return whole_page(page.title, opening, chapters, [page.closing], paper=paper, more_style=_STYLE)


def _chapter(chapter: Chapter) -> str:
    parts = [f"<h2>{escaped(chapter.title)}</h2>"]
    parts += [f'<p class="detail">{escaped(chapter.lead)}</p>'] if chapter.lead else []
    parts += ["<ul>", *map(_row, chapter.rows), "</ul>"] if chapter.rows else []
    if chapter.picture:
        drawn = escaped("\n".join(chapter.picture))
        parts.append(f'<pre aria-hidden="true">{drawn}</pre>')
    parts += [f"<p>{escaped(chapter.beside)}</p>"] if chapter.beside else []
    return "<section>" + "\n".join(parts) + "</section>"


def _row(row: Row) -> str:
    head = f"<strong>{escaped(row.head)}</strong> " if row.head else ""
    words = f'<span class="own" dir="auto">{escaped(row.text)}</span>' if row.text else ""
    below = "".join(f'<p class="own" dir="auto">{escaped(text)}</p>' for text in row.below)
    way = ' dir="rtl"' if not head and right_to_left(row.text) else ""
    return f"<li{way}><p>{head}{words}</p>{below}{_chain(row)}</li>"


def _chain(row: Row) -> str:
    if not row.stops:
        return ""
    stops = []
    for stop in row.stops:
        texts = "".join(f'<li><span dir="auto">{escaped(text)}</span></li>' for text in stop.texts)
        stops.append(f"<li>{escaped(stop.title)}{f'<ul>{texts}</ul>' if texts else ''}</li>")
    return f'<ol class="chain">{"".join(stops)}</ol>'

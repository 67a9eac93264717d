"""A report as PDF, with text that can be selected and read aloud.

Invariant: no character is dropped in silence: what cannot be printed is named, and the web page is offered.
"""

from __future__ import annotations

from copecli.documents.article import article
from copecli.documents.pdf import LANGUAGE, LONGEST_WORD, PAPERS, breakable, own, runs
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from copecli.core.report import Report
    from copecli.documents.article import Chapter, Row

SIZE = 10.5
"""Points."""
LONG = 600
"""Characters of an entry that may be parted by the end of a page."""
_INSTEAD = N_("A web page shows all of it: `--format html -o report.html`.")


def report_as_pdf(report: Report, *, paper: str = "a4", instead: str = "") -> bytes:
    """Return the report as a PDF; raise NotSaved where a character of it cannot be printed, and `instead`."""
    from copecli.documents.pdf_layout import REPORT
    from copecli.documents.typesetting import MONO, Sheet, fitting

    page = article(report)
    data = {
        "title": page.title,
        "language": LANGUAGE,
        "mono": MONO,
        "opening": list(page.opening),
        "letter": list(map(own, page.letter)),
        "chapters": list(map(_chapter, page.chapters)),
        "closing": page.closing,
    }
    sheet = Sheet(REPORT, data, SIZE, PAPERS[paper])
    return fitting([sheet], lambda _told: sheet, instead or _INSTEAD) or b""


def _chapter(chapter: Chapter) -> dict[str, Any]:
    return {
        "title": chapter.title,
        "lead": chapter.lead,
        "runs": runs(list(map(_row, chapter.rows))),
        "picture": "\n".join(chapter.picture),
        "beside": chapter.beside,
    }


def _row(row: Row) -> dict[str, Any]:
    length = len(row.text) + sum(map(len, row.below))
    words = own(row.text)
    return {
        "head": row.head,
        **words,
        "rtl": words["rtl"] and not row.head,
        "below": [own(text) for text in row.below],
        "stops": [
            {"title": breakable(stop.title, LONGEST_WORD), "texts": [own(text) for text in stop.texts]}
            for stop in row.stops
        ],
        "long": length > LONG or bool(row.stops),
    }

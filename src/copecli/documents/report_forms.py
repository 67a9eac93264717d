"""The forms that a report can be put into, and the one way to put it there.

Invariant: a form is made whole or not at all, and holds what the report holds and nothing else.
"""

from __future__ import annotations

from copecli.documents.forms import FORMS, HTML, MARKDOWN, NOWHERE, PDF, TEXT, Home, usual_paper
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.report import Report

CHOICES = (
    (TEXT, FORMS[TEXT][1]),
    (HTML, FORMS[HTML][1]),
    (PDF, N_("PDF, to print or to hand over.")),
    (MARKDOWN, N_("Markdown, to change it.")),
)
"""What both faces offer, in their order."""
PICTURE_COLUMNS = 44
"""Cells of a picture on paper or a page: a narrow phone shows as many."""


def form_of(path: str) -> str:
    """Return the form that a file's name asks for; text where it asks for none."""
    name = path.lower()
    ends = ((".htm", HTML), (".markdown", MARKDOWN), *((FORMS[form][0], form) for form, _ in CHOICES))
    return next((form for end, form in ends if name.endswith(end)), TEXT)


def ending(form: str) -> str:
    """Return how the file of one of CHOICES ends."""
    return FORMS[form][0]


def report_as(
    report: Report,
    form: str,
    *,
    paper: str = "",
    width: int = 80,
    unicode: bool = True,
    drawn: bool = True,
    home: Home = NOWHERE,
    instead: str = "",
) -> bytes:
    """Return the report in that form; raise NotSaved where it cannot be made.

    `instead` (a message id) says what to do where a character of it cannot be printed.
    Without `paper` a page of the web takes what the printer has, and a PDF what is usual at home.
    """
    if form == PDF:
        from copecli.documents.article_pdf import report_as_pdf

        return report_as_pdf(report, paper=paper or usual_paper(home.country), instead=instead)
    if form == HTML:
        from copecli.documents.article_html import report_as_html

        return report_as_html(report, paper=paper).encode("utf-8", "replace")
    if form == MARKDOWN:
        from copecli.documents.article_markdown import report_as_markdown

        return report_as_markdown(report).encode("utf-8", "replace")
    from copecli.documents.article_text import report_as_text

    return report_as_text(report, width, unicode=unicode, drawn=drawn).encode("utf-8", "replace")

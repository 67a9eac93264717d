"""The safety plan as PDF, on one page where it fits, with text that can be selected and read aloud.

Invariant: no character is dropped in silence. The page is made to PDF/UA-1, which forbids a glyph that no
font has; what cannot be printed is named, and the web page is offered.
"""

from __future__ import annotations

from unicodedata import bidirectional

from copecli.core.cells import clusters
from copecli.documents.dialled import dialled
from copecli.documents.outline import CALL, PHONE, SMS, outline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from copecli.core.plan import Plan
    from copecli.documents.outline import Detail, Entry, Part

LANGUAGE = "en"
PAPERS = {"a4": "a4", "letter": "us-letter"}
"""Ours, and what typst calls them."""

SIZES = (11.0, 10.5, 10.0, 9.5, 9.0)
"""Points: the first at which the plan is on one page is taken, else the first of all."""
LARGE_SIZES = (18.0,)

LONGEST_WORD = 28
"""Clusters, after which a word may be broken."""
LONGEST_NUMBER = 40
"""Characters of a number that is never broken."""
SHORT = 600
"""Characters of an item that is not parted by the end of a page."""
TOGETHER = 100
"""Characters of details that stand in one paragraph; a longer one has its own."""


def plan_as_pdf(plan: Plan, *, paper: str = "a4", large: bool = False, for_helper: bool = False) -> bytes:
    """Return the whole plan as a PDF; raise NotSaved where a character of it cannot be printed."""
    from copecli.documents.pdf_layout import PAGES
    from copecli.documents.typesetting import Sheet, fitting

    sheet = outline(plan, for_helper=for_helper)
    data = {
        "title": sheet.title,
        "language": LANGUAGE,
        "danger": sheet.danger,
        "parts": [_part(part) for part in sheet.parts],
        "missing": sheet.missing,
        "closing": list(sheet.closing),
    }
    sizes = LARGE_SIZES if large else SIZES
    sheets = [Sheet(PAGES, data, size, PAPERS[paper], sans=large) for size in sizes]
    made = fitting(sheets, fits=lambda told: told["pages"] == 1)
    return made or fitting(sheets[:1], fits=lambda _: True) or b""


def own(text: str, longest: int = LONGEST_WORD) -> dict[str, Any]:
    """Return words of the person's, with their direction, and with places to break where none are."""
    first = next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return {"text": breakable(text, longest), "rtl": first != "L", "parts": []}


def breakable(text: str, longest: int) -> str:
    """Return `text` with a zero-width blank in the middle of words that no line would hold."""
    if all(len(word) <= longest for word in text.split()):
        return text
    shown, run = [], 0
    for cluster in clusters(text):
        run = 0 if cluster.isspace() else run + 1
        if run > longest:
            shown.append("\u200b")
            run = 1
        shown.append(cluster)
    return "".join(shown)


def number(
    written: str, scheme: str, *, dials: bool = True, longest: int = LONGEST_NUMBER
) -> list[dict[str, Any]]:
    """Return a number in parts, each with where its link leads."""
    return [
        {
            "text": part if len(part) <= longest else breakable(part, LONGEST_WORD),
            "whole": len(part) <= longest and any(character.isdecimal() for character in part),
            "to": f"{scheme}:{digits}" if digits and dials else "",
        }
        for part, digits in dialled(written)
    ]


def _part(part: Part) -> dict[str, Any]:
    return {
        "title": part.title,
        "entries": [_entry(entry) for entry in part.entries],
        "details": [_detail(detail) for detail in part.details],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    dials = not entry.not_safe
    phones = [detail for detail in entry.details if detail.kind == PHONE and dials]
    lines: list[list[dict[str, Any]]] = []
    room = 0
    for detail in entry.details:
        if detail in phones:
            continue
        needs = len(detail.line) if "\n" not in detail.value else TOGETHER + 1
        if needs > room or not lines:  # an unknown key and its value may both be empty
            lines.append([])
            room = TOGETHER
        room -= needs
        lines[-1].append(_detail(detail, dials=dials))
    phone = [part for detail in phones for part in number(detail.value, "tel")]
    length = len(entry.text) + sum(len(detail.line) for detail in entry.details) + 60 * entry.text.count("\n")
    return {**own(entry.text), "phone": phone, "lines": lines, "long": length > SHORT}


def _detail(detail: Detail, *, dials: bool = True) -> dict[str, Any]:
    shown = {**own(detail.value), "label": breakable(detail.label, LONGEST_WORD)}
    if detail.kind in (PHONE, CALL, SMS):
        shown["parts"] = number(detail.value, "sms" if detail.kind == SMS else "tel", dials=dials)
    return shown

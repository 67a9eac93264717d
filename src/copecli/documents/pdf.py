"""The safety plan as PDF, on one page where it fits, with text that can be selected and read aloud.

Invariant: no character is dropped in silence. The page is made to PDF/UA-1, which forbids a glyph that no
font has; what cannot be printed is named, and the web page is offered.
"""

from __future__ import annotations

from itertools import groupby

from copecli.core.cells import clusters, right_to_left
from copecli.documents.dialled import dialled
from copecli.documents.outline import CALL, PHONE, SMS, outline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from copecli.core.plan import Plan
    from copecli.documents.outline import Detail, Entry, Part
    from copecli.documents.typesetting import Sheet

LANGUAGE = "en"
PAPERS = {"a4": "a4", "letter": "us-letter"}
"""Ours, and what typst calls them."""

SIZES = (13.0, 12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
"""Points: the first at which the plan is on one page is taken."""
SIZES_OF_MANY = (11.0, 10.5, 10.0)
"""Points where it needs more pages: the first with as few of them as the last."""
LARGE_SIZES = (20.0, 19.0, 18.0)
"""Points of large print, chosen in the same way."""

LONGEST_WORD = 28
"""Clusters, after which a word may be broken."""
LONGEST_NUMBER = 40
"""Characters of a number that is never broken."""
SHORT = 600
"""Characters of an item that is not parted by the end of a page."""
TOGETHER, TOGETHER_LARGE = 84, 42
"""Characters of details that stand in one paragraph; a longer one has its own."""


def plan_as_pdf(
    plan: Plan, *, paper: str = "a4", large: bool = False, for_helper: bool = False, danger: str = ""
) -> bytes:
    """Return the whole plan as a PDF; raise NotSaved where a character of it cannot be printed."""
    from copecli.documents.pdf_layout import PAGES
    from copecli.documents.typesetting import Sheet, fitting

    sheet = outline(plan, for_helper=for_helper, danger=danger)
    data = {
        "title": sheet.title,
        "language": LANGUAGE,
        "danger": sheet.danger,
        "parts": [_part(part, TOGETHER_LARGE if large else TOGETHER) for part in sheet.parts],
        "missing": sheet.missing,
        "closing": list(sheet.closing),
    }
    sizes = LARGE_SIZES if large else SIZES
    sheets = {size: Sheet(PAGES, data, size, PAPERS[paper], sans=large) for size in sizes}
    return fitting(list(sheets.values()), lambda told: _chosen(sheets, told)) or b""


def _chosen(sheets: dict[float, Sheet], told: Callable[[Sheet], Any]) -> Sheet:
    """Return the sheet that is largest on one page, else the one that is large on few."""

    def largest(sizes: Sequence[float], pages: int) -> Sheet:
        return next(sheets[size] for size in sizes if told(sheets[size])["pages"] <= pages)

    *_, smallest = sheets
    if told(sheets[smallest])["pages"] == 1:
        return largest(tuple(sheets), 1)
    many = tuple(size for size in SIZES_OF_MANY if size in sheets) or tuple(sheets)
    return largest(many, told(sheets[many[-1]])["pages"])


def own(text: str, longest: int = LONGEST_WORD) -> dict[str, Any]:
    """Return words of the person's, with their direction, and with places to break where none are."""
    return {"text": breakable(text, longest), "rtl": right_to_left(text), "parts": []}


def runs(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows in runs of one direction, each of which is a list with its marks on its own side."""
    return [{"rtl": rtl, "rows": list(run)} for rtl, run in groupby(rows, key=lambda row: row["rtl"])]


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


def _part(part: Part, together: int) -> dict[str, Any]:
    return {
        "title": part.title,
        "runs": runs([_entry(entry, together) for entry in part.entries]),
        "details": [_detail(detail) for detail in part.details],
    }


def _entry(entry: Entry, together: int) -> dict[str, Any]:
    dials = not entry.not_safe
    phones = [detail for detail in entry.details if detail.kind == PHONE and dials]
    lines: list[list[dict[str, Any]]] = []
    room = 0
    for detail in entry.details:
        if detail in phones:
            continue
        needs = len(detail.line) if "\n" not in detail.value else together + 1
        if needs > room or not lines:  # an unknown key and its value may both be empty
            lines.append([])
            room = together
        room -= needs
        lines[-1].append(_detail(detail, dials=dials))
    phone = [part for detail in phones for part in number(detail.value, "tel")]
    length = len(entry.text) + sum(len(detail.line) for detail in entry.details) + 60 * entry.text.count("\n")
    return {**own(entry.text), "phone": phone, "lines": lines, "long": length > SHORT}


def _detail(detail: Detail, *, dials: bool = True) -> dict[str, Any]:
    shown = {**own(detail.value), "label": breakable(detail.label, LONGEST_WORD), "strong": dials}
    if detail.kind in (PHONE, CALL, SMS):
        shown["parts"] = number(detail.value, "sms" if detail.kind == SMS else "tel", dials=dials)
    return shown

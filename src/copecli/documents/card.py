"""The safety plan as a card for the wallet: both sides on one sheet, to take out and to fold.

Invariant: no number is shortened and nothing runs over an edge. What has no room is left out, and the sheet
says that the whole plan has more; who is not safe is not on the card.
"""

from __future__ import annotations

from copecli.core import plan as steps
from copecli.core.cells import clusters
from copecli.core.errors import NotSaved
from copecli.core.plan_labels import DANGER
from copecli.core.plan_people import offered, with_marks
from copecli.core.plan_words import PLAN_TITLE, TITLES
from copecli.core.text import clean_own_line
from copecli.documents.pdf import LANGUAGE, PAPERS, number, own, runs
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from copecli.core.plan import Item, Plan
    from copecli.documents.typesetting import Sheet

FRONT = (steps.PEOPLE, steps.PROFESSIONALS, steps.DISTRACTION)
"""Who to call and where to go, first and on top."""
BACK = (steps.COPING, steps.SAFER_SPACE, steps.REASONS, steps.WARNING_SIGNS)

ROOM = (
    (10.0, 9, 160), (9.5, 9, 160), (9.0, 9, 160), (8.5, 9, 160), (8.0, 9, 160), (7.5, 9, 120), (7.5, 6, 90),
    (7.5, 4, 56), (7.0, 4, 56), (7.0, 3, 44), (7.0, 2, 40), (7.0, 2, 28), (7.0, 1, 28), (6.5, 1, 24),
    (6.0, 1, 24),
)  # fmt: skip
"""Points, items of a step, clusters of an item: the first with which all of it has room is taken."""

LONGEST_WORD = 18
LONGEST_NUMBER = 32
"""Clusters and characters: longer ones may be broken."""


def plan_as_card(plan: Plan, *, paper: str = "a4", for_helper: bool = False, danger: str = "") -> bytes:
    """Return the sheet as a PDF; raise NotSaved where something cannot be printed, or has no room."""
    from copecli.documents.typesetting import fitting

    marked = with_marks(plan)
    shown = marked.for_helper() if for_helper else marked
    sheets = [_sheet(shown, danger or _(DANGER), paper, *room) for room in ROOM]
    made = fitting(sheets, lambda told: next((sheet for sheet in sheets if told(sheet)["fits"]), None))
    if made is None:
        raise NotSaved(
            N_("A name or a number is too long for a card."),
            safe=N_("Nothing was written."),
            do=N_("The whole plan has room: `cope plan print --format pdf -o plan.pdf`."),
        )
    return made


def _sheet(plan: Plan, danger: str, paper: str, size: float, most: int, longest: int) -> Sheet:
    from copecli.documents.pdf_layout import CARD
    from copecli.documents.typesetting import Sheet

    front, back = ([_part(plan, step, most, longest) for step in side] for side in (FRONT, BACK))
    data = {
        "title": _(PLAN_TITLE),
        "language": LANGUAGE,
        "edge": _("The dashes are its edge. Fold at the dots."),
        "front": {"head": _(PLAN_TITLE), "danger": danger, "parts": list(filter(None, front))},
        "back": {"head": "", "danger": "", "parts": list(filter(None, back))},
        "rest": _("The card holds what has room. The whole plan has more."),
    }
    return Sheet(CARD, data, size, PAPERS[paper])


def _part(plan: Plan, step: str, most: int, longest: int) -> dict[str, Any] | None:
    items = offered(plan, step)
    rows = [_row(item, longest) for item in items[:most]]
    return {"title": _(TITLES[step]), "runs": runs(rows)} if rows else None


def _row(item: Item, longest: int) -> dict[str, Any]:
    text = list(clusters(clean_own_line(item.text)))
    words = "".join(text) if len(text) <= longest else "".join(text[: longest - 1]).rstrip() + "…"
    texts = "" if item.phone.strip() else item.sms
    phones = (("tel", item.phone), ("tel", item.emergency_contact), ("sms", texts))
    numbers = [
        number(written, scheme, longest=LONGEST_NUMBER)
        for scheme, found in phones
        if (written := clean_own_line(found))
    ]
    return {**own(words, LONGEST_WORD), "numbers": numbers}

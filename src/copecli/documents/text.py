"""The safety plan as plain text: for `cat`, for paper, and for the day on which nothing else works.

Invariant: every word and number that the person wrote is in it. A phone number stands on a line of its own
and is never broken; nothing in it can drive a terminal.
"""

from __future__ import annotations

from copecli.core.cells import width as cells
from copecli.core.cells import wrap
from copecli.core.plan_labels import NOTHING
from copecli.documents.outline import PHONE, SMS, outline, step_part
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.plan import Plan
    from copecli.documents.outline import Detail, Entry, Part

USUAL_WIDTH = 80
NARROWEST = 20
"""Columns: below this a hanging indent leaves no room for words."""

BULLET, HANGING = " - ", "   "


def plan_as_text(plan: Plan, width: int = USUAL_WIDTH, *, for_helper: bool = False) -> str:
    """Return the whole plan in lines of at most `width` cells, ending with one newline."""
    columns = max(NARROWEST, width)
    paper = outline(plan, for_helper=for_helper)
    parts = [wrap(paper.title, columns) + wrap(paper.danger, columns)]
    parts += [_part(part, columns) for part in paper.parts]
    parts += [wrap(paper.missing, columns)] if paper.missing else []
    parts += [[line for sentence in paper.closing for line in wrap(sentence, columns)]]
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def step_as_text(plan: Plan, step: str, width: int = USUAL_WIDTH) -> str:
    """Return one step of the plan."""
    return "\n".join(_part(step_part(plan, step), max(NARROWEST, width))) + "\n"


def _part(part: Part, columns: int) -> list[str]:
    heading = wrap(part.title, columns, "", HANGING)
    lines = [line for entry in part.entries for line in _entry(entry, columns)]
    lines += [line for detail in part.details for line in _detail(detail, columns, BULLET)]
    return heading + (lines or wrap(_(NOTHING), columns, HANGING, HANGING))


def _entry(entry: Entry, columns: int) -> list[str]:
    lines = wrap(entry.text, columns, BULLET, HANGING)
    return lines + [line for detail in entry.details for line in _detail(detail, columns, HANGING)]


def _detail(detail: Detail, columns: int, first: str) -> list[str]:
    if detail.kind == PHONE:
        return [HANGING + detail.value]
    if detail.kind == SMS:
        label = wrap(f"{detail.label}:", columns, first, HANGING)
        whole = f"{label[-1]} {detail.value}"
        return [*label[:-1], whole] if cells(whole) <= columns else [*label, HANGING + detail.value]
    return wrap(detail.line, columns, first, HANGING)

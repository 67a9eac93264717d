"""A plan as it is read on a screen: each step that holds something, and what was said beside it.

Invariant: it says what paper says, in the same order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.documents.outline import PHONE, outline
from copecli.tui.page import ComposeResult, Words

if TYPE_CHECKING:
    from copecli.core.plan import Plan
    from copecli.documents.outline import Detail


def plan_on_page(plan: Plan) -> ComposeResult:
    """Yield what stands on paper, too."""
    paper = outline(plan)
    yield Words(paper.title, classes="strong accent")
    for part in paper.parts:
        yield Words(part.title, classes="strong above")
        for entry in part.entries:
            yield Words(f"– {entry.text}")
            yield from _details(entry.details, "  ")
        yield from _details(part.details, "")


def _details(details: tuple[Detail, ...], indent: str) -> ComposeResult:
    numbers = [detail.line for detail in details if detail.kind == PHONE]
    others = [detail.line for detail in details if detail.kind != PHONE]
    for lines, look in ((numbers, "strong accent"), (others, "")):
        if lines:
            yield Words("\n".join(f"{indent}{line}" for line in lines), classes=look)

"""The safety plan as plain text: for `cat`, for paper, and for the day on which nothing else works.

Invariant: every word and number that the person wrote is in it. A phone number stands on a line of its own
and is never broken; nothing in it can drive a terminal.
"""

from __future__ import annotations

from copecli.core.cells import wrap
from copecli.core.plan import STEPS
from copecli.core.plan_words import PLAN_TITLE, TITLES, number_of
from copecli.core.text import clean_own, clean_own_line
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copecli.core.plan import Item, Plan

USUAL_WIDTH = 80
NARROWEST = 20
"""Columns: below this a hanging indent leaves no room for words."""

_BULLET, _HANGING = " - ", "   "

_DANGER = N_("In danger now? Call your local emergency number first.")
_CREDIT = N_("After ideas of the Stanley-Brown Safety Planning Intervention (2012).")
_DRAFT = N_("The headings are ours: a draft, not reviewed by a clinician.")


def plan_as_text(plan: Plan, width: int = USUAL_WIDTH) -> str:
    """Return the whole plan in lines of at most `width` cells, ending with one newline."""
    columns = max(NARROWEST, width)
    written = [step for step in STEPS if plan.of(step)]
    parts = [wrap(_(PLAN_TITLE), columns) + wrap(_(_DANGER), columns)]
    parts += [_step(step, plan.of(step), columns) for step in written]
    parts += [wrap(_missing(plan), columns)] if len(written) < len(STEPS) else []
    parts += [wrap(_(_CREDIT), columns) + wrap(_(_DRAFT), columns)]
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def step_as_text(plan: Plan, step: str, width: int = USUAL_WIDTH) -> str:
    """Return one step of the plan."""
    return "\n".join(_step(step, plan.of(step), max(NARROWEST, width))) + "\n"


def _missing(plan: Plan) -> str:
    numbers = [str(number_of(step)) for step in STEPS if not plan.of(step)]
    if len(numbers) == len(STEPS):
        return _("Nothing here yet.")
    return _("Nothing here yet: {numbers}.").format(numbers=", ".join(numbers))


def _step(step: str, items: Sequence[Item], columns: int) -> list[str]:
    heading = wrap(f"{number_of(step)}. {_(TITLES[step])}", columns, "", _HANGING)
    lines = [line for item in items for line in _item(item, columns)]
    return heading + (lines or wrap(_("Nothing here yet."), columns, _HANGING, _HANGING))


def _item(item: Item, columns: int) -> list[str]:
    lines = wrap(clean_own(item.text).strip(), columns, _BULLET, _HANGING)
    if phone := clean_own_line(item.phone):
        lines.append(_HANGING + phone)
    if skill := clean_own_line(item.skill):
        lines += wrap(f"cope do {skill}", columns, _HANGING, _HANGING)
    return lines

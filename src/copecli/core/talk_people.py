"""Whom of the plan one could talk to, for finding words.

Invariant: nobody who is not safe for the person, and nobody twice. Who should not know how bad it is, or
stands in the plan for company alone, is offered for company alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.plan import (
    CLINICIAN,
    DISTRACTION,
    EMERGENCY_DEPARTMENT,
    LINE,
    PEOPLE,
    PERSON,
    PLACE,
    PROFESSIONALS,
)
from copecli.core.plan_people import offered
from copecli.core.talk_words import CLINIC, LIGHT, NEAR
from copecli.core.text import clean_own_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.plan import Item, Plan

MOST = 6
"""People that are named: more is a list to read."""
_NOBODY_TO_TALK_TO = frozenset({PLACE, LINE, EMERGENCY_DEPARTMENT})


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who may be asked."""

    id: str
    name: str
    """One line, as the person calls them."""
    group: str
    """One of `talk_words.GROUPS`."""
    number: str = ""
    """For a text where there is one, else for a call."""


def to_ask(plan: Plan) -> tuple[Asked, ...]:
    """Return whom the plan names, those for help first; an idea of ours that still stands is nobody."""
    found: dict[str, Asked] = {}
    for step in (PEOPLE, PROFESSIONALS, DISTRACTION):
        for item in offered(plan, step):
            name = clean_own_line(item.text).strip(" .")
            if not name or item.from_idea or not _is_somebody(step, item):
                continue
            number = clean_own_line(item.sms or item.phone)
            found.setdefault(name.casefold(), Asked(f"{step}:{item.id}", name, _group(step, item), number))
    return tuple(found.values())[:MOST]


def _is_somebody(step: str, item: Item) -> bool:
    if item.kind in _NOBODY_TO_TALK_TO:
        return False
    return step != DISTRACTION or item.kind == PERSON or bool(item.phone or item.sms or item.good_for)


def _group(step: str, item: Item) -> str:
    if step == DISTRACTION or item.may_tell == "no":
        return LIGHT
    return CLINIC if step == PROFESSIONALS or item.kind == CLINICIAN else NEAR

"""Somebody to reach, as lines of text: the ways first, for that is what is looked for.

Invariant: a number stands at the beginning of its line, and its date is never left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.core.helpnow import Part, Passage, numbers_first
from copecli.core.reach import Reach
from copecli.words import _

if TYPE_CHECKING:
    from copecli.desk import Desk


def ways_of(reach: Reach) -> tuple[str, str]:
    """Return (how to reach somebody, who that is); the first is empty where there is no way."""
    ways = " · ".join(way.words.worded(_) for way in reach.ways)
    name = reach.name.worded(_)
    return (ways, f"  {name}") if ways else ("", name)


def known_of(reach: Reach, *, whole: bool = False) -> str:
    """Return what is good to know, or all that is known, in one line; nothing where nothing is."""
    parts = (*reach.about, *(reach.details if whole else ()), *((reach.checked,) if reach.checked else ()))
    return " · ".join(part.worded(_) for part in parts)


def said_of(part: Part) -> list[str]:
    """Return a part as plain lines; an offer, which needs a key of its own, is left out."""
    match part:
        case Passage(_kind, lines):
            return [line.worded(_) for line in lines]
        case Reach():
            known = known_of(part)
            return ["".join(ways_of(part)), *([f"  {known}"] if known else [])]
    return []


def people_then_lines(desk: Desk) -> str:
    """Return whom to reach: the emergency number, the person's own people, then the lines."""
    found = desk.help_now()
    sections = (numbers_first(found), found.people, found.lines)
    return "\n\n".join("\n".join(line for part in s for line in said_of(part)) for s in sections)


def lines_to_call(desk: Desk) -> list[str]:
    """Return the crisis lines that are shown first, a line each."""
    return ["".join(ways_of(part)) for part in desk.help_now().lines if isinstance(part, Reach)]

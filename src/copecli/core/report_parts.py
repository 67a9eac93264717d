"""What a report for an appointment can hold: its parts, to be picked one by one.

Invariant: a part that was not picked is nowhere in the report. Notes and what was answered about ending one's
life are never picked for somebody.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.pattern_words import ABLE, DISTRESS, URGE
from copecli.core.progress_words import BEFORE, DONE, HELPING, NEEDS, NOT_EASIER, TITLES
from copecli.words import N_

__all__ = ["ABLE", "BEFORE", "DISTRESS", "DONE", "HELPING", "NEEDS", "PARTS", "URGE", "USUAL", "Wanted"]

CHECK_INS, MAPS, GOOD_MOMENTS = "check-ins", "maps", "good-moments"
NOTES, ANSWERS = "notes", "ending-life"
TALK = "talk"
"""What the person would like to talk about; it is there where they wrote something."""

PARTS = (
    (DONE, TITLES[DONE]),
    (HELPING, N_("What tends to help, and what did not")),
    (BEFORE, TITLES[BEFORE]),
    (NEEDS, TITLES[NEEDS]),
    (ABLE, TITLES[ABLE]),
    (DISTRESS, TITLES[DISTRESS]),
    (URGE, TITLES[URGE]),
    (CHECK_INS, N_("Each check-in, with ratings and feelings")),
    (MAPS, N_("Your trigger maps")),
    (GOOD_MOMENTS, N_("Your good moments")),
    (NOTES, N_("Your notes in check-ins")),
    (ANSWERS, N_("Thoughts of ending your life")),
)
"""(id, words), in the order of the report."""

USUAL = (DONE, HELPING, BEFORE, NEEDS, ABLE, DISTRESS, URGE, CHECK_INS, MAPS, GOOD_MOMENTS)
"""Picked at first."""

PART_OF = {NOT_EASIER: HELPING}
"""Sections of one's own record that belong to a part of another name; all others have the part's own."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one report shall hold."""

    first: str
    """The first day, ISO; nothing for all that is kept."""
    last: str
    """The last day, ISO."""
    parts: tuple[str, ...] = USUAL
    """Ids of PARTS."""
    talk: tuple[str, ...] = ()
    """What the person would like to talk about, in their own words."""

    def has(self, part: str) -> bool:
        """Return whether that part was picked."""
        return part in self.parts

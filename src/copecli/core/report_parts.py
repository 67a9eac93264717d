"""What a report for an appointment can hold: its parts, to be picked one by one.

Invariant: a part that was not picked is nowhere in the report. Notes and what was answered about ending one's
life are never picked for somebody.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.words import N_

DONE, HELPS, BEFORE, NEEDS = "things-done", "helps", "before", "needs"
ABLE, DISTRESS, URGE = "able", "distress", "urge"
CHECK_INS, MAPS, GOOD_MOMENTS = "check-ins", "maps", "good-moments"
NOTES, ANSWERS = "notes", "ending-life"
TALK = "talk"
"""What the person would like to talk about; it is there where they wrote something."""

PARTS = (
    (DONE, N_("Things you did")),
    (HELPS, N_("What tends to help, and what did not")),
    (BEFORE, N_("What tends to come together")),
    (NEEDS, N_("What your trigger maps share")),
    (ABLE, N_("How able you felt, week by week")),
    (DISTRESS, N_("Distress, week by week")),
    (URGE, N_("The urge, week by week")),
    (CHECK_INS, N_("Each check-in, with ratings and feelings")),
    (MAPS, N_("Your trigger maps")),
    (GOOD_MOMENTS, N_("Your good moments")),
    (NOTES, N_("Your notes in check-ins")),
    (ANSWERS, N_("Thoughts of ending your life")),
)
"""(id, words), in the order of the report."""

USUAL = (DONE, HELPS, BEFORE, NEEDS, ABLE, DISTRESS, URGE, CHECK_INS, MAPS, GOOD_MOMENTS)
"""Picked at first."""

PART_OF = {"not-easier": HELPS}
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

"""The words around what one's own record shows: its door, its titles, and what is said of little.

Invariant: nothing is praised, promised or compared with other people, and no title says that something fell.
"""

from __future__ import annotations

from copecli.core.pattern_words import ABLE, DISTRESS, URGE
from copecli.words import N_

DOOR = N_("What my journal shows")

DONE, HELPING, BEFORE, NEEDS, NOT_EASIER = "things-done", "helps", "before", "needs", "not-easier"
"""Ids of sections; those of ratings have the name of what was rated."""

TITLES = {
    DONE: N_("Things you did"),
    HELPING: N_("What tends to help"),
    BEFORE: N_("What tends to come together"),
    NEEDS: N_("What your trigger maps share"),
    NOT_EASIER: N_("Where another may fit better"),
    ABLE: N_("How able you felt to ride it out"),
    DISTRESS: N_("Distress over time"),
    URGE: N_("The urge over time"),
}

NOTHING_YET = N_("Nothing to show yet.")
ADDS = N_("A check-in or an exercise adds to this, if you like.")
"""Both are said where there is no section at all."""
CHECK_INS_ADD = N_("A check-in adds to this, if you like.")
MAPS_ADD = N_("A trigger map or a check-in adds to this, if you like.")
AFTER_FIVE_USES = N_("After five times with one exercise, more can be said.")
AFTER_FIVE_MAPS = N_("After five maps, more can be said.")
SO_FAR = N_("Nothing stands out so far.")
NOT_WHY = N_("This is what came together. It does not say why.")

ONE_BY_ONE = "one-by-one"
ONE_BY_ONE_DOOR = N_("Things you did, one by one")
"""The single records behind the counts, where each can be marked for a hard day."""
CAN_FALL = "can-fall"
"""By which the sections that can fall are asked for."""
CAN_FALL_DOOR = N_("What can go up and down")
CAN_FALL_FIRST = N_("Ratings go up and down. You can look, or leave it.")
ALL_ADDS = N_("`cope progress --all` adds what can go up and down.")

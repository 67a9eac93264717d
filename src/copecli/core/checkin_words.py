"""The words of a check-in and of a good moment: their questions and doors.

Invariant: no question asks how, where, with what or how much, and none compares one day with another.
"""

from __future__ import annotations

from copecli.core.checkin import MIGHT_ACT, NO, RATHER_NOT, SOME
from copecli.words import N_

CHECK_IN_DOOR = N_("A check-in")
GOOD_DOOR = N_("A good moment")

ASKED = {
    "feelings": N_("How is it right now?"),
    "distress": N_("How hard is it right now?"),
    "urge": N_("How strong is the urge to hurt yourself?"),
    "able": N_("How able do you feel to ride it out?"),
    "ending_life": N_("Thoughts of ending your life?"),
    "tags": N_("What is it about?"),
    "note": N_("Anything to note?"),
}
"""By the id of the question."""

HINTS = {
    "feelings": N_("Pick some, or use your own words."),
    "able": N_("A guess is fine."),
    "ending_life": N_("It is never counted. “I might act” opens Help now."),
    "tags": N_("A word or two of your own, such as school or night."),
}

ENDS = {
    "distress": (N_("not hard"), N_("as hard as can be")),
    "urge": (N_("no urge"), N_("as strong as can be")),
    "able": (N_("not able"), N_("fully able")),
}
"""What 0 and 10 mean."""

ENDING_LIFE_CHOICES = (
    (NO, N_("No")),
    (SOME, N_("Some")),
    (MIGHT_ACT, N_("I might act on them")),
    (RATHER_NOT, N_("Rather not say")),
)
"""(id, words)."""

GOOD_ASKED = N_("What was good, however small?")
SHOWN_AGAIN = N_("You can be shown this again on a hard day.")
"""Said where a good moment is written down."""

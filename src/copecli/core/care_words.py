"""Asking whether care comes first, with the signs that call for it at once.

Invariant: the signs are generic and name no method; where they are not plainly absent, care comes first.
"""

from __future__ import annotations

from copecli.core.shared_words import NOT_SAFE, UNSAFE
from copecli.words import N_

CARE_ASKED = N_("Do you need care now?")
CARE_SIGNS = (
    N_("Hurt at the head, neck or an eye? Call."),
    N_("A large burn, or one on the face or hands? Call."),
    N_("Hard to breathe, very sleepy, or fainted? Call."),
    N_("A deep or open wound? Call."),
    N_("Bleeding that does not stop? Call."),
    N_("Voices telling you to hurt yourself? Call."),
    N_("Taken, swallowed or breathed in something? Call, even if you feel fine."),
    N_("Might you act on thoughts of ending your life? Call."),
)
"""Generic signs that care comes first; what is least seen stands last, where a small screen begins."""
CARE_CHOICES = (("yes", N_("Yes")), ("cant-tell", N_("Can't tell")), (UNSAFE, NOT_SAFE), ("no", N_("No")))
"""(id, words); what leads to care stands first, under the hand that presses Enter twice."""
CARE_FIRST = (
    N_("Care comes first. All self-harm deserves it."),
    N_("You could ask somebody to be with you."),
)
"""Said above Help now where care is needed, or may be."""
MAP_WAITS = N_("The map is kept for another day.")
"""Said there, too, where its draft could be kept."""

"""What is said around what was written down: its kinds, its lists, and what can be done with one of it.

Invariant: both faces take these words from here; taking something away says beforehand that it is for good.
"""

from __future__ import annotations

from copecli.core.chain import TriggerMap
from copecli.core.chain_words import MAP_DOOR
from copecli.core.checkin import CheckIn
from copecli.core.checkin_words import CHECK_IN_DOOR, GOOD_DOOR
from copecli.core.records import GoodMoment
from copecli.words import N_

WRITTEN = N_("What you wrote down")

CHECK_INS, MAPS, GOOD = CheckIn.kind, TriggerMap.kind, GoodMoment.kind
DID, NOTED = "did", "noted"
KINDS = (
    (CHECK_INS, N_("Check-ins")),
    (MAPS, N_("Trigger maps")),
    (GOOD, N_("Good moments")),
    (DID, N_("Things you did")),
    (NOTED, N_("Exercises, waves and walks")),
)
"""(id, words): what can be listed, in this order."""

MARKED = N_("(for a hard day)")
"""Stands behind what the person marked, in the list of what they did."""

NOTHING_YET = N_("Nothing is written down yet. That is fine.")
NONE_OF_IT = N_("Nothing of this is here.")
NONE_HERE = N_("Nothing of this is among the newest. There are earlier ones.")
YOU_COULD = N_("You could begin with one of these.")
BEGIN_CHECK_IN, BEGIN_GOOD, BEGIN_MAP = "begin-check-in", "begin-good", "begin-map"
BEGIN = ((BEGIN_CHECK_IN, CHECK_IN_DOOR), (BEGIN_GOOD, GOOD_DOOR), (BEGIN_MAP, MAP_DOOR))
"""(id, words): what could be written down where nothing is yet."""
EARLIER, NEWER = "earlier", "newer"
EARLIER_ONES, NEWER_ONES = N_("Earlier ones"), N_("Newer ones")

ENTER = N_("Enter: what you could do with it.")
CHANGE, GO_ON, STAR, UNSTAR, DELETE = "change", "go-on", "star", "unstar", "delete"
WHAT_TO_DO = N_("What would you like to do with it?")
WAYS = {
    CHANGE: N_("Change it"),
    GO_ON: N_("Go on with this map"),
    STAR: N_("Show me this on a hard day"),
    UNSTAR: N_("Not on a hard day"),
    DELETE: N_("Take it away"),
}
"""What can be done with a record."""

FOR_GOOD = N_("This takes it away for good. It cannot be brought back.")
YES, NO = "yes", "no"
SURE = ((YES, N_("Take it away for good")), (NO, N_("Leave it here")))
"""(id, words); where one of them is marked, it is the last: Enter pressed twice takes nothing away."""

GONE = N_("It is gone.")
CHANGED = N_("It is changed.")
NOT_CHANGED = N_("Nothing was changed.")
STARRED = N_("It can be shown to you on a hard day.")
UNSTARRED = N_("It is not shown on a hard day any more.")
BOTH_KEPT = N_("It was changed elsewhere meanwhile. Both are kept.")
CAME_BACK = N_("It was taken away elsewhere. As you have it here, it is kept again.")
GONE_ELSEWHERE = N_("It was taken away elsewhere.")

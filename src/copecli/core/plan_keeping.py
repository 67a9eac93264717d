"""What is said about keeping the plan: older versions, a file taken in, two edits at once, a damaged file.

Invariant: both faces take these sentences from here; each says what is kept.
"""

from __future__ import annotations

from copecli.words import N_

OLDER = N_("Older versions")
TAKE_IN = N_("Take in a plan from a file")
WHICH_FILE = N_("Which file holds a plan?")
WHAT_IT_TAKES = N_("It takes TOML, JSON, and Markdown with headings.")
NOTHING_WRITTEN_OVER = N_("What you have stays. Nothing is written over.")

OLDER_KEPT = N_("Going back keeps the plan of now, too.")
PUT_BACK = N_("That version is your plan again. The one before it is kept too.")
NO_OLDER = N_("There are no older versions of your plan.")
OLDER_SHOWN = 6
"""Versions that are offered at a time."""
EVEN_OLDER = N_("Even older ones")
OF_A_VERSION = (
    ("changes", N_("See what is different now")),
    ("read", N_("Read it")),
    ("back", N_("Go back to it")),
)
"""(id, words): what can be done with an older version."""

BOTH_KEPT = N_("Your plan was changed elsewhere meanwhile. Both are kept.")
CHANGED_ELSEWHERE = N_("Your plan was changed elsewhere. This is the newest.")
DAMAGED_MEANWHILE = N_("Your plan’s file was changed elsewhere, and cannot be read now.")
GONE_MEANWHILE = N_("Your plan’s file was taken away elsewhere.")
WHICH_PLAN = N_("Which one do you want to go on with? Neither is lost.")
OF_TWO = (
    ("mine", N_("Keep mine. What is there now becomes an older version.")),
    ("theirs", N_("Leave what is there. Mine becomes an older version.")),
)
"""(id, words): what can be done where two plans could not be put together."""
MINE_KEPT = N_("Yours is saved. What was there is kept, too.")
MINE_ASIDE = N_("Yours is kept among the older versions.")

NO_PLAN_NOW = N_("There is no plan now, but {n} older ones are kept.")
BACK_TO = N_("Go back to the one of {when}")
LAST_TEXT = N_("Read its text, as it was last saved")
START_NEW = N_("Start a new one; what is there is kept")

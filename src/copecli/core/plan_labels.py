"""What the details of a plan are called on paper, and in a plan typed as Markdown.

Invariant: one table for text, Markdown, web page and print, and for reading Markdown back; no label is
another's, so each names one field. Fields are named as in `core.plan`.
"""

from __future__ import annotations

from copecli.words import N_

ITEM_LABELS = {
    "kind": N_("What it is"),
    "not_safe": N_("Not safe for me"),
    "phone": N_("Phone"),
    "sms": N_("Texts to"),
    "emergency_contact": N_("Out of hours"),
    "address": N_("Address"),
    "when": N_("When to reach them"),
    "how_known": N_("How I know them"),
    "may_tell": N_("They may know how bad it is"),
    "good_for": N_("Good for"),
    "skill": N_("Exercise"),
    "likelihood": N_("How likely I would do it, 0 to 10"),
    "barrier": N_("What could get in the way"),
    "way_round": N_("What would help with that"),
    "private": N_("Left out of a helper’s form"),
}
"""In the order in which they stand below an item."""

PLAN_LABELS = {
    "kept_at": N_("Where I keep it"),
    "copies": N_("Who has a copy"),
    "made_with": N_("Made with"),
    "review_on": N_("Next look at it"),
    "likelihood": N_("How likely I am to use it, 0 to 10"),
}
"""Below ABOUT_PLAN; `copies` once for each copy."""

ABOUT_ME_LABELS = {
    "helps": N_("What helps"),
    "does_not": N_("What does not help"),
    "access": N_("What I need to hear, see, move or understand"),
}
"""Below ABOUT_ME."""

ABOUT_PLAN = N_("About this plan")
ABOUT_ME = N_("About me in a crisis")
ABOUT_ME_KEY = "about-me"
"""Of the card's unknown keys among those of the plan, in Markdown's comment."""

YES, NO = N_("yes"), N_("no")

DANGER = N_("In danger now? Call your local emergency number first.")
DANGER_IN = N_("In danger now? In {country}, call {numbers} first.")
"""On paper for somebody who has named their country."""
CREDIT = N_("After ideas of the Stanley-Brown Safety Planning Intervention (2012).")
DRAFT = N_("The headings are ours: a draft, not reviewed by a clinician.")
NOTHING = N_("Nothing here yet.")

OURS = (DANGER, CREDIT, DRAFT, NOTHING)
"""Sentences of ours on every paper; whoever reads a paper back leaves them out."""

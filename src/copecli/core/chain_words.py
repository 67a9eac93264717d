"""The words of the trigger map: its questions, its lists, and what stands before and after it.

Invariant: no question asks how, where, with what or how much; every list can be left for own words.
"""

from __future__ import annotations

from copecli.words import N_

MAP_DOOR = N_("Trigger map: what led to it")

OPENING = (
    N_("This looks back at one urge, step by step."),
    N_("It is for a calmer hour, when the urge is less."),
    N_("You can stop anywhere. It is kept as a draft."),
)
"""Said before anything is asked."""
STEADY = N_("Is this a steady enough moment?")
YES, GROUND = "yes", "ground"
STEADY_CHOICES = ((YES, N_("Yes, begin")), (GROUND, N_("Not now. Steady me first.")))

MAP_SHOWN = N_("The chain, from top to bottom")

HOW_LONG = N_("How much would you like to look at?")
FORM_CHOICES = (
    ("short", N_("A short map: a few questions")),
    ("long", N_("A longer map: link by link")),
)

ASKED = {
    "vulnerable": N_("What made that day harder to begin with?"),
    "before": N_("What happened right before it?"),
    "inner": N_("What did you think, feel, or notice in your body?"),
    "thoughts": N_("What went through your mind?"),
    "feelings": N_("What did you feel?"),
    "body": N_("What did you notice in your body?"),
    "urge": N_("At its strongest, how strong was the urge?"),
    "did": N_("What happened then?"),
    "soon": N_("What came right after?"),
    "later": N_("And what came later?"),
    "needs": N_("What did you need right then?"),
}
"""By the id of the question."""

HINTS = {
    "vulnerable": N_("Or nothing that you know of. That is fine."),
    "before": N_("It can be small. It needs no good reason."),
    "inner": N_("Pick some, or use your own words."),
    "thoughts": N_("In your own words, one thought a line."),
    "feelings": N_("Several at once is common."),
    "body": N_("Or nothing at all."),
    "did": N_("Nothing more is asked about it."),
    "soon": N_("For you, or with other people."),
    "later": N_("Hours or days after."),
    "needs": N_("Every urge is for something. Several can be true."),
}
LOW, HIGH = N_("no urge"), N_("as strong as can be")

BODY = (
    ("body-heart", N_("My heart going fast")),
    ("body-tight", N_("Tight or tense")),
    ("body-breath", N_("Short of breath")),
    ("body-shaky", N_("Hot or shaky")),
    ("body-stomach", N_("A sick feeling in my stomach")),
    ("body-heavy", N_("Heavy and slow")),
    ("body-numb", N_("Nothing, as if it were not mine")),
    ("body-restless", N_("Could not keep still")),
)
"""(id, words): what can be noticed in the body."""

SOON = (
    ("soon-smaller", N_("The feeling got smaller")),
    ("soon-same", N_("The feeling stayed")),
    ("soon-ashamed", N_("I felt ashamed")),
    ("soon-tired", N_("I was tired, or slept")),
    ("soon-company", N_("Somebody was with me")),
    ("soon-alone", N_("I was by myself")),
)
"""(id, words): what came right after."""

LATER = (
    ("later-fine", N_("It was easier")),
    ("later-back", N_("The feeling came back")),
    ("later-ashamed", N_("I felt bad about it")),
    ("later-kept", N_("I kept it to myself")),
    ("later-told", N_("I told somebody")),
    ("later-help", N_("I got some help")),
)
"""(id, words): what came hours or days after."""

"""What is asked and said around finding words to talk: whom, what for, how, and one part at a time.

Invariant: both faces take it from here. What a person says to somebody else stands in content/talk.toml.
"""

from __future__ import annotations

from copecli.core.shared_words import FEELINGS, UNSAFE
from copecli.words import N_

DOOR = N_("Find words to talk")
PEOPLE_DOOR = N_("My people")

NEAR, LIGHT, ONLINE, TEACHER, CLINIC = "near", "light", "online", "teacher", "clinic"
GROUPS = (NEAR, LIGHT, ONLINE, TEACHER, CLINIC)
"""Whom sentences suit; `light` are those who need not know how bad it is."""

ADULT = ("adult", N_("An adult I trust"), NEAR)
"""Named first for whoever is under 18."""
WHOM = (
    ("friend", N_("A friend"), NEAR),
    ("parent", N_("A parent"), NEAR),
    ("partner", N_("My partner"), NEAR),
    ("doctor", N_("A doctor"), CLINIC),
    ("therapist", N_("A therapist"), CLINIC),
    ("teacher", N_("A teacher"), TEACHER),
    ("online", N_("Someone online"), ONLINE),
    ("not-sure", N_("Not sure yet"), NEAR),
)
"""(id, words, group)."""

COMPANY, HEARD, SAFETY, APPOINTMENT = "company", "heard", "safety", "appointment"
PREPARE, LONGER, ALONG, ANOTHER, CANT_TELL = "prepare", "longer", "along", "another", "cant-tell"
_STAY_SAFE = (SAFETY, N_("Help to stay safe"))
_CANT_TELL = (CANT_TELL, N_("Can't tell"))
_WANTS = (
    (UNSAFE, dict(FEELINGS)[UNSAFE]),
    (COMPANY, N_("Company")),
    (HEARD, N_("To be heard")),
    _STAY_SAFE,
    (APPOINTMENT, N_("To see a doctor or therapist")),
    _CANT_TELL,
)
_WANTS_OF_A_CLINIC = (
    (UNSAFE, dict(FEELINGS)[UNSAFE]),
    (PREPARE, N_("Get ready for an appointment")),
    (APPOINTMENT, N_("Ask for an appointment")),
    (LONGER, N_("Ask for a longer one")),
    (ALONG, N_("Bring somebody along")),
    (ANOTHER, N_("See a different doctor or therapist")),
    (HEARD, N_("Tell them something")),
    _STAY_SAFE,
    _CANT_TELL,
)
WANTS = {CLINIC: _WANTS_OF_A_CLINIC, LIGHT: ((COMPANY, N_("Company")),)}
"""By group: (id, words) of what a person can want."""
ALL_WANTS = tuple(dict.fromkeys(want for want, _words in (*_WANTS, *_WANTS_OF_A_CLINIC) if want != UNSAFE))


def wants_of(group: str) -> tuple[tuple[str, str], ...]:
    """Return (id, words) of what can be wanted of somebody of that group."""
    return WANTS.get(group, _WANTS)


SAY, TEXT, WRITE, CARD = "say", "text", "write", "card"
HOWS = (
    (TEXT, N_("Send a text")),
    (SAY, N_("Say it")),
    (WRITE, N_("Write a note or a mail")),
    (CARD, N_("Hand over a card")),
)
"""(id, words); what takes least stands first."""
_AS_WITH_A_CLINIC = (SAY, WRITE, CARD, TEXT)


def hows_of(group: str) -> tuple[tuple[str, str], ...]:
    """Return (id, words) of the ways to say it to somebody of that group, the usual one first."""
    if group not in (CLINIC, TEACHER):
        return HOWS
    return tuple((how, dict(HOWS)[how]) for how in _AS_WITH_A_CLINIC)


GOING_ON, WOULD_LIKE, RATHER_NOT, WHEN = "going-on", "would-like", "rather-not", "when"
KNOW, REQUEST, AFRAID, CAN_DO = "know", "request", "afraid", "can-do"
OPENER, ASK, CLOSER = "opener", "ask", "closer"
PICKED = (GOING_ON, WOULD_LIKE, RATHER_NOT, WHEN)
PAGE = (KNOW, REQUEST, AFRAID, CAN_DO)
PARTS = (OPENER, ASK, *PICKED, CLOSER, *PAGE)
"""Of a message, and of a page for an appointment."""

WHOM_ASKED = N_("Whom would you like to talk to?")
WHOM_HINT = N_("It finds words with you. It sends nothing.")
WANT_ASKED = N_("What would you like from them?")
WANT_HINTS = {
    LIGHT: N_("They need not know how you are."),
    ONLINE: N_("They may not know where you are. Is somebody near, too?"),
}
ADULT_TOO = N_("You could tell an adult you trust, too.")
"""For somebody under 18 who talks to one of PEERS: telling friends alone helped in part (Hasking15)."""
PEERS = frozenset({"friend", "partner", "not-sure"})
HOW_ASKED = N_("How would you like to say it?")
ASKED = {
    GOING_ON: (N_("What is going on?"), N_("As much as you want to say. It can be nothing.")),
    WOULD_LIKE: (N_("What would you ask of them?"), N_("One small thing is fine.")),
    RATHER_NOT: (N_("What would you rather not?"), N_("It can stay empty.")),
    WHEN: (N_("When?"), N_("It can stay empty.")),
    KNOW: (N_("What do you want them to know?"), N_("As much as you want to say.")),
    REQUEST: (N_("What would you like to ask?"), N_("What matters most could stand first.")),
    AFRAID: (N_("What are you afraid of?"), N_("They can go more gently if they know.")),
    CAN_DO: (N_("What could they do?"), N_("What makes it easier to talk.")),
}
"""By part: (question, hint)."""
IN_DANGER = N_("In danger now? Help now comes first: {help}.")
"""In the place of the hint where help to stay safe is wanted."""

PAGE_TITLES = {
    KNOW: N_("What I would like you to know"),
    REQUEST: N_("What I would like to ask"),
    AFRAID: N_("What I am afraid of"),
    CAN_DO: N_("What you could do"),
}
"""In the person's voice."""
WITHOUT_WORDS = N_("It is hard right now. Could you talk with me?")
"""The message where no sentences could be read."""

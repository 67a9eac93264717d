"""Sentences that both faces say: doors, feelings, endings, the first lines, what this is.

Invariant: the TUI and the line face take them from here, so neither says it differently.
"""

from __future__ import annotations

from copecli.words import N_

DOORS = ("ground", "choose", "plan", "help-now", "more")
"""Ids of the actions that stand on the home screen, in their order."""

UNSAFE = "unsafe"
"""Leads to Help now wherever it is chosen."""

NOT_SAFE = N_("I can't stay safe")
A_PERSON = N_("A person")
SOMEONE_NOW = N_("Someone now")
CRISIS_LINES = N_("Crisis lines")
WALK_MY_PLAN = N_("Go through my safety plan")
AN_EXERCISE = N_("Choose an exercise")
REST_NOW = N_("Rest. That is all for now.")
WHAT_NEXT = N_("What would be a small next thing?")
"""What next things are called, wherever they are offered, and the question above them."""

FEELINGS = (
    (UNSAFE, NOT_SAFE),
    ("any", N_("Can't tell")),
    ("overwhelmed", N_("Too much at once")),
    ("panicky", N_("Panicky or scared")),
    ("angry", N_("Angry")),
    ("numb", N_("Numb, or far away")),
    ("sad", N_("Sad")),
    ("lonely", N_("Lonely")),
    ("ashamed", N_("Ashamed, or hard on myself")),
    ("urge", N_("An urge to hurt myself")),
    ("restless", N_("Restless")),
    ("sleepless", N_("Awake at night")),
    ("after", N_("After hurting myself")),
)
"""(state, words); the way to Help now stands first."""

SHOWN_AT_ONCE = 3
"""Exercises that are offered at a time: more is a list to read."""

SOMETHING_ELSE = N_("Something else")

ENDINGS = (
    ("another", N_("Another exercise")),
    ("again", N_("The same one again")),
    ("person", A_PERSON),
    (UNSAFE, NOT_SAFE),
    ("rest", REST_NOW),
)
"""(id, words): what can follow an exercise."""

FIRST_RUN = (
    N_("This runs only here. It sends nothing and calls nobody."),
    N_("It is not treatment; it helps you find a next small thing."),
    N_("Others who use this computer could read what you save."),
    N_("Help now: h. Enter goes on."),
)

ABOUT = (
    N_("It helps you find and do the next small thing."),
    N_("It is a program on this computer. It sends nothing and calls nobody."),
    N_("It does not know how you are."),
    N_("It is not treatment. Apps like this have helped some people and not others."),
    N_("What it says is a draft. No clinician has read it yet."),
    N_("Safety plans were tested with a helper there, such as a therapist."),
    N_("You could make yours with somebody."),
    N_("What you save lies here: {place}"),
)
"""What this is, and what it is not."""


STOP_ANY_TIME = N_("You can stop at any time.")


def length(low: float, high: float) -> str:
    """Return the message id for how long something takes; its fields are `low` and `high`, in minutes."""
    if high <= 1:
        return N_("About a minute.")
    if low < 1:
        return N_("Up to {high:g} minutes.")
    if low == high:
        return N_("About {high:g} minutes.")
    return N_("{low:g} to {high:g} minutes.")


_HOW_LONG = N_("How long?")


def asks_how_long(text: str) -> str:
    """Return the message id of the question above lengths to pick from; nothing where `text` asks itself."""
    return "" if "?" in text else _HOW_LONG


BEFORE_A_CODE = (
    N_("Others may see this."),
    N_("Your phone may keep or look up the text."),
)
"""Said before anything is shown that a phone reads."""

COPIED = N_("Copied, where your terminal allows it.")

BEFORE_PRINTING = N_("The printer’s queue keeps a copy for a while. Others may see it.")
AT_THE_PRINTER = N_("Your plan is at the printer.")
TO_PRINTER = N_("To this computer’s printer.")

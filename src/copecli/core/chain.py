"""A trigger map: what came before an urge, link by link, what came after, and what could go another way.

Functional analysis (situation, thought, feeling, body, urge, action, result) and the chain analysis of
dialectical behaviour therapy (vulnerability, prompting event, links, what came soon and later). What it was
for follows the four-function model of Nock & Prinstein (2004, J Consult Clin Psychol 72:885-890), in words of
our own. Invariant: it asks whether a person hurt themselves and never how, where, with what or how much; what
was done is theirs to leave unsaid.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from copecli.core.records import Record
from copecli.words import N_

SHORT, LONG = "short", "long"
FORMS = (SHORT, LONG)

THOUGHT, FEELING, BODY, URGE, ACTION, EVENT = "thought", "feeling", "body", "urge", "action", "event"
LINK_KINDS = (
    (EVENT, N_("Something happened")),
    (THOUGHT, N_("A thought")),
    (FEELING, N_("A feeling")),
    (BODY, N_("Something in my body")),
    (URGE, N_("An urge")),
    (ACTION, N_("Something I did")),
)
"""(id, words)."""

HURT, DID_NOT, RATHER_NOT = "hurt", "did-not", "rather-not"
DID = ("", HURT, DID_NOT, RATHER_NOT)
"""What was done; nothing where it was not asked."""
DID_WORDS = (
    (HURT, N_("I hurt myself")),
    (DID_NOT, N_("I didn't")),
    (RATHER_NOT, N_("Rather not say")),
)

CARE = ("", "no")
"""Whether care is needed first; a map goes on only after “no”, and is kept unfinished after anything else."""

TRIGGERS = (
    ("conflict", N_("A fight, or being turned away")),
    ("left-alone", N_("Being alone, or left")),
    ("criticism", N_("Being told off, or something not going well")),
    ("shame", N_("Feeling ashamed, or hating myself")),
    ("numb", N_("Feeling numb or unreal")),
    ("memory", N_("A memory, or a date that hurts")),
    ("body", N_("My body, food or how I look")),
    ("too-much-noise", N_("Too much noise, light or people")),
    ("worn-out", N_("Tired, hungry, in pain or ill")),
    ("alcohol-drugs", N_("Drink or drugs, or coming off them")),
    ("money-home", N_("Money or a place to live")),
    ("treated-badly", N_("Being treated badly for who I am")),
    ("seeing-self-harm", N_("Seeing or reading about self-harm")),
    ("things-near", N_("Things I could use were near")),
    ("late-night", N_("Late at night")),
    ("bored", N_("Nothing to do")),
    ("no-reason", N_("No reason that I can name")),
)
"""(id, words): classes of prompting events, put together by us from what people and papers name."""

VULNERABLE = (
    ("sleep", N_("Little sleep")),
    ("food", N_("Not much to eat")),
    ("ill", N_("Ill or in pain")),
    ("drink-drugs", N_("Drink or drugs")),
    ("stress", N_("A lot of stress")),
    ("hormones", N_("Hormones, or my period")),
    ("medicine", N_("A change in my medicine")),
    ("alone-long", N_("Alone for a long time")),
    ("something-before", N_("Something hard the day before")),
)
"""(id, words): what made the day harder to begin with."""


FUNCTIONS = (
    ("ease-feeling", N_("To make a bad feeling stop or shrink")),
    ("feel-something", N_("To feel something, or feel real")),
    ("punish-myself", N_("To punish myself")),
    ("control", N_("To have some control")),
    ("hold-off", N_("To hold off thoughts of ending my life")),
    ("show", N_("To show someone how bad it is")),
    ("get-away", N_("To get away from something, or be let off")),
    ("cant-tell", N_("Can't tell")),
)
"""(id, words): what it was for, or what was needed just then; people have several."""


@dataclass(frozen=True, slots=True)
class Link:
    """One thing that led to the next."""

    kind: str
    """One of LINK_KINDS."""
    text: str = ""
    extra: dict[str, object] = field(default_factory=dict)
    """Keys that this version does not know, kept as they are."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Where the chain could have gone another way."""

    link: int = -1
    """Which link, from 0; -1 for none of them."""
    text: str = ""
    skill: str = ""
    """The id of a skill that could have helped."""
    extra: dict[str, object] = field(default_factory=dict)
    """Keys that this version does not know, kept as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerMap(Record):
    """One urge, looked at afterwards."""

    kind = "trigger-map"

    form: str = SHORT
    vulnerable: tuple[str, ...] = ()
    """Ids of VULNERABLE, or own words."""
    before: tuple[str, ...] = ()
    """What happened just before: ids of TRIGGERS, or own words."""
    links: tuple[Link, ...] = ()
    """In the person's order."""
    urge: int | None = None
    """At its strongest, 0 to 10."""
    did: str = ""
    """One of DID."""
    soon: tuple[str, ...] = ()
    """What came right after."""
    later: tuple[str, ...] = ()
    """What came later."""
    needs: tuple[str, ...] = ()
    """What was needed: ids of FUNCTIONS, or own words."""
    turns: tuple[Turn, ...] = ()
    care: str = ""
    """One of CARE."""
    finished: bool = False

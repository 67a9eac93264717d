"""Plans to put on paper, and the words that have to be found there.

Invariant: nobody in them is real, and every field of a plan has a word of its own in FULL.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from copecli.core.good_for import marks_of
from copecli.core.plan import GOOD_FOR, KINDS, STEPS, AboutMe, Item, Plan
from copecli.core.plan_format import (
    ABOUT_ME_KEYS,
    ITEM_KEYS,
    PLAN_KEYS,
    plan_from_document,
    plan_to_document,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FULL = Plan(
    {
        "warning-signs": (Item("w1", "I stop answering"), Item("w2", "A tight chest\nand no sleep")),
        "coping": (
            Item(
                "c1",
                "Look around the room",
                skill="five-senses",
                likelihood=5,
                barrier="Too tired",
                way_round="Only three things",
            ),
            Item("c2", "Tea in the blue cup", from_idea=True),
        ),
        "distraction": (
            Item("d1", "The library", kind="place", address="Main Street 1", when="Until eight"),
            Item("d2", "My neighbour", "555-0101", kind="person", how_known="From the garden"),
        ),
        "people": (
            Item(
                "p1",
                "A friend",
                "555-0102",
                sms="555-0103",
                when="Evenings",
                may_tell="yes",
                kind="person",
                good_for="listening, the garden",
            ),
            Item("p2", "A relative", "555-0107", not_safe=True, kind="person", may_tell="no"),
            Item("p3", "Somebody from before", "555-0108", private=True, barrier="A quiet worry"),
        ),
        "professionals": (
            Item("r1", "My doctor", "555-0104", kind="clinician", emergency_contact="555-0105"),
            Item("r2", "The hospital", "555-0106", kind="emergency-department", address="Hill Road 2"),
        ),
        "safer-space": (Item("s1", "A friend keeps the key", extra={"later": "a new word"}),),
        "reasons": (Item("x1", "The sea"), Item("x2", "<b>A song</b> & “more”")),
    },
    {"newer": {"deep": 12}},
    kept_at="In the kitchen drawer",
    copies=("A friend", "My doctor"),
    review_on="2027-02-01",
    likelihood=8,
    made_with="My doctor and me",
    about_me=AboutMe(helps="A quiet voice", does_not="Many questions", access="Large letters"),
)
"""A whole plan, with something in every field."""

PRIVATE = ("Somebody from before", "555-0108", "A quiet worry", "a new word", "deep")
"""What no helper is shown of it."""

SCRIPTS = {
    "Latin": "Ein Gespräch über Łódź",
    "Greek": "Ένας περίπατος δίπλα στη θάλασσα",
    "Cyrillic": "Прогулка у моря",
    "Arabic": "نزهة على شاطئ البحر",
    "Hebrew": "הליכה על שפת הים",
    "Devanagari": "समुद्र के किनारे टहलना",
    "Chinese": "在海边散步",
}
"""A walk by the sea, or nearly."""

MANY_SCRIPTS = Plan({"coping": tuple(Item(name, text) for name, text in SCRIPTS.items())})


def own_words(plan: Plan) -> Iterator[str]:
    """Yield every text and number of the person's in the plan, as they wrote it; what is unknown, too."""
    for step in STEPS:
        for item in plan.of(step):
            hidden = ("id", "extra", "kind", "may_tell", "good_for")
            yield from (str(value) for value in _values(item, hidden) if isinstance(value, str | int))
            yield from (word for word in (item.kind, item.may_tell) if word not in (*KINDS, "yes", "no"))
            yield from (word for word in marks_of(item.good_for) if word not in GOOD_FOR)
            yield from unknown_words(item.extra)
    yield from (str(value) for value in _values(plan, ("items", "extra", "about_me", "copies")))
    yield from plan.copies
    yield from (str(value) for value in _values(plan.about_me, ("extra",)))
    yield from unknown_words(plan.extra)
    yield from unknown_words(plan.about_me.extra)


def unknown_words(value: object) -> Iterator[str]:
    """Yield every name, line and number in what a later version wrote."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from unknown_words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from unknown_words(inner)
    elif not isinstance(value, bool):
        yield from str(value).split("\n")


def _values(owner: Item | Plan | AboutMe, hidden: tuple[str, ...]) -> Iterator[object]:
    for field in fields(owner):
        value = getattr(owner, field.name)
        if field.name not in hidden and value is not None and not isinstance(value, bool):
            yield value


def in_other_letters(plan: Plan, letters: str) -> Plan:
    """Return the plan with each character of each text as one of `letters`."""
    return rewritten(plan, lambda character: letters[ord(character) % len(letters)])


def rewritten(plan: Plan, letter: Callable[[str], str]) -> Plan:
    """Return the plan with another letter for each in each text, the unknown names among them."""

    def other(value: object, known: tuple[str, ...] = ()) -> object:
        if isinstance(value, dict):
            return {key if key in known else other(key): other(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [other(inner, known) for inner in value]
        return "".join(map(letter, value)) if isinstance(value, str) else value

    whole = plan_to_document(plan)
    known = {key: other(whole[key], (*ITEM_KEYS, *ABOUT_ME_KEYS)) for key in PLAN_KEYS if key in whole}
    unknown = other(plan.extra)
    assert isinstance(unknown, dict)
    return plan_from_document({**unknown, **known})

"""The questions that make a plan doable, for whoever wants them: about one line, or about the whole.

Invariant: one table for both faces; every question can be left out, and leaving it out changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from copecli.core.errors import UsageProblem
from copecli.core.plan import (
    CLINICIAN,
    COPING,
    DISTRACTION,
    EMERGENCY_DEPARTMENT,
    LINE,
    PEOPLE,
    PERSON,
    PLACE,
    PROFESSIONALS,
    SAFER_SPACE,
    Item,
    Plan,
)
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    Options: TypeAlias = tuple[tuple[str, str], ...]

WORDS, LIKELY, SEVERAL = "words", "likely", "several"


@dataclass(frozen=True, slots=True)
class Question:
    """One short question."""

    field: str
    """Of Item or Plan; `about_me.helps` and the like for the card."""
    text: str
    """A message id; it may name the line, as {name}."""
    hint: str = ""
    """One line below it (a message id)."""
    kind: str = WORDS
    """words, likely (0 to 10), several (with commas between)"""
    options: Options = ()
    """(what is kept, words): where it is chosen and not typed."""


_YES_NO: Options = (("yes", N_("Yes")), ("no", N_("No")), ("", N_("Rather not say")))
_MARK: Options = (("yes", N_("Yes")), ("", N_("No")))

_HOW_LIKELY = Question("likelihood", N_("How likely would you do this?"), N_("0 to 10."), LIKELY)
_BARRIER = Question("barrier", N_("What could get in the way?"), N_("The time of day, money, being tired."))
_WAY_ROUND = Question("way_round", N_("What would help with that?"), N_("A smaller form of it is fine."))
_FIRST_STEP = Question("way_round", N_("What is the first small step?"), N_("Who could help with it?"))
_HOW_KNOWN = Question("how_known", N_("How do you know them?"))
_SMS = Question("sms", N_("A number for texts?"), N_("Some people answer a text sooner."))
_WHEN = Question("when", N_("When can they be reached?"))
ADDRESS = Question("address", N_("Where is it?"), N_("An address, or how to get there."))
_MAY_TELL = Question("may_tell", N_("May you tell them how bad it is?"), options=_YES_NO)
NUMBER = Question("phone", N_("A number for {name}?"), N_("Enter leaves it out."))
OUT_OF_HOURS = Question("emergency_contact", N_("How are they reached out of hours?"))
_NOT_SAFE = Question(
    "not_safe", N_("Are they not safe for you?"), N_("Then they are suggested nowhere."), options=_MARK
)
_PRIVATE = Question(
    "private", N_("Leave this out of a helper's form?"), N_("It stays in your own plan."), options=_MARK
)
_SOMEONE_OR_PLACE = Question(
    "kind", N_("Is it a person or a place?"), options=((PERSON, N_("A person")), (PLACE, N_("A place")))
)
_SERVICE = Question(
    "kind",
    N_("What is it?"),
    options=(
        (CLINICIAN, N_("A doctor or therapist")),
        (EMERGENCY_DEPARTMENT, N_("An emergency department")),
        (LINE, N_("A crisis line")),
        ("", N_("Something else")),
    ),
)
_DOING = (_HOW_LIKELY, _BARRIER, _WAY_ROUND)

_OF_STEP = {
    COPING: _DOING,
    DISTRACTION: (_SOMEONE_OR_PLACE, _HOW_KNOWN, ADDRESS, _SMS, _WHEN, *_DOING, _NOT_SAFE),
    PEOPLE: (_HOW_KNOWN, _SMS, _WHEN, _MAY_TELL, *_DOING, _NOT_SAFE),
    PROFESSIONALS: (_SERVICE, ADDRESS, _SMS, _WHEN, OUT_OF_HOURS, *_DOING, _NOT_SAFE),
    SAFER_SPACE: (_HOW_LIKELY, _BARRIER, _FIRST_STEP),
}
_NOT_OF_A_PLACE = frozenset({"how_known", "sms"})
_NOT_OF_A_PERSON = frozenset({"address"})

OF_THE_PLAN = (
    Question("likelihood", N_("How likely is it that you use this plan?"), N_("0 to 10."), LIKELY),
    Question("made_with", N_("Who could make it with you?"), N_("A helper, a friend, nobody yet.")),
    Question("kept_at", N_("Where will you keep it?"), N_("Somewhere you find it at night.")),
    Question("copies", N_("Who has a copy?"), N_("Names, with commas between."), SEVERAL),
    Question("review_on", N_("When will you look at it again?"), N_("A date, such as 2027-01-15.")),
    Question("about_me.helps", N_("In a crisis, what helps you?"), N_("For somebody who is with you then.")),
    Question("about_me.does_not", N_("What does not help?")),
    Question("about_me.access", N_("What do you need to hear, see, move or understand?")),
)
"""Asked at the end, of whoever wants them."""


def of_item(step: str, item: Item) -> tuple[Question, ...]:
    """Return the questions about a line of `step`, as it is answered so far."""
    left_out = {PLACE: _NOT_OF_A_PLACE, PERSON: _NOT_OF_A_PERSON}.get(item.kind, frozenset())
    return tuple(
        question for question in (*_OF_STEP.get(step, ()), _PRIVATE) if question.field not in left_out
    )


def present(thing: Item | Plan, question: Question) -> str:
    """Return what stands there now, as it would be typed."""
    value: Any = thing
    for name in question.field.split("."):
        value = getattr(value, name)
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)


def with_item_answer(item: Item, question: Question, typed: str) -> Item:
    """Return the item with the answer in it, emptied where nothing was typed; raise UsageProblem."""
    value = _read(question, typed)
    changed: dict[str, Any] = {question.field: bool(value) if question.options == _MARK else value}
    return replace(item, **changed)


def with_plan_answer(plan: Plan, question: Question, typed: str) -> Plan:
    """Return the plan with the answer in it, emptied where nothing was typed; raise UsageProblem."""
    value = _read(question, typed)
    card, _dot, name = question.field.partition(".")
    if name:
        return replace(plan, about_me=replace(plan.about_me, **{name: value}))
    return replace(plan, **{card: value})


def _read(question: Question, typed: str) -> Any:
    text = typed.strip()
    if question.kind == SEVERAL:
        return tuple(part.strip() for part in text.split(",") if part.strip())
    if question.kind != LIKELY:
        return text
    if not text:
        return None
    if text.isascii() and text.isdecimal() and len(text) < 3 and int(text) <= 10:
        return int(text)
    raise UsageProblem(N_("I can read numbers from 0 to 10. Enter skips."))

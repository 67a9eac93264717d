"""What stands on every paper, worded and in order: text, page and print only set it.

Invariant: every word and number that the person wrote is in it, cleaned for showing; in a helper's form all
but what they marked private.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core import plan_labels as labels
from copecli.core.good_for import in_words
from copecli.core.plan import CLINICIAN, EMERGENCY_DEPARTMENT, LINE, PERSON, PLACE, STEPS
from copecli.core.plan_people import with_marks
from copecli.core.plan_words import PLAN_TITLE, TITLES, number_of
from copecli.core.text import clean_own, clean_own_line
from copecli.documents.kept import TITLE as ALSO_KEPT
from copecli.documents.kept import kept
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.plan import Item, Plan

PHONE, CALL, SMS, SKILL, NOTE, ABOUT = "phone", "call", "sms", "skill", "note", "about"

_NOTES = {
    CLINICIAN: N_("A doctor or therapist."),
    EMERGENCY_DEPARTMENT: N_("An emergency department."),
    LINE: N_("A crisis line."),
    "not_safe": N_("Not safe for me."),
    "private": N_("Left out of a helper’s form."),
    "yes": N_("They may know how bad it is."),
    "no": N_("They should not know how bad it is."),
}
_OF_THE_PLAN = {**labels.PLAN_LABELS, labels.ABOUT_ME_KEY: labels.ABOUT_ME}
_LIKELY = {"item": N_("How likely I would do it"), "plan": N_("How likely I am to use it")}


@dataclass(frozen=True, slots=True)
class Detail:
    """One line below an item, or one line about the person or the plan."""

    kind: str
    """phone note (no label), skill (a command), call sms (words with a number in them), about."""
    label: str
    """Worded; nothing before a phone number or a note."""
    value: str
    """Cleaned; a number is one line."""

    @property
    def line(self) -> str:
        """The label and the value in one."""
        return f"{self.label}: {self.value}" if self.label else self.value


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of the plan."""

    text: str
    """Cleaned; it may hold newlines."""
    details: tuple[Detail, ...] = ()
    not_safe: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands below it."""

    id: str
    """A step of the plan, about-me, about-plan or also-kept."""
    title: str
    """Worded; a step's with its number."""
    entries: tuple[Entry, ...] = ()
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """The whole paper."""

    title: str
    danger: str
    parts: tuple[Part, ...]
    """Those in which something stands."""
    missing: str
    """The steps of which nothing is there yet, in a sentence; nothing where all are written."""
    closing: tuple[str, ...]


def outline(plan: Plan, *, for_helper: bool = False, danger: str = "") -> Outline:
    """Return what a paper of `plan` holds; `danger`, worded, stands on top in the place of the usual line."""
    marked = with_marks(plan)
    shown = marked.for_helper() if for_helper else marked
    steps = [step_part(shown, step, for_helper=for_helper) for step in STEPS if shown.of(step)]
    about_me = Part("about-me", _(labels.ABOUT_ME), details=_about_me(shown, for_helper))
    about_plan = Part("about-plan", _(labels.ABOUT_PLAN), details=_about_plan(shown))
    also_kept = Part("also-kept", _(ALSO_KEPT), details=_unknown(shown.extra, _OF_THE_PLAN))
    parts = [about_me, *steps, about_plan] if for_helper else [*steps, about_me, about_plan, also_kept]
    return Outline(
        _(PLAN_TITLE),
        danger or _(labels.DANGER),
        tuple(part for part in parts if part.entries or part.details),
        "" if for_helper else _missing(shown),
        (_(labels.CREDIT), _(labels.DRAFT)),
    )


def step_part(plan: Plan, step: str, *, for_helper: bool = False) -> Part:
    """Return one step of the plan, though nothing may stand in it."""
    entries = tuple(_entry(item, for_helper) for item in plan.of(step))
    return Part(step, f"{number_of(step)}. {_(TITLES[step])}", entries)


def _missing(plan: Plan) -> str:
    numbers = [str(number_of(step)) for step in STEPS if not plan.of(step)]
    if len(numbers) == len(STEPS):
        return _(labels.NOTHING)
    return _("Nothing here yet: {numbers}.").format(numbers=", ".join(numbers)) if numbers else ""


def _entry(item: Item, for_helper: bool) -> Entry:
    names = tuple(labels.ITEM_LABELS)
    if not item.not_safe:  # a number stands beside its name; else what it is said of stands first
        names = (PHONE, *(name for name in names if name != PHONE))
    details = [_item_detail(item, name) for name in names]
    details += () if for_helper else _unknown(item.extra, labels.ITEM_LABELS)
    return Entry(clean_own(item.text).strip(), tuple(filter(None, details)), item.not_safe)


def _item_detail(item: Item, name: str) -> Detail | None:
    value: object = getattr(item, name)
    if value is None or value is False or value == "":
        return None
    if name == "likelihood":
        return Detail(ABOUT, _(_LIKELY["item"]), _of_ten(value))
    if name in ("not_safe", "private"):
        return Detail(NOTE, "", _(_NOTES[name]))
    word = clean_own(str(value)).strip()
    if (name == "kind" or name == "may_tell") and word in (*_NOTES, PERSON, PLACE):
        return Detail(NOTE, "", _(_NOTES[word])) if word in _NOTES else None
    if name == "good_for":
        return _some(ABOUT, _(labels.ITEM_LABELS[name]), in_words(word).worded(_))
    if name == PHONE:
        return _some(PHONE, "", clean_own_line(str(value)))
    if name == SKILL:
        return _some(SKILL, _(labels.ITEM_LABELS[SKILL]), f"cope do {clean_own_line(word)}" if word else "")
    if name == SMS:
        return _some(SMS, _(labels.ITEM_LABELS[SMS]), clean_own_line(word))
    return _some(CALL if name == "emergency_contact" else ABOUT, _(labels.ITEM_LABELS[name]), word)


def _some(kind: str, label: str, value: str) -> Detail | None:
    return Detail(kind, label, value) if value else None


def _of_ten(number: object) -> str:
    return _("{number} of 10").format(number=number)


def _about_me(plan: Plan, for_helper: bool) -> tuple[Detail, ...]:
    about = plan.about_me
    rows = [
        _some(ABOUT, _(label), clean_own(getattr(about, name)).strip())
        for name, label in labels.ABOUT_ME_LABELS.items()
    ]
    return (*filter(None, rows), *(() if for_helper else _unknown(about.extra, labels.ABOUT_ME_LABELS)))


def _about_plan(plan: Plan) -> tuple[Detail, ...]:
    rows: list[Detail | None] = []
    for name, label in labels.PLAN_LABELS.items():
        value: object = getattr(plan, name)
        if name == "likelihood":
            rows += [Detail(ABOUT, _(_LIKELY["plan"]), _of_ten(value))] if value is not None else []
            continue
        values = value if isinstance(value, tuple) else (value,)
        rows += [_some(ABOUT, _(label), clean_own(str(each)).strip()) for each in values]
    return tuple(filter(None, rows))


def _unknown(extra: dict[str, object], known: dict[str, str]) -> tuple[Detail, ...]:
    """Return what this version does not know, under the names that it came with."""
    return tuple(Detail(ABOUT, label, value) for label, value in kept(extra, known))

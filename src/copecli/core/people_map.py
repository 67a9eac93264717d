"""A map of one's people: who is good for what. The plan is its only home.

Invariant: nothing that is there is written over, and nobody is put twice under one heading. What is new in
the plan was said yes to, one place after the other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from copecli.core import plan as p
from copecli.core.form import CHOOSE, NOBODY_READS, PICK, WORDS, Form, Question
from copecli.core.good_for import known_marks, marks_of, with_marks_of
from copecli.core.people_words import (
    AFRAID_OF_THEM,
    GOOD_ASKED,
    GOOD_HINT,
    GOOD_WORDS,
    KIND_ASKED,
    KIND_CHOICES,
    NOT_SAFE,
    NUMBER_ASKED,
    NUMBER_HINT,
    PUT_ASKED,
    WHO_ASKED,
    YES_NO,
)
from copecli.core.plan_people import says_nobody, with_marks
from copecli.core.plan_words import TITLES
from copecli.core.reach import sentence
from copecli.core.text import clean_own_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from copecli.core.form import Answers

DRAFT = "person"
"""The name of the draft of somebody who is new."""
STEPS = (p.PEOPLE, p.PROFESSIONALS, p.DISTRACTION)
_ASIDE = frozenset({p.PLACE, p.LINE, p.EMERGENCY_DEPARTMENT})
_TO_BE_WITH = frozenset({p.COMPANY, p.DISTRACTION})
_TO_ASK = frozenset({p.LISTENING, p.PRACTICAL, p.EMERGENCY})
FIRST = "first"
"""The offer to stand before the others of step PEOPLE."""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody of the plan, in all the places where they stand."""

    name: str
    """As the person calls them, in a line."""
    good_for: tuple[str, ...] = ()
    """Of core.plan.GOOD_FOR, and other words."""
    not_safe: bool = False
    number: str = ""
    places: tuple[tuple[str, str], ...] = ()
    """(step, id of the item)."""

    @property
    def steps(self) -> frozenset[str]:
        """Where they stand."""
        return frozenset(step for step, _id in self.places)


def people_of(plan: p.Plan) -> tuple[Known, ...]:
    """Return everybody whom the plan names, each once, those for help first."""
    found: dict[str, Known] = {}
    marked = with_marks(plan)
    for step in STEPS:
        for item in marked.of(step):
            name = clean_own_line(item.text).strip(" .")
            if not name or item.from_idea or says_nobody(item):
                continue
            if not _is_somebody(step, item) and (item.kind in _ASIDE or name.casefold() not in found):
                continue
            old = found.get(name.casefold(), Known(name))
            found[name.casefold()] = replace(
                old,
                good_for=tuple(dict.fromkeys((*old.good_for, *marks_of(item.good_for)))),
                not_safe=old.not_safe or item.not_safe,
                number=old.number or clean_own_line(item.phone or item.sms),
                places=(*old.places, (step, item.id)),
            )
    return tuple(found.values())


def _is_somebody(step: str, item: p.Item) -> bool:
    if item.kind in _ASIDE:
        return False
    return (
        step != p.DISTRACTION
        or item.kind == p.PERSON
        or any((item.phone, item.sms, item.good_for, item.not_safe))
    )


def known_as(plan: p.Plan, name: str) -> Known | None:
    """Return who is called that in the plan, if anybody."""
    wanted = clean_own_line(name).strip(" .").casefold()
    return next((one for one in people_of(plan) if one.name.casefold() == wanted), None)


# the questions


def person_form(plan: p.Plan, known: Known | None = None) -> Form:
    """Return the questions about somebody of the plan, or somebody new; each can be left out."""
    answers: Answers = {"good": _marks(known)} if known else {}
    return Form(lambda given: tuple(_questions(plan, known, given)), answers)


def _marks(known: Known) -> tuple[str, ...]:
    there = tuple(mark for mark in p.GOOD_FOR if mark in known.good_for)
    return (*there, *((NOT_SAFE,) if known.not_safe else ()))


def _questions(plan: p.Plan, known: Known | None, answers: Answers) -> Iterator[Question]:
    if known is None:
        yield Question(id="name", kind=WORDS, text=sentence(WHO_ASKED), hint=NOBODY_READS)
        if not _said(answers, "name"):
            return
        known = known_as(plan, _said(answers, "name"))
        if known is None:
            yield _KIND
    name = known.name if known else clean_own_line(_said(answers, "name"))
    if known is None or not known.number:
        text = sentence(NUMBER_ASKED, name=name)
        yield Question(id="number", kind=WORDS, text=text, hint=sentence(NUMBER_HINT))
    yield Question(
        id="good",
        kind=PICK,
        text=sentence(GOOD_ASKED, name=name),
        hint=sentence(GOOD_HINT),
        options=tuple((mark, sentence(words)) for mark, words in GOOD_WORDS),
        own=False,
    )
    for offer in offers(plan, known, answers):
        text = sentence(PUT_ASKED[offer], name=name, title=sentence(TITLES.get(offer, TITLES[p.PEOPLE])))
        yield Question(
            id=f"put-{offer}",
            kind=CHOOSE,
            text=text,
            options=tuple((key, sentence(words)) for key, words in YES_NO),
        )


_KIND = Question(
    id="kind",
    kind=CHOOSE,
    text=sentence(KIND_ASKED),
    options=tuple((key, sentence(words)) for key, words in KIND_CHOICES),
)


def _said(answers: Answers, name: str) -> str:
    value = answers.get(name)
    return value.strip() if isinstance(value, str) else ""


def _picked(answers: Answers, known: Known | None) -> frozenset[str]:
    """Return what was picked; of somebody who was typed and is there already, added to what is there."""
    value, there = answers.get("good"), _marks(known) if known else ()
    if not isinstance(value, tuple):
        return frozenset(there)
    return frozenset((*value, *(there if _said(answers, "name") else ())))


def offers(plan: p.Plan, known: Known | None, answers: Answers) -> tuple[str, ...]:
    """Return the steps that somebody could stand in and does not, and FIRST."""
    picked, steps = _picked(answers, known), known.steps if known else frozenset()
    if NOT_SAFE in picked:
        return () if known else (AFRAID_OF_THEM,)
    found: list[str] = []
    helps = p.PROFESSIONALS if _said(answers, "kind") == p.CLINICIAN else p.PEOPLE
    asked = picked & _TO_ASK or (known is None and not picked)
    if asked and not steps & {p.PEOPLE, p.PROFESSIONALS}:
        found.append(helps)
    if picked & _TO_BE_WITH and p.DISTRACTION not in steps:
        found.append(p.DISTRACTION)
    if p.EMERGENCY in picked and known is not None and _behind(plan, known):
        found.append(FIRST)
    return tuple(found)


def _behind(plan: p.Plan, known: Known) -> str:
    """Return the id of their item of PEOPLE where somebody who is not for an emergency stands before it."""
    ids = {item_id for step, item_id in known.places if step == p.PEOPLE}
    for item in plan.of(p.PEOPLE):
        if item.id in ids:
            return ""
        if p.EMERGENCY not in known_marks(item.good_for):
            return next(iter(ids), "")
    return ""


# what comes of it


def with_person(plan: p.Plan, known: Known | None, answers: Answers, new_id: Callable[[], str]) -> p.Plan:
    """Return the plan with what was answered about somebody; what was not said yes to is left as it is."""
    if known is None:
        known = known_as(plan, _said(answers, "name"))
    name = known.name if known else _said(answers, "name")
    if not name:
        return plan
    picked = _picked(answers, known)
    wanted = offers(plan, known, answers)
    if known is not None:
        for step, item_id in known.places:
            plan = _changed(plan, step, item_id, picked, known, _said(answers, "number"))
    for offer in wanted:
        if _said(answers, f"put-{offer}") != "yes":
            continue
        if offer == FIRST and known is not None:
            plan = _put_first(plan, _behind(plan, known))
        else:
            plan = _added(plan, offer, name, known, answers, picked, new_id())
    return plan


def _changed(
    plan: p.Plan, step: str, item_id: str, picked: frozenset[str], known: Known, number: str
) -> p.Plan:
    item = next(one for one in plan.of(step) if one.id == item_id)
    if item.from_idea:
        return plan
    turned = (NOT_SAFE in picked) != known.not_safe
    return plan.change(
        step,
        replace(
            item,
            good_for=with_marks_of(item.good_for, picked & set(p.GOOD_FOR)),
            not_safe=NOT_SAFE in picked if turned else item.not_safe,
            phone=item.phone or number,
        ),
    )


def _put_first(plan: p.Plan, item_id: str) -> p.Plan:
    at = [item.id for item in plan.of(p.PEOPLE)].index(item_id)
    return plan.move(p.PEOPLE, item_id, _after_the_first(plan) - at)


def _after_the_first(plan: p.Plan) -> int:
    """Return the place behind those who stand first and are for an emergency."""
    at = 0
    for item in plan.of(p.PEOPLE):
        if p.EMERGENCY not in known_marks(item.good_for):
            break
        at += 1
    return at


def _added(
    plan: p.Plan,
    offer: str,
    name: str,
    known: Known | None,
    answers: Answers,
    picked: frozenset[str],
    item_id: str,
) -> p.Plan:
    step = p.PEOPLE if offer == AFRAID_OF_THEM else offer
    item = p.Item(
        item_id,
        name,
        (known.number if known else "") or _said(answers, "number"),
        kind=p.CLINICIAN if step == p.PROFESSIONALS else p.PERSON,
        good_for=with_marks_of("", picked & set(p.GOOD_FOR)),
        not_safe=offer == AFRAID_OF_THEM,
        private=offer == AFRAID_OF_THEM,
    )
    first = step == p.PEOPLE and p.EMERGENCY in picked
    return plan.add(step, item, _after_the_first(plan) if first else None)

"""Taking a plan from elsewhere into the one that is here, item by item.

Invariant: nothing that is here is changed but to fill what was empty, and nothing of the other is left out:
what differs stands beside it. Taking in the same plan again changes nothing. Whoever either of them marks as
not safe is marked, and what either marks as private is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from copecli.core.good_for import together
from copecli.core.plan import STEPS, AboutMe, Item, Plan, free_id
from copecli.core.plan_format import ITEM_KEYS
from copecli.core.plan_import import IMPORTED
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from copecli.core.reach import Sentence

MOST_NOTES = 20
"""What was odd in a file, told one by one; more of it is counted only."""

_MARKS = ("not_safe", "private")
_NEVER_TWO = ("id", *_MARKS, "from_idea", "extra")
_FIELDS = tuple(name for key in ITEM_KEYS if (name := key.replace("-", "_")) not in _NEVER_TWO)


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the two."""

    plan: Plan
    new: int
    """Items that were not here before."""
    filled: int
    """Items that were here, and to which something was added."""
    known: int
    """Items that were here just so."""


def told(taken: Taken, notes: Sequence[Sentence], translate: Callable[[str], str]) -> list[str]:
    """Return what became of the lines of a file, and of what was odd in it."""
    said = (
        (taken.new, N_("New lines: {n}.")),
        (taken.filled, N_("Lines that something was added to: {n}.")),
        (taken.known, N_("Lines that were here already: {n}.")),
    )
    lines = [translate(text).format(n=number) for number, text in said if number]
    lines.append(translate(N_("What you had is still here; the plan before it is kept, too.")))
    lines += [f"- {note.worded(translate)}" for note in notes[:MOST_NOTES]]
    if len(notes) > MOST_NOTES:
        lines.append(translate(N_("And {n} more like these.")).format(n=len(notes) - MOST_NOTES))
    return lines


def take_in(here: Plan, other: Plan) -> Taken:
    """Return `here` with everything of `other` in it."""
    plan, counts = here, {"new": 0, "filled": 0, "known": 0}
    for step in STEPS:
        met: set[str] = set()
        for item in other.of(step):
            plan, became, item_id = _with_item(plan, step, item, met)
            met.add(item_id)
            counts[became] += 1
    extra = dict(plan.extra)
    likelihood = _kept_number(extra, "likelihood", here.likelihood, other.likelihood)
    about = AboutMe(
        _both(here.about_me.helps, other.about_me.helps),
        _both(here.about_me.does_not, other.about_me.does_not),
        _both(here.about_me.access, other.about_me.access),
        _with_extra(here.about_me.extra, other.about_me.extra),
    )
    plan = replace(
        plan,
        extra=_with_extra(extra, other.extra),
        kept_at=_both(here.kept_at, other.kept_at),
        copies=(*here.copies, *(copy for copy in other.copies if copy not in here.copies)),
        review_on=_both(here.review_on, other.review_on),
        likelihood=likelihood,
        made_with=_both(here.made_with, other.made_with),
        about_me=about,
    )
    return Taken(plan, counts["new"], counts["filled"], counts["known"])


def _with_item(plan: Plan, step: str, item: Item, met: set[str]) -> tuple[Plan, str, str]:
    """Return the plan with the item, what became of it, and under which id; those of `met` are taken."""
    for old in _likely_the_same(plan.of(step), item):
        if old.id not in met and (one := _one_of_two(old, item)) is not None:
            return plan.change(step, one), "known" if one == old else "filled", old.id
    new = replace(item, id=free_id(item.id, {old.id for old in plan.of(step)}))
    if item.id != new.id and (old_one := _by_id(plan, step, item.id)) and _words(old_one) == _words(item):
        marks = {name: getattr(old_one, name) or getattr(item, name) for name in _MARKS}
        plan = plan.change(step, _marked(old_one, marks))
        new = _marked(new, marks)
    return plan.add(step, new), "new", new.id


def _likely_the_same(items: tuple[Item, ...], item: Item) -> list[Item]:
    """Return the items with these words, the one of this id first."""
    same = [old for old in items if _words(old) == _words(item)]
    return sorted(same, key=lambda old: old.id != item.id)


def _by_id(plan: Plan, step: str, item_id: str) -> Item | None:
    return next((item for item in plan.of(step) if item.id == item_id), None)


def _words(item: Item) -> str:
    return " ".join(item.text.casefold().split())


def _one_of_two(old: Item, item: Item) -> Item | None:
    """Return the one item that both are, or None where they say different things."""
    values: dict[str, Any] = {}
    good_for = together(old.good_for, item.good_for)
    if good_for is None:
        return None
    for name in _FIELDS:
        here, there = getattr(old, name), getattr(item, name)
        if name == "good_for":
            values[name] = good_for
            continue
        if name != "text" and _says(here) and _says(there) and here != there:
            return None
        values[name] = here if _says(here) or name == "text" else there
    if any(key in old.extra and old.extra[key] != value for key, value in item.extra.items()):
        return None
    marks = {name: getattr(old, name) or getattr(item, name) for name in _MARKS}
    return replace(
        old, **values, **marks, from_idea=old.from_idea and item.from_idea, extra={**item.extra, **old.extra}
    )


def _marked(item: Item, marks: dict[str, bool]) -> Item:
    return replace(item, not_safe=marks["not_safe"], private=marks["private"])


def _says(value: object) -> bool:
    return value is not None and value != ""


def _both(here: str, there: str) -> str:
    """Return what is here, and below it what the other says beside."""
    if not there or f"\n{there}\n" in f"\n{here}\n":
        return here
    return f"{here}\n{there}" if here else there


def _kept_number(extra: dict[str, object], key: str, here: int | None, there: int | None) -> int | None:
    if here is None:
        return there
    if there is not None and there != here:
        extra.update(_with_extra(extra, {f"{key}{IMPORTED}": there}))
    return here


def _with_extra(here: dict[str, object], other: dict[str, object]) -> dict[str, object]:
    """Return the unknown keys of both; where both have one and differ, the other's stands beside it."""
    both = dict(here)
    for key, value in other.items():
        free = key
        while free in both and both[free] != value:
            free += IMPORTED
        both[free] = value
    return both

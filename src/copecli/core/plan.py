"""The safety plan: six steps and what is worth living for, each item a record of its own.

After the Stanley-Brown Safety Planning Intervention (Stanley & Brown 2012, Cogn Behav Pract 19:256-264),
whose ideas are credited and whose form is not copied. Invariant: an item is never lost. What a later
version wrote and this one does not know stays in `extra`, and merging two edits keeps every item that
either side wrote.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from copecli.core.fields import Fields, FormatProblem
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

WARNING_SIGNS = "warning-signs"
COPING = "coping"
DISTRACTION = "distraction"
PEOPLE = "people"
PROFESSIONALS = "professionals"
SAFER_SPACE = "safer-space"
REASONS = "reasons"

STEPS = (WARNING_SIGNS, COPING, DISTRACTION, PEOPLE, PROFESSIONALS, SAFER_SPACE, REASONS)
"""In the order of the ladder, from what a person can do alone to who can help."""

WITH_PHONE = frozenset({DISTRACTION, PEOPLE, PROFESSIONALS})
"""Steps whose items may hold a number."""

LONGEST_ITEM = 4000
"""Characters that one item may hold."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the plan."""

    id: str
    """Never changes while the item lives."""
    text: str
    """In the person's own words, stored as they were written; for a person or a service, the name."""
    phone: str = ""
    """A number as the person wrote it; never checked away."""
    skill: str = ""
    """The id of a skill that this item starts."""
    extra: dict[str, object] = field(default_factory=dict)
    """Keys that this version does not know, kept as they are."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A safety plan. An empty one is a plan too."""

    items: dict[str, tuple[Item, ...]] = field(default_factory=dict)
    """By step; steps without items may be absent."""
    extra: dict[str, object] = field(default_factory=dict)
    """Keys that this version does not know, kept as they are."""

    def of(self, step: str) -> tuple[Item, ...]:
        """Return the items of `step`, in the person's order."""
        return self.items.get(step, ())

    @property
    def empty(self) -> bool:
        """Return whether nothing has been written yet."""
        return not any(self.items.values())

    def with_step(self, step: str, items: tuple[Item, ...]) -> Plan:
        """Return the plan with `items` as the whole of `step`; a step without items is absent."""
        others = {name: found for name, found in self.items.items() if name != step}
        return replace(self, items={**others, step: items} if items else others)

    def add(self, step: str, item: Item) -> Plan:
        """Return the plan with `item` as the last of `step`."""
        return self.with_step(step, (*self.of(step), item))

    def change(self, step: str, item: Item) -> Plan:
        """Return the plan with the item of that id replaced."""
        return self.with_step(step, tuple(item if old.id == item.id else old for old in self.of(step)))

    def remove(self, step: str, item_id: str) -> Plan:
        """Return the plan without that item."""
        return self.with_step(step, tuple(item for item in self.of(step) if item.id != item_id))

    def move(self, step: str, item_id: str, places: int) -> Plan:
        """Return the plan with that item `places` further down (up where negative)."""
        items = list(self.of(step))
        at = next((index for index, item in enumerate(items) if item.id == item_id), None)
        if at is None:
            return self
        item = items.pop(at)
        items.insert(max(0, min(len(items), at + places)), item)
        return self.with_step(step, tuple(items))


_ITEM_KEYS = ("id", "text", "phone", "skill")


def plan_from_document(document: Mapping[str, object]) -> Plan:
    """Return the plan in a parsed document; raise FormatProblem(key, what) where it is not of format 1."""
    if document.get("format") != 1:
        raise FormatProblem("format", N_("this should be 1, the only format there is"))
    items = {step: found for step in STEPS if (found := _items(step, document.get(step)))}
    extra = {key: value for key, value in document.items() if key != "format" and key not in STEPS}
    return Plan(items, extra)


def _items(step: str, tables: object) -> tuple[Item, ...]:
    rows = Fields({step: tables} if tables is not None else {}).tables(step, required=False)
    given = {_word(fields, "id") for fields in rows}
    found: list[Item] = []
    taken: set[str] = set()
    for number, fields in enumerate(rows, start=1):
        item_id = _word(fields, "id") or _free_id(f"{step}-{number}", given)
        item_id = _free_id(item_id, taken)
        taken.add(item_id)
        extra = {key: value for key, value in fields.as_dict().items() if key not in _ITEM_KEYS}
        found.append(Item(item_id, _text(fields), _word(fields, "phone"), _word(fields, "skill"), extra))
    return tuple(found)


def _text(fields: Fields) -> str:
    raw = fields.raw("text")
    if not isinstance(raw, str):
        raise FormatProblem(fields.key("text"), N_("this should be text in quotes"))
    if len(raw) > LONGEST_ITEM:
        what = N_("this text is longer than {n} characters")
        raise FormatProblem(fields.key("text"), what, n=str(LONGEST_ITEM))
    return raw


def _word(fields: Fields, name: str) -> str:
    value = fields.raw(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise FormatProblem(fields.key(name), N_("this should be text in quotes"))
    return value


def plan_to_document(plan: Plan) -> dict[str, object]:
    """Return what `plan_from_document` reads back as an equal plan."""
    steps = {step: [_table(item) for item in plan.of(step)] for step in STEPS if plan.of(step)}
    return {"format": 1, **plan.extra, **steps}


def _table(item: Item) -> dict[str, object]:
    known = {"id": item.id, "text": item.text, "phone": item.phone, "skill": item.skill}
    return {key: value for key, value in known.items() if value or key in ("id", "text")} | item.extra


def merge(base: Plan, mine: Plan, theirs: Plan) -> Plan:
    """Return one plan out of two edits of `base`; what either side wrote is kept.

    An item that one side changed and the other removed is kept; an item that both changed stands twice,
    mine first.
    """
    items = {step: _merged(base.of(step), mine.of(step), theirs.of(step)) for step in STEPS}
    extra = _merged_extra(base.extra, mine.extra, theirs.extra)
    return Plan({step: found for step, found in items.items() if found}, extra)


def _merged(base: tuple[Item, ...], mine: tuple[Item, ...], theirs: tuple[Item, ...]) -> tuple[Item, ...]:
    if mine == base:
        return theirs
    if theirs == base:
        return mine
    before = {item.id: item for item in base}
    other = {item.id: item for item in theirs}
    taken = {item.id for item in (*base, *mine, *theirs)}
    merged: list[Item] = []
    for item in mine:
        theirs_now = other.get(item.id)
        unchanged_here = before.get(item.id) == item
        if theirs_now is None:
            if not unchanged_here:
                merged.append(item)
        elif unchanged_here or theirs_now == item:
            merged.append(theirs_now)
        elif before.get(item.id) == theirs_now:
            merged.append(item)
        else:
            also = replace(theirs_now, id=_free_id(item.id, taken))
            taken.add(also.id)
            merged += [item, also]
    mine_ids = {item.id for item in mine}
    return (*merged, *(item for item in theirs if item.id not in mine_ids and before.get(item.id) != item))


def _free_id(item_id: str, taken: set[str]) -> str:
    while item_id in taken:
        item_id += "-2"
    return item_id


def _merged_extra(
    base: dict[str, object], mine: dict[str, object], theirs: dict[str, object]
) -> dict[str, object]:
    """Return the unknown keys of both: each from the side that changed it, mine where both did."""
    gone = object()
    merged: dict[str, object] = {}
    for key in {**theirs, **mine}:
        before, here, there = (side.get(key, gone) for side in (base, mine, theirs))
        value = there if here == before or (here is gone and there != before) else here
        if value is not gone:
            merged[key] = value
    return merged

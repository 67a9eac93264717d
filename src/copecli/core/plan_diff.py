"""What is different between two versions of a plan: added, taken out, changed, moved.

Invariant: two plans without a difference are equal, but for the ids of their items. An item is followed by
its words first and by its id second, so that a plan written by hand, without ids, is followed too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from copecli.core.plan import STEPS, Item, Plan
from copecli.core.plan_format import ITEM_KEYS, plan_to_document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

ADDED, TAKEN_OUT, CHANGED, MOVED = "added", "taken-out", "changed", "moved"
KINDS = (ADDED, TAKEN_OUT, CHANGED, MOVED)

Where = tuple[str, Item]
"""A step's id and an item in it."""
Place = tuple[str, str]
"""A step's id and the id of an item in it."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that is said of an item or of the plan."""

    key: str
    """As in plan.toml."""
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One difference."""

    kind: str
    """One of KINDS."""
    step: str
    """Where the item stands now, or stood; nothing for what is said of the plan itself."""
    item_id: str
    text: str
    """The item's words now; those it had where it was taken out."""
    details: tuple[Detail, ...] = ()
    """What was changed."""
    from_step: str = ""
    """Where it stood before, if that was another step."""


def differences(old: Plan, new: Plan) -> tuple[Change, ...]:
    """Return what `new` has otherwise than `old`, in the order of `new`; what was taken out ends its step."""
    pairs, gone = _paired(old, new)
    found: list[Change] = []
    for step in STEPS:
        in_order = _kept_order(step, old, new, pairs)
        for item in new.of(step):
            before = pairs.get((step, item.id))
            found += _of_pair(before, step, item, in_order) if before else [_change(ADDED, step, item)]
        found += [_change(TAKEN_OUT, step, item) for item in old.of(step) if (step, item.id) in gone]
    details = _details(_around(old), _around(new))
    return (*found, *([Change(CHANGED, "", "", "", details)] if details else []))


def _change(kind: str, step: str, item: Item) -> Change:
    return Change(kind, step, item.id, item.text)


def count(found: tuple[Change, ...]) -> dict[str, int]:
    """Return how many differences there are of each kind."""
    return {kind: sum(change.kind == kind for change in found) for kind in KINDS}


def _paired(old: Plan, new: Plan) -> tuple[dict[Place, Where], set[Place]]:
    """Return the old item of each new one that has one, and the places of the old ones that are gone."""
    left = [(step, item) for step in STEPS for item in old.of(step)]
    waiting = [(step, item) for step in STEPS for item in new.of(step)]
    pairs: dict[Place, Where] = {}
    for key in _KEYS:
        by_key: dict[Hashable, list[Where]] = {}
        for where in left:
            by_key.setdefault(key(*where), []).append(where)
        used: set[Place] = set()
        for step, item in waiting:
            if same := by_key.get(key(step, item)):
                pairs[step, item.id] = same[0]
                used.add((same[0][0], same[0][1].id))
                del same[0]
        left = [where for where in left if (where[0], where[1].id) not in used]
        waiting = [where for where in waiting if (where[0], where[1].id) not in pairs]
    return pairs, {(step, item.id) for step, item in left}


_KEYS: tuple[Callable[[str, Item], Hashable], ...] = (
    lambda step, item: (step, item.id, item.text),
    lambda step, item: (step, item.text),
    lambda step, item: (step, item.id),
    lambda step, item: (item.id, item.text),
    lambda step, item: item.text,
)
"""What makes two items the same one, the surest first."""


def _kept_order(step: str, old: Plan, new: Plan, pairs: Mapping[Place, Where]) -> set[str]:
    """Return the old ids of the items of a step that stand in the order in which they stood."""
    at = {item.id: number for number, item in enumerate(old.of(step))}
    here = [pairs[step, item.id] for item in new.of(step) if (step, item.id) in pairs]
    stayed = [item.id for old_step, item in here if old_step == step]
    return {stayed[number] for number in _longest_rise([at[item_id] for item_id in stayed])}


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """Return the places of a longest row of `numbers` in which each is larger than the one before."""
    from bisect import bisect_left

    ends: list[int] = []
    end_places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(end_places[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        end_places[length : length + 1] = [place]
    row: list[int] = []
    place = end_places[-1] if end_places else -1
    while place >= 0:
        row.append(place)
        place = before[place]
    return row


def _of_pair(before: Where, step: str, item: Item, in_order: set[str]) -> list[Change]:
    old_step, old = before
    found: list[Change] = []
    if old_step != step:
        found.append(Change(MOVED, step, item.id, item.text, from_step=old_step))
    elif old.id not in in_order:
        found.append(_change(MOVED, step, item))
    details = _details(_said(old), _said(item))
    return [*found, Change(CHANGED, step, item.id, item.text, details)] if details else found


def _said(item: Item) -> dict[str, object]:
    said = {key: getattr(item, key.replace("-", "_")) for key in ITEM_KEYS if key != "id"}
    return said | item.extra


def _around(plan: Plan) -> dict[str, object]:
    """Return what is said of the plan and of the person, flat."""
    document = plan_to_document(replace(plan, items={}))
    about = document.pop("about-me", {})
    flat = {f"about-me.{key}": value for key, value in about.items()} if isinstance(about, dict) else {}
    return document | flat


def _details(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[Detail, ...]:
    keys = dict.fromkeys((*before, *after))
    return tuple(
        Detail(key, _as_text(before.get(key)), _as_text(after.get(key)))
        for key in keys
        if before.get(key) != after.get(key)
    )


def _as_text(value: object) -> str:
    if value is None or value is False:
        return ""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return "yes" if value is True else str(value)

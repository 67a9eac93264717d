"""Putting two edits of one plan together.

Invariant: what either side wrote is kept. Who one side marked as not safe is marked in every version that is
kept, and a name is never put together with a number from elsewhere.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.core.good_for import together
from copecli.core.plan import LONGEST_ITEM, STEPS, AboutMe, Item, Plan, free_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    Value = TypeVar("Value")

_WHO = ("text", "phone", "sms", "skill", "extra")
"""What an item is. Where the two sides say different things of it, it stands twice."""
_DETAILS = (
    "kind",
    "likelihood",
    "barrier",
    "way_round",
    "how_known",
    "when",
    "may_tell",
    "address",
    "emergency_contact",
    "from_idea",
)
_MARKS = ("not_safe", "private")
ELSEWHERE = "-elsewhere"
"""Behind a key of which both sides say something: what the other side said."""


def merge(base: Plan, mine: Plan, theirs: Plan) -> Plan:
    """Return one plan out of two edits of `base`; what either side wrote is kept.

    An item that one side changed and the other removed is kept; of an item that both changed, what the two
    say of it is put together where it is still the same item, else it stands twice, mine first.
    """
    items = {step: _merged(base.of(step), mine.of(step), theirs.of(step)) for step in STEPS}
    extra = _merged_extra(base.extra, mine.extra, theirs.extra)
    merged = Plan(
        {step: found for step, found in items.items() if found},
        extra,
        kept_at=_both(extra, "kept-at", base.kept_at, mine.kept_at, theirs.kept_at),
        copies=_list(base.copies, mine.copies, theirs.copies),
        review_on=_both(extra, "review-on", base.review_on, mine.review_on, theirs.review_on),
        likelihood=_number(extra, "likelihood", base.likelihood, mine.likelihood, theirs.likelihood),
        made_with=_both(extra, "made-with", base.made_with, mine.made_with, theirs.made_with),
        about_me=_about_me(base.about_me, mine.about_me, theirs.about_me),
    )
    return _also_marked(base, theirs, mine, _also_marked(base, mine, theirs, merged))


def _also_marked(base: Plan, by: Plan, other: Plan, merged: Plan) -> Plan:
    """Return `merged` with whom `by` marked as not safe marked wherever the other side has put them, too."""
    named: set[str] = set()
    moved: set[str] = set()
    for step in STEPS:
        before = {item.id: item.not_safe for item in base.of(step)}
        new = [item for item in by.of(step) if item.not_safe and not before.get(item.id, False)]
        there = {item.id for item in other.of(step)}
        named |= {name for item in new if (name := _name(item))}
        moved |= {item.id for item in new if item.id in before and item.id not in there}
    if not (named or moved):
        return merged
    for step in STEPS:
        seen = {item.id for item in by.of(step)}
        before_here = {item.id for item in base.of(step)}
        for item in merged.of(step):
            same = _name(item) in named or (item.id in moved and item.id not in before_here)
            if same and item.id not in seen and not item.not_safe:
                merged = merged.change(step, replace(item, not_safe=True))
    return merged


def _name(item: Item) -> str:
    return " ".join(item.text.casefold().split())


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
        if theirs_now is None:
            merged += [item] if before.get(item.id) != item else []
            continue
        kept = _of_one_item(before.get(item.id), item, theirs_now)
        if len(kept) == 2:
            kept = (kept[0], replace(kept[1], id=free_id(item.id, taken)))
            taken.add(kept[1].id)
        merged += kept
    mine_ids = {item.id for item in mine}
    return (*merged, *(item for item in theirs if item.id not in mine_ids and before.get(item.id) != item))


def _of_one_item(base: Item | None, mine: Item, theirs: Item) -> tuple[Item, ...]:
    """Return the item that both sides have, once or twice."""
    if theirs in (base, mine):
        return (mine,)
    if mine == base:
        return (theirs,)
    marks = {
        name: _one(getattr(base, name, False), getattr(mine, name), getattr(theirs, name)) for name in _MARKS
    }
    if base is None:
        marks = {name: getattr(mine, name) or getattr(theirs, name) for name in _MARKS}
    details: dict[str, Any] = {}
    good_for = together(mine.good_for, theirs.good_for, base.good_for if base else None)
    if good_for is None:
        return (replace(mine, **marks), replace(theirs, **marks))
    details["good_for"] = good_for
    for name in (*_WHO, *_DETAILS):
        before, here, there = (getattr(side, name, None) for side in (base, mine, theirs))
        if here != there and (base is None or name in _WHO or before not in (here, there)):
            return (replace(mine, **marks), replace(theirs, **marks))
        details[name] = there if here == before else here
    return (replace(mine, **details, **marks),)


def _one(base: Value, mine: Value, theirs: Value) -> Value:
    """Return the value of the side that changed it; mine where both did."""
    return theirs if mine == base else mine


def _both(beside: dict[str, object], key: str, base: str, mine: str, theirs: str) -> str:
    """Return the words of the side that changed them; of both, one below the other, where both did.

    Where that is more than a plan's text may hold, theirs goes into `beside`, under a key of its own.
    """
    if base in (mine, theirs):
        return _one(base, mine, theirs)
    if not theirs or f"\n{theirs}\n" in f"\n{mine}\n":
        return mine
    if not mine or f"\n{mine}\n" in f"\n{theirs}\n":
        return theirs
    if len(mine) + len(theirs) < LONGEST_ITEM:
        return f"{mine}\n{theirs}"
    _put_beside(beside, key, theirs)
    return mine


def _number(
    beside: dict[str, object], key: str, base: int | None, mine: int | None, theirs: int | None
) -> int | None:
    """Return the number of the side that changed it; where both did mine, and theirs goes into `beside`."""
    if base not in (mine, theirs) and mine != theirs:
        if mine is None:
            return theirs
        if theirs is not None:
            _put_beside(beside, key, theirs)
    return _one(base, mine, theirs)


def _put_beside(beside: dict[str, object], key: str, value: object) -> None:
    while beside.get(key, value) != value or not key.endswith(ELSEWHERE):
        key += ELSEWHERE
    beside[key] = value


def _list(base: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    """Return what either side added, without what either side took out."""
    if base in (mine, theirs):
        return _one(base, mine, theirs)
    gone = {one for one in base if one not in mine or one not in theirs}
    return tuple(dict.fromkeys(one for one in (*mine, *theirs) if one not in gone))


def _about_me(base: AboutMe, mine: AboutMe, theirs: AboutMe) -> AboutMe:
    extra = _merged_extra(base.extra, mine.extra, theirs.extra)
    return AboutMe(
        _both(extra, "helps", base.helps, mine.helps, theirs.helps),
        _both(extra, "does-not", base.does_not, mine.does_not, theirs.does_not),
        _both(extra, "access", base.access, mine.access, theirs.access),
        extra,
    )


def _merged_extra(
    base: dict[str, object], mine: dict[str, object], theirs: dict[str, object]
) -> dict[str, object]:
    """Return the unknown keys of both, each from the side that changed it; where both did, both stand."""
    gone = object()
    merged: dict[str, object] = {}
    both: dict[str, object] = {}
    for key in {**theirs, **mine}:
        before, here, there = (side.get(key, gone) for side in (base, mine, theirs))
        value = there if here == before or (here is gone and there != before) else here
        if value is not gone:
            merged[key] = value
        if gone not in (here, there) and before not in (here, there) and here != there:
            both[key] = there
    for key, there in both.items():
        _put_beside(merged, key, there)
    return merged

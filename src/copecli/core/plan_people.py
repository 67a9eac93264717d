"""Who in a plan may be offered: nobody who is not safe for the person, and "nobody yet" is nobody.

Invariant: whoever is marked as not safe in one place is offered in none: the mark goes with the name and with
each of the numbers, in every step of the plan.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.core.plan import PLACE, STEPS, WITH_PHONE
from copecli.core.text import clean_own_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copecli.core.plan import Item, Plan

NOBODY = ("nobody", "no one", "none")
"""How an answer begins that says that there is nobody, in English; `yet` may follow."""

FEWEST_DIGITS = 6
"""Of a number that tells somebody apart: 112 and the like are everybody's."""


def says_nobody(item: Item) -> bool:
    """Return whether the item is the answer that there is nobody."""
    words = clean_own_line(item.text).casefold().partition(".")[0].removesuffix(" yet")
    return words in NOBODY and not (item.phone.strip() or item.sms.strip())


def with_marks(plan: Plan) -> Plan:
    """Return the plan with the mark "not safe" wherever somebody stands who has it in one place."""
    marked = [item for step in STEPS for item in plan.of(step) if item.not_safe]
    if not marked:
        return plan
    names = {_folded(item.text) for item in marked} - {""}
    numbers = {number for item in marked for number in _numbers(item)}

    def same(item: Item) -> bool:
        named = item.kind != PLACE and _folded(item.text) in names
        return named or any(_alike(one, other) for one in numbers for other in _numbers(item))

    for step in filter(WITH_PHONE.__contains__, STEPS):
        items = tuple(replace(item, not_safe=item.not_safe or same(item)) for item in plan.of(step))
        plan = plan.with_step(step, items)
    return plan


def offered(plan: Plan, *steps: str) -> tuple[Item, ...]:
    """Return the items of `steps` that may be offered to whoever wrote the plan, in their order."""
    known = with_marks(plan)
    return tuple(
        item for step in steps for item in known.of(step) if not (item.not_safe or says_nobody(item))
    )


def to_reach(plan: Plan, *steps: str) -> tuple[Item, ...]:
    """Return who of `steps` may be offered and has a number; of every step where none is named."""
    wanted = steps or tuple(filter(WITH_PHONE.__contains__, STEPS))
    return tuple(item for item in offered(plan, *wanted) if item.phone.strip() or item.sms.strip())


def _folded(text: str) -> str:
    return clean_own_line(text).casefold().strip(" .")


def _numbers(item: Item) -> Iterator[str]:
    """Yield the digits of each number of an item that tells somebody apart."""
    for written in (item.phone, item.sms, item.emergency_contact):
        digits = "".join(character for character in written if character.isdecimal()).lstrip("0")
        if len(digits) >= FEWEST_DIGITS:
            yield digits


def _alike(one: str, other: str) -> bool:
    """Return whether two numbers may be one, written with and without a country's code."""
    return one.endswith(other) or other.endswith(one)

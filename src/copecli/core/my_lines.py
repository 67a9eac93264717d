"""What a person has made of the crisis lines: their own, those they pinned, those they hid.

Invariant: what is theirs comes first, in their order, and nothing hidden or too old to trust is among the
lines that are offered. A pin or a hidden line that is no longer there is passed over.

A line of one's own stands in the safety plan, as a service of step 5, and nowhere else: there it is printed,
kept in every version and taken along with the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.lines import CrisisLine, may_have_changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copecli.core.plan import Item, Plan

OWN = "own-"
"""How the id of a person's own line begins; no country has that code."""

FEWEST_DIGITS = 3
"""Of a number by which a line of the plan is known to be one of ours."""


@dataclass(frozen=True, slots=True)
class Mine:
    """A person's lines."""

    own: tuple[CrisisLine, ...] = ()
    pinned: tuple[str, ...] = ()
    """Ids, in their order."""
    hidden: frozenset[str] = frozenset()
    """Ids."""
    abroad: tuple[CrisisLine, ...] = ()
    """The pinned lines of countries that are not shown."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """The lines of some countries, as a person wants to see them."""

    mine: tuple[CrisisLine, ...]
    """Own lines, then pinned ones."""
    others: tuple[CrisisLine, ...]
    old: tuple[CrisisLine, ...]
    """What may have changed: never offered as a line."""
    hidden: tuple[CrisisLine, ...]

    @property
    def to_call(self) -> tuple[CrisisLine, ...]:
        """Return those of the person's that have a number."""
        return tuple(line for line in self.mine if line.reachable)


def is_own(line: CrisisLine) -> bool:
    """Return whether the person wrote it."""
    return line.id.startswith(OWN)


def sort_out(lines: Sequence[CrisisLine], mine: Mine, today: str) -> Sorted:
    """Return the lines in the order in which they are shown to this person."""
    known = {line.id: line for line in (*lines, *mine.abroad)}
    old = {line.id for line in known.values() if may_have_changed(line, today)}
    usable = [line for line in known.values() if line.id not in old | mine.hidden]
    own = [_of_ours(line, usable) for line in mine.own]
    pinned = [known[one] for one in mine.pinned if one in known and known[one] in usable]
    first = tuple({line.id: line for line in (*own, *pinned)}.values())
    abroad = {line.id for line in mine.abroad}
    here = [line for line in usable if line.id not in abroad and line not in first]
    return Sorted(
        mine=first,
        others=tuple(here),
        old=tuple(line for line in lines if line.id in old - mine.hidden),
        hidden=tuple(line for line in lines if line.id in mine.hidden),
    )


def _of_ours(own: CrisisLine, ours: Iterable[CrisisLine]) -> CrisisLine:
    """Return the line that we know by the number of an own one: it has its hours and its date."""
    numbers = _numbers(own)
    return next((line for line in ours if numbers & _numbers(line)), own) if numbers else own


def _numbers(line: CrisisLine) -> set[str]:
    found = ("".join(filter(str.isdecimal, number)) for number in (line.phone, line.sms))
    return {digits for digits in found if len(digits) >= FEWEST_DIGITS}


def own_lines(plan: Plan) -> tuple[CrisisLine, ...]:
    """Return the crisis lines that the person wrote into the plan; none that is not safe for them."""
    from copecli.core.plan import PEOPLE, PROFESSIONALS
    from copecli.core.plan_people import offered

    return tuple(_line(item) for item in offered(plan, PROFESSIONALS, PEOPLE) if is_a_line(item))


def is_a_line(item: Item) -> bool:
    """Return whether an item of the plan is a crisis line."""
    from copecli.core.plan import LINE

    return item.kind == LINE


def _line(item: Item) -> CrisisLine:
    from copecli.core.text import clean_own_line

    phone, texts, when, name = map(clean_own_line, (item.phone, item.sms, item.when, item.text))
    sms, _space, keyword = texts.removesuffix(")").partition(" (")  # as an idea writes it: 51444 (HELP)
    if not keyword.isalpha():
        sms, keyword = texts, ""
    return CrisisLine(
        f"{OWN}{item.id}",
        name or phone or sms,
        phone=phone,
        sms=sms,
        sms_keyword=keyword,
        hours=when,
    )

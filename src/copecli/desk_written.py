"""What was written down as lists, page by page, for both faces and for commands.

Invariant: a page reads no more than it shows, or a bounded number where some do not belong in it, however
much there is; the newest comes first.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from copecli.core.chain import TriggerMap
from copecli.core.checkin import CheckIn
from copecli.core.efficacy import proof_of
from copecli.core.errors import NothingFound
from copecli.core.ids import is_id
from copecli.core.record_words import told
from copecli.core.records import GoodMoment
from copecli.core.uses import PlanWalk, Use, Wave
from copecli.core.written_words import CHECK_INS, DID, GOOD, KINDS, MAPS, MARKED, NOTED
from copecli.desk_records import titles
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeVar

    from copecli.core.records import Record
    from copecli.desk import Desk

    R = TypeVar("R", bound=Record)

SHOWN = 50
"""Records of one page."""
LOOKED_AT = 500
"""Records that are looked at for one page, where some of them do not belong in it."""

_OF = {
    CHECK_INS: (CheckIn,),
    MAPS: (TriggerMap,),
    GOOD: (GoodMoment,),
    DID: (Use, Wave, PlanWalk, TriggerMap),
    NOTED: (Use, Wave, PlanWalk),
}
"""The kinds of record that a list is drawn from."""


_CALLED = {
    CHECK_INS: (
        N_("No check-in is here yet."),
        N_("`cope checkin` begins one."),
        N_("No check-in is called that."),
        N_("`cope checkin list` shows them all."),
    ),
    MAPS: (
        N_("No trigger map is here yet."),
        N_("`cope triggers` begins one."),
        N_("No trigger map is called that."),
        N_("`cope triggers list` shows them all."),
    ),
}
"""(there is none yet, what to do then, there is none of that name, what to do then), for commands."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of a list."""

    rows: tuple[tuple[Record, str], ...] = ()
    """Each record with its line, the newest first."""
    earlier: Record | None = None
    """Where the next page goes on; None where this is the last."""


def kinds_here(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Return (id, words) of the lists that hold anything; raise JournalUnreadable."""
    return tuple((kind, words) for kind, words in KINDS if _any(desk, kind))


def _any(desk: Desk, kind: str) -> bool:
    if kind == DID:
        first = page(desk, DID, shown=1)
        return bool(first.rows or first.earlier)
    return any(desk.journal.count(found) > 0 for found in _OF[kind])


def page(desk: Desk, kind: str, before: Record | None = None, shown: int = SHOWN) -> Listed:
    """Return a page of a list, from after `before` on; raise JournalUnreadable."""
    names, today = titles(desk) if Use in _OF[kind] else {}, desk.today()
    rows: list[tuple[Record, str]] = []
    last = before
    for looked, record in enumerate(every(desk, kind, before)):
        if len(rows) == shown or looked == LOOKED_AT:
            return Listed(tuple(rows), last)
        last = record
        line = _line(record, kind, names, today)
        if line:
            rows.append((record, line))
    return Listed(tuple(rows))


def every(desk: Desk, kind: str, before: Record | None = None) -> Iterator[Record]:
    """Yield the records that a list is drawn from, the newest first; raise JournalUnreadable."""
    from heapq import merge

    rows = [_stream(desk, found, before) for found in _OF[kind]]
    return rows[0] if len(rows) == 1 else merge(*rows, key=_place, reverse=True)


def _stream(desk: Desk, kind: type[Record], before: Record | None) -> Iterator[Record]:
    while found := desk.journal.newest(kind, before, SHOWN + 1):
        yield from found
        before = found[-1]


def _place(record: Record) -> tuple[int, str]:
    return record.when.utc_ms, record.id


def _line(record: Record, kind: str, names: Mapping[str, str], today: str) -> str:
    """Return the line of a record in a list of that kind; nothing where it does not belong there."""
    if kind == DID:
        proof = proof_of(record, names, today)
        marked = f" {_(MARKED)}" if record.starred else ""
        return proof.words.worded(_) + marked if proof else ""
    return told(record, names, today).worded(_)


def record_called(desk: Desk, kind: type[R], name: str) -> R:
    """Return the record of that number (1 is the newest) or id; raise NothingFound or JournalUnreadable."""
    number = int(name) if name.isascii() and name.isdecimal() and len(name) < 10 else 0
    none, begin, unknown, lists = _CALLED[kind.kind]
    if number:
        found = next(islice(_stream(desk, kind, None), number - 1, None), None)
    else:
        found = desk.journal.get(name) if is_id(name) else None
    if isinstance(found, kind):
        return found
    if not desk.journal.newest(kind, limit=1):
        raise NothingFound(none, do=begin)
    raise NothingFound(unknown, do=lists)


def none_yet(kind: type[Record]) -> NothingFound:
    """Return the answer where there is none of a kind."""
    none, begin, _unknown, _lists = _CALLED[kind.kind]
    return NothingFound(none, do=begin)

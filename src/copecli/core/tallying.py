"""From records to their sums: what each one adds, as rows of whole numbers.

Invariant: what a record adds depends on nothing but the record, so taking it away is adding the same with the
other sign. `Sums` is the one way in which sums are made, whether one record at a time or from scratch.
"""

from __future__ import annotations

from copecli.core import tallies as t
from copecli.core.chain import TriggerMap
from copecli.core.checkin import CheckIn
from copecli.core.plan import DISTRACTION, PEOPLE, PROFESSIONALS
from copecli.core.records import HARD
from copecli.core.tallies import Helped, Rated, Spread, Tallies
from copecli.core.uses import CANT_TELL, EASIER, HARDER, SAME, PlanWalk, Use, Wave

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copecli.core.records import Record

RATED, HELPED, COUNTED = "rated", "helped", "counted"
TABLES = (RATED, HELPED, COUNTED)

LONGEST_WORD = 100
"""Characters of a word that is summed up by; what is longer is a text and no word."""

Key = tuple[str, str, str]
"""(table, part or skill, key or state)"""
Row = tuple[int, ...]
"""COLUMNS of the table, in their order."""

_WORDS = (EASIER, SAME, HARDER, CANT_TELL)
_REACHING = frozenset({DISTRACTION, PEOPLE, PROFESSIONALS})


def _spread(name: str) -> tuple[str, str, str]:
    return f"{name}_n", f"{name}_total", f"{name}_squares"


COLUMNS: dict[str, tuple[str, ...]] = {
    RATED: ("count", *_spread("distress"), *_spread("urge"), *_spread("able")),
    HELPED: (
        *("uses", "easier", "same", "harder", "cant_tell"),
        *_spread("change"),
        *_spread("easier_change"),
        *_spread("same_change"),
        *_spread("harder_change"),
        *_spread("cant_tell_change"),
    ),
    COUNTED: ("count",),
}
"""What each table holds beside its key."""


def added_by(record: Record) -> Iterator[tuple[Key, Row]]:
    """Yield what the record adds."""
    yield (COUNTED, t.KIND, record.kind), (1,)
    if isinstance(record, CheckIn):
        yield from _of_check_in(record)
    elif isinstance(record, Use):
        yield from _of_use(record)
    elif isinstance(record, Wave):
        if record.finished:  # "You rode out 4 waves" is to be true of every one of them
            yield (COUNTED, t.GAIN, t.WAVES), (1,)
    elif isinstance(record, PlanWalk):
        reached = sum(step in _REACHING for step, _item in record.done)
        if reached:
            yield (COUNTED, t.GAIN, t.REACHED), (reached,)
    elif isinstance(record, TriggerMap):
        yield from _of_map(record)


def _of_check_in(record: CheckIn) -> Iterator[tuple[Key, Row]]:
    row = (1, *_numbers(record.distress), *_numbers(record.urge), *_numbers(record.able))
    when = record.when
    for part, keys in (
        (t.FEELING, _distinct(record.feelings)),
        (t.TAG, _distinct(record.tags)),
        (t.HOUR, (f"{when.hour():02d}",)),
        (t.WEEKDAY, (str(when.weekday()),)),
        (t.DAY, (when.date(),)),
        (t.MONTH, (when.month(),)),
    ):
        for key in keys:
            yield (RATED, part, key), row


def _of_use(record: Use) -> Iterator[tuple[Key, Row]]:
    change = _numbers(record.change)
    said = tuple(int(record.ease == word) for word in _WORDS)
    both = (number for was_said in said for number in (change if was_said else (0, 0, 0)))
    yield (HELPED, _key(record.skill), _key(record.state)), (1, *said, *change, *both)
    yield (COUNTED, t.GAIN, t.USES), (1,)
    if max(record.distress_before or 0, record.urge_before or 0) >= HARD:
        yield (COUNTED, t.GAIN, t.HARD_USES), (1,)


def _of_map(record: TriggerMap) -> Iterator[tuple[Key, Row]]:
    for part, words in (
        (t.FUNCTION, record.needs),
        (t.VULNERABLE, record.vulnerable),
        (t.TRIGGER, record.before),
        (t.DID, (record.did,)),
    ):
        for word in _distinct(words):
            yield (COUNTED, part, word), (1,)


def _numbers(value: int | None) -> Row:
    return (0, 0, 0) if value is None else (1, value, value * value)


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words, each once and without spare spaces; a text is no word."""
    keys = (_key(word) for word in words if len(word) <= LONGEST_WORD)
    return tuple(dict.fromkeys(filter(None, keys)))


def _key(word: str) -> str:
    """Return what a word is summed up under: one that any file can hold, and that is not long."""
    folded = " ".join(word[:LONGEST_WORD].split())
    return folded if folded.isascii() else folded.encode("utf-8", "replace").decode()


class Sums:
    """Rows that grow, or shrink, by record."""

    __slots__ = ("_rows",)

    def __init__(self) -> None:
        self._rows: dict[Key, list[int]] = {}

    def add(self, record: Record, sign: int = 1) -> None:
        """Add what the record adds; take it away with a sign of -1."""
        for key, row in added_by(record):
            there = self._rows.get(key)
            if there is None:
                self._rows[key] = [sign * number for number in row]
            else:
                for at, number in enumerate(row):
                    there[at] += sign * number

    def rows(self) -> Iterator[tuple[Key, Row]]:
        """Yield every row that is not nothing."""
        for key, row in self._rows.items():
            if any(row):
                yield key, tuple(row)


def tallies_of(records: Iterable[Record]) -> Tallies:
    """Return the sums of these records, from scratch."""
    sums = Sums()
    for record in records:
        sums.add(record)
    return tallies_of_rows(sums.rows())


def tallies_of_rows(rows: Iterable[tuple[Key, Row]]) -> Tallies:
    """Return rows as what they mean."""
    rated: dict[str, dict[str, Rated]] = {}
    helped: dict[tuple[str, str], Helped] = {}
    counted: dict[str, dict[str, int]] = {}
    for (table, first, second), row in rows:
        if table == RATED:
            rated.setdefault(first, {})[second] = rated_of(row)
        elif table == HELPED:
            helped[first, second] = helped_of(first, second, row)
        else:
            counted.setdefault(first, {})[second] = row[0]
    return Tallies(rated, helped, counted)


def rated_of(row: Row) -> Rated:
    """Return a row of RATED as what it means."""
    return Rated(row[0], Spread(*row[1:4]), Spread(*row[4:7]), Spread(*row[7:10]))


def helped_of(skill: str, state: str, row: Row) -> Helped:
    """Return a row of HELPED as what it means."""
    uses, easier, same, harder, cant_tell = row[:5]
    spreads = (Spread(*row[at : at + 3]) for at in range(5, 20, 3))
    return Helped(skill, state, uses, easier, same, harder, cant_tell, *spreads)

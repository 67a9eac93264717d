"""The journal: what a person noted about hard moments and good ones, kept in one file on this computer.

Invariant: what was said to be saved is on the disk, whole; sums and records change together; and nothing that
is wrong with the file stands in the way of anything but the journal. Where nothing was saved yet there is no
file, and all of it is empty.
"""

from __future__ import annotations

from copecli.core.fields import FormatProblem
from copecli.core.ids import RANDOM_BYTES, derived_id, next_id
from copecli.core.record_format import same_but_id, to_line
from copecli.core.tallying import HELPED, RATED, TABLES, Sums, helped_of, rated_of, tallies_of_rows
from copecli.core.when import DAY_MS, day_number
from copecli.system import clock, journal_rows
from copecli.system import journal_trouble as trouble
from copecli.system.journal_file import JournalFile
from copecli.system.journal_trouble import JournalUnreadable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TypeVar

    import apsw

    from copecli.core.errors import CopeError
    from copecli.core.records import Record
    from copecli.core.tallies import Helped, Rated, Tallies
    from copecli.core.when import When
    from copecli.system.paths import Paths

    R = TypeVar("R", bound=Record)
    T = TypeVar("T")

__all__ = ["Journal", "JournalUnreadable"]

PAGE = 50
"""Records that are listed at a time."""

NEW, KNOWN, BESIDE = range(3)
"""What became of a record that was taken in: it is new, it was here, it stands beside another of its id."""


class Journal:
    """Everything that can be done with it; opened when first needed."""

    def __init__(
        self,
        paths: Paths,
        *,
        saving: bool = True,
        now: Callable[[], When] = clock.now,
        chance: Callable[[int], bytes] | None = None,
        tell: Callable[[CopeError], None] = lambda _trouble: None,
    ) -> None:
        """Stand before the journal of `paths`; `tell` hears of damage that is found after a save."""
        self._file = JournalFile(paths.journal_file, lambda: now().date(), tell)
        self.saving = saving
        """Whether anything may be written."""
        self._chance = chance
        self._last_id = ""
        self.now = now
        """The present moment."""
        self.passed_over = 0
        """Records that were met so far and could not be read; they are kept as they are."""

    def close(self) -> None:
        """Let go of the file; the next question opens it again."""
        self._file.close()

    def settle(self) -> None:
        """Wait until what a save has left to do is done: once a day the file is looked through."""
        self._file.settle()

    def new_id(self) -> str:
        """Return the id of a new record: later ones are greater, even where the clock goes back."""
        if self._chance is None:
            from os import urandom

            self._chance = urandom
        self._last_id = next_id(self._last_id, self.now().utc_ms, self._chance(RANDOM_BYTES))
        return self._last_id

    # what changes it; each raises NotSaved, and then nothing was changed

    def add(self, record: R) -> R:
        """Save a new record, or one that was deleted, and return it as it was saved.

        Where another one of that id is there already, this one is saved beside it, under an id of its own.
        """
        line = self._line(record)
        return self._save(lambda db: _put_beside(db, record, line), trouble.THINGS[record.kind])

    def change(self, record: R, before: Record | None = None) -> R:
        """Save `record` in the place of the one of its id, and return it as it was saved.

        Where another window has changed the one that the edit began with (`before`), both are kept, this one
        beside the other under an id of its own. Where it was deleted meanwhile, it comes back.
        """
        line = self._line(record)
        began = None if before is None else to_line(before)

        def put(db: apsw.Connection) -> R:
            there = journal_rows.line_of(db, record.id)
            if there is not None and began is not None and there not in (began, line):
                return _put_beside(db, record, line)
            _replace(db, record, line, there)
            return record

        return self._save(put, trouble.THINGS[record.kind])

    def delete(self, record_id: str) -> Record | None:
        """Remove a record for good and return it, for `add` to bring back; None where there is none."""

        def take(db: apsw.Connection) -> Record | None:
            there = journal_rows.line_of(db, record_id)
            if there is None:
                return None
            old = journal_rows.record_of(there)
            journal_rows.take_out(db, record_id)
            if old is None:
                journal_rows.recount(db)
            else:
                _count(db, old, -1)
            return old

        return self._save(take, trouble.JOURNAL) if self._file.exists() else None

    def recount(self) -> None:
        """Make the sums anew from the records; for what was damaged."""
        if self._file.exists():
            self._save(journal_rows.recount, trouble.JOURNAL)

    def _line(self, record: Record) -> bytes:
        try:
            return to_line(record)
        except FormatProblem as problem:
            raise trouble.unfit(problem, trouble.THINGS[record.kind]) from problem

    def _save(self, do: Callable[[apsw.Connection], T], thing: str) -> T:
        if not self.saving:
            raise trouble.saving_is_off(thing)
        return self._file.write(do, thing)

    # what is asked of it; each raises JournalUnreadable

    def get(self, record_id: str) -> Record | None:
        """Return the record of that id, or None."""
        return journal_rows.record_of(self._file.read(lambda db: journal_rows.line_of(db, record_id)))

    def newest(self, kind: type[R], before: Record | None = None, limit: int = PAGE) -> tuple[R, ...]:
        """Return up to `limit` records of a kind, the newest first, from after `before` on."""
        at = _place(before)
        return self._read(lambda db: journal_rows.newest(db, kind.kind, at, limit), kind)

    def starred(self, before: Record | None = None, limit: int = PAGE) -> tuple[Record, ...]:
        """Return up to `limit` records of any kind that the person marked, the newest first."""
        from copecli.core.records import Record

        at = _place(before)
        return self._read(lambda db: journal_rows.starred(db, at, limit), Record)

    def of_period(self, kind: type[R], since_ms: int, until_ms: int) -> tuple[R, ...]:
        """Return the records of a kind from `since_ms` (UTC) to before `until_ms`, the oldest first."""
        return self._read(lambda db: journal_rows.between(db, kind.kind, since_ms, until_ms), kind)

    def of_days(self, kind: type[R], first: str, last: str) -> tuple[R, ...]:
        """Return the records of a kind of the days `first` to `last` (ISO), by the clock on the wall."""
        since, until = (day_number(first) - 1) * DAY_MS, (day_number(last) + 2) * DAY_MS
        found = self.of_period(kind, since, until)
        return tuple(record for record in found if first <= record.when.date() <= last)

    def count(self, kind: type[Record]) -> int:
        """Return how many records of a kind there are."""
        return self._file.read(lambda db: journal_rows.count(db, kind.kind)) or 0

    def tallies(self) -> Tallies:
        """Return all sums."""
        rows = self._file.read(
            lambda db: [row for table in TABLES for row in journal_rows.kept_sums(db, table)]
        )
        return tallies_of_rows(rows or ())

    def rated(self, part: str, first: str = "", last: str = "") -> Mapping[str, Rated]:
        """Return check-ins by one part of `tallies.RATED_PARTS`, by key, from `first` to `last` if said."""
        rows = self._file.read(lambda db: list(journal_rows.kept_sums(db, RATED, part, first, last)))
        return {key: rated_of(row) for (_table, _part, key), row in rows or ()}

    def helped(self) -> tuple[Helped, ...]:
        """Return how it was after each skill in each state."""
        rows = self._file.read(lambda db: list(journal_rows.kept_sums(db, HELPED)))
        return tuple(helped_of(skill, state, row) for (_table, skill, state), row in rows or ())

    def look_through(self) -> None:
        """Look through the whole file for damage; for a check that is in no hurry."""
        self._file.look_through()

    # what export and import stand on

    def lines(self, take: Callable[[Iterable[bytes]], None]) -> None:
        """Hand every record over as its line, in a stable order, as of one moment."""

        def hand_over(db: apsw.Connection) -> None:
            take(line for line in journal_rows.every_line(db) if line is not None)

        self._file.read(hand_over)

    def take_in(
        self, records: Iterable[tuple[Record, bytes]], then: Callable[[], None]
    ) -> tuple[int, int, int]:
        """Take records in, all of them or none; return how many are new, known, and beside others.

        `then` is done before they are there for good: what it raises takes all of them back.
        """

        def take(db: apsw.Connection) -> tuple[int, int, int]:
            counts = [0, 0, 0]
            sums = Sums()
            for record, line in records:
                counts[_taken(db, record, line, sums)[0]] += 1
            journal_rows.apply(db, sums)
            then()
            new, known, beside = counts
            return new, known, beside

        return self._save(take, trouble.JOURNAL)

    def _read(self, do: Callable[[apsw.Connection], Iterable[bytes | None]], kind: type[R]) -> tuple[R, ...]:
        lines = self._file.read(lambda db: list(do(db))) or []
        found = [record for record in map(journal_rows.record_of, lines) if isinstance(record, kind)]
        self.passed_over += len(lines) - len(found)
        return tuple(found)


def _place(before: Record | None) -> tuple[int, str] | None:
    return None if before is None else (before.when.utc_ms, before.id)


def _put_beside(db: apsw.Connection, record: R, line: bytes) -> R:
    """Put the record in and return it as it is now, under another id where another has its own."""
    sums = Sums()
    found = _taken(db, record, line, sums)[1]
    journal_rows.apply(db, sums)
    return found


def _taken(db: apsw.Connection, record: R, line: bytes, sums: Sums) -> tuple[int, R]:
    """Return (NEW, KNOWN or BESIDE, the record as it is in the journal now)."""
    there = journal_rows.line_of(db, record.id)
    if there == line:
        return KNOWN, record
    if there is None:
        journal_rows.put(db, record, line)
        sums.add(record)
        return NEW, record
    other = same_but_id(record, derived_id(line))
    how, found = _taken(db, other, to_line(other), sums)
    return BESIDE if how == NEW else how, found


def _replace(db: apsw.Connection, record: Record, line: bytes, there: bytes | None) -> None:
    old = journal_rows.record_of(there)
    journal_rows.put(db, record, line)
    if there is not None and old is None:
        journal_rows.recount(db)
        return
    sums = Sums()
    if old is not None:
        sums.add(old, -1)
    sums.add(record)
    journal_rows.apply(db, sums)


def _count(db: apsw.Connection, record: Record, sign: int) -> None:
    sums = Sums()
    sums.add(record, sign)
    journal_rows.apply(db, sums)

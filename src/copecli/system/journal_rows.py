"""The journal's tables, and every statement that reads or writes them.

Invariant: the sums change in the same transaction as the records that they are made of; a row of sums that
has become nothing is taken out, with the words that are its key. Each statement that a screen waits for goes
by an index.
"""

from __future__ import annotations

from copecli.core.fields import FormatProblem
from copecli.core.record_format import KINDS, from_line
from copecli.core.tallying import COLUMNS, COUNTED, HELPED, RATED, TABLES, Sums
from copecli.system.journal_trouble import RowsDamaged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import apsw

    from copecli.core.records import Record
    from copecli.core.tallying import Key, Row

KEYS = {RATED: ("part", "key"), HELPED: ("skill", "state"), COUNTED: ("part", "key")}

RECORDS = """
CREATE TABLE record (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    ms INTEGER NOT NULL,      -- milliseconds since 1970 in UTC
    starred INTEGER NOT NULL,
    line TEXT NOT NULL        -- the whole record as one line of JSON, as it is exported
) STRICT;
CREATE INDEX record_by_time ON record (kind, ms, id);
CREATE INDEX record_starred ON record (ms, id) WHERE starred;
"""
ABOUT = "CREATE TABLE about (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"

_LINE = "CAST(line AS BLOB)"
"""As bytes: what a damaged disk made of a text need not be text."""


def tables_of_sums() -> str:
    """Return what makes the tables of sums."""
    made = []
    for table in TABLES:
        keys = "".join(f"    {name} TEXT NOT NULL,\n" for name in KEYS[table])
        numbers = "".join(f"    {name} INTEGER NOT NULL,\n" for name in COLUMNS[table])
        primary = f"    PRIMARY KEY ({', '.join(KEYS[table])})\n"
        made.append(f"CREATE TABLE {table} (\n{keys}{numbers}{primary}) STRICT, WITHOUT ROWID;\n")
    return "".join(made)


def record_of(line: object) -> Record | None:
    """Return the record in a row's line, or None where it cannot be read."""
    try:
        return from_line(line) if isinstance(line, bytes) else None
    except FormatProblem:
        return None


def line_of(db: apsw.Connection, record_id: str) -> bytes | None:
    """Return the line of that id, or None where there is none."""
    return _bytes(_first(db.execute(f"SELECT {_LINE} FROM record WHERE id = ?", (record_id,))))  # noqa: S608


def put(db: apsw.Connection, record: Record, line: bytes) -> None:
    """Write the record's row, in the place of the one of that id."""
    db.execute(
        "INSERT INTO record (id, kind, ms, starred, line) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, "
        "ms = excluded.ms, starred = excluded.starred, line = excluded.line",
        (record.id, record.kind, record.when.utc_ms, int(record.starred), line.decode()),
    )


def take_out(db: apsw.Connection, record_id: str) -> None:
    """Delete the row of that id."""
    db.execute("DELETE FROM record WHERE id = ?", (record_id,))


def newest(
    db: apsw.Connection, kind: str, before: tuple[int, str] | None, limit: int
) -> Iterator[bytes | None]:
    """Yield lines of a kind, the newest first, from just before a time and id on."""
    ms, record_id = before or (1 << 62, "")
    yield from _lines(
        db,
        f"SELECT {_LINE} FROM record WHERE kind = ? AND (ms, id) < (?, ?) ORDER BY ms DESC, id DESC LIMIT ?",  # noqa: S608
        (kind, ms, record_id, limit),
    )


def starred(db: apsw.Connection, before: tuple[int, str] | None, limit: int) -> Iterator[bytes | None]:
    """Yield lines of any kind that the person marked, the newest first."""
    ms, record_id = before or (1 << 62, "")
    yield from _lines(
        db,
        f"SELECT {_LINE} FROM record WHERE starred AND (ms, id) < (?, ?) ORDER BY ms DESC, id DESC LIMIT ?",  # noqa: S608
        (ms, record_id, limit),
    )


def between(db: apsw.Connection, kind: str, since_ms: int, until_ms: int) -> Iterator[bytes | None]:
    """Yield lines of a kind from `since_ms` to before `until_ms`, the oldest first."""
    yield from _lines(
        db,
        f"SELECT {_LINE} FROM record WHERE kind = ? AND ms >= ? AND ms < ? ORDER BY ms, id",  # noqa: S608
        (kind, since_ms, until_ms),
    )


def every_line(db: apsw.Connection) -> Iterator[bytes | None]:
    """Yield all lines in the order of an export: kind, time, id; kinds of a later version last."""
    known = ", ".join(f"'{kind}'" for kind in KINDS)
    for kind in KINDS:
        yield from _lines(db, f"SELECT {_LINE} FROM record WHERE kind = ? ORDER BY ms, id", (kind,))  # noqa: S608
    others = f"SELECT {_LINE} FROM record WHERE kind NOT IN ({known}) ORDER BY kind, ms, id"  # noqa: S608
    yield from _lines(db, others, ())


def count(db: apsw.Connection, kind: str) -> int:
    """Return how many records of a kind there are, from their sums."""
    row = _first(db.execute("SELECT count FROM counted WHERE part = 'kind' AND key = ?", (kind,)))
    return row if isinstance(row, int) else 0


def apply(db: apsw.Connection, sums: Sums) -> None:
    """Add `sums` to those that are kept."""
    for (table, first, second), row in sums.rows():
        adding, emptied = _STATEMENTS[table]
        db.execute(adding, (first, second, *row))
        if row[0] < 0:
            db.execute(emptied, (first, second))


def _statements(table: str) -> tuple[str, str]:
    keys, columns = ", ".join(KEYS[table]), COLUMNS[table]
    one, two = KEYS[table]
    marks = ", ".join("?" * (2 + len(columns)))
    added = ", ".join(f"{name} = {name} + excluded.{name}" for name in columns)
    return (
        f"INSERT INTO {table} ({keys}, {', '.join(columns)}) VALUES ({marks}) "  # noqa: S608
        f"ON CONFLICT ({keys}) DO UPDATE SET {added}",
        f"DELETE FROM {table} WHERE {one} = ? AND {two} = ? AND {columns[0]} = 0",  # noqa: S608
    )


_STATEMENTS = {table: _statements(table) for table in TABLES}


def kept_sums(
    db: apsw.Connection, table: str, part: str = "", first: str = "", last: str = ""
) -> Iterator[tuple[Key, Row]]:
    """Yield the rows of one table of sums; of one part, and of the keys `first` to `last`, if said."""
    one, two = KEYS[table]
    asked = [(f"{one} = ?", part), (f"{two} >= ?", first), (f"{two} <= ?", last)]
    where = " AND ".join(condition for condition, value in asked if value)
    where = f" WHERE {where}" if where else ""
    names = ", ".join((*KEYS[table], *COLUMNS[table]))
    bindings = tuple(value for _condition, value in asked if value)
    for key, other, *numbers in db.execute(f"SELECT {names} FROM {table}{where}", bindings):  # noqa: S608
        if not (isinstance(key, str) and isinstance(other, str)):
            raise RowsDamaged(table)
        yield (table, key, other), tuple(map(_whole, numbers))


def recount(db: apsw.Connection) -> None:
    """Make the sums anew, from the records."""
    sums = Sums()
    for line in every_line(db):
        record = record_of(line)
        if record is not None:
            sums.add(record)
    for table in TABLES:
        db.execute(f"DELETE FROM {table}")  # noqa: S608
    apply(db, sums)


def about(db: apsw.Connection, name: str) -> str:
    """Return what is noted under that name, or nothing."""
    found = _first(db.execute("SELECT value FROM about WHERE name = ?", (name,)))
    return found if isinstance(found, str) else ""


def note(db: apsw.Connection, name: str, value: str) -> None:
    """Note something about the file."""
    db.execute("INSERT OR REPLACE INTO about (name, value) VALUES (?, ?)", (name, value))


def _lines(db: apsw.Connection, sql: str, bindings: tuple[apsw.SQLiteValue, ...]) -> Iterator[bytes | None]:
    for (line,) in db.execute(sql, bindings):
        yield _bytes(line)


def _first(rows: Iterable[tuple[object, ...]]) -> object:
    return next((row[0] for row in rows), None)


def _bytes(value: object) -> bytes | None:
    return value if isinstance(value, bytes) else None


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise RowsDamaged("sums")
    return value

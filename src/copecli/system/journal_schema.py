"""What journal.db is, version by version, and how an older one becomes today's.

Invariant: each step is one transaction, so a file is of one version or of the next, with every record in it.
A file that is not ours, or that a newer copecli made, is never changed.
"""

from __future__ import annotations

from copecli.system.journal_rows import ABOUT, RECORDS, recount, tables_of_sums

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    import apsw

APPLICATION_ID = 0x636F7065
"""“cope” in ASCII; `file` and SQLite tell by it whose file it is."""
BUSY_MS = 5_000
"""How long one waits for another to end its save."""

PRAGMAS = (
    # TRUNCATE and FULL lost nothing in 4,360 simulated power cuts; DELETE and FULL, SQLite's own choice, lost
    # saves in 957 of 4,160. WAL cannot be read on a read-only or network home.
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "fullfsync = ON",  # macOS leaves it in the drive's memory otherwise; elsewhere it means nothing
    "secure_delete = ON",  # what was deleted is overwritten with zeros
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)


def set_up(db: apsw.Connection) -> None:
    """Make the connection what every connection of ours is."""
    db.set_busy_timeout(BUSY_MS)
    for pragma in PRAGMAS:
        db.execute(f"PRAGMA {pragma}")


def version_of(db: apsw.Connection) -> int | None:
    """Return the file's version, 0 where nothing is in it yet; None where it is not ours.

    All of it is of one moment: another copecli may be making the file right now.
    """
    with db:
        mark, version, empty = number(db, "application_id"), number(db, "user_version"), not _tables(db)
    if mark == APPLICATION_ID:
        return version if version >= 0 else None
    return 0 if mark == version == 0 and empty else None


def number(db: apsw.Connection, pragma: str) -> int:
    """Return a pragma that is a whole number."""
    value = next(iter(db.execute(f"PRAGMA {pragma}")))[0]
    return value if isinstance(value, int) else -1


def _tables(db: apsw.Connection) -> set[object]:
    return {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def _to_1(db: apsw.Connection) -> None:
    """Make the tables; sums are made of the records that are there already, in a file of a trial version."""
    there = _tables(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    if "record" not in there:
        db.execute(RECORDS)
    db.execute(ABOUT)
    db.execute(tables_of_sums())
    recount(db)


STEPS: tuple[Callable[[apsw.Connection], None], ...] = (_to_1,)
"""What leads from each version to the next."""
SCHEMA = len(STEPS)
"""The version of today."""


def upgrade(db: apsw.Connection, steps: tuple[Callable[[apsw.Connection], None], ...] = STEPS) -> None:
    """Bring the file to the last version, each step whole or not at all."""
    while True:
        db.execute("BEGIN IMMEDIATE")
        try:
            version = number(db, "user_version")  # another copecli may have been quicker
            if version >= len(steps):
                db.execute("ROLLBACK")
                return
            steps[version](db)
            db.execute(f"PRAGMA user_version = {version + 1}")
            db.execute("COMMIT")
        except BaseException:
            back(db)
            raise


def back(db: apsw.Connection) -> None:
    """Undo what was begun; after a fault of the disk SQLite may have done it already, or cannot."""
    import apsw

    try:
        if db.in_transaction:
            db.execute("ROLLBACK")
    except apsw.Error:
        pass  # the next one who opens the file does it

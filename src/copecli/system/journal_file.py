"""journal.db and the way into it: opened when it is first needed, looked at before it is trusted.

Invariant: no file is made before something is saved, none is written to that SQLite finds damaged, that is
not ours or that a newer copecli made, and a file that was replaced or removed meanwhile is seen before the
next step.

The whole file is looked through when the last save was cut short, and once a day (`journal_look`); at other
openings only what is read is checked, page by page.
"""

from __future__ import annotations

import os
import stat

from copecli.core.errors import CopeError
from copecli.system import journal_trouble as trouble
from copecli.system.files import ensure_directory
from copecli.system.journal_look import Look, quick_check
from copecli.system.journal_schema import SCHEMA, back, set_up, upgrade, version_of
from copecli.system.saving import nowhere

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    import apsw

    T = TypeVar("T")


class JournalFile:
    """One connection, made anew whenever the file is another."""

    def __init__(self, path: str, today: Callable[[], str], tell: Callable[[CopeError], None]) -> None:
        """Stand before the file; `tell` is told damage that is found beside what is asked, by a thread."""
        self.path = path
        self._look = Look(path, today, tell)
        self._db: apsw.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self.version = 0
        """Of the file that is open."""

    def exists(self) -> bool:
        """Return whether there is a file, whatever is in it."""
        return bool(self.path) and os.path.lexists(self.path)

    def close(self) -> None:
        """Let go of the file; it is opened again when it is needed."""
        self.settle()
        db, self._db, self._identity = self._db, None, None
        if db is not None:
            import apsw

            try:
                db.close(True)
            except apsw.Error:
                pass  # nothing was written that was not said to be

    def settle(self) -> None:
        """Wait for a look through the file that is under way."""
        self._look.wait()

    def read(self, do: Callable[[apsw.Connection], T]) -> T | None:
        """Return what `do` finds, or None where there is no journal; raise JournalUnreadable."""
        db = self._opened()
        if db is None or not self.version:
            return None
        import apsw

        try:
            return do(db)
        except (apsw.Error, UnicodeError, trouble.RowsDamaged) as error:
            said = trouble.read_trouble(error, self.path, self._db)
            self.close()
            raise said from error

    def write(self, do: Callable[[apsw.Connection], T], thing: str) -> T:
        """Return what `do` made, all of it or nothing, on the disk; raise NotSaved."""
        import apsw

        db = self._to_write(thing)
        self.settle()
        try:
            db.execute("BEGIN IMMEDIATE")
            self._look.before(db)
            made = do(db)
            db.execute("COMMIT")
        except CopeError:
            back(db)
            raise
        except (apsw.Error, UnicodeError, trouble.RowsDamaged, OSError) as error:
            said = trouble.write_trouble(error, self.path, thing, db)
            back(db)
            self.close()
            raise said from error
        except BaseException:
            back(db)
            raise
        self._look.after()
        return made

    def look_through(self) -> None:
        """Look through the whole file; raise JournalUnreadable where it is damaged."""
        self.read(quick_check)

    def _to_write(self, thing: str) -> apsw.Connection:
        """Return a connection to a file of today's version, made if there is none."""
        import apsw

        try:
            if not self.path:
                raise nowhere(thing)
            ensure_directory(os.path.dirname(self.path), thing)
            _make(self.path)
            db = self._opened()
            if db is None:
                raise FileNotFoundError(2, os.strerror(2), self.path)
            if self.version > SCHEMA:
                raise trouble.unreadable(trouble.NEWER, self.path)
            if self.version < SCHEMA:
                upgrade(db)
                self.version = SCHEMA
        except (apsw.Error, UnicodeError, trouble.RowsDamaged, OSError) as error:
            said = trouble.write_trouble(error, self.path, thing, self._db)
            self.close()
            raise said from error
        except CopeError as found:
            raise trouble.as_not_saved(found, thing) from found
        return db

    def _opened(self) -> apsw.Connection | None:
        """Return the connection, or None where there is no file; raise JournalUnreadable."""
        try:
            info = os.stat(self.path)
        except FileNotFoundError:
            self.close()
            if not os.path.lexists(self.path):
                return None
            raise trouble.unreadable(trouble.FORBIDDEN, self.path) from None
        except OSError as error:
            self.close()
            raise trouble.read_trouble(error, self.path) from error
        if self._db is not None and self._identity == (info.st_dev, info.st_ino):
            return self._db
        self.close()
        if not stat.S_ISREG(info.st_mode):
            raise trouble.unreadable(trouble.NOT_OURS, self.path)
        self._open(info)
        return self._db

    def _open(self, info: os.stat_result) -> None:
        import apsw

        cut_short = _size(f"{self.path}-journal") > 0
        try:
            self._db = apsw.Connection(self.path, flags=apsw.SQLITE_OPEN_READWRITE)
            set_up(self._db)
            version = version_of(self._db)
            if version is None:
                raise trouble.unreadable(trouble.NOT_OURS, self.path)
            if cut_short:
                if version == SCHEMA:
                    self._look.has_to_come(self._db)
                quick_check(self._db)
            if info.st_size > 0 and version < SCHEMA:
                version = self._brought_up(self._db)
        except CopeError:
            self.close()
            raise
        except (apsw.Error, UnicodeError, trouble.RowsDamaged) as error:
            said = trouble.read_trouble(error, self.path, self._db)
            self.close()
            raise said from error
        self._identity = (info.st_dev, info.st_ino)
        self.version = version
        if version > SCHEMA:
            self._db.execute("PRAGMA query_only = ON")

    def _brought_up(self, db: apsw.Connection) -> int:
        """Return the version after bringing the file up to date; what cannot be is never shown as empty."""
        import apsw

        try:
            upgrade(db)
        except (apsw.ReadOnlyError, apsw.CantOpenError) as error:
            raise trouble.unreadable(trouble.OLDER, self.path) from error
        return SCHEMA


def _make(path: str) -> None:
    """Make an empty file for this person alone, where there is none; SQLite would ask the umask."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    if os.path.exists(path):
        return
    try:
        os.close(os.open(os.path.realpath(path), flags, 0o600))
    except FileExistsError:
        return


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0

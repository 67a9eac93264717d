"""Looking through the whole journal for damage: when that is due, and what follows from it.

Invariant: a file that was not looked through to its end, or in which that found damage, is not written to
before it has been looked through whole; and nobody waits for the look that a new day asks for.

SQLite's `quick_check` reads the whole file, 45 to 110 ms at 120,000 records. So it runs beside the program
once a day, right after the first save. From that save on the file itself says that it is due, until it has
found nothing.
"""

from __future__ import annotations

from copecli.system import journal_trouble as trouble
from copecli.system.journal_rows import about, note
from copecli.system.journal_schema import BUSY_MS, back, set_up

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    import apsw

    from copecli.core.errors import CopeError

CHECKED = "checked"
"""The day on which the whole file was last looked through, or DUE."""
DUE = "due"


class Look:
    """Sees to one file being looked through."""

    def __init__(self, path: str, today: Callable[[], str], tell: Callable[[CopeError], None]) -> None:
        self._path = path
        self._today = today
        self._tell = tell
        self._due = ""
        """The day for which the file is to be looked through once it is saved; mostly none."""
        self._wait: Callable[[], None] | None = None

    def before(self, db: apsw.Connection) -> None:
        """Look through the file now where nobody ever has, or not to its end; part of each save.

        Raise RowsDamaged or what SQLite says.
        """
        day, known = self._today(), about(db, CHECKED)
        self._due = ""
        if known == day:
            return
        if known not in ("", DUE):
            note(db, CHECKED, DUE)
            self._due = day
            return
        quick_check(db)
        note(db, CHECKED, day)

    def has_to_come(self, db: apsw.Connection) -> None:
        """Let no save come before the next look, whatever becomes of this program meanwhile."""
        import apsw

        db.set_busy_timeout(0)
        try:
            note(db, CHECKED, DUE)
        except (apsw.BusyError, apsw.ReadOnlyError, apsw.CantOpenError):
            pass  # somebody is in the middle of a save, so none was cut short; or nobody can save there
        finally:
            db.set_busy_timeout(BUSY_MS)

    def after(self) -> None:
        """Begin to look through the file where that is due; the save has been told by then."""
        if self._due:
            self._wait = beside(self._look_through)

    def wait(self) -> None:
        """Return once nobody is looking through the file."""
        wait, self._wait = self._wait, None
        if wait is not None:
            wait()

    def _look_through(self) -> None:
        import apsw

        try:
            db = apsw.Connection(self._path, flags=apsw.SQLITE_OPEN_READWRITE)
            try:
                set_up(db)
                quick_check(db)
                db.execute("BEGIN IMMEDIATE")
                note(db, CHECKED, self._due)
                db.execute("COMMIT")
            finally:
                back(db)
                db.close(True)
        except (apsw.CorruptError, apsw.NotADBError, trouble.RowsDamaged):
            self._tell(trouble.found_damaged(self._path))
        except (apsw.Error, OSError):
            pass  # it stays due, and the next save waits for it


def beside(do: Callable[[], None]) -> Callable[[], None]:
    """Do something in a thread of its own; return how to wait for its end."""
    from threading import Thread

    thread = Thread(target=do)
    try:
        thread.start()
    except RuntimeError:  # there is no room for one
        return lambda: None
    return thread.join


def quick_check(db: apsw.Connection) -> None:
    """Read the whole file; raise RowsDamaged or what SQLite says."""
    found = [said for (said,) in db.execute("PRAGMA quick_check(1)")]
    if found != ["ok"]:
        raise trouble.RowsDamaged("quick_check")

"""What can go wrong with the journal, in calm words.

Invariant: every way in which SQLite or a disk can refuse ends in a NotSaved or a JournalUnreadable that says
what happened, what is safe and what the person can do.
"""

from __future__ import annotations

import errno

from copecli.core.errors import CopeError, NotSaved, Unreadable
from copecli.system.saving import DISK_FULL, NOTHING_LOST, busy, not_saved
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    import apsw

    from copecli.core.fields import FormatProblem

JOURNAL = N_("journal")
THINGS = {
    "check-in": N_("check-in"),
    "good-moment": N_("good moment"),
    "use": N_("note of this exercise"),
    "wave": N_("note of this wave"),
    "plan-walk": N_("note of this walk"),
    "trigger-map": N_("trigger map"),
}
"""What is saved, in "Your check-in could not be saved"."""

DAMAGED = N_("the file is damaged")
NOT_OURS = N_("the file is not a journal of copecli")
NEWER = N_("a newer copecli made it")
OLDER = N_("it has to be brought up to date first, and this place can only be read")
IN_USE = N_("another copecli is using it right now")
FORBIDDEN = N_("reading it is not allowed")
FULL = N_("the disk is full")
FAULT = N_("the disk reports a fault")

_SAFE = N_("The file is kept as it is: {file}. Your plan, exercises and Help now still work.")
_UNTOUCHED = N_("Nothing more is written to it. Your plan, exercises and Help now still work.")
_AGAIN = N_("You could try again in a moment.")
_FREE = N_("Free some space, then try again.")
_MOVE = N_("You could move the file elsewhere and start a new one.")


class JournalUnreadable(Unreadable):
    """journal.db is there and cannot be read. It is kept as it is."""


class RowsDamaged(Exception):
    """SQLite reads the file, and what stands in it cannot be right."""


def unreadable(why: str, file: str) -> JournalUnreadable:
    """Return the answer; `why` is one of the endings above."""
    do = {IN_USE: _AGAIN, FAULT: _AGAIN, FULL: _FREE, DAMAGED: _MOVE, NOT_OURS: _MOVE}.get(why, "")
    return JournalUnreadable(
        N_("Your journal cannot be read: {why}."), safe=_SAFE, do=do, why=_(why), file=file
    )


def found_damaged(file: str) -> JournalUnreadable:
    """Return the answer where damage was found after a save."""
    return JournalUnreadable(N_("Your journal is damaged: {file}."), safe=_UNTOUCHED, do=_MOVE, file=file)


def read_trouble(error: Exception, file: str, connection: apsw.Connection | None = None) -> JournalUnreadable:
    """Return what stopped the reading."""
    import apsw

    if isinstance(error, apsw.BusyError | apsw.LockedError):
        return unreadable(IN_USE, file)
    if isinstance(error, apsw.CantOpenError | apsw.PermissionsError | apsw.AuthError | PermissionError):
        return unreadable(FORBIDDEN, file)
    if isinstance(error, apsw.IOError | apsw.NoMemError | apsw.FullError | apsw.ReadOnlyError | OSError):
        # What a save left half done is put right by writing, and there may be no room for it.
        said = connection.system_errno if connection is not None else 0
        return unreadable(FULL if isinstance(error, apsw.FullError) or said in DISK_FULL else FAULT, file)
    return unreadable(DAMAGED, file)


def write_trouble(
    error: Exception, file: str, thing: str, connection: apsw.Connection | None = None
) -> NotSaved:
    """Return what stopped the saving."""
    import apsw

    if isinstance(error, apsw.BusyError | apsw.LockedError):
        return busy(thing)
    if isinstance(error, OSError):
        return not_saved(error, thing)
    if isinstance(error, apsw.FullError):
        return not_saved(OSError(errno.ENOSPC, ""), thing)
    if isinstance(error, apsw.ReadOnlyError):
        return not_saved(OSError(errno.EROFS, ""), thing)
    if isinstance(error, apsw.CantOpenError | apsw.PermissionsError | apsw.AuthError):
        return not_saved(OSError(errno.EACCES, ""), thing)
    if isinstance(error, apsw.IOError | apsw.NoMemError):
        said = connection.system_errno if connection is not None else 0
        return not_saved(OSError(said or errno.EIO, ""), thing)
    return as_not_saved(unreadable(DAMAGED, file), thing)


def as_not_saved(trouble: CopeError, thing: str) -> NotSaved:
    """Return a journal that cannot be read as what it means for a save."""
    if isinstance(trouble, NotSaved):
        return trouble
    what = N_("Your {thing} could not be saved. The journal cannot be used: {why}.")
    return NotSaved(what, safe=trouble.safe, do=trouble.do, **{**trouble.fields, "thing": _(thing)})


def unfit(problem: FormatProblem, thing: str) -> NotSaved:
    """Return the answer where a record is not one that could be read back."""
    what = N_("Your {thing} could not be saved as it is: {why}.")
    where = _(N_("at {key}, {problem}")).format(key=problem.key, problem=problem.sentence(_))
    return NotSaved(
        what,
        safe=NOTHING_LOST,
        do=N_("You could shorten or change that part."),
        thing=_(thing),
        why=where if problem.key else problem.sentence(_),
    )


def saving_is_off(thing: str) -> NotSaved:
    """Return the answer where nothing may be written."""
    return NotSaved(N_("Saving is off, so your {thing} is not on disk."), safe=NOTHING_LOST, thing=_(thing))

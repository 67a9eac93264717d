"""What stopped a save, in calm words.

Invariant: every way in which a disk can refuse ends in a NotSaved that says what happened, what is safe and
what the person can do.
"""

from __future__ import annotations

import errno

from copecli.core.errors import NotSaved
from copecli.words import N_, _

FILE = N_("file")
"""What is saved, where the caller says nothing better: "Your file could not be saved"."""

NOTHING_LOST = N_("Nothing that was saved before is lost.")
ELSEWHERE = N_("You could use another folder with --data-dir.")

DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM})
_NO_FOLDER = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG})


class UnfitFile(OSError):
    """What is there is not a file to use: a folder, a pipe, a device, or too large."""


def not_saved(error: OSError, thing: str) -> NotSaved:
    """Return `error` in calm words; `thing` (a message id) is what could not be saved."""
    what, do = _what_and_do(error)
    return NotSaved(what, safe=NOTHING_LOST, do=do, thing=_(thing))


def _what_and_do(error: OSError) -> tuple[str, str]:
    code = error.errno
    again = N_("You could save again.")
    if isinstance(error, UnfitFile) or code == errno.EISDIR:
        return N_("Your {thing} could not be saved: the file there cannot be replaced."), ELSEWHERE
    if code in DISK_FULL:
        again = N_("Free some space, then save again.")
        return N_("Your {thing} could not be saved: the disk is full."), again
    if code == errno.EROFS:
        return N_("Your {thing} could not be saved: this place can only be read."), ELSEWHERE
    if code in _FORBIDDEN:
        return N_("Your {thing} could not be saved: writing is not allowed there."), ELSEWHERE
    if code in _NO_FOLDER:
        return N_("Your {thing} could not be saved: its folder cannot be used."), ELSEWHERE
    return N_("Your {thing} could not be saved: the disk reports a fault."), again


def nowhere(thing: str) -> NotSaved:
    """Return the answer where no directory was found at all."""
    what = N_("Your {thing} could not be saved: no home folder was found.")
    return NotSaved(what, do=N_("You could name a folder with --data-dir."), thing=_(thing))


def not_ours(thing: str) -> NotSaved:
    """Return the answer where the directory is another person's."""
    what = N_("Your {thing} could not be saved: its folder belongs to someone else.")
    return NotSaved(what, safe=NOTHING_LOST, do=ELSEWHERE, thing=_(thing))


def not_lasting(thing: str) -> NotSaved:
    """Return the answer where the new file stands there, but may not outlive a power cut."""
    return NotSaved(
        N_("Your {thing} was written, but the disk reports a fault."),
        safe=N_("It may not last if the power fails now."),
        do=N_("You could save again."),
        thing=_(thing),
    )


def busy(thing: str) -> NotSaved:
    """Return the answer where another process has been saving for too long."""
    what = N_("Your {thing} could not be saved: another copecli is saving right now.")
    return NotSaved(what, safe=NOTHING_LOST, do=N_("Save again in a moment."), thing=_(thing))

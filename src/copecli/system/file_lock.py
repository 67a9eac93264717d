"""One at a time: what must not be saved by two processes at once.

Invariant: between `locked` being entered and left, no other copecli holds the same lock, and a killed process
holds none.
"""

from __future__ import annotations

import errno
import os
import sys

from copecli.system.saving import FILE, busy, not_saved, nowhere

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

LOCK_SECONDS = 5.0
"""How long a save waits for another one to end."""

_PAUSE_SECONDS = 0.01
_HELD = frozenset({errno.EAGAIN, errno.EACCES, errno.EDEADLK})
_NO_LOCK_HERE = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL})


def locked(path: str, thing: str = FILE, seconds: float = LOCK_SECONDS) -> Lock:
    """Return a context in which no other copecli holds `path`; entering raises NotSaved after `seconds`."""
    return Lock(path, thing, seconds)


class Lock:
    """An advisory lock on an empty file.

    The file stays: were it removed, two processes could each lock a file of that name.
    """

    def __init__(self, path: str, thing: str, seconds: float) -> None:
        self._path = path
        self._thing = thing
        self._seconds = seconds
        self._descriptor = -1

    def __enter__(self) -> None:
        if not self._path:
            raise nowhere(self._thing)
        try:
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
            self._descriptor = os.open(self._path, flags, 0o600)
            self._wait()
        except OSError as error:
            self._release()
            raise not_saved(error, self._thing) from error
        except BaseException:
            self._release()
            raise

    def _wait(self) -> None:
        from time import monotonic, sleep

        until = monotonic() + self._seconds
        while not _try_lock(self._descriptor):
            if monotonic() >= until:
                raise busy(self._thing)
            sleep(_PAUSE_SECONDS)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._release()

    def _release(self) -> None:
        if self._descriptor >= 0:
            descriptor, self._descriptor = self._descriptor, -1
            try:
                os.close(descriptor)  # this lets go of the lock
            except OSError:
                pass


def _try_lock(descriptor: int) -> bool:
    """Return whether the lock is ours now, or the file system has none: then saving matters more."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            return False
        if error.errno not in _NO_LOCK_HERE:
            raise
    return True

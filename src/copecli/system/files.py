"""Files of the person's own: written whole or not at all, read with limits.

Invariant: when `atomic_write` returns, the new content is on the disk under its name, as far as the system
can promise it. When it raises, the name holds the old content whole (the new one, if only the very last sync
failed), and no copy of anybody's words is left behind that `sweep` would not find.
"""

from __future__ import annotations

import errno
import os
import stat
import sys

from copecli.system.saving import FILE, UnfitFile, not_lasting, not_ours, not_saved, nowhere
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.system.paths import Paths

STALE_SECONDS = 60.0
"""A temporary file older than this belongs to nobody any more."""

_PREFIX, _SUFFIX = ".cope-", ".tmp"
_NOBODY = 65534
"""What an owner from outside a container or a network home looks like."""

_NO_SYNC_HERE = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})
"""A file system that cannot sync says one of these; some network ones do for directories."""


def ensure_directory(path: str, thing: str = FILE) -> None:
    """Make the directory and those above it, for this person alone (0700), or raise NotSaved."""
    if not path:
        raise nowhere(thing)
    try:
        _make_directories(path)
        info = os.stat(path)
        if not stat.S_ISDIR(info.st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), path)
    except OSError as error:
        raise not_saved(error, thing) from error
    if hasattr(os, "geteuid"):
        _keep_private(path, info, os.geteuid(), thing)


def _make_directories(path: str) -> None:
    if os.path.lexists(path):
        return
    above = os.path.dirname(path)
    if above != path:
        _make_directories(above)
    try:
        os.mkdir(path, 0o700)
    except FileExistsError:  # another copecli was quicker
        return
    _sync_directory(above)


def _keep_private(path: str, info: os.stat_result, me: int, thing: str) -> None:
    if info.st_uid not in (me, 0, _NOBODY) and me != 0:
        raise not_ours(thing)
    if info.st_uid == me and info.st_mode & 0o077:
        try:
            os.chmod(path, 0o700)
        except OSError:
            pass  # some file systems know no modes


def atomic_write(path: str, data: bytes, thing: str = FILE) -> None:
    """Put `data` in the place of what `path` holds, for this person alone (0600), or raise NotSaved.

    A symbolic link is followed, so that a file that somebody keeps elsewhere stays linked.
    """
    if not path:
        raise nowhere(thing)
    target = os.path.realpath(path)
    try:
        if os.path.lexists(target) and not stat.S_ISREG(os.lstat(target).st_mode):
            raise UnfitFile(errno.EISDIR, "not a plain file", path)
        temporary = os.path.join(os.path.dirname(target), _temporary_name())
        try:
            _write_synced(temporary, data)
            _replace(temporary, target)
        except BaseException:
            _remove_quietly(temporary)
            raise
    except OSError as error:
        raise not_saved(error, thing) from error
    _sync_name(target, thing)


def sync_directory_of(path: str, thing: str = FILE) -> None:
    """Put on the disk that `path` has its name; raise NotSaved where the disk says it could not."""
    _sync_name(os.path.realpath(path), thing)


def _sync_name(target: str, thing: str) -> None:
    try:
        _sync_directory(os.path.dirname(target))
    except OSError as error:
        raise not_lasting(thing) from error


def _temporary_name() -> str:
    return f"{_PREFIX}{os.getpid()}-{os.urandom(6).hex()}{_SUFFIX}"


def is_leftover(name: str) -> bool:
    """Return whether a file of that name is one that a save makes on its way."""
    return name.startswith(_PREFIX) and name.endswith(_SUFFIX)


def _write_synced(path: str, data: bytes) -> None:
    """Make the file `path`, which must not exist, with `data` in it, on the disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        left = memoryview(data)
        while left:
            written = os.write(descriptor, left)
            if not written:
                raise OSError(errno.EIO, os.strerror(errno.EIO), path)
            left = left[written:]
        _sync(descriptor)
    except BaseException:
        _close_quietly(descriptor)
        raise
    os.close(descriptor)  # a network disk may say only here that it is full


def _sync(descriptor: int) -> None:
    try:
        if sys.platform == "darwin":
            import fcntl

            # fsync leaves it in the drive's own memory there
            try:
                fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            except OSError:
                os.fsync(descriptor)
        else:
            os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC_HERE:
            raise


def _sync_directory(path: str) -> None:
    if os.name == "nt":
        return  # a directory cannot be opened there
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    except PermissionError:
        return  # one may write in it without being able to list it
    try:
        _sync(descriptor)
    finally:
        _close_quietly(descriptor)


def _replace(temporary: str, target: str) -> None:
    if os.name == "nt":
        from time import sleep

        # A virus scanner or an indexer may hold the old file open for a moment.
        for _attempt in range(10):
            try:
                os.replace(temporary, target)
            except PermissionError:
                sleep(0.05)
            else:
                return
    os.replace(temporary, target)


def _close_quietly(descriptor: int) -> None:
    try:
        os.close(descriptor)
    except OSError:
        pass


def _remove_quietly(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        pass  # `sweep` finds it at the next start


def sweep(directory: str) -> int:
    """Remove what a killed save left in `directory`; return how many files. It never raises."""
    from time import time

    removed = 0
    try:
        with os.scandir(directory or os.devnull) as entries:
            found = [entry for entry in entries if is_leftover(entry.name)]
    except OSError:
        return 0
    for entry in found:
        owner = entry.name.removeprefix(_PREFIX).partition("-")[0]
        try:
            info = entry.stat(follow_symlinks=False)
            stale = abs(time() - info.st_mtime) > STALE_SECONDS or not _alive(owner)
            if stat.S_ISREG(info.st_mode) and owner.isdecimal() and stale:
                os.unlink(entry.path)
                removed += 1
        except OSError:
            continue
    return removed


def tidy(paths: Paths) -> int:
    """Sweep every directory that the program writes to; for a start that is in no hurry. It never raises."""
    places = (
        *(paths.config, paths.own_skills, paths.data, paths.plan_history),
        *(paths.state, paths.drafts, paths.cache),
    )
    return sum(sweep(place) for place in dict.fromkeys(filter(None, places)))


def _alive(owner: str) -> bool:
    """Return whether the process may still live; on Windows, where asking could stop it, always."""
    if os.name == "nt" or not owner.isdecimal():
        return True
    try:
        os.kill(int(owner), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def read_limited(path: str, limit: int, *, follow: bool = True) -> bytes:
    """Return what the plain file `path` holds; raise OSError where it cannot be read.

    What is no plain file or holds more than `limit` bytes is an UnfitFile (an OSError too). Nothing can hang
    here: a pipe is not waited for. Without `follow` a symbolic link is refused.
    """
    flags = (
        os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    )
    if not follow:
        flags |= getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise UnfitFile(errno.EINVAL, N_("it is not a plain file"), path)
        parts: list[bytes] = []
        left = limit + 1
        while left > 0 and (part := os.read(descriptor, min(left, 1 << 20))):
            parts.append(part)
            left -= len(part)
        if left <= 0:
            raise UnfitFile(errno.EFBIG, N_("it is too large"), path)
        return b"".join(parts)
    finally:
        _close_quietly(descriptor)

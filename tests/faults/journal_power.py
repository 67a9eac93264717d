"""A journal on a disk that loses its power: what SQLite writes and syncs, and what could be found afterwards.

Invariant: what was synced is there. Of what was written since, each part may be there, missing or torn, each
for itself; a file that was never synced may be missing as a whole.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import apsw

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

_REAL = apsw.vfs_names()[0]
"""How SQLite reaches the disk otherwise."""

Operation = tuple[int, bytes | None]
"""(offset, what was written there), or (size, None): cut to that size."""


@dataclass(slots=True)
class Content:
    """A file, as it is on the disk for certain and what was done to it since."""

    durable: bytes = b""
    synced: bool = False
    waiting: list[Operation] = field(default_factory=list)

    def sync(self) -> None:
        """Put everything on the disk."""
        self.durable, self.waiting, self.synced = _done(self.durable, self.waiting), [], True

    def after_a_cut(self, chance: random.Random) -> bytes | None:
        """Return what may be found, or None where the file is missing."""
        if not self.synced and chance.random() < 0.3:
            return None
        way = chance.randrange(4)
        if way == 0:
            kept = self.waiting
        elif way == 1:
            kept = []
        else:
            kept = [operation for operation in self.waiting if chance.random() < 0.5]
        torn = [_torn(operation, chance) if way == 3 else operation for operation in kept]
        return _done(self.durable, torn)


def _done(data: bytes, operations: list[Operation]) -> bytes:
    found = bytearray(data)
    for at, written in operations:
        if written is None:
            del found[at:]
        else:
            found.extend(bytes(max(0, at - len(found))))
            found[at : at + len(written)] = written
    return bytes(found)


def _torn(operation: Operation, chance: random.Random) -> Operation:
    """Return a part of a write, in sectors of 512 bytes."""
    at, written = operation
    if written is None or len(written) <= 512:
        return operation
    return at, written[: 512 * chance.randrange(1, len(written) // 512 + 1)]


class Disk:
    """The files by name; `after` is called after each thing that is done to one."""

    def __init__(self, after: Callable[[], None]) -> None:
        self.files: dict[str, Content] = {}
        self.after = after

    def of(self, name: str) -> Content:
        """Return the content of that name."""
        return self.files.setdefault(name, Content())

    def lay_out(self, directory: str, chance: random.Random) -> None:
        """Make the files as they may be found after a cut."""
        for name, content in self.files.items():
            data = content.after_a_cut(chance)
            path = os.path.join(directory, os.path.basename(name))
            if data is None:
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(path)
                continue
            with open(path, "wb") as file:
                file.write(data)


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        super().__init__(_REAL, name, flags)
        self._disk = disk
        self._content = disk.of(str(name.filename() if isinstance(name, apsw.URIFilename) else name))

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        """Write, and note it."""
        super().xWrite(data, offset)
        self._content.waiting.append((offset, bytes(data)))
        self._disk.after()

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        """Cut, and note it."""
        super().xTruncate(newsize)
        self._content.waiting.append((newsize, None))
        self._disk.after()

    def xSync(self, flags: int) -> None:  # noqa: N802
        """What was waiting is on the disk."""
        super().xSync(flags)
        self._content.sync()
        self._disk.after()


class _System(apsw.VFS):
    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        super().__init__("power", _REAL, makedefault=True)

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        """Open, and listen."""
        return _File(self._disk, name, flags)


@contextlib.contextmanager
def watched(disk: Disk) -> Iterator[None]:
    """Note in `disk` what SQLite does to files inside."""
    system = _System(disk)
    try:
        yield
    finally:
        system.unregister()

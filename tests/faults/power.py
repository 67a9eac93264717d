"""A model of a disk that loses its power: every state that could be found afterwards.

Invariant: what was synced is there; what was not may be there whole, in part, or not at all, and the names
in a directory that was not synced may be old or new, each for itself. That is harsher than most disks are:
what holds here holds on any file system that keeps its promises.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Any


@dataclass(slots=True, eq=False)
class Inode:
    """A file's content, whatever it is called."""

    now: bytes
    durable: bytes
    """What is on the disk for certain."""
    directory: bool = False

    @property
    def possible(self) -> tuple[bytes, ...]:
        """What may be found after a power cut."""
        if self.now == self.durable:
            return (self.now,)
        return tuple(dict.fromkeys((self.now, self.durable, self.now[: len(self.now) // 2])))


Change = dict[str, Inode | None]
"""What one operation does to names: each leads to an inode from then on, or to nothing."""


@dataclass(slots=True)
class Disk:
    """What was done to the files below `root`, and what of it is on the disk for certain."""

    root: str
    names: dict[str, Inode] = field(default_factory=dict)
    durable: dict[str, Inode] = field(default_factory=dict)
    waiting: dict[str, list[Change]] = field(default_factory=dict)
    """By directory: changes of names that were not synced yet, in order."""
    open: dict[int, str] = field(default_factory=dict)
    """What each descriptor leads to."""
    log: list[str] = field(default_factory=list)
    """What was done, in order, for tests of the order itself."""

    @classmethod
    def of(cls, root: Path) -> Disk:
        """Return a disk that holds, for certain, what lies below `root` now."""
        disk = cls(str(root))
        for place, below, files in os.walk(root):
            for name in below:
                disk.names[os.path.join(place, name)] = Inode(b"", b"", directory=True)
            for name in files:
                path = os.path.join(place, name)
                with open(path, "rb") as file:
                    data = file.read()
                disk.names[path] = Inode(data, data)
        disk.durable = dict(disk.names)
        return disk

    def change(self, what: str, change: Change) -> None:
        """Do something to names, all of them in one directory."""
        (place,) = {os.path.dirname(path) for path in change}
        for path, inode in change.items():
            if inode is None:
                self.names.pop(path, None)
            else:
                self.names[path] = inode
        self.waiting.setdefault(place, []).append(change)
        self.note(what, *change)

    def note(self, what: str, *paths: str) -> None:
        """Write down what was done."""
        self.log.append(" ".join([what, *(os.path.relpath(path, self.root) for path in paths)]))

    def sync(self, path: str) -> None:
        """Put a file's content, or a directory's names, on the disk."""
        self.note("sync", path)
        inode = self.names.get(path)
        if path == self.root or (inode and inode.directory):
            for change in self.waiting.pop(path, []):
                _apply(change, self.durable)
        elif inode:
            inode.durable = inode.now

    def states(self) -> Iterator[dict[str, bytes | None]]:
        """Yield every state that may be found: contents by path, None for a directory."""
        changes = [change for waiting in self.waiting.values() for change in waiting]
        for taken in itertools.product((False, True), repeat=len(changes)):
            names = dict(self.durable)
            for change, happened in zip(changes, taken, strict=True):
                if happened:
                    _apply(change, names)
            reachable = {path: inode for path, inode in names.items() if self._reachable(path, names)}
            paths = list(reachable)
            for contents in itertools.product(*(reachable[path].possible for path in paths)):
                yield {
                    path: None if reachable[path].directory else content
                    for path, content in zip(paths, contents, strict=True)
                }

    def _reachable(self, path: str, names: dict[str, Inode]) -> bool:
        above = os.path.dirname(path)
        return above == self.root or (above in names and self._reachable(above, names))


def _apply(change: Change, names: dict[str, Inode]) -> None:
    for path, inode in change.items():
        if inode is None:
            names.pop(path, None)
        else:
            names[path] = inode


class Watcher:
    """The system's calls, each done and then written down where it is about a file of the disk's."""

    def __init__(self, disk: Disk, after: Callable[[], None]) -> None:
        self._disk = disk
        self._after = after
        self.real: dict[str, Callable[..., Any]] = {name: getattr(os, name) for name in WATCHED}

    def _ours(self, path: object, options: object) -> bool:
        return isinstance(path, str) and path.startswith(self._disk.root) and not options

    def open(self, path: str, flags: int, mode: int = 0o777, **options: int) -> int:
        """A file that was not there is made: a change of names."""
        ours = self._ours(path, options)
        new = ours and not os.path.lexists(path)
        descriptor: int = self.real["open"](path, flags, mode, **options)
        if ours:
            self._disk.open[descriptor] = path
        if new:
            self._disk.change("create", {path: Inode(b"", b"")})
            self._after()
        return descriptor

    def write(self, descriptor: int, data: bytes) -> int:
        """The content is there now, and not on the disk yet."""
        count: int = self.real["write"](descriptor, data)
        if descriptor in self._disk.open:
            self._disk.names[self._disk.open[descriptor]].now += bytes(data)[:count]
            self._disk.note("write", self._disk.open[descriptor])
            self._after()
        return count

    def fsync(self, descriptor: int) -> None:
        """What was waiting is on the disk."""
        self.real["fsync"](descriptor)
        if descriptor in self._disk.open:
            self._disk.sync(self._disk.open[descriptor])
            self._after()

    def close(self, descriptor: int) -> None:
        """Nothing comes to the disk by it."""
        self._disk.open.pop(descriptor, None)
        self.real["close"](descriptor)

    def replace(self, old: str, new: str) -> None:
        """Both names change at once."""
        self.real["replace"](old, new)
        if self._ours(new, None):
            self._disk.change("replace", {old: None, new: self._disk.names[old]})
            self._after()

    def unlink(self, path: str, **options: int) -> None:
        """A name goes."""
        self.real["unlink"](path, **options)
        if self._ours(path, options):
            self._disk.change("unlink", {path: None})
            self._after()

    def mkdir(self, path: str, mode: int = 0o777, **options: int) -> None:
        """A name comes."""
        self.real["mkdir"](path, mode, **options)
        if self._ours(path, options):
            self._disk.change("mkdir", {path: Inode(b"", b"", directory=True)})
            self._after()


WATCHED = ("open", "write", "fsync", "close", "replace", "unlink", "mkdir")


@contextlib.contextmanager
def watched(disk: Disk, after: Callable[[], None]) -> Iterator[None]:
    """Write down in `disk` what is done below its root; `after` is called after each operation."""
    watcher = Watcher(disk, after)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.platform", "linux")  # macOS syncs by another call, which this model does not see
        for name in WATCHED:
            patch.setattr(os, name, getattr(watcher, name))
        yield


def lay_out(state: dict[str, bytes | None], root: str, elsewhere: str) -> None:
    """Make the files of `state` below `elsewhere`."""
    shutil.rmtree(elsewhere, ignore_errors=True)
    os.makedirs(elsewhere)
    for path in sorted(state):
        place = os.path.join(elsewhere, os.path.relpath(path, root))
        content = state[path]
        if content is None:
            os.makedirs(place, exist_ok=True)
        else:
            with open(place, "wb") as file:
                file.write(content)

"""A disk that fails at the Nth call, once or from then on: SQLite's way of testing, in our own process.

Invariant: only what is done inside `failing` can fail, and `fired` says whether anything did.
"""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CALLS = (
    "open", "read", "write", "fsync", "close", "replace", "unlink", "mkdir", "chmod", "stat", "fstat",
    "lstat", "scandir",
)  # fmt: skip
"""Everything that a save asks of the system."""


@dataclass(slots=True)
class Fault:
    """Which call fails, and how."""

    code: int
    """The errno."""
    at: int
    """Counted from 1, over all calls."""
    for_ever: bool
    """Whether every later call fails too."""
    calls: list[str] = field(default_factory=list)
    """What was called so far, in order."""
    fired: int = 0
    """How many calls failed."""

    def hit(self, name: str) -> bool:
        """Count a call and return whether it fails."""
        self.calls.append(name)
        failing = len(self.calls) == self.at or (self.for_ever and len(self.calls) > self.at)
        self.fired += failing
        return failing

    def error(self) -> OSError:
        """Return what the system would say."""
        return OSError(self.code, os.strerror(self.code))


@contextlib.contextmanager
def failing(fault: Fault) -> Iterator[None]:
    """Let `fault` happen to what is done inside."""
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, _faulty(name, getattr(os, name), fault))
        if sys.platform != "win32":
            import fcntl

            patch.setattr(fcntl, "flock", _faulty("flock", fcntl.flock, fault))
        yield


def _faulty(name: str, call: Callable[..., object], fault: Fault) -> Callable[..., object]:
    def wrapped(*args: object, **options: object) -> object:
        if not fault.hit(name):
            return call(*args, **options)
        if name == "close":  # Linux closes it, whatever it says
            call(*args, **options)
        raise fault.error()

    return wrapped

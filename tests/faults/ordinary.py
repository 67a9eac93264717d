"""Being an ordinary person for a moment, since permissions do not bind root.

Invariant: afterwards everything is as it was. What runs inside must have its modules loaded before, because
an ordinary person may not be allowed to read where Python lies.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = 65534


@contextlib.contextmanager
def ordinary_person() -> Iterator[None]:
    """Give up root's rights inside, where this is root."""
    if sys.platform == "win32" or os.geteuid() != 0:
        yield
        return
    if sys.platform != "linux":
        raise AssertionError("run the tests as an ordinary person here")
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@contextlib.contextmanager
def reachable_directory() -> Iterator[Path]:
    """Yield a directory that an ordinary person can reach and owns; pytest's own lie below one of root's."""
    directory = Path(tempfile.mkdtemp(prefix="cope-test-"))
    try:
        if sys.platform != "win32" and os.geteuid() == 0:
            os.chown(directory, NOBODY, -1)
        yield directory
    finally:
        for place, _below, _files in os.walk(directory):
            os.chmod(place, 0o700)
        shutil.rmtree(directory)

"""A process that is killed while it writes, at a moment that chance picks.

Invariant: it has told of at least one act before it is killed, and all that it told is returned.
"""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable


def told_until_killed(
    acts: Callable[[int], None], chance: random.Random, most: int, *, mark: bytes = b"\n"
) -> bytes:
    """Let a process do `acts`, kill it after at most `most` of them, and return what it told.

    `acts` is handed where to tell and does not return; `mark` stands once in what it tells of each act done.
    """
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ear)
        try:
            acts(mouth)
        finally:
            os._exit(1)
    os.close(mouth)
    began, told = time.monotonic(), b""
    wanted = 1 + chance.randrange(most)
    while told.count(mark) < wanted:
        part = os.read(ear, 65536)
        assert part, "the process ended before it was killed"
        told += part
    # Then some moment of the next act, however slow the disk is.
    time.sleep(chance.random() * (time.monotonic() - began) / wanted)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while part := os.read(ear, 65536):
        told += part
    os.close(ear)
    return told

"""A pack on its way in, killed at each call in turn: `python -m tests.faults.killing_pack DIRECTORY`.

Invariant: each turn is one process that dies at its nth call to the system, and what is there afterwards is
read as the next start reads it. A half pack ends this process with its traceback.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copecli.system.loaders import load_library, skill_ids
from copecli.system.paths import Paths, find
from copecli.system.skill_taking import bring

if TYPE_CHECKING:
    from collections.abc import Callable

THING = "exercise"
OLD = {"mine.toml": b"as it was", "other.toml": b"not of the pack"}
NEW = {"a.toml": b"one", "b.toml": b"two", "mine.toml": b"as it is to be"}
CALLS = ("open", "write", "fsync", "replace", "rename", "mkdir", "unlink", "rmdir", "listdir")


def own_files(paths: Paths) -> dict[str, bytes]:
    """Return the person's own skill files, as whoever reads skills finds them."""
    skill_ids(paths)
    return {file.name: file.read_bytes() for file in sorted(Path(paths.own_skills).glob("*.toml"))}


def die_at(call: int) -> None:
    """Let this process be killed at its nth call from now on."""
    left = call

    def counted(function: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*words: Any, **more: Any) -> Any:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return function(*words, **more)

        return wrapped

    for name in CALLS:
        setattr(os, name, counted(getattr(os, name)))


def killed_at(call: int, paths: Paths) -> bool:
    """Take the pack in, in a process that dies at that call; return whether it died."""
    child = os.fork()
    if child == 0:
        try:
            die_at(call)
            bring(paths, NEW, THING)
            os._exit(0)
        finally:
            os._exit(1)
    _pid, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def main(directory: str) -> None:
    """Print how often the pack was there and how often it was not, as JSON."""
    load_library(find({}, os.path.join(directory, "first")))  # what is loaded now is not loaded on the way
    bring(find({}, os.path.join(directory, "first")), NEW, THING)
    seen = {"old": 0, "new": 0}
    for call in range(1, 1000):
        paths = find({}, os.path.join(directory, str(call)))
        bring(paths, OLD, THING)
        died = killed_at(call, paths)
        found = own_files(paths)
        assert found in (OLD, {**OLD, **NEW}), f"call {call}: {sorted(found)}"
        assert died or found != OLD
        seen["old" if found == OLD else "new"] += died
        bring(paths, NEW, THING)
        assert own_files(paths) == {**OLD, **NEW}
        if not died:
            break
    print(json.dumps(seen))


if __name__ == "__main__":
    main(*sys.argv[1:])

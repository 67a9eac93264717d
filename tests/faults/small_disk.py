"""A process that saves with less and less room for a file: `python -m tests.faults.small_disk DIRECTORY`.

Invariant: the limit is on while an act runs and at no other time; what comes of it is printed as JSON, and a
broken promise ends the process with its traceback.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections import Counter

from copecli.core.errors import NotSaved
from copecli.system import files
from tests.faults.acts import ACTS, Act, every_file, leftovers, places, sweep_all
from tests.faults.child import load_everything

STEP = 64
"""Bytes between two limits."""


def try_with(act: Act, directory: str, limit: int) -> str:
    """Do `act` where no file may grow beyond `limit` bytes; return "saved" or what was said."""
    os.makedirs(directory)
    paths = places(directory)
    act.prepare(paths)
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    said = "saved"
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        act.do(paths)
    except NotSaved as error:
        said = str(error)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    assert leftovers(directory) == []
    act.check(paths, said == "saved")
    return said


def largest(directory: str) -> int:
    """Return the size of the largest file."""
    return max((os.path.getsize(path) for path in every_file(directory)), default=0)


def main(root: str) -> None:
    """Do every act with every limit until there is room enough."""
    load_everything()
    files.STALE_SECONDS = -1.0
    found: dict[str, dict[str, int]] = {}
    for act in ACTS:
        roomy = os.path.join(root, act.name, "roomy")
        assert try_with(act, roomy, 1 << 30) == "saved"
        said: Counter[str] = Counter()
        for limit in range(0, largest(roomy) + 2 * STEP, STEP):
            directory = os.path.join(root, act.name, str(limit))
            said[try_with(act, directory, limit)] += 1
            sweep_all(directory)
        found[act.name] = dict(said)
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1])

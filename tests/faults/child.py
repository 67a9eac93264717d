"""A process of its own that does one act: `python -m tests.faults.child ACT DIRECTORY`.

Invariant: all modules are loaded before the act begins, and the outcome is told by the exit code alone, so
that a fault of the system can hit nothing but the act. Before and after it a file called MARK is looked
for, which a trace shows.
"""

from __future__ import annotations

import os
import sys

MARK = "/copecli-test-mark"
SAVED, NOT_SAVED, UNEXPECTED = 0, 10, 20


def load_everything() -> None:
    """Load what acts would load when they need it."""
    import hashlib
    import time

    import tomli
    import tomli_w

    if sys.platform != "win32":
        import fcntl

        assert fcntl.LOCK_EX
    hashlib.sha256(b"").hexdigest()
    time.strftime("%Y", time.gmtime())
    tomli.loads(tomli_w.dumps({"a": [1]}).encode().decode("utf-8-sig"))


def outcome_of(name: str, directory: str) -> int:
    """Do the act and return what came of it."""
    from copecli.core.errors import CopeError
    from tests.faults.acts import BY_NAME, places

    paths, act = places(directory), BY_NAME[name]
    os.access(MARK, os.F_OK)
    try:
        act.do(paths)
    except CopeError:
        return NOT_SAVED
    except BaseException:
        return UNEXPECTED
    finally:
        os.access(MARK, os.F_OK)
    return SAVED


if __name__ == "__main__":
    load_everything()
    os._exit(outcome_of(*sys.argv[1:]))

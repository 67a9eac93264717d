"""A process that adds lines to the plan: `python -m tests.faults.writing DIRECTORY NAME COUNT`.

Invariant: each line is added to the plan as this process last saw it, as an open window would, so that most
saves meet a plan that another process has changed meanwhile.
"""

from __future__ import annotations

import sys

from copecli.core.plan import COPING, Item
from copecli.system import config, plan_store
from tests.faults.acts import as_text, places


def main(directory: str, name: str, count: str) -> None:
    """Add the lines, and pin one's own exercise as often."""
    paths = places(directory)
    stored = plan_store.load(paths)
    settings = config.load(paths)[0]
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(int(count)):
        item = Item(f"{name}-{number}", f"Tea {number} of {name}")
        stored = plan_store.save(paths, stored.plan.add(COPING, item), as_text, stored.digest)
        # A window that keeps what it once read, and changes one setting of its own.
        theirs = "leave-out" if name == "0" else "hidden"
        word = "cold" if name == "0" else f"exercise-{number}"
        settings = config.save(paths, settings.with_value(theirs, (word,)))


if __name__ == "__main__":
    main(*sys.argv[1:])

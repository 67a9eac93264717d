"""Saves that are killed in the middle, over and over: `python -m tests.faults.killing DIRECTORY CYCLES SEED`.

Invariant: a cycle is one process that saves as fast as it can and tells each save that it was told of, killed
at a moment that chance picks. What it was told before it died has to be there; a broken promise ends this
process with its traceback.
"""

from __future__ import annotations

import json
import os
import random
import sys
from functools import partial

from copecli.core.plan import COPING, REASONS, Item, Plan
from copecli.system import drafts, plan_store
from tests.faults.acts import as_text, leftovers, places, sweep_all
from tests.faults.child import load_everything
from tests.faults.killed import told_until_killed

FILLER = tuple(
    Item(f"r{number}", f"A reason of many words, the {number}th of them all") for number in range(40)
)
MOST_SAVES = 3
"""Saves that a process is let through before it is killed, at most."""


def plan_of(number: int) -> Plan:
    """Return the plan of that number."""
    return Plan().with_step(REASONS, FILLER).add(COPING, Item("n", f"Tea {number}"))


def number_of(plan: Plan) -> int:
    """Return which plan it is."""
    items = plan.of(COPING)
    assert plan.of(REASONS) == (FILLER if items else ())
    return int(items[0].text.removeprefix("Tea ")) if items else 0


def save_until_killed(directory: str, tell: int) -> None:
    """Save plans and drafts of rising numbers, and tell each that was said to be saved."""
    paths = places(directory)
    stored = plan_store.load(paths)
    number = number_of(stored.plan)
    while True:
        number += 1
        stored = plan_store.save(paths, plan_of(number), as_text, stored.digest)
        drafts.save(paths, "note", f"{number} " * 500)
        os.write(tell, b"%d\n" % number)


def cycle(directory: str, chance: random.Random) -> tuple[int, int]:
    """Let a process save, kill it, and look; return how many saves were told and how many files it left."""
    told = told_until_killed(partial(save_until_killed, directory), chance, MOST_SAVES)
    numbers = [int(word) for word in told.split()]
    left = len(leftovers(directory))
    check(directory, numbers[-1] if numbers else 0)
    return len(numbers), left


def check(directory: str, last: int) -> None:
    """What was told is there; everything is whole; nothing half-written stays after the next start."""
    sweep_all(directory)
    assert leftovers(directory) == []
    paths = places(directory)
    number = number_of(plan_store.load(paths).plan)
    assert number >= last, f"save {last} was told and {number} is there"
    words = (drafts.load(paths, "note") or "0 ").split()
    assert len(set(words)) == 1
    assert len(words) in (1, 500)
    assert last <= int(words[0]) <= number
    fresh = plan_store.plan_text_if_fresh(paths)
    assert fresh in (None, as_text(plan_of(number)))
    found = plan_store.versions(paths)
    for version in found[:3]:
        assert number_of(plan_store.read_version(paths, version.name)) <= number
    for version in found[20:]:
        os.unlink(os.path.join(paths.plan_history, version.name))


def main(directory: str, cycles: str, seed: str) -> None:
    """Print what was seen as JSON."""
    load_everything()
    chance = random.Random(int(seed))
    seen = [cycle(directory, chance) for _ in range(int(cycles))]
    saves, left = (sum(column) for column in zip(*seen, strict=True))
    print(json.dumps({"cycles": len(seen), "saves": saves, "left": left}))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""A whole plan that is saved, put back and added to until it is killed: `... DIRECTORY CYCLES SEED`.

Invariant: each process tells what it is about to do and that it is done, and is killed at a moment that
chance picks; then the plan is what it was before or what it was to become, whole in every field, and what it
was is kept. A broken promise ends this process with its traceback.
"""

from __future__ import annotations

import json
import os
import random
import sys
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from copecli.core.plan import COPING, Item, Plan
from copecli.desk import Desk
from copecli.documents.text import plan_as_text
from copecli.system import plan_store
from tests.faults.acts import leftovers, sweep_all
from tests.faults.child import load_everything
from tests.faults.killed import told_until_killed
from tests.papers import FULL

if TYPE_CHECKING:
    from collections.abc import Callable

SAVE, RESTORE, IMPORT = "save", "restore", "import"
MOST_ACTS = 3
"""Acts that a process is let through before it is killed, at most."""
MARK = "Tea number "


def with_teas(numbers: tuple[int, ...]) -> Plan:
    """Return the whole plan, with a line for each number."""
    plan = FULL
    for number in numbers:
        plan = plan.add(COPING, Item(f"tea-{number}", f"{MARK}{number}", likelihood=7, barrier="It is late"))
    return plan


def teas_of(plan: Plan) -> tuple[int, ...]:
    """Return the numbers; all else has to be as it was, in every field."""
    numbers = tuple(int(item.text.removeprefix(MARK)) for item in plan.of(COPING) if MARK in item.text)
    expected = with_teas(numbers)
    assert replace(plan, items={}) == replace(expected, items={})
    assert set(plan.items) == set(expected.items)
    for step, items in expected.items.items():
        assert tuple(replace(item, id="") for item in plan.of(step)) == tuple(
            replace(item, id="") for item in items
        )
    return numbers


def desk_of(directory: str) -> Desk:
    """Return a desk whose files all lie there."""
    return Desk.open({}, data_dir=directory)


def next_act(
    desk: Desk, number: int, chance: random.Random
) -> tuple[str, tuple[int, ...], Callable[[], object]]:
    """Return an act, what the plan is to become, and how it is done."""
    stored = desk.read_plan()
    act = chance.choice((SAVE, RESTORE, IMPORT))
    if act == RESTORE and (versions := desk.plan_versions()[:5]):
        name = chance.choice(versions).name
        return act, teas_of(desk.plan_called(name)), lambda: desk.restore_plan(name)
    if act == IMPORT and stored.digest:
        other = Plan({COPING: with_teas((number,)).of(COPING)[-1:]})
        return act, (*teas_of(stored.plan), number), lambda: desk.take_in(other)
    return SAVE, (number,), lambda: desk.save_plan(stored, with_teas((number,)))


def act_until_killed(directory: str, tell: int, number: int, chance: random.Random) -> None:
    """Do one act after the other, and tell before and after each."""
    desk = desk_of(directory)
    while True:
        number += 1
        act, becomes, do = next_act(desk, number, chance)
        os.write(tell, json.dumps(["begun", act, becomes]).encode() + b"\n")
        do()
        os.write(tell, json.dumps(["done", act, becomes]).encode() + b"\n")


def cycle(directory: str, number: int, chance: random.Random) -> list[list[object]]:
    """Let a process act, kill it, look at what it left, and return what it told."""
    before = teas_of(plan) if not (plan := desk_of(directory).read_plan().plan).empty else ()

    def act(tell: int) -> None:
        act_until_killed(directory, tell, number, random.Random(chance.random()))

    told = told_until_killed(act, chance, MOST_ACTS, mark=b"done")
    lines = [json.loads(line) for line in told.splitlines()]
    done = [tuple(teas) for state, _act, teas in lines if state == "done"]
    check(directory, done[-1] if done else before, tuple(lines[-1][2]))
    return lines


def check(directory: str, was: tuple[int, ...], becomes: tuple[int, ...]) -> None:
    """The plan is one or the other, whole; what it was is there; nothing half-written stays."""
    sweep_all(directory)
    assert leftovers(directory) == []
    desk = desk_of(directory)
    plan = desk.read_plan().plan
    now = teas_of(plan)
    assert now in (was, becomes), f"{now} is there; it was {was} and was to become {becomes}"
    versions = desk.plan_versions()
    kept = [teas_of(desk.plan_called(version.name)) for version in versions[:5]]
    assert now == was or was in kept, f"{was} is gone"
    assert plan_store.plan_text_if_fresh(desk.paths) in (None, plan_as_text(plan))
    for version in versions[20:]:
        os.unlink(os.path.join(desk.paths.plan_history, version.name))


def main(directory: str, cycles: str, seed: str) -> None:
    """Print what was seen as JSON: how many acts of each kind were done, and how many were cut short."""
    load_everything()
    chance = random.Random(int(seed))
    desk = desk_of(directory)
    desk.save_plan(desk.read_plan(), with_teas((0,)))
    seen: Counter[str] = Counter()
    for number in range(int(cycles)):
        lines = cycle(directory, (number + 1) * 1_000_000, chance)
        seen.update(f"{act} done" for state, act, _teas in lines if state == "done")
        if lines[-1][0] == "begun":
            seen[f"{lines[-1][1]} cut short"] += 1
    print(json.dumps({"cycles": int(cycles), **seen}))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Journals that are killed in the middle of a save: `python -m tests.faults.journal_killing DIRECTORY CYCLES
SEED`.

Invariant: a cycle is one process that adds, changes and deletes as fast as it can and tells each act that it
was told of, killed at a moment that chance picks. What it was told is there, what it was not told is there
whole or not at all, and the sums are those of the records; a broken promise ends this process with its
traceback.
"""

from __future__ import annotations

import json
import os
import random
import sys
from dataclasses import replace
from functools import partial

from copecli.core.checkin import CheckIn
from copecli.core.record_format import from_line
from copecli.core.tallying import tallies_of
from copecli.system import clock
from copecli.system.journal import Journal
from tests.faults.acts import places
from tests.faults.killed import told_until_killed

MOST_SAVES = 5
"""Acts that a process is let through before it is killed, at most."""


def act_until_killed(directory: str, tell: int) -> None:
    """Add check-ins of rising numbers; change each second one; delete each third one; tell every act."""
    journal = Journal(places(directory))
    number = journal.count(CheckIn)
    while True:
        number += 1
        tags = (f"tag {number % 5}",)
        record = CheckIn(
            id=journal.new_id(), when=clock.now(), distress=number % 11, tags=tags, note="words " * 200
        )
        journal.add(record)
        os.write(tell, f"add {record.id}\n".encode())
        if number % 2:
            journal.change(replace(record, note="other words " * 200, distress=None), record)
            os.write(tell, f"change {record.id}\n".encode())
        if number % 3 == 0:
            journal.delete(record.id)
            os.write(tell, f"delete {record.id}\n".encode())


def cycle(directory: str, chance: random.Random, known: dict[str, str]) -> tuple[int, bool]:
    """Let a process act, kill it, and look; return how many acts were told, and whether it was cut short."""
    told = told_until_killed(partial(act_until_killed, directory), chance, MOST_SAVES)
    cut_short = os.path.getsize(places(directory).journal_file + "-journal") > 0
    acts = [line.split() for line in told.decode().splitlines()]
    for what, record_id in acts:
        known[record_id] = what
    check(directory, known)
    return len(acts), cut_short


def check(directory: str, known: dict[str, str]) -> None:
    """What was told is so; at most the one act that was not told is there beside it; the sums are right."""
    journal = Journal(places(directory))
    lines: list[bytes] = []
    journal.lines(lines.extend)
    there = {record.id: record for record in map(from_line, lines)}
    assert len(there) == len(lines)
    for record_id, record in there.items():
        assert isinstance(record, CheckIn)
        assert record.note in ("words " * 200, "other words " * 200)
        if known.get(record_id) == "change":
            assert record.note.startswith("other")
        assert known.get(record_id) != "delete", "what was told to be deleted is there"
    not_told = [record_id for record_id in there if record_id not in known]
    missing = [record_id for record_id, what in known.items() if what != "delete" and record_id not in there]
    assert len(not_told) + len(missing) <= 1, "what was told to be saved is not there"
    for record_id in missing:  # deleted, and killed before it could be told
        assert record_id == max(known)
        known[record_id] = "delete"
    known.update(dict.fromkeys(not_told, "add"))
    assert journal.tallies() == tallies_of(there.values())
    assert journal.passed_over == 0
    journal.look_through()
    journal.close()


def main(directory: str, cycles: str, seed: str) -> None:
    """Print what was seen as JSON."""
    chance = random.Random(int(seed))
    known: dict[str, str] = {}
    seen = [cycle(directory, chance, known) for _ in range(int(cycles))]
    print(json.dumps({"cycles": len(seen), "acts": sum(a for a, _ in seen), "cut": sum(c for _, c in seen)}))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""A journal where no file may grow beyond a limit: `python -m tests.faults.journal_small_disk DIRECTORY`.

Invariant: the limit is on while something is saved and at no other time; a broken promise ends the process
with its traceback.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from copecli.core.checkin import CheckIn
from copecli.core.errors import NotSaved
from copecli.core.record_format import from_line
from copecli.core.tallying import tallies_of
from copecli.system.journal import Journal
from tests.faults.acts import places

if TYPE_CHECKING:
    from collections.abc import Callable

STEP = 3 * 1024 + 512
"""Bytes between two limits; SQLite writes pages of 4,096 and a journal of odd sizes."""
WORDS = "what was typed " * 600


def attempt(directory: str, limit: int, said: Counter[str]) -> None:
    """Save, change and delete with that limit; what was there before is there afterwards."""
    os.makedirs(directory)
    journal = Journal(places(directory))
    first = journal.add(CheckIn(id=journal.new_id(), when=journal.now(), note=WORDS, tags=("before",)))
    second = CheckIn(id=journal.new_id(), when=journal.now(), note=WORDS * 2, tags=("after",))
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    shorter = replace(second, note="x" * 15_000)
    acts: tuple[tuple[Callable[[], object], dict[str, CheckIn]], ...] = (
        (lambda: journal.add(second), {first.id: first, second.id: second}),
        (lambda: journal.change(shorter), {first.id: first, second.id: shorter}),
        (lambda: journal.delete(second.id), {first.id: first}),
    )
    wanted = {first.id: first}
    try:
        for do, then in acts:
            try:
                do()
                said["saved"] += 1
                wanted = then
            except NotSaved as error:
                said[str(error).replace(directory, "")] += 1
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    for again in (journal, Journal(places(directory))):
        lines: list[bytes] = []
        again.lines(lines.extend)
        there = {record.id: record for record in map(from_line, lines)}
        assert there == wanted, limit
        assert again.tallies() == tallies_of(there.values())
        again.look_through()
    journal.add(second)  # with room again it goes on


def main(root: str) -> None:
    """Try every limit until there is room enough."""
    said: Counter[str] = Counter()
    for limit in range(0, 120 * 1024, STEP):
        attempt(os.path.join(root, str(limit)), limit, said)
    print(json.dumps(said))


if __name__ == "__main__":
    main(sys.argv[1])

"""A journal of any size, the same each time: for measuring with, by us and by the other benchmarks.

Invariant: what it makes is saved by the program's own ways, so it is a journal like any other.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from copecli.core.checkin import FEELINGS, CheckIn
from copecli.core.ids import RANDOM_BYTES, next_id
from copecli.core.record_format import to_line
from copecli.core.uses import EASE, Use
from copecli.core.when import DAY_MS, When
from copecli.system.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copecli.core.records import Record
    from copecli.system.paths import Paths

LAST_DAY = When.from_iso("2026-11-26T20:00:00+00:00")
TAGS = ("work", "home", "family", "school", "money", "sleep", "a message", "the bus")
SKILLS = tuple(f"skill-{number}" for number in range(40))
STATES = ("", "overwhelmed", "panicky", "numb", "urge", "sad")
FEELING_IDS = tuple(name for name, _words in FEELINGS)


def many(check_ins: int, uses: int, *, years: int = 10, seed: int = 1) -> Iterator[Record]:
    """Yield so many records, spread evenly over the years before LAST_DAY, in the order of time."""
    chance = random.Random(seed)
    total = check_ins + uses
    step = years * 365 * DAY_MS // max(total, 1)
    record_id = ""
    for number in range(total):
        when = When(LAST_DAY.utc_ms - (total - number) * step, 60)
        record_id = next_id(record_id, when.utc_ms, chance.randbytes(RANDOM_BYTES))
        if number * uses // total < (number + 1) * uses // total:
            yield _use(chance, record_id, when)
        else:
            yield _check_in(chance, record_id, when)


def _check_in(chance: random.Random, record_id: str, when: When) -> CheckIn:
    return CheckIn(
        id=record_id,
        when=when,
        feelings=tuple(chance.sample(FEELING_IDS, chance.randrange(1, 4))),
        distress=chance.randrange(11),
        urge=chance.choice((None, *range(11))),
        able=chance.choice((None, *range(11))),
        tags=tuple(chance.sample(TAGS, chance.randrange(3))),
        note="What happened, in a line or two of one's own. " * chance.randrange(4),
    )


def _use(chance: random.Random, record_id: str, when: When) -> Use:
    before = chance.randrange(11)
    return Use(
        id=record_id,
        when=when,
        skill=chance.choice(SKILLS),
        state=chance.choice(STATES),
        finished=True,
        seconds=chance.randrange(600),
        ease=chance.choice(EASE),
        distress_before=before,
        distress_after=max(0, before - chance.randrange(4)),
    )


def fill(paths: Paths, check_ins: int = 100_000, uses: int = 20_000) -> None:
    """Put so many records into the journal of these places."""
    journal = Journal(paths, now=lambda: LAST_DAY)
    records = ((record, to_line(record)) for record in many(check_ins, uses))
    journal.take_in(records, lambda: None)
    journal.close()

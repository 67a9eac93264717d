"""A journal with something for every section: ten weeks, exercises that helped and did not, and maps.

Invariant: it is the same each time, and made of what the program itself could have kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.core.chain import TriggerMap
from copecli.core.checkin import CheckIn
from copecli.core.ids import next_id
from copecli.core.record_format import to_line
from copecli.core.uses import EASIER, HARDER, Use, Wave
from copecli.core.when import DAY_MS, When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copecli.core.records import Record
    from copecli.desk import Desk

MONDAY = When.from_iso("2026-05-04T12:00:00+00:00")
WEEKS = 10
NEEDS = ("show", "hold-off")
TAG = "the \x1b[31mbus"
"""An own word that would steer a terminal, if it could."""


def records() -> Iterator[Record]:
    """Yield every record, in the order of time."""
    ids = _ids()
    for day in range(0, WEEKS * 7, 2):
        when = When(MONDAY.utc_ms + day * DAY_MS)
        hard, late = day % 8 == 0, day > WEEKS * 7 // 2
        yield CheckIn(
            id=next(ids),
            when=when,
            feelings=("sad",),
            distress=9 if hard else 3,
            urge=0 if late else 6,
            able=7 if late else 2,
            tags=(TAG,) if hard else (),
        )
        yield Use(id=next(ids), when=when, skill="five-senses", state="numb", ease=EASIER)
        yield Use(id=next(ids), when=when, skill="sighing", state="angry", ease=HARDER)
        if hard:
            yield TriggerMap(id=next(ids), when=when, before=("conflict",), needs=NEEDS, finished=True)
            yield Wave(id=next(ids), when=when, minutes=10, seconds=600, finished=True)


def _ids() -> Iterator[str]:
    record_id = ""
    while True:
        record_id = next_id(record_id, MONDAY.utc_ms, bytes(8))
        yield record_id


def fill(desk: Desk) -> None:
    """Put all of it into the journal of this desk."""
    desk.journal.take_in(((record, to_line(record)) for record in records()), lambda: None)
    desk.journal.close()

"""How quick a big journal is: `python -m benchmarks.journal [CHECK-INS] [USES]`.

Invariant: each figure is the median of eleven, beside the bar that it has to hold where there is one; what is
measured is the program's own way, with every save on the disk.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.big_journal import LAST_DAY, fill, many
from copecli.core.checkin import CheckIn
from copecli.core.record_format import to_line
from copecli.core.when import DAY_MS, When
from copecli.documents.text import plan_as_text
from copecli.system.data_export import export, take_in
from copecli.system.journal import Journal
from copecli.system.paths import find

if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.system.paths import Paths

TIMES = 11


def median_of(do: Callable[[], object], times: int = TIMES) -> tuple[float, float]:
    """Return (median, most) in milliseconds."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        do()
        found.append((time.perf_counter() - began) * 1000)
    return statistics.median(found), max(found)


def first_saves(paths: Paths, times: int = TIMES) -> tuple[float, float]:
    """Return (median, most) in milliseconds of a day's first save; what follows it is not waited for."""
    found = []
    for day in range(1, times + 1):
        moment = partial(When, LAST_DAY.utc_ms + day * DAY_MS)
        journal = Journal(paths, now=moment)
        record = CheckIn(id=journal.new_id(), when=moment())
        began = time.perf_counter()
        journal.add(record)
        found.append((time.perf_counter() - began) * 1000)
        journal.close()
    return statistics.median(found), max(found)


def tell(what: str, figure: tuple[float, float], bar: float = 0) -> None:
    """Print one figure."""
    end = f"   bar {bar:g}" if bar else ""
    print(f"{what:44} {figure[0]:9.2f} ms   most {figure[1]:9.2f}{end}")


def measure(paths: Paths) -> None:
    """Measure the journal of these places."""
    journal = Journal(paths, now=lambda: LAST_DAY)

    def opened() -> None:
        fresh = Journal(paths, now=lambda: LAST_DAY)
        assert len(fresh.newest(CheckIn, limit=20)) == 20
        fresh.close()

    def save() -> None:
        journal.add(
            CheckIn(id=journal.new_id(), when=journal.now(), distress=7, tags=("work",), note="x" * 200)
        )

    def delete_and_bring_back() -> None:
        (record,) = journal.newest(CheckIn, limit=1)
        journal.delete(record.id)
        journal.add(record)

    tell("open, and the newest 20", median_of(opened))
    tell("a check-in saved", median_of(save), 50)
    tell("the first one of a day", first_saves(paths), 50)
    tell("one deleted and brought back", median_of(delete_and_bring_back))
    tell("all sums", median_of(journal.tallies), 100)
    tell("what helped", median_of(journal.helped), 100)
    tell("check-ins by day", median_of(lambda: journal.rated("day")), 100)
    a_month = median_of(lambda: journal.rated("day", "2026-10-27", "2026-11-26"))
    tell("a month of days", a_month, 100)
    tell("check-ins by feeling", median_of(lambda: journal.rated("feeling")), 100)
    journal.settle()
    tell("the file looked through", median_of(journal.look_through))
    tell("a month of check-ins", median_of(lambda: journal.of_days(CheckIn, "2026-10-27", "2026-11-26")))
    tell("sums made anew", median_of(journal.recount, 1))
    tell("export", median_of(lambda: export(paths, journal, lambda line: None), 3))


def main(check_ins: str = "100000", uses: str = "20000") -> None:
    """Fill a journal, and measure it."""
    with tempfile.TemporaryDirectory() as directory:
        paths = find({}, directory)
        fill(paths, int(check_ins), int(uses))
        measure(paths)
    lines = [to_line(record) for record in many(int(check_ins), 0)]
    with tempfile.TemporaryDirectory() as directory:
        paths = find({}, directory)
        journal = Journal(paths)
        tell(
            f"import of {check_ins} lines", median_of(lambda: take_in(paths, journal, lines, plan_as_text), 1)
        )
        tell("the same once more", median_of(lambda: take_in(paths, journal, lines, plan_as_text), 1))


if __name__ == "__main__":
    main(*sys.argv[1:])

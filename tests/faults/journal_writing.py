"""A process that saves check-ins: `python -m tests.faults.journal_writing DIRECTORY NAME COUNT`."""

from __future__ import annotations

import sys

from copecli.core.checkin import CheckIn
from copecli.system.journal import Journal
from tests.faults.acts import places


def main(directory: str, name: str, count: str) -> None:
    """Save so many, as soon as a line is read."""
    journal = Journal(places(directory))
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(int(count)):
        record = CheckIn(
            id=journal.new_id(),
            when=journal.now(),
            distress=number % 11,
            tags=("both", name),
            note=str(number),
        )
        journal.add(record)
    journal.close()


if __name__ == "__main__":
    main(*sys.argv[1:])

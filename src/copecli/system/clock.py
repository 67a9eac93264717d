"""The clock on the wall, as the journal writes it down.

Invariant: a clock that is far off gives a moment all the same, the nearest that can be told, so it stops no
save.
"""

from __future__ import annotations

from copecli.core.when import When


def now() -> When:
    """Return the present moment, with the offset that holds here and today."""
    from time import time

    return moment(time())


def moment(seconds: float) -> When:
    """Return the moment so many seconds after 1970, as the clocks of this computer's zone show it."""
    from time import localtime

    try:
        east = localtime(seconds).tm_gmtoff // 60
    except (OverflowError, OSError, ValueError):
        east = 0
    return When.nearest(int(seconds * 1000), east)

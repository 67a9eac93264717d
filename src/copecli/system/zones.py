"""The clocks of other places, from the zones that Python knows.

Invariant: nothing raises and nothing is guessed: a zone that is not there is None. `zoneinfo` takes a fifth
of a bare start, so it is loaded for a line with hours and for no other.
"""

from __future__ import annotations

from copecli.core.opening import Clock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.opening import Offset


def clock(*, own: bool) -> Clock:
    """Return this moment; `own` says whether this computer's clock is the person's."""
    from functools import lru_cache
    from time import time

    return Clock(int(time() // 60), lru_cache(maxsize=None)(offset_of), offset_here if own else None)


def offset_here(minute: int) -> int:
    """Return how far east of UTC this computer's clock stands at that moment, in minutes."""
    from time import localtime

    try:
        return localtime(minute * 60).tm_gmtoff // 60
    except (OverflowError, OSError, ValueError):
        return 0


def offset_of(zone: str) -> Offset | None:
    """Return the offset of that zone; None where this computer has no table of zones, or not that one."""
    try:
        from datetime import datetime
        from zoneinfo import ZoneInfo

        found = ZoneInfo(zone)
    except (ImportError, OSError, ValueError, KeyError):
        return None

    def offset(minute: int) -> int:
        try:
            east = datetime.fromtimestamp(minute * 60, found).utcoffset()
        except (OverflowError, OSError, ValueError):
            return 0  # a clock that is far off: nothing is said by it
        return 0 if east is None else int(east.total_seconds() // 60)

    return offset

"""Whether a check-in is offered at home: never, or once a day or a week.

Invariant: it is an offer and nothing else. How long ago the last one was is not said, and not handed on.
"""

from __future__ import annotations

from copecli.core.when import day_number
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

NEVER, DAILY, WEEKLY = "never", "daily", "weekly"
DAYS: Mapping[str, int] = {DAILY: 1, WEEKLY: 7}
"""Days from one offer to the next."""

OFFER = N_("A check-in, if you like")


def offers(how_often: str, last: str, today: str) -> bool:
    """Return whether to offer one; `last` is the day (ISO) of the last one, or nothing."""
    days = DAYS.get(how_often)
    if days is None:
        return False
    return not last or day_number(today) - day_number(last) >= days

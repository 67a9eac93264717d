"""A key held down by a trembling hand is one press: repeats are told from presses by their rhythm.

Invariant: pure; times are handed in. A terminal does not say which presses are repeats, but a hand cannot
press the same key twice within 0.1 s, and a keyboard repeats every 0.02 to 0.05 s after waiting 0.2 to 0.8
s. So the first repeat looks like a press, and is known for what it was only by the second, which comes at
once: then it is taken back.
"""

from __future__ import annotations

from dataclasses import dataclass

FASTEST_HAND = 0.1
"""Seconds: two events of one key closer than this are a keyboard repeating."""
LONGEST_WAIT_TO_REPEAT = 0.8
"""Seconds that a keyboard waits, at the most, before it begins to repeat."""

ACCEPT = "accept"
SWALLOW = "swallow"
TAKE_BACK = "take back"


@dataclass(frozen=True, slots=True)
class HeldKey:
    """What has been seen of the last key."""

    key: str = ""
    at: float = -1000.0
    """When it was last seen, in seconds of a monotonic clock."""
    gap: float = 1000.0
    """Seconds between the last two times it was seen."""
    repeating: bool = False

    def press(self, key: str, at: float) -> tuple[HeldKey, str]:
        """Return the new memory and ACCEPT, SWALLOW, or TAKE_BACK.

        Swallow this, and undo the press before it.
        """
        if key != self.key:
            return HeldKey(key, at), ACCEPT
        gap = at - self.at
        if gap >= FASTEST_HAND:
            return HeldKey(key, at, gap), ACCEPT
        looked_like_a_press = not self.repeating and FASTEST_HAND <= self.gap <= LONGEST_WAIT_TO_REPEAT
        return HeldKey(key, at, gap, True), TAKE_BACK if looked_like_a_press else SWALLOW

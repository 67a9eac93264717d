"""Names for what is kept: a UUID that rises with time, and one that is made of the words themselves.

After RFC 9562: version 7, whose 12 bits after the time count up, and version 8, a hash. Invariant: ids of one
chain rise even where the clock stands still or goes back, and no two are the same.
"""

from __future__ import annotations

LAST_TIME = (1 << 48) - 1
RANDOM_BYTES = 8
"""Bytes of chance that one id takes."""
MOST_IN_ONE = 1 << 12
"""Ids within one millisecond; the next one borrows from the millisecond after."""

_DASHES = (8, 13, 18, 23)
_HEX = frozenset("0123456789abcdef")


def next_id(previous: str, ms: int, chance: bytes) -> str:
    """Return a UUIDv7 of the time `ms` that comes after `previous` ("" for none)."""
    ms = max(0, min(LAST_TIME, ms))
    count = 0
    if previous:
        digits = previous.replace("-", "")
        before, last = int(digits[:12], 16), int(digits[13:16], 16)
        if ms <= before:
            ms, count = before, last + 1
            if count == MOST_IN_ONE:
                ms, count = min(before + 1, LAST_TIME), 0
    tail = int.from_bytes(chance[:RANDOM_BYTES], "big") & ((1 << 62) - 1)
    return _dashed((ms << 80) | (7 << 76) | (count << 64) | (2 << 62) | tail)


def derived_id(content: bytes) -> str:
    """Return the UUIDv8 of these bytes: the same ones always have the same."""
    from hashlib import sha256

    number = int.from_bytes(sha256(content).digest()[:16], "big")
    return _dashed(number & ~(0xF << 76) & ~(3 << 62) | (8 << 76) | (2 << 62))


def is_id(text: str) -> bool:
    """Return whether it is a UUID as it is written here: lower case, with dashes."""
    return (
        len(text) == 36
        and all(text[at] == "-" for at in _DASHES)
        and text.count("-") == len(_DASHES)
        and _HEX.issuperset(text.replace("-", ""))
    )


def _dashed(number: int) -> str:
    digits = f"{number:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))

"""The numbers that a phone can dial in what a person wrote as one.

Invariant: a link never dials anything but the digits that stand there, and where it is not plain which they
are, there is no link; the writing itself is never changed.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST, LIKELY, LONGEST = 3, 5, 15
"""Digits of a number: 112 where nothing else stands there, any other, and the most that one has."""

_BETWEEN = frozenset("()-/.\u2010\u2011\u2012\u2013\xa0 ")
_TRUNK = "(0)"
"""Not dialled after a country code."""


def dialled(written: str) -> tuple[tuple[str, str], ...]:
    """Return `written` in parts: (part, the digits to dial or nothing)."""
    parts = list(_parts(written))
    alone = sum(numeric for _, numeric in parts) == 1 and len(parts) == 1
    found: list[tuple[str, str]] = []
    for at, (part, numeric) in enumerate(parts):
        before = "".join(each for each, _ in parts[:at])
        after = "".join(each for each, _ in parts[at + 1 :]).lstrip("-.")
        glued = before[-1:].isalpha() or after[:1].isalpha()  # 1-800-LETTERS
        found.append((part, "" if glued or not numeric else _digits(part, SHORTEST if alone else LIKELY)))
    return tuple(found)


def _parts(written: str) -> Iterator[tuple[str, bool]]:
    """Yield runs of what a number is made of, and what stands between them."""
    part, numeric = "", False
    for at, character in enumerate(written):
        apart = character == "/" and written[at - 1 : at] == " "  # one number or the other
        fits = (character.isdecimal() or character in _BETWEEN) and not apart
        opens = character.isdecimal() or (character == "(" and written[at + 1 : at + 2].isdecimal())
        begins = character == "+" or (not numeric and opens)
        if part and (begins or (numeric and not fits)):
            yield from _trimmed(part, numeric)
            part = ""
        numeric = begins or (numeric and fits)
        part += character
    if part:
        yield from _trimmed(part, numeric)


def _trimmed(part: str, numeric: bool) -> Iterator[tuple[str, bool]]:
    """Yield the blanks and marks at the end of a number apart from it."""
    end = len(part)
    while numeric and end and not (part[end - 1].isdecimal() or part[end - 1] == ")"):
        end -= 1
    if end:
        yield part[:end], numeric
    if part[end:]:
        yield part[end:], False


def _digits(part: str, fewest: int) -> str:
    called = part.replace(_TRUNK, "") if part.startswith("+") else part
    digits = "".join(str(int(character)) for character in called if character.isdecimal())
    if not fewest <= len(digits) <= LONGEST:
        return ""
    return "+" + digits if part.startswith("+") else digits

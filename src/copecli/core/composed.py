"""A text that was put together, changed line by line.

Invariant: no line but the one that is named changes; one that is emptied is left out, unless it is the last.
"""

from __future__ import annotations


def lines_of(text: str) -> list[str]:
    """Return the lines, the empty ones too."""
    return text.split("\n")


def with_line(text: str, at: int, typed: str) -> str:
    """Return the text with `typed` in the place of the line `at`, from 0."""
    lines = lines_of(text)
    lines[at : at + 1] = [typed] if typed or len(lines) == 1 else []
    return "\n".join(lines)

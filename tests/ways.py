"""The way from home to what stands on the page More, in keys and in lines, wherever it stands there."""

from __future__ import annotations

from copecli.core.more_words import MORE


def downs(key: str) -> int:
    """Return how often the cursor goes down to reach it."""
    return [found for found, _words in MORE].index(key)


def to_more(key: str) -> tuple[str, ...]:
    """Return the keys that open it from home, by their names in Textual."""
    return ("m", *("down",) * downs(key), "enter")


def numbered(key: str) -> str:
    """Return what opens it in the line face, on the page More."""
    return str(downs(key) + 1)

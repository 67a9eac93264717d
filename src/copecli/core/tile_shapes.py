"""The shapes of the tile game: seven kinds, each in four turns, as plain geometry.

Invariant: every turn of a kind has as many cells as the kind, none twice, and touches the top and the left
of its own box; so a shape is placed by one corner alone.
"""

from __future__ import annotations

Cells = tuple[tuple[int, int], ...]
"""(column, row) of each cell, from the upper left of its box."""

_DRAWN = (
    ("xxx",),
    ("xx", "x "),
    ("xx", "xx"),
    ("xxx", " x "),
    ("xxx", "x  "),
    ("xxx", "  x"),
    ("xx ", " xx"),
)
"""One row, one corner, one block, a stem, a hook to the left and one to the right, a step."""

KINDS = len(_DRAWN)
LARGEST = 3
"""No shape is wider or higher, however it is turned."""


def _cells(drawn: tuple[str, ...]) -> Cells:
    return tuple((x, y) for y, row in enumerate(drawn) for x, mark in enumerate(row) if mark == "x")


def _turned(cells: Cells) -> Cells:
    """Return the cells a quarter turned, to the right."""
    lowest = max(y for _x, y in cells)
    return tuple(sorted((lowest - y, x) for x, y in cells))


def _all_turns(cells: Cells) -> tuple[Cells, ...]:
    turns = [cells]
    while len(turns) < 4:
        turns.append(_turned(turns[-1]))
    return tuple(turns)


_TURNS = tuple(_all_turns(_cells(drawn)) for drawn in _DRAWN)


def shape(kind: int, turns: int) -> Cells:
    """Return the cells of a kind, 0 to KINDS - 1, after so many quarter turns to the right."""
    return _TURNS[kind][turns % 4]


def across(kind: int, turns: int) -> int:
    """Return how many columns it takes."""
    return 1 + max(x for x, _y in shape(kind, turns))

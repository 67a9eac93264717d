"""A wave as lines of text: what was ridden is full, what is ahead is an edge, and a mark says where one is.

Invariant: pure, and never wider or higher than asked. The place now is a sign of its own, never a colour
alone, and nothing in the shape says that an urge will be gone when the time is: the sea goes on.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi

HERE, HERE_ASCII = "●", "@"
AHEAD, AHEAD_ASCII = "·", "."
FULL, FULL_ASCII = "█", "#"
EIGHTHS = " ▁▂▃▄▅▆▇"
WATER = frozenset(FULL + FULL_ASCII + EIGHTHS[1:])
"""What the ridden part is made of; the mark, the numbers and the edge ahead are not."""

SWELL_COLUMNS = 10
"""Cells of a swell at the least: narrower ones look like teeth."""
MOST_SWELLS = 5
MIDDLE, SWING = 0.5, 0.34
"""The level of the sea, and how far a swell goes up and down from it, as parts of the height."""
RATED_SWING = 0.12
"""The same where ratings are the level: they have to be seen."""
HIGHEST_RATING = 10


@dataclass(frozen=True, slots=True)
class Seen:
    """What of a ride is in the picture."""

    seconds: float
    total: float
    """In seconds, above 0."""
    ratings: tuple[tuple[int, int], ...] = ()
    """(second, strength 0 to 10), in the order of time."""

    @property
    def part(self) -> float:
        """How much has been ridden, 0 to 1."""
        return max(0.0, min(1.0, self.seconds / self.total)) if self.total > 0 else 0.0


def picture(seen: Seen, columns: int, rows: int, *, unicode: bool = True) -> tuple[str, ...]:
    """Return `rows` lines of `columns` cells; none where there is no room."""
    if columns < 1 or rows < 1:
        return ()
    here = min(columns - 1, int(seen.part * columns))
    if rows < 3:  # too low for a wave: a line that fills
        row = [FULL] * here + [HERE] + [AHEAD] * (columns - here - 1)
        return _said([[" "] * columns] * (rows - 1) + [row], unicode)
    cells = [[" "] * columns for _row in range(rows)]
    tops = [_top(seen, (x + 0.5) / columns, columns, rows) for x in range(columns)]
    for x, top in enumerate(tops):
        _fill(cells, x, top, ridden=x <= here)
    _put(cells, here, _row_above(tops[here], rows), HERE)
    for second, value in seen.ratings:
        _number(cells, tops, int(second / seen.total * columns) if seen.total > 0 else 0, value, here)
    return _said(cells, unicode)


def _top(seen: Seen, place: float, columns: int, rows: int) -> int:
    """Return how high the water stands at `place` (0 to 1 of the way), in eighths of a row.

    One row stays free above it, for the mark and the numbers.
    """
    swells = max(2, min(MOST_SWELLS, columns // SWELL_COLUMNS))
    swell = -cos(2 * pi * place * swells)
    level, swing = (_level(seen, place), RATED_SWING) if seen.ratings else (MIDDLE, SWING)
    part = max(0.06, min(1.0, level + swing * swell))
    return max(1, round(part * (rows - 1) * 8))


def _level(seen: Seen, place: float) -> float:
    """Return the strength at `place` as a part of 1, between two ratings on the straight line."""
    second = place * seen.total
    before, after = seen.ratings[0], seen.ratings[-1]
    for rating in seen.ratings:
        if rating[0] <= second:
            before = rating
        else:
            after = rating
            break
    if second <= before[0] or second >= after[0] or after[0] == before[0]:
        value: float = before[1] if second >= before[0] else after[1]
    else:
        way = (second - before[0]) / (after[0] - before[0])
        value = before[1] + way * (after[1] - before[1])
    return 0.1 + 0.8 * value / HIGHEST_RATING


def _fill(cells: list[list[str]], x: int, top: int, *, ridden: bool) -> None:
    rows = len(cells)
    whole, eighths = divmod(top, 8)
    if not ridden:
        cells[_surface(top, rows)][x] = AHEAD
        return
    for y in range(rows - whole, rows):
        cells[y][x] = FULL
    if eighths and whole < rows:
        cells[rows - whole - 1][x] = EIGHTHS[eighths]


def _surface(top: int, rows: int) -> int:
    """Return the row in which the water's edge lies, from above."""
    return max(0, min(rows - 1, rows - (top + 7) // 8))


def _row_above(top: int, rows: int) -> int:
    return max(0, _surface(top, rows) - 1)


def _number(cells: list[list[str]], tops: list[int], x: int, value: int, here: int) -> None:
    """Write a rating above the water where it was given, unless the mark is there."""
    columns = len(tops)
    text = str(value)
    x = max(0, min(columns - len(text), x))
    y = _row_above(tops[x], len(cells))
    spots = range(x, x + len(text))
    if len(text) > columns or here in spots:
        return
    for offset, sign in enumerate(text):
        _put(cells, x + offset, y, sign)


def _put(cells: list[list[str]], x: int, y: int, sign: str) -> None:
    cells[y][x] = sign


def _said(cells: list[list[str]], unicode: bool) -> tuple[str, ...]:
    lines = tuple("".join(row) for row in cells)
    return lines if unicode else tuple(line.translate(_ASCII) for line in lines)


_ASCII = str.maketrans(
    {HERE: HERE_ASCII, AHEAD: AHEAD_ASCII, FULL: FULL_ASCII}
    | dict.fromkeys(EIGHTHS[1:4], " ")
    | dict.fromkeys(EIGHTHS[4:], FULL_ASCII)
)

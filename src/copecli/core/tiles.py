"""The tile game: shapes come down slowly, are turned and placed, and a full row clears.

Invariant: a Tiles never changes, and never ends. The falling tile lies within the board and on no other
one; where a new tile finds no room, the lowest rows clear until it does. There is no score, and nothing
that can be lost.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from copecli.core.events import Pause, Tick
from copecli.core.tile_shapes import KINDS, LARGEST, across, shape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Below = Callable[[int], int]
    """Gives a number from 0 to n - 1, by chance."""

LEFT, RIGHT, TURN, DOWN, DROP, SPEED = "left", "right", "turn", "down", "drop", "speed"
MOVES = (LEFT, RIGHT, TURN, DOWN, DROP, SPEED)
SPEEDS = (1.5, 0.9, 0.5)
"""Seconds that a tile rests on a row: slow to begin with, then as the person likes."""
NARROWEST, LOWEST = 6, 6
"""Columns and rows that a board has at the least; a shape takes three."""
WIDEST, HIGHEST = 10, 16
"""A low board is also narrow, so that it has room for some rows before the lowest clear."""


@dataclass(frozen=True, slots=True)
class Push:
    """What the person does with the falling tile."""

    move: str
    """One of MOVES."""


Event = Push | Tick | Pause


@dataclass(frozen=True, slots=True)
class Falling:
    """The tile that is coming down."""

    kind: int
    turns: int
    """Quarter turns to the right, 0 to 3."""
    x: int
    """Column of its left edge, from 0."""
    y: int
    """Row of its upper edge, from 0 at the top."""

    @property
    def cells(self) -> Iterator[tuple[int, int]]:
        """Yield (column, row) of each of its cells on the board."""
        return ((self.x + x, self.y + y) for x, y in shape(self.kind, self.turns))


Row = tuple[int, ...]
"""One number a column: 0 is empty, n a tile of kind n - 1."""


@dataclass(frozen=True, slots=True)
class Tiles:
    """A board with a tile on its way. Begin one with `Tiles.begin`."""

    rows: tuple[Row, ...]
    """What has settled, from the top."""
    falling: Falling
    bag: tuple[int, ...] = ()
    """Kinds that come before all of them come again."""
    rested: float = 0.0
    """Seconds that the tile has rested on its row."""
    speed: int = 0
    """Index into SPEEDS."""
    paused: bool = False

    @classmethod
    def begin(cls, below: Below, *, high: int = HIGHEST) -> Tiles:
        """Return an empty board that fits into `high` rows, with its first tile."""
        high = max(LOWEST, min(HIGHEST, high))
        wide = max(NARROWEST, min(WIDEST, high - 4))
        return cls(((0,) * wide,) * high, Falling(0, 0, 0, 0))._with_a_new_tile(below)

    @property
    def wide(self) -> int:
        """Return how many columns the board has."""
        return len(self.rows[0])

    @property
    def high(self) -> int:
        """Return how many rows it has."""
        return len(self.rows)

    @property
    def seconds_to_fall(self) -> float:
        """Return when the tile comes down by itself: the time for the next Tick."""
        return max(0.0, SPEEDS[self.speed] - self.rested)

    def next(self, event: Event, below: Below) -> Tiles:
        """Return the board after `event`; to move a tile lets a paused one go on."""
        match event:
            case Pause():
                return replace(self, paused=not self.paused, rested=0.0)
            case Tick() if self.paused:
                return self
            case Tick(seconds):
                return self._rested(seconds, below)
            case Push(move):
                return replace(self, paused=False)._pushed(move, below)

    def cell(self, x: int, y: int) -> int:
        """Return what is seen there: 0 nothing, n a tile of kind n - 1, falling or settled."""
        return self.falling.kind + 1 if (x, y) in self.falling.cells else self.rows[y][x]

    def fitted(self, high: int) -> Tiles:
        """Return the game on a board of another height: what lies lowest stays, as long as there is room."""
        high = max(LOWEST, min(HIGHEST, high))
        if high == self.high:
            return self
        more = high - self.high
        rows = (((0,) * self.wide,) * more + self.rows)[-high:]
        tile = replace(self.falling, y=max(0, self.falling.y + more))
        fitted = replace(self, rows=rows, falling=tile)
        if fitted._free(tile):
            return fitted
        return fitted._with_a_tile(replace(tile, y=0))

    def _rested(self, seconds: float, below: Below) -> Tiles:
        """Come down a row where the time for it is over: one row at the most, however long it took."""
        rested = self.rested + max(0.0, seconds)
        if rested < SPEEDS[self.speed]:
            return replace(self, rested=rested)
        return self._lower(below)

    def _pushed(self, move: str, below: Below) -> Tiles:
        tile = self.falling
        match move:
            case "left" | "right":
                moved = replace(tile, x=tile.x + (1 if move == RIGHT else -1))
                return replace(self, falling=moved) if self._free(moved) else self
            case "turn":
                return self._turned()
            case "down":
                return self._lower(below)
            case "drop":
                while self._free(lower := replace(tile, y=tile.y + 1)):
                    tile = lower
                return replace(self, falling=tile)._settled(below)
            case "speed":
                return replace(self, speed=(self.speed + 1) % len(SPEEDS))
        return self

    def _turned(self) -> Tiles:
        """Turn the tile to the right; beside a wall or another tile it makes room by a column or two."""
        tile = replace(self.falling, turns=(self.falling.turns + 1) % 4)
        for aside in (0, -1, 1, -2, 2):
            moved = replace(tile, x=tile.x + aside)
            if self._free(moved):
                return replace(self, falling=moved)
        return self

    def _lower(self, below: Below) -> Tiles:
        lower = replace(self.falling, y=self.falling.y + 1)
        if self._free(lower):
            return replace(self, falling=lower, rested=0.0)
        return self._settled(below)

    def _free(self, tile: Falling) -> bool:
        """Return whether the tile lies within the board and on no other one."""
        return all(0 <= x < self.wide and 0 <= y < self.high and not self.rows[y][x] for x, y in tile.cells)

    def _settled(self, below: Below) -> Tiles:
        """Lay the tile down, clear what is full, and let the next one come."""
        lying = set(self.falling.cells)
        mark = self.falling.kind + 1
        rows = [
            tuple(mark if (x, y) in lying else kind for x, kind in enumerate(row))
            for y, row in enumerate(self.rows)
        ]
        left = tuple(row for row in rows if 0 in row)
        cleared = ((0,) * self.wide,) * (self.high - len(left)) + left
        return replace(self, rows=cleared)._with_a_new_tile(below)

    def _with_a_new_tile(self, below: Below) -> Tiles:
        bag = self.bag or tuple(range(KINDS))
        kind = bag[below(len(bag))]
        tile = Falling(kind, 0, (self.wide - across(kind, 0)) // 2, 0)
        rest = tuple(other for other in bag if other != kind)
        return replace(self, bag=rest, rested=0.0)._with_a_tile(tile)

    def _with_a_tile(self, tile: Falling) -> Tiles:
        """Let `tile` come; where it finds no room, the lowest rows clear until there is some to play in."""
        board = self
        while not board._free(tile):
            rows = ((0,) * self.wide,) * LARGEST + board.rows[:-LARGEST]
            board = replace(board, rows=rows)
        return replace(board, falling=tile)


__all__ = [
    "DOWN", "DROP", "HIGHEST", "LEFT", "LOWEST", "MOVES", "RIGHT", "SPEED", "SPEEDS", "TURN", "Falling",
    "Pause", "Push", "Tick", "Tiles",
]  # fmt: skip

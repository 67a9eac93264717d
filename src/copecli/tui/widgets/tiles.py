"""The tile game to look at: a board that is drawn by the row.

Invariant: it holds the game and nothing of the exercise around it, and repaints only rows that changed. A
timer runs only while a tile comes down by itself: not while paused, not where nothing should move. Each
kind of tile has signs of its own, so that no colour has to be told from another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from copecli.core.tiles import Pause, Push, Tick, Tiles

if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.tui.app import CopeApp

SIGNS = ("[]", "##", "()", "<>", "::", "%%", "==")
"""What a cell of each kind is drawn with, in plain ASCII: the first sign alone where a cell is one column."""
LOOKS = ("tiles--one", "tiles--two", "tiles--three")
"""Three tones, one after the other: they only help; the signs say which kind it is."""
SHORTEST_WAIT = 0.02
"""Seconds: what rounding leaves of a time must still pass."""

Cells = tuple[int, ...]


class TileBoard(Widget):
    """A game of tiles."""

    COMPONENT_CLASSES = {*LOOKS}
    app: CopeApp

    def __init__(self, *, changed: Callable[[float], object], id: str | None = None) -> None:
        """`changed` is told of every change by the seconds that were played since the last one."""
        super().__init__(id=id)
        self._changed = changed
        self._tiles: Tiles | None = None
        self._before: Tiles | None = None
        self._shown: tuple[Cells, ...] = ()
        self._timer: Timer | None = None
        self._since = 0.0

    # what happens

    @property
    def tiles(self) -> Tiles | None:
        """The game as it stands; None until there is room for it."""
        return self._tiles

    @property
    def paused(self) -> bool:
        """Whether it waits for the person."""
        return self._tiles is not None and self._tiles.paused

    def push(self, move: str) -> None:
        """Do one of `tiles.MOVES`."""
        self._do(Push(move))

    def pause(self) -> None:
        """Hold it still, or let it go on."""
        self._do(Pause())

    def hold(self) -> None:
        """Hold it still until the person is there again."""
        if self._tiles is not None and not self._tiles.paused:
            self._do(Pause())
        self.forget()

    def forget(self) -> None:
        """Take nothing back from now on: what was pressed since is no move."""
        self._before = None

    def take_back(self) -> None:
        """Undo the last press: it was the first repeat of a key held down."""
        if self._before is not None:
            self._tiles = self._before
            self._draw()

    def _do(self, event: Push | Pause) -> None:
        if self._tiles is not None:
            self._catch_up()
            self._before = self._tiles
            self._tiles = self._tiles.next(event, self.app.desk.below)
            self._draw()

    # time

    def _catch_up(self) -> None:
        """Hand the game the time that has passed while its timer ran."""
        if self._timer is None or self._tiles is None:
            return
        self._timer.stop()
        self._timer = None
        passed = max(0.0, self.app.clock() - self._since)
        self._tiles = self._tiles.next(Tick(passed), self.app.desk.below)
        self._changed(passed)

    def _tick(self) -> None:
        self._catch_up()
        self._draw()

    def _schedule(self) -> None:
        if self._timer is not None or self._tiles is None or self._tiles.paused or self.app.still:
            return
        self._since = self.app.clock()
        self._timer = self.set_timer(max(SHORTEST_WAIT, self._tiles.seconds_to_fall), self._tick)

    # drawing

    def _draw(self) -> None:
        """Repaint the rows that are not as they were, and look again when the tile comes down."""
        rows = self._drawn()
        if len(rows) != len(self._shown):
            self.refresh()
        else:
            changed = [y for y, (old, new) in enumerate(zip(self._shown, rows, strict=True)) if old != new]
            if changed:
                self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))
        self._shown = rows
        self._changed(0.0)
        self._schedule()

    def _drawn(self) -> tuple[Cells, ...]:
        """Return what each row shows, and below them the floor: 1 where the tile is above it."""
        tiles = self._tiles
        if tiles is None:
            return ()
        rows = tuple(tuple(tiles.cell(x, y) for x in range(tiles.wide)) for y in range(tiles.high))
        below = {x for x, _y in tiles.falling.cells}
        return (*rows, tuple(int(x in below) for x in range(tiles.wide)))

    def on_mount(self) -> None:
        """Wait for the person where another window has the keys, or the program was laid aside (Ctrl+Z)."""
        self.watch(self.app, "app_focus", self._focus_went_or_came, init=False)
        self.app.app_suspend_signal.subscribe(self, lambda _app: self.hold())

    def _focus_went_or_came(self, there: bool) -> None:
        if not there:
            self.hold()

    def on_hide(self) -> None:
        """Wait for the person where it is not seen."""
        self.hold()

    def on_resize(self) -> None:
        """Fit the game to the room there is: it begins when there is some, and goes on in any other."""
        room = self.size.height - 1
        if room < 1:
            return
        if self._tiles is None:
            self._tiles = Tiles.begin(self.app.desk.below, high=room)
        else:
            self._tiles = self._tiles.fitted(room)
        self._shown = ()
        self.forget()
        self._draw()

    def render_line(self, y: int) -> Strip:
        """Return one row, in the middle of the width."""
        if y >= len(self._shown):
            return Strip.blank(self.size.width, self.rich_style)
        row = self._shown[y]
        wide = 2 if self.size.width >= 2 * len(row) + 2 else 1
        plain = self.rich_style
        left = " " * max(0, (self.size.width - wide * len(row) - 2) // 2)
        if y == len(self._shown) - 1:
            floor = "".join(("═" if above else "─") * wide for above in row)
            parts = [Segment(f"{left}╰{floor}╯", plain)]
        else:
            cells = (self._cell(kind, wide) for kind in row)
            parts = [Segment(f"{left}│", plain), *cells, Segment("│", plain)]
        return Strip(parts).adjust_cell_length(self.size.width, plain)

    def _cell(self, kind: int, wide: int) -> Segment:
        if not kind:
            return Segment(" " * wide, self.rich_style)
        look = self.get_component_rich_style(LOOKS[(kind - 1) % len(LOOKS)])
        return Segment(SIGNS[kind - 1][:wide], look)

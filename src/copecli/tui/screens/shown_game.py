"""A game on a screen: tiles to look at, or puzzles in words.

Invariant: what is on the board stays while the person goes on and comes back, and nothing of it is kept
afterwards. Whoever shows it is told how long was played, and draws the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.core.actions import TILES, action, in_group
from copecli.core.game_words import said_by
from copecli.core.puzzle import ANOTHER, Puzzle, another
from copecli.core.skill import PUZZLE
from copecli.tui.held import MAY_REPEAT
from copecli.tui.screens.player_words import Lines
from copecli.tui.widgets.key_line import key_name
from copecli.tui.widgets.tiles import TileBoard
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.tui.page import Page

_TILE = "tile-"
_KEYS_IN_A_LINE = 4
"""Two lines of keys fit into a window of forty columns."""
MAY_BE_HELD = (MAY_REPEAT - {"up"}).union(
    *(action(f"{_TILE}{move}").keys for move in ("left", "right", "down"))
)
"""A key held down moves a tile on; it turns and drops it once for a press."""


class ShownGame:
    """A game in the column of a page, above its hint."""

    def __init__(self, page: Page, changed: Callable[[float], object]) -> None:
        """`changed` is told of every change, with the seconds that were played since the last one."""
        self._page = page
        self._changed = changed
        self._game = ""
        self._board: TileBoard | None = None
        self._puzzle: Puzzle | None = None
        self._told = ""
        self._since: float | None = None

    def show(self, game: str) -> None:
        """Show `tiles` or `puzzle`, or nothing."""
        self._game = game
        if game and self._since is None:
            self._since = self._page.app.clock()
        tiles = bool(game) and game != PUZZLE
        self._page.set_class(tiles, "playing")
        if tiles and self._board is None:
            self._board = TileBoard(changed=self._changed, id="board")
            self._page.query_one("#column").mount(self._board, before="#hint")
        if self._board is not None:
            self._board.display = tiles
        if game == PUZZLE and self._puzzle is None:
            self._puzzle = another(self._page.app.desk.below)

    @property
    def may_repeat(self) -> frozenset[str]:
        """Return the keys that may be held down now."""
        return MAY_REPEAT if self._game in ("", PUZZLE) else MAY_BE_HELD

    def lines(self, text: str) -> Lines:
        """Return the words around it; `text` is what the step says, until it has been long."""
        now = self._page.app.clock()
        long = said_by(now - (now if self._since is None else self._since))
        text = _(long) if long else text
        if self._game == PUZZLE and self._puzzle is not None:
            asked = "\n".join(line.worded(_) for line in self._puzzle.lines)
            numbered = enumerate(self._puzzle.options, start=1)
            told = "   ".join(f"{n} {words.worded(_)}" for n, words in numbered) if self._puzzle.told else ""
            hint = _("A number answers. n: another one.")
            lead = "\n".join(filter(None, (self._told, text if long or not self._told else "")))
            return Lines(lead=lead, text=asked, detail=told, hint=hint)
        keys = [f"{key_name(found.keys[0])} {_(found.label)}" for found in in_group(TILES)]
        hint = "\n".join("   ".join(part) for part in (keys[:_KEYS_IN_A_LINE], keys[_KEYS_IN_A_LINE:]))
        paused = self._board is not None and self._board.paused
        return Lines(text=_("Paused. p goes on.") if paused else text, hint=hint)

    # what the person does

    def acts(self, action_id: str) -> bool:
        """Do an action of the game; return whether it is one."""
        if not action_id.startswith(_TILE) or self._board is None:
            return False
        move = action_id.removeprefix(_TILE)
        self._board.pause() if move == "pause" else self._board.push(move)
        return True

    def key(self, character: str) -> None:
        """Take a key that is no action: an answer to the puzzle, or another one."""
        if self._board is not None:
            self._board.forget()
        if self._game != PUZZLE or self._puzzle is None:
            return
        number = int(character) if character.isdecimal() and character.isascii() else 0
        if character == ANOTHER or 1 <= number <= len(self._puzzle.options):
            self._told = self._puzzle.says(number).worded(_) if number else ""
            self._puzzle = another(self._page.app.desk.below, self._puzzle)
            self._changed(0.0)

    def hold(self) -> None:
        """Wait for the person."""
        if self._board is not None:
            self._board.hold()

    def take_back(self) -> None:
        """Undo the last press: it was the first repeat of a key held down."""
        if self._board is not None:
            self._board.take_back()

"""A game on a screen: tiles to look at, or puzzles in words.

Invariant: what is on the board stays while the person goes on and comes back, and nothing of it is kept
afterwards. Whoever shows it is told how long was played, and draws the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.core.actions import TILES
from copecli.core.game_words import said_by
from copecli.core.key_names import key_name
from copecli.core.keymap import DEFAULT
from copecli.core.puzzle import Puzzle, another
from copecli.core.skill import PUZZLE
from copecli.tui.held import MAY_REPEAT
from copecli.tui.screens.player_words import Lines
from copecli.tui.widgets.tiles import TileBoard
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.core.keymap import Keymap
    from copecli.tui.page import Page

_TILE = "tile-"
_NO_MOVES = frozenset({"ten", "another-puzzle"})
_KEYS_IN_A_LINE = 4
"""Two lines of keys fit into a window of forty columns."""
_HELD_ON = ("tile-left", "tile-right", "tile-down")
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
        if self._game in ("", PUZZLE):
            return MAY_REPEAT
        tiles = self._keys.in_group(TILES)
        pressed = {key for found in tiles for key in found.keys if found.id not in _HELD_ON}
        return (MAY_REPEAT - pressed).union(*(found.keys for found in tiles if found.id in _HELD_ON))

    @property
    def idle_keys(self) -> frozenset[str]:
        """Return the keys that the game came with and no longer has: a slip must not lead away from it."""
        if self._game in ("", PUZZLE) or self._keys is DEFAULT:
            return frozenset()
        came, now = ({key for one in k.in_group(TILES) for key in one.keys} for k in (DEFAULT, self._keys))
        return frozenset(came - now)

    @property
    def _keys(self) -> Keymap:
        return self._page.app.desk.keys

    def lines(self, text: str) -> Lines:
        """Return the words around it; `text` is what the step says, until it has been long."""
        now = self._page.app.clock()
        long = said_by(now - (now if self._since is None else self._since))
        text = _(long) if long else text
        if self._game == PUZZLE and self._puzzle is not None:
            asked = "\n".join(line.worded(_) for line in self._puzzle.lines)
            numbered = enumerate(self._puzzle.options, start=1)
            told = "   ".join(f"{n} {words.worded(_)}" for n, words in numbered) if self._puzzle.told else ""
            hint = _("A number answers. {key}: another one.").format(key=self._keys.name("another-puzzle"))
            lead = "\n".join(filter(None, (self._told, text if long or not self._told else "")))
            return Lines(lead=lead, text=asked, detail=told, hint=hint)
        keys = [f"{key_name(found.keys[0])} {_(found.label)}" for found in self._keys.in_group(TILES)]
        hint = "\n".join("   ".join(part) for part in (keys[:_KEYS_IN_A_LINE], keys[_KEYS_IN_A_LINE:]))
        paused = self._board is not None and self._board.paused
        on = _("Paused. {pause} goes on.").format(pause=self._keys.name("tile-pause"))
        return Lines(text=on if paused else text, hint=hint)

    # what the person does

    def acts(self, action_id: str) -> bool:
        """Do an action of the game; return whether it is one."""
        if self._game and action_id in _NO_MOVES:
            self._no_move()
            if action_id == "another-puzzle" and self._game == PUZZLE:
                self._ask_another("")
            return True
        if not action_id.startswith(_TILE) or self._board is None:
            return False
        move = action_id.removeprefix(_TILE)
        self._board.pause() if move == "pause" else self._board.push(move)
        return True

    def key(self, character: str) -> None:
        """Take a key that is no action: it may be an answer to the puzzle."""
        self._no_move()
        if self._game != PUZZLE or self._puzzle is None:
            return
        number = int(character) if character.isdecimal() and character.isascii() else 0
        if 1 <= number <= len(self._puzzle.options):
            self._ask_another(self._puzzle.says(number).worded(_))

    def _no_move(self) -> None:
        """Take nothing back from now on: what was pressed is no move."""
        if self._board is not None:
            self._board.forget()

    def _ask_another(self, told: str) -> None:
        self._told = told
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

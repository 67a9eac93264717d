"""The game by itself, above another screen: beside a wave, or whatever else goes on beneath it.

Invariant: closing it leads back to where the person was, and nothing of it is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from copecli.core.actions import EXERCISE, TILES
from copecli.core.skill import PUZZLE
from copecli.tui.page import ComposeResult, Page, Words
from copecli.tui.screens.shown_game import ShownGame
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.tui.app import CopeApp


class TilesPage(Page):
    """A game, for as long as the person likes."""

    GROUPS = (TILES, EXERCISE)
    KEYS = ("help-now", "stop")

    def __init__(self, game: str = "tiles") -> None:
        super().__init__()
        self._kind = game
        self._game = ShownGame(self, self._changed)

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the keys of the game first; a puzzle has none."""
        return (EXERCISE,) if self._kind == PUZZLE else self.GROUPS

    @property
    def may_repeat(self) -> frozenset[str]:
        """Return the keys that may be held down."""
        return self._game.may_repeat

    @property
    def idle_keys(self) -> frozenset[str]:
        """Return the keys that the game no longer has."""
        return self._game.idle_keys

    def body(self) -> ComposeResult:
        """Yield the words above the game and below it."""
        yield Words("", id="lead", classes="gap quiet")
        yield Words("", id="text", classes="gap")
        yield Words("", id="detail", classes="gap quiet")
        yield Words("", id="hint", classes="quiet above")

    def on_mount(self) -> None:
        """Begin."""
        self._game.show(self._kind)
        self._changed(0.0)

    def on_screen_suspend(self) -> None:
        """Wait while another screen lies above."""
        self._game.hold()

    def on_other_key(self, event: events.Key) -> None:
        """Hand a key that is no action to the game."""
        event.stop()
        self._game.key(event.character or "")

    def act(self, action_id: str) -> None:
        """Do an action of the game, or leave it."""
        if action_id in ("stop", "forward", "back"):
            self.dismiss("")
        elif not self._game.acts(action_id):
            super().act(action_id)

    def say_keys(self) -> None:
        """Name the keys of now."""
        self._changed(0.0)

    def take_back(self) -> None:
        """Undo the last press."""
        self._game.take_back()

    def _changed(self, _seconds: float) -> None:
        lines = self._game.lines(_("Go on for as long as you like."))
        for name in ("lead", "text", "detail", "hint"):
            self.query_one(f"#{name}", Words).say(getattr(lines, name))


def open_tiles(app: CopeApp, then: Callable[[], None] = lambda: None) -> None:
    """Open the game above what is there, in words for whoever leaves sight out; `then` follows it."""
    game = PUZZLE if "sight" in app.desk.config.leave_out_channels else "tiles"
    app.push_screen(TilesPage(game), lambda _where: then())

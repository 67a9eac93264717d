"""The player of an exercise that holds a game.

Invariant: the Session stays the only state of the exercise; it is told how long was played, and no more. A
game that is left waits for the person, and stands as it was when they come back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from copecli.core.actions import TILES
from copecli.core.events import Tick
from copecli.core.skill import PUZZLE
from copecli.tui.screens.player import Player
from copecli.tui.screens.shown_game import ShownGame

if TYPE_CHECKING:
    from copecli.core.events import Event
    from copecli.core.frames import Frame
    from copecli.core.session import Session
    from copecli.tui.screens.player_end import End
    from copecli.tui.screens.player_words import Lines


class GamePlayer(Player):
    """An exercise with a game in it."""

    def __init__(self, session: Session, *, first_words: tuple[str, ...] = ()) -> None:
        super().__init__(session, first_words=first_words)
        self._game = ShownGame(self, self._played)

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the keys of the tiles first, while they are played."""
        return (TILES, *super().groups) if self.session.frame().game not in ("", PUZZLE) else super().groups

    @property
    def may_repeat(self) -> frozenset[str]:
        """Return the keys that may be held down."""
        return self._game.may_repeat

    @property
    def idle_keys(self) -> frozenset[str]:
        """Return the keys that the game no longer has."""
        return self._game.idle_keys

    def on_screen_suspend(self) -> None:
        """Let the game wait while another screen lies above."""
        super().on_screen_suspend()
        self._game.hold()

    def on_other_key(self, event: events.Key) -> None:
        """Hand a key to the game that is played."""
        if self.session.frame().game:
            event.stop()
            self._game.key(event.character or "")
        else:
            super().on_other_key(event)

    def act(self, action_id: str) -> None:
        """Do an action of the game, or of the exercise."""
        if not self._game.acts(action_id):
            super().act(action_id)

    def do(self, event: Event) -> None:
        """Hand an event to the session: it leads away from the game."""
        self._game.hold()
        super().do(event)

    def take_back(self) -> None:
        """Undo the last press, in the game or in the exercise."""
        if self.session.frame().game:
            self._game.take_back()
        else:
            super().take_back()

    def _lines(self, frame: Frame) -> Lines:
        """Show the game that the frame asks for, or none; return the words around it."""
        self._game.show(frame.game)
        return self._game.lines(frame.text) if frame.game else super()._lines(frame)

    def _draw_end(self, frame: Frame, end: End) -> None:
        """Lay the game aside."""
        self._game.show(frame.game)
        super()._draw_end(frame, end)

    def _played(self, seconds: float) -> None:
        """Let the session know how long was played, and say what the game says now."""
        frame = self.session.frame()
        if frame.game:
            self.session = self.session.next(Tick(seconds))
            self._say(self._game.lines(frame.text), frame)

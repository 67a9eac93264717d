"""The footer: three keys at the most, the same one always first.

Invariant: Help now stands first on every screen, in the same place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.core.key_names import key_name
from copecli.tui.safe import Words
from copecli.words import _

if TYPE_CHECKING:
    from copecli.tui.app import CopeApp

MOST_KEYS = 3


class KeyLine(Words):
    """Keys and what they do, in one line."""

    app: CopeApp

    def __init__(self, action_ids: tuple[str, ...]) -> None:
        self._offered = action_ids[:MOST_KEYS]
        super().__init__(self._line())

    def offer(self, *action_ids: str) -> None:
        """Show these actions."""
        self._offered = action_ids[:MOST_KEYS]
        self.say_again()

    def say_again(self) -> None:
        """Show the same actions, with the keys of now."""
        self.say(self._line())

    def _line(self) -> str:
        shown = [self.app.desk.keys.action(action_id) for action_id in self._offered]
        return "   ".join(f"{key_name(found.keys[0])} {_(found.label)}" for found in shown)

"""The footer: three keys at the most, the same one always first.

Invariant: Help now stands first on every screen, in the same place.
"""

from __future__ import annotations

from copecli.core.actions import action
from copecli.tui.safe import Words
from copecli.words import _

KEY_NAMES = {
    "enter": "Enter", "space": "Space", "escape": "Esc", "left": "←", "right": "→", "up": "↑", "down": "↓",
    "f1": "F1", "ctrl+n": "Ctrl+N", "ctrl+q": "Ctrl+Q", "ctrl+c": "Ctrl+C", "delete": "Del", "end": "End",
}  # fmt: skip
MOST_KEYS = 3


def key_name(key: str) -> str:
    """Return a key as it is written on a keyboard."""
    return KEY_NAMES.get(key, key)


class KeyLine(Words):
    """Keys and what they do, in one line."""

    def __init__(self, *action_ids: str) -> None:
        super().__init__(self._line(action_ids))

    def offer(self, *action_ids: str) -> None:
        """Show these actions."""
        self.say(self._line(action_ids))

    @staticmethod
    def _line(action_ids: tuple[str, ...]) -> str:
        shown = [action(action_id) for action_id in action_ids[:MOST_KEYS]]
        return "   ".join(f"{key_name(found.keys[0])} {_(found.label)}" for found in shown)

"""A key held down by a trembling hand does not run through the screens.

Invariant: moving a mark and writing may repeat; going on, choosing and leaving happen once for a press.
"""

from __future__ import annotations

from textual import events
from textual.app import App

from copecli.core.held_key import ACCEPT, TAKE_BACK, HeldKey

MAY_REPEAT = frozenset(
    {"up", "down", "pageup", "pagedown", "home", "end", "backspace", "delete", "tab", "shift+tab"}
)


class SteadyHands(App[int]):
    """Swallows the repeats of a key that is held down."""

    tells_repeats = True
    """False lets every key through, for those (and tests) who press faster than any hand."""
    _held = HeldKey()

    async def on_event(self, event: events.Event) -> None:
        """Let an event through unless it is the repeat of a key."""
        if isinstance(event, events.Key) and not event.is_forwarded and self._repeats(event):
            event.stop()
            return
        await super().on_event(event)

    def _repeats(self, event: events.Key) -> bool:
        may_repeat = getattr(self.screen, "may_repeat", MAY_REPEAT)
        repeats = event.key in may_repeat or event.character in may_repeat
        if not self.tells_repeats or repeats or self._writes(event):
            return False
        self._held, verdict = self._held.press(event.key, event.time)
        if verdict == TAKE_BACK:
            take_back = getattr(self.screen, "take_back", None)
            if take_back is not None:
                take_back()
        return verdict != ACCEPT

    def _writes(self, event: events.Key) -> bool:
        if self.focused is None:
            return False
        from textual.widgets import Input

        return isinstance(self.focused, Input) and (event.is_printable or event.key in ("left", "right"))

"""The next key that is pressed is the new key of an action.

Invariant: Help now, leaving, and Esc do here what they do everywhere; a key that cannot be given says why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from copecli.core import key_words as said
from copecli.core.errors import CopeError
from copecli.core.keymap import given
from copecli.tui.page import ComposeResult, Page, Words
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.actions import Action
    from copecli.core.keymap import Keymap


class PressKey(Page):
    """It is left with `given` set, or with nothing."""

    KEYS = ("help-now", "leave-words")

    def __init__(self, action: Action) -> None:
        super().__init__()
        self.action = action
        self.given: tuple[Keymap, tuple[Action, ...]] | None = None

    def body(self) -> ComposeResult:
        """Yield what is asked."""
        yield Words(_(said.PRESS).format(label=_(self.action.label)), classes="strong gap")
        yield Words(_(self.action.help), classes="gap")
        now = said.spelled(self.action.keys, _)
        yield Words(_("Now it is: {keys}. Esc leaves it so.").format(keys=now), id="told", classes="quiet")

    def on_other_key(self, event: events.Key) -> None:
        """Give the key to the action."""
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.dismiss("")
        else:
            written = event.character if event.is_printable and event.key != "space" else None
            self._press(written or event.key)

    def act(self, action_id: str) -> None:
        """Do what holds everywhere; the key of the keys' own page may be the one that is meant."""
        if action_id == "keys":
            self._press(self.app.desk.keys.action(action_id).keys[0])
        else:
            super().act(action_id)

    def _press(self, key: str) -> None:
        try:
            self.given = given(self.app.desk.keys, self.action.id, (key,))
        except CopeError as trouble:
            self.query_one("#told", Words).say(f"{trouble.sentence(_)}\n{_(said.STAYS)}")
        else:
            self.dismiss("")

"""Writing something to a file: the person names it.

Invariant: who may see it is said before a file is made, and one that is there is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from copecli.core.actions import WORDS
from copecli.core.errors import CopeError
from copecli.tui.page import ComposeResult, Page, Words, field
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Callable


class WriteTo(Page):
    """Where shall it be written?"""

    GROUPS = (WORDS,)
    KEYS = ("help-in-words", "keep", "leave-words")

    def __init__(self, question: str, who_may_see: str, name: str, write: Callable[[str], str]) -> None:
        """Ask `question`, offering `name`; `write` returns where the file is, or raises CopeError."""
        super().__init__()
        self._question = question
        self._who_may_see = who_may_see
        self._file_name = name
        self._write = write

    def body(self) -> ComposeResult:
        """Yield the question and the field."""
        yield Words(self._question, classes="strong")
        yield Words(self._who_may_see, classes="quiet gap")
        yield field(self._file_name)
        yield Words(id="told", classes="above")

    def on_mount(self) -> None:
        """Put the cursor into the field."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        """Write it; an existing file is left alone."""
        event.stop()
        if not event.value.strip():
            self.dismiss("")
            return
        try:
            place = self._write(event.value.strip())
        except CopeError as trouble:
            self.query_one("#told", Words).say(trouble.sentence(_))
        else:
            self.query_one("#told", Words).say(_("Written: {place}. Esc closes this.").format(place=place))

    def act(self, action_id: str) -> None:
        """Close, or do what every screen does."""
        if action_id == "leave-words":
            self.dismiss("")
        elif action_id != "keep":
            super().act(action_id)

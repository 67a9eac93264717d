"""Taking a plan in from a file: which one, and what became of it.

Invariant: nothing of the plan of now is written over, and what of the file is not known here is named.
"""

from __future__ import annotations

from textual import on
from textual.widgets import Input

from copecli.core.actions import WORDS
from copecli.core.errors import CopeError
from copecli.core.plan_keeping import NOTHING_WRITTEN_OVER, TAKE_IN, WHAT_IT_TAKES, WHICH_FILE
from copecli.core.plan_taken import told
from copecli.tui.page import ComposeResult, Page, Words, field
from copecli.tui.screens.reading import Reading
from copecli.words import _


class TakeIn(Page):
    """Which file?"""

    GROUPS = (WORDS,)
    KEYS = ("help-in-words", "keep", "leave-words")

    def body(self) -> ComposeResult:
        """Yield the question and the field."""
        yield Words(_(WHICH_FILE), classes="strong")
        yield Words(_(WHAT_IT_TAKES), classes="quiet")
        yield Words(_(NOTHING_WRITTEN_OVER), classes="quiet gap")
        yield field(placeholder="~/plan.md")
        yield Words(id="told", classes="above")

    def on_mount(self) -> None:
        """Put the cursor into the field."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        """Take it in, and say what came; a file that is no plan changes nothing."""
        event.stop()
        path = event.value.strip()
        if not path:
            self.dismiss("")
            return
        try:
            taken, notes = self.app.desk.take_in_file(path)
        except CopeError as trouble:
            self.query_one("#told", Words).say(trouble.sentence(_))
            return
        lines = Words("\n".join(told(taken, notes, _)))
        self.app.push_screen(Reading(_(TAKE_IN), [lines]), self._read)

    def _read(self, _where: str | None) -> None:
        self.dismiss("again")

    def act(self, action_id: str) -> None:
        """Close, or do what every screen does."""
        if action_id == "leave-words":
            self.dismiss("")
        elif action_id != "keep":
            super().act(action_id)

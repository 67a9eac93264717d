"""Printing: the plan as a plain text file, where the person wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from copecli.core.actions import WORDS
from copecli.core.errors import CopeError
from copecli.tui.page import ComposeResult, Page, Words, field
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.plan import Plan


class PrintPlan(Page):
    """Where shall it be written?"""

    GROUPS = (WORDS,)
    KEYS = ("help-in-words", "keep", "leave-words")

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan

    def body(self) -> ComposeResult:
        """Yield the question and the field."""
        yield Words(_("Write the plan to which file?"), classes="strong")
        yield Words(_("A text file that prints on any printer. Others may see it."), classes="quiet gap")
        yield field("~/my-plan.txt")
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
            place = self.app.desk.print_plan(self._plan, event.value.strip())
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

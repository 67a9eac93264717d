"""Ideas that could make the plan stronger: to read, and to leave.

Invariant: nothing is asked here, and nothing depends on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.core.actions import LIST
from copecli.core.plan_check import NOTHING_TO_ADD, headings
from copecli.tui.page import ComposeResult, Page, Words
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.plan_check import Hint


class PlanHints(Page):
    """The hints, under the steps that they are about."""

    GROUPS = (LIST,)

    def __init__(self, found: tuple[Hint, ...]) -> None:
        super().__init__()
        self._found = found

    def body(self) -> ComposeResult:
        """Yield what was seen, and below it what one could do."""
        if not self._found:
            yield from (Words(line.worded(_)) for line in NOTHING_TO_ADD)
            return
        yield Words(_("Ideas, if you like. The plan counts as it is."), classes="quiet")
        for title, hints in headings(self._found):
            yield Words(title.worded(_), classes="strong above")
            for hint in hints:
                yield Words(hint.text.worded(_))
                yield Words(hint.todo.worded(_), classes="quiet gap")

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        column = self.query_one("#column")
        column.can_focus = True
        column.focus()

"""More of the plan: what else can be done with it, in words; the letter keys are the short way.

Invariant: it does nothing itself; it is dismissed with the id of an action of the plan's own page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList

from copecli.core.actions import LIST, PLAN, action
from copecli.core.plan_check import how_many
from copecli.core.plan_keeping import OLDER, TAKE_IN
from copecli.core.plan_words import MORE_OF_THE_PLAN
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.plan_check import Hint

SAY_MORE = "say-more"


class PlanChoices(Page):
    """What else can be done with the plan."""

    GROUPS = (LIST, PLAN)

    def __init__(self, hints: tuple[Hint, ...]) -> None:
        super().__init__()
        self._rows = [
            ("walk", _(action("walk").label)),
            ("print", _("Print it")),
            ("send", _(action("send").label)),
            (SAY_MORE, _(MORE_OF_THE_PLAN)),
            *([("hints", how_many(hints).worded(_))] if hints else []),
            ("older", _(OLDER)),
            ("take-in", _(TAKE_IN)),
        ]

    def body(self) -> ComposeResult:
        """Yield the list."""
        yield Words(_("Your safety plan"), classes="strong gap")
        yield option_list(self._rows)

    def on_mount(self) -> None:
        """Begin at the first."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Go on with what is marked."""
        event.stop()
        self.dismiss(event.option_id or "")

    def act(self, action_id: str) -> None:
        """Take a letter of the plan's own page as well."""
        if action_id in dict(self._rows):
            self.dismiss(action_id)
        else:
            super().act(action_id)

"""What is left where the plan cannot be read or is gone: its older versions, its text, a new start.

Invariant: the file is kept as it is until the person chooses, and then a copy of it is kept first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList

from copecli.core.actions import LIST
from copecli.core.plan_keeping import BACK_TO, LAST_TEXT, OLDER, OLDER_SHOWN, PUT_BACK, START_NEW
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.screens.plan_older import OlderPlans
from copecli.tui.screens.reading import Reading
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.plan_changes import OlderPlan


class Damaged(Page):
    """There is no plan to show; what can be done."""

    GROUPS = (LIST,)

    def __init__(self, said: str, *, may_start: bool = True) -> None:
        """Say what happened; `may_start` offers a new plan in its place."""
        super().__init__()
        self._said = said
        self._may_start = may_start
        self._newest: OlderPlan | None = None

    def body(self) -> ComposeResult:
        """Yield what happened, what is safe, and what there is."""
        yield Words(self._said, classes="gap")
        desk = self.app.desk
        readable = [older for older in desk.older_plans(OLDER_SHOWN) if older.plan is not None]
        self._newest = readable[0] if readable else None
        rows = [
            ("back", _(BACK_TO).format(when=self._newest.when if self._newest else ""), bool(readable)),
            ("older", _(OLDER), len(desk.plan_versions()) > len(readable[:1])),
            ("read", _(LAST_TEXT), bool(desk.last_plan_text())),
            ("new", _(START_NEW), self._may_start),
        ]
        yield option_list([(row, text) for row, text, there in rows if there])

    def on_mount(self) -> None:
        """Begin at what is nearest to the plan."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Go back, show the older versions or the text, or start anew."""
        event.stop()
        if event.option_id == "back" and (newest := self._newest):
            if self.app.try_saving(lambda: self.app.desk.restore_plan(newest.name)):
                self.app.tell(_(PUT_BACK))
                self.dismiss("again")
        elif event.option_id == "older":
            self.app.push_screen(OlderPlans(), self._looked)
        elif event.option_id == "read":
            text = self.app.desk.last_plan_text()
            self.app.push_screen(Reading(_(LAST_TEXT), [Words(text)]))
        else:
            self.dismiss("new")

    def _looked(self, where: str | None) -> None:
        if where:
            self.dismiss(where)

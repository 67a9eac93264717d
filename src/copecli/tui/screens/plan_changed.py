"""Two programs, one plan: a save that meets another's is put together and told, or it is asked what to do.

Invariant: nothing is decided for the person, neither plan is lost, and closing the question changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList

from copecli.core.actions import LIST
from copecli.core.errors import CopeError
from copecli.core.plan_keeping import (
    BOTH_KEPT,
    DAMAGED_MEANWHILE,
    GONE_MEANWHILE,
    MINE_ASIDE,
    MINE_KEPT,
    OF_TWO,
    WHICH_PLAN,
)
from copecli.system.plan_store import PlanChanged
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.plan import Plan
    from copecli.system.plan_store import Stored
    from copecli.tui.app import CopeApp


def save_plan(app: CopeApp, stored: Stored, plan: Plan) -> Stored:
    """Save `plan`, which grew out of `stored`, and return what is on disk now; raise NotSaved.

    Where somebody else's edit was put together with it, that is said; where that could not be, it is asked.
    """
    try:
        found = app.desk.save_plan(stored, plan)
    except PlanChanged as changed:
        app.push_screen(WhichPlan(stored, plan, changed))
        raise
    if found.merged:
        app.tell(_(BOTH_KEPT))
    return found


MINE = OF_TWO[0][0]


class WhichPlan(Page):
    """Mine, or what is there now?"""

    GROUPS = (LIST,)

    def __init__(self, began: Stored, mine: Plan, changed: PlanChanged) -> None:
        super().__init__()
        self._began = began
        self._mine = mine
        self._changed = changed

    def body(self) -> ComposeResult:
        """Yield what was found, and the two ways on."""
        yield Words(_(GONE_MEANWHILE if self._changed.digest is None else DAMAGED_MEANWHILE))
        yield Words(_(WHICH_PLAN), classes="strong gap above")
        yield option_list([(choice, _(text)) for choice, text in OF_TWO])

    def on_mount(self) -> None:
        """Begin at the one that saves what was just written."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Do it, and open the plan anew; where that is not possible the question stays."""
        event.stop()
        desk, app = self.app.desk, self.app
        try:
            if event.option_id == MINE:
                desk.save_over(self._began, self._mine, self._changed)
            else:
                desk.set_aside(self._mine)
        except CopeError as trouble:
            self._changed = trouble if isinstance(trouble, PlanChanged) else self._changed
            app.tell(trouble.sentence(_))
            return
        app.tell(_(MINE_KEPT if event.option_id == MINE else MINE_ASIDE))
        app.open_plan_anew()

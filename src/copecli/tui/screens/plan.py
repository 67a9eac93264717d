"""The safety plan to read, and the ways on from it.

Invariant: a plan that cannot be read is never shown as an empty one; its older versions are offered instead.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from copecli.core.actions import PLAN
from copecli.core.errors import Unreadable
from copecli.core.key_names import key_name
from copecli.core.plan import Plan
from copecli.core.plan_check import how_many
from copecli.core.plan_keeping import CHANGED_ELSEWHERE, NO_PLAN_NOW
from copecli.system.plan_store import PlanUnreadable, Stored
from copecli.tui.page import ComposeResult, Page, Words
from copecli.tui.screens.plan_left import Damaged
from copecli.tui.screens.plan_on_page import plan_on_page
from copecli.words import _

if TYPE_CHECKING:
    from copecli.tui.app import CopeApp


class PlanWay:
    """The way through the plan's screens, from the first of them and back to it."""

    def __init__(self, app: CopeApp, *, alone: bool = False) -> None:
        """`alone` means that leaving the plan leaves the program."""
        self._app = app
        self._alone = alone
        self._first: Screen[Any] | None = None
        self._damaged: str | None = None
        """The digest of a plan.toml that cannot be read, which a new plan takes the place of."""

    def open(self, *, write: bool = False, resume: bool = False) -> None:
        """Open the plan: to read where there is one, to write where there is none, to mend a damaged one.

        An answer that was not finished is asked for first, where `resume` says so.
        """
        from copecli.tui.screens.plan_resume import asks_again

        self._damaged = None
        try:
            stored = self._app.desk.read_plan()
        except Unreadable as trouble:
            self._damaged = trouble.digest if isinstance(trouble, PlanUnreadable) else None
            self._show(Damaged(trouble.sentence(_), may_start=self._damaged is not None))
            return
        if resume and asks_again(self._app, stored, self.open):
            self._first = self._app.screen
        elif stored.plan.empty and stored.older and not write:
            gone = _(NO_PLAN_NOW).format(n=stored.older)
            self._show(Damaged(gone))
        elif stored.plan.empty or write:
            self._build(stored)
        else:
            self._show(PlanPage(stored))

    def open_anew(self) -> None:
        """Close every screen of the plan, and open it as it is on the disk now."""
        while self._first in self._app.screen_stack:
            self._app.pop_screen()
        self.open()

    def _show(self, page: Page) -> None:
        self._first = page
        self._app.push_screen(page, self._after)

    def _after(self, where: str | None) -> None:
        if where in ("write", "again"):
            self.open(write=where == "write")
        elif where == "new":
            self._build(Stored(Plan(), self._damaged))
        elif self._alone:
            self._app.leave()

    def _build(self, stored: Stored) -> None:
        """Go on writing where the person stopped; then show what is written, or go back where nothing is."""
        from copecli.tui.screens.plan_step import PlanStep

        step = PlanStep(stored)

        def closed(_where: str | None) -> None:
            if step.stored.plan.empty:
                self._after("")
            else:
                self._show(PlanPage(step.stored))

        self._first = step
        self._app.push_screen(step, closed)


class PlanPage(Page):
    """The plan, whole."""

    GROUPS = (PLAN,)
    KEYS = ("help-now", "edit", "more-of-it")

    def __init__(self, stored: Stored) -> None:
        super().__init__()
        self._stored = stored
        self._plan = stored.plan

    def body(self) -> ComposeResult:
        """Yield what stands on paper, how many ideas there are, and the shortest way on."""
        yield from plan_on_page(self._plan)
        name = self.app.desk.keys.name
        if hints := self.app.desk.plan_hints(self._plan):
            yield Words(f"{how_many(hints).worded(_)}: {name('hints')}", classes="quiet above")
        ways = _("{walk} takes you through it. {done} closes it.")
        done = key_name(self.app.desk.keys.typed("done"))
        yield Words(ways.format(walk=name("walk"), done=done), classes="quiet above")

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        column = self.query_one("#column")
        column.can_focus = True
        column.focus()

    def _ask_more(self) -> None:
        """Ask how it will be used and kept, and what helps; then show the plan as it is."""
        from copecli.tui.screens.ask_more import about_the_plan
        from copecli.tui.screens.plan_changed import save_plan

        def keep(plan: Plan) -> Plan:
            self._stored = save_plan(self.app, self._stored, plan)
            return self._stored.plan

        self.app.push_screen(about_the_plan(self._plan, keep), self._shown_anew)

    def _shown_anew(self, _where: str | None) -> None:
        self.dismiss("again")

    def _look_again(self) -> None:
        """Go on with the plan as it is on disk, where another program has changed it meanwhile."""
        newest = self.app.desk.newest_plan(self._stored)
        if newest is not self._stored:
            self._stored, self._plan = newest, newest.plan
            self.refresh(recompose=True)
            self.app.tell(_(CHANGED_ELSEWHERE))

    def _looked(self, where: str | None) -> None:
        if where:
            self.dismiss(where)

    def say_keys(self) -> None:
        """Name the keys of now."""
        self.refresh(recompose=True)

    def act(self, action_id: str) -> None:
        """Open what the key is for, or close."""
        if action_id in ("edit", "add"):
            self.dismiss("write")
        elif action_id == "previous-step":
            self.dismiss("")
        elif action_id in _WAYS:
            self._look_again()
            _WAYS[action_id](self)
        else:
            super().act(action_id)

    # the ways on

    def _more(self) -> None:
        from copecli.tui.screens.plan_choices import MY_PEOPLE, SAY_MORE, PlanChoices

        def chosen(choice: str | None) -> None:
            if choice == SAY_MORE:
                self._ask_more()
            elif choice == MY_PEOPLE:
                self._people()
            elif choice:
                self.act(choice)

        self.app.push_screen(PlanChoices(self.app.desk.plan_hints(self._plan)), chosen)

    def _people(self) -> None:
        """Show who is good for what; what was put into the plan there stands here, too."""
        from copecli.tui.screens.people import PeoplePage

        self.app.push_screen(PeoplePage(), self._shown_anew)

    def _walk(self) -> None:
        from copecli.tui.screens.walk import open_walk

        open_walk(self.app, self._plan)

    def _print(self) -> None:
        from copecli.tui.screens.print_plan import PrintPlan

        self.app.push_screen(PrintPlan(self._plan))

    def _send(self) -> None:
        from copecli.tui.screens.send import Send

        self.app.push_screen(Send(self._plan))

    def _hints(self) -> None:
        from copecli.tui.screens.plan_hints import PlanHints

        self.app.push_screen(PlanHints(self.app.desk.plan_hints(self._plan)))

    def _older(self) -> None:
        from copecli.tui.screens.plan_older import OlderPlans

        self.app.push_screen(OlderPlans(), self._looked)

    def _take_in(self) -> None:
        from copecli.tui.screens.plan_take_in import TakeIn

        self.app.push_screen(TakeIn(), self._looked)


_WAYS: dict[str, Callable[[PlanPage], None]] = {
    "more-of-it": PlanPage._more,
    "walk": PlanPage._walk,
    "print": PlanPage._print,
    "send": PlanPage._send,
    "hints": PlanPage._hints,
    "older": PlanPage._older,
    "take-in": PlanPage._take_in,
}
"""Actions of the plan's page that use the plan: it is looked at again first."""

"""Older versions of the plan: when each was replaced, what came after it, and the way back to it.

Invariant: looking changes nothing, and going back keeps the plan of now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copecli.core.actions import LIST
from copecli.core.errors import CopeError
from copecli.core.plan_changes import change_lines, since
from copecli.core.plan_diff import differences
from copecli.core.plan_keeping import (
    EVEN_OLDER,
    NO_OLDER,
    OF_A_VERSION,
    OLDER,
    OLDER_KEPT,
    OLDER_SHOWN,
    PUT_BACK,
)
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.safe import two_lines, words
from copecli.tui.screens.plan_on_page import plan_on_page
from copecli.tui.screens.reading import Reading
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.plan import Plan
    from copecli.core.plan_changes import OlderPlan

MORE = "more"
CHANGES, READ = (choice for choice, _text in OF_A_VERSION[:2])


class OlderPlans(Page):
    """A few versions at a time, the newest first."""

    GROUPS = (LIST,)

    def __init__(self) -> None:
        super().__init__()
        self._from = 0
        self._shown: dict[str, OlderPlan] = {}

    def body(self) -> ComposeResult:
        """Yield the title and the list."""
        yield Words(_(OLDER), id="title", classes="strong gap")
        yield option_list([])

    def on_mount(self) -> None:
        """Show the newest."""
        self._show()
        self.query_one(OptionList).focus()

    def _show(self) -> None:
        found = self.app.desk.older_plans(OLDER_SHOWN + 1, self._from)
        shown = found[:OLDER_SHOWN]
        self._shown = {older.name: older for older in shown}
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(two_lines(older.when, since(older, _)), id=older.name) for older in shown)
        if len(found) > len(shown):
            options.add_option(Option(words(_(EVEN_OLDER)), id=MORE))
        if not found:
            self.query_one("#title", Words).say(_(NO_OLDER))
        options.highlighted = 0 if found else None
        self.query_one("#column").scroll_home(animate=False)

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Look at one, or show the next few."""
        event.stop()
        if event.option_id == MORE:
            self._from += OLDER_SHOWN
            self._show()
        elif event.option_id:
            self.app.push_screen(OneOlder(self._shown[event.option_id]), self._looked)

    def _looked(self, where: str | None) -> None:
        if where:
            self.dismiss(where)

    def act(self, action_id: str) -> None:
        """Go back to the newer ones first, then out."""
        if action_id == "close" and self._from:
            self._from -= OLDER_SHOWN
            self._show()
        else:
            super().act(action_id)


class OneOlder(Page):
    """One version, and what can be done with it."""

    GROUPS = (LIST,)

    def __init__(self, older: OlderPlan) -> None:
        super().__init__()
        self._older = older

    def body(self) -> ComposeResult:
        """Yield when it was, what came after it, and the choices."""
        yield Words(self._older.when, classes="strong")
        yield Words(since(self._older, _), classes="quiet gap")
        if self._older.plan is not None:
            choices = [(choice, text) for choice, text in OF_A_VERSION if choice != CHANGES or self._now()]
            yield option_list([(choice, _(text)) for choice, text in choices])
            yield Words(_(OLDER_KEPT), classes="quiet above")

    def on_mount(self) -> None:
        """Begin at looking, not at going back."""
        if self._older.plan is not None:
            self.query_one(OptionList).focus()

    def _now(self) -> Plan | None:
        """Return the plan of now, or None where it cannot be read."""
        try:
            return self.app.desk.read_plan().plan
        except CopeError:
            return None

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Show the differences, or the whole, or make it the plan again."""
        event.stop()
        plan, now = self._older.plan, self._now()
        if plan is None:
            return
        if event.option_id == CHANGES and now is not None:
            lines = Words("\n".join(change_lines(differences(plan, now), _)))
            self.app.push_screen(Reading(_("Since {when}").format(when=self._older.when), [lines]))
        elif event.option_id == READ:
            self.app.push_screen(Reading(self._older.when, plan_on_page(plan)))
        elif self.app.try_saving(lambda: self.app.desk.restore_plan(self._older.name)):
            self.app.tell(_(PUT_BACK))
            self.dismiss("again")

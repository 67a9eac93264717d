"""The safety plan to read, and the ways on from it: write, print.

Invariant: a plan that cannot be read is never shown as an empty one; its older versions are offered instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList

from copecli.core.actions import LIST, PLAN, action
from copecli.core.errors import CopeError
from copecli.core.plan_check import how_many
from copecli.documents.outline import PHONE, outline
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.core.plan import Plan
    from copecli.documents.outline import Detail
    from copecli.system.plan_store import Stored
    from copecli.tui.app import CopeApp


def open_plan(app: CopeApp, *, alone: bool = False, resume: bool = True) -> None:
    """Open the plan.

    To read where there is one, to write where there is none, to mend where it is damaged. An answer that was
    not finished is asked for first, where `resume` says so.
    """
    from copecli.tui.screens.plan_resume import asks_again

    def after(where: str | None) -> None:
        if where == "write":
            open_builder(app, after, app.desk.read_plan())
        elif where == "again":
            open_plan(app, alone=alone)
        elif alone:
            app.leave()

    try:
        stored = app.desk.read_plan()
    except CopeError as trouble:
        app.push_screen(Damaged(trouble), after)
        return
    if resume and asks_again(app, stored, lambda: open_plan(app, alone=alone, resume=False)):
        return
    if stored.plan.empty:
        open_builder(app, after, stored)
    else:
        app.push_screen(PlanPage(stored), after)


def open_builder(app: CopeApp, after: Callable[[str | None], None], stored: Stored) -> None:
    """Go on writing where the person stopped; then show what is written, or go back where nothing is."""
    from copecli.tui.screens.plan_step import PlanStep

    step = PlanStep(stored)

    def closed(_where: str | None) -> None:
        if step.stored.plan.empty:
            after("")
        else:
            app.push_screen(PlanPage(step.stored), after)

    app.push_screen(step, closed)


class PlanPage(Page):
    """The plan, whole."""

    GROUPS = (PLAN,)
    KEYS = ("help-now", "edit", "print")

    def __init__(self, stored: Stored) -> None:
        super().__init__()
        self._stored = stored
        self._plan = stored.plan

    def body(self) -> ComposeResult:
        """Yield what stands on paper, too: each step that holds something, and what was said beside it."""
        paper = outline(self._plan)
        yield Words(paper.title, classes="strong accent")
        for part in paper.parts:
            yield Words(part.title, classes="strong above")
            for entry in part.entries:
                yield Words(f"– {entry.text}")
                yield from self._details(entry.details, "  ")
            yield from self._details(part.details, "")
        if hints := self.app.desk.plan_hints(self._plan):
            yield Words(f"{how_many(hints).worded(_)}: {action('hints').keys[0]}", classes="quiet above")
        yield Words(_("w takes you through it. e changes it. p prints it."), classes="quiet above")
        yield Words(_("m: say more about it. s sends it to a phone. q closes it."), classes="quiet")

    @staticmethod
    def _details(details: tuple[Detail, ...], indent: str) -> ComposeResult:
        numbers = [detail.line for detail in details if detail.kind == PHONE]
        others = [detail.line for detail in details if detail.kind != PHONE]
        for lines, look in ((numbers, "strong accent"), (others, "")):
            if lines:
                yield Words("\n".join(f"{indent}{line}" for line in lines), classes=look)

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        column = self.query_one("#column")
        column.can_focus = True
        column.focus()

    def _ask_more(self) -> None:
        """Ask how it will be used and kept, and what helps; then show the plan as it is."""
        from copecli.tui.screens.ask_more import about_the_plan

        def keep(plan: Plan) -> Plan:
            self._stored = self.app.desk.save_plan(self._stored, plan)
            return self._stored.plan

        self.app.push_screen(about_the_plan(self._plan, keep), self._shown_anew)

    def _shown_anew(self, _where: str | None) -> None:
        self.dismiss("again")

    def act(self, action_id: str) -> None:
        """Write, print, or close."""
        if action_id in ("edit", "add"):
            self.dismiss("write")
        elif action_id == "print":
            from copecli.tui.screens.print_plan import PrintPlan

            self.app.push_screen(PrintPlan(self._plan))
        elif action_id == "walk":
            from copecli.tui.screens.walk import open_walk

            open_walk(self.app, self._plan)
        elif action_id == "hints":
            from copecli.tui.screens.plan_hints import PlanHints

            self.app.push_screen(PlanHints(self.app.desk.plan_hints(self._plan)))
        elif action_id == "more-of-it":
            self._ask_more()
        elif action_id == "send":
            from copecli.tui.screens.send import Send

            self.app.push_screen(Send(self._plan))
        elif action_id == "previous-step":
            self.dismiss("")
        else:
            super().act(action_id)


class Damaged(Page):
    """The plan cannot be read; what can be done."""

    GROUPS = (LIST,)

    def __init__(self, trouble: CopeError) -> None:
        super().__init__()
        self._trouble = trouble

    def body(self) -> ComposeResult:
        """Yield what happened, what is safe, and the older versions."""
        yield Words(self._trouble.sentence(_), classes="gap")
        text = self.app.desk.last_plan_text()
        options = [
            (version.name, _("Go back to {when}").format(when=version.when))
            for version in self.app.desk.plan_versions()[:8]
        ]
        if text:
            options.append(("read", _("Read the last printed form")))
        yield option_list(options)
        yield Words("", id="text", classes="above")

    def on_mount(self) -> None:
        """Begin at the newest version."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Go back to that version, or read the text."""
        event.stop()
        if event.option_id == "read":
            self.query_one("#text", Words).say(self.app.desk.last_plan_text())
        elif self.app.try_saving(lambda: self.app.desk.restore_plan(event.option_id or "")):
            self.dismiss("again")

"""The lines of one step of the plan on a screen: shown, marked, put in, taken out and brought back.

Invariant: what stands here is what was saved; a save that fails is told in one sentence and changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from copecli.core.errors import CopeError
from copecli.core.plan import STEPS, Item
from copecli.tui.page import Page, Words
from copecli.tui.safe import words
from copecli.tui.screens.plan_changed import save_plan
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.plan import Plan
    from copecli.system.plan_store import Stored


class PlanLines(Page):
    """What the screen that writes the plan does with lines that are there."""

    def __init__(self, stored: Stored) -> None:
        super().__init__()
        self.stored = stored
        self._step = STEPS[0]
        self._taken_out: tuple[str, Item, int] | None = None

    def show(self) -> None:
        """Draw the step as it is now."""

    def _fill(self, selector: str, rows: list[tuple[str, str]]) -> None:
        options = self.query_one(selector, OptionList)
        options.clear_options()
        options.add_options(Option(words(text), id=key) for key, text in rows)
        options.display = bool(rows)
        options.highlighted = None

    def _tell(self, sentence: str) -> None:
        self.query_one("#told", Words).say(sentence)

    def _say_trouble(self, trouble: CopeError) -> None:
        """Say what went wrong where it is seen, also where ideas fill a small window."""
        self._tell(trouble.sentence(_))
        self.call_after_refresh(self.query_one("#told", Words).scroll_visible, animate=False)

    def _line(self, text: str) -> None:
        line = self.query_one("#line", Input)
        line.value = text
        line.cursor_position = len(text)
        line.focus()

    def put(self, step: str, item: Item) -> None:
        """Put the item into the plan, in the place it has or as the last; raise CopeError where not saved."""
        plan = self.stored.plan
        known = any(old.id == item.id for old in plan.of(step))
        changed = plan.change(step, item) if known else plan.add(step, item)
        self.stored = save_plan(self.app, self.stored, changed)
        self.show()

    def marked_item(self) -> Item | None:
        """Return the line that is marked, where the list has the cursor."""
        items = self.query_one("#items", OptionList)
        if self.focused is not items or items.highlighted is None:
            return None
        item_id = items.get_option_at_index(items.highlighted).id
        return next((item for item in self.stored.plan.of(self._step) if item.id == item_id), None)

    def take_out(self, item: Item) -> None:
        """Take a line out; it can be brought back."""
        at = [found.id for found in self.stored.plan.of(self._step)].index(item.id)
        if self.save(self.stored.plan.remove(self._step, item.id)):
            self._taken_out = (self._step, item, at)
            undo = self.app.desk.keys.name("undo")
            self._tell(_("Taken out. {undo} brings it back.").format(undo=undo))

    def undo(self) -> None:
        """Bring back what was taken out last, where it stood."""
        if self._taken_out is not None:
            step, item, at = self._taken_out
            if self.save(self.stored.plan.add(step, item, at)):
                self._taken_out = None
                self._tell(_("It is back."))

    def save(self, plan: Plan, *, marked: str = "") -> bool:
        """Save the plan and show it; the line of that id is marked. Return whether it is saved."""
        try:
            self.stored = save_plan(self.app, self.stored, plan)
        except CopeError as trouble:
            self._say_trouble(trouble)
            return False
        self.show()
        items = self.query_one("#items", OptionList)
        if items.display:
            items.focus()
            shown = [item.id for item in self.stored.plan.of(self._step)]
            items.highlighted = shown.index(marked) if marked in shown else None
        else:
            self.query_one("#line", Input).focus()
        return True


def shown(item: Item) -> str:
    """Return a line of the plan, with its number."""
    return f"– {item.text}  {item.phone}" if item.phone else f"– {item.text}"

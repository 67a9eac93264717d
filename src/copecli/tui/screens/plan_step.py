"""Writing the plan: one question a screen, ideas to pick and make one's own, everything skippable.

Invariant: a line is saved when Enter is pressed and a draft is kept at every pause in typing, so that
stopping anywhere loses nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events, on
from textual.containers import VerticalScroll
from textual.timer import Timer
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from copecli.core.actions import PLAN
from copecli.core.errors import CopeError
from copecli.core.plan import STEPS, WITH_PHONE, Item
from copecli.core.plan_words import HINTS, QUESTIONS, TITLES, number_of, where_stopped
from copecli.tui.page import ComposeResult, Page, Words, field
from copecli.tui.safe import words
from copecli.tui.screens.plan_item import ItemChoices
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.plan import Plan
    from copecli.system.plan_store import Stored

IDEAS_SHOWN = 3
PAUSE_IN_TYPING = 0.6
"""Seconds without a key after which the draft is kept."""
MORE = "more"


class PlanStep(Page):
    """One question of the plan at a time."""

    GROUPS = (PLAN,)
    KEYS = ("help-in-words", "keep", "done")

    def __init__(self, stored: Stored) -> None:
        super().__init__()
        self.stored = stored
        self._step = STEPS[0]
        self._changing: Item | None = None
        self._skill = ""
        self._idea = ""
        self._asks_number_for: Item | None = None
        self._taken_out: tuple[str, Item] | None = None
        self._ideas_from = 0
        self._draft_timer: Timer | None = None

    def body(self) -> ComposeResult:
        """Yield the parts that each question fills."""
        yield Words(id="where", classes="quiet")
        yield Words(id="question", classes="strong")
        yield Words(id="hint", classes="quiet gap")
        yield OptionList(id="items", markup=False)
        yield field(id="line")
        yield OptionList(id="ideas", markup=False)
        yield Words(id="told", classes="quiet above")

    def on_mount(self) -> None:
        """Go where the person stopped."""
        self._go(where_stopped(self.stored.plan, self.app.desk.draft_names()))

    # showing

    def _go(self, step: str) -> None:
        self.keep_draft()
        self._step, self._changing, self._asks_number_for, self._ideas_from = step, None, None, 0
        self._show()
        line = self.query_one("#line", Input)
        line.value = self.app.desk.draft(f"plan-{step}")
        line.cursor_position = len(line.value)
        self._tell(_("This is what you were writing.") if line.value else "")
        line.focus()
        self.query_one("#column", VerticalScroll).scroll_home(animate=False)

    def _show(self) -> None:
        asks = self._asks_number_for
        place = _("{n} of {all}. {title}").format(
            n=number_of(self._step), all=len(STEPS), title=_(TITLES[self._step])
        )
        self.query_one("#where", Words).say(place)
        question = _("A number for {name}?").format(name=asks.text) if asks else _(QUESTIONS[self._step])
        self.query_one("#question", Words).say(question)
        self.query_one("#hint", Words).say(_("Enter leaves it out.") if asks else _(HINTS[self._step]))
        line = self.query_one("#line", Input)
        line.placeholder = _("A phone number") if asks else _("In your own words")
        self._fill("#items", [(item.id, _shown(item)) for item in self.stored.plan.of(self._step)])
        self._fill("#ideas", [] if asks else self._ideas())

    def _fill(self, selector: str, rows: list[tuple[str, str]]) -> None:
        options = self.query_one(selector, OptionList)
        options.clear_options()
        options.add_options(Option(words(text), id=key) for key, text in rows)
        options.display = bool(rows)
        options.highlighted = None

    def _ideas(self) -> list[tuple[str, str]]:
        written = {item.text for item in self.stored.plan.of(self._step)}
        ideas = [
            (str(i), text)
            for i, (text, skill) in enumerate(self.app.desk.suggestions(self._step))
            if text not in written
        ]
        if not ideas:
            return []
        start = self._ideas_from % len(ideas)
        shown = [
            (key, _("Idea: {idea}").format(idea=text)) for key, text in ideas[start : start + IDEAS_SHOWN]
        ]
        return [*shown, (MORE, _("Other ideas"))] if len(ideas) > IDEAS_SHOWN else shown

    def _tell(self, sentence: str) -> None:
        self.query_one("#told", Words).say(sentence)

    # writing

    @on(Input.Submitted, "#line")
    def submitted(self, event: Input.Submitted) -> None:
        """Keep the line; an empty one goes to the next question."""
        event.stop()
        text = event.value.strip()
        if self._asks_number_for is not None:
            item, self._asks_number_for = self._asks_number_for, None
            self._keep(replace(item, phone=text))
        elif not text:
            self._next()
        else:
            item = self._changing or Item(id=self.app.desk.new_id(), text=text)
            as_it_was = text == self._idea or (item.from_idea and text == item.text)
            item = replace(item, text=text, skill=self._skill or item.skill, from_idea=as_it_was)
            if self._step in WITH_PHONE:
                self._ask_number(item)
            else:
                self._keep(item)

    def _ask_number(self, item: Item) -> None:
        if not self._keep(item):
            return
        self._asks_number_for = item
        self._show()
        self._line(item.phone)
        self._tell("")

    def _line(self, text: str) -> None:
        line = self.query_one("#line", Input)
        line.value = text
        line.cursor_position = len(text)
        line.focus()

    def _keep(self, item: Item) -> bool:
        """Put the item into the plan and save it; say so calmly where that is not possible."""
        try:
            self.put(self._step, item)
        except CopeError as trouble:
            self.keep_draft()
            self._tell(trouble.sentence(_))
            return False
        self._changing, self._skill, self._idea = None, "", ""
        self._line("")
        self.keep_draft()
        self._show()
        self._tell(_("Kept. Another one, or Enter goes on.") + "\n" + _("Up, then m: say more about it."))
        return True

    def put(self, step: str, item: Item) -> None:
        """Put the item into the plan, in the place it has or as the last; raise CopeError where not saved."""
        plan = self.stored.plan
        known = any(old.id == item.id for old in plan.of(step))
        changed = plan.change(step, item) if known else plan.add(step, item)
        self.stored = self.app.desk.save_plan(self.stored, changed)
        self._show()

    def _next(self) -> None:
        at = STEPS.index(self._step) + 1
        if at < len(STEPS):
            self._go(STEPS[at])
        else:
            self.dismiss("")

    @on(OptionList.OptionSelected, "#ideas")
    def idea(self, event: OptionList.OptionSelected) -> None:
        """Put an idea into the field, to make it one's own."""
        event.stop()
        if event.option_id == MORE:
            self._ideas_from += IDEAS_SHOWN
            self._fill("#ideas", self._ideas())
            self.query_one("#ideas", OptionList).highlighted = 0
            return
        text, self._skill = self.app.desk.suggestions(self._step)[int(event.option_id or "0")]
        self._idea = text
        self._line(text)
        self._tell(_("Change it as you like. Enter keeps it."))

    @on(OptionList.OptionSelected, "#items")
    def change(self, event: OptionList.OptionSelected) -> None:
        """Take a line back into the field."""
        event.stop()
        self._changing = next(i for i in self.stored.plan.of(self._step) if i.id == event.option_id)
        self._line(self._changing.text)
        self._tell(_("Change it, then Enter."))

    @on(Input.Changed, "#line")
    def typed(self) -> None:
        """Keep a draft once the hands rest."""
        if self._draft_timer is not None:
            self._draft_timer.stop()
        self._draft_timer = self.set_timer(PAUSE_IN_TYPING, self.keep_draft)

    def keep_draft(self) -> None:
        """Keep what stands in the field now."""
        if self.is_mounted and self._asks_number_for is None:
            self.app.desk.keep_draft(f"plan-{self._step}", self.query_one("#line", Input).value)

    # keys

    def act(self, action_id: str) -> None:
        """Do what a key means while a list is marked, and what Esc means anywhere."""
        match action_id:
            case "done":
                self.keep_draft()
                self.dismiss("")
            case "next-step":
                self._next()
            case "previous-step":
                self._go(STEPS[max(0, STEPS.index(self._step) - 1)])
            case "remove" | "more-of-it" if (item := self._marked()) is not None:
                self.take_out(item) if action_id == "remove" else ItemChoices(self, self._step, item).open()
            case "undo":
                self._undo()
            case "add" | "edit" | "print" | "keep":
                self.query_one("#line", Input).focus()
            case _:
                super().act(action_id)

    def _marked(self) -> Item | None:
        items = self.query_one("#items", OptionList)
        if self.focused is not items or items.highlighted is None:
            return None
        item_id = items.get_option_at_index(items.highlighted).id
        return next((item for item in self.stored.plan.of(self._step) if item.id == item_id), None)

    def take_out(self, item: Item) -> None:
        """Take a line out; it can be brought back."""
        if self.save(self.stored.plan.remove(self._step, item.id)):
            self._taken_out = (self._step, item)
            self._tell(_("Taken out. u brings it back."))

    def _undo(self) -> None:
        if self._taken_out is not None:
            step, item = self._taken_out
            if self.save(self.stored.plan.add(step, item)):
                self._taken_out = None
                self._tell(_("It is back."))

    def save(self, plan: Plan, *, marked: str = "") -> bool:
        """Save the plan and show it; the line of that id is marked. Return whether it is saved."""
        try:
            self.stored = self.app.desk.save_plan(self.stored, plan)
        except CopeError as trouble:
            self._tell(trouble.sentence(_))
            return False
        self._show()
        items = self.query_one("#items", OptionList)
        if items.display:
            items.focus()
            shown = [item.id for item in self.stored.plan.of(self._step)]
            items.highlighted = shown.index(marked) if marked in shown else None
        else:
            self.query_one("#line", Input).focus()
        return True

    def on_other_key(self, event: events.Key) -> None:
        """Move between the lines, the field and the ideas with the arrow keys.

        Between questions with Page keys.
        """
        if event.key in ("pageup", "pagedown"):
            event.stop()
            self.act("next-step" if event.key == "pagedown" else "previous-step")
        elif event.key in ("up", "down") and isinstance(self.focused, Input):
            options = self.query_one("#items" if event.key == "up" else "#ideas", OptionList)
            if options.display:
                event.stop()
                options.focus()
                options.highlighted = options.option_count - 1 if event.key == "up" else 0


def _shown(item: Item) -> str:
    return f"– {item.text}  {item.phone}" if item.phone else f"– {item.text}"

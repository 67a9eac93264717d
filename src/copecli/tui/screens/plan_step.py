"""Writing the plan: one question a screen, ideas to pick and make one's own, everything skippable.

Invariant: a line is saved when Enter is pressed and a draft is kept at every pause in typing, so that
stopping anywhere loses nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events, on
from textual.containers import VerticalScroll
from textual.widgets import Input, OptionList

from copecli.core.actions import PLAN, WORDS
from copecli.core.errors import CopeError
from copecli.core.plan import STEPS, Item
from copecli.core.plan_asking import Asking, Unfinished, asking
from copecli.core.plan_people import says_nobody
from copecli.core.plan_questions import present
from copecli.core.plan_words import (
    AT_THE_END,
    HINTS,
    LAST_QUESTION,
    NOBODY_YET,
    QUESTIONS,
    TITLES,
    number_of,
    where_stopped,
)
from copecli.tui.drafting import Drafting
from copecli.tui.page import ComposeResult, Words, field
from copecli.tui.screens.ask_more import about_the_plan
from copecli.tui.screens.choose import Choose
from copecli.tui.screens.help_words import lines_to_call
from copecli.tui.screens.plan_changed import save_plan
from copecli.tui.screens.plan_item import ItemChoices
from copecli.tui.screens.plan_lines import PlanLines, shown
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.plan import Plan
    from copecli.core.plan_ideas import Idea
    from copecli.system.plan_store import Stored

IDEAS_SHOWN = 3
MORE = "more"


class PlanStep(PlanLines):
    """One question of the plan at a time."""

    GROUPS = (PLAN,)
    KEYS = ("help-in-words", "keep", "done")

    def __init__(self, stored: Stored) -> None:
        super().__init__(stored)
        self._changing: Item | None = None
        self._idea: Idea | None = None
        self._ideas: tuple[Idea, ...] = ()
        """What is offered now; a row of the list is a place in it."""
        self._asking: Asking | None = None
        self._ideas_from = 0
        self._drafting = Drafting(self, self.keep_draft)

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
        self._step, self._changing, self._idea, self._asking, self._ideas_from = step, None, None, None, 0
        self.show()
        line = self.query_one("#line", Input)
        line.value = self.app.desk.draft(f"plan-{step}")
        line.cursor_position = len(line.value)
        self._tell(_("This is what you were writing.") if line.value else "")
        line.focus()
        self.query_one("#column", VerticalScroll).scroll_home(animate=False)

    def show(self) -> None:
        """Say the question of now, its lines and some ideas."""
        place = _("{n} of {all}. {title}").format(
            n=number_of(self._step), all=len(STEPS), title=_(TITLES[self._step])
        )
        self.query_one("#where", Words).say(place)
        question, hint, inside = _(QUESTIONS[self._step]), _(HINTS[self._step]), _("In your own words")
        if self._asking is not None:
            asks = self._asking.question
            question = _(asks.text).format(name=self._asking.name)
            hint = _(asks.hint) if asks.hint else _("Enter leaves it out.")
            inside = _("A phone number") if asks.field == "phone" else ""
        self.query_one("#question", Words).say(question)
        self.query_one("#hint", Words).say(hint)
        self.query_one("#line", Input).placeholder = inside
        self._fill("#items", [(item.id, shown(item)) for item in self.stored.plan.of(self._step)])
        self._ideas = () if self._asking else self.app.desk.ideas(self.stored.plan, self._step)
        self._fill("#ideas", self._ideas_to_show())

    def _ideas_to_show(self) -> list[tuple[str, str]]:
        ideas = [(str(at), _("Idea: {idea}").format(idea=idea.shown)) for at, idea in enumerate(self._ideas)]
        if not ideas:
            return []
        start = self._ideas_from % len(ideas)
        few = ideas[start : start + IDEAS_SHOWN]
        return [*few, (MORE, _("Other ideas"))] if len(ideas) > IDEAS_SHOWN else few

    # writing

    @on(Input.Submitted, "#line")
    def submitted(self, event: Input.Submitted) -> None:
        """Keep the line; an empty one goes to the next question."""
        event.stop()
        text = event.value.strip()
        if self._asking is not None:
            self._answer(self._asking, text)
        elif not text:
            self._next()
        else:
            self._keep(self._written(text))

    def _written(self, text: str) -> Item:
        """Return the line that was typed: a new one, one made of an idea, or one that was changed."""
        old, idea = self._changing, self._idea
        if old is None:
            item_id = self.app.desk.new_id()
            return idea.item(item_id, text) if idea else Item(item_id, text)
        if idea is None:
            return replace(old, text=text, from_idea=old.from_idea and text == old.text)
        new = idea.item(old.id, text)
        return replace(
            old, text=text, from_idea=new.from_idea, skill=new.skill or old.skill, kind=new.kind or old.kind
        )

    def _answer(self, asked: Asking, text: str) -> None:
        """Keep an answer about the line that was kept before; then what is asked next, or the next line."""
        try:
            item, left = asked.answered(text)
            self.put(self._step, item)
        except CopeError as trouble:
            self._say_trouble(trouble)
            return
        self._asking = None
        self._kept(item, left)

    def _keep(self, item: Item) -> None:
        """Put the item into the plan and save it; say so calmly where that is not possible."""
        try:
            self.put(self._step, item)
        except CopeError as trouble:
            self.keep_draft()
            self._say_trouble(trouble)
            return
        self._changing, self._idea = None, None
        self._line("")
        self.keep_draft()
        self._kept(item, asking(self._step, item))

    def _kept(self, item: Item, left: Asking | None) -> None:
        """Ask what is left to ask about a line, or make room for another one."""
        self.app.desk.keep_answer(None)
        self._asking = left
        self._line(present(left.item, left.question) if left else "")
        self.show()
        if left:
            self._tell("")
        elif says_nobody(item):
            self._tell("\n".join([*map(_, NOBODY_YET), *lines_to_call(self.app.desk)]))
        else:
            more = _("Up, then {key}: say more about it.").format(key=self.app.desk.keys.name("more-of-it"))
            self._tell(_("Kept. Another one, or Enter goes on.") + "\n" + more)

    def _next(self) -> None:
        at = STEPS.index(self._step) + 1
        if at < len(STEPS):
            self._go(STEPS[at])
        elif self.stored.plan.empty:
            self.dismiss("")
        else:
            ends = [(way, _(text)) for way, text in AT_THE_END]
            self.app.push_screen(Choose(_(LAST_QUESTION), ends), self._ended)

    def _ended(self, way: str | None) -> None:
        """Ask about the whole plan, show it, or stay with the last question."""
        if way == "more":
            asks = about_the_plan(self.stored.plan, self._keep_plan)
            self.app.push_screen(asks, self._all_asked)
        elif way == "read":
            self.dismiss("")

    def _all_asked(self, _where: str | None) -> None:
        self.dismiss("")

    def _keep_plan(self, plan: Plan) -> Plan:
        self.stored = save_plan(self.app, self.stored, plan)
        return self.stored.plan

    @on(OptionList.OptionSelected, "#ideas")
    def idea(self, event: OptionList.OptionSelected) -> None:
        """Put an idea into the field, to make it one's own."""
        event.stop()
        if event.option_id == MORE:
            self._ideas_from += IDEAS_SHOWN
            self._fill("#ideas", self._ideas_to_show())
            self.query_one("#ideas", OptionList).highlighted = 0
            return
        self._idea = self._ideas[int(event.option_id or "0")]
        self._line(self._idea.text)
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
        self._drafting.touched()

    def keep_draft(self) -> None:
        """Keep what stands in the field now, and what it answers."""
        if not self.is_mounted:
            return
        text, asked = self.query_one("#line", Input).value, self._asking
        if asked is None:
            self.app.desk.keep_draft(f"plan-{self._step}", text)
        elif text != present(asked.item, asked.question):
            self.app.desk.keep_answer(Unfinished(self._step, asked.item.id, asked.question.field, text))

    # keys

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the keys of the plan, and those of the field that always stands here."""
        return (*self.GROUPS, WORDS)

    def act(self, action_id: str) -> None:
        """Do what a key means while a list is marked, and what Esc means anywhere."""
        match action_id:
            case "done" | "leave-words":
                self.keep_draft()
                self.dismiss("")
            case "next-step":
                self._next()
            case "previous-step":
                self._go(STEPS[max(0, STEPS.index(self._step) - 1)])
            case "remove" | "more-of-it" if (item := self.marked_item()) is not None:
                self.take_out(item) if action_id == "remove" else ItemChoices(self, self._step, item).open()
            case "undo":
                self.undo()
            case "add" | "edit" | "print" | "keep":
                self.query_one("#line", Input).focus()
            case _:
                super().act(action_id)

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

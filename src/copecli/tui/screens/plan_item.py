"""What can be done with a line of the plan: say more about it, move it, link it to an exercise.

Invariant: every change is saved at once by the screen that opened this one; nothing is changed by looking.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from copecli.core.plan import STEPS, Item
from copecli.core.plan_questions import of_item, with_item_answer
from copecli.core.plan_words import MOVE_TO, NO_EXERCISE, TITLES, item_choices
from copecli.core.text import clean_own_line
from copecli.tui.screens.ask_more import AskMore
from copecli.tui.screens.choose import Choose
from copecli.words import _

if TYPE_CHECKING:
    from copecli.tui.screens.plan_step import PlanStep


class ItemChoices:
    """The way from a marked line of a question through what can be done with it, and back."""

    def __init__(self, page: PlanStep, step: str, item: Item) -> None:
        self._page = page
        self._step = step
        self._item = item

    def open(self) -> None:
        """Ask what to do with it."""
        rows = [(choice, _(text)) for choice, text in item_choices(self._item)]
        self._page.app.push_screen(Choose(clean_own_line(self._item.text), rows), self._chosen)

    def _chosen(self, choice: str | None) -> None:
        page, step, item = self._page, self._step, self._item
        plan = page.stored.plan
        match choice:
            case "start":
                page.app.play_called(item.skill)
            case "more":
                page.app.push_screen(self._questions())
            case "up" | "down":
                page.save(plan.move(step, item.id, -1 if choice == "up" else 1), marked=item.id)
            case "to":
                others = [(other, _(TITLES[other])) for other in STEPS if other != step]
                page.app.push_screen(Choose(_(MOVE_TO), others), self._moved)
            case "link":
                skills = [(skill.id, skill.title) for skill in page.app.desk.library().skills.values()]
                rows = [*skills, ("none", _(NO_EXERCISE))]
                page.app.push_screen(Choose(clean_own_line(item.text), rows), self._linked)
            case "out":
                page.take_out(item)

    def _questions(self) -> AskMore[Item]:
        step = self._step
        about = clean_own_line(self._item.text)
        place = (step, self._item.id)
        return AskMore(
            self._item, about, lambda item: of_item(step, item), with_item_answer, self._kept, place=place
        )

    def _kept(self, item: Item) -> Item:
        """Save the item as it was answered, and return it as it stands in the plan then."""
        page, step = self._page, self._step
        page.put(step, item)
        return next((found for found in page.stored.plan.of(step) if found.id == item.id), item)

    def _moved(self, other: str | None) -> None:
        if other:
            self._page.save(self._page.stored.plan.move_to(self._step, self._item.id, other))

    def _linked(self, skill: str | None) -> None:
        if skill:
            item = replace(self._item, skill="" if skill == "none" else skill)
            self._page.save(self._page.stored.plan.change(self._step, item), marked=item.id)

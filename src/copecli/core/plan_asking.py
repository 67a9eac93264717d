"""Short questions that come as soon as a line is kept, and an answer that was not finished.

Invariant: no answer is lost on the way: one that was being typed is a draft that names its question, and is
asked for again where the line is still there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from copecli.core.plan import (
    CLINICIAN,
    EMERGENCY_DEPARTMENT,
    LINE,
    PLACE,
    STEPS,
    WITH_PHONE,
    Item,
    Plan,
)
from copecli.core.plan_people import says_nobody
from copecli.core.plan_questions import (
    ADDRESS,
    NUMBER,
    OF_THE_PLAN,
    OUT_OF_HOURS,
    Question,
    of_item,
    with_item_answer,
)
from copecli.core.text import clean_own_line

DRAFT = "plan-answer"
"""The name of the draft of an answer."""


def at_once(step: str, item: Item) -> tuple[Question, ...]:
    """Return what is asked as soon as `item` is kept: how somebody is reached; all of it can be left out."""
    if step not in WITH_PHONE or says_nobody(item):
        return ()
    if item.kind == LINE and item.phone:
        return ()
    asked = {PLACE: (ADDRESS,), CLINICIAN: (NUMBER, OUT_OF_HOURS), EMERGENCY_DEPARTMENT: (ADDRESS, NUMBER)}
    return asked.get(item.kind, (NUMBER,))


@dataclass(frozen=True, slots=True)
class Asking:
    """A line that was kept, and what is still asked about it."""

    item: Item
    left: tuple[Question, ...]
    """Never empty."""

    @property
    def question(self) -> Question:
        """The question of now."""
        return self.left[0]

    @property
    def name(self) -> str:
        """What the line is called within a question."""
        return clean_own_line(self.item.text).rstrip(". ")

    def answered(self, typed: str) -> tuple[Item, Asking | None]:
        """Return the line with the answer, and what is asked next, if anything; raise UsageProblem."""
        item = with_item_answer(self.item, self.question, typed)
        return item, replace(self, item=item, left=self.left[1:]) if len(self.left) > 1 else None


def asking(step: str, item: Item) -> Asking | None:
    """Return what is to be asked about a line that was kept just now."""
    left = at_once(step, item)
    return Asking(item, left) if left else None


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An answer that was being typed."""

    step: str
    """Nothing where it is about the whole plan."""
    item_id: str
    field: str
    """Of the question."""
    text: str

    def to_draft(self) -> str:
        """Return what `unfinished` reads back."""
        from json import dumps

        return dumps([self.step, self.item_id, self.field, self.text]) if self.text.strip() else ""

    def question_in(self, plan: Plan) -> Question | None:
        """Return its question, or None where the line or the question is no longer there."""
        if not self.step:
            return next((one for one in OF_THE_PLAN if one.field == self.field), None)
        item = self.item_in(plan)
        if item is None:
            return None
        asked = (*at_once(self.step, item), NUMBER, *of_item(self.step, item))
        return next((one for one in asked if one.field == self.field and not one.options), None)

    def item_in(self, plan: Plan) -> Item | None:
        """Return the line that it is about, if that is still there."""
        return next((item for item in plan.of(self.step) if item.id == self.item_id), None)


def unfinished(draft: str) -> Unfinished | None:
    """Return the answer that a draft holds; None where it holds none."""
    from json import loads

    try:
        found = loads(draft)
    except ValueError:
        return None
    if not (isinstance(found, list) and len(found) == 4 and all(isinstance(part, str) for part in found)):
        return None
    return Unfinished(*found) if found[0] in (*STEPS, "") else None

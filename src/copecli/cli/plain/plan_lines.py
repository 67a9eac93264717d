"""The lines of the plan in the line face: what can be done with one that is there, and saving.

Invariant: what was entered stands here, saved or not; where a save does not work its words are in a draft.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.cli.plain.face import leaves
from copecli.cli.plain.help_now import told as say_trouble
from copecli.cli.plain.plan_changed import save_plan
from copecli.cli.plain.plan_more import ask_more, other_skill, other_step, start
from copecli.core.errors import CopeError
from copecli.core.plan import STEPS, WITH_PHONE, Item, Plan
from copecli.core.plan_questions import OF_THE_PLAN, of_item, with_item_answer, with_plan_answer
from copecli.core.plan_words import item_choices
from copecli.core.text import clean_own_line
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.system.plan_store import Stored


class PlanLines:
    """The plan as it is being written; `plan` is what stands here, saved or not."""

    def __init__(self, face: Face, stored: Stored) -> None:
        self.plan: Plan = stored.plan
        self.face = face
        self.stored = stored
        self._at = 0
        self._taken_out: tuple[str, Item, int] | None = None

    @property
    def step(self) -> str:
        """The step that is being asked about."""
        return STEPS[self._at]

    def show(self) -> None:
        """Say the question of now again."""

    def on_line(self, item_id: str) -> None:
        """Ask what to do with a line, and do it."""
        face, step = self.face, self.step
        item = next((item for item in self.plan.of(step) if item.id == item_id), None)
        if item is None:
            face.say(_("That line was taken out. /u brings it back."))
            return
        rows = [
            ("change", _("Change it.")),
            *((choice, _(text) + ".") for choice, text in item_choices(item)),
        ]
        chosen = face.menu(shown(item), rows)
        if chosen == "change":
            self._change(item)
        elif chosen == "start":
            start(face, item.skill)
        elif chosen == "more":
            self._say_more(item)
        elif chosen == "out":
            self._taken_out = (step, item, self.plan.of(step).index(item))
            self.save(self.plan.remove(step, item_id))
            face.say(_("Taken out. /u brings it back."))
        elif chosen:
            self._place(item, chosen)
            self.show()

    def _place(self, item: Item, chosen: str) -> None:
        """Move a line up, down or to another part of the plan, or link it to an exercise."""
        face, step = self.face, self.step
        if chosen == "to":
            other = other_step(face, step)
            if other:
                self.save(self.plan.move_to(step, item.id, other))
        elif chosen == "link":
            skill = other_skill(face, item)
            if skill is not None:
                self.save(self.plan.change(step, replace(item, skill=skill)))
        else:
            self.save(self.plan.move(step, item.id, -1 if chosen == "up" else 1))

    def say_more_of_last(self) -> None:
        """Ask more about the last line."""
        items = self.plan.of(self.step)
        if items:
            self._say_more(items[-1])
        self.show()

    def _say_more(self, item: Item) -> None:
        """Ask what makes a line doable; all of it can be left out."""
        step = self.step

        def keep(changed: Item) -> Item:
            self.save(self.plan.change(step, changed))
            return next((found for found in self.plan.of(step) if found.id == item.id), changed)

        self.face.say(shown(item))
        ask_more(self.face, item, lambda now: of_item(step, now), with_item_answer, keep)

    def say_more_of_the_plan(self) -> None:
        """Ask how the plan will be used and kept, and what helps in a crisis."""

        def keep(changed: Plan) -> Plan:
            self.save(changed)
            return self.plan

        ask_more(self.face, self.plan, lambda _plan: OF_THE_PLAN, with_plan_answer, keep)

    def _change(self, item: Item) -> None:
        face = self.face
        text = face.words(lambda: face.say(_("Type it anew. Enter leaves it as it is.")))
        changed = replace(item, text=text, from_idea=False) if text and not leaves(text) else item
        if self.step in WITH_PHONE:
            now = item.phone or _("none")
            asked = _("Its number is now: {now}. Type one, or - for none. Enter leaves it.").format(now=now)
            phone = face.words(lambda: face.say(asked))
            if phone and not leaves(phone):
                changed = replace(changed, phone="" if phone == "-" else phone)
        if changed != item:
            self.save(self.plan.change(self.step, changed), changed.text)
            face.say(_("Changed."), shown(changed))

    def bring_back(self) -> None:
        """Bring back what was taken out last, where it stood."""
        if self._taken_out is None:
            self.face.say(_("Nothing was taken out here."))
            return
        step, item, at = self._taken_out
        self.save(self.plan.add(step, item, at))
        self._taken_out = None
        self.face.say(_("It is back."))

    # saving

    def save(self, plan: Plan, words: str = "") -> bool:
        """Return whether the plan is saved; if not it stays here, and `words` in a draft."""
        face, desk = self.face, self.face.desk
        self.plan = plan
        if not desk.saving:
            return False
        try:
            self.stored = save_plan(face, self.stored, plan)
        except CopeError as trouble:
            self._draft(words)
            say_trouble(face, trouble)
            face.say(_("It is here until you leave."))
            return False
        except BaseException:  # told to end in the middle of it
            self._draft(words)
            raise
        self.plan = self.stored.plan
        if words and self.drafted() in self._written():
            desk.keep_draft(f"plan-{self.step}", "")
        return True

    def _written(self) -> set[str]:
        """Return what a draft says that is in the plan by now."""
        items = self.plan.of(self.step)
        return {item.text for item in items} | {f"{item.text} {item.phone}" for item in items}

    def _draft(self, words: str) -> None:
        """Keep words that could not be saved; what was drafted before stays where there are none."""
        if words:
            self.face.desk.keep_draft(f"plan-{self.step}", words)

    def drafted(self) -> str:
        """Return what was being written in this step."""
        return self.face.desk.draft(f"plan-{self.step}")


def shown(item: Item) -> str:
    """Return an item on one line, with its number."""
    text, phone = clean_own_line(item.text), clean_own_line(item.phone)
    return f"{text} {phone}" if phone else text

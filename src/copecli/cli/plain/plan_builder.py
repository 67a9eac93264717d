"""Writing the plan, one question at a time: own words, or an idea made one's own.

Invariant: a line is saved the moment Enter is pressed. Everything can be skipped, stopping anywhere is
fine, and where a save does not work the words stay here and in a draft.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.cli.plain.face import command_of, leaves
from copecli.cli.plain.help_now import told as say_trouble
from copecli.cli.plain.io import HELD
from copecli.core.errors import CopeError
from copecli.core.plan import STEPS, WITH_PHONE, Item, Plan
from copecli.core.plan_words import HINTS, ITEM_CHOICES, QUESTIONS, TITLES, number_of, where_stopped
from copecli.core.text import clean_own_line
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.system.plan_store import Stored

IDEAS_AT_ONCE = 3
OTHER_IDEAS = "other ideas"
SAY_MORE = "/m"
_LINE, _IDEA, _DRAFT = "line", "idea", "draft"
_STOP = len(STEPS) + 1


class Builder:
    """The plan as it is being written; `plan` is what stands here, saved or not."""

    def __init__(self, face: Face, stored: Stored) -> None:
        self.plan: Plan = stored.plan
        self._face = face
        self._stored = stored
        self._at = 0
        self._before = 0
        self._ideas_from = 0
        self._entries: list[tuple[str, str]] = []
        """(what it is, item's id or the words), by the numbers that were said last."""
        self._taken_out: tuple[str, Item] | None = None

    @property
    def _step(self) -> str:
        return STEPS[self._at]

    def build(self) -> None:
        """Ask from where the person stopped, until the last question or until they stop."""
        face = self._face
        self._at = self._before = STEPS.index(where_stopped(self.plan, face.desk.draft_names()))
        if not face.desk.saving:
            face.say(_("Saving is off: what you write stays only until you leave."))
        face.say(_("One question at a time. Leave out what you like. Stop where you like."))
        while self._at < len(STEPS):
            self._question()
        face.gap()
        if self._at == _STOP:
            face.say(_("Stopped here. You can go on any time."))
        else:
            face.say(_("That was the last question."))

    # one question

    def _question(self) -> None:
        """Ask until the person goes on, back, or stops."""
        self._ideas_from = 0
        self._taken_out = None
        self._show()
        here = self._at
        while self._at == here:
            line = self._face.line(self._show) or ""
            if line == HELD:
                self._at = self._before
                self._face.say(_("That key was held down. It counts once."))
                if self._at == here:
                    self._show()
            elif not line or leaves(line):
                self._before = here
                self._at = {"b": max(0, here - 1), "q": _STOP}.get(command_of(line), here + 1)
                if self._at == here:
                    self._show()
            else:
                self._answer(line)

    def _show(self) -> None:
        """Say the question, what is written so far, and some ideas, numbered through."""
        face, step = self._face, self._step
        self._entries = [(_LINE, item.id) for item in self.plan.of(step)]
        face.gap()
        face.say(
            _("{n} of {all}. {title}.").format(n=number_of(step), all=len(STEPS), title=_(TITLES[step])),
            _(QUESTIONS[step]),
            _(HINTS[step]),
        )
        if self._entries:
            face.say(_("So far:"))
            face.say(*(f"{n}. {shown(item)}" for n, item in enumerate(self.plan.of(step), start=1)))
        draft = face.desk.draft(f"plan-{step}")
        if draft.strip():
            self._entries.append((_DRAFT, draft))
            face.say(_("You were writing:"), f"{len(self._entries)}. {clean_own_line(draft)}")
        self._show_ideas()
        face.say(_("Type your own words, or a number. Enter goes on."))
        face.say(_("/b: back. /q: stop here. /h: help now."))

    def _show_ideas(self) -> None:
        ideas = self._ideas()
        if not ideas:
            return
        start = self._ideas_from % len(ideas)
        self._face.say(_("Ideas:"))
        for idea in [
            *ideas[start : start + IDEAS_AT_ONCE],
            *([OTHER_IDEAS] if len(ideas) > IDEAS_AT_ONCE else []),
        ]:
            self._entries.append((_IDEA, idea))
            words = _("Other ideas.") if idea == OTHER_IDEAS else idea
            self._face.say(f"{len(self._entries)}. {words}")

    def _ideas(self) -> list[str]:
        written = {item.text for item in self.plan.of(self._step)}
        return [text for text, _skill in self._face.desk.suggestions(self._step) if text not in written]

    def _answer(self, line: str) -> None:
        """Take words as a new line, a number as what was said under it, and the few commands."""
        number = int(line) if line.isascii() and line.isdecimal() and len(line) < 3 else 0
        if 1 <= number <= len(self._entries):
            self._picked(*self._entries[number - 1])
        elif number:
            self._face.say(_("I can read numbers from 1 to {n}, or words.").format(n=len(self._entries)))
        elif line.lower() == SAY_MORE:
            self._say_more_of_last()
        elif command_of(line) == "u":
            self._bring_back()
        elif command_of(line) or (line.startswith("/") and len(line) < 3):
            self._show()
        else:
            self._new(line)

    def _picked(self, kind: str, value: str) -> None:
        face = self._face
        if kind == _LINE:
            self._on_line(value)
        elif value == OTHER_IDEAS:
            self._ideas_from += IDEAS_AT_ONCE
            self._show_ideas()
        else:
            own = face.words(lambda: face.say(value, _("Enter keeps it. Or type it your way. /q leaves it.")))
            if not leaves(own):
                skills = dict(face.desk.suggestions(self._step))
                as_it_was = kind == _IDEA and own in ("", value)
                self._new(own or value, skills.get(value, ""), from_idea=as_it_was)

    # lines of the plan

    def _new(self, text: str, skill: str = "", *, from_idea: bool = False) -> None:
        item = Item(self._face.desk.new_id(), text, skill=skill, from_idea=from_idea)
        kept = self._save(self.plan.add(self._step, item), text)
        self._entries.append((_LINE, item.id))
        told = _("Kept, as number {n}.") if kept else _("It is number {n}.")
        self._face.say(told.format(n=len(self._entries)))
        if self._step in WITH_PHONE:
            self._ask_number(item)
        self._face.say(_("Another one, or Enter goes on."), _("/m: say more about it."))

    def _ask_number(self, item: Item) -> None:
        face = self._face
        asked = _("A number for “{name}”? Enter leaves it out.").format(name=clean_own_line(item.text))
        phone = face.words(lambda: face.say(asked))
        if phone and not leaves(phone):
            self._save(self.plan.change(self._step, replace(item, phone=phone)), f"{item.text} {phone}")

    def _on_line(self, item_id: str) -> None:
        """Ask what to do with a line, and do it."""
        face, step = self._face, self._step
        item = next((item for item in self.plan.of(step) if item.id == item_id), None)
        if item is None:
            face.say(_("That line was taken out. /u brings it back."))
            return
        rows = [("change", _("Change it.")), *((choice, _(text) + ".") for choice, text in ITEM_CHOICES)]
        chosen = face.menu(shown(item), rows)
        if chosen == "change":
            self._change(item)
        elif chosen == "more":
            self._say_more(item)
        elif chosen == "out":
            self._save(self.plan.remove(step, item_id))
            self._taken_out = (step, item)
            face.say(_("Taken out. /u brings it back."))
        elif chosen:
            self._place(item, chosen)
            self._show()

    def _place(self, item: Item, chosen: str) -> None:
        """Move a line up, down or to another part of the plan, or link it to an exercise."""
        from copecli.cli.plain.plan_more import other_skill, other_step

        face, step = self._face, self._step
        if chosen == "to":
            other = other_step(face, step)
            if other:
                self._save(self.plan.move_to(step, item.id, other))
        elif chosen == "link":
            skill = other_skill(face, item)
            if skill is not None:
                self._save(self.plan.change(step, replace(item, skill=skill)))
        else:
            self._save(self.plan.move(step, item.id, -1 if chosen == "up" else 1))

    def _say_more_of_last(self) -> None:
        items = self.plan.of(self._step)
        if items:
            self._say_more(items[-1])
        self._show()

    def _say_more(self, item: Item) -> None:
        """Ask what makes a line doable; all of it can be left out."""
        from copecli.cli.plain.plan_more import ask_more
        from copecli.core.plan_questions import of_item, with_item_answer

        step = self._step

        def keep(changed: Item) -> Item:
            self._save(self.plan.change(step, changed))
            return next((found for found in self.plan.of(step) if found.id == item.id), changed)

        self._face.say(shown(item))
        ask_more(self._face, item, lambda now: of_item(step, now), with_item_answer, keep)

    def say_more_of_the_plan(self) -> None:
        """Ask how the plan will be used and kept, and what helps in a crisis."""
        from copecli.cli.plain.plan_more import ask_more
        from copecli.core.plan_questions import OF_THE_PLAN, with_plan_answer

        def keep(changed: Plan) -> Plan:
            self._save(changed)
            return self.plan

        ask_more(self._face, self.plan, lambda _plan: OF_THE_PLAN, with_plan_answer, keep)

    def _change(self, item: Item) -> None:
        face = self._face
        text = face.words(lambda: face.say(_("Type it anew. Enter leaves it as it is.")))
        changed = replace(item, text=text, from_idea=False) if text and not leaves(text) else item
        if self._step in WITH_PHONE:
            now = item.phone or _("none")
            asked = _("Its number is now: {now}. Type one, or - for none. Enter leaves it.").format(now=now)
            phone = face.words(lambda: face.say(asked))
            if phone and not leaves(phone):
                changed = replace(changed, phone="" if phone == "-" else phone)
        if changed != item:
            self._save(self.plan.change(self._step, changed), changed.text)
            face.say(_("Changed."), shown(changed))

    def _bring_back(self) -> None:
        if self._taken_out is None:
            self._face.say(_("Nothing was taken out here."))
            return
        step, item = self._taken_out
        self._save(self.plan.add(step, item))
        self._taken_out = None
        self._face.say(_("It is back."))

    # saving

    def _save(self, plan: Plan, words: str = "") -> bool:
        """Return whether the plan is saved; if not it stays here, and `words` in a draft."""
        face, desk, draft = self._face, self._face.desk, f"plan-{self._step}"
        self.plan = plan
        if not desk.saving:
            return False
        try:
            self._stored = desk.save_plan(self._stored, plan)
        except CopeError as trouble:
            desk.keep_draft(draft, words)
            say_trouble(face, trouble)
            face.say(_("It is here until you leave."))
            return False
        except BaseException:  # told to end in the middle of it
            desk.keep_draft(draft, words)
            raise
        self.plan = self._stored.plan
        if self._stored.merged:
            face.say(_("Your plan was changed elsewhere meanwhile. Both are kept."))
        if desk.draft(draft):
            desk.keep_draft(draft, "")
        return True


def shown(item: Item) -> str:
    """Return an item on one line, with its number."""
    text, phone = clean_own_line(item.text), clean_own_line(item.phone)
    return f"{text} {phone}" if phone else text

"""Writing the plan, one question at a time: own words, or an idea made one's own.

Invariant: a line is saved the moment Enter is pressed. Everything can be skipped, stopping anywhere is
fine, and where a save does not work the words stay here and in a draft.
"""

from __future__ import annotations

from copecli.cli.plain.face import command_of, leaves
from copecli.cli.plain.io import HELD
from copecli.cli.plain.plan_lines import PlanLines, shown
from copecli.cli.reach_words import section_lines
from copecli.core.plan import LINE, STEPS, Item
from copecli.core.plan_asking import asking
from copecli.core.plan_people import says_nobody
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
from copecli.core.text import clean_own_line
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.core.plan_ideas import Idea
    from copecli.system.plan_store import Stored

IDEAS_AT_ONCE = 3
OTHER_IDEAS = "other ideas"
SAY_MORE = "/m"
_LINE, _IDEA, _DRAFT = "line", "idea", "draft"
_STOP = len(STEPS) + 1


class Builder(PlanLines):
    """One question after the other."""

    def __init__(self, face: Face, stored: Stored) -> None:
        super().__init__(face, stored)
        self._before = 0
        self._ideas_from = 0
        self._entries: list[tuple[str, str]] = []
        """(what it is, item's id or the words), by the numbers that were said last."""

    def build(self) -> None:
        """Ask from where the person stopped, until the last question or until they stop."""
        face = self.face
        self._at = self._before = STEPS.index(where_stopped(self.plan, face.desk.draft_names()))
        if not face.desk.saving:
            face.say(_("Saving is off: what you write stays only until you leave."))
        face.say(_("One question at a time. Leave out what you like. Stop where you like."))
        while self._at < len(STEPS):
            self._question()
        face.gap()
        if self._at == _STOP:
            face.say(_("Stopped here. You can go on any time."))
        elif self.plan.empty:
            face.say(_(LAST_QUESTION))
        elif face.menu(_(LAST_QUESTION), [(way, _(text) + ".") for way, text in AT_THE_END]) == "more":
            self.say_more_of_the_plan()

    # one question

    def _question(self) -> None:
        """Ask until the person goes on, back, or stops."""
        self._ideas_from = 0
        self._taken_out = None
        self.show()
        here = self._at
        while self._at == here:
            line = self.face.line(self.show) or ""
            if line == HELD:
                self._at = self._before
                self.face.say(_("That key was held down. It counts once."))
                if self._at == here:
                    self.show()
            elif not line or leaves(line):
                self._before = here
                self._at = {"b": max(0, here - 1), "q": _STOP}.get(command_of(line), here + 1)
                if self._at == here:
                    self.show()
            else:
                self._answer(line)

    def show(self) -> None:
        """Say the question, what is written so far, and some ideas, numbered through."""
        face, step = self.face, self.step
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
        draft = self.drafted()
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
        self.face.say(_("Ideas:"))
        for idea in ideas[start : start + IDEAS_AT_ONCE]:
            self._entries.append((_IDEA, idea.text))
            self.face.say(f"{len(self._entries)}. {idea.shown}")
        if len(ideas) > IDEAS_AT_ONCE:
            self._entries.append((_IDEA, OTHER_IDEAS))
            self.face.say(f"{len(self._entries)}. " + _("Other ideas."))

    def _ideas(self) -> tuple[Idea, ...]:
        return self.face.desk.ideas(self.plan, self.step)

    def _answer(self, line: str) -> None:
        """Take words as a new line, a number as what was said under it, and the few commands."""
        number = int(line) if line.isascii() and line.isdecimal() and len(line) < 3 else 0
        if 1 <= number <= len(self._entries):
            self._picked(*self._entries[number - 1])
        elif number:
            self.face.say(_("I can read numbers from 1 to {n}, or words.").format(n=len(self._entries)))
        elif line.lower() == SAY_MORE:
            self.say_more_of_last()
        elif command_of(line) == "u":
            self.bring_back()
        elif command_of(line) or (line.startswith("/") and len(line) < 3):
            self.show()
        else:
            self._new(line)

    def _picked(self, kind: str, value: str) -> None:
        face = self.face
        if kind == _LINE:
            self.on_line(value)
        elif value == OTHER_IDEAS:
            self._ideas_from += IDEAS_AT_ONCE
            self._show_ideas()
        else:
            own = face.words(lambda: face.say(value, _("Enter keeps it. Or type it your way. /q leaves it.")))
            if not leaves(own):
                ideas = self._ideas() if kind == _IDEA else ()
                kept = self._new(own or value, next((idea for idea in ideas if idea.text == value), None))
                if kept and kind == _DRAFT:
                    face.desk.keep_draft(f"plan-{self.step}", "")

    # lines of the plan

    def _new(self, text: str, idea: Idea | None = None) -> bool:
        new_id = self.face.desk.new_id()
        item = idea.item(new_id, text) if idea else Item(new_id, text)
        kept = self.save(self.plan.add(self.step, item), text)
        self._entries.append((_LINE, item.id))
        told = _("Kept, as number {n}.") if kept else _("It is number {n}.")
        self.face.say(told.format(n=len(self._entries)))
        if says_nobody(item):
            self._say_who_answers()
        self._ask_at_once(item)
        self.face.say(_("Another one, or Enter goes on."), _("/m: say more about it."))
        return kept

    def _say_who_answers(self) -> None:
        """Say the crisis lines to somebody who has nobody yet; those that can be kept have a number."""
        face = self.face
        face.say(*map(_, NOBODY_YET))
        self._ideas_from = 0
        if any(idea.kind == LINE for idea in self._ideas()):
            self._show_ideas()
        else:
            face.console.say_all(section_lines(face.desk.help_now().lines, {}))

    def _ask_at_once(self, item: Item) -> None:
        """Ask how somebody is reached; all of it can be left out."""
        face, asked = self.face, asking(self.step, item)
        while asked is not None:
            words = f"{_(asked.question.text).format(name=asked.name)} {_('Enter leaves it out.')}"
            typed = face.words(lambda words=words: face.say(words))  # type: ignore[misc]
            if command_of(typed) == "q":
                return
            item, asked = asked.answered("" if leaves(typed) else typed)
            self.save(self.plan.change(self.step, item), f"{item.text} {typed}")

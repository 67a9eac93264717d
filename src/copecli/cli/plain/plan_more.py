"""A few more questions in the line face, for whoever wants them: about a line of the plan, or the whole.

Invariant: an answer is saved when Enter is pressed; Enter alone goes on and changes nothing, and q stops.
"""

from __future__ import annotations

from copecli.cli.plain.face import command_of, leaves
from copecli.cli.plain.help_now import told as say_trouble
from copecli.core.errors import CopeError
from copecli.core.plan import STEPS
from copecli.core.plan_questions import present, with_item_answer, with_plan_answer
from copecli.core.plan_words import MOVE_TO, NO_EXERCISE, TITLES
from copecli.core.text import clean_own_line
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from copecli.cli.plain.face import Face
    from copecli.core.plan import Item, Plan
    from copecli.core.plan_questions import Question

    Thing = TypeVar("Thing", bound=Item | Plan)

EMPTY = "-"
_STOPPED = "stopped"
_BACK = "back"


def ask_more(
    face: Face,
    thing: Thing,
    questions: Callable[[Thing], tuple[Question, ...]],
    answered: Callable[[Thing, Question, str], Thing],
    keep: Callable[[Thing], Thing],
) -> Thing:
    """Ask one question after the other and return what came of it; `keep` saves each answer."""
    at = 0
    while at < len(questions(thing)):
        question = questions(thing)[at]
        face.gap()
        before = present(thing, question)
        typed = _chosen(face, question, before) if question.options else _typed(face, question, before)
        if typed == _STOPPED:
            break
        if typed == _BACK:
            at = max(0, at - 1)
            continue
        value = typed if typed is not None else before
        if value != before:
            try:
                thing = keep(answered(thing, question, value))
            except CopeError as trouble:
                say_trouble(face, trouble)
                continue
        at += 1
    return thing


def _typed(face: Face, question: Question, before: str) -> str | None:
    """Return what was typed; None where the question is left as it is."""

    def again() -> None:
        face.say(_(question.text), *([_(question.hint)] if question.hint else []))
        if before:
            face.say(_("Now: {words}").format(words=clean_own_line(before)), _("- empties it."))
        face.say(_("Enter goes on. /b: back. /q: stop here. /h: help now."))

    line = face.words(again)
    if leaves(line):
        return {"b": _BACK, "q": _STOPPED}.get(command_of(line))
    if line == EMPTY:
        return ""
    return line or None


def _chosen(face: Face, question: Question, before: str) -> str | None:
    """Return what was chosen; None where it is left as it is."""
    rows = [(value or EMPTY, _(words) + ".") for value, words in question.options]
    rows.append(("leave", _("Leave this question.")))
    asked = " ".join(_(text) for text in (question.text, question.hint) if text)
    if before and before in dict(question.options):
        asked += " " + _("Now: {words}").format(words=_(dict(question.options)[before])) + "."
    chosen = face.menu(asked, rows, letters={"s": "leave", "": "leave"}, back=_("stop here."))
    if chosen == "leave":
        return None
    return {"": _STOPPED, EMPTY: ""}.get(chosen, chosen)


def other_step(face: Face, step: str) -> str:
    """Ask for the part of the plan that a line goes to; nothing where it stays."""
    return face.menu(_(MOVE_TO), [(other, _(TITLES[other]) + ".") for other in STEPS if other != step])


def other_skill(face: Face, item: Item) -> str | None:
    """Ask for the exercise that a line starts; None where it stays as it is, nothing where it starts none."""
    skills = [(skill.id, f"{skill.title}.") for skill in face.desk.library().skills.values()]
    chosen = face.menu(clean_own_line(item.text), [*skills, (EMPTY, _(NO_EXERCISE) + ".")])
    return {"": None, EMPTY: ""}.get(chosen, chosen)


def start(face: Face, skill_id: str) -> None:
    """Start the exercise of a line, or say why that cannot be."""
    from copecli.cli.plain.player import exercise

    try:
        skill = face.desk.skill(skill_id)
    except CopeError as trouble:
        say_trouble(face, trouble)
        return
    face.gap()
    exercise(face, skill)


def finish(face: Face, plan: Plan, save: Callable[[Plan], object]) -> None:
    """Offer to keep an answer that was being typed when the program ended."""
    found = face.desk.unfinished_answer()
    question = found.question_in(plan) if found else None
    if found is None or question is None:
        return
    item = found.item_in(plan)
    face.say(_("You were writing an answer."))
    asked = _(question.text).format(name=clean_own_line(item.text) if item else "")
    wrote = _("You wrote: {text}").format(text=clean_own_line(found.text))
    rows = [("keep", _("Keep it.")), ("leave", _("Let it go."))]
    chosen = face.menu(f"{asked} {wrote}", rows)
    if not chosen:
        return
    if chosen == "keep":
        try:
            changed = (
                plan.change(found.step, with_item_answer(item, question, found.text))
                if item
                else with_plan_answer(plan, question, found.text)
            )
            save(changed)
        except CopeError as trouble:
            say_trouble(face, trouble)
            return
    face.desk.keep_answer(None)

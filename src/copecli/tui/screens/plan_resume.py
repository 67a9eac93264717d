"""An answer about the plan that was being typed when the program ended: it is asked for again.

Invariant: the words are offered where they belong, or, where that is gone, as a line of their step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.core.plan_questions import with_item_answer, with_plan_answer
from copecli.core.plan_words import MORE_OF_THE_PLAN
from copecli.core.text import clean_own_line
from copecli.tui.screens.ask_more import AskMore
from copecli.tui.screens.plan_changed import save_plan
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.core.plan import Item, Plan
    from copecli.core.plan_asking import Unfinished
    from copecli.core.plan_questions import Question
    from copecli.system.plan_store import Stored
    from copecli.tui.app import CopeApp


def asks_again(app: CopeApp, stored: Stored, then: Callable[[], None]) -> bool:
    """Ask for the answer that was not finished, and then do `then`; return whether there is one."""
    found = app.desk.unfinished_answer()
    if found is None:
        return False
    question = found.question_in(stored.plan)
    if question is None:
        if found.step and app.desk.keep_draft(f"plan-{found.step}", found.text):
            app.desk.keep_answer(None)
        return False
    item = found.item_in(stored.plan)
    screen = (
        _about_item(app, stored, item, found, question) if item else _about_plan(app, stored, found, question)
    )
    app.push_screen(screen, lambda _where: then())
    return True


def _about_item(
    app: CopeApp, stored: Stored, item: Item, found: Unfinished, question: Question
) -> AskMore[Item]:
    def keep(changed: Item) -> Item:
        save_plan(app, stored, stored.plan.change(found.step, changed))
        return changed

    about, place = clean_own_line(item.text), (found.step, item.id)
    return AskMore(
        item, about, lambda _item: (question,), with_item_answer, keep, place=place, begun=found.text
    )


def _about_plan(app: CopeApp, stored: Stored, found: Unfinished, question: Question) -> AskMore[Plan]:
    def keep(changed: Plan) -> Plan:
        return save_plan(app, stored, changed).plan

    return AskMore(
        stored.plan,
        _(MORE_OF_THE_PLAN),
        lambda _plan: (question,),
        with_plan_answer,
        keep,
        begun=found.text,
    )

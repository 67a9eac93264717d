"""The words of the plan's seven steps: a title for paper, a question and a hint for writing.

Invariant: one place for both faces and for paper, so a step is called the same everywhere. The ideas of the
steps are those of the Stanley-Brown Safety Planning Intervention; every word is ours.
"""

from __future__ import annotations

from copecli.core import plan
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

PLAN_TITLE = N_("My safety plan")

TITLES = {
    plan.WARNING_SIGNS: N_("My warning signs"),
    plan.COPING: N_("What I can do by myself"),
    plan.DISTRACTION: N_("People and places that take my mind off it"),
    plan.PEOPLE: N_("People I can ask for help"),
    plan.PROFESSIONALS: N_("Doctors and services I can call"),
    plan.SAFER_SPACE: N_("Making my space safer"),
    plan.REASONS: N_("My reasons for living"),
}
"""As they stand in the person's plan, in the person's voice."""

QUESTIONS = {
    plan.WARNING_SIGNS: N_("How can you tell that it is building?"),
    plan.COPING: N_("What could you do by yourself for a while?"),
    plan.DISTRACTION: N_("Who or where could take your mind off it?"),
    plan.PEOPLE: N_("Who could you ask for help?"),
    plan.PROFESSIONALS: N_("Which doctor, service or line could you call?"),
    plan.SAFER_SPACE: N_("What could make the space around you safer?"),
    plan.REASONS: N_("What is worth living for, big or small?"),
}
"""Asked one at a time; each can be left out."""

HINTS = {
    plan.WARNING_SIGNS: N_("A thought, a feeling, a place, or what you do then."),
    plan.COPING: N_("Small is good. Could you do it at 3 a.m.?"),
    plan.DISTRACTION: N_("You need not tell them how you feel."),
    plan.PEOPLE: N_("A name, then a number. Nobody yet is an answer too."),
    plan.PROFESSIONALS: N_("A crisis line counts. Help now shows some."),
    plan.SAFER_SPACE: N_("Who could help? What is a small first step?"),
    plan.REASONS: N_("A person, an animal, a place, something you wait for."),
}
"""One line below the question."""


def number_of(step: str) -> int:
    """Return the number of the step, from 1."""
    return plan.STEPS.index(step) + 1


def step_called(name: str) -> str | None:
    """Return the id of the step that `name` means: its number or its id; None where it means none."""
    wanted = name.strip().lower()
    if wanted.isdecimal() and wanted.isascii() and len(wanted) < 3:
        return plan.STEPS[int(wanted) - 1] if 1 <= int(wanted) <= len(plan.STEPS) else None
    return wanted if wanted in plan.STEPS else None


def where_stopped(written: plan.Plan, drafts: Container[str]) -> str:
    """Return the step to go on with: one with a draft, else the one after the last that holds something."""
    for step in plan.STEPS:
        if f"plan-{step}" in drafts:
            return step
    held = [index for index, step in enumerate(plan.STEPS) if written.of(step)]
    return plan.STEPS[(held[-1] + 1) % len(plan.STEPS) if held else 0]


ITEM_CHOICES = (
    ("more", N_("Say more about it")),
    ("up", N_("Move it up")),
    ("down", N_("Move it down")),
    ("to", N_("Move it to another part")),
    ("link", N_("Link it to an exercise")),
    ("out", N_("Take it out")),
)
"""(id, words): what can be done with any line, beside changing its words."""

START = ("start", N_("Start the exercise"))


def item_choices(item: plan.Item) -> tuple[tuple[str, str], ...]:
    """Return (id, words): what can be done with this line; an exercise that it has stands first."""
    return (START, *ITEM_CHOICES) if item.skill else ITEM_CHOICES


MOVE_TO = N_("To which part?")
NO_EXERCISE = N_("No exercise")
MORE_OF_THE_PLAN = N_("Say more about the plan")
"""Asks the questions of `plan_questions.OF_THE_PLAN`."""

LAST_QUESTION = N_("That was the last question.")
AT_THE_END = (
    ("more", N_("A few more, about using and keeping it")),
    ("read", N_("Show my plan")),
)
"""(id, words): the ways on from the last question; the first asks MORE_OF_THE_PLAN."""

NOBODY_YET = (
    N_("That is common, and it is an answer."),
    N_("There are people who answer, too:"),
)
"""Said to somebody who has nobody yet; crisis lines follow."""

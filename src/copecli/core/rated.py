"""Ratings before the first step of an exercise and after its last one, and what they come to.

Invariant: each can be left out, none is asked twice, and nothing here judges: a number that moved the harder
way asks whether a person would help.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.core.checkin_words import ASKED, ENDS
from copecli.core.reach import Sentence, sentence
from copecli.core.skill import Choose, Rate, Skill, Step
from copecli.core.uses import EASIER, HARDER, SAME
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.core.session import Outcome

WHAT = ("distress", "urge", "able")
"""What is rated, in the order in which it is asked."""

RATINGS = frozenset(f"{what}-{when}" for what in WHAT for when in ("before", "after"))
"""Ids of the steps; the names of the fields of a Use with a dash."""

_HARDER = N_("Before {before}, now {now}. Would a person help?")
_TOLD = N_("Before {before}, now {now}.")
_NAMES = {"distress": N_("How hard it is"), "urge": N_("The urge"), "able": N_("Able to ride it out")}
_NAMED = N_("{what}: {told}")


def with_ratings(skill: Skill, say: Callable[[str], str]) -> Skill:
    """Return `skill` with its questions before and after; `say` words a message id.

    What its own steps rate already is not asked once more.
    """
    own = {step.id for step in skill.steps}
    asked = [what for what in WHAT if not own & {f"{what}-before", f"{what}-after"}]
    if not asked:
        return skill
    before, after = ([_question(what, when, say) for what in asked] for when in ("before", "after"))
    steps = (_ending_at(step, after[0].id) for step in skill.steps)
    return replace(skill, steps=(*before, *steps, *after))


def _question(what: str, when: str, say: Callable[[str], str]) -> Rate:
    low, high = ENDS[what]
    return Rate(id=f"{what}-{when}", text=say(ASKED[what]), low=say(low), high=say(high), apart=True)


def _ending_at(step: Step, last: str) -> Step:
    """Return `step` with what led to the end leading to the questions after it."""
    if isinstance(step, Choose):
        options = (replace(o, to=last if o.to == "end" else o.to) for o in step.options)
        step = replace(step, options=tuple(options))
    return replace(step, next=last) if step.next == "end" else step


def compared(outcome: Outcome) -> tuple[tuple[str, int, int], ...]:
    """Return (what, before, after) of what was rated both times."""
    given = dict(outcome.ratings)
    pairs = ((what, given.get(f"{what}-before"), given.get(f"{what}-after")) for what in WHAT)
    return tuple((what, b, a) for what, b, a in pairs if b is not None and a is not None)


def told(outcome: Outcome) -> tuple[Sentence, ...]:
    """Return a line for each pair of ratings; by name where there are several."""
    pairs = compared(outcome)
    lines = [
        sentence(_HARDER if _worse(what, b, a) else _TOLD, before=str(b), now=str(a)) for what, b, a in pairs
    ]
    if len(lines) < 2:
        return tuple(lines)
    return tuple(
        sentence(_NAMED, what=sentence(_NAMES[what]), told=line)
        for (what, _b, _a), line in zip(pairs, lines, strict=True)
    )


def ease_of(outcome: Outcome) -> str:
    """Return how it was by the first pair of ratings, to count what did not help; nothing without one."""
    for what, before, after in compared(outcome):
        return SAME if before == after else HARDER if _worse(what, before, after) else EASIER
    return ""


def _worse(what: str, before: int, after: int) -> bool:
    return after < before if what == "able" else after > before

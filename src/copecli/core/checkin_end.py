"""What follows a check-in and a good moment: that it is kept, and a next small thing.

Invariant: a person is always one of the next things, and stands first where it is hard or where there are
thoughts of ending one's life; then no exercise comes before people, the plan and the lines. Nothing is said
of the check-in before, nor of days without one.
"""

from __future__ import annotations

from copecli.core.checkin import MIGHT_ACT, SOME
from copecli.core.records import HARD
from copecli.core.shared_words import (
    A_PERSON,
    AN_EXERCISE,
    CRISIS_LINES,
    FEELINGS,
    NOT_SAFE,
    REST_NOW,
    UNSAFE,
    WALK_MY_PLAN,
)
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.checkin import CheckIn

    Ways = tuple[tuple[str, str], ...]

NOT_ABLE = 3
"""How able somebody feels, from which down a moment counts as hard."""

PERSON, PLAN, LINES, EXERCISE = "person", "plan", "lines", "exercise"
TRUE, GOOD, REST = "true", "good", "rest"
AGAIN, NOT_AGAIN = "again", "not-again"
_WAYS = {
    PERSON: A_PERSON,
    PLAN: WALK_MY_PLAN,
    LINES: CRISIS_LINES,
    EXERCISE: AN_EXERCISE,
    TRUE: N_("Something true, from your own record"),
    GOOD: N_("Keep a good moment"),
    AGAIN: N_("Show it on hard days"),
    NOT_AGAIN: N_("Leave it out on hard days"),
    UNSAFE: NOT_SAFE,
    REST: REST_NOW,
}
TRUE_TITLE = _WAYS[TRUE]
WHICH = N_("For which of these?")

KEPT = N_("The check-in is kept.")
TELL_SOMEBODY = N_("You could tell somebody about it: a person, or a line.")
"""Said after that where there are thoughts of ending one's life."""
GOOD_KEPT = N_("The good moment is kept.")
NOTHING_SAID = N_("Nothing was said, so nothing is kept. That is fine.")
AS_DRAFT = N_("What you said is kept as a draft.")
IS_SHOWN = N_("You can be shown it again on a hard day.")
IS_NOT_SHOWN = N_("It is kept, and left out on hard days.")

_TOLD_WHEN_HARD = (
    N_("A person could be with you: `cope now` says how to reach one."),
    N_("`cope ground` starts a short exercise."),
)
_TOLD_OF_THE_PLAN = N_("`cope plan walk` goes through your plan with you.")


def is_hard(found: CheckIn) -> bool:
    """Return whether this is a hard moment, by what the person says themselves."""
    strong = any(number is not None and number >= HARD for number in (found.distress, found.urge))
    return strong or (found.able is not None and found.able <= NOT_ABLE)


def people_first(found: CheckIn) -> bool:
    """Return whether people, the plan and lines come before anything else."""
    return found.ending_life in (SOME, MIGHT_ACT)


def ways_on(found: CheckIn, *, plan: bool, true: bool) -> Ways:
    """Return (id, words) of what can follow; `plan`, `true`: whether there is one to go through, to say."""
    hard, first = is_hard(found), people_first(found)
    ways = [PERSON] if hard or first else [GOOD, PERSON]
    ways += [PLAN] if plan and first else []
    ways += [LINES] if first else []
    ways += [EXERCISE] if hard else []
    ways += [PLAN] if plan and hard and not first else []
    ways += [TRUE] if true and hard else []
    return _in_words(*ways, UNSAFE, REST)


def ways_after_good(*, kept: bool, starred: bool) -> Ways:
    """Return (id, words) of what can follow a good moment."""
    shown = [NOT_AGAIN if starred else AGAIN] if kept else []
    return _in_words(REST, *shown, PERSON, UNSAFE)


def _in_words(*ways: str) -> Ways:
    return tuple((way, _WAYS[way]) for way in ways)


def states_of(found: CheckIn) -> Ways:
    """Return (id, words) of the states that an exercise could be chosen for; none where nothing says."""
    known = dict(FEELINGS)
    urge = ("urge",) if found.urge is not None and found.urge >= HARD else ()
    named = (*urge, *(feeling for feeling in found.feelings if feeling != UNSAFE))
    return tuple((state, known[state]) for state in dict.fromkeys(named) if state in known)


def strength_in(found: CheckIn, state: str) -> int | None:
    """Return how strong it is for an exercise, as far as the check-in says."""
    return found.urge if state == "urge" and found.urge is not None else found.distress


def told_after(found: CheckIn, *, plan: bool) -> tuple[str, ...]:
    """Return what is said where nobody can choose: that it is kept, and the ways on where it is hard."""
    if not is_hard(found):
        return (KEPT,)
    return (KEPT, *_TOLD_WHEN_HARD, *((_TOLD_OF_THE_PLAN,) if plan else ()))

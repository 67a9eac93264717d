"""Saving the plan in the line face where another program may save it too.

Invariant: what was put together is told, what could not be is asked, and neither plan is lost.
"""

from __future__ import annotations

from copecli.core.plan_keeping import (
    BOTH_KEPT,
    DAMAGED_MEANWHILE,
    GONE_MEANWHILE,
    MINE_ASIDE,
    MINE_KEPT,
    OF_TWO,
    WHICH_PLAN,
)
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.core.plan import Plan
    from copecli.system.plan_store import PlanChanged, Stored


def save_plan(face: Face, stored: Stored, plan: Plan) -> Stored:
    """Save `plan`, which grew out of `stored`, and return what is on disk now; raise CopeError."""
    from copecli.system.plan_store import PlanChanged

    try:
        found = face.desk.save_plan(stored, plan)
    except PlanChanged as changed:
        return _asked(face, stored, plan, changed)
    if found.merged:
        face.say(_(BOTH_KEPT))
    return found


def _asked(face: Face, stored: Stored, plan: Plan, changed: PlanChanged) -> Stored:
    """Ask which of the two to go on with, and do that; raise `changed` where the question is left."""
    face.say(_(GONE_MEANWHILE if changed.digest is None else DAMAGED_MEANWHILE))
    mine, theirs = (choice for choice, _text in OF_TWO)
    chosen = face.menu(_(WHICH_PLAN), [(choice, _(text)) for choice, text in OF_TWO])
    if chosen == mine:
        found = face.desk.save_over(stored, plan, changed)
        face.say(_(MINE_KEPT))
        return found
    if chosen == theirs:
        face.desk.set_aside(plan)
        face.say(_(MINE_ASIDE))
        return face.desk.read_plan()
    raise changed

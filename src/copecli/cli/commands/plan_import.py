"""`cope plan import FILE`: what stands in a file comes into the plan.

Invariant: nothing of the plan of now is written over, it becomes a version first, and what of the file is not
known here is named.
"""

from __future__ import annotations

from copecli.core.errors import OK, UsageProblem
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call


def run(call: Call) -> int:
    """Take the file in, and say what became of it."""
    from copecli.core.plan_taken import told
    from copecli.system.plan_store import PlanUnreadable

    if not call.request.file:
        raise UsageProblem(N_("Which file?"), do=N_("It takes TOML, JSON, and Markdown with headings."))
    try:
        taken, notes = call.desk.take_in_file(call.request.file)
    except PlanUnreadable as trouble:
        from copecli.cli.plan_talk import told_unreadable

        return told_unreadable(call, trouble)
    call.world.talk(*told(taken, notes, _))
    return OK

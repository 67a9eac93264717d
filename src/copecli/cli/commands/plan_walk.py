"""`cope plan walk`: through the plan, one thing at a time.

Invariant: a plan that cannot be read, or is not there yet, does not stand before help: the lines are printed,
and the exit code says what was wrong.
"""

from __future__ import annotations

from copecli.cli.faces import meet
from copecli.cli.plan_talk import told_unreadable, written_plan
from copecli.core.errors import OK, NothingFound, Unreadable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.core.plan import Plan


def run(call: Call) -> int:
    """Open the walk in the face that fits; where nobody can answer, print all of it."""
    try:
        plan = written_plan(call)
    except NothingFound:
        _help_instead(call)
        raise
    except Unreadable as trouble:
        _help_instead(call)
        return told_unreadable(call, trouble)
    return meet(call, ("walk",), lambda: _print(call, plan))


def _help_instead(call: Call) -> None:
    """Print whom there is to reach all the same."""
    from copecli.cli.reach_words import fitted, section_lines

    found = call.desk.help_now()
    lines = [*section_lines(found.people, {}), "", *section_lines(found.lines, {})]
    call.world.say(*fitted(lines, call.width()))
    call.world.flush()


def _print(call: Call, plan: Plan) -> int:
    """Print every screen, from the first to the last."""
    from copecli.cli.plain.walker import frame_lines
    from copecli.cli.reach_words import fitted
    from copecli.core.walk import NEXT, Walk

    walk = Walk.begin(plan, call.desk.help_now().lines)
    lines: list[str] = []
    while not walk.finished:
        lines += [*frame_lines(walk.frame(), None), ""]
        walk = walk.next(NEXT)
    call.world.say(*fitted(lines[:-1], call.width()))
    return OK

"""`cope plan diff`: what is different between two versions, or between one and the plan of now."""

from __future__ import annotations

from copecli.core.errors import OK, NothingFound, Unreadable, UsageProblem
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call


def run(call: Call) -> int:
    """Print the differences, step by step."""
    from copecli.cli.plan_talk import told_unreadable
    from copecli.core.plan_diff import differences

    old, new = _names(call)
    try:
        found = differences(call.desk.plan_called(old), call.desk.plan_called(new))
    except Unreadable as trouble:
        return told_unreadable(call, trouble)
    if call.request.json:
        from copecli.cli.as_json import as_json

        call.world.say(as_json(found))
        return OK
    from copecli.core.plan_changes import change_lines

    call.world.say(*change_lines(found, _))
    return OK


def _names(call: Call) -> tuple[str, str]:
    names = call.request.versions
    if len(names) > 2:
        raise UsageProblem(N_("Two versions can be compared at a time."))
    if names:
        return names[0], names[1] if len(names) == 2 else "now"
    newest = next(iter(call.desk.plan_versions()), None)
    if newest is None:
        raise NothingFound(
            N_("There are no older versions of your plan."), do=N_("One is kept at each change from now on.")
        )
    return newest.name, "now"

"""`cope plan history`: the older versions of the plan, the newest first, and what came after each."""

from __future__ import annotations

from copecli.cli.plan_talk import told_version
from copecli.core.errors import OK, NothingFound
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call

MOST_COMPARED = 50
"""Versions that are read: each costs some milliseconds."""


def run(call: Call) -> int:
    """Print name, date and size of each version."""
    versions = call.desk.plan_versions()
    if call.request.json:
        from copecli.cli.as_json import as_json

        call.world.say(as_json(versions))
        return OK
    if not versions:
        raise NothingFound(
            N_("There are no older versions of your plan."), do=N_("One is kept at each change from now on.")
        )
    from copecli.core.plan_changes import since

    compared = {older.name: older for older in call.desk.older_plans(MOST_COMPARED)}
    for version in versions:
        call.world.say(f"{version.name}  {told_version(version)}")
        if older := compared.get(version.name):
            call.world.say("  " + since(older, _))
    return OK

"""`cope plan history`: the older versions of the plan, the newest first, and what came after each."""

from __future__ import annotations

from copecli.cli.plan_talk import told_version
from copecli.core.errors import OK, CopeError, NothingFound
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copecli.cli.call import Call
    from copecli.core.plan import Plan
    from copecli.system.plan_store import Version

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
    changes = _changes(call, versions[:MOST_COMPARED])
    for version in versions:
        call.world.say(f"{version.name}  {told_version(version)}")
        if said := changes.get(version.name):
            call.world.say("  " + _("After it: {changes}.").format(changes=said))
    return OK


def _changes(call: Call, versions: Sequence[Version]) -> dict[str, str]:
    """Return for each version what the next one, or the plan of now, has otherwise; not for damaged ones."""
    from copecli.cli.change_words import counted
    from copecli.core.plan_diff import differences

    found: dict[str, str] = {}
    later = _readable(call, "now")
    for version in versions:
        plan = _readable(call, version.name)
        if plan is not None and later is not None:
            found[version.name] = counted(differences(plan, later))
        later = plan
    return found


def _readable(call: Call, name: str) -> Plan | None:
    try:
        return call.desk.plan_called(name)
    except CopeError:
        return None

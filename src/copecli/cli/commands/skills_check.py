"""`cope skills check PATH…`: whether skill files are right, easy to read and worded with care.

Invariant: every file is looked at, however many have faults; with any fault the exit code is 1.
"""

from __future__ import annotations

from copecli.core.errors import OK, UNEXPECTED, UsageProblem
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.system.skill_making import Checked


def run(call: Call) -> int:
    """Check what is named; of a single file also say what a person would see."""
    from copecli import desk_making

    if not call.request.paths:
        raise UsageProblem(N_("Which file?"), do=N_("A skill file, a folder of them, or the name of yours."))
    found = desk_making.check(call.desk, call.request.paths)
    if call.request.json:
        from copecli.cli.as_json import as_json

        call.world.say(as_json([told for checked in found for told in checked.faults]))
    else:
        _say(call, found)
    return UNEXPECTED if any(checked.faults for checked in found) else OK


def _say(call: Call, found: list[Checked]) -> None:
    from copecli.cli.skill_shown import as_seen, fault_line
    from copecli.cli.wrapped import say_wrapped

    if len(found) == 1 and found[0].skill is not None:
        say_wrapped(call, as_seen(found[0].skill))
        call.world.say("")
    say_wrapped(call, [fault_line(told) for checked in found for told in checked.faults])
    faulty = sum(bool(checked.faults) for checked in found)
    if faulty:
        call.world.say(_("Files: {all}. With something to mend: {n}.").format(all=len(found), n=faulty))
    else:
        call.world.say(_("Files: {all}. Nothing to mend.").format(all=len(found)))

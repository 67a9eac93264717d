"""`cope do`: any exercise, by name."""

from __future__ import annotations

from copecli.cli.commands.ground import start
from copecli.core.errors import UsageProblem
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call


def run(call: Call) -> int:
    """Start the exercise that was named."""
    if not call.request.skill:
        raise UsageProblem(N_("Which exercise?"), do=N_("`cope ground --list` shows them."))
    return start(call, call.desk.skill(call.request.skill), "chosen")

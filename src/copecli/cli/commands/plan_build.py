"""`cope plan`: writing the plan."""

from __future__ import annotations

from copecli.cli.faces import meet
from copecli.core.errors import UsageProblem
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call


def run(call: Call) -> int:
    """Open the plan in the face that fits; it needs a terminal."""
    return meet(call, ("plan",), _needs_terminal)


def _needs_terminal() -> int:
    raise UsageProblem(
        N_("Writing the plan needs a terminal."), do=N_("`cope plan show` and `cope plan print` do not.")
    )

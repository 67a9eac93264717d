"""`cope triggers` and `cope triggers edit`: a map, new or kept, gone through question by question."""

from __future__ import annotations

from copecli.cli.faces import meet
from copecli.core.errors import UsageProblem
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call


def run(call: Call) -> int:
    """Begin a map in the face that fits; it needs a terminal."""
    return meet(call, ("map",), _needs_terminal)


def edit(call: Call) -> int:
    """Open a map that was kept, to read it and to change it."""
    from copecli.core.chain import TriggerMap
    from copecli.desk_written import record_called

    found = record_called(call.desk, TriggerMap, call.request.record_name)
    return meet(call, ("map", found.id), _needs_terminal)


def _needs_terminal() -> int:
    raise UsageProblem(
        N_("A trigger map is written on a terminal."),
        do=N_("`cope triggers list` and `cope triggers show` need none."),
    )

"""`cope checkin list`, `show`, `edit` and `delete`: the check-ins that are kept."""

from __future__ import annotations

from copecli.core.errors import UsageProblem
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.core.checkin import CheckIn


def list_all(call: Call) -> int:
    """Print a line for each check-in, the newest first."""
    from copecli.cli.commands import records
    from copecli.core.checkin import CheckIn

    return records.list_all(call, CheckIn)


def show(call: Call) -> int:
    """Print one check-in: the newest, or the one that was named."""
    from copecli.cli.commands import records
    from copecli.core.record_read import read
    from copecli.core.sections import as_lines
    from copecli.words import _

    found = _named(call, "1")
    return records.show(call, found, as_lines(read(found), _))


def edit(call: Call) -> int:
    """Change a check-in: the newest, or the one that was named."""
    from copecli.cli.faces import meet

    return meet(call, ("record-edit", _named(call, "1").id), _needs_terminal)


def delete(call: Call) -> int:
    """Delete the check-in that was named."""
    from copecli.cli.commands import records

    return records.delete(call, _named(call), N_("This takes the check-in away for good."))


def _named(call: Call, usual: str = "") -> CheckIn:
    from copecli.core.checkin import CheckIn
    from copecli.desk_written import record_called

    return record_called(call.desk, CheckIn, call.request.record_name or usual)


def _needs_terminal() -> int:
    raise UsageProblem(
        N_("A check-in is changed on a terminal."),
        do=N_("`cope checkin list` and `cope checkin show` need none."),
    )

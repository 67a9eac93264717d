"""`cope triggers delete`: a map is taken away for good.

Invariant: it asks on a terminal and needs `--yes` elsewhere.
"""

from __future__ import annotations

from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call


def run(call: Call) -> int:
    """Delete the map that was named."""
    from copecli.cli.commands import records
    from copecli.core.chain import TriggerMap
    from copecli.desk_written import record_called

    found = record_called(call.desk, TriggerMap, call.request.record_name)
    return records.delete(call, found, N_("This takes the map away for good."))

"""`cope triggers list` and `cope triggers show`: the maps that are kept.

Invariant: what is printed steers no terminal, and `--plain` says the same words in the same order.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.core.chain import TriggerMap


def list_all(call: Call) -> int:
    """Print a line for each map, the newest first."""
    from copecli.cli.commands import records
    from copecli.core.chain import TriggerMap

    return records.list_all(call, TriggerMap)


def show(call: Call) -> int:
    """Print one map: the newest, or the one that was named."""
    from copecli.cli.commands import records
    from copecli.core.chain import TriggerMap
    from copecli.desk_written import record_called

    found = record_called(call.desk, TriggerMap, call.request.record_name or "1")
    return records.show(call, found, [] if call.request.json else _drawn(call, found))


def _drawn(call: Call, found: TriggerMap) -> list[str]:
    """Return the map as it is drawn, or read aloud where a person asked for lines."""
    from copecli.cli.commands.plan_show import columns_of
    from copecli.core.chain_picture import aloud, parts, picture
    from copecli.desk_records import titles
    from copecli.words import _

    row = parts(found, titles(call.desk))
    if call.terminal().plain and call.terminal().stdout_tty:
        from copecli.cli.reach_words import fitted

        return fitted(aloud(row, _), call.width())
    return picture(row, columns_of(call), _, unicode=call.terminal().unicode)

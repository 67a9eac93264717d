"""`cope triggers list` and `cope triggers show`: the maps that are kept.

Invariant: what is printed steers no terminal, and `--plain` says the same words in the same order.
"""

from __future__ import annotations

from copecli.core.errors import OK, NothingFound
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call


def list_all(call: Call) -> int:
    """Print a line for each map, the newest first."""
    from copecli.core.chain_list import told_map
    from copecli.desk_maps import all_maps

    found = all_maps(call.desk)
    if call.request.json:
        from copecli.cli.as_json import as_json
        from copecli.core.record_format import to_document

        call.world.say(as_json([to_document(one) for one in found]))
        return OK
    if not found:
        raise NothingFound(N_("No trigger map is here yet."), do=N_("`cope triggers` begins one."))
    for number, one in enumerate(found, start=1):
        call.world.say(f"{number}. {told_map(one, _)}")
    return OK


def show(call: Call) -> int:
    """Print one map: the newest, or the one that was named."""
    from copecli.cli.commands.plan_show import columns_of
    from copecli.core.chain_list import told_map
    from copecli.core.chain_picture import aloud, parts, picture
    from copecli.desk_maps import map_called, titles

    found = map_called(call.desk, call.request.map_name or "1")
    if call.request.json:
        from copecli.cli.as_json import as_json
        from copecli.core.record_format import to_document

        call.world.say(as_json(to_document(found)))
        return OK
    row = parts(found, titles(call.desk))
    if call.terminal().plain and call.terminal().stdout_tty:
        from copecli.cli.reach_words import fitted

        lines = fitted(aloud(row, _), call.width())
    else:
        lines = picture(row, columns_of(call), _, unicode=call.terminal().unicode)
    call.world.say(told_map(found, _), "", *lines)
    return OK

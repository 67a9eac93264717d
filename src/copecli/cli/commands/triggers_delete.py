"""`cope triggers delete`: a map is taken away for good.

Invariant: it asks on a terminal and needs `--yes` elsewhere.
"""

from __future__ import annotations

from copecli.core.errors import OK, UsageProblem
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.core.chain import TriggerMap


def run(call: Call) -> int:
    """Delete the map that was named."""
    from copecli.desk_maps import map_called

    found = map_called(call.desk, call.request.map_name)
    if not call.request.yes:
        terminal = call.terminal()
        if not (terminal.stdin_tty and terminal.stdout_tty):
            raise UsageProblem(N_("This takes the map away for good."), do=N_("Add --yes."))
        if not _chosen(call, found):
            call.world.talk(_("Nothing was changed."))
            return OK
    call.desk.journal.delete(found.id)
    call.world.talk(_("The map is gone."))
    return OK


def _chosen(call: Call, found: TriggerMap) -> bool:
    from copecli.cli.plain.run import face_of
    from copecli.core.chain_list import told_map

    face = face_of(call)
    rows = [("yes", _("Take it away for good.")), ("", _("Leave it here."))]
    try:
        return bool(face.menu(told_map(found, _), rows))
    except EOFError:
        return False

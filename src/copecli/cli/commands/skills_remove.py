"""`cope skills remove ID`: an exercise of one's own is taken away.

Invariant: only the person's own; it asks on a terminal and needs `--yes` elsewhere.
"""

from __future__ import annotations

from copecli.core.errors import OK, UsageProblem
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call


def run(call: Call) -> int:
    """Ask, then remove the file."""
    from copecli import desk_making
    from copecli.system.skill_making import is_shipped

    skill_id = call.request.skill
    if not skill_id:
        raise UsageProblem(N_("Which exercise?"), do=N_("Name one of your own."))
    desk_making.see_that_it_is_own(call.desk, skill_id)
    if not (call.request.yes or _wanted(call, skill_id)):
        call.world.talk(_("Nothing was removed."))
        return OK
    desk_making.remove(call.desk, skill_id)
    call.world.talk(_("{id} was removed.").format(id=skill_id))
    if is_shipped(skill_id):
        call.world.talk(_("Ours of that name is shown again."))
    return OK


def _wanted(call: Call, skill_id: str) -> bool:
    """Ask; where nobody can be asked, raise UsageProblem."""
    terminal = call.terminal()
    if not (terminal.stdin_tty and terminal.stdout_tty):
        raise UsageProblem(N_("This removes your file of it."), do=N_("Add --yes to do it."))
    from copecli.cli.plain.run import face_of

    rows = [("", _("Leave it")), ("yes", _("Remove it"))]
    try:
        return face_of(call).menu(_("Remove {id}?").format(id=skill_id), rows) == "yes"
    except EOFError:
        return False

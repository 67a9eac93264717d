"""`cope skills new ID`: a commented file for an exercise of one's own.

Invariant: a file that is there is replaced only with --force.
"""

from __future__ import annotations

from copecli.core.errors import OK, UsageProblem
from copecli.core.text import clean_line
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call


def run(call: Call) -> int:
    """Write the file, say where it is, and open it if that was asked."""
    from copecli import desk_making
    from copecli.system.skill_making import is_shipped

    asked = call.request
    if not asked.skill:
        raise UsageProblem(N_("What shall it be called?"), do=N_("A short name, as in my-way."))
    path = desk_making.new(call.desk, asked.skill, replace=asked.force)
    call.world.say(clean_line(path))
    if is_shipped(asked.skill):
        call.world.talk(_("It is shown in place of ours of that name."))
    if asked.edit:
        return _edited(call, path)
    call.world.talk(
        _("Open it in any editor. To look it over: cope skills check {id}").format(id=asked.skill),
        _("To play it: cope do {id}").format(id=asked.skill),
    )
    return OK


def _edited(call: Call, path: str) -> int:
    """Open the file in the editor, then say what could be mended."""
    from copecli.cli.commands.skills_check import run as check
    from copecli.system.editor import open_in_editor

    terminal = call.terminal()
    if not (terminal.stdin_tty and terminal.stdout_tty):
        raise UsageProblem(N_("--edit needs a terminal."), do=N_("The file is there; any editor opens it."))
    open_in_editor(call.world.environ, path)
    call.request.paths = (path,)
    return check(call)

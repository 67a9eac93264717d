"""`cope plan restore`: an older version becomes the plan again.

Invariant: it asks on a terminal and needs `--yes` elsewhere; the plan that it replaces becomes a version
first.
"""

from __future__ import annotations

from copecli.cli.plan_talk import told_version
from copecli.core.errors import OK, NothingFound, NotSaved, UsageProblem
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.system.plan_store import Version


def run(call: Call) -> int:
    """Restore the version that was named, or chosen from a list on a terminal."""
    desk, request = call.desk, call.request
    versions = desk.plan_versions()
    if not versions:
        raise NothingFound(N_("There are no older versions of your plan."))
    if not desk.saving:
        raise NotSaved(N_("Saving is off, so no version was put back."))
    name = request.version_name
    if not name or not request.yes:
        if not _can_ask(call):
            raise UsageProblem(
                N_("This puts an older plan in the place of the one of now."),
                do=N_("Name a version of `cope plan history`, and add --yes."),
            )
        name = _chosen(call, versions, name)
        if not name:
            call.world.talk(_("Nothing was changed."))
            return OK
    desk.restore_plan(name)
    call.world.talk(_("That version is your plan again. The one before it is kept too."))
    return OK


def _can_ask(call: Call) -> bool:
    terminal = call.terminal()
    return terminal.stdin_tty and terminal.stdout_tty


def _chosen(call: Call, versions: tuple[Version, ...], name: str) -> str:
    """Return the name of the version to restore, after asking; nothing where the person leaves it."""
    from copecli.cli.plain.run import face_of

    face = face_of(call)
    try:
        if not name:
            rows = [(version.name, told_version(version)) for version in versions]
            name = face.menu(_("Which version?"), rows)
        sure = [("yes", _("Put it in place")), ("", _("Leave everything as it is"))]
        return name if name and face.menu(_("The plan of now becomes a version, too."), sure) else ""
    except EOFError:
        return ""

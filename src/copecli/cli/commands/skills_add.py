"""`cope skills add FILE|DIR`: exercises that somebody else wrote come into one's own.

Invariant: nothing comes in unchecked or unseen; all of a pack comes in or nothing does. It asks on a terminal
and needs `--yes` elsewhere.
"""

from __future__ import annotations

from copecli.core.errors import OK, UNEXPECTED, UsageProblem
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.system.skill_making import Checked


def run(call: Call) -> int:
    """Show what is in the pack, ask, and take it in."""
    from copecli import desk_making
    from copecli.system.skill_making import take_in

    if not call.request.file:
        raise UsageProblem(N_("Which file?"), do=N_("A skill file, or a folder of them."))
    pack = desk_making.check_pack(call.request.file)
    _show(call, pack)
    if any(told.grave for checked in pack for told in checked.faults):
        call.world.talk(_("Nothing was taken in. What is named above has to be mended first."))
        return UNEXPECTED
    if not (call.request.yes or _wanted(call, pack)):
        call.world.talk(_("Nothing was taken in."))
        return OK
    take_in(call.desk.paths, pack)
    call.world.talk(_("Taken in: {n}. To play one: cope do {id}").format(n=len(pack), id=pack[0].id))
    return OK


def _show(call: Call, pack: list[Checked]) -> None:
    """Say of each file what it is, what it would stand in for, and what could be mended."""
    from copecli import desk_making
    from copecli.cli.skill_shown import about, as_seen, fault_line
    from copecli.cli.wrapped import say_wrapped

    for checked in pack:
        lines = about(checked)
        replaced = desk_making.replaces(call.desk, checked) if checked.skill else ""
        lines += [f"  {_(replaced)}"] if replaced else []
        lines += [f"  {fault_line(told)}" for told in checked.faults]
        say_wrapped(call, lines)
    if len(pack) == 1 and pack[0].skill is not None:
        say_wrapped(call, ["", *as_seen(pack[0].skill)])


def _wanted(call: Call, pack: list[Checked]) -> bool:
    """Ask; where nobody can be asked, raise UsageProblem."""
    terminal = call.terminal()
    if not (terminal.stdin_tty and terminal.stdout_tty):
        raise UsageProblem(N_("Nothing was taken in yet."), do=N_("Look it over, then add --yes."))
    from copecli.cli.plain.run import face_of

    rows = [("", _("Leave it")), ("yes", _("Take it in"))]
    try:
        return face_of(call).menu(_("Exercises: {n}. Take them in?").format(n=len(pack)), rows) == "yes"
    except EOFError:
        return False

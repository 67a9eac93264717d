"""`cope data forget plan|journal|all`: what was saved is removed from this computer.

Invariant: it asks on a terminal and needs `--yes` elsewhere, and says what was removed, what could not be and
what stays.
"""

from __future__ import annotations

from copecli.core.errors import OK, UNEXPECTED, UsageProblem
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.system.forget import Forgotten

WORDS = (
    ("plan", N_("My plan, with its older versions"), N_("Your plan would be gone, with its older versions.")),
    (
        "journal",
        N_("My journal, and my notes to exercises"),
        N_("Your journal would be gone, with your notes to exercises."),
    ),
    (
        "all",
        N_("All of it, settings too"),
        N_("Plan, journal, drafts, settings and your own exercises would be gone."),
    ),
)
"""(what, words for a menu, what would happen)."""
FOR_GOOD = N_("This cannot be undone. Backups of plan and journal go too.")
ELSEWHERE = N_("Copies that you or other programs made are not touched.")


def run(call: Call) -> int:
    """Remove what was named, or chosen from a list on a terminal."""
    what = call.request.what
    if what and what not in [name for name, _menu, _then in WORDS]:
        raise UsageProblem(N_("It can forget: plan, journal or all."), do=_HELP)
    if not what or not call.request.yes:
        what = _chosen(call, what)
    if not what:
        call.world.talk(_("Nothing was removed."))
        return OK
    done = call.desk.forget(what)
    return _told(call, done)


_HELP = N_("Name one of them, and add --yes where nobody can be asked.")


def _chosen(call: Call, what: str) -> str:
    """Return what to forget, after asking; nothing where the person leaves it."""
    terminal = call.terminal()
    if not (terminal.stdin_tty and terminal.stdout_tty):
        raise UsageProblem(N_("This removes what you saved: plan, journal or all."), do=_HELP)
    from copecli.cli.plain.run import face_of

    face = face_of(call)
    leave = ("", _("Leave everything as it is"))
    try:
        if not what:
            what = face.menu(
                _("What shall be removed?"), [*((name, _(words)) for name, words, _t in WORDS), leave]
            )
        if not what:
            return ""
        then = next(then for name, _words, then in WORDS if name == what)
        call.world.say(_(then), _(FOR_GOOD))
        return what if face.menu(_("Remove it?"), [leave, ("yes", _("Remove it"))]) else ""
    except EOFError:
        return ""


def _told(call: Call, done: Forgotten) -> int:
    from copecli.core.text import clean_line

    call.world.talk(_("Files that were removed: {n}.").format(n=done.removed))
    for found, words in (
        (done.left, _("These could not be removed:")),
        (done.not_ours, _("These are not from copecli, and stay:")),
    ):
        if found:
            call.world.talk(words, *(f"- {clean_line(path)}" for path in found))
    call.world.talk(_(ELSEWHERE))
    return UNEXPECTED if done.left else OK

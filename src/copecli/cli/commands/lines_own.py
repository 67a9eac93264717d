"""`cope lines pin`, `hide`, `add`: what a person makes of the crisis lines.

Invariant: a line of one's own never comes from the command line, and what is not there any more can still be
unpinned and shown again.
"""

from __future__ import annotations

from copecli.core.errors import OK, UsageProblem
from copecli.core.own_line import ADDED, HIDE_KEPT, PIN_KEPT
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call


def pin(call: Call) -> int:
    """Pin a line."""
    call.desk.pin_line(_called(call, ()), True)
    call.world.talk(_(PIN_KEPT[True]))
    return OK


def unpin(call: Call) -> int:
    """Take the pin away."""
    call.desk.pin_line(_called(call, call.desk.config.pinned_lines), False)
    call.world.talk(_(PIN_KEPT[False]))
    return OK


def hide(call: Call) -> int:
    """Hide a line."""
    call.desk.hide_line(_called(call, ()), True)
    call.world.talk(_(HIDE_KEPT[True]))
    return OK


def unhide(call: Call) -> int:
    """Show it again."""
    call.desk.hide_line(_called(call, call.desk.config.hidden_lines), False)
    call.world.talk(_(HIDE_KEPT[False]))
    return OK


def _called(call: Call, kept: tuple[str, ...]) -> str:
    """Return the id of the line that was named: one of `kept`, or one that is there."""
    name = call.request.line_name
    if not name:
        raise UsageProblem(N_("Which line?"), do=N_("`cope lines` shows them, each with its name here."))
    return name if name in kept else call.desk.line_called(name).id


def add(call: Call) -> int:
    """Ask for a line of the person's own, or read it from a pipe, and keep it in the plan."""
    from copecli.core.own_line import own_line_form, own_line_of

    if call.terminal().stdin_tty and call.terminal().stdout_tty:
        from copecli.cli.plain.form import ask
        from copecli.cli.plain.run import face_of

        try:
            found = own_line_of(ask(face_of(call), own_line_form()).answers)
        except EOFError:
            return OK
    else:
        from copecli.cli.typed import read_text

        name, number, note, *_more = [*read_text(call).splitlines(), "", "", ""]
        found = own_line_of({"name": name, "number": number, "note": note})
    if found is None:
        raise UsageProblem(N_("A name or a number is needed, so nothing was kept."))
    call.desk.add_own_line(*found)
    call.world.talk(_(ADDED))
    return OK

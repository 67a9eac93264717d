"""`cope plan send`: the plan, or the contacts in it, as QR codes.

Invariant: who may see it is said before a code is drawn, also into a pipe.
"""

from __future__ import annotations

from copecli.cli.faces import meet
from copecli.cli.plan_talk import told_unreadable, written_plan
from copecli.core.errors import OK, NothingFound, Unreadable
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.core.plan import Plan
    from copecli.documents.qr import Code


def run(call: Call) -> int:
    """Ask what the phone shall read; with an option, or where nobody can answer, print the codes."""
    try:
        plan = written_plan(call)
    except Unreadable as trouble:
        return told_unreadable(call, trouble)
    if call.request.for_helper or call.request.contacts:
        return _print(call, plan)
    return meet(call, ("send",), lambda: _print(call, plan))


def _print(call: Call, plan: Plan) -> int:
    """Print all codes, each below its number."""
    from copecli.cli.plain.codes import how_many, room
    from copecli.core.shared_words import BEFORE_A_CODE
    from copecli.documents.qr import drawn

    terminal, world = call.terminal(), call.world
    unicode = _has_blocks(call)
    codes = _codes(call, plan, room(call.width(), unicode=unicode))
    world.talk(*map(_, BEFORE_A_CODE))
    world.say(how_many(len(codes)))
    dark = call.desk.config.theme != "light" or not terminal.stdout_tty
    for n, code in enumerate(codes, start=1):
        world.say("", _("Code {n} of {of}:").format(n=n, of=len(codes)))
        world.say(*drawn(code, unicode=unicode, dark_ground=dark))
    return OK


def _codes(call: Call, plan: Plan, most: int) -> tuple[Code, ...]:
    from copecli.core.plan_people import to_reach
    from copecli.documents.qr import code_of, contact_card, plan_codes

    if not call.request.contacts:
        return plan_codes(plan, most, for_helper=call.request.for_helper)
    people = to_reach(plan)
    if not people:
        raise NothingFound(
            N_("Nobody with a number stands in your plan yet."), do=N_("`cope plan` adds someone.")
        )
    return tuple(code_of(contact_card(item)) for item in people)


def _has_blocks(call: Call) -> bool:
    """Return whether the result may hold block marks: into a pipe, whether its encoding has them."""
    out = call.world.stdout
    try:
        "█▀▄".encode(getattr(out, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    terminal = call.terminal()
    return terminal.unicode or not terminal.stdout_tty

"""`cope plan print` in any form but the usual text: a file, a pipe or the printer.

Invariant: who may see it is said before anything is made; a file that is there is never replaced unasked, and
what is no text never reaches a terminal.
"""

from __future__ import annotations

from copecli.cli.world import OutputLost
from copecli.core.errors import OK, UsageProblem
from copecli.core.shared_words import AT_THE_PRINTER, BEFORE_A_CODE, BEFORE_PRINTING
from copecli.documents import forms
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

    from copecli.cli.call import Call
    from copecli.core.plan import Plan


def form_asked(call: Call) -> str:
    """Return the form that was asked for; raise UsageProblem where an option does not go with it."""
    asked = call.request
    usual = forms.PDF if asked.to_printer else forms.TEXT
    form = asked.form or (forms.form_of(asked.output) if asked.output not in ("", "-") else usual)
    if asked.to_printer and asked.output:
        raise UsageProblem(N_("--to-printer and -o do not go together."), do=_HELP)
    for option, there, fitting in (
        ("--paper", asked.paper, forms.ON_PAPER),
        ("--large", asked.large, forms.MAY_BE_LARGE),
        ("--width", asked.width, {forms.TEXT}),
        ("--to-printer", asked.to_printer, forms.FOR_A_PRINTER),
    ):
        if there and form not in fitting:
            raise does_not_go_with(option, form, fitting, _HELP)
    return form


def does_not_go_with(option: str, form: str, fitting: Container[str], more: str) -> UsageProblem:
    """Return what to say where an option does not go with a form; `more` says where there is help."""
    return UsageProblem(
        N_("{option} does not go with {form}. It goes with {fitting}."),
        do=more,
        option=option,
        form=form,
        fitting=", ".join(name for name in forms.FORMS if name in fitting),
    )


_HELP = N_("`cope plan print --help` says more.")


def put_out(call: Call, plan: Plan, form: str, width: int) -> int:
    """Make the form, and put it where it was asked for."""
    asked = call.request
    if asked.to_printer:
        return _to_printer(call, plan, form, width)
    binary = form in (forms.PDF, forms.CARD)
    to_file = asked.output not in ("", "-")
    if binary and not to_file and not takes_bytes(call):
        raise UsageProblem(N_("This form needs a file."), do=N_("Add -o plan.pdf, for one."))
    if to_file:
        call.world.talk(" ".join(map(_, BEFORE_A_CODE)))
    made = _made(call, plan, form, width)
    if to_file:
        file = call.desk.write_file(asked.output, made, replace=asked.force)
        call.world.talk(_("Your plan is written: {file}").format(file=file))
    elif binary:
        pipe(call, made)
    else:
        call.world.write(made.decode())
    return OK


def _made(call: Call, plan: Plan, form: str, width: int) -> bytes:
    asked = call.request
    return forms.plan_as(
        plan,
        form,
        paper=asked.paper,
        large=asked.large,
        for_helper=asked.for_helper,
        width=width,
        home=call.desk.home(),
    )


def takes_bytes(call: Call) -> bool:
    """Return whether the result goes where what is no text may go."""
    out = call.world.stdout
    return out is None or (hasattr(out, "buffer") and not out.isatty())


def pipe(call: Call, made: bytes) -> None:
    """Write what is no text to the result."""
    call.world.flush()
    out = call.world.stdout
    try:
        if out is not None:
            out.buffer.write(made)  # type: ignore[attr-defined]
            out.buffer.flush()  # type: ignore[attr-defined]
    except OSError as error:
        raise OutputLost(error) from error


def _to_printer(call: Call, plan: Plan, form: str, width: int) -> int:
    """Say that a copy stays in the queue; go on with leave, or with --yes."""
    from copecli.system.printer import no_printer, printer_command, send_to_printer

    command = printer_command(call.world.environ)
    if not command:
        raise no_printer()
    call.world.talk(_(BEFORE_PRINTING))
    if not call.request.yes and not _leave(call):
        call.world.talk(_("Nothing was printed."))
        return OK
    send_to_printer(command, _made(call, plan, form, width), call.request.paper)
    call.world.talk(_(AT_THE_PRINTER))
    return OK


def _leave(call: Call) -> bool:
    """Return whether the person wants it printed; raise UsageProblem where nobody can be asked."""
    terminal = call.terminal()
    if not (terminal.stdin_tty and terminal.stdout_tty):
        raise UsageProblem(N_("Nobody can be asked here."), do=N_("Add --yes to print it all the same."))
    from copecli.cli.plain.run import face_of

    rows = [("yes", _("Print it.")), ("", _("Leave it."))]
    try:
        return bool(face_of(call).menu(_("Print your plan now?"), rows))
    except EOFError:
        return False

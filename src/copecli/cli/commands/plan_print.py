"""`cope plan print`: the plan as plain text, for a printer, a file or the eye.

Invariant: it is quick where plan.txt is up to date, for a plan is printed in a hurry too; and a file that
is there is never replaced unasked.
"""

from __future__ import annotations

from copecli.core.errors import OK, NotSaved, Unreadable
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call

USUAL = 80


def run(call: Call) -> int:
    """Print the plan, or write it to the file of `-o`."""
    request = call.request
    try:
        text = _text(call)
    except Unreadable as trouble:
        from copecli.cli.plan_talk import print_last_text, told_unreadable

        code = told_unreadable(call, trouble)
        if not request.output:
            print_last_text(call)
        return code
    if not request.output or request.output == "-":
        call.world.write(text)
        return OK
    write_file(request.output, text, replace=request.force)
    from copecli.core.text import clean_line

    call.world.talk(_("Your plan is written: {file}").format(file=clean_line(request.output)))
    return OK


def _text(call: Call) -> str:
    columns = call.request.width or (USUAL if call.request.output else call.width()) or USUAL
    if columns == USUAL:
        from copecli.system.plan_text import plan_text_if_fresh

        text = plan_text_if_fresh(call.desk.paths)
        if text is not None and any(f"\n{number}. " in text for number in range(1, 8)):
            return text  # an empty plan is told like no plan
    from copecli.cli.commands.plan_show import columns_of
    from copecli.cli.plan_talk import written_plan
    from copecli.documents.text import plan_as_text

    plan = written_plan(call)
    return plan_as_text(plan, call.request.width or (USUAL if call.request.output else columns_of(call)))


def write_file(path: str, text: str, *, replace: bool) -> None:
    """Put the text into the file, for this person alone."""
    import os

    from copecli.core.text import clean_line
    from copecli.system.files import atomic_write

    place = os.path.expanduser(path)
    if os.path.isdir(place):
        raise NotSaved(
            N_("{file} is a folder."), do=N_("Name a file in it, such as my-plan.txt."), file=clean_line(path)
        )
    if os.path.lexists(place) and not replace:
        raise NotSaved(
            N_("{file} is there already."),
            safe=N_("It was left as it is."),
            do=N_("Another name will do, or --force to replace it."),
            file=clean_line(path),
        )
    atomic_write(place, text.encode("utf-8", "replace"), N_("plan"))

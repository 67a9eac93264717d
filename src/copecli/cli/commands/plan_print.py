"""`cope plan print`: the plan as plain text, for a printer, a file or the eye.

Invariant: it is quick where plan.txt is up to date, for a plan is printed in a hurry too; and a file that
is there is never replaced unasked.
"""

from __future__ import annotations

from copecli.core.errors import OK, Unreadable
from copecli.words import _

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
    file = call.desk.write_file(request.output, text, replace=request.force)
    call.world.talk(_("Your plan is written: {file}").format(file=file))
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

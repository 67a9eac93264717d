"""`cope plan print`: the plan as text, page, PDF, card, Markdown or JSON, for a printer, a file or the eye.

Invariant: it is quick where plan.txt is up to date, for a plan is printed in a hurry too; and a file that
is there is never replaced unasked.
"""

from __future__ import annotations

from copecli.core.errors import OK, Unreadable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call

USUAL = 80


def run(call: Call) -> int:
    """Print the plan, or write it to the file of `-o`."""
    request = call.request
    form = ""
    if request.output or request.form or request.paper or request.large or request.to_printer:
        from copecli.cli.paper import form_asked

        form = form_asked(call)
    try:
        return _print(call, form)
    except Unreadable as trouble:
        from copecli.cli.plan_talk import print_last_text, told_unreadable

        code = told_unreadable(call, trouble)
        if not request.output and form in ("", "text"):
            print_last_text(call)
        return code


def _print(call: Call, form: str) -> int:
    """Put the plan out: from plan.txt where that is just what is asked for."""
    request = call.request
    columns = request.width or (0 if form else call.width()) or USUAL
    if not form and not request.for_helper and columns == USUAL:
        from copecli.system.plan_text import plan_text_if_fresh

        text = plan_text_if_fresh(call.desk.paths)
        if text is not None and any(f"\n{number}. " in text for number in range(1, 8)):
            call.world.write(text)  # an empty plan is told like no plan
            return OK
    from copecli.cli.plan_talk import written_plan

    plan = written_plan(call)
    if not form:
        from copecli.cli.commands.plan_show import columns_of

        columns = request.width or columns_of(call)
    from copecli.cli.paper import put_out

    return put_out(call, plan, form or "text", columns)

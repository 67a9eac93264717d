"""`cope plan show`: the plan to read, whole or one step of it."""

from __future__ import annotations

from copecli.cli.plan_talk import print_last_text, told_unreadable, written_plan
from copecli.core.errors import OK, Unreadable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call

NARROWEST, WIDEST, USUAL = 40, 100, 80


def run(call: Call) -> int:
    """Print the plan at the terminal's width."""
    try:
        plan = written_plan(call)
    except Unreadable as trouble:
        code = told_unreadable(call, trouble)
        if not call.request.json:
            print_last_text(call)
        return code
    step = call.request.section
    if call.request.json:
        from copecli.cli.as_json import as_json
        from copecli.core.plan_format import plan_to_document

        document = plan_to_document(plan)
        call.world.say(as_json(document.get(step, []) if step else document))
        return OK
    from copecli.documents.text import plan_as_text, step_as_text

    columns = columns_of(call)
    call.world.write(step_as_text(plan, step, columns) if step else plan_as_text(plan, columns))
    return OK


def columns_of(call: Call) -> int:
    """Return the columns of the terminal, within what reads well; 80 where the result goes to none."""
    return max(NARROWEST, min(call.width() or USUAL, WIDEST))

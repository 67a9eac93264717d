"""`cope plan check`: what could make the plan stronger.

Invariant: hints are offers, so however many there are the exit code is 0.
"""

from __future__ import annotations

from copecli.cli.plan_talk import told_unreadable, written_plan
from copecli.core.errors import OK, Unreadable
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.core.plan_check import Hint


def run(call: Call) -> int:
    """Print the hints, step by step."""
    try:
        plan = written_plan(call)
    except Unreadable as trouble:
        return told_unreadable(call, trouble)
    found = call.desk.plan_hints(plan)
    if call.request.json:
        from copecli.cli.as_json import as_json

        call.world.say(as_json([_as_table(hint) for hint in found]))
        return OK
    from copecli.cli.hint_words import hint_lines

    call.world.say(*hint_lines(found))
    return OK


def _as_table(hint: Hint) -> dict[str, str]:
    return {
        "id": hint.id,
        "step": hint.step,
        "item_id": hint.item_id,
        "text": hint.text.worded(_),
        "todo": hint.todo.worded(_),
    }

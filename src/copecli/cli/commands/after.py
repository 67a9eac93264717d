"""`cope after`: the hour after self-harm, one thing at a time; in a pipe all of it is printed.

Invariant: nothing is kept, and where nobody can answer whom to call stands before all else.
"""

from __future__ import annotations

from copecli.cli.faces import meet
from copecli.core.errors import OK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call


def run(call: Call) -> int:
    """Begin in the face that fits."""
    return meet(call, ("after",), lambda: _print(call))


def _print(call: Call) -> int:
    from copecli.cli.plain.after import to_read
    from copecli.cli.reach_words import fitted

    call.world.say(*fitted(to_read(call.desk), call.width()))
    return OK

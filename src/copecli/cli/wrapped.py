"""Lines as wide as the terminal that they go to.

Invariant: into a pipe each line stays one line.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copecli.cli.call import Call


def say_wrapped(call: Call, lines: Iterable[str]) -> None:
    """Print the lines; what does not fit goes on below, with the line's own indent."""
    from copecli.core.cells import wrap

    columns = call.width()
    for line in lines:
        indent = line[: len(line) - len(line.lstrip(" "))]
        call.world.say(*(wrap(line.strip(), columns, indent, indent) if columns and line else [line]))

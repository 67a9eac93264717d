"""Hints as lines, for the command and for the line face."""

from __future__ import annotations

from copecli.core.plan_check import NOTHING_TO_ADD, headings
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copecli.core.plan_check import Hint


def hint_lines(found: Sequence[Hint]) -> list[str]:
    """Return the hints under the titles of their steps: what was seen, and below it what one could do."""
    if not found:
        return [line.worded(_) for line in NOTHING_TO_ADD]
    lines: list[str] = []
    for title, hints in headings(found):
        lines += ["", title.worded(_)] if lines else [title.worded(_)]
        for hint in hints:
            lines += [f"- {hint.text.worded(_)}", f"  {hint.todo.worded(_)}"]
    return lines

"""A section of what one's own record shows, as plain lines.

Invariant: either the picture is drawn or its sentences are said, so nothing that it shows is left out.
"""

from __future__ import annotations

from copecli.cli.reach_words import ended
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.sections import Section

INDENT = "  "
"""What stands under a title."""


def section_lines(section: Section, *, spoken: bool) -> tuple[list[str], list[str]]:
    """Return (sentences, lines of the picture): the title first, and no picture where it is `spoken`."""
    plot = section.plot
    said = [*section.lines, *(plot.words if plot and spoken else plot.words[:1] if plot else ())]
    lines = [f"{section.title.worded(_)}:", *(f"{INDENT}{ended(line.worded(_))}" for line in said)]
    return lines, ["", *(f"{INDENT}{line}" for line in plot.lines)] if plot and not spoken else []

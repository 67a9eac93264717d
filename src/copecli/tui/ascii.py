"""What our own marks become on a terminal that shows ASCII only.

Invariant: only marks of ours are changed, each into as many cells; what a person wrote is left as it is.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

MARKS = str.maketrans(
    {
        "█": "#", "▀": "#", "▄": "#", "●": "*", "○": "o", "–": "-", "·": "-", "…": ".", "←": "<", "→": ">",
        "“": '"', "”": '"', "’": "'", "╭": "+", "╮": "+", "╰": "+", "╯": "+", "─": "-", "│": "|",
        "↑": "^", "↓": "v", "═": "=",
        "▁": " ", "▂": " ", "▃": " ", "▅": " ", "▆": " ", "▇": " ", "▍": " ", "▊": " ", "▌": " ", "▐": " ",
    }
)  # fmt: skip


class Ascii(LineFilter):
    """Draws our marks with plain letters and signs."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return the segments, as wide as they were."""
        return [Segment(text.translate(MARKS), style, control) for text, style, control in segments]

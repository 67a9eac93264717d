"""Weekly means as a small picture in text, and the same in sentences.

Invariant: every picture comes with sentences that say what it shows, so nobody needs to see it; the picture
holds digits and bars and no word, fits its columns, and shows only ratings that are asked to be followed.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.day_words import day_words
from copecli.core.pattern_words import ABLE, DISTRESS, URGE
from copecli.core.periods import points
from copecli.core.reach import Sentence, sentence
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copecli.core.periods import Period

ROWS = 5
"""Lines of the picture's inside; each stands for two points."""
HIGHEST = 10
BLOCKS = " ▁▂▃▄▅▆▇█"
"""From nothing to a full row, in eighths."""
PLAIN_BLOCKS = " .:#"
"""The same in characters that every terminal, printer and braille line has, in thirds."""
_GUTTER = 4

TITLES = {
    DISTRESS: N_("Distress, week by week, from 0 to 10."),
    URGE: N_("The urge, week by week, from 0 to 10."),
    ABLE: N_("How able you felt, week by week, from 0 to 10."),
}


@dataclass(frozen=True, slots=True)
class Plot:
    """A picture, and what it says."""

    lines: tuple[str, ...]
    words: tuple[Sentence, ...]


def week_plot(
    weeks: Sequence[Period], measure: str, columns: int, *, plain: bool = False, today: str = ""
) -> Plot:
    """Return the last weeks that fit into `columns`, one bar each; a week without a rating is left empty."""
    shown = weeks[-max(1, columns - _GUTTER) :]
    if not any(one.n for one in shown):
        return Plot((), (sentence(N_("Nothing to show yet.")),))
    step = 2 if len(shown) * 2 <= columns - _GUTTER else 1
    corner, side, floor = ("+", "|", "-") if plain else ("└", "│", "─")
    lines = []
    for row in reversed(range(ROWS)):
        label = str(HIGHEST) if row == ROWS - 1 else ""
        bars = "".join(_cell(one.mean, row, plain).ljust(step) for one in shown)
        lines.append(f"{label:>2} {side}{bars}".rstrip())
    lines.append(f" 0 {corner}{floor * (len(shown) * step)}")
    lines.append(" " * _GUTTER + _dates(shown, columns - _GUTTER))
    return Plot(tuple(lines), _said(shown, measure, today))


def _cell(mean: float | None, row: int, plain: bool) -> str:
    """Return what one week fills of one row; a mean of 0 still leaves a mark on the lowest."""
    if mean is None:
        return " "
    blocks = PLAIN_BLOCKS if plain else BLOCKS
    full = len(blocks) - 1
    filled = round((mean * ROWS / HIGHEST - row) * full)
    return blocks[max(1 if row == 0 else 0, min(full, filled))]


def _dates(shown: Sequence[Period], room: int) -> str:
    both = f"{shown[0].start} - {shown[-1].start}"
    return both if len(shown) > 1 and len(both) <= room else shown[-1].start


def _said(shown: Sequence[Period], measure: str, today: str) -> tuple[Sentence, ...]:
    said = [sentence(TITLES[measure])]
    said += [
        sentence(N_("Week of {day}: about {mean}."), day=day_words(one.start, today), mean=points(one.mean))
        for one in shown
        if one.mean is not None
    ]
    if any(one.mean is None for one in shown):
        said.append(sentence(N_("Weeks without a rating are left out.")))
    return tuple(said)

"""What one's own record shows, at hand: what both faces ask of the journal to show it.

Invariant: looking changes nothing and makes no file. A journal that cannot be read raises one sentence, which
says what still works.
"""

from __future__ import annotations

from copecli.core.progress import Data, sections

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from copecli.core.sections import Section
    from copecli.desk import Desk

A_YEAR = 60
"""Columns where no picture is drawn: its sentences tell of as many weeks as fit, and here of a year."""


class Shown:
    """The sums of one moment, to be shown as wide as there is room."""

    def __init__(self, data: Data, titles: Mapping[str, str], today: str) -> None:
        self._data = data
        self._titles = titles
        self._today = today

    def sections(self, columns: int, *, plain: bool) -> tuple[Section, ...]:
        """Return the sections, with pictures that fit into `columns`."""
        return sections(self._data, titles=self._titles, columns=columns, today=self._today, plain=plain)


def shown(desk: Desk) -> Shown:
    """Return what the journal shows now; raise JournalUnreadable."""
    data = Data.of(desk.journal.tallies())
    return Shown(data, _titles(desk, data), desk.today())


def _titles(desk: Desk, data: Data) -> Mapping[str, str]:
    """Return the names of the skills that were used, by id; none is looked up where none was."""
    if not data.helped:
        return {}
    from copecli.desk_maps import titles

    return titles(desk)

"""A report at hand: what both faces do with it, whatever they look like.

Invariant: it is read anew for each report and nothing of it is kept; no file is made before it could be read
on the screen.
"""

from __future__ import annotations

from copecli.core.errors import NothingFound
from copecli.core.report import for_sections, report
from copecli.core.report_form import DRAFT
from copecli.desk_maps import titles
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copecli.core.records import Record
    from copecli.core.report import Report
    from copecli.core.report_parts import Wanted
    from copecli.desk import Desk

REPORT = N_("report")
"""What is saved, in "Your report could not be saved"."""
_AS_IT_WAS = N_("What you noted is as it was.")
_INSTEAD = N_("You can print from a file: `cope progress --report --format pdf -o report.pdf`.")
_GUTTER = 3
"""Cells before a picture in text."""


class ReportAtHand:
    """One report, from the records of its time."""

    def __init__(self, desk: Desk, wanted: Wanted) -> None:
        """Read what was noted in that time; raise JournalUnreadable."""
        self._desk = desk
        self._wanted = wanted
        self._today = desk.today()
        self._titles = titles(desk)
        self._records = tuple(_records(desk, wanted))

    def report(self, columns: int, *, plain: bool = False) -> Report:
        """Return the report with pictures of at most that many cells; with `plain` in ASCII."""
        from copecli.core.progress import data_of, sections

        made = sections(
            data_of(for_sections(self._records)),
            titles=self._titles,
            columns=columns,
            today=self._today,
            plain=plain,
        )
        return report(self._wanted, self._records, made, titles=self._titles, today=self._today)

    def as_text(self, columns: int, *, unicode: bool = True, drawn: bool = True) -> str:
        """Return it as it is read on a screen of that many columns."""
        from copecli.documents.article_text import report_as_text

        found = self.report(columns - _GUTTER, plain=not unicode)
        return report_as_text(found, columns, unicode=unicode, drawn=drawn)

    def made(self, form: str, *, paper: str = "") -> bytes:
        """Return it in a form for paper or a file; raise NotSaved where it cannot be made."""
        from copecli.documents.report_forms import PICTURE_COLUMNS, report_as

        return report_as(self.report(PICTURE_COLUMNS), form, paper=paper, home=self._desk.home())

    def write(self, path: str, form: str, *, paper: str = "", replace: bool = False) -> str:
        """Write it to a file and return where; raise NotSaved. What was typed for it is no draft any more."""
        place = self._desk.write_file(path, self.made(form, paper=paper), replace=replace, thing=REPORT)
        self._desk.keep_draft(DRAFT, "")
        return place

    def print_on_paper(self) -> None:
        """Hand it to this computer's printer; raise NotSaved or NothingFound."""
        from copecli.documents.forms import PDF
        from copecli.system.printer import no_printer, printer_command, send_to_printer

        command = printer_command(self._desk.environ)
        if not command:
            raise no_printer(_INSTEAD)
        send_to_printer(command, self.made(PDF), safe=_AS_IT_WAS, instead=_INSTEAD)
        self._desk.keep_draft(DRAFT, "")


def see_that_something_is_kept(desk: Desk) -> None:
    """Raise NothingFound where nothing at all was noted so far, or JournalUnreadable."""
    if not any(desk.journal.count(kind) for kind in _kinds()):
        raise NothingFound(
            N_("Nothing is kept yet that a report could be made of."),
            do=N_("A check-in, an exercise or a trigger map adds to it, if you like."),
        )


def _records(desk: Desk, wanted: Wanted) -> Iterator[Record]:
    for kind in _kinds():
        yield from desk.journal.of_days(kind, wanted.first or _FIRST_DAY, wanted.last)


_FIRST_DAY = "1970-01-01"


def _kinds() -> tuple[type[Record], ...]:
    from copecli.core.chain import TriggerMap
    from copecli.core.checkin import CheckIn
    from copecli.core.records import GoodMoment
    from copecli.core.uses import PlanWalk, Use, Wave

    return CheckIn, TriggerMap, GoodMoment, Use, Wave, PlanWalk

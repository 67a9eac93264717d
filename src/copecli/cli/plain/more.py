"""More: what is one step behind the doors, numbered as in the TUI."""

from __future__ import annotations

from copecli.core import more_words as ways
from copecli.core.shared_words import ABOUT
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face


def more(face: Face) -> None:
    """Ask where to, again and again, until the person goes back."""
    rows = [(key, _(text) + ".") for key, text in ways.MORE]
    while chosen := face.menu(_("More."), rows):
        _open(face, chosen)
        face.gap()


def _open(face: Face, chosen: str) -> None:
    match chosen:
        case ways.WAVE:
            from copecli.cli.plain.wave import ride_out

            ride_out(face)
        case ways.LINES:
            from copecli.cli.plain.lines import lines_flow

            lines_flow(face)
        case ways.TALK:
            from copecli.cli.plain.talk import talk_flow

            talk_flow(face)
        case ways.PEOPLE:
            from copecli.cli.plain.people import people_home

            people_home(face)
        case ways.AFTER:
            from copecli.cli.plain.after import after_flow

            after_flow(face)
        case ways.CHECK_IN:
            from copecli.cli.plain.checkin import check_in_flow

            check_in_flow(face)
        case ways.GOOD:
            from copecli.cli.plain.checkin import good_flow

            good_flow(face)
        case ways.MAP:
            from copecli.cli.plain.maps import map_flow

            map_flow(face)
        case ways.PROGRESS:
            from copecli.cli.plain.progress import progress_home

            progress_home(face)
        case ways.RECORDS:
            from copecli.cli.plain.records import records_home

            records_home(face)
        case ways.REPORT:
            from copecli.cli.plain.report import report_flow

            report_flow(face)
        case ways.LEARN:
            from copecli.cli.plain.learn import shelf

            shelf(face)
        case ways.TAKEN_IN:
            from copecli.cli.plain.plan_take_in import take_in

            take_in(face)
        case ways.KEYS:
            from copecli.cli.plain.keys import keys_home

            keys_home(face)
        case ways.ABOUT:
            place = face.desk.paths.data or _("nowhere, for no home folder was found")
            face.say(*(_(line).format(place=place) for line in ABOUT))
        case _:
            from copecli.cli.plain.settings import settings

            settings(face)

"""Help now, line by line: the whole of it at once, then what it offers.

Invariant: it reads the same as `cope now`, and Enter leads back to where it was opened.
"""

from __future__ import annotations

from copecli.cli.plain.io import HELD
from copecli.cli.reach_words import ended, section_lines
from copecli.core.actions import HELP
from copecli.core.errors import CopeError
from copecli.core.helpnow import numbers_of
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.core.helpnow import HelpNow
    from copecli.core.reach import Reach, Way


def help_now(face: Face, *, inside: bool = True, first: tuple[str, ...] = ()) -> None:
    """Print Help now and stay until Enter; `inside` an exercise or a text no other exercise is offered.

    `first` (message ids) is said above it.
    """
    found = face.desk.help_now()
    face.say(*map(_, first))
    keys = face.desk.keys
    how = {action.id.removeprefix("help-"): keys.typed(action.id) for action in keys.in_group(HELP)}
    if inside:
        del how["ground"]
    _print(face, found, how)
    while True:
        line = face.console.line() or ""
        took = keys.meant(HELP, line.lower())
        if line == HELD:
            continue
        if took == "help-lines":
            from copecli.cli.plain.lines import lines_flow

            lines_flow(face)
            found = face.desk.help_now()
            _print(face, found, how)
        elif took == "help-number":
            scan(face, numbers_of(found))
            face.say(_goes_back())
        elif took == "help-country":
            from copecli.cli.plain.settings import choose_country

            choose_country(face)
            found = face.desk.help_now()
            _print(face, found, how)
        elif took == "help-ground" and not inside:
            _start(face)
            return
        elif line == "?" or face.asks_for_help(line):
            _print(face, found, how)
        elif not line or face.goes_back(line):
            return
        else:
            face.say(_goes_back())


def _print(face: Face, found: HelpNow, how: dict[str, str]) -> None:
    sections = (
        found.calm, found.trouble, found.emergency, found.people, found.lines, found.waiting, found.closing,
    )  # fmt: skip
    for section in sections:
        lines = section_lines(section, how)
        if lines:
            face.console.say_all([*lines, ""])
    face.say(_goes_back())


def _goes_back() -> str:
    return _("Enter goes back.")


def _start(face: Face) -> None:
    from copecli.cli.plain.player import exercise

    exercise(face, face.desk.default_skill())


def scan(face: Face, numbers: tuple[tuple[Reach, Way], ...]) -> None:
    """Ask for one of the numbers, and show its code."""
    from copecli.cli.plain.codes import show_codes
    from copecli.documents.qr import way_code

    rows = [
        (str(n), f"{way.words.worded(_)}, {reach.name.worded(_)}") for n, (reach, way) in enumerate(numbers)
    ]
    if chosen := face.menu(_("Which one?"), rows):
        code = way_code(numbers[int(chosen)][1])
        show_codes(face, lambda _most: (code,), told=False)


def people_then_lines(face: Face) -> None:
    """Print whom there is to reach: the emergency number, the person's own people, then the lines."""
    from copecli.core.helpnow import numbers_first

    found = face.desk.help_now()
    face.console.say_all(section_lines(numbers_first(found), {}))
    face.gap()
    if not face.desk.people():
        face.say(_("Nobody here yet. That's common."), _("You could try these. No answer? Try the next."))
    else:
        face.console.say_all(section_lines(found.people, {}))
    face.gap()
    face.console.say_all(section_lines(found.lines, {}))
    face.gap()


def told(face: Face, trouble: CopeError) -> None:
    """Say calmly what did not work."""
    face.console.say(ended(trouble.sentence(_)))

"""`cope lines`: crisis lines, those of the person first, with the dates."""

from __future__ import annotations

from copecli.cli.commands.now import HOW
from copecli.cli.reach_words import ended, fitted, reach_lines, section_lines
from copecli.core.errors import OK
from copecli.core.lines_page import Wish, audience_of
from copecli.core.my_lines import is_own
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.core.lines_page import Entry, LinesPage


def run(call: Call) -> int:
    """Print the lines of the countries that were named, else of the person's, else of the clock's."""
    asked = call.request
    wish = Wish(audience_of(asked.for_whom) if asked.for_whom else "", asked.by_text)
    page = call.desk.lines_page(wish, asked.countries)
    if asked.json:
        _print_json(call, page)
    else:
        call.world.say(*fitted(page_lines(page, HOW, names=True), call.width()))
    return OK


def page_lines(page: LinesPage, how: dict[str, str], *, names: bool = False) -> list[str]:
    """Return the page as plain lines; `names` says what each line is called on the command line."""
    lines = section_lines(page.emergency, how)
    if page.told:
        lines += ["", *(ended(said.worded(_)) for said in page.told)]
    for section in page.sections:
        lines += ["", *section_lines(section.before, how)]
        for number, entry in enumerate(section.entries):
            lines += [""] * bool(number or section.before) + entry_lines(entry, names=names)
        lines += section_lines(section.after, how)
    if names and page.hidden:
        hidden = ", ".join(entry.line.id for entry in page.hidden)
        lines += ["", _("Hidden: {names}").format(names=hidden)]
    return lines


def entry_lines(entry: Entry, *, names: bool = False) -> list[str]:
    """Return one line with all that is known of it."""
    lines = reach_lines(entry.reach, details=True)
    if names and not is_own(entry.line):
        lines.append("  " + _("Name here: {id}").format(id=entry.line.id))
    return lines


def _print_json(call: Call, page: LinesPage) -> None:
    """Print the country, or several of them, with what is open now where that is known."""
    from dataclasses import asdict

    from copecli.cli.as_json import as_json
    from copecli.core.opening import opening

    clock = call.desk.clock()
    found = []
    for place in page.places:
        country = asdict(place)
        for line, kept in zip(place.lines, country["lines"], strict=True):
            now = opening(line, clock)
            kept |= {"open_now": now.is_open} if now else {}
        found.append(country)
    call.world.say(as_json(found[0] if len(found) == 1 else found))

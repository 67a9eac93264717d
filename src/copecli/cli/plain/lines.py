"""Crisis lines, line by line: the page that `cope lines` prints, and what a person makes of it.

Invariant: what can be done is what the TUI offers, in its order and its words.
"""

from __future__ import annotations

from copecli.cli.commands.lines import entry_lines, page_lines
from copecli.cli.plain.help_now import told
from copecli.core import lines_page as page_words
from copecli.core import own_line as said
from copecli.core.errors import CopeError
from copecli.core.my_lines import is_own
from copecli.desk_calling import LinesAtHand
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.cli.plain.face import Face
    from copecli.core.lines_page import Entry, LinesPage

ONE = "one"
"""Chosen to do something with one of the lines."""


def lines_flow(face: Face) -> None:
    """Print the lines, and what can be done with them, until the person goes back."""
    at_hand = LinesAtHand(face.desk)
    shown: LinesPage | None = None
    while True:
        try:
            page = at_hand.page
        except CopeError as trouble:
            told(face, trouble)
            return
        if page != shown:
            face.say(page.title.worded(_))
            face.console.say_all([*page_lines(page, {}), ""])
            shown = page
        one = [(ONE, _("One of these: scan it, pin it, hide it."))] if page.entries else []
        ways = [(way, f"{text.worded(_)}.") for way, text in at_hand.ways(page)]
        chosen = face.menu("", [*one, *ways])
        if not chosen:
            return
        _go(face, at_hand, page, chosen)
        face.gap()


def _go(face: Face, at_hand: LinesAtHand, page: LinesPage, chosen: str) -> None:
    if chosen == ONE:
        _one_of(face, page.entries)
    elif chosen == page_words.SHOW_HIDDEN:
        _one_of(face, page.hidden)
    elif chosen == page_words.WHOM:
        rows = [(audience or page_words.ALL, f"{_(text)}.") for audience, text in page_words.FOR]
        if whom := face.menu(_(page_words.ASKED_WHOM), rows):
            at_hand.look_for("" if whom == page_words.ALL else whom)
    elif chosen == page_words.PLACE:
        _look_at(face, at_hand)
    elif chosen == page_words.ADD:
        _add(face, at_hand)
    else:
        _kept(face, lambda: at_hand.take(chosen))


def _kept(face: Face, keep: Callable[[], object]) -> bool:
    try:
        keep()
    except CopeError as trouble:
        told(face, trouble)
        return False
    return True


def _look_at(face: Face, at_hand: LinesAtHand) -> None:
    from copecli.cli.plain.face import leaves
    from copecli.system.lines import country_code

    def ask() -> None:
        face.say(_(page_words.ASKED_PLACE), _("Type its name or its code. Enter leaves it."))

    words = face.words(ask)
    if words and not leaves(words):
        _kept(face, lambda: at_hand.look_at(country_code(words)))


def _add(face: Face, at_hand: LinesAtHand) -> None:
    from copecli.cli.plain.form import ask

    form = ask(face, said.own_line_form())
    wanted = not form.stopped and said.own_line_of(form.answers) is not None
    if wanted and _kept(face, lambda: at_hand.add(form.answers)):
        face.say(_(said.ADDED))


def _one_of(face: Face, entries: tuple[Entry, ...]) -> None:
    """Ask which, print it whole, and ask what to do with it."""
    rows = [(entry.line.id, f"{entry.reach.name.worded(_)}.") for entry in entries]
    chosen = face.menu(_("Which one?"), rows)
    entry = next((entry for entry in entries if entry.line.id == chosen), None)
    if entry is None:
        return
    face.console.say_all(entry_lines(entry))
    line, config = entry.line, face.desk.config
    pinned, hidden = line.id in config.pinned_lines, line.id in config.hidden_lines
    ways = said.ways(pinned=pinned, hidden=hidden, own=is_own(line), reachable=bool(entry.reach.ways))
    _do(face, entry, face.menu("", [(way, f"{_(text)}.") for way, text in ways if way != said.BACK]))


def _do(face: Face, entry: Entry, way: str) -> None:
    line, desk = entry.line, face.desk
    match way:
        case said.NUMBER:
            from copecli.cli.plain.help_now import scan

            scan(face, tuple((entry.reach, found) for found in entry.reach.ways))
        case said.PIN:
            wanted = line.id not in desk.config.pinned_lines
            if _kept(face, lambda: desk.pin_line(line.id, wanted)):
                face.say(_(said.PIN_KEPT[wanted]))
        case said.HIDE:
            wanted = line.id not in desk.config.hidden_lines
            if _kept(face, lambda: desk.hide_line(line.id, wanted)):
                face.say(_(said.HIDE_KEPT[wanted]))
        case said.TAKE_OUT:
            if _kept(face, lambda: desk.take_out_own_line(line.id)):
                face.say(_(said.TAKEN_OUT))

"""Crisis lines: a country on top, each line with its number first, and what a person makes of them.

Invariant: what stands here is the page that `cope lines` prints; looking at another country keeps nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copecli.core import lines_page as said
from copecli.core.actions import LINES, LIST
from copecli.core.helpnow import Offer, Passage, urgent_signs
from copecli.core.my_lines import is_own
from copecli.core.own_line import own_line_form
from copecli.core.reach import Reach
from copecli.desk_calling import LinesAtHand
from copecli.tui.safe import two_lines, words
from copecli.tui.screens.form import FormPage
from copecli.tui.screens.help_words import known_of, said_of, ways_of
from copecli.tui.screens.line import OneLine, keep_line
from copecli.tui.screens.records import ListPage
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.core.form import Form
    from copecli.core.helpnow import Part
    from copecli.core.lines_page import Entry, LinesPage, Section
    from copecli.core.reach import Sentence


WAYS = {"line-for": said.WHOM, "line-text": said.BY_TEXT, "line-place": said.PLACE, "line-add": said.ADD}
"""What a key does that is also a line of the list."""

NUMBERS = "way:numbers-"
"""How the id of a country's emergency numbers in the list begins."""


class LinesScreen(ListPage):
    """The lines of a country."""

    GROUPS = (LINES, LIST)
    KEYS = ("help-now", "line-for", "close")

    def __init__(self) -> None:
        super().__init__()
        self._at_hand: LinesAtHand | None = None
        self._page: LinesPage | None = None
        self._ways: tuple[tuple[str, Sentence], ...] = ()

    @property
    def at_hand(self) -> LinesAtHand:
        """What is looked at."""
        self._at_hand = self._at_hand or LinesAtHand(self.app.desk)
        return self._at_hand

    def show(self) -> None:
        """Show the page as it is now; the mark stays, and where nothing changed, so does the very place."""
        page = self.at_hand.page
        ways = self.at_hand.ways(page)
        if (page, ways) == (self._page, self._ways):
            return
        self._page, self._ways = page, ways
        options = self.query_one(OptionList)
        at = options.highlighted or 0
        told = [text for part in _told(page) for text in said_of(part)]
        told += [text.worded(_) for text in page.told]
        self.fill(page.title.worded(_), "\n".join(told), [])
        for number, section in enumerate(page.sections):
            options.add_options(_numbers(section, f"{NUMBERS}{number}"))
            options.add_options(
                Option(two_lines(_first_line(entry.reach), self._about(entry)), id=entry.line.id)
                for entry in section.entries
            )
        options.add_options(Option(words(text.worded(_)), id=way) for way, text in ways)
        options.display = True
        options.highlighted = min(at, options.option_count - 1)

    def _about(self, entry: Entry) -> str:
        """Return the quieter line: what is good to know first, and whether it is the person's or old."""
        mark = _(said.MARKS[entry.kind]) if entry.kind in said.MARKS else ""
        return "  " + " · ".join(filter(None, (mark, self._where(entry), known_of(entry.reach))))

    def _where(self, entry: Entry) -> str:
        """Return the country of a line that is not of the first."""
        places = self._page.places[1:] if self._page else ()
        return next((place.name for place in places if entry.line in place.lines), "")

    # what the person does

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Open a line, or go a way on."""
        event.stop()
        chosen = event.option_id or ""
        if entry := self._entry(chosen):
            self.app.push_screen(OneLine(entry))
        elif chosen.startswith(NUMBERS) and self._page:
            from copecli.tui.screens.number import open_numbers

            [reach] = _emergency(self._page.sections[int(chosen.removeprefix(NUMBERS))])
            open_numbers(self.app, tuple((reach, way) for way in reach.ways))
        else:
            self._go(chosen)

    def _entry(self, line_id: str | None) -> Entry | None:
        entries = self._page.entries if self._page else ()
        return next((entry for entry in entries if entry.line.id == line_id), None)

    def act(self, action_id: str) -> None:
        """Do what a key means; what concerns a line, with the one that is marked."""
        option = self.query_one(OptionList).highlighted_option
        entry = self._entry(option.id if option else None)
        if action_id in WAYS:
            self._go(WAYS[action_id])
        elif action_id in ("line-pin", "line-hide"):
            if entry is not None and not is_own(entry.line):
                keep_line(self.app, entry.line.id, pin=action_id == "line-pin")
                self._show_calmly()
                self._mark(entry.line.id)
        else:
            super().act(action_id)

    def _go(self, way: str) -> None:
        match way:
            case said.WHOM:
                from copecli.tui.screens.choose import Choose

                rows = [(audience or said.ALL, _(text)) for audience, text in said.FOR]
                self.app.push_screen(Choose(_(said.ASKED_WHOM), rows), self._look_for)
            case said.PLACE:
                from copecli.tui.screens.country import Country

                self.app.push_screen(Country(look=True), self._look_at)
            case said.ADD:
                page = FormPage(own_line_form())
                self.app.push_screen(page, lambda _where: self._added(page.form))
            case said.SHOW_HIDDEN:
                self.app.push_screen(HiddenLines(lambda: self.at_hand.page))
            case _:
                self.app.try_saving(lambda: self.at_hand.take(way))
                self._show_calmly()

    def _mark(self, line_id: str) -> None:
        """Let the mark follow a line that moved; where it is gone, the mark stays in its place."""
        options = self.query_one(OptionList)
        ids = [option.id for option in options.options]
        if line_id in ids:
            options.highlighted = ids.index(line_id)

    def _look_for(self, for_whom: str | None) -> None:
        if for_whom:
            self.at_hand.look_for("" if for_whom == said.ALL else for_whom)
            self._from_the_first()

    def _look_at(self, code: str | None) -> None:
        if code:
            self.at_hand.look_at(code)
            self._from_the_first()

    def _from_the_first(self) -> None:
        self.query_one(OptionList).highlighted = 0
        self._show_calmly()

    def _added(self, form: Form) -> None:
        if not form.stopped:
            self.app.try_saving(lambda: self.at_hand.add(form.answers))
            self._show_calmly()


class HiddenLines(ListPage):
    """Those that are hidden, to show again."""

    def __init__(self, page: Callable[[], LinesPage]) -> None:
        super().__init__()
        self._read = page
        self._hidden: tuple[Entry, ...] = ()

    def show(self) -> None:
        """Show them."""
        self._hidden = self._read().hidden
        rows = [(entry.line.id, "".join(ways_of(entry.reach))) for entry in self._hidden]
        self.fill(_(said.HIDDEN_LINES), "" if rows else _(said.NONE_HIDDEN), rows)

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Open one."""
        event.stop()
        entry = next(one for one in self._hidden if one.line.id == event.option_id)
        self.app.push_screen(OneLine(entry))


def _told(page: LinesPage) -> list[Part]:
    """Return what stands above the list: the emergency number, notes, and where else to look."""
    one = sum(isinstance(part, Reach) for part in page.emergency) == 1
    first = [
        part
        for part in page.emergency
        if part != urgent_signs() and not isinstance(part, Offer) and (one or not isinstance(part, Reach))
    ]
    rest = [part for s in page.sections if not _emergency(s) for part in (*s.before, *s.after)]
    headed = not page.entries  # a list needs none; where there is none, the finders do
    return [*first, *(part for part in rest if headed or not _is_heading(part))]


def _emergency(section: Section) -> list[Reach]:
    """Return the emergency numbers of a country that is not the first."""
    return [part for part in section.before if isinstance(part, Reach) and part.kind == "emergency"]


def _numbers(section: Section, option_id: str) -> list[Option]:
    """Return those numbers as a line of the list, with what is to be said of that country below it."""
    others = [part for part in (*section.before, *section.after) if isinstance(part, Passage)]
    said_below = [text for part in others if not _is_heading(part) for text in said_of(part)]
    return [
        Option(
            two_lines("".join(ways_of(reach)), "  " + " · ".join([known_of(reach), *said_below])),
            id=option_id,
        )
        for reach in _emergency(section)
    ]


def _first_line(reach: Reach) -> str:
    """Return how to reach a line, and its name; an address, which is long, only where there is no number."""
    numbers = tuple(way for way in reach.ways if way.kind != "chat")
    return "".join(ways_of(replace(reach, ways=numbers) if numbers else reach))


def _is_heading(part: Part) -> bool:
    return isinstance(part, Passage) and part.kind == "heading"

"""One crisis line: all that is known of it, its number to scan or copy, and what is kept of it.

Invariant: what is kept is saved at once or told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copecli.core import own_line as said
from copecli.core.actions import LIST
from copecli.core.my_lines import is_own
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.safe import words
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.lines_page import Entry
    from copecli.tui.app import CopeApp


def keep_line(app: CopeApp, line_id: str, *, pin: bool) -> None:
    """Pin a line or hide it, or take that back; say what holds now, or that it could not be saved."""
    config = app.desk.config
    wanted = line_id not in (config.pinned_lines if pin else config.hidden_lines)
    keep = app.desk.pin_line if pin else app.desk.hide_line
    if app.try_saving(lambda: keep(line_id, wanted)):
        app.tell(_((said.PIN_KEPT if pin else said.HIDE_KEPT)[wanted]))


class OneLine(Page):
    """A line with all that is known."""

    GROUPS = (LIST,)

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self._entry = entry

    def body(self) -> ComposeResult:
        """Yield who it is, each way a line, what is good to know first, and what can be done."""
        reach = self._entry.reach
        yield Words(reach.name.worded(_), id="name", classes="strong gap")
        yield Words("\n".join(way.words.worded(_) for way in reach.ways), id="ways", classes="accent gap")
        known = (*reach.about, *((reach.checked,) if reach.checked else ()))
        yield Words("\n".join(part.worded(_) for part in known), id="known", classes="quiet gap")
        yield option_list([])

    def on_mount(self) -> None:
        """Begin at the number."""
        self._show(0)
        self.query_one(OptionList).focus()

    def _show(self, at: int) -> None:
        line, config = self._entry.line, self.app.desk.config
        ways = said.ways(
            pinned=line.id in config.pinned_lines,
            hidden=line.id in config.hidden_lines,
            own=is_own(line),
            reachable=bool(self._entry.reach.ways),
        )
        more = ((said.DETAILS, said.MORE_ABOUT_IT),) if self._entry.reach.details else ()
        ways = (*ways[:-1], *more, ways[-1])
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(words(_(text)), id=way) for way, text in ways)
        options.highlighted = min(at, len(ways) - 1)

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Show the number large, keep something, or go back."""
        event.stop()
        line, reach = self._entry.line, self._entry.reach
        match event.option_id:
            case said.NUMBER:
                from copecli.tui.screens.number import open_numbers

                open_numbers(self.app, tuple((reach, way) for way in reach.ways))
            case said.PIN | said.HIDE:
                keep_line(self.app, line.id, pin=event.option_id == said.PIN)
                self._show(event.option_index)
            case said.DETAILS:
                from copecli.tui.screens.reading import Reading

                details = (Words(part.worded(_), classes="gap") for part in reach.details)
                self.app.push_screen(Reading(reach.name.worded(_), details))
            case said.TAKE_OUT:
                if self.app.try_saving(lambda: self.app.desk.take_out_own_line(line.id)):
                    self.app.tell(_(said.TAKEN_OUT))
                    self.dismiss("")
            case _:
                self.dismiss("")

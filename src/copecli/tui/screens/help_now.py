"""Help now: the emergency number, your people, the lines, one thing to do. Nothing is asked.

Invariant: it opens whatever else is broken, and closing it leads back to where it was opened.
"""

from __future__ import annotations

from textual.containers import Vertical

from copecli.core.actions import HELP, LIST
from copecli.core.helpnow import Offer, Part, Passage, numbers_of
from copecli.core.reach import Reach
from copecli.tui.page import ComposeResult, Page, Words
from copecli.tui.screens.help_words import known_of, ways_of
from copecli.words import _


class HelpNowPage(Page):
    """Here is help. Start anywhere."""

    GROUPS = (HELP, LIST)
    KEYS = ("help-number", "help-ground", "close")

    def __init__(self, first: tuple[str, ...] = ()) -> None:
        """Show it, with these lines (message ids) above the rest."""
        super().__init__()
        self._first = first

    def body(self) -> ComposeResult:
        """Yield section after section, numbers first in their line.

        In most countries it fits on one screen.
        """
        self._help = found = self.app.desk.help_now()
        sections = (
            found.calm + found.trouble, found.emergency, found.people, found.lines, found.waiting +
            found.closing
        )  # fmt: skip
        if self._first:
            yield Words("\n".join(map(_, self._first)), classes="strong gap")
        for section in filter(None, sections):
            with Vertical(classes="section"):
                for part in section:
                    yield from self._part(part)

    def _part(self, part: Part) -> ComposeResult:
        match part:
            case Passage(kind, lines):
                look = {"heading": "strong", "note": "quiet"}.get(kind, "")
                yield Words("\n".join(line.worded(_) for line in lines), classes=look)
            case Reach():
                yield from reach_words(part)
            case Offer(offered):
                yield Words(part.worded(_, self.app.desk.keys.name(f"help-{offered}")), classes="accent")

    def act(self, action_id: str) -> None:
        """Take up an offer, or close; `h` once more leaves it open."""
        match action_id:
            case "help-ground":
                self.dismiss("")
                self.app.play(self.app.desk.default_skill())
            case "help-number":
                self._show_numbers()
            case "help-lines":
                self.app.open_lines()
            case "help-country":
                self._choose_country()
            case "help-now" | "help-in-words":
                pass
            case _:
                super().act(action_id)

    def say_keys(self) -> None:
        """Name the keys of now in what is offered."""
        self.refresh(recompose=True)

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        column = self.query_one("#column")
        column.can_focus = True
        column.focus()

    def _show_numbers(self) -> None:
        from copecli.tui.screens.number import open_numbers

        open_numbers(self.app, numbers_of(self._help))

    def _choose_country(self) -> None:
        from copecli.tui.screens.country import Country

        self.app.push_screen(Country(), self._shown_anew)

    def _shown_anew(self, _where: str | None) -> None:
        self.refresh(recompose=True)


def reach_words(reach: Reach) -> ComposeResult:
    """Yield how to reach somebody and who that is; below it what is good to know."""
    yield Words.marked(*ways_of(reach))
    if known := known_of(reach):
        yield Words(f"  {known}", classes="quiet")

"""Help now: the emergency number, your people, the lines, one thing to do. Nothing is asked.

Invariant: it opens whatever else is broken, and closing it leads back to where it was opened.
"""

from __future__ import annotations

from copecli.core.actions import LIST
from copecli.core.helpnow import Offer, Part, Passage
from copecli.core.reach import Reach, reach_line
from copecli.tui.page import ComposeResult, Page, Words
from copecli.words import _

OFFERS = {"ground": "g", "lines": "l", "country": "c"}
"""The keys that take up what Help now offers."""


class HelpNowPage(Page):
    """Here is help. Start anywhere."""

    GROUPS = (LIST,)
    KEYS = ("close",)

    def body(self) -> ComposeResult:
        """Yield the parts in their order, a number always on a line of its own."""
        self._help = self.app.desk.help_now()
        for part in self._help.parts:
            yield from self._part(part)

    def _part(self, part: Part) -> ComposeResult:
        match part:
            case Passage(kind, lines):
                look = {"heading": "strong above", "note": "quiet"}.get(kind, "above")
                yield Words("\n".join(line.worded(_) for line in lines), classes=look)
            case Reach():
                yield from reach_words(part)
            case Offer(action):
                yield Words(part.worded(_, OFFERS[action]), classes="accent above")

    def act(self, action_id: str) -> None:
        """Close; `h` once more leaves it open."""
        if action_id not in ("help-now", "help-in-words"):
            super().act(action_id)

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        column = self.query_one("#column")
        column.can_focus = True
        column.focus()

    def key_g(self) -> None:
        """Start a short exercise."""
        self.dismiss("")
        self.app.play(self.app.desk.default_skill())

    def key_c(self) -> None:
        """Choose a country, and come back."""
        from copecli.tui.screens.country import Country

        self.app.push_screen(Country(), lambda where: self.refresh(recompose=True))

    def key_l(self) -> None:
        """Show the other lines."""
        if self._help.rest:
            self.app.push_screen(MoreLines(self._help.rest))


class MoreLines(Page):
    """The lines that are one key away."""

    GROUPS = (LIST,)

    def __init__(self, lines: tuple[object, ...]) -> None:
        super().__init__()
        self._lines = lines

    def body(self) -> ComposeResult:
        """Yield each line with all that is known of it."""
        yield Words(_("More lines"), classes="strong")
        for line in self._lines:
            yield from reach_words(reach_line(line, self.app.desk.today()))  # type: ignore[arg-type]


def reach_words(reach: Reach) -> ComposeResult:
    """Yield who it is, how to reach them, and what is good to know."""
    yield Words(reach.name.worded(_), classes="above")
    for way in reach.ways:
        yield Words("  " + way.words.worded(_), classes="strong accent")
    known = [*reach.about, *([reach.checked] if reach.checked else [])]
    if known:
        yield Words("  " + " · ".join(line.worded(_) for line in known), classes="quiet")

"""A map of one's people on screens: who is good for what, and somebody to add.

Invariant: it shows what the plan says now, and nothing of it is kept elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copecli.core import people_words as said
from copecli.core.actions import LIST
from copecli.core.errors import CopeError
from copecli.core.people_map import DRAFT
from copecli.core.shared_words import UNSAFE
from copecli.core.talk_end import OTHER, SHORTER, WHAT_NEXT
from copecli.desk_people import PeopleAtHand
from copecli.desk_talk import asked_as
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.safe import words
from copecli.tui.screens.choose import Choose
from copecli.tui.screens.form_start import open_form
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.form import Form
    from copecli.core.people_map import Known
    from copecli.tui.app import CopeApp


def open_people(app: CopeApp, *, alone: bool = False) -> None:
    """Show who is good for what; `alone` means that leaving it leaves the program."""
    app.push_screen(PeoplePage(), (lambda _where: app.leave()) if alone else None)


class PeoplePage(Page):
    """My people."""

    GROUPS = (LIST,)

    def __init__(self) -> None:
        super().__init__()
        self._known: tuple[Known, ...] = ()

    def body(self) -> ComposeResult:
        """Yield what this is, the names, and the ways on."""
        yield Words(_(said.TITLE), classes="strong")
        yield Words(id="told", classes="quiet gap")
        yield option_list([])

    def on_mount(self) -> None:
        """Show who stands in the plan; begin at the first name."""
        self._at_hand = PeopleAtHand(self.app.desk)
        self.show(_(said.ABOUT))
        self.query_one(OptionList).focus()

    def show(self, told: str = "") -> None:
        """Show everybody as they stand in the plan now, and what there is to say."""
        try:
            self._known = self._at_hand.people()
        except CopeError as trouble:
            self._known, told = (), trouble.sentence(_)
        nobody = [] if self._known else [_(said.NOBODY_HERE)]
        self.query_one("#told", Words).say("\n".join([*nobody, told]))
        options = self.query_one(OptionList)
        at = options.highlighted or 0
        options.clear_options()
        rows = [(str(n), said.said_of(one).worded(_)) for n, one in enumerate(self._known)]
        last = [(key, _(text)) for key, text in said.LAST_ROWS]
        options.add_options(Option(words(text), id=key) for key, text in (*rows, *last))
        options.highlighted = min(at, options.option_count - 1)

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Open somebody, or one of the ways on."""
        event.stop()
        chosen = event.option_id or ""
        if chosen == said.ADD:
            self._ask("")
        elif chosen == said.NOBODY:
            self.app.push_screen(NobodyPage())
        elif chosen == said.BADLY:
            self._badly()
        else:
            self._somebody(self._known[int(chosen)])

    def _ask(self, name: str) -> None:
        """Ask about the one of that name, or about somebody new; say so where the plan cannot be read."""
        try:
            form = self._at_hand.form(name)
        except CopeError:
            self.show()
            return

        def done(form: Form) -> None:
            self.show(self._at_hand.answered(form, name))

        open_form(self.app, form, "" if name else DRAFT, done)

    def _badly(self) -> None:
        from copecli.tui.screens.talk import open_badly, open_talk

        open_badly(self.app, lambda where: open_talk(self.app) if where in (OTHER, SHORTER) else None)

    def _somebody(self, known: Known) -> None:
        """Ask what to do with them; nobody who is not safe is to be talked to from here."""
        if known.not_safe:
            self._ask(known.name)
            return
        rows = [(key, _(text)) for key, text in said.OF_SOMEBODY]
        self.app.push_screen(Choose(known.name, rows), lambda where: self._way(known, where))

    def _way(self, known: Known, where: str | None) -> None:
        if where == said.MARKS:
            self._ask(known.name)
        elif where == said.WORDS:
            from copecli.tui.screens.talk import open_talk

            open_talk(self.app, asked_as(self.app.desk, known.name))


class NobodyPage(Page):
    """Nobody yet: how to find somebody."""

    GROUPS = (LIST,)

    def body(self) -> ComposeResult:
        """Yield a few ways, and the next things."""
        yield Words(_(said.HOW_TO_FIND), classes="strong gap")
        yield Words("\n".join(map(_, said.FINDING)), classes="gap")
        yield Words(_(WHAT_NEXT), classes="strong gap")
        yield option_list([(key, _(text)) for key, text in said.AFTER_NOBODY])

    def on_mount(self) -> None:
        """Begin at the first."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Go where it says."""
        event.stop()
        if event.option_id in (said.LINES, UNSAFE):
            self.app.open_help_now()
        elif event.option_id == said.FIND_WORDS:
            from copecli.tui.screens.talk import open_talk

            open_talk(self.app)
        else:
            self.dismiss("")

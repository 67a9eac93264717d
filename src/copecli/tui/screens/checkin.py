"""A check-in and a good moment on screens: the questions, that it is kept, and a next small thing.

Invariant: what was answered is saved before anything else is shown; an answer that leads to Help now opens it
before anything is saved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copecli.core import checkin_end as end
from copecli.core.actions import LIST
from copecli.core.form_words import STOPPED, STOPPED_UNSAVED
from copecli.core.good_form import good_form
from copecli.core.shared_words import UNSAFE, WHAT_NEXT
from copecli.desk_checkin import CHECK_IN, GOOD, CheckInAtHand, GoodAtHand, form_of
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.safe import words
from copecli.tui.screens.form_start import open_form
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.core.form import Form
    from copecli.tui.app import CopeApp


def open_check_in(app: CopeApp, left: Callable[[], None] = lambda: None) -> None:
    """Ask how it is; `left` is called when the person is through or has stopped."""

    def asked(form: Form) -> None:
        if form.stopped:
            _stopped(app, CHECK_IN)
            left()
            return
        at_hand = CheckInAtHand(app.desk)
        at_hand.answered(form.answers)
        app.push_screen(AfterCheckIn(at_hand), lambda _where: left())

    open_form(app, form_of(app.desk), CHECK_IN, asked)


def open_good(app: CopeApp, left: Callable[[], None] = lambda: None) -> None:
    """Ask for a good moment; `left` is called when the person is through or has stopped."""

    def asked(form: Form) -> None:
        at_hand = GoodAtHand(app.desk)
        if form.stopped or not at_hand.said_in(form.answers):
            _stopped(app, GOOD)
            left()
            return
        at_hand.answered(form.answers)
        app.push_screen(AfterGood(at_hand), lambda _where: left())

    open_form(app, good_form(), GOOD, asked)


def _stopped(app: CopeApp, draft: str) -> None:
    """Say that a draft is there, where one is, or that nothing is kept."""
    if not app.desk.saving:
        app.tell(_(STOPPED_UNSAVED))
    elif app.desk.draft(draft):
        app.tell(_(STOPPED))


AtHand = TypeVar("AtHand", bound=CheckInAtHand | GoodAtHand)


class NextThings(Page, Generic[AtHand]):
    """What became of it, and what would be a small next thing?"""

    GROUPS = (LIST,)

    def __init__(self, at_hand: AtHand) -> None:
        super().__init__()
        self.at_hand = at_hand

    def body(self) -> ComposeResult:
        """Yield the ways on."""
        yield Words(self.at_hand.told, id="told", classes="quiet gap")
        yield Words(_(WHAT_NEXT), classes="strong gap")
        yield option_list([(key, _(text)) for key, text in self.at_hand.ways()])

    def on_mount(self) -> None:
        """Begin at the first."""
        self.query_one(OptionList).focus()

    def show(self) -> None:
        """Say it anew, after something was changed."""
        self.query_one("#told", Words).say(self.at_hand.told)
        options = self.query_one(OptionList)
        at = options.highlighted
        options.clear_options()
        options.add_options(Option(words(_(text)), id=key) for key, text in self.at_hand.ways())
        options.highlighted = at

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Go where it says."""
        event.stop()
        if event.option_id in (end.PERSON, UNSAFE):
            self.app.open_help_now()
        elif event.option_id == end.LINES:
            self.app.open_lines()
        elif event.option_id == end.REST:
            self.dismiss(end.REST)
        else:
            self.go(event.option_id or "")

    def go(self, way: str) -> None:
        """Go one of the ways that are this page's own."""


class AfterCheckIn(NextThings[CheckInAtHand]):
    """After a check-in."""

    def go(self, way: str) -> None:
        """Choose an exercise, go through the plan, hear something true, or write down a good moment."""
        if way == end.GOOD:
            open_good(self.app)
        elif way == end.EXERCISE:
            self._exercise()
        elif way == end.PLAN:
            from copecli.tui.screens.walk import walk_own_plan

            walk_own_plan(self.app)
        elif way == end.TRUE and self.at_hand.true is not None:
            from copecli.tui.screens.reading import Reading

            said = self.at_hand.true.words.worded(_)
            self.app.push_screen(Reading(_(end.TRUE_TITLE), [Words(said, id="true")]))

    def _exercise(self) -> None:
        states = end.states_of(self.at_hand.check_in)
        if not states:
            self.app.open_chooser()
        elif len(states) == 1:
            self._fitting(states[0][0])
        else:
            from copecli.tui.screens.choose import Choose

            rows = [(state, _(text)) for state, text in states]
            self.app.push_screen(Choose(_(end.WHICH), rows), self._fitting)

    def _fitting(self, state: str | None) -> None:
        from copecli.tui.screens.chooser import Fitting

        if state:
            strength = end.strength_in(self.at_hand.check_in, state)
            self.app.push_screen(
                Fitting(state, strength), lambda skill: self.app.play_called(skill) if skill else None
            )


class AfterGood(NextThings[GoodAtHand]):
    """After a good moment."""

    def go(self, way: str) -> None:
        """Let it be shown again, or not."""
        self.at_hand.show_again(way == end.AGAIN)
        self.show()

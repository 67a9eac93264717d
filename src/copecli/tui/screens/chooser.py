"""Choosing an exercise: first how it is, then what fits."""

from __future__ import annotations

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copecli.core.actions import LIST
from copecli.core.catalogue import offered
from copecli.core.shared_words import FEELINGS, OTHERS, SHOWN_AT_ONCE, SOMETHING_ELSE, UNSAFE
from copecli.core.wave_frame import WAVE, door
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.safe import two_lines, words
from copecli.tui.screens.player_words import minutes_words
from copecli.words import _


class Feelings(Page):
    """How is it right now?"""

    GROUPS = (LIST,)

    def body(self) -> ComposeResult:
        """Yield the states, the way to Help now first."""
        yield Words(_("How is it right now?"), classes="strong gap")
        yield option_list([(state, _(words)) for state, words in FEELINGS])

    def on_mount(self) -> None:
        """Begin at "can't tell": an answer like any other."""
        options = self.query_one(OptionList)
        options.highlighted = 1
        options.focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Go on to what fits, or to Help now."""
        event.stop()
        if event.option_id == UNSAFE:
            self.app.open_help_now()
        else:
            self.app.push_screen(Fitting(event.option_id or "any"), self._chosen)

    def _chosen(self, where: str | None) -> None:
        if where:
            self.dismiss("")
            self.app.play(self.app.desk.skill(where))


class Fitting(Page):
    """Three exercises that fit, the best fitting first; others are one key away."""

    GROUPS = (LIST,)

    def __init__(self, state: str) -> None:
        super().__init__()
        self._state = "" if state == "any" else state
        self._from = 0

    def body(self) -> ComposeResult:
        """Yield a short list."""
        yield Words(_("You could try one of these."), id="title", classes="strong gap")
        yield option_list([])

    def on_mount(self) -> None:
        """Show the first three."""
        desk = self.app.desk
        desk.chosen_for = self._state
        self._door = door(self._state, desk.riding)
        self._fitting = offered(
            desk.library().skills.values(), desk.wish(state=self._state), desk.lifts(self._state)
        )
        self._show()
        self.query_one(OptionList).focus()

    def _show(self) -> None:
        shown = self._fitting[self._from : self._from + SHOWN_AT_ONCE]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(words(_(text)), id=key) for key, text in self._door)
        for skill in shown:
            about = f"{skill.summary} {minutes_words(*skill.minutes)}"
            options.add_option(Option(two_lines(skill.title, about), id=skill.id))
        if len(self._fitting) > len(shown):
            options.add_option(Option(words(_(SOMETHING_ELSE)), id=OTHERS))
        if not shown and not self._door:
            self.query_one("#title", Words).say(_("Nothing here fits what you leave out. Help now: h."))
        options.highlighted = 0 if options.option_count else None

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Start it, or show the next three."""
        event.stop()
        if event.option_id == OTHERS:
            self._from = (
                (self._from + SHOWN_AT_ONCE) if self._from + SHOWN_AT_ONCE < len(self._fitting) else 0
            )
            self._show()
        elif event.option_id == WAVE:
            self.app.open_wave()
        else:
            self.dismiss(event.option_id or "")

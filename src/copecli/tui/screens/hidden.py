"""Exercises that a person has hidden, to be offered again.

Invariant: what is taken from the list is offered at once; it closes when none is left.
"""

from __future__ import annotations

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copecli.core import choosing as said
from copecli.core.actions import LIST
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.safe import words
from copecli.words import _


class HiddenOnes(Page):
    """Which one should be offered again?"""

    GROUPS = (LIST,)

    def body(self) -> ComposeResult:
        """Yield the question and the list."""
        yield Words(_(said.SHOW_AGAIN), classes="strong gap")
        yield option_list([])

    def on_mount(self) -> None:
        """Begin at the first."""
        self._show(0)
        self.query_one(OptionList).focus()

    def _show(self, at: int) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(words(title), id=skill_id) for skill_id, title in self.app.desk.hidden())
        if options.option_count:
            options.highlighted = min(at, options.option_count - 1)
        else:
            self.dismiss("")

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Offer it again, and say so."""
        event.stop()
        if self.app.try_saving(lambda: self.app.desk.hide(event.option_id or "", False)):
            self.app.tell(_(said.HIDE_KEPT[False]))
        self._show(event.option_index)

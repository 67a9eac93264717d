"""The parts of the player that a frame may need: a list, a field, a shape.

Invariant: each is loaded and laid out when a frame first needs it. The first frame of most exercises needs
none, and is there a tenth sooner for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.tui.page import Page, field, option_list
from copecli.tui.safe import words
from copecli.tui.widgets.breath import Breath

if TYPE_CHECKING:
    from textual.widgets import Input, OptionList

    from copecli.core.pacer import Cue


class PlayerParts(Page):
    """What stands in the column beside the words."""

    _options: OptionList | None = None
    _answer: Input | None = None
    _breath: Breath | None = None

    def _show_list(self, rows: list[tuple[str, str]]) -> None:
        if self._options is None:
            if not rows:
                return
            self._options = option_list([])
            self.query_one("#column").mount(self._options, before="#hint")
        from textual.widgets.option_list import Option

        self._options.display = bool(rows)
        self._options.clear_options()
        if rows:
            self._options.add_options(Option(words(text), id=key) for key, text in rows)
            self._options.highlighted = 0
            self._options.focus()

    def _field(self) -> Input:
        if self._answer is None:
            self._answer = field(id="answer")
            self.query_one("#column").mount(self._answer, before="#hint")
        return self._answer

    def _draw_breath(self, cue: Cue | None) -> None:
        if self._breath is None and cue is not None:
            self._breath = Breath(blocks=self.app.terminal.unicode, id="breath")
            self.query_one("#column").mount(self._breath, before="#cue")
        if self._breath is not None:
            self._breath.display = cue is not None
            if cue is not None:
                self._breath.show(cue.fill)

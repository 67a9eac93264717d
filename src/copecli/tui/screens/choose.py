"""A question with a few answers, of which one is chosen.

Invariant: leaving it is an answer too, and then nothing was chosen.
"""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.widgets import OptionList

from copecli.core.actions import LIST
from copecli.tui.page import ComposeResult, Page, Words, option_list


class Choose(Page):
    """One of a few things; it is dismissed with the id that was chosen."""

    GROUPS: ClassVar[tuple[str, ...]] = (LIST,)

    def __init__(self, question: str, options: list[tuple[str, str]], *, marked: int = 0) -> None:
        """Ask `question`; `marked` is the answer that the mark stands on."""
        super().__init__()
        self._marked = marked
        self._question = question
        self._options = options

    def body(self) -> ComposeResult:
        """Yield the question and the list."""
        yield Words(self._question, classes="strong gap")
        yield option_list(self._options)

    def on_mount(self) -> None:
        """Begin at the marked one."""
        options = self.query_one(OptionList)
        options.highlighted = self._marked
        options.focus()

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Take what is marked."""
        event.stop()
        self.dismiss(event.option_id or "")

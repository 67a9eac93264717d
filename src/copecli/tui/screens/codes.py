"""QR codes to scan with a phone, one a screen.

Invariant: what a code holds is drawn as large as the window takes, light on dark with its quiet border, and
nothing of it is shown before the person was told who may see it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.content import Content

from copecli.core.actions import LIST
from copecli.core.shared_words import BEFORE_A_CODE
from copecli.documents.qr import SMALLEST, Code, bordered, drawn
from copecli.tui.page import ComposeResult, Page, Words
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS_AROUND = 3
"""Rows of the window that no code can take: the foot, the hint, and one in case the hint wraps."""


class Codes(Page):
    """Codes, one after the other."""

    GROUPS = (LIST,)

    def __init__(
        self,
        made: Callable[[int], tuple[Code, ...]],
        what: str,
        *,
        long: bool = False,
        told: bool = True,
    ) -> None:
        """Show what `made` returns for so many modules a side; `long` where that may be many codes.

        `told` says first who may see it; what stood on the screen already needs no word.
        """
        super().__init__()
        self._long = long
        self._told = told
        self._made = made
        self._what = what
        self._codes: tuple[Code, ...] = ()
        self._at = -1

    def body(self) -> ComposeResult:
        """Yield what is told first, then the place of the code."""
        yield Words("\n".join(map(_, BEFORE_A_CODE)), id="before", classes="gap")
        yield Words(id="code")
        yield Words(id="hint", classes="quiet")

    def on_mount(self) -> None:
        """Say who may see it; the arrow keys scroll."""
        column = self.query_one("#column")
        column.can_focus = True
        column.focus()
        if self._told:
            self._draw()
        else:
            self._next()

    def on_resize(self) -> None:
        """Cut the text anew for the room there is, from its beginning."""
        if self._codes and self.is_mounted:
            whole = len(self._codes)
            self._codes = self._made(self._room())
            self._at = min(self._at, len(self._codes) - 1) if len(self._codes) == whole else 0
            self._draw()

    def _room(self) -> int:
        rows = (self.size.height - ROWS_AROUND) * (2 if self.app.terminal.unicode else 1)
        columns = self.query_one("#column").size.width // (1 if self.app.terminal.unicode else 2)
        return max(SMALLEST, min(rows, columns))

    def on_other_key(self, event: events.Key) -> None:
        """Any key shows the next code."""
        if event.key not in ("up", "down", "pageup", "pagedown", "tab", "shift+tab"):
            event.stop()
            self._next()

    def act(self, action_id: str) -> None:
        """Show the next code, or go back."""
        if action_id == "open":
            self._next()
        else:
            super().act(action_id)

    def _next(self) -> None:
        if not self._codes:
            self._codes = self._made(self._room())
        if self._at + 1 < len(self._codes):
            self._at += 1
            self._draw()
        else:
            self.dismiss("")

    def take_back(self) -> None:
        """Return to the code before the last press."""
        self._at = max(-1 if self._told else 0, self._at - 1)
        self._draw()

    def _draw(self) -> None:
        shown = self._at >= 0
        self.set_class(shown, "code")
        self.query_one("#before", Words).display = not shown
        place = self.query_one("#code", Words)
        place.display = shown
        if shown:
            place.update(self._picture(self._codes[self._at]))
        self.query_one("#hint", Words).say(self._hint())

    def _picture(self, code: Code) -> Content:
        """Return the code as black and white cells; without blocks, as blanks on black and white."""
        if self.app.terminal.unicode:
            return Content("\n".join(drawn(code)))
        lines = (
            Content.assemble(*(("  ", "on black" if dark else "on white") for dark in row))
            for row in bordered(code)
        )
        return Content("\n").join(lines)

    def _hint(self) -> str:
        if self._at < 0:
            told = _("Enter shows it: {what}.").format(what=self._what)
            return f"{told}\n{_('In a larger window there are fewer codes.')}" if self._long else told
        if len(self._codes) == 1:
            return _("Scan it with the camera. Any key goes back.")
        at, of = self._at + 1, len(self._codes)
        return _("Code {n} of {of}. Scan it. Any key goes on.").format(n=at, of=of)

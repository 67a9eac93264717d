"""One number, large: to dial from across the room, to scan with a phone, or to copy.

Invariant: nothing is copied or drawn as a code before it is asked for, and the number in ordinary letters
is always there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList

from copecli.core.actions import LIST, NUMBER
from copecli.core.shared_words import COPIED
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.widgets.big_digits import big_digits
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.reach import Reach, Way
    from copecli.tui.app import CopeApp


def open_numbers(app: CopeApp, numbers: tuple[tuple[Reach, Way], ...]) -> None:
    """Ask which number where there are several, and show it."""
    if len(numbers) == 1:
        app.push_screen(NumberPage(*numbers[0]))
    elif numbers:
        app.push_screen(Numbers(numbers))


class Numbers(Page):
    """Which one?"""

    GROUPS = (LIST,)
    KEYS = ("help-now", "open", "close")

    def __init__(self, numbers: tuple[tuple[Reach, Way], ...]) -> None:
        super().__init__()
        self._numbers = numbers

    def body(self) -> ComposeResult:
        """Yield each way, the number first, with whose it is."""
        yield Words(_("Which one?"), classes="strong gap")
        rows = ((way.words.worded(_), reach.name.worded(_)) for reach, way in self._numbers)
        yield option_list([(str(n), f"{way}  {name}") for n, (way, name) in enumerate(rows)])

    def on_mount(self) -> None:
        """Mark the first."""
        options = self.query_one(OptionList)
        options.highlighted = 0
        options.focus()

    @on(OptionList.OptionSelected)
    def selected(self, event: OptionList.OptionSelected) -> None:
        """Show it."""
        event.stop()
        self.app.push_screen(NumberPage(*self._numbers[int(event.option_id or 0)]))


class NumberPage(Page):
    """Somebody, and a number three rows high."""

    GROUPS = (NUMBER, LIST)
    KEYS = ("help-now", "number-scan", "close")

    def __init__(self, reach: Reach, way: Way) -> None:
        super().__init__()
        self._reach = reach
        self._way = way

    def body(self) -> ComposeResult:
        """Yield who it is, the number large, what to do, and the keys that scan and copy."""
        yield Words(self._reach.name.worded(_), id="who", classes="gap")
        yield Words(id="large", classes="accent gap")
        yield Words(self._way.words.worded(_), id="number", classes="strong gap")
        yield Words(self._keys_named(), id="keys")
        yield Words(id="hint", classes="quiet above")

    def _keys_named(self) -> str:
        name = self.app.desk.keys.name
        ways = _("A phone can scan it: {scan}\nTo copy it: {copy}")
        return ways.format(scan=name("number-scan"), copy=name("number-copy"))

    def say_keys(self) -> None:
        """Name the keys of now."""
        self.query_one("#keys", Words).say(self._keys_named())

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        column = self.query_one("#column")
        column.can_focus = True
        column.focus()
        self._draw()

    def on_resize(self) -> None:
        """Fit the large number to the room there is."""
        if self.is_mounted:
            self._draw()

    def _draw(self) -> None:
        room = self.query_one("#column").size.width
        rows = big_digits(self._way.copy, room, blocks=self.app.terminal.unicode) if room else ()
        large = self.query_one("#large", Words)
        large.display = bool(rows)
        large.say("\n".join(rows))

    def act(self, action_id: str) -> None:
        """Scan, copy, or do what every screen does."""
        if action_id in ("number-scan", "open"):
            self._scan()
        elif action_id == "number-copy":
            self.app.copy_to_clipboard(self._way.copy)
            self.query_one("#hint", Words).say(_(COPIED))
        else:
            super().act(action_id)

    def _scan(self) -> None:
        from copecli.documents.qr import way_code
        from copecli.tui.screens.codes import Codes

        self.app.push_screen(Codes(lambda _most: (way_code(self._way),), self._way.copy, told=False))

"""What every screen is: one column, one thing on it, three keys at the foot, Help now one key away.

Invariant: `h` (and `!`, F1, Ctrl+N) opens Help now from here, and coming back finds everything as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen

from copecli.core.actions import EVERYWHERE
from copecli.core.keymap import known
from copecli.tui.safe import Words, words
from copecli.tui.widgets.key_line import KeyLine
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widgets import Input, OptionList

    from copecli.core.keymap import Keymap
    from copecli.tui.app import CopeApp


class Page(Screen[str]):
    """A screen of the companion.

    It is dismissed with a word that says where the person wants to go, or nothing.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-too-slim"), (20, "-narrow"), (44, "-normal")]
    VERTICAL_BREAKPOINTS = [(0, "-too-low"), (6, "-flat"), (14, "-low"), (30, "-tall")]

    AUTO_FOCUS = ""
    """Each screen says itself where the cursor begins."""

    GROUPS: ClassVar[tuple[str, ...]] = ()
    """Groups of actions that hold here, the nearest first."""
    KEYS: ClassVar[tuple[str, ...]] = ("help-now", "close")
    """Actions shown at the foot."""

    asked_above = True
    """Whether a question of ours, such as the one for the country, may come above it."""

    app: CopeApp

    _keys: Keymap | None = None
    """The keys that the screen names."""

    when_left: Callable[[str | None], None] | None = None
    """What leaving does where this is the first screen of all; others are dismissed."""

    def dismiss(self, result: str | None = None) -> AwaitComplete:
        """Leave this screen for where `result` says; one that is left or covered has nothing to leave.

        Textual would take away whatever lies on top, and with the last screen the program.
        """
        if self.app.screen is not self:
            return AwaitComplete()
        if self.when_left is None:
            return super().dismiss(result)
        self.when_left(result)
        return AwaitComplete()

    def compose(self) -> ComposeResult:
        """Lay out the column and the foot."""
        self.app.fit(self)
        with Vertical(id="frame"):
            with VerticalScroll(id="column", can_focus=False):
                yield from self.body()
            yield KeyLine(self.KEYS)
        yield Words(_("Make this window larger.\nHelp: cope now\nCtrl+C leaves."), id="too-small")

    def body(self) -> ComposeResult:
        """Yield what stands in the column."""
        yield from ()

    def on_key(self, event: events.Key) -> None:
        """Do what the key means here: first in this screen's groups, then everywhere."""
        if self.app.screen is not self:
            self._pass_on(event)
            return
        if self._is_for_the_focused(event):
            return
        pressed = {event.key.lower(), (event.character or "").lower()}  # Caps Lock may be on
        if not pressed.isdisjoint(self.idle_keys):
            event.stop()
            return
        for group in (*self.groups, EVERYWHERE):
            for action in self.app.desk.keys.in_group(group):
                if not pressed.isdisjoint(action.keys):
                    event.stop()
                    event.prevent_default()
                    given = action.id in _ON and pressed.isdisjoint(known(action.id).keys)
                    if not (action.id in _ENTER or given) or not self._presses_enter():
                        self.act(action.id)
                    return
        self.on_other_key(event)

    def _presses_enter(self) -> bool:
        """Do what Enter does in the field or the list that has the cursor; return whether there is one.

        They take Enter itself; what comes here is another key that goes on.
        """
        if self.focused is None:
            return False
        from textual.widgets import Input, OptionList

        if isinstance(self.focused, Input):
            self.call_later(self.focused.action_submit)
        elif isinstance(self.focused, OptionList):
            self.focused.action_select()
        else:
            return False
        return True

    def _pass_on(self, event: events.Key) -> None:
        """Hand a key to the screen of now: it was pressed before that one was there."""
        event.stop()
        event.prevent_default()
        (self.app.focused or self.app.screen).post_message(events.Key(event.key, event.character))

    def _is_for_the_focused(self, event: events.Key) -> bool:
        """Return whether the field or the list that has the cursor takes this key itself."""
        if self.focused is None:  # nothing to look at, and nothing to load for it
            return False
        from textual.widgets import Input, OptionList

        if isinstance(self.focused, Input):
            return event.is_printable or event.key in _KEYS_OF_A_FIELD
        return isinstance(self.focused, OptionList) and event.key in _KEYS_OF_A_LIST

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the groups of actions that hold now, the nearest first."""
        return self.GROUPS

    @property
    def idle_keys(self) -> frozenset[str]:
        """Return keys that do nothing here, though they would mean something in a farther group."""
        return frozenset()

    def on_other_key(self, event: events.Key) -> None:
        """Take a key that no action here has."""

    def act(self, action_id: str) -> None:
        """Do the action of that id."""
        if action_id in ("help-now", "help-in-words"):
            self.app.open_help_now()
        elif action_id == "quit":
            self.app.leave()
        elif action_id == "keys":
            self.app.open_keys(self.groups)
        elif action_id in ("close", "leave", "stop", "done"):
            self.dismiss("")

    def take_back(self) -> None:
        """Undo the last press: it was the first repeat of a key held down."""

    @on(events.ScreenResume)
    def named_anew(self) -> None:
        """Name the keys of now, where they were changed on another screen."""
        if self._keys is None:
            self._keys = self.app.desk.keys
        elif self._keys is not self.app.desk.keys and self.is_mounted:
            self._keys = self.app.desk.keys
            self.query_one(KeyLine).say_again()
            self.say_keys()

    def say_keys(self) -> None:
        """Say anew what names a key, below the foot's own line; a screen that names keys overrides this."""


_ENTER = frozenset({"open", "keep"})
"""Actions of Enter: their other keys are Enter to a list or a field, too."""
_ON = frozenset({"forward", "walk-next", "wave-next"})
"""Here only a key that a person gave is Enter: whoever goes on with space comes to a list unawares."""
_KEYS_OF_A_FIELD = frozenset({"enter", "left", "right", "home", "end", "backspace", "delete"})
_KEYS_OF_A_LIST = frozenset({"enter", "up", "down", "home", "end"})


def field(text: str = "", *, placeholder: str = "", id: str | None = None) -> Input:
    """Return a field to write in. What stands in it is added to, not written over."""
    from textual.widgets import Input

    made = Input(text, placeholder=placeholder, id=id, select_on_focus=False)
    made.cursor_blink = False  # nothing blinks; and a blink writes 1.5 kB/s
    return made


def option_list(options: list[tuple[str, str]], *, id: str = "options") -> OptionList:
    """Return a list of (id, text) to choose from; the text is never read as markup."""
    from textual.widgets import OptionList
    from textual.widgets.option_list import Option

    return OptionList(*(Option(words(text), id=key) for key, text in options), id=id, markup=False)


__all__ = ["ComposeResult", "Page", "Words", "field", "option_list"]

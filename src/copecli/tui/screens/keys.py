"""The keys that hold here and elsewhere: what each does, and another one for it.

Invariant: a key that is given says what it did before, and one key takes that back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from copecli.core import key_words as said
from copecli.core.actions import EVERYWHERE, KEYS, LIST
from copecli.core.keymap import as_it_came
from copecli.tui.page import ComposeResult, Page, Words, option_list
from copecli.tui.safe import words
from copecli.tui.screens.choose import Choose
from copecli.tui.screens.press_key import PressKey
from copecli.tui.widgets.key_line import KeyLine
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.actions import Action
    from copecli.core.keymap import Keymap

ELSEWHERE = "elsewhere"
"""The row that leads to the keys of other places; no action is called so."""


class Keys(Page):
    """The keys of the screen beneath, or of a place."""

    GROUPS = (KEYS, LIST)

    def __init__(self, groups: tuple[str, ...], place: str = "") -> None:
        """Show the keys of these groups, the nearest first; `place` is what they are of, in words."""
        super().__init__()
        self._place = place or _("Keys here")
        self._of = tuple(dict.fromkeys((*groups, EVERYWHERE)))
        self._before: Keymap | None = None

    def body(self) -> ComposeResult:
        """Yield a line for each action, and the way to the keys of other places."""
        yield Words(self._place, classes="strong")
        yield Words(id="told", classes="gap")
        yield option_list([])

    def on_mount(self) -> None:
        """Show them."""
        self._show(self._how())
        self.query_one(OptionList).focus()

    def say_keys(self) -> None:
        """Show the keys of now."""
        self._show(self.query_one("#told", Words).said)

    def _how(self) -> str:
        own = self.app.desk.keys.name("key-own")
        return _("Enter gives another key. {own}: as it came.").format(own=own)

    def _show(self, told: str) -> None:
        """Say `told`, and show the keys of now; the mark stays where it is."""
        self.query_one("#told", Words).say(told)
        options = self.query_one(OptionList)
        at = options.highlighted or 0
        options.clear_options()
        options.add_options(Option(words(line), id=action_id) for action_id, line in self._lines())
        options.add_option(Option(words(_(said.OTHER_PLACES)), id=ELSEWHERE))
        options.highlighted = min(at, options.option_count - 1)

    def _lines(self) -> list[tuple[str, str]]:
        """Return (id, line) of each action; where two places have one key, the nearest has it."""
        lines: list[tuple[str, str]] = []
        taken: set[str] = set()
        for group in self._of:
            here = self.app.desk.keys.in_group(group)
            for action in here:
                free = [key for key in action.keys if key not in taken]
                if free:
                    lines.append((action.id, f"{said.spelled(free[:2], _)}: {_(action.help)}"))
            taken.update(key for action in here for key in action.keys)
        return lines

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Ask for another key, or for another place."""
        event.stop()
        if event.option_id == ELSEWHERE:
            places = [(group, _(name)) for group, name in said.PLACES]
            self.app.push_screen(Choose(_(said.WHERE), places), self._go)
        else:
            page = PressKey(self.app.desk.keys.action(event.option_id or ""))
            self.app.push_screen(page, lambda _where: self._changed(page.action.id, page.given))

    def _go(self, place: str | None) -> None:
        if place:
            self.app.push_screen(Keys((place,), _(dict(said.PLACES)[place])))

    def act(self, action_id: str) -> None:
        """Take the last change back, or give what is marked the keys that it came with."""
        option = self.query_one(OptionList).highlighted_option
        if action_id == "key-undo" and self._before is not None:
            before, self._before = self._before, None
            self._use(before, _(said.AS_BEFORE))
        elif action_id == "key-own" and option is not None and option.id not in (None, ELSEWHERE):
            self.app.try_saving(lambda: self._changed(option.id or "", self._own(option.id or "")))
        elif action_id not in ("keys", "key-undo", "key-own"):
            super().act(action_id)

    def _own(self, action_id: str) -> tuple[Keymap, tuple[Action, ...]]:
        return as_it_came(self.app.desk.keys, action_id)

    def _changed(self, action_id: str, given: tuple[Keymap, tuple[Action, ...]] | None) -> None:
        """Use the keys that were given, and say what they did before."""
        if given is not None:
            keymap, lost = given
            self._before = self.app.desk.keys
            self._use(keymap, "\n".join(line.worded(_) for line in said.told(keymap, action_id, lost, _)))

    def _use(self, keymap: Keymap, told: str) -> None:
        self.app.try_saving(lambda: self.app.desk.set_keys(keymap))
        undo = self.app.desk.keys.name("key-undo")
        back = [_("{undo} takes it back.").format(undo=undo)] if self._before is not None else []
        self._show("\n".join([told, *back]))
        self.query_one(KeyLine).offer("help-now", *(["key-undo"] if back else []), "close")

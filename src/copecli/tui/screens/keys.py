"""What each key does here, made from the one table of actions."""

from __future__ import annotations

from copecli.core.actions import EVERYWHERE, LIST, in_group
from copecli.tui.page import ComposeResult, Page, Words
from copecli.tui.widgets.key_line import key_name
from copecli.words import _


class Keys(Page):
    """The keys of the screen beneath."""

    GROUPS = (LIST,)

    def __init__(self, groups: tuple[str, ...]) -> None:
        super().__init__()
        self._of = groups

    def body(self) -> ComposeResult:
        """Yield one line a key."""
        yield Words(_("Keys here"), classes="strong gap")
        taken: set[str] = set()
        for group in (*self._of, EVERYWHERE):
            for action in in_group(group):
                free = [key for key in action.keys if key not in taken]
                if free:
                    keys = _(" or ").join(key_name(key) for key in free[:2])
                    yield Words(f"{keys}: {_(action.help)}")
            taken.update(key for action in in_group(group) for key in action.keys)

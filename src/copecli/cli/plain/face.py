"""The line face: what every part of it asks with.

Invariant: `h` (in free text `/h`) opens Help now from every prompt and comes back to the same place; an
end of input leaves calmly from anywhere.
"""

from __future__ import annotations

from copecli.cli.plain.io import HELD
from copecli.cli.reach_words import ended
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from copecli.cli.plain.io import Console
    from copecli.desk import Desk

HELP = frozenset({"h", "!", "/h", "/!"})
"""In free text too: nobody loses a word by being shown help."""
BACK = ""
"""Chosen from a menu by b or q."""
_LETTERS = frozenset("bsque?")


def command_of(line: str) -> str:
    """Return the letter of a command, with or without its slash; nothing where the line is words."""
    letter = line.lower().removeprefix("/")
    return letter if letter in _LETTERS else ""


def leaves(line: str) -> bool:
    """Return whether the line leaves a question alone."""
    return command_of(line) in ("b", "s", "q")


class Face:
    """Console and desk, and the few ways to ask."""

    def __init__(self, console: Console, desk: Desk, help_now: Callable[[Face], None]) -> None:
        self.console = console
        self.desk = desk
        self._help_now = help_now

    def say(self, *lines: str) -> None:
        """Say sentences, one a line."""
        self.console.say(*(ended(line) for line in lines))

    def gap(self) -> None:
        """Leave a line free."""
        self.console.say("")

    def help_now(self) -> None:
        """Open Help now, and come back."""
        self.gap()
        self._help_now(self)

    def asks_for_help(self, line: str) -> bool:
        """Return whether the line is a key of Help now, with or without its slash."""
        typed = line.lower()
        return typed in HELP or typed.removeprefix("/") in self.desk.keys.action("help-now").keys

    def goes_back(self, line: str) -> bool:
        """Return whether the line leaves a list, or what is shown one after the other."""
        return leaves(line) or line.lower().removeprefix("/") in self.desk.keys.action("close").keys

    def line(self, again: Callable[[], None], *, until: float | None = None) -> str | None:
        """Return a line, HELD, or None when `until` has come; `again` says the place anew after Help now."""
        line = self.console.line(until)
        while line is not None and self.asks_for_help(line):
            self.help_now()
            self.gap()
            again()
            line = self.console.line(until)
        return line

    def menu(
        self,
        question: str,
        rows: Sequence[tuple[str, str]],
        *,
        letters: dict[str, str] | None = None,
        back: str = "",
        leave: str = "close",
    ) -> str:
        """Ask for one of `rows` (id, words) by its number or a key of `letters`; return its id, or BACK.

        `leave` is the id of the action that goes back, and `back` says where that leads.
        """
        known = {str(number): row[0] for number, row in enumerate(rows, start=1)} | (letters or {})
        leaving = self.desk.keys.action(leave).keys
        key = self.desk.keys.typed(leave)

        def show() -> None:
            self.say(*([question] if question else []))
            self.say(*(f"{number}. {words}" for number, (_id, words) in enumerate(rows, start=1)))
            told = _("Type a number, then Enter. h: help now. {key}: {back}")
            self.say(told.format(key=key, back=back or _("back.")))

        show()
        while True:
            line = self.line(show) or ""
            typed = line.lower().rstrip(".")
            if typed in known:
                return known[typed]
            if typed and (leaves(typed) or typed in leaving):
                return BACK
            if typed == "?":
                show()
            elif line and line != HELD:
                self.say(_("I can read numbers from 1 to {n}.").format(n=len(rows)))

    def words(self, again: Callable[[], None]) -> str:
        """Return words that were typed; an empty line is an answer too. `again` says the question."""
        again()
        while True:
            line = self.line(again)
            if line is not None and line != HELD:
                return line

    def enter(self) -> None:
        """Wait for Enter; any other line goes on, too."""

        def again() -> None:
            self.say(_("Enter goes on."))

        again()
        self.line(again)

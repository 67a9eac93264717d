"""A text that was put together, changed line by line: a number names the line, and what is typed then is it.

Invariant: nothing is changed but the line that was named; what is typed without a number is the whole text.
"""

from __future__ import annotations

from copecli.core.composed import lines_of, with_line
from copecli.core.events import Answer, Forward
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.core.events import Event

TAKES_OUT = "-"


class Composing:
    """One such text on its way."""

    def __init__(self, face: Face, text: str) -> None:
        self._face = face
        self._first = self.text = text
        self._at = -1
        """The line that is being typed anew, from 0; -1 while none is."""

    def typed(self, line: str) -> Event | None:
        """Take a line; return the event where the text is done."""
        if self._at >= 0:
            self._changed(line)
        elif not line:
            return Forward() if self.text == self._first else Answer(self.text)
        elif self._names_a_line(line):
            self._at = int(line) - 1
            self.ask()
        else:
            return Answer(line)
        return None

    def ask(self) -> None:
        """Ask for the line that was named, where one was."""
        if self._at >= 0:
            self._face.say(_("Line {n}:").format(n=self._at + 1))
            self._face.console.say(lines_of(self.text)[self._at])
            self._face.say(_("Type it anew. Enter leaves it. - takes it out."))

    def _names_a_line(self, line: str) -> bool:
        count = len(lines_of(self.text))
        return count > 1 and line.isascii() and line.isdecimal() and 1 <= int(line[:4]) <= count

    def _changed(self, line: str) -> None:
        if line:
            self.text = with_line(self.text, self._at, "" if line == TAKES_OUT else line)
        self._at = -1
        self._face.console.say_all(lines_of(self.text))
        self._face.say(how(self.text))


def how(text: str) -> str:
    """Return in a sentence or two how such a text goes on or is changed."""
    count = len(lines_of(text))
    if count < 2:
        return _("Enter goes on, or type it your way.")
    return _("Enter goes on. 1 to {n}: changes that line. Or type all of it your way.").format(n=count)

"""The game of a step, line by line: puzzles to follow in the mind, one after the other.

Invariant: an answer is one number, none is called wrong, and Enter alone goes on at any time.
"""

from __future__ import annotations

from copecli.core.actions import EXERCISE
from copecli.core.game_words import said_by
from copecli.core.puzzle import another
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face


class Puzzles:
    """The puzzle that is asked now, and the ones to come."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._puzzle = another(face.desk.below)
        self._since = face.console.clock()
        self._told_long = False

    def ask(self) -> None:
        """Say the puzzle, and how it is answered."""
        self._say()
        self._face.say(self._asks())

    def _asks(self) -> str:
        told = _("Type a number, then Enter. {key}: another one. Enter alone goes on.")
        return told.format(key=self._key)

    @property
    def _key(self) -> str:
        return self._face.desk.keys.typed("another-puzzle")

    def took(self, typed: str) -> bool:
        """Take an answer, or ask another one; return whether the line was one of these."""
        known = {str(n): n for n in range(1, len(self._puzzle.options) + 1)}
        if typed in known:
            self._face.say(self._puzzle.says(known[typed]).worded(_))
        elif self._face.desk.keys.meant(EXERCISE, typed) != "another-puzzle":
            return False
        self._puzzle = another(self._face.desk.below, self._puzzle)
        self._tell_once()
        self._face.gap()
        self._say()
        return True

    def _tell_once(self) -> None:
        """Say once that it has been long."""
        long = "" if self._told_long else said_by(self._face.console.clock() - self._since)
        if long:
            self._told_long = True
            self._face.say(_(long))

    def told(self) -> None:
        """Say what can be read here."""
        most = len(self._puzzle.options)
        told = _("I can read numbers from 1 to {n}. {key}: another one.")
        self._face.say(told.format(n=most, key=self._key))

    def _say(self) -> None:
        puzzle = self._puzzle
        self._face.say(*(line.worded(_) for line in puzzle.lines))
        if puzzle.told:
            self._face.say(*(f"{n}. {words.worded(_)}" for n, words in enumerate(puzzle.options, start=1)))

"""What can go wrong, said calmly: what happened, what is safe, what the person can do.

Invariant: an error carries message ids and fields, never finished sentences, so that each face words it
in the person's language, and no traceback is ever needed to understand it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

OK = 0
UNEXPECTED = 1
USAGE = 2
UNREADABLE = 3
NOTHING_FOUND = 4
LOCKED = 5


class CopeError(Exception):
    """A trouble that the program expects: `what` happened, what is `safe`, what to `do` next.

    The three are English message ids with `{field}` placeholders, filled from `fields` after translation.
    """

    exit_code = UNEXPECTED

    def __init__(self, what: str, *, safe: str = "", do: str = "", **fields: str) -> None:
        super().__init__(what)
        self.what = what
        self.safe = safe
        self.do = do
        self.fields = fields

    def sentence(self, translate: Callable[[str], str]) -> str:
        """Return the whole message in the language of `translate`."""
        parts = (part for part in (self.what, self.safe, self.do) if part)
        return " ".join(translate(part).format(**self.fields) for part in parts)

    def __str__(self) -> str:
        return self.sentence(lambda text: text)


class UsageProblem(CopeError):
    """The command's words are off."""

    exit_code = USAGE


class Unreadable(CopeError):
    """Something that was saved cannot be read."""

    exit_code = UNREADABLE


class NothingFound(CopeError):
    """There is nothing of that name, or nothing yet."""

    exit_code = NOTHING_FOUND


class Locked(CopeError):
    """It is there, and needs the passphrase."""

    exit_code = LOCKED


class NotSaved(CopeError):
    """Something could not be written; what was there before is still there."""

"""The only road from words to a widget.

Invariant: nothing that a person or a file wrote is ever read as markup, and no control, bidi-override or
private character gets as far as a widget. (A filter over every rendered line stands behind this one.)
"""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from copecli.core.text import clean_own


def words(text: str) -> Content:
    """Return `text` as content that says just what it says."""
    return Content(clean_own(text))


def two_lines(first: str, second: str) -> Content:
    """Return a line, and a quieter one below it."""
    return words(first) + Content("\n") + words(second).stylize("$quiet not bold")


class Words(Static):
    """A piece of text. It takes plain strings and never reads them as anything else."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(words(text), id=id, classes=classes, markup=False)
        self._said = text
        if not text:
            self.display = False

    @property
    def said(self) -> str:
        """What it says now."""
        return self._said

    @classmethod
    def marked(cls, strong: str, rest: str, *, classes: str | None = None) -> Words:
        """Return words of which the first part stands out."""
        shown = cls(strong + rest, classes=classes)
        shown.update(words(strong).stylize("bold $accent") + words(rest))
        return shown

    def say_parts(self, *parts: tuple[str, str]) -> None:
        """Say (text, look) after (text, look); a look is a style of ours, or nothing."""
        text = "".join(part for part, _look in parts)
        self._said = text
        self.update(
            Content("").join(words(part).stylize(look) if look else words(part) for part, look in parts)
        )
        self.display = bool(text)

    def say(self, text: str) -> None:
        """Say something else; saying the same again writes nothing to the terminal."""
        if text != self._said:
            self._said = text
            self.update(words(text))
        self.display = bool(text)

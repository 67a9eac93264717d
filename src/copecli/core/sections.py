"""A section of what can be seen of one's own record: a heading, sentences, and perhaps a picture beside them.

Invariant: the sentences say all that the picture shows, so a face that draws none leaves nothing out.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.text import clean_own
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from copecli.core.plots import Plot
    from copecli.core.reach import Sentence

TITLED = N_("{title}: {words}")
"""A heading and the one sentence under it."""


@dataclass(frozen=True, slots=True)
class Section:
    """One heading and what stands under it."""

    id: str
    """By which a person picks it."""
    title: Sentence
    lines: tuple[Sentence, ...]
    """One idea each; words come first."""
    plot: Plot | None = None
    """Its words are among `lines`' own or follow them."""
    can_fall: bool = False
    """Whether a later day can make it look worse; such a section is shown only to whoever asks for it."""


def as_lines(sections: Iterable[Section], translate: Callable[[str], str]) -> list[str]:
    """Return sections as lines to be printed or read aloud, safe to show; a short one is one line."""

    def worded(words: Sentence) -> str:
        return clean_own(words.worded(translate)).replace("\n", " ").rstrip()

    lines: list[str] = []
    for section in sections:
        title, words = worded(section.title), [worded(line) for line in section.lines]
        if len(words) == 1:
            lines.append(translate(TITLED).format(title=title, words=words[0]))
        else:
            lines += [f"{title}:", *(f"  {line}" if line else "" for line in words)]
    return lines

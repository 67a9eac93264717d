"""A section of what can be seen of one's own record: a heading, sentences, and perhaps a picture beside them.

Invariant: the sentences say all that the picture shows, so a face that draws none leaves nothing out.
"""

from __future__ import annotations

from dataclasses import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.plots import Plot
    from copecli.core.reach import Sentence


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

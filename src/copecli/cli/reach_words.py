"""Help now and its parts as plain lines, for `cope now`, `cope lines` and the line face.

Invariant: a number stands on a line of its own; a name, a number and an address are printed as they are.
"""

from __future__ import annotations

from copecli.core.helpnow import Offer, Passage
from copecli.core.reach import AS_IS, Reach
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from copecli.core.helpnow import Part
    from copecli.core.reach import Sentence

_ENDS = (".", "!", "?", ",", ":", "…", "。", "؟", "।")
_ADDRESSES = ("chat", "web")


def ended(text: str) -> str:
    """Return `text` with a full stop where no mark ends it, so that a voice pauses; an address stays."""
    return text if not text or text.endswith(_ENDS) or "://" in text.split()[-1] else f"{text}."


def part_lines(part: Part, how: Mapping[str, str]) -> list[str]:
    """Return the lines of one part of Help now; `how` says by which key or command an offer is taken up."""
    match part:
        case Passage(_kind, sentences):
            return [ended(line.worded(_)) for line in sentences]
        case Offer(action):
            return [ended(part.worded(_, how[action]))] if action in how else []
        case Reach():
            return reach_lines(part)


def section_lines(parts: Iterable[Part], how: Mapping[str, str]) -> list[str]:
    """Return the lines of a section."""
    return [line for part in parts for line in part_lines(part, how)]


def reach_lines(reach: Reach, *, details: bool = False) -> list[str]:
    """Return who it is, each way to reach them, and what is good to know first."""
    lines = [f"{reach.name.worded(_)}:"]
    for way in reach.ways:
        words = way.words.worded(_)
        lines.append(f"  {words}" if way.kind in _ADDRESSES else f"  {ended(words)}")
    known = [*reach.about, *(reach.details if details else ())]
    known += [reach.checked] if reach.checked is not None else []
    return [*lines, *(f"  {ended(_begun(sentence))}" for sentence in known)]


def _begun(sentence: Sentence) -> str:
    """Return a sentence of ours with a capital at its head; other words as they are."""
    said = sentence.worded(_)
    return said if sentence.text == AS_IS else said[:1].upper() + said[1:]


def fitted(lines: Iterable[str], columns: int) -> list[str]:
    """Return `lines` wrapped to that width, each with its own indent; 0 columns leave them as they are."""
    if columns < 1:
        return list(lines)
    from copecli.core.cells import wrap

    fitting: list[str] = []
    for line in lines:
        bare = line.lstrip(" ")
        indent = " " * min(len(line) - len(bare), max(0, columns - 10))
        fitting += wrap(bare, max(10, columns), indent, indent) if bare else [""]
    return fitting

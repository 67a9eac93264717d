"""What somebody is good for, as it stands in the plan: words with commas between.

Invariant: no word is lost, known here or not, and two sides that say different things of one person are put
together rather than told as two persons.
"""

from __future__ import annotations

from copecli.core.plan import COMPANY, DISTRACTION, EMERGENCY, GOOD_FOR, LISTENING, LONGEST_ITEM, PRACTICAL
from copecli.core.reach import Sentence, as_is, sentence
from copecli.core.text import clean_own_line
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

MARK_WORDS = {
    COMPANY: N_("company"),
    DISTRACTION: N_("taking my mind off it"),
    PRACTICAL: N_("practical help"),
    LISTENING: N_("listening"),
    EMERGENCY: N_("an emergency"),
}
"""In a list behind a name, and on paper."""


def marks_of(text: str) -> tuple[str, ...]:
    """Return the words that stand there, each once; known ones as in GOOD_FOR, others as they are."""
    parts = (part.strip() for part in text.split(","))
    folded = {mark.casefold(): mark for mark in GOOD_FOR}
    return tuple(dict.fromkeys(folded.get(part.casefold(), part) for part in parts if part))


def known_marks(text: str) -> tuple[str, ...]:
    """Return those of GOOD_FOR that stand there, in their order."""
    there = marks_of(text)
    return tuple(mark for mark in GOOD_FOR if mark in there)


def written(marks: Iterable[str]) -> str:
    """Return the marks as they stand in a plan."""
    return ", ".join(dict.fromkeys(marks))


def in_words(text: str) -> Sentence:
    """Return what stands there as it is shown."""
    marks = marks_of(text)
    fields = tuple((f"m{n}", _mark(mark)) for n, mark in enumerate(marks))
    return Sentence(", ".join(f"{{{name}}}" for name, _said in fields), fields)


def _mark(mark: str) -> Sentence:
    return sentence(MARK_WORDS[mark]) if mark in MARK_WORDS else as_is(clean_own_line(mark))


def with_marks_of(text: str, wanted: Iterable[str], among: Iterable[str] = GOOD_FOR) -> str:
    """Return the text with just the `wanted` of `among`; every other word stays."""
    picked, asked = set(wanted), set(among)
    now = marks_of(text)
    kept = [mark for mark in now if mark not in asked or mark in picked]
    new = [mark for mark in GOOD_FOR if mark in asked & picked and mark not in kept]
    return text if not new and len(kept) == len(now) else written([*kept, *new])


def together(here: str, there: str, base: str | None = None) -> str | None:
    """Return what both sides say, but for what one took out of `base`; None where that is too long."""
    if base in (here, there):
        return there if here == base else here
    mine, theirs, before = marks_of(here), marks_of(there), marks_of(base or "")
    gone = {mark for mark in before if mark not in mine or mark not in theirs}
    both = [mark for mark in dict.fromkeys((*mine, *theirs)) if mark not in gone]
    if both == list(mine):
        return here
    text = written(both)
    return text if len(text) <= LONGEST_ITEM else None

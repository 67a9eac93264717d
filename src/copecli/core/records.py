"""What the journal keeps: the head that every record has, and the kinds that there are.

Invariant: an edit is a new record with the same id, what a person wrote stands in it letter by letter, and
what this version does not know stays in `extra`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from copecli.core.when import When

LONGEST_TEXT = 20_000
"""Characters that one text may hold: some ten pages."""
MOST_WORDS = 100
"""Entries that one list of a record may have; ratings of a wave may be ten times as many."""
LARGEST_LINE = 1 << 20
"""Bytes of a record when it is written as a line."""
HIGHEST = 10
"""Of every rating; the lowest is 0."""
HARD = 7
"""A rating from which a moment counts as hard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The head that every kind has."""

    kind = ""
    """Its name in a document."""

    id: str
    """A UUID; rises with time."""
    when: When
    starred: bool = False
    """The person marked it, to be offered back on a hard day."""
    extra: dict[str, object] = field(default_factory=dict)
    """Keys that this version does not know, kept as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodMoment(Record):
    """Something that was good, however small."""

    kind = "good-moment"

    text: str = ""

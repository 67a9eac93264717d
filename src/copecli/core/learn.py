"""An article to read: what it says, what that rests on, and what can be done with it now.

Invariant: an article is plain words. Each thing that it offers is an exercise, a door of the program or
another article, so nothing in a file can name a command or an address.
"""

from __future__ import annotations

from dataclasses import dataclass

GROUPS = ("understanding", "beneath", "care", "living", "others")
"""In their order on the shelf."""

SKILL, OPEN, READ = "skill", "open", "read"
KINDS = (SKILL, OPEN, READ)
"""What an article may offer: an exercise, a door, another article."""

DOORS = ("plan", "lines", "talk", "help-now", "after", "checkin", "triggers", "wave", "progress")
"""What `open` may name."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A few words above what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One idea, on a line of its own."""

    text: str
    cites: tuple[str, ...] = ()
    """Keys of sources, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Item:
    """One of several things, on a line of its own."""

    text: str
    cites: tuple[str, ...] = ()
    """Keys of sources, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Room between two thoughts; never first, last, below a heading or beside another."""


Block = Heading | Line | Item | Gap


@dataclass(frozen=True, slots=True)
class Next:
    """One thing that can be done now."""

    kind: str
    """One of `KINDS`."""
    id: str
    """The id of a skill, of a door or of an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article."""

    id: str
    title: str
    group: str
    """One of `GROUPS`."""
    place: int
    """Its number within the group, from 1."""
    summary: str
    finds: tuple[str, ...] = ()
    """Further words that a search finds; they are never shown."""
    sources: tuple[str, ...] = ()
    """Keys of `content/sources.toml`: what lines cite, and what the text rests on."""
    review_status: str = "draft"
    """Who has read it: draft, lived-experience or clinician."""
    review_on: str = ""
    """When, as an ISO date; empty where it is not said."""
    now: tuple[Next, ...]
    """What can be done with it now, the most useful first."""
    blocks: tuple[Block, ...]

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each source, from 1: those that lines cite in their order, then the others."""
        cited = [key for block in self.blocks for key in cites_of(block)]
        return {key: number for number, key in enumerate(dict.fromkeys((*cited, *self.sources)), start=1)}


@dataclass(frozen=True, slots=True)
class Source:
    """Where something is known from."""

    key: str
    cite: str
    """Where it stands, with its year."""
    found: str = ""
    """What it found, with its limits, in plain words; empty where that is not known."""


def cites_of(block: Block) -> tuple[str, ...]:
    """Return the keys that a block cites."""
    return block.cites if isinstance(block, Line | Item) else ()


def shelf_order(article: Article) -> tuple[int, int, str]:
    """Return the key by which articles stand on the shelf."""
    return GROUPS.index(article.group), article.place, article.id

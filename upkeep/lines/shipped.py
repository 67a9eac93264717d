"""Everything that is shipped of lines and numbers, read as the program reads it.

Invariant: a file that the program refuses is told of, and never leaves the others unread.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copecli.core.fields import FormatProblem
from copecli.core.lines_format import country_from_document
from copecli.system.content import content_path
from upkeep.lines.lists import Lists, read_lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copecli.core.lines import Country, CrisisLine

FINDERS = "finders"


@dataclass(frozen=True, slots=True)
class Shipped:
    """What the rules look at."""

    today: str
    """An ISO date, handed in."""
    countries: Mapping[str, Country]
    """By the stem of the file's name."""
    documents: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """The same files as they stand, with the notes for maintainers."""
    finders: Mapping[str, Any] = field(default_factory=dict)
    """finders.toml as it stands."""
    unreadable: tuple[tuple[str, str], ...] = ()
    """File, and what the program minds in it."""
    lists: Lists = field(default_factory=Lists)

    def lines(self) -> Iterator[tuple[str, CrisisLine]]:
        """Yield each line with the stem of its file."""
        for stem, country in self.countries.items():
            for line in country.lines:
                yield stem, line

    def note(self, stem: str, line_id: str = "") -> str:
        """Return the note for maintainers of a line, else of a country's emergency numbers."""
        document: Mapping[str, Any] = self.documents.get(stem, {})
        tables: list[dict[str, Any]] = (
            document.get("line", []) if line_id else [document.get("emergency", {})]
        )
        return next((str(t.get("maintainers", "")) for t in tables if t.get("id", "") == line_id), "")


def shipped(today: str, directory: str = "") -> Shipped:
    """Return what is shipped, as of that day."""
    countries: dict[str, Country] = {}
    documents: dict[str, Mapping[str, Any]] = {}
    unreadable: list[tuple[str, str]] = []
    for path in sorted(Path(directory or content_path("lines")).iterdir()):
        try:
            document = tomllib.loads(path.read_text("utf-8"))
            documents[path.stem] = document
            if path.stem != FINDERS:
                countries[path.stem] = country_from_document(path.stem, document)
        except FormatProblem as trouble:
            unreadable.append((path.name, f"{trouble.key}: {trouble.sentence()}"))
        except (OSError, ValueError) as trouble:
            unreadable.append((path.name, str(trouble)))
    return Shipped(today, countries, documents, documents.pop(FINDERS, {}), tuple(unreadable), read_lists())

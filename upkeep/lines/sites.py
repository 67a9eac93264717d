"""Who publishes a source: which sites are one publisher, and which only collect what others publish.

Invariant: two pages count as two sources only where neither can have copied the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copecli.core.lines import CrisisLine, Emergency, Source

COMPILATIONS = {
    "en.wikipedia.org": "a list of lists; errors were found in it",
    "github.com/atlacord": "Naga, a bot's list of 2023",
    "github.com/cesko-digital": "Nepanikar, an app's list of 2024; withdrawn numbers were found in it",
    "github.com/DennisGross": "aidlines, noisy; numbers of other countries were found in it",
    "github.com/gunhalee": "a list of one developer",
    "github.com/madebysimon": "OPUS, a list of 2022",
}
"""They support a number, and do not confirm one."""

SAME_PUBLISHER = {
    "android.googlesource.com": "Google",
    "github.com/google": "Google",
    "jpost.1eye.us": "jpost.com",
}
"""Sites that are somebody else's, or a copy of theirs."""

WITHOUT_NUMBER = ("no number", "number not in")
"""One stands in the `detail` of a source that tells of the line and does not name its number."""


def publisher(source: Source) -> str:
    """Return who publishes a source, as far as its address tells."""
    address = urlsplit(source.at)
    if address.hostname == "github.com":
        site = "/".join(("github.com", *address.path.split("/")[1:2]))
    else:
        site = (address.hostname or source.at.split(" ")[0]).removeprefix("www.")
    return SAME_PUBLISHER.get(site, site)


def publishers(sources: Iterable[Source]) -> set[str]:
    """Return all who publish the sources."""
    return {publisher(source) for source in sources}


def names_number(source: Source) -> bool:
    """Return whether the number itself was seen there."""
    return not any(words in source.detail for words in WITHOUT_NUMBER)


def strong(line: CrisisLine) -> set[str]:
    """Return the publishers that confirm the line's number: no compilation, and the number was seen."""
    return publishers(source for source in line.sources if names_number(source)) - COMPILATIONS.keys()


def families(emergency: Emergency) -> set[str]:
    """Return the independent families of sources of a country's emergency numbers."""
    return publishers(emergency.sources)

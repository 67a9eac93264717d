"""Packs of skills that were installed as Python packages: where their files lie.

Invariant: no code of a pack is run and none of its modules is imported. A pack says in its metadata, in
the entry-point group `copecli.skills`, which of its packages is a folder of skill files; that folder is
looked for on disk. The metadata is read by hand: `importlib.metadata` loads a mail parser, with its sockets.
"""

from __future__ import annotations

import os
import sys

from copecli.system.files import read_limited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

GROUP = "copecli.skills"
MOST_PACKS = 40
_LARGEST_METADATA = 256 * 1024
_ENDS = (".dist-info", ".egg-info")


def pack_directories() -> tuple[tuple[str, str], ...]:
    """Return (name, directory) of every pack, by name; one that cannot be found is none. It never raises."""
    places = _places()
    found: dict[str, str] = {}
    for place in places:
        for name, package in _declared(place):
            directory = _directory(package, (place, *places))
            if directory:
                found.setdefault(name, directory)
    return tuple(sorted(found.items())[:MOST_PACKS])


def _places() -> tuple[str, ...]:
    """Return where packages are installed; the folder that somebody happens to stand in is none."""
    try:
        here = os.getcwd()
    except OSError:
        here = ""
    return tuple(
        place for place in dict.fromkeys(sys.path) if place and place != here and os.path.isdir(place)
    )


def _declared(place: str) -> Iterator[tuple[str, str]]:
    """Yield (name, package) of the packs whose metadata lies in `place`."""
    try:
        with os.scandir(place) as entries:
            names = sorted(entry.name for entry in entries if entry.name.endswith(_ENDS))
    except OSError:
        return
    for name in names:
        try:
            raw = read_limited(os.path.join(place, name, "entry_points.txt"), _LARGEST_METADATA)
        except (OSError, ValueError):
            continue
        if GROUP.encode() in raw:
            yield from _entries(raw.decode("utf-8", "replace"))


def _entries(text: str) -> Iterator[tuple[str, str]]:
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            section = line.strip("[] ")
        elif section == GROUP and "=" in line and line[0] not in "#;":
            name, _, package = (part.strip() for part in line.partition("="))
            if name and all(part.isidentifier() for part in package.split(".")):
                yield name, package


def _directory(package: str, places: tuple[str, ...]) -> str:
    """Return the folder of that package, or nothing."""
    for place in places:
        directory = os.path.join(place, *package.split("."))
        if os.path.isdir(directory):
            return directory
    return ""

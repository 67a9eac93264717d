"""Every earlier version of the safety plan, one file each.

Invariant: a version is never changed, and need not be readable to be kept; its number tells the order, even
where the clock went back. A name from outside opens nothing that is not listed here.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from copecli.core.errors import NothingFound
from copecli.core.text import clean_line, nearest
from copecli.system.files import atomic_write, ensure_directory, read_limited
from copecli.system.plan_text import LARGEST_PLAN, digest_of
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.system.paths import Paths

PLAN = N_("plan")
"""What is saved, in "Your plan could not be saved"."""

_DIGITS = frozenset("0123456789")
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier plan.toml; whether it can be read is known only once it is."""

    name: str
    """Its file's name: number, time and the start of its digest."""
    when: str
    """When it was replaced, in UTC, as in 2026-11-23T07:48:12Z."""
    size: int
    """Bytes."""
    number: int
    """Counts up; the highest is the newest."""


def versions(paths: Paths) -> tuple[Version, ...]:
    """Return what the history holds, the newest first; nothing where there is no history."""
    found: list[Version] = []
    try:
        with os.scandir(paths.plan_history) as entries:
            for entry in entries:
                parts = _parts(entry.name)
                if parts and entry.is_file(follow_symlinks=False):
                    number, when = parts
                    found.append(Version(entry.name, when, entry.stat(follow_symlinks=False).st_size, number))
    except OSError:
        pass  # no history, or no longer: what was found so far is listed
    return tuple(sorted(found, key=lambda version: (version.number, version.name), reverse=True))


def read(paths: Paths, name: str) -> bytes:
    """Return the bytes of the version `name`; raise NothingFound with the nearest names, or OSError."""
    known = [version.name for version in versions(paths)]
    if name not in known:
        near = [] if _DIGITS.issuperset(name) else nearest(name, known)
        raise NothingFound(
            N_("There is no version of your plan called “{name}”."),
            do=N_("Near it: {near}.") if near else N_("`cope plan history` shows them all."),
            name=clean_line(name)[:60],
            near=", ".join(near),
        )
    return read_limited(os.path.join(paths.plan_history, name), LARGEST_PLAN, follow=False)


def find(paths: Paths, digest: str) -> bytes | None:
    """Return the bytes of the version with that digest, or None where there is none."""
    for version in versions(paths):
        if version.name.endswith(f"-{digest[:8]}.toml"):
            data = read_limited(os.path.join(paths.plan_history, version.name), LARGEST_PLAN, follow=False)
            if digest_of(data) == digest:
                return data
    return None


def keep(paths: Paths, data: bytes) -> None:
    """Make `data` the newest version, unless it is that already; raise NotSaved."""
    ensure_directory(paths.plan_history, PLAN)
    newest = next(iter(versions(paths)), None)
    if newest and _is(paths, newest, data):
        return
    name = _name(newest.number + 1 if newest else 1, digest_of(data))
    atomic_write(os.path.join(paths.plan_history, name), data, PLAN)


def keep_once(paths: Paths, data: bytes) -> bool:
    """Make `data` the newest version unless it is one already; return whether it was not; raise NotSaved."""
    try:
        if find(paths, digest_of(data)) is not None:
            return False
    except OSError:
        pass  # one that cannot be read may be another
    keep(paths, data)
    return True


def bring(paths: Paths, name: str, data: bytes) -> bool:
    """Put a version from elsewhere back under its name; return whether it was not there; raise NotSaved.

    A name that is no version's, or that does not go with the bytes, makes it the newest version.
    """
    if _parts(name) is None or not name.endswith(f"-{digest_of(data)[:8]}.toml"):
        return keep_once(paths, data)
    if name in {version.name for version in versions(paths)}:
        return False
    ensure_directory(paths.plan_history, PLAN)
    atomic_write(os.path.join(paths.plan_history, name), data, PLAN)
    return True


def _is(paths: Paths, version: Version, data: bytes) -> bool:
    try:
        return (
            read_limited(os.path.join(paths.plan_history, version.name), LARGEST_PLAN, follow=False) == data
        )
    except OSError:
        return False


def _name(number: int, digest: str) -> str:
    from time import gmtime, strftime

    return f"{number:05d}-{strftime('%Y%m%dT%H%M%SZ', gmtime())}-{digest[:8]}.toml"


def _parts(name: str) -> tuple[int, str] | None:
    """Return (number, time) of a version's file name, or None where it is no such name."""
    number, _dash, rest = name.partition("-")
    stamp, _dash, tail = rest.partition("-")
    digits = stamp[:8] + stamp[9:15]
    if (
        not (0 < len(number) < 10 and _DIGITS.issuperset(number))
        or not (len(stamp) == 16 and stamp[8] + stamp[15] == "TZ" and _DIGITS.issuperset(digits))
        or not (len(tail) == 13 and tail.endswith(".toml") and _HEX.issuperset(tail[:8]))
    ):
        return None
    date = f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"
    return int(number), f"{date}T{digits[8:10]}:{digits[10:12]}:{digits[12:]}Z"

"""What the skill files say of themselves, ready to read: a hundred files take 37 ms to read, this takes 3.

Invariant: an entry stands for a file only while its size and time are those that it was read with, and while
what reads skills is the same; on any doubt the file is read. A skill from here is for lists and is not whole.
Whatever the index holds, nothing is raised.
"""

from __future__ import annotations

import os
import stat
from time import time_ns
from zlib import crc32

from copecli.core.skill import Evidence, Outline, Review, Skill

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LARGEST = 32 << 20
"""Bytes of it that are read."""
SETTLED_NS = 2_000_000_000
"""A file that was changed so short a time ago may change again and keep its time, so it is not entered."""

_LISTS = ("minutes", "states", "intensity", "needs", "channels", "cautions", "not_for", "involves")
_WORDS = ("id", "title", "family", "summary", "opening", "fact", "discreet", "energy")


class SkillIndex:
    """The index of one run: asked for each file, told of each that had to be read."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._reader = _reader()
        self._known = self._load()
        self._now: dict[str, list[Any]] = {}
        self._new = False

    def skill(self, path: str) -> Skill | None:
        """Return the skill in the file at `path` as far as lists need it; None where it has to be read."""
        entry = self._known.get(path)
        if entry is None:
            return None
        try:
            if entry[:2] != _stamp(path):
                return None
            skill = _skill(entry[2])
        except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError):
            return None
        self._now[path] = entry
        return skill

    def add(self, path: str, skill: Skill) -> None:
        """Enter what was read from `path`."""
        self._new = True
        try:
            stamp = _stamp(path)
        except OSError:
            return
        if time_ns() - stamp[1] > SETTLED_NS:
            self._now[path] = [*stamp, _head(skill)]

    def save(self) -> None:
        """Write it where it says something new; never raise, for without it files are read."""
        if not self._path or not (self._new or self._now.keys() != self._known.keys()):
            return
        from json import dumps

        from copecli.core.errors import CopeError
        from copecli.system.files import atomic_write, ensure_directory

        body = dumps({"reader": self._reader, "files": self._now}).encode()
        try:
            ensure_directory(os.path.dirname(self._path))
            atomic_write(self._path, b"%08x\n%b" % (crc32(body), body))
        except CopeError:
            pass

    def _load(self) -> dict[str, list[Any]]:
        from copecli.system.files import read_limited

        if not self._path:
            return {}
        try:
            check, _, body = read_limited(self._path, LARGEST).partition(b"\n")
            if int(check, 16) != crc32(body):
                return {}
            from json import loads

            found = loads(body)
            files = found["files"] if found["reader"] == self._reader else {}
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return {}
        return files if isinstance(files, dict) else {}


def _stamp(path: str) -> list[int]:
    """Return [size, time] of a plain file; raise OSError where it is none."""
    found = os.lstat(path)
    if not stat.S_ISREG(found.st_mode):
        raise OSError
    return [found.st_size, found.st_mtime_ns]


def _reader() -> list[Any]:
    """Return what reads skills: the version and its files; where they change, a file may read otherwise."""
    from copecli import __version__

    core = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "core")
    stamps: list[Any] = [__version__]
    for name in ("skill.py", "skill_format.py", "skill_checks.py", "fields.py"):
        try:
            stamps.append(_stamp(os.path.join(core, name)))
        except OSError:
            stamps.append(0)
    return stamps


def _head(skill: Skill) -> dict[str, Any]:
    return {
        **{name: getattr(skill, name) for name in (*_WORDS, *_LISTS, "adapt")},
        "evidence": [skill.evidence.grade, skill.evidence.says, skill.evidence.sources],
        "review": [skill.review.status, skill.review.on],
        "steps": [[step.channel, bool(step.instead)] for step in skill.steps],
    }


def _skill(head: dict[str, Any]) -> Skill:
    grade, says, sources = head["evidence"]
    said: dict[str, Any] = {name: head[name] for name in (*_WORDS, "adapt")}
    said |= {name: tuple(head[name]) for name in _LISTS}
    return Skill(
        **said,
        evidence=Evidence(grade, says, tuple(sources)),
        review=Review(*head["review"]),
        steps=tuple(
            Outline(id="", text="", channel=channel, instead="-" if worded else "")
            for channel, worded in head["steps"]
        ),
    )

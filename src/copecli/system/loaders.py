"""Skill files from disk: the shipped ones, packs beside them, and the person's own laid over both by id.

Invariant: a file is refused alone, with its name, line and key, and the others load; nothing in a file can
stop the program.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from copecli.core.errors import CopeError, NothingFound, Unreadable
from copecli.core.fields import FormatProblem
from copecli.core.skill import Skill
from copecli.core.skill_format import is_id, skill_from_document
from copecli.core.text import clean_line, nearest
from copecli.system.content import content_path, skills_directory
from copecli.system.files import read_limited
from copecli.system.skill_index import SkillIndex
from copecli.system.skill_packs import pack_directories
from copecli.system.toml import LARGEST_FILE, TomlProblem, line_of, parse_toml, read_toml
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copecli.core.plan_ideas import Idea
    from copecli.core.talk_format import Ready
    from copecli.system.paths import Paths

TAKEN = ".cope-taken"
"""A folder in the person's own: files of a pack that was taken in, on the last step to their places."""
MOST_NAMES = 20_000
"""Names that are looked at in one directory."""
MOST_FILES = 2_000
"""Files that are read of one directory: each takes 0.13 ms."""


@dataclass(frozen=True, slots=True)
class Library:
    """Every skill that could be read, and every file that could not."""

    skills: dict[str, Skill]
    """By id."""
    refused: tuple[CopeError, ...]
    """One calm sentence for each file that was left out."""


class SkillRefused(Exception):
    """One file that is no skill: where in it, and what is wrong, already worded."""

    def __init__(self, name: str, line: int, key: str, problem: str) -> None:
        super().__init__(name, line, key, problem)
        self.name = clean_line(name)[:80]
        self.line = line
        self.key = clean_line(key)[:100]
        self.problem = clean_line(problem)[:300]

    def told(self) -> CopeError:
        """Return it as a sentence for somebody who wants to use the skills."""
        at = _("line {line}").format(line=self.line) if self.line else ""
        where = ", ".join(part for part in (at, self.key) if part)
        return Unreadable(
            N_("The skill file {file} was left out ({where}): {problem}.")
            if where
            else N_("The skill file {file} was left out: {problem}."),
            safe=N_("The others are there."),
            file=self.name,
            where=where,
            problem=self.problem,
        )


def read_skill_file(path: str, *, follow: bool = True) -> tuple[Skill, bytes]:
    """Return the skill in the file at `path`, and the file; raise SkillRefused."""
    name = os.path.basename(path)
    try:
        raw = read_limited(path, LARGEST_FILE, follow=follow)
    except (OSError, ValueError) as trouble:
        said = getattr(trouble, "strerror", "") or N_("it cannot be read")
        raise SkillRefused(name, 0, "", _(said).lower()) from None
    return skill_from_bytes(name, raw), raw


def skill_from_bytes(name: str, raw: bytes) -> Skill:
    """Return the skill in the bytes of a file of that name; raise SkillRefused."""
    text = ""
    try:
        document, text = parse_toml(raw)
        return skill_from_document(name.removesuffix(".toml"), document)
    except FormatProblem as trouble:
        raise SkillRefused(name, line_of(text, trouble.key), trouble.key, trouble.sentence(_)) from None
    except TomlProblem as trouble:
        raise SkillRefused(name, trouble.line, "", trouble.sentence(_)) from None


def load_skill_file(path: str) -> Skill:
    """Return the skill in the file at `path`; raise CopeError that names file, line and key."""
    try:
        return read_skill_file(path)[0]
    except SkillRefused as refused:
        raise refused.told() from None


def skill_files(directory: str) -> tuple[list[str], int]:
    """Return the names of the .toml files in `directory`, in order, and how many more there are."""
    try:
        with os.scandir(directory) as entries:
            names = [entry.name for _number, entry in zip(range(MOST_NAMES), entries, strict=False)]
    except (OSError, ValueError):
        return [], 0
    found = sorted(name for name in names if name.endswith(".toml") and not name.startswith("."))
    return found[:MOST_FILES], len(found[MOST_FILES:])


def load_library(paths: Paths, *, saving: bool = False) -> Library:
    """Return the shipped skills, those of packs beside them, and the person's own laid over both.

    They are for lists: what is to be played is read with `load_skill`. With `saving` the index is kept.
    """
    collected = _Collected(SkillIndex(paths.skill_index))
    collected.add_all(skills_directory())
    for pack, directory in pack_directories():
        collected.add_all(directory, pack)
    collected.add_all(_own(paths))
    if saving:
        collected.index.save()
    return Library(collected.skills, tuple(collected.refused))


class _Collected:
    """What a library is put together from."""

    def __init__(self, index: SkillIndex) -> None:
        self.index = index
        self.skills: dict[str, Skill] = {}
        self.refused: list[CopeError] = []

    def add_all(self, directory: str, pack: str = "") -> None:
        """Add the skills of `directory`; those of a pack take no id that is there."""
        names, more = skill_files(directory)
        for name in names:
            path = os.path.join(directory, name)
            try:
                skill = self.index.skill(path) or self._read(path)
            except CopeError as trouble:
                self.refused.append(trouble)
                continue
            if pack and skill.id in self.skills:
                self.refused.append(_taken(skill.id, pack))
            else:
                self.skills[skill.id] = skill
        if more:
            what = N_("There are too many skill files: only the first {n} were read.")
            self.refused.append(Unreadable(what, safe=N_("The others are there."), n=str(MOST_FILES)))

    def _read(self, path: str) -> Skill:
        skill = load_skill_file(path)
        self.index.add(path, skill)
        return skill


def _taken(skill_id: str, pack: str) -> CopeError:
    return Unreadable(
        N_("{id} of the pack {pack} was left out: there is one of that name."),
        safe=N_("The others are there."),
        id=skill_id,
        pack=clean_line(pack)[:60],
    )


def _own(paths: Paths) -> str:
    """Return the person's own folder, with every file of a pack in its place."""
    own = paths.own_skills
    if own and os.path.lexists(os.path.join(own, TAKEN)):
        from copecli.system.skill_taking import finish

        finish(own)
    return own


def _directories(paths: Paths) -> Iterator[str]:
    """Yield where a skill may lie: one's own, ours, then packs, looked for only if need be."""
    yield _own(paths)
    yield skills_directory()
    yield from (directory for _pack, directory in pack_directories())


def skill_ids(paths: Paths) -> tuple[str, ...]:
    """Return the ids that have a file, without reading any."""
    names = {name.removesuffix(".toml") for d in _directories(paths) for name in skill_files(d)[0]}
    return tuple(sorted(filter(is_id, names)))


def load_skill(paths: Paths, skill_id: str) -> Skill:
    """Return one skill, the person's own before the shipped one; raise NothingFound with the nearest names.

    A person's own file that cannot be read gives way to the shipped skill of that id where there is one.
    """
    trouble: CopeError | None = None
    for directory in _directories(paths) if is_id(skill_id) else ():
        path = os.path.join(directory, f"{skill_id}.toml")
        if directory and os.path.lexists(path):
            try:
                return load_skill_file(path)
            except CopeError as found:
                trouble = trouble or found
    if trouble:
        raise trouble
    near = nearest(skill_id, skill_ids(paths))
    raise NothingFound(
        N_("There is no exercise called “{name}”."),
        do=N_("Near it: {near}.") if near else N_("`cope ground --list` shows them all."),
        name=clean_line(skill_id)[:60],
        near=", ".join(near),
    )


def skill_file(paths: Paths, skill_id: str) -> str:
    """Return where the file of a skill lies: the person's own before the shipped one, then those of packs."""
    places = (os.path.join(place, f"{skill_id}.toml") for place in _directories(paths) if place)
    return next(filter(os.path.lexists, places), "")


def load_sources(wanted: Iterable[str]) -> dict[str, str]:
    """Return where each of these sources stands, by key; a key that is not known stands for itself."""
    try:
        document, _text = read_toml(content_path("sources.toml"))
    except (OSError, TomlProblem):
        document = {}
    rows = ((key, document.get(key)) for key in wanted)
    return {key: clean_line(str(row.get("cite", key))) if isinstance(row, dict) else key for key, row in rows}


def load_suggestions() -> dict[str, tuple[Idea, ...]]:
    """Return our suggestions for the safety plan, by step; empty where the file is damaged."""
    from copecli.core.plan_ideas import Idea

    try:
        document, _text = read_toml(content_path("suggestions.toml"))
    except (OSError, TomlProblem):
        return {}
    found: dict[str, tuple[Idea, ...]] = {}
    for step, tables in document.items():
        if isinstance(tables, list):
            rows = [
                table for table in tables if isinstance(table, dict) and isinstance(table.get("text"), str)
            ]
            found[step] = tuple(
                Idea(clean_line(row["text"]), str(row.get("skill", "")), str(row.get("kind", "")))
                for row in rows
            )
    return found


def load_ready() -> tuple[Ready, ...]:
    """Return our sentences for finding words to talk; none where the file is damaged."""
    from copecli.core.fields import FormatProblem
    from copecli.core.talk_format import ready_from_document

    try:
        document, _text = read_toml(content_path("talk.toml"))
        return ready_from_document(document)
    except (OSError, TomlProblem, FormatProblem):
        return ()

"""Skill files from disk: the shipped ones, and the person's own laid over them by id.

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
from copecli.system.toml import TomlProblem, line_of, read_toml
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copecli.core.plan_ideas import Idea
    from copecli.system.paths import Paths

MOST_FILES = 20_000
"""Files that are looked at in one directory."""


@dataclass(frozen=True, slots=True)
class Library:
    """Every skill that could be read, and every file that could not."""

    skills: dict[str, Skill]
    """By id."""
    refused: tuple[CopeError, ...]
    """One calm sentence for each file that was left out."""


def load_skill_file(path: str) -> Skill:
    """Return the skill in the file at `path`; raise CopeError that names file, line and key."""
    name = os.path.basename(path)
    skill_id = name.removesuffix(".toml")
    text = ""
    try:
        document, text = read_toml(path)
        return skill_from_document(skill_id, document)
    except FormatProblem as trouble:
        raise _refusal(name, line_of(text, trouble.key), trouble.key, trouble.sentence(_)) from None
    except TomlProblem as trouble:
        raise _refusal(name, trouble.line, "", trouble.sentence(_)) from None
    except OSError as trouble:
        raise _refusal(name, 0, "", _(trouble.strerror or N_("it cannot be read")).lower()) from None


def _refusal(name: str, line: int, key: str, problem: str) -> CopeError:
    at = _("line {line}").format(line=line) if line else ""
    where = ", ".join(part for part in (at, key) if part)
    return Unreadable(
        N_("The skill file {file} was left out ({where}): {problem}.")
        if where
        else N_("The skill file {file} was left out: {problem}."),
        safe=N_("The others are there."),
        file=clean_line(name)[:80],
        where=clean_line(where)[:120],
        problem=clean_line(problem)[:300],
    )


def _files(directory: str) -> list[str]:
    """Return the names of the .toml files in `directory`, in order; none where there is no directory."""
    try:
        with os.scandir(directory) as entries:
            names = [entry.name for _number, entry in zip(range(MOST_FILES), entries, strict=False)]
    except OSError:
        return []
    return sorted(name for name in names if name.endswith(".toml") and not name.startswith("."))


def load_library(paths: Paths) -> Library:
    """Return the shipped skills with the person's own laid over them."""
    skills: dict[str, Skill] = {}
    refused: list[CopeError] = []
    for directory in (skills_directory(), paths.own_skills):
        for name in _files(directory):
            try:
                skill = load_skill_file(os.path.join(directory, name))
            except CopeError as trouble:
                refused.append(trouble)
            else:
                skills[skill.id] = skill
    return Library(skills, tuple(refused))


def skill_ids(paths: Paths) -> tuple[str, ...]:
    """Return the ids that have a file, without reading any."""
    names = {name.removesuffix(".toml") for d in (skills_directory(), paths.own_skills) for name in _files(d)}
    return tuple(sorted(filter(is_id, names)))


def load_skill(paths: Paths, skill_id: str) -> Skill:
    """Return one skill, the person's own before the shipped one; raise NothingFound with the nearest names.

    A person's own file that cannot be read gives way to the shipped skill of that id where there is one.
    """
    trouble: CopeError | None = None
    if is_id(skill_id):
        for directory in (paths.own_skills, skills_directory()):
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
    """Return where the file of a skill lies: the person's own before the shipped one."""
    places = [
        os.path.join(place, f"{skill_id}.toml") for place in (paths.own_skills, skills_directory()) if place
    ]
    return next(filter(os.path.lexists, places), places[-1])


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

"""What the program ships to be read: skills, suggestions, sources, and the lines a person sees of them.

Invariant: everything is read from the files themselves, so that no check can pass on a copy.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copecli.core.skill_format import skill_from_document
from copecli.core.skill_texts import lines_of, texts_of
from copecli.system.content import content_path, skills_directory

if TYPE_CHECKING:
    from copecli.core import skill as model

SKILL_FILES = tuple(sorted(Path(skills_directory()).glob("*.toml")))
SKILL_IDS = tuple(path.stem for path in SKILL_FILES)


def document(path: Path) -> dict[str, Any]:
    """Return a TOML file as the standard library reads it."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def content(name: str) -> dict[str, Any]:
    """Return a file of `content/`."""
    return document(Path(content_path(name)))


@cache
def skill(skill_id: str) -> model.Skill:
    """Return a shipped skill by its id."""
    return skill_from_document(skill_id, document(Path(skills_directory(), f"{skill_id}.toml")))


def texts(found: model.Skill) -> tuple[str, ...]:
    """Return every text of a skill, each once."""
    return tuple(dict.fromkeys(text for _key, text in texts_of(found)))


def lines(found: model.Skill) -> tuple[str, ...]:
    """Return every line of a skill, each once."""
    return tuple(dict.fromkeys(line for _key, line in lines_of(found)))


def suggestion_rows() -> dict[str, list[dict[str, str]]]:
    """Return the suggestions for the safety plan, by step."""
    return {step: rows for step, rows in content("suggestions.toml").items() if step != "format"}


def source_rows() -> dict[str, dict[str, Any]]:
    """Return the sources, by key."""
    return {key: row for key, row in content("sources.toml").items() if key != "format"}

"""Hostile files in one's own folder: the line face and the checks go on, and nothing steers the screen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from unicodedata import category

import pytest

from copecli.core.errors import NOTHING_FOUND, OK, UNEXPECTED, UNREADABLE
from copecli.system.content import skills_directory
from copecli.system.loaders import load_library
from tests.cli.stage import cope, desk
from tests.hostile_files import write_all

GENEROUS = 60
"""Seconds for all of it in one process: it takes about two, and a hang takes for ever."""
STEERING = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def steering(text: str) -> set[str]:
    """Return the characters of a text that could steer a terminal."""
    return {c for c in text if c != "\n" and category(c) in STEERING}


@pytest.fixture
def folder() -> Path:
    """A person's own folder of skills, full of hostile files."""
    there = Path(desk().paths.own_skills)
    assert write_all(there) >= 120
    return there


def test_the_library_is_whole_beside_hostile_files(folder: Path) -> None:
    """Ours are all there, each other file is either a clean skill or refused in a clean sentence."""
    library = load_library(desk().paths)
    ours = {path.stem for path in Path(skills_directory()).glob("*.toml")}
    assert ours <= set(library.skills)
    assert len(set(library.skills) - ours) + len(library.refused) == len(list(folder.iterdir()))
    assert len(library.refused) >= 60
    assert not steering("".join(str(trouble) for trouble in library.refused))
    assert not steering("".join(map(str, library.skills.values())).replace("\\n", ""))


def test_a_list_and_a_check_of_hostile_files_end_and_are_clean(folder: Path) -> None:
    """In a process of their own that is given a generous time."""
    for words, codes in (
        (("ground", "--list"), {OK}),
        (("skills", "check", str(folder)), {UNEXPECTED}),
        (("skills", "check", "--json", str(folder)), {UNEXPECTED}),
        (("skills", "add", str(folder), "--yes"), {UNEXPECTED}),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "copecli", *words], capture_output=True, timeout=GENEROUS, check=False
        )
        said = done.stdout.decode() + done.stderr.decode()
        assert done.returncode in codes, said[-2000:]
        assert "Traceback" not in said
        assert not steering(said)


def test_each_hostile_file_is_played_or_refused_in_the_line_face(folder: Path) -> None:
    """Shown by name, shown screen by screen and played: no way of it ends in a crash or steers the screen."""
    for path in sorted(folder.iterdir()):
        name = path.name.removesuffix(".toml")
        done = cope("do", name, "--plain", types=[*[""] * 12, "1", "", "", "q"])
        assert done.code in {OK, UNREADABLE, NOTHING_FOUND}, (name, done.talk)
        checked = cope("skills", "check", str(path))
        said = done.out + done.talk + checked.out + checked.talk
        assert not steering(said), (name, steering(said))
        assert "Traceback" not in said

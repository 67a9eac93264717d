"""Skill files that somebody makes: found, checked, taken in and taken away.

Invariant: what is taken in is the very bytes that were checked, and either all of a pack comes in or nothing
does. Only the person's own folder is written to.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from copecli.core.errors import NothingFound, NotSaved, Unreadable
from copecli.core.skill_format import is_id
from copecli.core.skill_review import review
from copecli.core.text import clean_line
from copecli.system.content import content_path, guide_file, skills_directory
from copecli.system.files import atomic_write, read_limited, sync_directory_of
from copecli.system.loaders import SkillRefused, read_skill_file, skill_files
from copecli.system.rules import wording_rules
from copecli.system.toml import LARGEST_FILE, line_of, read_toml
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copecli.core.skill import Skill
    from copecli.system.paths import Paths

THING = N_("exercise")
MOST_IN_PACK = 500
"""Files that come in at once."""


@dataclass(frozen=True, slots=True)
class Told:
    """One fault of a file, in words."""

    file: str
    line: int
    """0 where it cannot be told."""
    key: str
    problem: str
    grave: bool
    """Whether it keeps the file out."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one file."""

    path: str
    skill: Skill | None
    """None where it is not of the format."""
    raw: bytes
    faults: tuple[Told, ...]

    @property
    def id(self) -> str:
        """The id that the file's name gives it."""
        return os.path.basename(self.path).removesuffix(".toml")


def find_files(path: str) -> list[str]:
    """Return the skill files at `path`, a file or a folder; raise CopeError where there are none."""
    if not os.path.isdir(path):
        if not os.path.lexists(path):
            raise NothingFound(N_("There is no file {file}."), file=clean_line(path)[:120])
        return [path]
    names, more = skill_files(path)
    if len(names) + more > MOST_IN_PACK:
        raise Unreadable(
            N_("{folder} has more than {n} skill files."),
            do=N_("You could split it into smaller folders."),
            folder=clean_line(path)[:120],
            n=str(MOST_IN_PACK),
        )
    if not names:
        raise NothingFound(N_("There are no skill files in {folder}."), folder=clean_line(path)[:120])
    return [os.path.join(path, name) for name in names]


def check_files(files: Iterable[str], *, follow: bool = True) -> list[Checked]:
    """Read and review each file; nothing in one keeps the others from being looked at."""
    rules = wording_rules()
    sources = [key for key in read_toml(content_path("sources.toml"))[0] if key != "format"]
    found = []
    for path in files:
        shown = clean_line(path)[:120]
        try:
            skill, raw = read_skill_file(path, follow=follow)
        except SkillRefused as refused:
            told = Told(shown, refused.line, refused.key, refused.problem, True)
            found.append(Checked(path, None, b"", (told,)))
            continue
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
        faults = tuple(
            Told(shown, line_of(text, fault.key), fault.key, clean_line(fault.sentence(_)), fault.grave)
            for fault in review(skill, rules, sources)
        )
        found.append(Checked(path, skill, raw, faults))
    return found


def is_own(paths: Paths, skill_id: str) -> bool:
    """Return whether the person has a file of that id."""
    return os.path.lexists(own_file(paths, skill_id)) if paths.own_skills and is_id(skill_id) else False


def is_shipped(skill_id: str) -> bool:
    """Return whether an exercise of that id comes with the program."""
    return is_id(skill_id) and os.path.lexists(os.path.join(skills_directory(), f"{skill_id}.toml"))


def own_file(paths: Paths, skill_id: str) -> str:
    """Return where the person's own file of that id lies."""
    return os.path.join(paths.own_skills, f"{skill_id}.toml")


def put_guide(paths: Paths, name: str) -> None:
    """Put the document that teaches the format into the person's folder, in place of an older one of ours.

    A file of theirs that has that name stays. Raise NotSaved.
    """
    target = os.path.join(paths.own_skills, name)
    try:
        guide = read_limited(guide_file(), LARGEST_FILE)
        there = read_limited(target, LARGEST_FILE) if os.path.lexists(target) else guide
    except OSError:
        return
    if there.partition(b"\n")[0] == guide.partition(b"\n")[0]:
        atomic_write(target, guide, THING)


def take_in(paths: Paths, pack: Iterable[Checked]) -> None:
    """Put the checked files into the person's folder; raise NotSaved with everything as it was."""
    from copecli.system.skill_taking import bring

    bring(paths, {f"{checked.id}.toml": checked.raw for checked in pack}, THING)


def take_away(paths: Paths, skill_id: str) -> None:
    """Remove the person's own file of that id, a link and not what it leads to; raise NotSaved."""
    path = own_file(paths, skill_id)
    try:
        os.unlink(path)
    except OSError as trouble:
        what = N_("{file} could not be removed: {trouble}.")
        said = _(trouble.strerror or "").lower()
        raise NotSaved(what, safe=N_("It is as it was."), file=clean_line(path), trouble=said) from trouble
    sync_directory_of(path, THING)

"""Taking away what was saved: the plan, the journal, or everything.

Invariant: it only removes: files that the program itself makes, each by its name, and the notes in the
settings. What else lies in the folders stays and is named. A link is taken away with what it leads to, for
that is where the words are. It goes on where one file cannot be removed, and says so.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass

from copecli.system.file_lock import locked
from copecli.system.files import is_leftover, read_limited, sync_directory_of
from copecli.system.plan_history import PLAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from copecli.system.paths import Paths

PLAN_DATA, JOURNAL_DATA, ALL = "plan", "journal", "all"
WHAT = (PLAN_DATA, JOURNAL_DATA, ALL)

BACKUP = "cope-"
"""What the name of every file in the backups begins with."""
_PLAN_DRAFTS = "plan-"
NOTES = "skill-notes"
"""The setting that is words of one's own."""


@dataclass(slots=True)
class Forgotten:
    """What became of it."""

    removed: int = 0
    """Files."""
    left: tuple[str, ...] = ()
    """Files that could not be removed."""
    not_ours: tuple[str, ...] = ()
    """What else lies in the folders, and stays."""


def forget(paths: Paths, what: str) -> Forgotten:
    """Remove what belongs to `what`, with its older versions, drafts, backups and leftovers; it never raises.

    Backups hold plan and journal together, so either takes them away.
    """
    done = Forgotten()
    if what in (PLAN_DATA, ALL):
        _forget_plan(paths, done)
    if what in (JOURNAL_DATA, ALL):
        _forget_journal(paths, done)
    _remove_in(paths.backups, lambda name: name.startswith(BACKUP), done)
    if what == ALL:
        _forget_rest(paths, done)
    for place in (paths.plan_history, paths.drafts):
        _remove_in(place, is_leftover, done)
    for place in _places(paths):
        _remove_in(place, is_leftover, done, directory_too=False)
        _settle(place)
    if what == ALL:
        for place in _places(paths):
            done.not_ours += tuple(entry.path for entry in _entries(place))
            _remove_directory(place)
    return done


def _forget_plan(paths: Paths, done: Forgotten) -> None:
    from copecli.core.errors import NotSaved

    def remove() -> None:
        for path in (paths.plan_file, paths.plan_text):
            _remove(path, done)
        _remove_in(paths.plan_history, lambda name: name.endswith(".toml") or is_leftover(name), done)

    if os.path.isdir(paths.data):
        try:
            with locked(paths.plan_lock, PLAN):
                remove()
        except NotSaved:  # nobody can save there, or somebody has been saving for long
            remove()
    _remove_in(paths.drafts, lambda name: name.startswith(_PLAN_DRAFTS), done)


def _forget_journal(paths: Paths, done: Forgotten) -> None:
    # A leftover of a save goes first: alone it can do no harm, and beside a new file SQLite would use it.
    for ending in ("-journal", "-wal", "-shm", ""):
        _remove(f"{paths.journal_file}{ending}" if paths.journal_file else "", done)
    _remove_in(paths.drafts, lambda name: not name.startswith((_PLAN_DRAFTS, ".")), done)
    _forget_notes(paths, done)


def _forget_notes(paths: Paths, done: Forgotten) -> None:
    """Take the notes to exercises out of the settings, and settings that were set aside with some in them."""
    from copecli.core.errors import NotSaved
    from copecli.system import config

    found, _troubles = config.load(paths)
    if found.document.get(NOTES):
        try:
            config.save(paths, found.with_value(NOTES, ()))
        except NotSaved:
            pass
    if _holds_notes(paths.config_file):
        done.left += (paths.config_file,)
    _remove_set_aside(paths, done, _holds_notes)


def _holds_notes(path: str) -> bool:
    """Return whether notes stand in settings; in those that cannot be read, whether they may."""
    from copecli.system.toml import LARGEST_FILE, TomlProblem, parse_toml

    try:
        data = read_limited(path, LARGEST_FILE)
    except OSError:
        return False
    try:
        return bool(parse_toml(data)[0].get(NOTES))
    except TomlProblem:
        return NOTES.encode() in data


def _remove_set_aside(
    paths: Paths, done: Forgotten, which: Callable[[str], bool] = lambda _path: True
) -> None:
    """Remove settings that could not be read and were kept beside the new ones."""
    from copecli.system.config import SET_ASIDE

    head = os.path.basename(paths.config_file) + SET_ASIDE
    for entry in _entries(paths.config):
        if entry.name.startswith(head) and which(entry.path):
            _remove(entry.path, done)


def _forget_rest(paths: Paths, done: Forgotten) -> None:
    from copecli.system.loaders import TAKEN
    from copecli.system.skill_taking import COMING

    log = os.path.join(paths.state, "crash.log") if paths.state else ""
    for path in (
        paths.config_file,
        paths.config_lock,
        paths.plan_lock,
        paths.skill_index,
        paths.first_file,
        log,
    ):
        _remove(path, done)
    _remove_set_aside(paths, done, lambda _path: True)
    for place in (COMING, TAKEN, ""):
        own = os.path.join(paths.own_skills, place) if paths.own_skills else ""
        _remove_in(own, _is_of_skills, done)


def _is_of_skills(name: str) -> bool:
    from copecli.core.skill_template import GUIDE_NAME, SCHEMA_NAME

    return name.endswith(".toml") or name in (GUIDE_NAME, SCHEMA_NAME) or is_leftover(name)


def _places(paths: Paths) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (paths.data, paths.state, paths.cache, paths.config))))


def _entries(directory: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(directory or os.devnull) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return []


def _remove_in(
    directory: str, ours: Callable[[str], bool], done: Forgotten, *, directory_too: bool = True
) -> None:
    """Remove the files of a directory whose names are ours, and the directory once nothing is left in it."""
    for entry in _entries(directory):
        if ours(entry.name) and not entry.is_dir(follow_symlinks=False):
            _remove(entry.path, done)
    if directory_too and directory and not _entries(directory):
        _remove_directory(directory)


def _remove(path: str, done: Forgotten) -> None:
    for name in _with_target(path):
        try:
            os.unlink(name)
            done.removed += 1
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:
            done.left += (name,)


def _with_target(path: str) -> Iterator[str]:
    """Yield the file that a link leads to, and then what was named."""
    if not path:
        return
    if os.path.islink(path):
        target = os.path.realpath(path)
        try:
            if stat.S_ISREG(os.lstat(target).st_mode):
                yield target
        except OSError:
            pass
    yield path


def _remove_directory(path: str) -> None:
    try:
        os.unlink(path) if os.path.islink(path) else os.rmdir(path)
    except OSError:
        pass  # it is not empty, or not ours to remove; a folder holds no words


def _settle(place: str) -> None:
    """Put on the disk that the names are gone, where it can be told."""
    from copecli.core.errors import NotSaved

    try:
        if os.path.isdir(place):
            sync_directory_of(os.path.join(place, "x"))
    except NotSaved:
        pass

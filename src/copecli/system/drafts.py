"""Unfinished texts, kept at every pause in typing and offered again at the next start.

Invariant: a draft is written whole, for this person alone, and comes back letter by letter.
"""

from __future__ import annotations

import os

from copecli.core.errors import NotSaved, Unreadable
from copecli.system.files import atomic_write, ensure_directory, read_limited
from copecli.system.saving import not_saved
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.system.paths import Paths

DRAFT = N_("draft")
LARGEST_DRAFT = 1024 * 1024
"""Bytes."""

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
_LONGEST_NAME = 40


def save(paths: Paths, name: str, text: str) -> None:
    """Keep `text` under `name`; raise NotSaved."""
    path = _path(paths, name)
    data = text.encode("utf-8", "surrogatepass")
    if len(data) > LARGEST_DRAFT:
        raise NotSaved(N_("Your draft could not be saved: it is too long."))
    ensure_directory(paths.drafts, DRAFT)
    atomic_write(path, data, DRAFT)


def load(paths: Paths, name: str) -> str | None:
    """Return the draft of that name, None where there is none; raise Unreadable."""
    try:
        data = read_limited(_path(paths, name), LARGEST_DRAFT)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unreadable(
            N_("A draft cannot be read: {file}."),
            safe=N_("It is kept as it is."),
            file=os.path.join(paths.drafts, name),
        ) from error
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def drop(paths: Paths, name: str) -> None:
    """Forget the draft of that name, if there is one; raise NotSaved where it cannot be removed."""
    path = _path(paths, name)
    if not path:
        return
    try:
        os.unlink(path)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise NotSaved(
            N_("A draft could not be removed: {file}."), do=not_saved(error, DRAFT).do, file=path
        ) from error


def names(paths: Paths) -> tuple[str, ...]:
    """Return the names of all drafts, in order."""
    try:
        with os.scandir(paths.drafts) as entries:
            return tuple(
                sorted(e.name for e in entries if _fits(e.name) and e.is_file(follow_symlinks=False))
            )
    except OSError:
        return ()


def _fits(name: str) -> bool:
    return 0 < len(name) <= _LONGEST_NAME and _LETTERS.issuperset(name)


def _path(paths: Paths, name: str) -> str:
    if not _fits(name):
        raise ValueError(f"not a draft's name: {name!r}")
    return os.path.join(paths.drafts, name) if paths.drafts else ""

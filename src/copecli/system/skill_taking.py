"""A pack of skill files on its way into the person's own folder.

Invariant: whatever ends the program on the way, a pack is there whole or not at all. Its files wait in a
folder beside their places. In the moment in which that folder gets its second name all of them are taken in;
whoever reads skills moves them into their places first.
"""

from __future__ import annotations

import errno
import os

from copecli.core.errors import NotSaved
from copecli.system.files import atomic_write, ensure_directory, sync_directory_of
from copecli.system.loaders import TAKEN
from copecli.system.saving import UnfitFile, not_saved

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from copecli.system.paths import Paths

COMING = ".cope-coming"
"""The folder before that moment; TAKEN is the one after it."""


def bring(paths: Paths, files: Mapping[str, bytes], thing: str) -> None:
    """Put the files, by name, into the person's folder; raise NotSaved with everything as it was.

    Where only the last step could not be done, the next start does it.
    """
    from copecli.system.file_lock import locked

    own = paths.own_skills
    ensure_directory(own, thing)
    with locked(paths.config_lock, thing):
        finish(own)
        try:
            _see_that_they_fit(own, files)
            _stage(own, files, thing)
        except OSError as trouble:
            clear(own)
            raise not_saved(trouble, thing) from trouble
        except NotSaved:
            clear(own)
            raise
        sync_directory_of(os.path.join(own, TAKEN), thing)
        finish(own)


def _see_that_they_fit(own: str, files: Mapping[str, bytes]) -> None:
    clear(own)
    for place in (COMING, TAKEN, *files):
        path = os.path.join(own, place)
        if os.path.lexists(path) and not (place in files and os.path.isfile(path)):
            raise UnfitFile(errno.EISDIR, "not a plain file", path)


def _stage(own: str, files: Mapping[str, bytes], thing: str) -> None:
    coming = os.path.join(own, COMING)
    ensure_directory(coming, thing)
    for name, raw in files.items():
        atomic_write(os.path.join(coming, name), raw, thing)
    os.rename(coming, os.path.join(own, TAKEN))


def finish(own: str) -> None:
    """Move what was taken in into its place; two at a time do no harm, and it never raises."""
    taken = os.path.join(own, TAKEN)
    try:
        for name in sorted(os.listdir(taken)):
            try:
                os.replace(os.path.join(taken, name), os.path.join(own, name))
            except FileNotFoundError:
                continue  # another copecli was quicker
        sync_directory_of(taken)
        os.rmdir(taken)
    except (OSError, NotSaved):
        return  # there was nothing, or it is tried again


def clear(own: str) -> None:
    """Take away what never was taken in; it never raises."""
    coming = os.path.join(own, COMING)
    try:
        for name in os.listdir(coming):
            os.unlink(os.path.join(coming, name))
        os.rmdir(coming)
    except OSError:
        return

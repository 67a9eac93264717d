"""A file where the person wants it, outside of the program's own folders.

Invariant: what is there is never replaced unasked, a write that fails leaves it whole and no half file, and
each way to fail is one sentence that names another way.
"""

from __future__ import annotations

import os

from copecli.core.errors import NotSaved
from copecli.core.text import clean_line
from copecli.system.files import atomic_write
from copecli.system.saving import ELSEWHERE
from copecli.words import N_

_ANOTHER = N_("Another name or folder will do.")


def write_outside(path: str, data: bytes, thing: str, *, replace: bool = False) -> str:
    """Write the file, for its owner alone, and return its name, cleaned; raise NotSaved."""
    shown = clean_line(path)
    try:
        place = os.path.realpath(os.path.expanduser(path))
    except (OSError, ValueError) as error:
        raise NotSaved(N_("No file can be called that."), do=_ANOTHER) from error
    _see_that_it_can(place, path, shown, replace=replace)
    try:
        atomic_write(place, data, thing)
    except NotSaved as trouble:
        trouble.do = _ANOTHER if trouble.do == ELSEWHERE else trouble.do
        raise
    return shown


def _see_that_it_can(place: str, path: str, shown: str, *, replace: bool) -> None:
    if os.path.isdir(place):
        raise NotSaved(
            N_("{file} is a folder."), do=N_("Name a file in it, such as my-plan.txt."), file=shown
        )
    if os.path.lexists(os.path.expanduser(path)) and not replace:
        raise NotSaved(
            N_("{file} is there already."),
            safe=N_("It was left as it is."),
            do=N_("Another name will do, or --force to replace it."),
            file=shown,
        )
    if not os.path.isdir(os.path.dirname(place)):
        raise NotSaved(
            N_("There is no folder {folder}."),
            safe=N_("Nothing was written."),
            do=_ANOTHER,
            folder=clean_line(os.path.dirname(os.path.expanduser(path)) or "."),
        )

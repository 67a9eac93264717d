"""Opening a file in the person's own editor.

Invariant: it is started without a shell, with the words of $VISUAL or $EDITOR and one path, and waited for.
"""

from __future__ import annotations

from copecli.core.errors import NothingFound, NotSaved
from copecli.core.text import clean_line
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_BY_HAND = N_("You could open it yourself: {file}")


def open_in_editor(environ: Mapping[str, str], path: str) -> None:
    """Open `path` and wait until the editor is closed; raise CopeError where there is none."""
    import shlex
    import subprocess
    from shutil import which

    try:
        words = shlex.split(environ.get("VISUAL") or environ.get("EDITOR") or "")
    except ValueError:  # a quote that is never closed
        words = []
    program = which(words[0], path=environ.get("PATH")) if words else None
    if not program:
        what = N_("No editor was found: $EDITOR names none.")
        raise NothingFound(what, do=_BY_HAND, file=clean_line(path))
    try:
        done = subprocess.run([program, *words[1:], path], env=dict(environ), check=False)
    except OSError as error:
        raise _not_opened(path) from error
    if done.returncode:
        raise _not_opened(path)


def _not_opened(path: str) -> NotSaved:
    what = N_("The editor ended with a fault.")
    return NotSaved(what, safe=N_("The file is there."), do=_BY_HAND, file=clean_line(path))

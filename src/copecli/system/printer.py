"""Handing a file to this computer's printer, through `lp`.

Invariant: nothing of the plan stands in the names of processes or of the job; what is printed goes through a
pipe alone.
"""

from __future__ import annotations

from copecli.core.errors import NothingFound, NotSaved
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

SECONDS = 30
"""How long a queue may take to accept a job."""

JOB = "pages"
"""What the queue shows, so that it names no plan."""

_PLAN_SAFE = N_("Your plan is as it was.")
_INSTEAD = N_("You can print from a file: `cope plan print --format pdf -o plan.pdf`.")

_MEDIA = {"a4": "A4", "letter": "Letter"}


def printer_command(environ: Mapping[str, str]) -> str:
    """Return where `lp` is, or nothing where there is none."""
    from shutil import which

    return which("lp", path=environ.get("PATH")) or ""


def send_to_printer(
    command: str, data: bytes, paper: str = "", *, safe: str = _PLAN_SAFE, instead: str = _INSTEAD
) -> None:
    """Hand `data` to the usual printer; raise NotSaved where it is not taken.

    `safe` and `instead` (message ids) say what is as it was, and what can be done then.
    """
    import subprocess

    media = ["-o", f"media={_MEDIA[paper]}"] if paper in _MEDIA else []
    try:
        done = subprocess.run(
            [command, "-t", JOB, *media], input=data, capture_output=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _not_taken(safe, instead) from error
    if done.returncode:
        raise _not_taken(safe, instead)


def no_printer(instead: str = _INSTEAD) -> NothingFound:
    """Return what to say where there is no `lp`."""
    return NothingFound(N_("This computer has no `lp`, which prints."), do=instead)


def _not_taken(safe: str, instead: str) -> NotSaved:
    return NotSaved(N_("The printer did not take it."), safe=safe, do=instead)

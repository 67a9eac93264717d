"""A plan that cannot be read: why, what is safe, what to do.

Invariant: it names where to look, and never repeats what stands there.
"""

from __future__ import annotations

from copecli.core.errors import Unreadable
from copecli.core.fields import FormatProblem
from copecli.system.plan_history import versions
from copecli.system.plan_text import last_plan_text
from copecli.system.saving import UnfitFile
from copecli.system.toml import TomlProblem
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.system.paths import Paths


class PlanUnreadable(Unreadable):
    """plan.toml is there and cannot be read. It is kept as it is."""

    digest: str | None = None
    """Of the damaged file; `save` takes it as `expected` to put a new plan in its place. None if unknown."""


def why_unreadable(trouble: OSError | TomlProblem | FormatProblem) -> str:
    """Return why a plan cannot be read, as the end of a sentence."""
    if isinstance(trouble, FormatProblem):
        return _(N_("at {key}, {problem}")).format(key=trouble.key, problem=trouble.sentence(_))
    if isinstance(trouble, TomlProblem):
        said = trouble.sentence(_)
        return (
            _(N_("in line {line}, {problem}")).format(line=trouble.line, problem=said)
            if trouble.line
            else said
        )
    if isinstance(trouble, UnfitFile):
        return _(trouble.strerror or "")
    if isinstance(trouble, PermissionError):
        return _(N_("reading it is not allowed"))
    if isinstance(trouble, FileNotFoundError | NotADirectoryError):
        return _(N_("what it points to is not there"))
    return _(N_("the disk reports a fault"))


def plan_unreadable(
    paths: Paths, trouble: OSError | TomlProblem | FormatProblem, digest: str | None
) -> PlanUnreadable:
    """Return the calm sentence for a plan.toml that could not be read, and which way back there is."""
    older = len(versions(paths))
    if older:
        do = N_("One older version is there: cope plan restore.")
        do = do if older == 1 else N_("{older} older versions are there: cope plan restore.")
    elif last_plan_text(paths):
        do = N_("The plan as plain text is in {text}.")
    else:
        do = N_("You could start a new one; the old file is kept.")
    unreadable = PlanUnreadable(
        N_("Your plan cannot be read: {why}."),
        safe=N_("The file is kept as it is: {file}."),
        do=do,
        why=why_unreadable(trouble),
        file=paths.plan_file,
        text=paths.plan_text,
        older=str(older),
    )
    unreadable.digest = digest
    return unreadable

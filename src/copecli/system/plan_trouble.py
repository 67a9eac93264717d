"""Why a plan cannot be read, as the end of a sentence.

Invariant: it names where to look, and never repeats what stands there.
"""

from __future__ import annotations

from copecli.core.fields import FormatProblem
from copecli.system.saving import UnfitFile
from copecli.system.toml import TomlProblem
from copecli.words import N_, _


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

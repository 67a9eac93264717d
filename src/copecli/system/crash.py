"""What a crash may tell: which kinds of error, in which files, on which lines, and not a word more.

Invariant: no value, message or local variable of an error is ever written or shown, for it may hold what a
person wrote; and telling of a crash never raises.
"""

from __future__ import annotations

import sys

from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

LAST_PARTS = 3
"""Parts of a source file's path that are told: a home directory's name may be a person's."""

LONGEST_CHAIN = 12
"""Errors of one crash that are told."""

BROKEN = N_("Something in copecli broke. Your saved plan is safe.")
STILL_THERE = N_("`cope now` still works.")
CALL = N_("Badly hurt, or might act? Call your emergency number first.")
NOTED = N_("Where it broke is noted, without your words, in {path}")


def sentences(noted_in: str = "") -> list[str]:
    """Return what is said after a crash; `noted_in` is the path of the note, if there is one."""
    said = [_(BROKEN), _(STILL_THERE), _(CALL)]
    return [*said, _(NOTED).format(path=noted_in)] if noted_in else said


def note(path: str, error: BaseException) -> str:
    """Write what may be told of `error` to `path`, in place of the last note; return the path, or nothing."""
    if not path:
        return ""
    try:
        import os

        from copecli.system.files import atomic_write, ensure_directory

        ensure_directory(os.path.dirname(path))
        atomic_write(path, redacted(error).encode("ascii", "replace"))
    except Exception:  # the note is for us; a full disk is the smaller trouble now
        return ""
    return path


def redacted(error: BaseException) -> str:
    """Return what may be told of `error`, line by line."""
    from copecli import __version__

    python = ".".join(map(str, sys.version_info[:3]))
    told = [f"copecli {__version__}, Python {python}, {sys.platform}"]
    for link, kind in _chain(error):
        told.append(f"{kind}{type(link).__module__}.{type(link).__qualname__}")
        told += [f"  {place}" for place in _places(link)]
    return "\n".join(told) + "\n"


def _chain(error: BaseException) -> Iterator[tuple[BaseException, str]]:
    """Yield the error and those it came from, each once, with how it hangs together."""
    waiting: list[tuple[BaseException, str]] = [(error, "")]
    told: list[int] = []
    while waiting and len(told) < LONGEST_CHAIN:
        link, kind = waiting.pop(0)
        if id(link) in told:
            continue
        told.append(id(link))
        yield link, kind
        if isinstance(link, BaseExceptionGroup):
            waiting += [(inner, "one of: ") for inner in link.exceptions]
        if link.__cause__ is not None:
            waiting.append((link.__cause__, "because of: "))
        elif link.__context__ is not None and not link.__suppress_context__:
            waiting.append((link.__context__, "while handling: "))


def _places(error: BaseException) -> Iterator[str]:
    step = error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        file = "/".join(code.co_filename.replace("\\", "/").split("/")[-LAST_PARTS:])
        yield f"{file}:{step.tb_lineno} {code.co_name}"
        step = step.tb_next

"""A plan in a file from elsewhere: TOML, JSON or Markdown, told by its name, else by what stands in it.

Invariant: the file is only read, within limits, and what cannot be read is refused in one sentence.
"""

from __future__ import annotations

import os

from copecli.core.errors import NothingFound, Unreadable
from copecli.core.text import clean_line
from copecli.system.files import read_limited
from copecli.system.plan_text import LARGEST_PLAN
from copecli.system.saving import UnfitFile
from copecli.system.toml import TomlProblem, parse_toml
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.plan_import import Imported

TOML, JSON, MARKDOWN = "toml", "json", "markdown"
_KINDS = {".toml": TOML, ".json": JSON, ".md": MARKDOWN, ".markdown": MARKDOWN, ".txt": MARKDOWN}


def read_plan(path: str) -> Imported:
    """Return the plan in the file; raise NothingFound where there is none, Unreadable where it is no plan."""
    from copecli.core.plan_import import plan_from_elsewhere

    data = _data(path)
    ending = os.path.splitext(path)[1].lower()
    kind = _KINDS.get(ending) or _kind_of(data)
    try:
        if kind == JSON:
            return plan_from_elsewhere(_json(data))
        if kind == TOML:
            return plan_from_elsewhere(parse_toml(data)[0])
        from copecli.core.plan_markdown import document_of_markdown

        return plan_from_elsewhere(document_of_markdown(data.decode("utf-8-sig"), _))
    except TomlProblem as problem:
        why = problem.sentence(_)
        if problem.line:
            why = _(N_("in line {line}, {problem}")).format(line=problem.line, problem=why)
        raise _unreadable(path, why) from problem
    except UnicodeDecodeError as problem:
        raise _unreadable(path, _(N_("this is not UTF-8 text"))) from problem
    except (ValueError, RecursionError) as problem:
        raise _unreadable(path, _(N_("this is not JSON with a plan in it"))) from problem


def _data(path: str) -> bytes:
    try:
        return read_limited(os.path.expanduser(path), LARGEST_PLAN)
    except FileNotFoundError as error:
        raise NothingFound(N_("There is no file {file}."), file=clean_line(path)) from error
    except UnfitFile as error:
        raise _unreadable(path, _(error.strerror or "")) from error
    except OSError as error:
        raise _unreadable(path, _(N_("reading it is not allowed, or the disk reports a fault"))) from error


def _kind_of(data: bytes) -> str:
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"{"):
        return JSON
    return TOML if b"\nformat = " in b"\n" + data else MARKDOWN


def _json(data: bytes) -> dict[str, object]:
    import json

    found = json.loads(data.decode("utf-8-sig"))
    if not isinstance(found, dict):
        raise ValueError("no table")
    return found


def _unreadable(path: str, why: str) -> Unreadable:
    return Unreadable(
        N_("{file} cannot be read as a plan: {why}."),
        safe=N_("Nothing was changed."),
        do=N_("It takes TOML, JSON, and Markdown with headings."),
        file=clean_line(path),
        why=why,
    )

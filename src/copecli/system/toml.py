"""Reading TOML that somebody else may have written: bounded, and refused calmly.

Invariant: whatever the file holds, this ends soon, with a parsed document or with a TomlProblem that says
where. A dotted key of 40 kB takes a TOML parser seconds and 500 nested arrays overflow its stack, so length
is bounded before parsing and depth after.
"""

from __future__ import annotations

from copecli.system.files import read_limited
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST_FILE = 256 * 1024
LONGEST_LINE = 16 * 1024
MOST_DOTS = 64
"""Dots that a line may hold outside of quotes: key parts are what makes parsing slow."""
DEEPEST = 16


class TomlProblem(Exception):
    """A file that is not TOML within the limits:

    `line` (0 where unknown), `what` (a message id) and its fields.
    """

    def __init__(self, line: int, what: str, **fields: str) -> None:
        super().__init__(line, what)
        self.line = line
        self.what = what
        self.fields = fields

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """Return what is wrong, without the place."""
        return translate(self.what).format(**self.fields)


def read_toml(path: str, limit: int = LARGEST_FILE) -> tuple[dict[str, object], str]:
    """Return (document, text) of the file;

    raise TomlProblem where it is not TOML, OSError where it cannot be read.
    """
    raw = read_limited(path, limit)
    return parse_toml(raw)


def parse_toml(raw: bytes) -> tuple[dict[str, object], str]:
    """Return (document, text) of the bytes of a file; one leading BOM is dropped."""
    import tomli

    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        line = raw.count(b"\n", 0, trouble.start) + 1
        raise TomlProblem(line, N_("this is not UTF-8 text")) from None
    text = text.replace("\r\n", "\n")
    _check_lines(text)
    try:
        document = tomli.loads(text)
    except tomli.TOMLDecodeError as trouble:
        message = getattr(trouble, "msg", "") or str(trouble).split(" (at")[0]
        at = getattr(trouble, "lineno", 0)
        raise TomlProblem(at, N_("this is not TOML: {trouble}"), trouble=message.lower()) from None
    except (RecursionError, MemoryError):
        raise TomlProblem(0, N_("this is nested too deeply")) from None
    except ValueError:
        raise TomlProblem(0, N_("a number in it is too long")) from None
    if _depth(document) > DEEPEST:
        raise TomlProblem(0, N_("this is nested too deeply"))
    return document, text


def _check_lines(text: str) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            raise TomlProblem(number, N_("this line is too long"))
        if line.count(".") > MOST_DOTS and line.split("=")[0].count(".") > MOST_DOTS:
            raise TomlProblem(number, N_("this key has too many parts"))
        if line.count("[") > MOST_DOTS and '"' not in line:
            raise TomlProblem(number, N_("this is nested too deeply"))


def _depth(document: dict[str, object]) -> int:
    deepest = 0
    waiting: list[tuple[object, int]] = [(document, 1)]
    while waiting:
        value, depth = waiting.pop()
        if depth > DEEPEST:
            return depth
        deepest = max(deepest, depth)
        if isinstance(value, dict):
            waiting += [(inner, depth + 1) for inner in value.values()]
        elif isinstance(value, list):
            waiting += [(inner, depth + 1) for inner in value]
    return deepest


def line_of(text: str, key: str) -> int:
    """Return the line (from 1) where `key`, such as `steps[2].text`, stands;

    its table's line, or 0, where it cannot be told.
    """
    lines = text.split("\n")
    at = 0
    for part in key.split("."):
        name, _, index = part.partition("[")
        found = _table_line(lines, name, int(index.rstrip("]")), at) if index else _key_line(lines, name, at)
        if found is None:
            break
        at = found
    return at


def _table_line(lines: list[str], name: str, index: int, after: int) -> int | None:
    seen = -1
    for number in range(after, len(lines)):
        if lines[number].replace(" ", "").startswith(f"[[{name}]]"):
            seen += 1
            if seen == index:
                return number + 1
    return _key_line(lines, name, after)


def _key_line(lines: list[str], name: str, after: int) -> int | None:
    for number in range(after, len(lines)):
        line = lines[number].strip()
        if line.startswith((f"{name} ", f"{name}=", f"[{name}]")):
            return number + 1
        if after and line.startswith("["):
            return None
    return None

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
MOST_PARTS = 64
"""Parts that a dotted key may have: they are what makes parsing slow."""
LONGEST_NUMBER = 64
"""Bits of a whole number: TOML knows no longer ones, and Python refuses to write down much longer ones."""
BOM = b"\xef\xbb\xbf"
DEEPEST = 16
"""Tables and lists within each other."""
_NOT_IN_KEYS = frozenset(" \t,=[]{}()")


class TomlProblem(Exception):
    """A file that is not TOML within the limits.

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
    """Return (document, text) of the file.

    Raise TomlProblem where it is not TOML, OSError where it cannot be read.
    """
    raw = read_limited(path, limit)
    return parse_toml(raw)


def parse_toml(raw: bytes) -> tuple[dict[str, object], str]:
    """Return (document, text) of the bytes of a file; one leading BOM is dropped."""
    import tomli

    try:
        text = raw.removeprefix(BOM).decode()
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
    _check_values(document)
    return document, text


def _check_lines(text: str) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            raise TomlProblem(number, N_("this line is too long"))
        if line.count(".") > MOST_PARTS and _key_parts(line) > MOST_PARTS:
            raise TomlProblem(number, N_("this key has too many parts"))


def _key_parts(line: str) -> int:
    """Return how many parts the longest dotted key of the line may have; a row of sentences has none."""
    longest = parts = 0
    for part in line.split("."):
        word = part.strip()
        quoted = word[:1] in ("'", '"') and word[-1:] == word[:1]
        parts = parts + 1 if word and (quoted or not set(word) & _NOT_IN_KEYS) else 0
        longest = max(longest, parts)
    return longest


def _check_values(document: dict[str, object]) -> None:
    waiting: list[tuple[object, int]] = [(document, 1)]
    while waiting:
        value, depth = waiting.pop()
        if depth > DEEPEST:
            raise TomlProblem(0, N_("this is nested too deeply"))
        if isinstance(value, dict):
            waiting += [(inner, depth + 1) for inner in value.values()]
        elif isinstance(value, list):
            waiting += [(inner, depth + 1) for inner in value]
        elif isinstance(value, int) and value.bit_length() > LONGEST_NUMBER:
            raise TomlProblem(0, N_("a number in it is too long"))


def line_of(text: str, key: str) -> int:
    """Return the line (from 1) where `key`, such as `steps[2].text`, stands.

    Where it cannot be told: the line of what it stands in, or 0.
    """
    lines = text.split("\n")
    path, at = "", 0
    for part in key.split("."):
        name, index = _indexed(part)
        path = f"{path}.{name}" if path else name
        header = _header_line(lines, path, index, at)
        if header is None:
            return _key_line(lines, name, at) or at
        at = header
    return at


def _indexed(part: str) -> tuple[str, int]:
    name, _, index = part.removesuffix("]").partition("[")
    return (name, int(index)) if index.isascii() and index.isdigit() and len(index) < 6 else (part, 0)


def _header_line(lines: list[str], path: str, index: int, after: int) -> int | None:
    """Return the line of the table `path`, of the one with that index where there are several."""
    above = path.rpartition(".")[0]
    for number in range(after, len(lines)):
        line = lines[number].replace(" ", "")
        if line.startswith((f"[{path}]", f"[[{path}]]")):
            if not index:
                return number + 1
            index -= 1
        if above and line.startswith(f"[[{above}]]"):
            return None
    return None


def _key_line(lines: list[str], name: str, after: int) -> int | None:
    for number in range(after, len(lines)):
        line = lines[number].strip()
        if line.startswith((f"{name} ", f"{name}=", f"{name}.", f'"{name}"')):
            return number + 1
        if line.startswith("[") and not line.endswith(","):
            return None
    return None

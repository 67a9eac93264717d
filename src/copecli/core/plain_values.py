"""Plain values as one line of JSON, with limits, in one way of writing.

Invariant: equal values are equal bytes; a line holds only what can be printed, for everything else is
escaped; and whatever a line from elsewhere holds, it ends soon, with a document or with a FormatProblem.
"""

from __future__ import annotations

from copecli.core.fields import FormatProblem
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

DEEPEST = 16
"""Tables and lists within each other."""
LONGEST_NUMBER = 64
"""Bits of a whole number."""

_ways: list[Callable[..., object]] = []
"""How JSON is read and written, made once: making it costs as much as a short line."""


def in_order(value: object, depth: int = 1) -> object:
    """Return `value` with the keys of its tables in order; raise FormatProblem where it is no plain value."""
    if depth > DEEPEST:
        raise FormatProblem("", N_("this is nested too deeply"))
    if isinstance(value, dict):
        return {key: in_order(found, depth + 1) for key, found in sorted(value.items())}
    if isinstance(value, list | tuple):
        return [in_order(found, depth + 1) for found in value]
    if isinstance(value, int) and value.bit_length() > LONGEST_NUMBER:
        raise FormatProblem("", N_("a number in it is too long"))
    if isinstance(value, float) and not abs(value) < float("inf"):
        raise FormatProblem("", N_("this should be a number"))
    if value is None or isinstance(value, str | int | float):
        return value
    raise FormatProblem("", N_("this cannot be kept here"))


def written_line(document: dict[str, object]) -> bytes:
    """Return the document as a line, without its end."""
    text = _way(1)(document)
    assert isinstance(text, str)
    if not text.isprintable():
        text = "".join(c if c.isprintable() else _escaped(c) for c in text)
    return text.encode()


def _escaped(character: str) -> str:
    code = ord(character)
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def parsed_line(line: bytes) -> dict[str, object]:
    """Return the document in a line; raise FormatProblem."""
    try:
        document = _way(0)(line.decode())
    except UnicodeDecodeError:
        raise FormatProblem("", N_("this is not UTF-8 text")) from None
    except (RecursionError, MemoryError):
        raise FormatProblem("", N_("this is nested too deeply")) from None
    except ValueError:
        raise FormatProblem("", N_("this is not a line of JSON")) from None
    if not isinstance(document, dict):
        raise FormatProblem("", N_("this is not a line of JSON"))
    return document


def _way(at: int) -> Callable[..., object]:
    if not _ways:
        from json import JSONDecoder, JSONEncoder

        read = JSONDecoder(object_pairs_hook=_once, parse_constant=_refused)
        write = JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False)
        _ways.extend((read.decode, write.encode))
    return _ways[at]


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError("a key stands there twice")  # one of the two would be lost
    return table


def _refused(word: str) -> object:
    raise ValueError(word)

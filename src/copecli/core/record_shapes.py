"""What a field of a record may hold: how it is read from a plain value, and how it is written as one.

Invariant: a shape writes what it reads back as equal, a person's own words pass as they are, and a value that
is out of range is refused with the key that it stands under.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.chain import Link
from copecli.core.fields import FormatProblem
from copecli.core.plain_values import in_order
from copecli.core.records import HIGHEST, LONGEST_TEXT, MOST_WORDS
from copecli.core.uses import LONGEST_SECONDS
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from copecli.core.chain import Turn

MOST_RATINGS = 10 * MOST_WORDS
"""Ratings that a wave may hold."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One way to hold a value."""

    read: Callable[[str, object], object]
    """(key, plain value) → value; raises FormatProblem."""
    write: Callable[..., object]
    """value → plain value."""
    empty: object
    """The value that is not written."""


def key_of(name: str) -> str:
    """Return what the field `name` is called in a document."""
    return name.replace("_", "-")


def read_fields(
    shapes: Mapping[str, Shape], document: Mapping[str, object], *, known: tuple[str, ...] = (), at: str = ""
) -> tuple[dict[str, object], dict[str, object]]:
    """Return (values by field, what no shape asks for)."""
    values: dict[str, object] = {}
    asked = set(known)
    for name, shape in shapes.items():
        key = key_of(name)
        asked.add(key)
        if key in document:
            values[name] = shape.read(at + key, document[key])
    return values, {key: in_order(value) for key, value in sorted(document.items()) if key not in asked}


def write_fields(shapes: Mapping[str, Shape], record: object, extra: dict[str, object]) -> dict[str, object]:
    """Return the plain values of what holds something, in the order of the shapes; the extra ones last."""
    found: dict[str, object] = {}
    for name, shape in shapes.items():
        value = getattr(record, name)
        if value != shape.empty or type(value) is not type(shape.empty):
            found[key_of(name)] = shape.write(value)
    return found | {key: in_order(value) for key, value in sorted(extra.items()) if key not in found}


def _text(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise FormatProblem(key, N_("this should be text in quotes"))
    if len(value) > LONGEST_TEXT:
        raise FormatProblem(key, N_("this text is longer than {n} characters"), n=str(LONGEST_TEXT))
    return value


def _flag(key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise FormatProblem(key, N_("this should be true or false"))
    return value


def _whole(key: str, value: object, high: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise FormatProblem(key, N_("this should be a whole number"))
    if not 0 <= value <= high:
        raise FormatProblem(key, N_("this should be a number from {low} to {high}"), low="0", high=str(high))
    return value


def _list(key: str, value: object, most: int = MOST_WORDS) -> list[object]:
    if not isinstance(value, list):
        raise FormatProblem(key, N_("this should be a list, in square brackets"))
    if len(value) > most:
        raise FormatProblem(key, N_("this list has more than {n} entries"), n=str(most))
    return value


def _words(key: str, value: object) -> tuple[str, ...]:
    return tuple(_text(f"{key}[{at}]", found) for at, found in enumerate(_list(key, value)))


def _pair(key: str, value: object) -> list[object]:
    pair = _list(key, value)
    if len(pair) != 2:
        raise FormatProblem(key, N_("this should be a list of two"))
    return pair


def _pairs(key: str, value: object) -> tuple[tuple[str, str], ...]:
    pairs = (_pair(f"{key}[{at}]", found) for at, found in enumerate(_list(key, value)))
    return tuple((_text(key, first), _text(key, second)) for first, second in pairs)


def _rated_seconds(key: str, value: object) -> tuple[tuple[int, int], ...]:
    pairs = (_pair(f"{key}[{at}]", found) for at, found in enumerate(_list(key, value, MOST_RATINGS)))
    return tuple(
        (_whole(f"{key}[{at}]", second, LONGEST_SECONDS), _whole(f"{key}[{at}]", urge, HIGHEST))
        for at, (second, urge) in enumerate(pairs)
    )


def _lists(value: tuple[tuple[object, object], ...]) -> list[list[object]]:
    return [list(pair) for pair in value]


TEXT = Shape(_text, str, "")
WORDS = Shape(_words, list, ())
FLAG = Shape(_flag, bool, False)
RATING = Shape(lambda key, value: None if value is None else _whole(key, value, HIGHEST), int, None)
SECONDS = Shape(lambda key, value: _whole(key, value, LONGEST_SECONDS), int, 0)
PAIRS = Shape(_pairs, _lists, ())
RATED_SECONDS = Shape(_rated_seconds, _lists, ())


def one_of(vocabulary: tuple[str, ...], *, always: bool = False) -> Shape:
    """Return the shape of a word of a vocabulary; the first one is usual, and not written unless `always`."""

    def read(key: str, value: object) -> str:
        word = _text(key, value)
        if word not in vocabulary:
            words = ", ".join(filter(None, vocabulary))
            raise FormatProblem(key, N_("this can be {words}"), words=words)
        return word

    return Shape(read, str, None if always else vocabulary[0])


def rows(made: type[Link] | type[Turn], shapes: dict[str, Shape]) -> Shape:
    """Return the shape of a list of small tables."""

    def read(key: str, value: object) -> tuple[object, ...]:
        found: list[object] = []
        for at, table in enumerate(_list(key, value)):
            if not isinstance(table, dict):
                raise FormatProblem(f"{key}[{at}]", N_("this should be a table, in curly brackets"))
            values, extra = read_fields(shapes, table, at=f"{key}[{at}].")
            if made is Link and "kind" not in values:
                raise FormatProblem(f"{key}[{at}].kind", N_("this key is missing"))
            found.append(made(**values, extra=extra))  # type: ignore[arg-type]
        return tuple(found)

    def write(value: tuple[Link | Turn, ...]) -> list[dict[str, object]]:
        return [write_fields(shapes, row, row.extra) for row in value]

    return Shape(read, write, ())

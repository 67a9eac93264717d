"""A record of the journal as a document of plain values, and as a line of JSON.

Invariant: what is written is read back as an equal record, in one way of writing only, so that equal records
are equal bytes. Nothing is dropped: a key that is not known stays in `extra`. A line is printable text
throughout, so it steers no terminal; what is not printable in a person's words is escaped in it, and comes
back as it was.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.core.chain import CARE, DID, FORMS, LINK_KINDS, Link, TriggerMap, Turn
from copecli.core.checkin import ENDING_LIFE, CheckIn
from copecli.core.fields import FormatProblem
from copecli.core.ids import is_id
from copecli.core.plain_values import parsed_line, written_line
from copecli.core.record_shapes import (
    FLAG,
    PAIRS,
    RATED_SECONDS,
    RATING,
    SECONDS,
    TEXT,
    WORDS,
    Shape,
    key_of,
    one_of,
    read_fields,
    rows,
    write_fields,
)
from copecli.core.records import LARGEST_LINE, GoodMoment, Record
from copecli.core.uses import EASE, PlanWalk, Use, Wave
from copecli.core.when import When
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeVar

    R = TypeVar("R", bound=Record)

_LINK = {"kind": one_of(tuple(kind for kind, _words in LINK_KINDS), always=True), "text": TEXT}
_TURN = {"link": Shape(lambda key, value: _index(key, value), int, -1), "text": TEXT, "skill": TEXT}

SHAPES: dict[type[Record], dict[str, Shape]] = {
    CheckIn: {
        "feelings": WORDS,
        "distress": RATING,
        "urge": RATING,
        "able": RATING,
        "tags": WORDS,
        "note": TEXT,
        "ending_life": one_of(ENDING_LIFE),
    },
    GoodMoment: {"text": TEXT},
    Use: {
        "skill": TEXT,
        "state": TEXT,
        "finished": FLAG,
        "seconds": SECONDS,
        "ease": one_of(EASE),
        "distress_before": RATING,
        "distress_after": RATING,
        "urge_before": RATING,
        "urge_after": RATING,
        "able_before": RATING,
        "able_after": RATING,
        "source": TEXT,
    },
    Wave: {"minutes": SECONDS, "seconds": SECONDS, "ratings": RATED_SECONDS, "finished": FLAG},
    PlanWalk: {"done": PAIRS, "left_out": PAIRS, "someone": FLAG, "finished": FLAG},
    TriggerMap: {
        "form": one_of(FORMS),
        "vulnerable": WORDS,
        "before": WORDS,
        "links": rows(Link, _LINK),
        "urge": RATING,
        "did": one_of(DID),
        "soon": WORDS,
        "later": WORDS,
        "needs": WORDS,
        "turns": rows(Turn, _TURN),
        "care": one_of(CARE),
        "finished": FLAG,
    },
}
"""What each field of a kind may hold, in the order of the document."""

KINDS = tuple(shape.kind for shape in SHAPES)
"""In the order of an export."""

_CLASSES = {found.kind: found for found in SHAPES}
_HEAD = ("format", "kind", "id", "when", "starred")


def _index(key: str, value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool) and -1 <= value < 1000:
        return value
    raise FormatProblem(key, N_("this should be a number from {low} to {high}"), low="-1", high="999")


def from_document(document: Mapping[str, object]) -> Record:
    """Return the record in a parsed document; raise FormatProblem(key, what) where it is not of format 1."""
    if document.get("format") != 1 or document.get("format") is True:
        raise FormatProblem("format", N_("this should be 1, the only format there is"))
    kind = document.get("kind")
    found = _CLASSES.get(kind) if isinstance(kind, str) else None
    if found is None:
        raise FormatProblem("kind", N_("this kind of record is not known here"))
    if found is Use and not document.get("skill"):
        raise FormatProblem("skill", N_("this key is missing"))
    values, extra = read_fields(SHAPES[found], document, known=_HEAD)
    return found(
        id=_id(document.get("id")),
        when=_when(document.get("when")),
        starred=bool(FLAG.read("starred", document.get("starred", False))),
        extra=extra,
        **values,
    )


def _id(value: object) -> str:
    if isinstance(value, str) and is_id(value):
        return value
    raise FormatProblem("id", N_("this should be a UUID in small letters"))


def _when(value: object) -> When:
    try:
        return When.from_iso(value if isinstance(value, str) else "")
    except ValueError:
        raise FormatProblem(
            "when", N_("this should be a time, as in 2026-11-26T03:12:00.000+01:00")
        ) from None


def to_document(record: Record) -> dict[str, object]:
    """Return what `from_document` reads back as an equal record."""
    head: dict[str, object] = {
        "format": 1,
        "kind": record.kind,
        "id": record.id,
        "when": record.when.iso(),
    }
    if record.starred:
        head["starred"] = True
    return head | write_fields(SHAPES[type(record)], record, record.extra)


def to_line(record: Record) -> bytes:
    """Return the record as one line of JSON, without its end.

    Raise FormatProblem where it could not be read back.
    """
    from_document(to_document(record))
    return as_read(record)


def as_read(record: Record) -> bytes:
    """Return the line of a record that was read from a document, and so can be read again."""
    line = written_line(to_document(record))
    if len(line) > LARGEST_LINE:
        raise FormatProblem("", N_("it is longer than a record can be"))
    return line


def from_line(line: bytes) -> Record:
    """Return the record in a line; raise FormatProblem."""
    return from_document(parsed_line(line))


def same_but_id(record: R, new_id: str) -> R:
    """Return the record under another id."""
    return replace(record, id=new_id)


__all__ = [
    "KINDS",
    "SHAPES",
    "as_read",
    "from_document",
    "from_line",
    "key_of",
    "same_but_id",
    "to_document",
    "to_line",
]

"""A plan from elsewhere, made ready to be read: what is not as it should be is kept, and said.

Invariant: nothing is dropped. A value of the wrong type becomes words where words will do, else it is kept
under its key with `-imported` behind it; what is too long stands in parts; and whoever may be marked as not
safe is.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.kept_lines import lines_of
from copecli.core.plan import LONGEST_ITEM, STEPS, Plan
from copecli.core.plan_format import ABOUT_ME_KEYS, ITEM_KEYS, PLAN_KEYS, plan_from_document
from copecli.core.reach import Sentence, sentence
from copecli.core.text import clean_own_line
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

IMPORTED = "-imported"
"""Behind a key that is known here, and whose value is not."""

_FLAGS = frozenset({"not-safe", "private", "from-idea"})
_NOES = frozenset({"", "0", "no", "false", "off", "none"})
_DEEPEST = 8
"""Tables and lists within each other; what lies deeper is kept as text."""
_LONGEST_WHOLE = 64
"""Bits of a whole number that plan.toml can hold."""
_LONGEST_SHOWN = 60
"""Characters of a key or a value in a note."""

Table = dict[str, object]


@dataclass(frozen=True, slots=True)
class Imported:
    """What was found in a file."""

    plan: Plan
    notes: tuple[Sentence, ...] = ()
    """What was not as it should be, and what became of it."""


def plan_from_elsewhere(document: Mapping[str, object]) -> Imported:
    """Return the plan in a document that anybody may have written."""
    reading = _Reading()
    ready = reading.plan(document)
    return Imported(plan_from_document(ready), tuple(dict.fromkeys(reading.notes)))


class _Reading:
    """One document being made ready."""

    def __init__(self) -> None:
        self.notes: list[Sentence] = []

    def plan(self, document: Mapping[str, object]) -> Table:
        """Return a document of format 1."""
        if document.get("format", 1) != 1:
            self._note(N_("The file is of another format. What could be read is here."))
        around = {key: value for key, value in document.items() if key not in STEPS and key != "format"}
        ready: Table = {"format": 1, **self._fields(around, PLAN_KEYS, "")}
        for step in STEPS:
            rows = [
                row for at, one in enumerate(_rows(document.get(step))) for row in self._item(step, at, one)
            ]
            ready |= {step: rows} if rows else {}
        return ready

    def _item(self, step: str, at: int, value: object) -> list[Table]:
        """Return the item as tables: one, or more where its words are too many for one."""
        place = f"{step}[{at}]."
        if not isinstance(value, dict):
            if not isinstance(value, str):
                self._wrong(f"{step}[{at}]", value)
            value = {"text": _as_text(value)}
        fields = self._fields(value, ITEM_KEYS, place)
        words = fields.get("text", "")
        parts = _parts(words if isinstance(words, str) else "")
        more: list[Table] = [{"text": part} for part in parts[1:]]
        return [{**fields, "text": parts[0]}, *more]

    def _fields(self, table: Mapping[str, object], known: tuple[str, ...], place: str) -> Table:
        """Return the table with every value as its key wants it; what cannot be so under another key."""
        ready: Table = {}
        left: Table = {}
        for key, value in table.items():
            if value is None:
                continue
            if key not in known:
                self._note(N_("{key} is not known here. It is kept."), key=_short(f"{place}{key}"))
                ready[key] = _kept(value)
                continue
            right = self._value(key, value, f"{place}{key}")
            if right is None:
                self._wrong(f"{place}{key}", value)
            (left if right is None else ready)[key] = value if right is None else right
        for key, value in left.items():
            free = f"{key}{IMPORTED}"
            while free in ready:
                free += IMPORTED
            ready[free] = _kept(value)
        return ready

    def _value(self, key: str, value: object, place: str) -> object:
        """Return the value as the known key wants it, or None where it cannot be that."""
        if key == "likelihood":
            return _whole(value)
        if key == "about-me":
            return self._fields(value, ABOUT_ME_KEYS, "about-me.") if isinstance(value, dict) else None
        if key == "copies":
            return [part for one in _rows(value) for part in _parts(_as_text(one))]
        if key in _FLAGS:
            if not isinstance(value, bool):
                self._wrong(place, value)
            return value if isinstance(value, bool) else _as_text(value).strip().casefold() not in _NOES
        if isinstance(value, str):
            return value if key == "text" or len(value) <= LONGEST_ITEM else None
        if isinstance(value, dict | list):
            return None
        if key == "review-on" and hasattr(value, "isoformat"):
            return value
        self._wrong(place, value)
        return _as_text(value)

    def _wrong(self, key: str, value: object) -> None:
        text = N_("{key} is not as it should be. It is kept: {value}.")
        self._note(text, key=_short(key), value=_short(_as_text(value)))

    def _note(self, text: str, **fields: str) -> None:
        self.notes.append(sentence(text, **fields))


def _rows(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else [] if value is None else [value]


def _parts(words: str) -> list[str]:
    """Return words cut to what an item may hold."""
    return [words[at : at + LONGEST_ITEM] for at in range(0, len(words), LONGEST_ITEM)] or [""]


def _whole(value: object) -> int | None:
    """Return a number from 0 to 10, or None."""
    if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit() and len(value) < 9:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 10:
        return None
    return int(value) if value == int(value) else None


def _as_text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict | list | tuple | bool):
        return "\n".join(lines_of(value, "true", "false"))
    return str(value)


def _kept(value: object, depth: int = 1) -> object:
    """Return a value that plan.toml can hold and that says the same."""
    if isinstance(value, str):
        return value if len(value) <= LONGEST_ITEM else _parts(value)
    if isinstance(value, dict | list) and depth >= _DEEPEST:
        return _kept(_as_text(value))
    if isinstance(value, dict):
        return {str(key): _kept(inner, depth + 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [_kept(inner, depth + 1) for inner in value]
    if value is None or (isinstance(value, int) and value.bit_length() > _LONGEST_WHOLE):
        return str(value) if value is not None else "null"
    return value


def _short(text: str) -> str:
    line = clean_own_line(text)
    return line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]}…"

"""Reading a parsed document key by key, with a calm refusal that names the key.

Invariant: a value leaves here with the type, the range and the vocabulary that were asked for, its text
cleaned; and a key that nobody asked for is refused with the nearest right name, so that a typing slip is
never silently dropped.
"""

from __future__ import annotations

from copecli.core.text import clean, clean_line, nearest
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

LONGEST_TEXT = 2000
"""Characters that one string may hold."""


class FormatProblem(Exception):
    """A document is not of its format: `key` says where, `what` (a message id) and `fields` say how."""

    def __init__(self, key: str, what: str, **fields: str) -> None:
        super().__init__(key, what)
        self.key = key
        self.what = what
        self.fields = fields

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """Return what is wrong, without the place."""
        return translate(self.what).format(**self.fields)


class Fields:
    """One table of a document; `place` is its dotted name, as in `steps[2]`."""

    def __init__(self, table: Mapping[str, object], place: str = "") -> None:
        self._table = table
        self._place = place
        self._asked: list[str] = []

    def key(self, name: str) -> str:
        """Return the full dotted name of `name`."""
        return f"{self._place}.{name}" if self._place else name

    def __contains__(self, name: str) -> bool:
        return name in self._table

    def refuse_others(self) -> None:
        """Refuse any key that has not been asked for."""
        for name in self._table:
            if name not in self._asked:
                close = nearest(name, self._asked, n=1)
                if close:
                    raise FormatProblem(
                        self.key(name), N_("this key is not known; the nearest is {near}"), near=close[0]
                    )
                raise FormatProblem(self.key(name), N_("this key is not known"))

    def _value(self, name: str, required: bool = False) -> object:
        self._asked.append(name)
        if required and name not in self._table:
            raise self._missing(name)
        return self._table.get(name)

    def _missing(self, name: str) -> FormatProblem:
        """Return the refusal; where a key differs in a letter or two, that slip is what is named."""
        from difflib import get_close_matches

        slip = get_close_matches(name, [key for key in self._table if key not in self._asked], 1, 0.8)
        if slip:
            return FormatProblem(
                self.key(slip[0]), N_("this key is not known; the nearest is {near}"), near=name
            )
        return FormatProblem(self.key(name), N_("this key is missing"))

    def text(self, name: str, default: str | None = None, *, lines: bool = True) -> str:
        """Return a cleaned string; without a default it must be there and hold something."""
        value = self._value(name, required=default is None)
        if value is None:
            return default or ""
        return self._clean(name, value, lines=lines, empty_allowed=default is not None)

    def _clean(self, name: str, value: object, *, lines: bool, empty_allowed: bool) -> str:
        if not isinstance(value, str):
            raise FormatProblem(self.key(name), N_("this should be text in quotes"))
        if len(value) > LONGEST_TEXT:
            raise FormatProblem(
                self.key(name), N_("this text is longer than {n} characters"), n=str(LONGEST_TEXT)
            )
        cleaned = clean(value).strip() if lines else clean_line(value)
        if not cleaned and not empty_allowed:
            raise FormatProblem(self.key(name), N_("this text is empty"))
        return cleaned

    def texts(self, name: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a tuple of cleaned strings; without a default there must be at least one."""
        value = self._value(name, required=default is None)
        if value is None:
            return default or ()
        if not isinstance(value, list):
            raise FormatProblem(self.key(name), N_("this should be a list, in square brackets"))
        found = tuple(
            self._clean(f"{name}[{i}]", item, lines=True, empty_allowed=False) for i, item in enumerate(value)
        )
        if default is None and not found:
            raise FormatProblem(self.key(name), N_("this list is empty"))
        return found

    def choice(self, name: str, allowed: Iterable[str], default: str | None = None) -> str:
        """Return one word of a vocabulary."""
        word = self.text(name, default, lines=False)
        return self._known(name, word, tuple(allowed)) if name in self._table else word

    def choices(self, name: str, allowed: Iterable[str], default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Return some words of a vocabulary."""
        words = tuple(allowed)
        return tuple(self._known(name, word, words) for word in self.texts(name, default))

    def _known(self, name: str, word: str, allowed: tuple[str, ...]) -> str:
        if word in allowed:
            return word
        close = nearest(word, allowed, n=1)
        if close:
            raise FormatProblem(
                self.key(name),
                N_("“{word}” is not known here; the nearest is “{near}”"),
                word=word,
                near=close[0],
            )
        raise FormatProblem(
            self.key(name),
            N_("“{word}” is not known here; it can be {words}"),
            word=word,
            words=", ".join(allowed),
        )

    def number(self, name: str, low: float, high: float, default: float | None = None) -> float:
        """Return a number from `low` to `high`."""
        value = self._value(name, required=default is None)
        if value is None:
            return default or 0.0
        return self._in_range(name, value, low, high)

    def whole(self, name: str, low: int, high: int, default: int | None = None) -> int:
        """Return a whole number from `low` to `high`."""
        found = self.number(name, low, high, default)
        if found != int(found):
            raise FormatProblem(self.key(name), N_("this should be a whole number"))
        return int(found)

    def _in_range(self, name: str, value: object, low: float, high: float) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise FormatProblem(self.key(name), N_("this should be a number"))
        if not low <= value <= high:
            raise FormatProblem(
                self.key(name),
                N_("this should be a number from {low} to {high}"),
                low=f"{low:g}",
                high=f"{high:g}",
            )
        return float(value)

    def pair(self, name: str, low: float, high: float, default: tuple[float, float]) -> tuple[float, float]:
        """Return two numbers, the lower one first, as in `[2, 5]`."""
        value = self._value(name)
        if value is None:
            return default
        if not isinstance(value, list) or len(value) != 2:
            raise FormatProblem(self.key(name), N_("this should be two numbers, as in [2, 5]"))
        first, second = (self._in_range(name, number, low, high) for number in value)
        if first > second:
            raise FormatProblem(self.key(name), N_("the lower number comes first"))
        return first, second

    def date(self, name: str) -> str:
        """Return a date as ISO text, or nothing; TOML dates and `YYYY-MM-DD` strings are taken."""
        value = self._value(name)
        if value is None:
            return ""
        text = value.isoformat() if hasattr(value, "isoformat") else value
        if not isinstance(text, str) or not _is_date(text):
            raise FormatProblem(self.key(name), N_("this should be a date, as in 2026-11-23"))
        return text

    def table(self, name: str) -> Fields | None:
        """Return the table `name`, or None where there is none."""
        value = self._value(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise FormatProblem(self.key(name), N_("this should be a table, in curly brackets"))
        return Fields(value, self.key(name))

    def tables(self, name: str, *, required: bool = True) -> tuple[Fields, ...]:
        """Return the tables of the list `name`."""
        value = self._value(name, required=required)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise FormatProblem(self.key(name), N_("this should be a list of tables"))
        if required and not value:
            raise FormatProblem(self.key(name), N_("this list is empty"))
        return tuple(Fields(item, f"{self.key(name)}[{i}]") for i, item in enumerate(value))

    def as_dict(self) -> dict[str, object]:
        """Return the whole table as it stands."""
        return dict(self._table)

    def raw(self, name: str) -> object:
        """Return the value as it stands, for what has a shape of its own."""
        return self._value(name)


def _is_date(text: str) -> bool:
    parts = text.split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not all(p.isascii() and p.isdigit() for p in parts):
        return False
    return 1 <= int(parts[1]) <= 12 and 1 <= int(parts[2]) <= 31

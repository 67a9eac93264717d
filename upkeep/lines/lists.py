"""The lists that the rules know: numbers never to be shown, what one source gives, what is odd and right.

Invariant: every entry says why it stands there, and a key that is not known is refused.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).parent
KINDS = ("commercial", "retired", "wrong", "unconfirmed")
"""commercial: never, anywhere. retired: it ended, or another took its place. wrong: a misprint, or another
service's. unconfirmed: may be right; one source gives it, or none that can be read."""


@dataclass(frozen=True, slots=True)
class Never:
    """Numbers that no line and no country may show."""

    country: str
    """The country's code; empty for everywhere."""
    numbers: tuple[str, ...]
    kind: str
    """One of KINDS."""
    why: str


@dataclass(frozen=True, slots=True)
class Allowed:
    """Something that a rule would refuse, and why it stays."""

    of: str
    """The id of a line, or the code of a country."""
    what: tuple[str, ...]
    """The numbers, fields or addresses."""
    why: str


@dataclass(frozen=True, slots=True)
class Lists:
    """All lists."""

    never: tuple[Never, ...] = ()
    one_source: tuple[Allowed, ...] = ()
    """Fields of a line that rest on one source, and so are left out."""
    address_not_seen: tuple[str, ...] = ()
    """Lines whose official address stands in no source, and so is left out."""
    not_in_library: tuple[Allowed, ...] = ()
    """Numbers that are right although the library of number shapes does not know them."""
    not_https: tuple[Allowed, ...] = ()
    """Addresses that were only seen without https."""
    languages: Mapping[str, str] | None = None
    """The English name of each language in use, and its code of ISO 639."""


def read_lists(directory: Path = HERE) -> Lists:
    """Return the lists beside this file; raise ValueError where an entry is not whole."""
    never = _toml(directory / "never.toml")
    known = _toml(directory / "known.toml")
    return Lists(
        never=tuple(_never(entry) for entry in never["number"]),
        one_source=_exceptions(known["one_source"], "fields"),
        address_not_seen=_texts(known, "address_not_seen"),
        not_in_library=_exceptions(known["not_in_library"], "numbers"),
        not_https=_exceptions(known["not_https"], "addresses"),
        languages={name: _text(known["languages"], name) for name in known["languages"]},
    )


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def _texts(entry: dict[str, object], key: str) -> tuple[str, ...]:
    value = entry.get(key)
    if not isinstance(value, list) or not value or not all(isinstance(text, str) for text in value):
        raise ValueError(f"{key} should be a list of texts: {entry}")
    return tuple(value)


def _text(entry: dict[str, object], key: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value:
        raise ValueError(f"{key} should be a text: {entry}")
    return value


def _never(entry: dict[str, object]) -> Never:
    if set(entry) - {"country"} != {"numbers", "kind", "why"} or entry["kind"] not in KINDS:
        raise ValueError(f"an entry has country, numbers, kind ({', '.join(KINDS)}) and why: {entry}")
    return Never(
        str(entry.get("country", "")), _texts(entry, "numbers"), _text(entry, "kind"), _text(entry, "why")
    )


def _exceptions(entries: list[dict[str, object]], key: str) -> tuple[Allowed, ...]:
    for entry in entries:
        if set(entry) != {"of", key, "why"}:
            raise ValueError(f"an entry has of, {key} and why: {entry}")
    return tuple(Allowed(_text(e, "of"), _texts(e, key), _text(e, "why")) for e in entries)

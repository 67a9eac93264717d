"""The cleaning of text before it may reach a terminal, and the search for the nearest name.

Invariant: what `clean` returns holds no character of the categories Cc, Cf, Cs, Co, Zl or Zp but the
newline, so it can neither drive the terminal nor hide or turn round what is read. People's own text keeps
the joiners and direction marks that Persian, Arabic, Hebrew and emoji need. Text is cleaned when shown;
what a person wrote is stored as it was written.
"""

from __future__ import annotations

from unicodedata import category

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_REFUSED = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_JOINERS_AND_MARKS = frozenset("\u200c\u200d\u200e\u200f\u061c")
_LINE_BREAKS = {"\r\n": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\t": "    "}


def clean(text: str) -> str:
    """Return text of ours or of a skill file, safe to show; line breaks stay, everything that steers goes."""
    return _cleaned(text, frozenset("\n"))


def clean_line(text: str) -> str:
    """Like `clean`, folded to one line."""
    return " ".join(clean(text).split())


def clean_own(text: str) -> str:
    """Return a person's own words, safe to show: ZWJ, ZWNJ, LRM, RLM and ALM survive."""
    return _cleaned(text, _JOINERS_AND_MARKS | {"\n"})


def clean_own_line(text: str) -> str:
    """Like `clean_own`, folded to one line."""
    return " ".join(clean_own(text).split())


def _cleaned(text: str, kept: frozenset[str]) -> str:
    if text.replace("\n", "").isprintable():  # true of no refused character; most texts end here
        return text
    for found, instead in _LINE_BREAKS.items():
        text = text.replace(found, instead)
    return "".join(c for c in text if c in kept or category(c) not in _REFUSED)


def nearest(name: str, candidates: Iterable[str], n: int = 3) -> tuple[str, ...]:
    """Return up to `n` of `candidates` that `name` was most likely meant to be, the likeliest first."""
    from difflib import get_close_matches

    pool = sorted(set(candidates))
    wanted = name.lower().replace("_", "-").replace(" ", "-")
    inside = [c for c in pool if wanted and (wanted in c or c in wanted)]
    close = get_close_matches(wanted, pool, n=n, cutoff=0.5)
    return tuple(dict.fromkeys([*close, *inside]))[:n]

"""How many cells of a terminal a text takes, and text wrapped to a number of them, in any script.

Invariant: wrapping loses nothing but blanks at the ends of lines. A cluster (a letter with its marks, a
joined emoji) is never torn apart, and a word is broken only where it is longer than a whole line.
"""

from __future__ import annotations

from unicodedata import bidirectional, category, east_asian_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_JOINER = "\u200d"
_AS_EMOJI = "\ufe0f"
_LATER_JAMO = (range(0x1160, 0x1200), range(0xD7B0, 0xD800))
"""Vowels and finals of Hangul, drawn into the block of the letter before."""
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_DIGITS = frozenset("0123456789")
_NUMBER = _DIGITS | frozenset("+()-/.,; ")


def width(text: str) -> int:
    """Return the cells that `text`, one cleaned line, takes."""
    return len(text) if text.isascii() else sum(_cluster_width(cluster) for cluster in clusters(text))


def right_to_left(text: str) -> bool:
    """Return whether the first letter that has a direction is one of Arabic, Hebrew or their like."""
    return next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L") != "L"


def clusters(text: str) -> Iterator[str]:
    """Yield the smallest parts of `text` that may stand apart from one another."""
    cluster = ""
    for character in text:
        if cluster and not _belongs(character, cluster):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _belongs(character: str, cluster: str) -> bool:
    code = ord(character)
    if cluster[-1] == _JOINER or code in _SKIN_TONES or (code > 0x2FF and _character_width(character) == 0):
        return True
    return code in _FLAG_LETTERS and len(cluster) == 1 and ord(cluster) in _FLAG_LETTERS


def _character_width(character: str) -> int:
    code = ord(character)
    if category(character) in ("Mn", "Mc", "Me", "Cf", "Cc") or any(code in jamo for jamo in _LATER_JAMO):
        return 0
    return 2 if east_asian_width(character) in ("W", "F") else 1


def _cluster_width(cluster: str) -> int:
    if len(cluster) == 1:
        return _character_width(cluster)
    first = _character_width(cluster[0])
    if _JOINER in cluster and first == 2:
        return 2
    total = sum(_character_width(character) for character in cluster)
    return 2 if total == 1 and _AS_EMOJI in cluster else total


def wrap(text: str, columns: int, first: str = "", rest: str = "") -> list[str]:
    """Return `text` in lines of at most `columns` cells; `first` stands before one, `rest` before others."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _wrapped(paragraph, columns, rest if lines else first, rest)
    return lines


def _wrapped(paragraph: str, columns: int, first: str, rest: str) -> list[str]:
    lines: list[str] = []
    line, begun = first, False
    for blank, word in _with_whole_numbers(_words(paragraph)):
        joined = line + blank + word if begun else line + word
        if width(joined) > columns and begun:
            lines.append(line)
            joined = rest + word
        while width(joined) > columns and (head := _head(joined, columns, len(rest if lines else first))):
            lines.append(joined[:head])
            joined = rest + joined[head:]
        line, begun = joined, True
    return [*lines, line.rstrip(" ")] if begun or not lines else lines


def _head(line: str, columns: int, indent: int) -> int:
    """Return how many characters of a line fit, one cluster after the indent at the least; 0 where all do."""
    filled, at = width(line[:indent]), indent
    for cluster in clusters(line[indent:]):
        if at > indent and filled + width(cluster) > columns:
            return at
        filled, at = filled + width(cluster), at + len(cluster)
    return 0


def _words(paragraph: str) -> Iterator[tuple[str, str]]:
    """Yield (the blanks before, a word); wide letters, which need no blanks, are words of their own."""
    blank = ""
    for part in paragraph.split(" "):
        if part:
            for index, word in enumerate((part,) if part.isascii() else _apart(part)):
                yield "" if index else blank, word
            blank = ""
        blank += " "


def _with_whole_numbers(words: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield `words` with the groups of a number, as in `(01) 555 0100`, joined: a number stays whole."""
    waiting: tuple[str, str] | None = None
    for blank, word in words:
        if waiting and blank == " " and _in_number(waiting[1]) and _in_number(word):
            waiting = (waiting[0], f"{waiting[1]} {word}")
            continue
        if waiting:
            yield waiting
        waiting = (blank, word)
    if waiting:
        yield waiting


def _in_number(word: str) -> bool:
    return _NUMBER.issuperset(word) and not _DIGITS.isdisjoint(word)


def _apart(part: str) -> Iterator[str]:
    """Yield `part` cut where a line may end: beside a wide letter, outside of the marks that enclose it."""
    word = ""
    before = ""
    for cluster in clusters(part):
        wide = _cluster_width(cluster) == 2 or (before and _cluster_width(before) == 2)
        closes = category(cluster[0]) in ("Pe", "Pf", "Po", "Pd", "Lm")
        opens = before and category(before[-1]) in ("Ps", "Pi")
        if word and wide and not closes and not opens:
            yield word
            word = ""
        word += cluster
        before = cluster
    if word:
        yield word

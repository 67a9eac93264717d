"""A number three rows high, to be read from arm's length.

Invariant: it is drawn whole or not at all; the number in ordinary letters stands beside it, for ears and
for copying.
"""

from __future__ import annotations

_BLOCKS: dict[str, tuple[str, ...]] = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("▀█ ", " █ ", "▀▀▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
    "+": ("   ", "▄█▄", " ▀ "),
    "*": ("   ", "▀▄▀", "▀ ▀"),
    "#": ("▄█▄█▄", "▄█▄█▄", " ▀ ▀ "),
    "-": ("  ", "▀▀", "  "),
    "/": ("  █", " █ ", "▀  "),
    "(": ("█▀", "█ ", "▀▀"),
    ")": ("▀█", " █", "▀▀"),
    ".": (" ", " ", "▀"),
    " ": ("  ", "  ", "  "),
}
_SIGNS: dict[str, tuple[str, ...]] = {
    "0": (" _ ", "| |", "|_|"),
    "1": ("   ", " | ", " | "),
    "2": (" _ ", " _|", "|_ "),
    "3": (" _ ", " _|", " _|"),
    "4": ("   ", "|_|", "  |"),
    "5": (" _ ", "|_ ", " _|"),
    "6": (" _ ", "|_ ", "|_|"),
    "7": (" _ ", "  |", "  |"),
    "8": (" _ ", "|_|", "|_|"),
    "9": (" _ ", "|_|", " _|"),
    "+": ("   ", " + ", "   "),
    "*": ("   ", " * ", "   "),
    "#": ("   ", " # ", "   "),
    "-": ("  ", "--", "  "),
    "/": ("  /", " / ", "/  "),
    "(": (" /", "| ", " \\"),
    ")": ("\\ ", " |", "/ "),
    ".": (" ", " ", "."),
    " ": ("  ", "  ", "  "),
}


def big_digits(number: str, columns: int, *, blocks: bool = True) -> tuple[str, ...]:
    """Return `number` in rows of at most `columns` cells; nothing where it holds what has no large form."""
    shapes = _BLOCKS if blocks else _SIGNS
    if not number or any(sign not in shapes for sign in number):
        return ()
    lines: list[str] = []
    line: list[str] = []
    for sign in number:
        if line and _cells([*line, sign], shapes) > columns:
            lines += _drawn(line, shapes)
            line = []
        if line or sign != " ":
            line.append(sign)
    return (*lines, *_drawn(line, shapes))


def _cells(signs: list[str], shapes: dict[str, tuple[str, ...]]) -> int:
    return sum(len(shapes[sign][0]) + 1 for sign in signs) - 1


def _drawn(signs: list[str], shapes: dict[str, tuple[str, ...]]) -> list[str]:
    return [" ".join(shapes[sign][row] for sign in signs) for row in range(3)]

"""Lines of Markdown as a list of a plan has them: marks, lines that go on, what a backslash hides.

Invariant: what `documents.markdown` escaped is the same text again; what nobody escaped stays as it is.
"""

from __future__ import annotations

_ASCII_MARKS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def marker(bare: str) -> str:
    """Return the mark that makes the line one of a list, with the blank after it; or nothing."""
    if bare in ("-", "*", "+"):
        return bare
    if bare[:2] in ("- ", "* ", "+ "):
        rest = bare[2:]
        return bare[: len(bare) - len(rest)] + (rest[:4] if rest[:4] in ("[ ] ", "[x] ", "[X] ") else "")
    number = len(bare) - len(bare.lstrip("0123456789"))
    return bare[: number + 2] if 0 < number < 10 and bare[number : number + 2] in (". ", ") ") else ""


def is_rule(bare: str) -> bool:
    """Return whether the line only draws a line."""
    return len(bare) > 2 and bare[0] in "-*_=" and not bare.strip(bare[0])


def with_what_goes_on(lines: list[str], at: int) -> tuple[str, int]:
    """Return the line without its indent, joined with those that a backslash at its end goes on to."""
    whole = [lines[at].strip(" \t")]
    while _goes_on(lines[at]) and at + 1 < len(lines):
        at += 1
        whole[-1] = whole[-1][:-1]
        whole.append(lines[at].strip(" \t"))
    return "\n".join(whole), at + 1


def _goes_on(line: str) -> bool:
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def unescaped(words: str) -> str:
    """Return words without what keeps Markdown from reading them as its own."""
    found: list[str] = []
    at = 0
    while at < len(words):
        character = words[at]
        if character == "\\" and words[at + 1 : at + 2] in _ASCII_MARKS and at + 1 < len(words):
            character = words[at + 1]
            at += 1
        elif words.startswith("&#", at):
            number = words[at + 2 : words.find(";", at, at + 10)] if ";" in words[at : at + 10] else ""
            if number.isascii() and number.isdigit() and int(number) < 0x110000:
                character = chr(int(number))
                at += len(number) + 2
        found.append(character)
        at += 1
    return "".join(found)

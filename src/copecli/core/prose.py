"""Text parted into sentences and words, the way a reader meets them on a screen.

Invariant: nothing is lost or made up: put together again, the sentences hold every word of the text in its
order. What is no word of prose (numbers, phone numbers, addresses, commands, {placeholders}) is `NEUTRAL`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NEUTRAL = ""
"""Stands for something that is read but is not a word: 0-10, 555-0100, {name}, findahelpline.com, --list."""

_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"
_CLOSING = (
    "\"')]}*_`\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
)
_BULLETS = ("- ", "* ", "+ ", "> ", "\N{BULLET} ")
_NEVER_END = frozenset(("e.g.", "i.e.", "dr.", "mr.", "mrs.", "ms.", "vs.", "approx."))
_END_BEFORE_A_CAPITAL = ("a.m.", "p.m.", "...", _ELLIPSIS)


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of prose: wrapped lines are joined; headings, items and blank lines end one."""
    for paragraph in _paragraphs(text):
        tokens = paragraph.split()
        begin = 0
        for end, token in enumerate(tokens, start=1):
            if end == len(tokens) or _ends(token, following=tokens[end]):
                yield " ".join(tokens[begin:end])
                begin = end


def line_sentences(lines: Iterable[str]) -> Iterator[str]:
    """Yield the sentences of lines on a screen: each line ends one, with or without a full stop."""
    for line in lines:
        for part in line.splitlines():
            yield from sentences(part)


def words(sentence: str) -> list[str]:
    """Return the words of a sentence, and `NEUTRAL` for each thing that is none: a phone number is one."""
    found: list[str] = []
    number_before = False
    for token in sentence.split():
        number = token.strip("+()").replace("-", "").replace(".", "")[:1].isdigit()
        if not (number and number_before):
            found.extend(_words_of(token))
        number_before = number
    return found


def _ends(token: str, following: str) -> bool:
    bare = token.rstrip(_CLOSING).lstrip("(\"'").lower()
    if bare in _NEVER_END:
        return False
    if bare.endswith(_END_BEFORE_A_CAPITAL):
        return following.lstrip("(\"'")[:1].isupper()
    return bare.endswith((".", "!", "?"))


def _paragraphs(text: str) -> Iterator[str]:
    """Yield each heading, list item and block of wrapped lines as one line; fenced code is no prose."""
    block: list[str] = []
    fenced = False
    for line in [*text.splitlines(), ""]:
        stripped = line.strip()
        bare = _without_marker(stripped)
        fence = stripped.startswith("```")
        if block and (fence or fenced or not stripped or bare != stripped):
            yield " ".join(block)
            block = []
        if stripped.startswith("#") and not fenced:
            yield bare
        elif bare and not fence and not fenced:
            block.append(bare)
        fenced ^= fence


def _without_marker(line: str) -> str:
    """Return `line` without a heading's or a list item's sign: # - * 1."""
    if line.startswith("#"):
        return line.lstrip("#").strip()
    if line.startswith(_BULLETS):
        return line[2:].strip()
    number, dot, rest = line.partition(". ")
    return rest.strip() if dot and number.isdigit() else line


def _words_of(token: str) -> Iterator[str]:
    if not any(c.isalnum() for c in token):
        return
    bare = token.lstrip("(`\"'")
    if "{" in bare or "](" in bare or bare.startswith(("-", "/", "~", "$")) or bare[:1].isdigit():
        yield NEUTRAL
        return
    for dash in (_ELLIPSIS, "\N{EN DASH}", "\N{EM DASH}", "...", "/"):
        token = token.replace(dash, " ")
    for piece in token.split():
        bare = _stripped(piece)
        if bare:
            yield bare if all(c.isalpha() or c in _APOSTROPHES + "-" for c in bare) else NEUTRAL


def _stripped(piece: str) -> str:
    """Return `piece` from its first to its last letter or digit."""
    first = next((i for i, c in enumerate(piece) if c.isalnum()), len(piece))
    last = next((i for i in range(len(piece), first, -1) if piece[i - 1].isalnum()), first)
    return piece[first:last]

"""The plan, a number and a contact as QR codes: what a phone reads from the screen without a network.

Invariant: the pieces of a text, put together again, are that text; a number is never cut in two, and a code
is drawn light where it is light, with its quiet border, so that a camera finds it.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.core.cells import clusters
from copecli.core.text import clean_own_line
from copecli.documents.dialled import dialled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copecli.core.plan import Item, Plan
    from copecli.core.reach import Way

BORDER = 2
"""Quiet modules on each side. The standard asks for 4; phones are content with 2, and a row counts."""
SMALLEST = 21 + 2 * BORDER
"""Modules on each side of the smallest code, with its border."""
_BYTES = (17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520, 586, 644, 718, 792, 858)
"""What a code of version 1, 2, 3… holds at the lowest correction, in bytes (ISO/IEC 18004, table 7)."""
LARGEST_CARD = 271
"""Bytes of a contact: a screen of 65 columns holds its code, border and all."""
LONGEST_NUMBER = 60
"""Bytes of a number in a contact; what is longer is none."""
_ONE_LINE = 100_000
"""Columns: the phone does the wrapping."""


@dataclass(frozen=True, slots=True)
class Code:
    """One QR code."""

    text: str
    """What it says."""
    modules: tuple[tuple[bool, ...], ...]
    """Row by row, True where it is dark; without a border."""


def code_of(text: str) -> Code:
    """Return the code that says `text`."""
    import segno

    made = segno.make(text, error="l", mode="byte", encoding="utf-8", micro=False)
    return Code(text, tuple(tuple(bool(module) for module in row) for row in made.matrix))


def number_code(number: str) -> Code:
    """Return the code that a phone offers to call; where it is not plain what to dial, of the words."""
    found = [digits for _, digits in dialled(number) if digits]
    return code_of(f"tel:{found[0]}" if len(found) == 1 else _shortened(number, LARGEST_CARD))


def way_code(way: Way) -> Code:
    """Return the code that opens a way on a phone: a call, a text with its word, or a page."""
    if way.kind in ("call", "tty"):
        return number_code(way.copy)
    if way.kind == "text":
        found = [digits for _, digits in dialled(way.copy) if digits]
        return code_of(f"smsto:{found[0]}:{way.says}" if len(found) == 1 else way.copy)
    return code_of(way.copy if "://" in way.copy or way.kind == "whatsapp" else f"https://{way.copy}")


def message_codes(message: str, most: int, number: str = "") -> tuple[Code, ...]:
    """Return a message in codes of at most `most` modules a side, border and all.

    Where the number is plain and one code is enough, a phone opens it as a text to that number.
    """
    room = room_in(most)
    found = [digits for _, digits in dialled(number) if digits]
    to_send = f"smsto:{found[0]}:{message}" if len(found) == 1 else ""
    if to_send and len(to_send.encode()) <= room:
        return (code_of(to_send),)
    return tuple(map(code_of, pieces(message, room)))


def plan_codes(plan: Plan, most: int, *, for_helper: bool = False) -> tuple[Code, ...]:
    """Return the whole plan in codes of at most `most` modules a side, border and all."""
    return tuple(map(code_of, pieces(plan_text(plan, for_helper=for_helper), room_in(most))))


def plan_text(plan: Plan, *, for_helper: bool = False) -> str:
    """Return the plan as a phone is given it: the paper without its closing lines, for every code counts."""
    from copecli.documents.outline import outline
    from copecli.documents.text import plan_as_text

    text = plan_as_text(plan, _ONE_LINE, for_helper=for_helper)
    return text.removesuffix("\n".join(outline(plan).closing) + "\n").rstrip("\n")


def room_in(most: int) -> int:
    """Return the bytes that the largest code of at most `most` modules a side, border and all, holds."""
    version = (most - 2 * BORDER - 17) // 4
    return _BYTES[max(1, min(version, len(_BYTES))) - 1]


def pieces(text: str, room: int) -> tuple[str, ...]:
    """Return `text` in pieces of at most `room` bytes; each of several begins with its place: `2/3`."""
    whole = text.rstrip("\n")
    if len(whole.encode()) <= room:
        return (whole,)
    parts: tuple[str, ...] = ()
    digits = 0
    while len(parts) >= 10**digits or not parts:
        digits += 1
        place = len("/\n") + 2 * digits
        parts = tuple(_cut(whole, max(8, room - place)))
    return tuple(f"{n}/{len(parts)}\n{part}" for n, part in enumerate(parts, start=1))


def put_together(found: tuple[str, ...]) -> str:
    """Return the text whose pieces these are."""
    return found[0] if len(found) == 1 else "".join(part.split("\n", 1)[1] for part in found)


def _cut(text: str, room: int) -> Iterator[str]:
    """Yield parts of at most `room` bytes: cut after a line, else after a word, else between letters."""
    rest = text
    while len(rest.encode()) > room:
        most = _fitting(rest, room)
        at = rest.rfind("\n", 0, most) + 1 or rest.rfind(" ", 0, most) + 1 or most
        yield rest[:at]
        rest = rest[at:]
    yield rest


def _fitting(text: str, room: int) -> int:
    """Return how many characters from the front fit into `room` bytes, whole clusters where that can be."""
    at = filled = 0
    for cluster in clusters(text):
        filled += len(cluster.encode())
        if filled > room:
            break
        at += len(cluster)
    if at:
        return at
    return len(text.encode()[:room].decode(errors="ignore"))


def contact_card(item: Item) -> str:
    """Return somebody as a vCard 3.0: a name, the numbers that are known, and the address if it has room."""
    name, address = clean_own_line(item.text) or clean_own_line(item.phone), clean_own_line(item.address)
    card = _card(item, name, address)
    if len(card.encode()) > LARGEST_CARD:
        card = _card(item, name, "")
    for room in range(LARGEST_CARD, 0, -8):
        if len(card.encode()) <= LARGEST_CARD:
            break
        card = _card(item, _shortened(name, room), "")
    return card


def _card(item: Item, name: str, address: str) -> str:
    phone, texts = (_shortened(clean_own_line(number), LONGEST_NUMBER) for number in (item.phone, item.sms))
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"N:{_in_card(name)};;;;", f"FN:{_in_card(name)}"]
    if phone:
        lines.append(f"TEL;TYPE=VOICE:{_in_card(phone)}")
    if texts and texts != phone:
        lines.append(f"TEL;TYPE=CELL:{_in_card(texts)}")
    if address:
        lines.append(f"ADR:;;{_in_card(address)};;;;")
    return "\r\n".join([*lines, "END:VCARD", ""])


def _shortened(words: str, room: int) -> str:
    """Return words, or as much as has room in that many bytes and a mark that there was more."""
    return words if len(words.encode()) <= room else f"{words[: _fitting(words, room - 3)]}…"


def _in_card(text: str) -> str:
    for mark in "\\;,":
        text = text.replace(mark, f"\\{mark}")
    return text


def bordered(code: Code) -> list[list[bool]]:
    """Return the modules with the quiet border around them."""
    side = len(code.modules) + 2 * BORDER
    edge = [[False] * side for _ in range(BORDER)]
    rows = [[False] * BORDER + list(row) + [False] * BORDER for row in code.modules]
    return [*edge, *rows, *edge]


_HALVES = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
"""(upper is dark, lower is dark): light is what is drawn, for most terminals are dark."""


def drawn(code: Code, *, unicode: bool = True, dark_ground: bool = True) -> tuple[str, ...]:
    """Return the code as lines: half blocks, or two plain signs a module where there are no blocks."""
    rows = bordered(code)
    if not dark_ground:
        rows = [[not dark for dark in row] for row in rows]
    if not unicode:
        return tuple("".join("  " if dark else "##" for dark in row) for row in rows)
    if len(rows) % 2:
        rows.append([dark_ground] * len(rows))
    return tuple(
        "".join(_HALVES[upper, lower] for upper, lower in zip(rows[y], rows[y + 1], strict=True))
        for y in range(0, len(rows), 2)
    )

"""Codes for a phone, read back by a decoder that is not the one which made them."""

from __future__ import annotations

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from copecli.core.lines import CrisisLine
from copecli.core.plan import STEPS, Item, Plan
from copecli.core.reach import reach_line
from copecli.core.text import clean_own_line
from copecli.documents.qr import (
    SMALLEST,
    Code,
    bordered,
    code_of,
    contact_card,
    drawn,
    number_code,
    pieces,
    plan_codes,
    plan_text,
    put_together,
    room_in,
    way_code,
)
from copecli.documents.text import plan_as_text
from tests.cli.stage import A_PLAN
from tests.strategies import plans

QR = zxingcpp.barcode_formats_from_str("QRCode")
SCALE = 4
"""Pixels a module."""
OF_HALVES = {"█": (255, 255), "▀": (255, 0), "▄": (0, 255), " ": (0, 0)}


def scan(rows: list[list[int]]) -> str:
    """Return what a reader sees in rows of grey values, one a module."""
    wide = [[value for value in row for _ in range(SCALE)] for row in rows]
    pixels = bytes(value for row in wide for _ in range(SCALE) for value in row)
    image = memoryview(pixels).cast("B", (len(rows) * SCALE, len(rows[0]) * SCALE))
    found = zxingcpp.read_barcodes(image, formats=QR)
    assert len(found) == 1
    return found[0].bytes.decode("utf-8")


def scanned(code: Code) -> str:
    """Return what a reader sees in a code."""
    return scan([[0 if dark else 255 for dark in row] for row in bordered(code)])


def test_each_way_to_reach_somebody_is_a_code_that_a_phone_acts_on() -> None:
    """A call is dialled, a text opens with its word, a page opens."""
    line = CrisisLine(
        "ie-one", "One", phone="1800 247 247", sms="51444", sms_keyword="HELP", chat="chat.example/talk"
    )
    read = [scanned(way_code(way)) for way in reach_line(line, "").ways]
    assert read == ["tel:1800247247", "smsto:51444:HELP", "https://chat.example/talk"]


def test_a_number_is_read_as_a_call() -> None:
    """Every digit, and nothing but what a telephone dials."""
    assert scanned(number_code("+353 (1) 555-0100")) == "tel:+35315550100"


@given(st.text("0123456789", min_size=3, max_size=15))
@settings(max_examples=25)
def test_every_digit_of_a_number_is_read(number: str) -> None:
    """Whatever number it is."""
    assert scanned(number_code(number)) == f"tel:{number}"


@pytest.mark.parametrize(
    "words", ["555-0100 or 555-0101", "112 / 999", "ask the ward", "1-800-LETTERS", "5" * 40]
)
def test_where_it_is_not_plain_what_to_dial_the_words_are_read(words: str) -> None:
    """Two numbers are never dialled as one."""
    assert scanned(number_code(words)) == words


@pytest.mark.parametrize("words", ["5" * 4000, "\u4e2d" * 4000, "a friend " * 400])
def test_words_of_any_length_make_a_code_that_a_screen_holds(words: str) -> None:
    """As a number, and as a contact; what is left out is marked, a true number is whole."""
    assert len(bordered(number_code(words))) <= 65
    card = contact_card(Item("a", words, "555-0100", sms=words, address=words))
    assert len(bordered(code_of(card))) <= 65
    read = scanned(code_of(card))
    assert "TEL;TYPE=VOICE:555-0100" in read
    assert "…" in read
    assert read.endswith("END:VCARD\r\n")


def test_a_contact_without_room_for_the_address_goes_without() -> None:
    """The name and the number count."""
    card = contact_card(Item("a", "A friend", "555-0100", address="Main Street " * 20))
    assert "FN:A friend\r\n" in card
    assert "ADR" not in card


def test_a_code_is_read_from_what_stands_on_the_screen() -> None:
    """From half blocks, and from two plain signs a module; on a light ground too."""
    code = number_code("555-0100")
    halves = drawn(code)
    rows = [[OF_HALVES[sign][half] for sign in line] for line in halves for half in (0, 1)]
    assert scan(rows) == "tel:5550100"
    signs = drawn(code, unicode=False)
    assert scan([[255 if line[x] == "#" else 0 for x in range(0, len(line), 2)] for line in signs]) == scan(
        rows
    )
    light = drawn(code, dark_ground=False)
    inked = [[255 - OF_HALVES[sign][half] for sign in line] for line in light for half in (0, 1)]
    assert scan(inked) == "tel:5550100"


def test_the_whole_plan_is_read_word_for_word() -> None:
    """In several codes, in any script; each says which it is."""
    codes = plan_codes(A_PLAN, 41)
    read = tuple(scanned(code) for code in codes)
    assert len(read) > 1
    assert [text.split("\n")[0] for text in read] == [f"{n}/{len(read)}" for n in range(1, len(read) + 1)]
    whole = put_together(read)
    assert whole == plan_text(A_PLAN)
    assert plan_as_text(A_PLAN, 100_000).startswith(whole)
    for words in ("I stop answering messages", "A friend", "555-0100", "می‌خواهم حرف بزنم"):
        assert words in whole


def test_in_a_larger_window_there_are_fewer_codes() -> None:
    """And none is larger than the room there is."""
    few, many = plan_codes(A_PLAN, 65), plan_codes(A_PLAN, SMALLEST)
    assert len(few) < len(many)
    assert all(len(bordered(code)) <= 65 for code in few)
    assert all(len(bordered(code)) <= SMALLEST for code in many)


def words_of(item: Item) -> list[str]:
    """Return every word and number of an item, as it is shown."""
    return [word for text in (item.text, item.phone) for word in clean_own_line(text).split()]


@given(plans(), st.sampled_from([SMALLEST, 33, 45, 65, 200]))
@settings(max_examples=40, deadline=None)
def test_the_pieces_of_any_plan_are_that_plan(plan: Plan, most: int) -> None:
    """Every word and digit of it; no piece is larger than its code."""
    text = plan_text(plan)
    cut = pieces(text, room_in(most))
    assert put_together(cut) == text
    assert all(word in text for step in STEPS for item in plan.of(step) for word in words_of(item))
    assert all(len(part.encode()) <= room_in(most) for part in cut)


def test_a_phone_number_is_not_cut_in_two() -> None:
    """It stands on a line of its own, and a cut comes at the end of a line."""
    plan = Plan({"people": tuple(Item(str(n), f"Friend {n}", f"(01) 555 01{n:02}") for n in range(30))})
    cut = pieces(plan_as_text(plan, 100_000), 60)
    for n in range(30):
        assert sum(f"(01) 555 01{n:02}" in part for part in cut) == 1


def test_every_size_holds_what_the_table_says() -> None:
    """One byte more would need the next size."""
    for most in range(SMALLEST, 102, 4):
        code = code_of("x" * room_in(most))
        assert len(bordered(code)) == most
        assert len(bordered(code_of("x" * (room_in(most) + 1)))) > most


def test_what_is_private_stays_out_of_the_form_for_a_helper() -> None:
    """And stands in the whole plan."""
    plan = Plan({"coping": (Item("a", "Tea"), Item("b", "Mine alone", private=True))})
    for for_helper in (True, False):
        whole = put_together(tuple(scanned(code) for code in plan_codes(plan, 65, for_helper=for_helper)))
        assert "Tea" in whole
        assert ("Mine alone" in whole) is not for_helper


def test_a_contact_card_is_a_vcard_with_every_sign_in_its_place() -> None:
    """Version 3.0; commas, semicolons and backslashes are escaped."""
    item = Item("a", "A friend; of mine, \\o/", "555-0100", sms="555-0102", address="Main Street, 1")
    assert scanned(code_of(contact_card(item))).split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        r"N:A friend\; of mine\, \\o/;;;;",
        r"FN:A friend\; of mine\, \\o/",
        "TEL;TYPE=VOICE:555-0100",
        "TEL;TYPE=CELL:555-0102",
        r"ADR:;;Main Street\, 1;;;;",
        "END:VCARD",
        "",
    ]

"""The printed plan: whole, on one page where it fits, to be selected and heard, and honest about letters."""

from __future__ import annotations

from io import BytesIO
from typing import Any, NamedTuple
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from copecli.core.errors import NotSaved
from copecli.core.plan import Item, Plan
from copecli.documents import typesetting
from copecli.documents.pdf import LONGEST_WORD, breakable, plan_as_pdf
from tests.papers import FULL, MANY_SCRIPTS, PRIVATE, SCRIPTS, own_words
from tests.poppler import words_by_poppler

A4, LETTER = (595, 842), (612, 792)
"""Width and height in points."""

EUROPE = st.text("abc xyz ÄÖÜßéñł 0123456789 αβγδ абвг <>&#*_`$@\\\"'[]{}", max_size=200)


def squeezed(text: str) -> str:
    """Return `text` without blanks, and with joined letters taken apart."""
    return "".join(normalize("NFKC", text).replace("\u200b", "").split())


def read(pdf: bytes) -> tuple[PdfReader, str]:
    """Return what another program finds in the file."""
    reader = PdfReader(BytesIO(pdf))
    return reader, squeezed("\n".join(page.extract_text() for page in reader.pages))


class Piece(NamedTuple):
    """Some words on paper, set at once."""

    page: int
    text: str
    font: str
    size: float
    """Points."""
    left: float
    top: float
    """Points from the left, and from the top."""


def pieces(pdf: bytes) -> list[Piece]:
    """Return all words of a file, in the order in which they were set."""
    found: list[Piece] = []
    for number, page in enumerate(PdfReader(BytesIO(pdf)).pages):
        high = float(page.mediabox.height)

        def note(
            text: str,
            cm: list[float],
            tm: list[float],
            font: Any,
            size: float,
            number: int = number,
            high: float = high,
        ) -> None:
            if text.strip():
                left, top = tm[4] * cm[0] + cm[4], high - (tm[5] * cm[3] + cm[5])
                found.append(Piece(number, text.strip(), str(font["/BaseFont"]), size, left, top))

        page.extract_text(visitor_text=note)
    return found


def the(words: str, pdf: bytes) -> Piece:
    """Return the piece with these words."""
    return next(piece for piece in pieces(pdf) if words in piece.text)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize(("paper", "size"), [("a4", A4), ("letter", LETTER)])
def test_every_word_of_a_plan_can_be_found_and_selected(
    paper: str, size: tuple[int, int], large: bool
) -> None:
    """On either paper, in either size."""
    reader, text = read(plan_as_pdf(FULL, paper=paper, large=large))
    for words in own_words(FULL):
        assert squeezed(words) in text
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {size}


@settings(max_examples=15, deadline=None)
@given(EUROPE)
def test_words_are_never_read_as_markup(words: str) -> None:
    """What typst would take for its own comes out as it was written."""
    _, text = read(plan_as_pdf(Plan({"coping": (Item("a", words),)})))
    assert squeezed(words) in text


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_plan_that_fits_is_on_one_page(paper: str) -> None:
    """A whole plan does; large print takes more, and each page then has its number."""
    assert len(read(plan_as_pdf(FULL, paper=paper))[0].pages) == 1
    reader, text = read(plan_as_pdf(FULL, paper=paper, large=True))
    assert len(reader.pages) > 1
    assert f"1/{len(reader.pages)}" in text


def test_a_plan_that_does_not_fit_goes_on() -> None:
    """Nothing is left out, and the letters are not made smaller in vain."""
    plan = Plan({"coping": tuple(Item(str(n), f"Way number {n}") for n in range(200))})
    reader, text = read(plan_as_pdf(plan))
    assert len(reader.pages) > 2
    assert all(f"Waynumber{n}" in text for n in range(200))


def test_it_says_its_title_and_language_and_is_marked_up() -> None:
    """For those who listen to it."""
    reader, _ = read(plan_as_pdf(FULL))
    root = reader.root_object
    assert reader.metadata is not None
    assert reader.metadata.title == "My safety plan"
    assert str(root["/Lang"]) == "en"
    assert "/MarkInfo" in root
    assert "/StructTreeRoot" in root


def test_a_number_is_a_link_but_of_nobody_who_is_not_safe() -> None:
    """As on the page."""
    reader, _ = read(plan_as_pdf(FULL))
    links = [note.get_object()["/A"]["/URI"] for page in reader.pages for note in page["/Annots"]]  # type: ignore[attr-defined]
    assert links == [
        "tel:5550101", "tel:5550102", "sms:5550103", "tel:5550108",
        "tel:5550104", "tel:5550105", "tel:5550106",
    ]  # fmt: skip


def test_a_helper_is_not_shown_what_is_private() -> None:
    """The form for a helper leaves it out."""
    _, text = read(plan_as_pdf(FULL, for_helper=True))
    assert not [words for words in PRIVATE if squeezed(words) in text]


def test_many_scripts_are_printed_or_named() -> None:
    """With the fonts of this computer they are all in the file, or it is said which are not to be had."""
    try:
        _, text = read(plan_as_pdf(MANY_SCRIPTS))
    except NotSaved as trouble:
        text = squeezed(trouble.fields["characters"])
        assert set(text) <= set("".join(SCRIPTS.values()))
        return
    for name in ("Latin", "Greek", "Cyrillic", "Chinese"):
        assert squeezed(SCRIPTS[name]) in text


def test_what_cannot_be_printed_is_named_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each character once, and the web page is offered; what can be printed is not named."""
    monkeypatch.setattr(typesetting, "_families", lambda *_, **__: [typesetting.SERIF])
    with pytest.raises(NotSaved) as caught:
        plan_as_pdf(MANY_SCRIPTS)
    named = caught.value.fields["characters"].split()
    assert sorted(named) == sorted(
        set(SCRIPTS["Arabic"] + SCRIPTS["Devanagari"] + SCRIPTS["Chinese"]) - {" "}
    )
    assert "html" in caught.value.do


def test_very_many_strange_characters_are_not_all_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence stays one that can be read."""
    monkeypatch.setattr(typesetting, "_families", lambda *_, **__: [typesetting.SERIF])
    plan = Plan({"coping": (Item("a", " ".join(map(chr, range(0x4E00, 0x4F00)))),)})
    with pytest.raises(NotSaved) as caught:
        plan_as_pdf(plan)
    assert len(caught.value.fields["characters"].split()) == typesetting.MOST_NAMED


def test_a_number_stands_beside_its_name_and_stands_out() -> None:
    """On the same line, in bold letters and larger; that of somebody who is not safe does neither."""
    made = plan_as_pdf(FULL)
    for name, number in (("A friend", "555-0102"), ("My doctor", "555-0104"), ("The hospital", "555-0106")):
        beside = the(number, made)
        named = next(piece for piece in pieces(made) if piece.text == name and piece.page == beside.page)
        assert abs(beside.top - named.top) < 1
        assert "Bold" in beside.font
        assert beside.size > named.size
    unsafe = the("555-0107", made)
    assert "Bold" not in unsafe.font
    assert unsafe.top > the("Not safe for me.", made).top - 1


def test_large_print_is_large() -> None:
    """Eighteen points at the least for all but the lines at the end; what fits on one page may be larger."""
    sizes = [piece.size for piece in pieces(plan_as_pdf(FULL, large=True))]
    assert sum(size < 18 for size in sizes) <= 8
    assert min(sizes) >= 15
    few = Plan({"people": (Item("a", "A friend", "555-0100"),)})
    assert the("A friend", plan_as_pdf(few, large=True)).size >= 20
    assert the("A friend", plan_as_pdf(few)).size >= 13


def test_a_plan_of_many_pages_takes_as_few_as_at_ten_points() -> None:
    """And no smaller letters than that: no page with one line for want of half a point."""
    for many in range(60, 130, 7):
        plan = Plan({"coping": tuple(Item(str(n), f"Way number {n}") for n in range(many))})
        made = plan_as_pdf(plan)
        if len(PdfReader(BytesIO(made)).pages) > 1:
            there = pieces(made)
            assert min(piece.size for piece in there if "Way" in piece.text) >= 10
            assert len([piece for piece in there if piece.page == there[-1].page]) > 6


RIGHT_TO_LEFT = Plan({
    "people": (
        Item("a", SCRIPTS["Hebrew"], "(01) 555 0100 or 555-0101", when="Evenings"),
        Item("b", "A friend", "555-0102"),
    ),
})  # fmt: skip


def test_what_goes_from_right_to_left_stands_on_its_own_side() -> None:
    """Its mark, its number and its details, too; a number in it is written as ever."""
    made = plan_as_pdf(RIGHT_TO_LEFT)
    right, left = (piece for piece in pieces(made) if piece.text == "•")
    assert right.left > 500
    assert left.left < 100
    first, second = the("01) 555 0100", made), the("555-0101", made)
    assert 250 < first.left < second.left < right.left
    assert abs(first.top - right.top) < 2
    assert the("Evenings", made).left > 400
    assert the("A friend", made).left < 100


@pytest.mark.parametrize(("paper", "size"), [("a4", A4), ("letter", LETTER)])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("plan", [FULL, MANY_SCRIPTS, RIGHT_TO_LEFT], ids=["full", "scripts", "rtl"])
def test_no_word_stands_in_the_margin(plan: Plan, large: bool, paper: str, size: tuple[int, int]) -> None:
    """On no side of either paper; the page's number stands in the one below."""
    for word in words_by_poppler(plan_as_pdf(plan, paper=paper, large=large)):
        assert word.left >= 16 * 72 / 25.4 - 1
        assert word.right <= size[0] - 16 * 72 / 25.4 + 1
        assert (word.top + word.bottom) / 2 >= 14 * 72 / 25.4
        assert word.bottom <= size[1]


def test_without_the_fonts_of_a_computer_the_sentence_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that come with typst have Latin, Greek, Cyrillic, Hebrew and Arabic; the others are named."""
    import typst

    fonts = typst.Fonts
    monkeypatch.setattr(typst, "Fonts", lambda: fonts(include_system_fonts=False))
    some = [SCRIPTS[name] for name in ("Latin", "Greek", "Cyrillic", "Hebrew", "Arabic")]
    assert plan_as_pdf(Plan({"coping": tuple(Item(text, text) for text in some)}))
    with pytest.raises(NotSaved) as caught:
        plan_as_pdf(MANY_SCRIPTS)
    said = str(caught.value)
    assert said.startswith("No font here can print: स म ")
    assert said.endswith(
        " 在 海 边 散 步. Nothing was written."
        " A web page shows all of it: `cope plan print --format html -o plan.html`."
    )


@pytest.mark.parametrize("mark", ["\U0001f3fb", "\u0e4e\U0001f3fc"])
def test_of_a_letter_and_its_mark_the_one_that_no_font_has_is_named(
    monkeypatch: pytest.MonkeyPatch, mark: str
) -> None:
    """Typst names the letter before it, which can be printed well."""
    monkeypatch.setattr(typesetting, "_families", lambda *_, **__: [typesetting.SERIF])
    for before in ("0", " ", "é"):
        with pytest.raises(NotSaved) as caught:
            plan_as_pdf(Plan(kept_at=f"{before}{mark}"))
        assert set(caught.value.fields["characters"].split()) == set(mark)


def test_an_empty_unknown_key_is_no_trouble() -> None:
    """A later version may have written nothing below no name."""
    plan = Plan({"coping": (Item("a", "Tea", extra={"": ""}),)}, {"": ""})
    assert "Tea" in read(plan_as_pdf(plan))[1]


def test_a_word_that_no_line_holds_can_be_broken() -> None:
    """Only there, and nothing of it is lost."""
    assert breakable("short words", LONGEST_WORD) == "short words"
    pieces = breakable("a" * 100 + " tea", LONGEST_WORD).split("\u200b")
    assert "".join(pieces) == "a" * 100 + " tea"
    assert max(len(piece.split(" ")[0]) for piece in pieces) == LONGEST_WORD

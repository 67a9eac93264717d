"""The printed plan: whole, on one page where it fits, to be selected and heard, and honest about letters."""

from __future__ import annotations

from io import BytesIO
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

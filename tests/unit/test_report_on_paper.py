"""Any report in each form: what was picked is there whole, and of the rest there is no word anywhere."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from typing import Any
from unicodedata import category

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pypdf import PdfReader
from pypdf.generic import IndirectObject, StreamObject

from copecli.core import report_parts as part
from copecli.core.cells import width
from copecli.core.chain import THOUGHT, Link, TriggerMap, Turn
from copecli.core.checkin import CheckIn
from copecli.core.errors import NotSaved
from copecli.core.records import GoodMoment
from copecli.core.report_parts import Wanted
from copecli.core.text import clean_own, clean_own_line
from copecli.core.when import When
from copecli.documents import typesetting
from copecli.documents.forms import HTML, MARKDOWN, PDF, TEXT
from copecli.documents.report_forms import CHOICES, ending, form_of, report_as
from tests.journals import records as any_records
from tests.papers import SCRIPTS
from tests.poppler import texts_by_poppler, words_by_poppler
from tests.reports import ALL, NAMES, REPORTED, TODAY, Drawn, journals, paper_of, wanted
from tests.strategies import any_text
from tests.unit.test_document_html import ALLOWED, Page, squeezed
from tests.unit.test_document_pdf import A4, LETTER, read, the

SLOW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
OURS = ALLOWED | {"pre", "ol", "strong"}
NOON = When.from_iso("2026-11-20T12:00:00+01:00")


def everything_in(made: bytes) -> str:
    """Return all that can be found in a file: its text, and of a PDF every string of its objects, too."""
    if not made.startswith(b"%PDF"):
        return made.decode()
    reader = PdfReader(BytesIO(made))
    texts = [page.extract_text() for page in reader.pages]
    numbers = {number for numbers in reader.xref.values() for number in numbers} | {*reader.xref_objStm}
    for number in sorted(numbers):
        found = reader.get_object(IndirectObject(number, 0, reader))
        data = found.get_data().decode("latin-1") if isinstance(found, StreamObject) else ""
        texts += [str(found), data]
    return "\n".join([*texts, str(reader.metadata), made.decode("latin-1")])


@SLOW
@given(journals(), wanted)
def test_what_was_not_picked_is_nowhere_in_any_form(found: Drawn, asked: Wanted) -> None:
    """No word, no id, no unknown key, not in what a file says of itself; all words of a list are there."""
    made = paper_of(found.records, asked)
    lists = {part.CHECK_INS, part.MAPS, part.GOOD_MOMENTS, part.NOTES} & set(asked.parts)
    for form, _ in CHOICES:
        text = everything_in(report_as(made, form))
        for word, (parts, _must) in found.words.items():
            if not parts & set(asked.parts):
                assert word not in text
            if parts & lists:
                assert word in text
        assert "idof" not in text
        if not asked.has(part.ANSWERS):
            assert "ending your life" not in text
            assert "I might act on them" not in text
        if not asked.has(part.CHECK_INS):
            assert not re.search(r"Distress [0-9]", text)


@settings(SLOW, max_examples=40)
@given(st.lists(any_records, max_size=4), any_text, st.integers(20, 100))
def test_nothing_in_a_text_steers_a_terminal_and_no_line_is_too_long(
    found: list[Any], talk: str, columns: int
) -> None:
    """Whatever was written; drawn or told in words, every word of the lists is there."""
    made = paper_of(found, replace(ALL, talk=(talk,)), columns=columns - 3)
    for drawn in (True, False):
        text = report_as(made, TEXT, width=columns, drawn=drawn).decode()
        assert all(category(c) not in ("Cc", "Cs", "Co", "Zl", "Zp") for c in text.replace("\n", ""))
        assert all(width(line) <= columns or len(line.split()) == 1 for line in text.split("\n"))
        for words in own_texts(found, talk):
            assert squeezed(words) in squeezed(text)


def own_texts(found: list[Any], talk: str) -> list[str]:
    """Return the longer words of one's own, as they are shown."""
    notes = [one.note for one in found if isinstance(one, CheckIn)]
    moments = [one.text for one in found if isinstance(one, GoodMoment)]
    return [clean_own(text).strip() for text in (*notes, *moments, talk)]


MARKUP = "<b onclick=x>&amp;</p></li>"
MARKED_UP = (
    CheckIn(id="c", when=NOON, note=MARKUP, tags=(MARKUP,), feelings=(MARKUP,)),
    GoodMoment(id="g", when=NOON, text=MARKUP),
    TriggerMap(
        id="m",
        when=NOON,
        before=(MARKUP,),
        links=(Link(THOUGHT, MARKUP),),
        turns=(Turn(0, MARKUP),),
    ),
)


@settings(SLOW, max_examples=40)
@given(st.lists(any_records, max_size=4), any_text)
def test_words_of_ones_own_are_never_markup_on_the_page(found: list[Any], talk: str) -> None:
    """Our own tags alone, no way out, and each word is text."""
    page = Page(report_as(paper_of([*found, *MARKED_UP], replace(ALL, talk=(talk, MARKUP))), HTML).decode())
    assert set(page.tags) <= OURS
    assert page.targets() == []
    names = {name for _, name, _ in page.attributes}
    assert names <= {"lang", "charset", "http-equiv", "content", "name", "class", "dir", "aria-hidden"}
    for words in own_texts(found, talk):
        assert squeezed(words) in squeezed(page.text)
    assert page.text.count(MARKUP) == 8


@settings(SLOW, max_examples=5)
@given(st.lists(any_records, max_size=2), any_text)
def test_a_pdf_is_made_or_names_what_it_cannot_print(found: list[Any], talk: str) -> None:
    """And then offers the page."""
    made, refused = b"", None
    try:
        made = report_as(paper_of(found, replace(ALL, talk=(talk,))), PDF)
    except NotSaved as trouble:
        refused = trouble
    if refused is None:
        assert made.startswith(b"%PDF")
    else:
        assert refused.fields["characters"]
        assert str(refused).endswith("A web page shows all of it: `--format html -o report.html`.")


@SLOW
@given(st.text("abc xyz <>&#*_`$@\\\"'[]{}=-+/~|!1.)", max_size=60))
def test_marks_of_markdown_and_of_typst_are_only_letters(words: str) -> None:
    """In a list, below an entry, and in a row of them."""
    records = [
        CheckIn(id="c", when=NOON, note=words, tags=(words,), distress=1),
        GoodMoment(id="g", when=NOON, text=words),
    ]
    made = paper_of(records, replace(ALL, talk=(words,)))
    _, text = read(report_as(made, PDF))
    assert text.count(squeezed(clean_own_line(words))) >= (4 if words.strip() else 0)
    seen = squeezed(shown_by_markdown(report_as(made, MARKDOWN).decode()))
    assert seen.count(squeezed(words)) >= (4 if words.strip() else 0)


def shown_by_markdown(text: str) -> str:
    """Return what a reader of Markdown shows, of words alone: it finds no markup that is not ours."""
    inline = [each for token in MarkdownIt().parse(text) for each in token.children or ()]
    assert {each.type for each in inline} <= {
        "text",
        "text_special",
        "hardbreak",
        "strong_open",
        "strong_close",
    }
    return "".join(each.content for each in inline)


# what a paper looks like


FULL = REPORTED[:2]


@pytest.mark.parametrize(("paper", "size"), [("a4", A4), ("letter", LETTER)])
def test_a_pdf_is_marked_up_and_has_nothing_in_its_margins(paper: str, size: tuple[int, int]) -> None:
    """Title, language, structure, either paper; a picture is drawn and not among what is read."""
    made = report_as(paper_of(FULL), PDF, paper=paper)
    reader, text = read(made)
    root = reader.root_object
    assert reader.metadata is not None
    assert reader.metadata.title == "For an appointment"
    assert {"/Creator", "/Title"} >= set(reader.metadata)
    assert str(root["/Lang"]) == "en"
    assert "/StructTreeRoot" in root
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {size}
    for pages in texts_by_poppler(made):
        assert "Weekof16November:about7." in squeezed("".join(pages))
    assert "Weekof16November:about7." in text
    for word in words_by_poppler(made):
        assert word.left >= 18 * 72 / 25.4 - 1
        assert word.right <= size[0] - 18 * 72 / 25.4 + 1
    assert "Mono" in the("10", made).font


def test_a_picture_in_a_pdf_is_not_read_aloud() -> None:
    """It is marked as an artifact, as a page's number is; words are not."""
    drawn = paper_of(REPORTED, Wanted("", TODAY, (part.DISTRESS,)))
    bare = replace(drawn, passages=tuple(replace(one, picture=()) for one in drawn.passages))
    found = []
    for made in (drawn, bare):
        (page,) = PdfReader(BytesIO(report_as(made, PDF))).pages
        contents = page.get_contents()
        assert contents is not None
        found.append(contents.get_data().count(b"/Artifact"))
    assert found[0] > found[1]


def test_what_no_font_has_is_named_and_the_page_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each character once."""
    monkeypatch.setattr(typesetting, "_families", lambda *_, **__: [typesetting.SERIF, typesetting.MONO])
    with pytest.raises(NotSaved) as caught:
        report_as(paper_of([GoodMoment(id="g", when=NOON, text=SCRIPTS["Chinese"])]), PDF)
    assert set(caught.value.fields["characters"].split()) == set(SCRIPTS["Chinese"]) - {" "}
    assert str(caught.value).endswith("`--format html -o report.html`.")


class Structure(HTMLParser):
    """The headings, lists and pictures of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag."""
        self.seen.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of each such tag."""
        return [attrs for name, attrs in self.seen if name == tag]


def test_a_page_has_headings_lists_and_pictures_that_are_not_read_aloud() -> None:
    """The words that say the same stand right behind the picture."""
    page = report_as(paper_of(FULL), HTML, paper="letter").decode()
    seen = Structure(page)
    assert len(seen.all("h1")) == 1
    assert len(seen.all("h2")) >= 5
    assert all(attrs == {"aria-hidden": "true"} for attrs in seen.all("pre"))
    assert page.count("</pre>\n<p>") == len(seen.all("pre")) == 3
    assert "size:letter;" in page
    assert 'dir="rtl"' not in page.partition("Your good moments")[0]


def test_a_report_told_in_words_draws_nothing() -> None:
    """Neither a plot nor a chain; the same in ASCII where a terminal has no more."""
    told = report_as(paper_of(FULL), TEXT, drawn=False).decode()
    drawn = report_as(paper_of(FULL), TEXT).decode()
    assert "│" in drawn
    assert "│" not in told
    assert "Week of 16 November: about 7." in told
    assert report_as(paper_of(FULL[:1], plain=True), TEXT, unicode=False).decode().isascii() is False
    assert "│" not in report_as(paper_of(FULL[:1], plain=True), TEXT, unicode=False).decode()


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.PDF", PDF), ("a.htm", HTML), ("a.html", HTML), ("a.md", MARKDOWN), ("a", TEXT), ("a.json", TEXT)],
)
def test_the_end_of_a_name_says_the_form(name: str, form: str) -> None:
    """Those that a report has."""
    assert form_of(name) == form
    assert form_of(f"x{ending(form)}") == form


def test_each_part_can_stand_alone() -> None:
    """Nothing leans on another part being there."""
    for name in NAMES:
        for form, _ in CHOICES:
            assert report_as(paper_of(FULL, Wanted("", TODAY, (name,))), form)

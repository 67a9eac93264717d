"""Any plan at all, in each form: each word and digit is there, read back by programs that are not ours."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import Any
from unicodedata import bidirectional, normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copecli.core.errors import NotSaved
from copecli.core.plan import Plan
from copecli.core.plan_check import hints
from copecli.core.text import clean_own
from copecli.documents.card import plan_as_card
from copecli.documents.forms import CARD, CHOICES, FORMS, PDF, plan_as, plan_as_chosen
from copecli.documents.pdf import plan_as_pdf
from copecli.documents.qr import plan_codes, plan_text, put_together
from tests.papers import FULL, in_other_letters, own_words, rewritten
from tests.poppler import texts_by_poppler
from tests.strategies import plans
from tests.unit.test_document_pdf import read, squeezed
from tests.unit.test_qr import scanned

SLOW = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FEW = settings(SLOW, max_examples=4)
"""Where one example is several files and three readers: 2 s of a core."""
LONG = settings(SLOW, max_examples=200)
LETTERS = {
    "Latin": "abcdefgh ijklm éßñłőŧ 0123456789 \n",
    "marks": "aZ09<>&#*_`$@\\\"'[]{}(){}=+-/:;~^|%! \n",
    "Greek and Cyrillic": "αβγδεΩώ абвгдЖё 0123 \n",
    "right to left": "אבגדהםץ نزهةعلىشاطئ 0123 ab \n",
    "Indic and Chinese": "समुद्रकेनारे 在海边散步 0123 ab \n",
}
ALWAYS = tuple(LETTERS.values())[:3]
"""There are fonts for these on every computer, for they come along."""


INVISIBLE = {
    code
    for first, last in (
        (0x34F, 0x34F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2065, 0x2065),
        (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0xE0000, 0xE0FFF),
    )
    for code in range(first, last + 1)
}  # fmt: skip
"""Characters that no font draws, and that need not be drawn (Unicode's Default_Ignorable_Code_Point)."""


def visible(words: str) -> str:
    """Return what of the words can be seen on paper, without blanks; a letter and its marks apart."""
    seen = "".join(c for c in normalize("NFKD", clean_own(words)) if ord(c) not in INVISIBLE)
    return "".join(seen.split())


def missing(plan: Plan, pdf: bytes) -> list[str]:
    """Return the words of the plan that no reader finds in the file.

    What goes from right to left, and marks, come out in the order in which they were set; each of their
    letters has to be there.
    """
    texts = [whole(pages) for pages in (read_by_pypdf(pdf), *texts_by_poppler(pdf))]
    turned = any(bidirectional(c) in ("R", "AL", "AN") for words in own_words(plan) for c in words)
    return [words for words in own_words(plan) if not any(is_in(words, text, turned) for text in texts)]


def is_in(words: str, text: str, turned: bool) -> bool:
    """Return whether the words are in the text; where they were turned, whether all of their letters are."""
    wanted = visible(words)
    moved = turned or any(bidirectional(c) == "NSM" or normalize("NFKC", c) != c for c in words)
    return wanted in text or (moved and Counter(wanted) <= Counter(text))


def whole(pages: list[str]) -> str:
    """Return the text of all pages, without their numbers."""
    seen = [visible(page) for page in pages]
    places = [f"{n}/{len(seen)}" for n in range(1, len(seen) + 1)]
    return "".join(
        page.removesuffix(place).removeprefix(place) for page, place in zip(seen, places, strict=True)
    )


def read_by_pypdf(pdf: bytes) -> list[str]:
    """Return what pypdf finds on each page."""
    return [page.extract_text() for page in read(pdf)[0].pages]


def instead(gone: str, character: str) -> str:
    """Return an x for one of those that are gone."""
    return "x" if character in gone else character


def pdf_of(plan: Plan, **how: Any) -> tuple[bytes, str]:
    """Return the plan as PDF, or the characters that are named as not to be printed."""
    try:
        return plan_as_pdf(plan, **how), ""
    except NotSaved as trouble:
        said = str(trouble)
        named = trouble.fields["characters"].replace(" ", "")
    assert "Nothing was written. A web page shows all of it: `cope plan print --format html" in said
    return b"", named


def has_every_word_or_names_it(plan: Plan) -> None:
    """Nothing else ever happens; and without what was named, all of the rest is there."""
    made, named = pdf_of(plan)
    for _ in range(12):
        if made:
            break
        written = clean_own("".join(own_words(plan)))
        assert named
        assert all(character in written and not character.isascii() for character in named)
        plan = rewritten(plan, partial(instead, named))
        made, named = pdf_of(plan)
    assert missing(plan, made) == []


@FEW
@given(plans())
def test_a_pdf_has_every_word_or_names_what_it_cannot_print(plan: Plan) -> None:
    """Of any plan."""
    has_every_word_or_names_it(plan)


@pytest.mark.soak
@LONG
@given(plans())
def test_many_pdfs_have_every_word_or_name_what_they_cannot_print(plan: Plan) -> None:
    """The long form."""
    has_every_word_or_names_it(plan)


HOW = {"plan": plans(), "large": st.booleans(), "paper": st.sampled_from(["a4", "letter"])}


def has_every_word_in(letters: str, plan: Plan, large: bool, paper: str) -> None:
    """Where a script goes the other way, or its letters change places when set, each letter is there."""
    plan = in_other_letters(plan, letters)
    made, named = pdf_of(plan, large=large, paper=paper)
    if named:
        assert letters not in ALWAYS
        assert set(named) <= set(letters)
        return
    assert missing(plan, made) == []


@pytest.mark.parametrize("letters", LETTERS.values(), ids=LETTERS)
@settings(SLOW, max_examples=6)
@given(**HOW)
def test_a_pdf_in_letters_of_the_world_has_every_word(
    letters: str, plan: Plan, large: bool, paper: str
) -> None:
    """On each paper, in each size."""
    has_every_word_in(letters, plan, large, paper)


@pytest.mark.soak
@pytest.mark.parametrize("letters", LETTERS.values(), ids=LETTERS)
@LONG
@given(**HOW)
def test_many_pdfs_in_letters_of_the_world_have_every_word(
    letters: str, plan: Plan, large: bool, paper: str
) -> None:
    """The long form."""
    has_every_word_in(letters, plan, large, paper)


@SLOW
@given(plans(), st.sampled_from([45, 65]))
def test_a_camera_reads_every_word_from_the_codes(plan: Plan, most: int) -> None:
    """Decoded by another program, put together, and looked through word by word."""
    whole = put_together(tuple(scanned(code) for code in plan_codes(plan, most)))
    assert whole == plan_text(plan)
    text = "".join(whole.split())
    for words in own_words(plan):
        assert "".join(clean_own(words).split()) in text


WITH_EVERY_HINT = Plan(
    {
        **FULL.items,
        "coping": tuple(replace(item, skill="gone", likelihood=0) for item in FULL.of("coping")),
        "people": tuple(replace(item, phone="not a number", sms="ask") for item in FULL.of("people")),
        "professionals": (),
        "reasons": (),
    },
    review_on="2001-01-01",
)


@pytest.mark.parametrize("form", [*FORMS, *dict(CHOICES)])
@pytest.mark.parametrize("plan", [WITH_EVERY_HINT, Plan(WITH_EVERY_HINT.items)], ids=["more", "steps"])
def test_a_plan_full_of_hints_still_prints(form: str, plan: Plan) -> None:
    """Hints are hints: no form waits for them, and what they are about stands there."""
    assert hints(plan, "2026-11-23")
    made = plan_as_chosen(plan, form)
    text = read(made)[1] if made.startswith(b"%PDF") else squeezed(made.decode())
    assert "notanumber" in text


def in_every_form(plan: Plan) -> None:
    """With whatever hints there are; a PDF and a card alone may refuse, and say what to do instead."""
    hints(plan, "2026-11-23")
    for form in FORMS:
        refused = ""
        try:
            assert plan_as(plan, form)
        except NotSaved as trouble:
            refused = str(trouble)
        assert not refused or (form in (PDF, CARD) and "Nothing was written. " in refused)


@settings(SLOW, max_examples=3)
@given(plans())
def test_every_form_of_any_plan_is_made_or_refused_calmly(plan: Plan) -> None:
    """Of any plan."""
    in_every_form(plan)


@pytest.mark.soak
@LONG
@given(plans())
def test_every_form_of_many_plans_is_made_or_refused_calmly(plan: Plan) -> None:
    """The long form."""
    in_every_form(plan)


@settings(SLOW, max_examples=6)
@given(plans())
def test_no_card_loses_a_digit_of_a_number_that_stands_on_it(plan: Plan) -> None:
    """A name may be shortened and an item left out; a number is whole or it is not there."""
    plan = in_other_letters(plan, "0123456789")
    try:
        _, text = read(plan_as_card(plan))
    except NotSaved:
        return
    first = [item for step in ("people",) for item in plan.of(step) if not item.not_safe and item.phone][:1]
    for item in first:
        assert item.phone in text

"""The forms of a plan: made for the paper and the country of whoever prints it."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from copecli.documents.forms import (
    CARD,
    CHOICES,
    HTML,
    IN_LETTER,
    PDF,
    Home,
    plan_as,
    plan_as_chosen,
    usual_paper,
)
from tests.papers import FULL
from tests.unit.test_document_pdf import A4, LETTER, squeezed

LETTERS = ["US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "SV", "NI", "PA", "DO", "PR", "VE"]
IRISH = Home("IE", "In danger now? In Ireland, call 112 or 999 first.")


def size_of(pdf: bytes) -> tuple[int, int]:
    """Return width and height of its first page, in points."""
    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    return round(box.width), round(box.height)


def test_letter_is_usual_in_some_countries_and_a4_in_all_others() -> None:
    """And where nobody has said which country it is."""
    assert {usual_paper(code) for code in LETTERS} == {"letter"}
    assert {usual_paper(code) for code in ("", "IE", "DE", "BR", "JP", "AU", "ZA", "us", "XX")} == {"a4"}
    assert all(len(code) == 2 and code.isupper() for code in IN_LETTER)


@pytest.mark.parametrize("form", [PDF, CARD])
def test_a_pdf_takes_the_paper_of_the_country_where_none_is_named(form: str) -> None:
    """A paper that is named outranks it."""
    assert size_of(plan_as(FULL, form, home=Home("US"))) == LETTER
    assert size_of(plan_as(FULL, form, home=Home("IE"))) == size_of(plan_as(FULL, form)) == A4
    assert size_of(plan_as(FULL, form, home=Home("US"), paper="a4")) == A4


def test_a_page_keeps_the_printer_s_own_paper() -> None:
    """Unless one is named."""
    assert b"size:" not in plan_as(FULL, HTML, home=Home("US")).split(b"@page{")[1].split(b"}")[0]
    assert b"size:a4" in plan_as(FULL, HTML, home=Home("US"), paper="a4")


@pytest.mark.parametrize("form", [PDF, CARD, HTML])
def test_the_first_line_has_the_number_of_the_country(form: str) -> None:
    """In the place of the usual sentence, and before all else."""
    made = plan_as(FULL, form, home=IRISH)
    text = squeezed(PdfReader(BytesIO(made)).pages[0].extract_text() if form != HTML else made.decode())
    assert squeezed(IRISH.danger) in text
    assert "localemergency" not in text
    assert text.index("call112or999") < text.index("555-0102")


@pytest.mark.parametrize("choice", dict(CHOICES))
def test_every_choice_is_made_for_the_person_s_country(choice: str) -> None:
    """Those of the line face and of the screen, large print and the form for a helper among them."""
    made = plan_as_chosen(FULL, choice, Home("US"))
    assert made
    assert not made.startswith(b"%PDF") or size_of(made) == LETTER

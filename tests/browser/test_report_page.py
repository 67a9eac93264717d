"""A report as a page in a real browser: whole, on a narrow phone too, and asking for nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from copecli.core.records import GoodMoment
from copecli.documents.article_html import report_as_html
from tests.browser.chromium import asked_for
from tests.browser.test_any_page import NASTY, WIDE, drawn
from tests.papers import SCRIPTS
from tests.reports import ALL, REPORTED, paper_of
from tests.unit.test_document_html import squeezed

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.needs_chromium


def test_a_report_is_seen_whole_and_does_nothing(tmp_path: Path) -> None:
    """Markup in it is words; nothing is out to the side; no address is asked for."""
    records = (*REPORTED, GoodMoment(id="x", when=REPORTED[0].when, text=NASTY))
    page = report_as_html(paper_of(records, replace(ALL, talk=(NASTY,))))
    (seen,) = drawn(tmp_path, [page])
    text = squeezed(seen.text)
    for words in ("Distress 7. Urge 3.", "the phone call", "w" * 200, SCRIPTS["Hebrew"], "Rather not say"):
        assert squeezed(words) in text
    assert text.count(squeezed(NASTY)) == 2
    assert not seen.ran
    assert seen.wide <= WIDE
    assert asked_for(tmp_path, page) == set()

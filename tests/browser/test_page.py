"""The page in a real browser: all of it is there, on paper too; it asks for nothing; all can use it."""

from __future__ import annotations

import json
from html import unescape
from importlib.util import find_spec
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from copecli.core.plan import STEPS, Item, Plan
from copecli.documents.article_html import report_as_html
from copecli.documents.html import DARK, LIGHT, plan_as_html
from copecli.documents.json_ import without_unknown
from tests.browser.chromium import asked_for, chromium, printed
from tests.papers import FULL, MANY_SCRIPTS, PRIVATE, own_words
from tests.poppler import words_by_poppler
from tests.reports import REPORTED, paper_of
from tests.unit.test_document_pdf import A4, LETTER, RIGHT_TO_LEFT, squeezed

pytestmark = pytest.mark.needs_chromium

CROWDED = Plan(
    {step: tuple(Item(str(n), f"Way {n} of {step}", "555-0100") for n in range(15)) for step in STEPS}
)
LONG = Plan({"coping": (Item("a", "w" * 400 + " the end of a long word"),)})


MARGIN = 14 * 72 / 25.4
"""Of each sheet, in points."""


@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("for_helper", [False, True], ids=["whole", "helper"])
@pytest.mark.parametrize(("paper", "size"), [("a4", A4), ("letter", LETTER)])
def test_every_word_is_on_the_printed_page(
    tmp_path: Path, paper: str, size: tuple[int, int], for_helper: bool, large: bool
) -> None:
    """On the paper that was named, and on few sheets: two, or four in large print."""
    page = plan_as_html(FULL, paper=paper, large=large, for_helper=for_helper)
    made = printed(tmp_path, page)
    reader = PdfReader(BytesIO(made))
    text = squeezed("".join(sheet.extract_text() for sheet in reader.pages))
    for words in own_words(without_unknown(FULL.for_helper()) if for_helper else FULL):
        assert squeezed(words) in text
    boxes = {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in reader.pages}
    assert all(abs(one - other) < 2 for box in boxes for one, other in zip(box, size, strict=True))
    assert len(reader.pages) <= (4 if large else 2)
    assert beyond_the_margin(made, size) == []
    assert smaller_than(18 if large else 11, made) == []
    if for_helper:
        assert not [words for words in PRIVATE if squeezed(words) in text]


@pytest.mark.parametrize("paper", [("a4", A4), ("letter", LETTER)], ids=["a4", "letter"])
@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize(
    ("plan", "pages"), [(CROWDED, range(3, 17)), (LONG, range(1, 3))], ids=["crowded", "long"]
)
def test_nothing_is_cut_on_paper(
    tmp_path: Path, plan: Plan, pages: range, large: bool, paper: tuple[str, tuple[int, int]]
) -> None:
    """However much there is, and however long a word; a number is on the sheet of its name."""
    name, size = paper
    made = printed(tmp_path, plan_as_html(plan, paper=name, large=large))
    sheets = [squeezed(page.extract_text()) for page in PdfReader(BytesIO(made)).pages]
    assert len(sheets) in pages
    for words in own_words(plan):
        assert squeezed(words) in "".join(sheets)
    for sheet in sheets:
        assert not sheet.startswith("555-0100")
    assert beyond_the_margin(made, size) == []
    assert smaller_than(18 if large else 11, made) == []


def smaller_than(points: float, pdf: bytes) -> list[str]:
    """Return the words in smaller letters: a browser shrinks a page that is too wide. Not the last lines."""
    words = words_by_poppler(pdf)
    end = next((at for at, word in enumerate(words) if word.text == "After"), len(words))
    return [word.text for word in words[:end] if word.bottom - word.top < points]


def beyond_the_margin(pdf: bytes, size: tuple[int, int]) -> list[str]:
    """Return the words that stand in the margin of a sheet, or over its edge."""
    wide, high = size
    return [
        word.text
        for word in words_by_poppler(pdf)
        if word.left < MARGIN - 1
        or word.right > wide - MARGIN + 1
        or word.top < MARGIN - 3
        or word.bottom > high - MARGIN + 3
    ]


def test_no_line_is_wider_than_a_phone(tmp_path: Path) -> None:
    """The page is as wide as the screen, and no wider: nothing is out of sight to the side."""
    measure = "<script>document.title=document.documentElement.scrollWidth+' of '+innerWidth</script>"
    for plan, large in product((FULL, LONG, MANY_SCRIPTS), (False, True)):
        page = with_script(plan_as_html(plan, large=large), measure)
        dom = chromium(tmp_path, page, "--window-size=500,900", "--dump-dom")
        wide, window = dom.partition("<title>")[2].partition("</title>")[0].split(" of ")
        assert int(wide) <= int(window)


def test_what_goes_from_right_to_left_stands_on_its_own_side(tmp_path: Path) -> None:
    """An item's number and details as well; a line from left to right stays on the left."""
    measure = (
        "<script>document.title=JSON.stringify([...document.querySelectorAll('li p')].map(p=>{"
        "const r=document.createRange();r.selectNodeContents(p);const at=r.getBoundingClientRect();"
        "return [p.closest('li').dir,Math.round(at.left),Math.round(innerWidth-at.right)]}))</script>"
    )
    dom = chromium(tmp_path, with_script(plan_as_html(RIGHT_TO_LEFT), measure), "--dump-dom")
    places = json.loads(unescape(dom.partition("<title>")[2].partition("</title>")[0]))
    right, left = ([place[1:] for place in places if place[0] == way] for way in ("rtl", ""))
    assert len(right) == 3
    assert len(left) == 2
    assert max(to_the_right for _, to_the_right in right) < 100 < min(to_the_left for to_the_left, _ in right)
    assert max(to_the_left for to_the_left, _ in left) < 100


def test_the_page_asks_for_nothing(tmp_path: Path) -> None:
    """While a page that does is found out."""
    bad = "<!doctype html><title>x</title><img src='http://127.0.0.1:9/x.png'>"
    assert asked_for(tmp_path, bad) == {"http://127.0.0.1:9/x.png"}
    assert asked_for(tmp_path, plan_as_html(FULL)) == set()


def test_the_page_s_own_policy_refuses_what_is_slipped_in(tmp_path: Path) -> None:
    """A script or a picture that got into it by another way does nothing."""
    slipped = "<script>document.title='it ran'</script><img src='http://127.0.0.1:9/x.png'>"
    page = plan_as_html(FULL).replace("</main>", slipped + "</main>")
    assert asked_for(tmp_path, page) == set()
    assert "<title>My safety plan</title>" in chromium(tmp_path, page, "--dump-dom")


PAGES = {
    "full": plan_as_html(FULL),
    "scripts": plan_as_html(MANY_SCRIPTS),
    "empty": plan_as_html(Plan()),
    "helper": plan_as_html(FULL, for_helper=True),
    "large": plan_as_html(FULL, large=True, paper="letter"),
    "many": plan_as_html(CROWDED),
    "report": report_as_html(paper_of(REPORTED)),
}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing_to_say(tmp_path: Path, page: str, dark: bool) -> None:
    """axe-core's rules for WCAG 2.1, AAA's contrast among them."""
    assert violations(tmp_path, page, dark=dark) == []


def test_axe_finds_what_is_wrong(tmp_path: Path) -> None:
    """A page without language, with faint letters, is told."""
    page = plan_as_html(FULL).replace(' lang="en"', "").replace(LIGHT["ink"], "#bbbbbb")
    assert {"html-has-lang", "color-contrast-enhanced"} <= set(violations(tmp_path, page))
    page = plan_as_html(FULL).replace(DARK["ink"], "#555555")
    assert violations(tmp_path, page) == []
    assert "color-contrast-enhanced" in violations(tmp_path, page, dark=True)


def violations(directory: Path, page: str, *, dark: bool = False) -> list[str]:
    """Return the ids of axe-core's rules that the page breaks."""
    spec = find_spec("axe_core_python")
    assert spec is not None
    assert spec.origin is not None
    axe = (Path(spec.origin).parent / "axe.min.js").read_text(encoding="utf-8")
    options = {"rules": {"color-contrast-enhanced": {"enabled": True}}}
    run = (
        f"axe.run({json.dumps(options)}).then(found => {{ const it = document.createElement('pre');"
        "it.id = 'found'; it.textContent = JSON.stringify(found.violations); document.body.append(it) })"
    )
    harmless = axe.replace("</script", "<\\/script")
    scripts = f"<script>{harmless}</script><script>{run}</script>"
    words = ["--force-dark-mode", "--blink-settings=preferredColorScheme=0"] if dark else []
    dom = chromium(directory, with_script(page, scripts), "--virtual-time-budget=20000", "--dump-dom", *words)
    found: list[dict[str, Any]] = json.loads(
        unescape(dom.partition('<pre id="found">')[2].partition("</pre>")[0])
    )
    return [each["id"] for each in found]


def with_script(page: str, script: str) -> str:
    """Return the page with a script of the test's own, and without the policy that would refuse it."""
    start, _, rest = page.partition('<meta http-equiv="Content-Security-Policy"')
    return (start + rest.partition(">")[2]).replace("</body>", script + "</body>")

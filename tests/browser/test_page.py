"""The page in a real browser: all of it is there, on paper too; it asks for nothing; all can use it."""

from __future__ import annotations

import json
from html import unescape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from copecli.core.plan import STEPS, Item, Plan
from copecli.documents.html import DARK, LIGHT, plan_as_html
from tests.browser.chromium import asked_for, chromium, printed
from tests.papers import FULL, MANY_SCRIPTS, own_words
from tests.unit.test_document_pdf import A4, LETTER, squeezed

pytestmark = pytest.mark.needs_chromium

CROWDED = Plan(
    {step: tuple(Item(str(n), f"Way {n} of {step}", "555-0100") for n in range(15)) for step in STEPS}
)
LONG = Plan({"coping": (Item("a", "w" * 400 + " the end of a long word"),)})


@pytest.mark.parametrize(("paper", "size"), [("a4", A4), ("letter", LETTER)])
def test_every_word_is_on_the_printed_page(tmp_path: Path, paper: str, size: tuple[int, int]) -> None:
    """On the paper that was named, on two sheets at the most."""
    reader = PdfReader(BytesIO(printed(tmp_path, plan_as_html(FULL, paper=paper))))
    text = squeezed("".join(page.extract_text() for page in reader.pages))
    for words in own_words(FULL):
        assert squeezed(words) in text
    boxes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages}
    assert all(abs(one - other) < 2 for box in boxes for one, other in zip(box, size, strict=True))
    assert len(reader.pages) <= 2


@pytest.mark.parametrize(("plan", "pages"), [(CROWDED, range(3, 8)), (LONG, range(1, 2))])
def test_nothing_is_cut_on_paper(tmp_path: Path, plan: Plan, pages: range) -> None:
    """However much there is, and however long a word; a number is on the sheet of its name."""
    reader = PdfReader(BytesIO(printed(tmp_path, plan_as_html(plan, paper="a4"))))
    sheets = [squeezed(page.extract_text()) for page in reader.pages]
    assert len(sheets) in pages
    for words in own_words(plan):
        assert squeezed(words) in "".join(sheets)
    for sheet in sheets:
        assert not sheet.startswith("555-0100")


def test_no_line_is_wider_than_a_phone(tmp_path: Path) -> None:
    """The page is as wide as the screen, and no wider: nothing is out of sight to the side."""
    measure = "<script>document.title=document.documentElement.scrollWidth+' of '+innerWidth</script>"
    for plan in (FULL, LONG, MANY_SCRIPTS):
        page = with_script(plan_as_html(plan), measure)
        dom = chromium(tmp_path, page, "--window-size=500,900", "--dump-dom")
        wide, window = dom.partition("<title>")[2].partition("</title>")[0].split(" of ")
        assert int(wide) <= int(window)


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


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("plan", [FULL, MANY_SCRIPTS, Plan()], ids=["full", "scripts", "empty"])
def test_axe_finds_nothing_to_say(tmp_path: Path, plan: Plan, dark: bool) -> None:
    """axe-core's rules for WCAG 2.1, AAA's contrast among them."""
    assert violations(tmp_path, plan_as_html(plan), dark=dark) == []


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

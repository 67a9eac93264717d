"""Any plan at all as a page, drawn by a real browser: many plans, in few starts of it."""

from __future__ import annotations

import json
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from copecli.core.plan import Item, Plan
from copecli.core.text import clean_own
from copecli.documents.html import plan_as_html
from tests.browser.chromium import chromium
from tests.papers import FULL, PRIVATE, own_words
from tests.strategies import plans
from tests.unit.test_document_html import ALLOWED, squeezed

if TYPE_CHECKING:
    from pathlib import Path


pytestmark = pytest.mark.needs_chromium

WIDE = 360
"""Pixels of a narrow phone."""


class Drawn(NamedTuple):
    """What a page became in the browser."""

    text: str
    """As it can be seen, and selected."""
    links: list[tuple[str, str]]
    """(where it leads, the words on it)."""
    tags: list[str]
    wide: int
    """Pixels."""
    ran: bool
    """Whether a script of the plan's ran."""


LOOK = """
const pages = %s;
const told = [];
const look = async () => {
  for (const page of pages) {
    const frame = document.createElement('iframe');
    frame.style = 'width:%dpx;height:900px;border:0';
    const loaded = new Promise(go => { frame.onload = go });
    frame.srcdoc = page;
    document.body.append(frame);
    await loaded;
    const inner = frame.contentDocument;
    told.push([
      inner.body.innerText,
      [...inner.querySelectorAll('a')].map(a => [a.href, a.innerText]),
      [...new Set([...inner.querySelectorAll('*')].map(it => it.localName))],
      inner.documentElement.scrollWidth,
      Boolean(frame.contentWindow.ran || window.ran),
    ]);
    frame.remove();
  }
  const it = document.createElement('pre');
  it.id = 'told';
  it.textContent = JSON.stringify(told).replace(
    /[^ -~]/g, c => '\\\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
  document.body.append(it);
};
look();
"""


def drawn(directory: Path, pages: list[str]) -> list[Drawn]:
    """Open all pages in one start of the browser, each in a frame of its own with its own policy."""
    written = json.dumps(pages).replace("<", "\\u003c")
    page = f"<!doctype html><meta charset=utf-8><body><script>{LOOK % (written, WIDE)}</script>"
    dom = chromium(directory, page, "--virtual-time-budget=60000", "--dump-dom")
    told = unescape(dom.partition('<pre id="told">')[2].partition("</pre>")[0])
    found = json.loads(told)
    assert len(found) == len(pages)
    return [
        Drawn(text, [(to, words) for to, words in links], tags, wide, ran)
        for text, links, tags, wide, ran in found
    ]


def digits(words: str) -> str:
    """Return the digits of words, in any script, as those of ASCII."""
    return "".join(str(int(c)) for c in words if c.isdecimal())


def many_plans(many: int) -> list[Plan]:
    """Return plans of all kinds, drawn at once: a start of the browser for each would take too long."""
    found: list[Plan] = []

    @settings(max_examples=many, phases=[Phase.generate], database=None, suppress_health_check=[*HealthCheck])
    @given(plans())
    def draw(plan: Plan) -> None:
        found.append(plan)

    draw()
    return found


@pytest.mark.parametrize("large", [False, True])
def test_every_word_of_any_plan_is_seen(tmp_path: Path, large: bool) -> None:
    """As text, with our own tags alone; each link dials what stands on it; nothing is out to the side."""
    many = many_plans(80)
    pages = [plan_as_html(plan, large=large) for plan in many]
    for plan, seen in zip(many, drawn(tmp_path, pages), strict=True):
        text = squeezed(seen.text)
        for words in own_words(plan):
            assert squeezed(clean_own(words)) in text
        assert set(seen.tags) <= ALLOWED
        assert not seen.ran
        assert seen.wide <= WIDE
        for to, words in seen.links:
            assert to.startswith(("tel:", "sms:"))
            assert digits(words.replace("(0)", "") if "+" in words else words) == digits(to)


NASTY = (
    """</p></style></iframe><script>ran=1</script><img src=x onerror=ran=1><a href=javascript:ran=1>"&amp;"""
)


def test_markup_of_a_plan_is_seen_and_never_runs(tmp_path: Path) -> None:
    """In each field that a person writes in; while the test would see a script that ran."""
    item = Item("a", NASTY, NASTY, sms=NASTY, when=NASTY, emergency_contact=NASTY, extra={NASTY: [NASTY]})
    plan = Plan({"people": (item,)}, {NASTY: {NASTY: NASTY}}, kept_at=NASTY, copies=(NASTY,))
    bad = "<!doctype html><body><script>ran=1</script>"
    seen, ran = drawn(tmp_path, [plan_as_html(plan), bad])
    assert squeezed(seen.text).count(squeezed(NASTY)) == 12
    assert set(seen.tags) <= ALLOWED
    assert not seen.ran
    assert ran.ran


def test_links_call_and_text_the_right_numbers(tmp_path: Path) -> None:
    """As the browser has them, in their order; none for who is not safe, none of the private for a helper."""
    whole, helper = drawn(tmp_path, [plan_as_html(FULL), plan_as_html(FULL, for_helper=True)])
    calls = [
        ("tel:5550101", "555-0101"),
        ("tel:5550102", "555-0102"),
        ("sms:5550103", "555-0103"),
        ("tel:5550108", "555-0108"),
        ("tel:5550104", "555-0104"),
        ("tel:5550105", "555-0105"),
        ("tel:5550106", "555-0106"),
    ]
    assert whole.links == calls
    assert helper.links == [call for call in calls if "0108" not in call[0]]
    assert not [words for words in PRIVATE if words in helper.text]

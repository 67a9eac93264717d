"""The plan as a page: whole, safe to open, and readable for everybody."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given

from copecli.core.plan import Item, Plan
from copecli.core.text import clean_own
from copecli.documents.html import DARK, LIGHT, plan_as_html
from tests.papers import FULL, PRIVATE, own_words
from tests.strategies import plans

ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "section", "footer", "h1", "h2", "p",
    "ul", "li", "a", "span", "bdi", "code",
}  # fmt: skip


class Page(HTMLParser):
    """A page taken apart: its tags, its attributes, its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag."""
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        """Note the text."""
        self.text += data

    def targets(self) -> list[str]:
        """Return where the links lead."""
        return [value for tag, name, value in self.attributes if (tag, name) == ("a", "href")]


def squeezed(text: str) -> str:
    """Return `text` without its blanks."""
    return "".join(text.split())


@given(plans())
def test_every_word_of_a_plan_is_text_on_the_page_and_never_markup(plan: Plan) -> None:
    """Whatever somebody wrote, the page has our own tags alone, and all of the words."""
    page = Page(plan_as_html(plan))
    assert set(page.tags) <= ALLOWED
    for words in own_words(plan):
        assert squeezed(clean_own(words)) in squeezed(page.text)
    names = {name for _, name, _ in page.attributes}
    assert names <= {"lang", "charset", "http-equiv", "content", "name", "class", "dir", "href"}
    assert all(target.startswith(("tel:", "sms:")) for target in page.targets())


def test_what_looks_like_a_tag_is_shown_as_it_was_written() -> None:
    """An end of the page's own parts, too."""
    nasty = """</p></style><script>alert(1)</script><img src=x onerror='a'>"&amp;"""
    plan = Plan({"people": (Item("a", nasty, nasty, sms=nasty, when=nasty),)}, {nasty: nasty})
    page = Page(plan_as_html(plan))
    assert set(page.tags) <= ALLOWED
    assert page.text.count(nasty) == 6


def test_nothing_on_the_page_comes_from_elsewhere() -> None:
    """No script, no address, no import, and a policy that refuses them."""
    page = plan_as_html(FULL, large=True, paper="a4")
    assert "default-src 'none'" in page
    assert not [
        word for word in ("<script", "<link", "<img", "url(", "@import", "http:", "https:") if word in page
    ]


def test_numbers_are_links_for_calls_and_for_texts() -> None:
    """Only the digits; and nobody who is not safe is called by a slip of the thumb."""
    assert Page(plan_as_html(FULL)).targets() == [
        "tel:5550101", "tel:5550102", "sms:5550103", "tel:5550108",
        "tel:5550104", "tel:5550105", "tel:5550106",
    ]  # fmt: skip
    assert "555-0107" in plan_as_html(FULL)


def test_the_page_says_its_language_and_title_and_its_headings_are_in_order() -> None:
    """One h1, then h2 and nothing below."""
    page = Page(plan_as_html(FULL))
    assert ("html", "lang", "en") in page.attributes
    assert page.text.startswith("My safety plan") or "My safety plan" in page.text
    headings = [tag for tag in page.tags if tag in ("h1", "h2", "h3")]
    assert headings == ["h1"] + ["h2"] * 10
    assert page.tags.count("title") == page.tags.count("main") == 1


def test_a_helper_is_not_shown_what_is_private() -> None:
    """The form for a helper leaves it out of the page's source, too."""
    page = plan_as_html(FULL, for_helper=True)
    assert not [words for words in PRIVATE if words in page]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_stands_out_seven_to_one(colours: dict[str, str]) -> None:
    """The figure of WCAG's level AAA."""
    for name in set(colours) - {"paper"}:
        assert contrast(colours[name], colours["paper"]) >= 7, name


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG has it."""
    dark, light = sorted(luminance(colour) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return how bright a colour is, 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_paper_can_be_named(paper: str) -> None:
    """Where it is not, the printer's own is taken."""
    assert f"size:{paper};" in plan_as_html(FULL, paper=paper)
    assert "size:a4" not in plan_as_html(FULL)

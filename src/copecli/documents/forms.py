"""The forms that a plan can be put into, and the one way to put it there.

Invariant: a form is made whole or not at all, and what is left out of a helper's is left out of each.
"""

from __future__ import annotations

from dataclasses import dataclass

from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.plan import Plan

TEXT, MARKDOWN, HTML, PDF, CARD, JSON = "text", "markdown", "html", "pdf", "card", "json"

FORMS = {
    TEXT: (".txt", N_("Plain text, for any printer.")),
    HTML: (".html", N_("A web page, for a phone or a printer.")),
    PDF: (".pdf", N_("PDF, on one page where it fits.")),
    CARD: ("-card.pdf", N_("A card for the wallet, as PDF.")),
    MARKDOWN: (".md", N_("Markdown, to change it and read it back.")),
    JSON: (".json", N_("JSON, for other programs.")),
}
"""How a file of the form ends, and what it is."""

HELPER, LARGE = "helper", "large"
CHOICES = (
    *((form, what) for form, (_, what) in FORMS.items()),
    (HELPER, N_("PDF for a helper, without what you marked private.")),
    (LARGE, N_("PDF in large print.")),
)
"""What both faces offer, in their order."""
ON_PRINTER = (
    (PDF, N_("On one page where it fits.")),
    (LARGE, N_("In large print.")),
    (CARD, N_("A card for the wallet.")),
    (HELPER, N_("For a helper, without what you marked private.")),
)
"""What both faces offer to hand to the printer."""
_AS_PDF = frozenset({HELPER, LARGE})

A4, LETTER = "a4", "letter"
PAPERS = (A4, LETTER)
IN_LETTER = frozenset({
    "BZ", "CA", "CL", "CO", "CR", "DO", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE",
})  # fmt: skip
"""Countries whose usual paper is Letter: those of Unicode's CLDR 46 (paperSize), and the
Dominican Republic. All others have A4."""

ON_PAPER = frozenset({HTML, PDF, CARD})
"""Forms that know what paper they are for."""
MAY_BE_LARGE = frozenset({HTML, PDF})
FOR_A_PRINTER = frozenset({TEXT, PDF, CARD})


@dataclass(frozen=True, slots=True)
class Home:
    """What a paper needs to know of where the person lives."""

    country: str = ""
    """Two capital letters; empty where they have not said."""
    danger: str = ""
    """The first line of the paper, worded, with the emergency number there; empty for the usual one."""


NOWHERE = Home()


def usual_paper(country: str) -> str:
    """Return the paper that printers have in that country."""
    return LETTER if country in IN_LETTER else A4


def form_of(path: str) -> str:
    """Return the form that a file's name asks for; text where it asks for none."""
    name = path.lower()
    ends = ((".htm", HTML), (".markdown", MARKDOWN), *((end, form) for form, (end, _) in FORMS.items()))
    return next((form for end, form in ends if name.endswith(end) and form != CARD), TEXT)


def ending(choice: str) -> str:
    """Return how the file of one of CHOICES ends."""
    return FORMS[PDF if choice in _AS_PDF else choice][0]


def plan_as_chosen(plan: Plan, choice: str, home: Home = NOWHERE) -> bytes:
    """Return the plan as one of CHOICES; raise NotSaved where it cannot be made."""
    form = PDF if choice in _AS_PDF else choice
    return plan_as(plan, form, large=choice == LARGE, for_helper=choice == HELPER, home=home)


def plan_as(
    plan: Plan,
    form: str,
    *,
    paper: str = "",
    large: bool = False,
    for_helper: bool = False,
    width: int = 80,
    home: Home = NOWHERE,
) -> bytes:
    """Return the plan in that form; raise NotSaved where it cannot be made.

    Without `paper` a page of the web takes what the printer has, and a PDF what is usual at home.
    """
    sheet = paper or usual_paper(home.country)
    if form == PDF:
        from copecli.documents.pdf import plan_as_pdf

        return plan_as_pdf(plan, paper=sheet, large=large, for_helper=for_helper, danger=home.danger)
    if form == CARD:
        from copecli.documents.card import plan_as_card

        return plan_as_card(plan, paper=sheet, for_helper=for_helper, danger=home.danger)
    if form == HTML:
        from copecli.documents.html import plan_as_html

        page = plan_as_html(plan, paper=paper, large=large, for_helper=for_helper, danger=home.danger)
        return page.encode("utf-8", "replace")
    return _written(plan, form, for_helper, width).encode("utf-8", "replace")


def _written(plan: Plan, form: str, for_helper: bool, width: int) -> str:
    if form == MARKDOWN:
        from copecli.documents.markdown import plan_as_markdown

        return plan_as_markdown(plan, for_helper=for_helper)
    if form == JSON:
        from copecli.documents.json_ import plan_as_json

        return plan_as_json(plan, for_helper=for_helper)
    from copecli.documents.text import plan_as_text

    return plan_as_text(plan, width, for_helper=for_helper)

"""The card for the wallet: of its size, with whole numbers, and nothing over its edges."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from copecli.core.errors import NotSaved
from copecli.core.plan import STEPS, WITH_PHONE, Item, Plan
from copecli.documents.card import plan_as_card
from tests.papers import FULL, MANY_SCRIPTS
from tests.poppler import words_by_poppler
from tests.unit.test_document_pdf import A4, LETTER, pieces, squeezed

POINTS = 72 / 25.4
"""In a millimetre."""
LEFT = 20 * POINTS
WIDE, HIGH = 85.6 * POINTS, 54 * POINTS


def many(step: str) -> tuple[Item, ...]:
    """Return more than a card holds."""
    words = "Many words that go on and on"
    return tuple(
        Item(str(n), f"{n} {words * 3}", f"555-01{n:02}" if step in WITH_PHONE else "") for n in range(12)
    )


CROWDED = Plan({step: many(step) for step in STEPS})


def read(pdf: bytes) -> tuple[PdfReader, str]:
    """Return what another program finds in the file."""
    reader = PdfReader(BytesIO(pdf))
    return reader, squeezed(reader.pages[0].extract_text())


@pytest.mark.parametrize(("paper", "size"), [("a4", A4), ("letter", LETTER)])
def test_both_sides_are_on_one_sheet(paper: str, size: tuple[int, int]) -> None:
    """Who to call on one, what to do on the other, and where to fold."""
    reader, text = read(plan_as_card(FULL, paper=paper))
    assert len(reader.pages) == 1
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == size
    for words in (
        "A friend",
        "555-0102",
        "My doctor",
        "555-0104",
        "The library",
        "Tea in the blue cup",
        "The sea",
    ):
        assert squeezed(words) in text
    assert "Thedashesareitsedge.Foldatthedots." in text


def test_who_is_not_safe_is_not_on_the_card() -> None:
    """Nobody looks twice at a card in a crisis."""
    _, text = read(plan_as_card(FULL))
    assert "Arelative" not in text
    assert "5550107" not in text.replace("-", "")


def test_a_helper_s_card_leaves_out_what_is_private() -> None:
    """As every form for a helper does."""
    assert "Somebodyfrombefore" in read(plan_as_card(FULL))[1]
    assert "Somebodyfrombefore" not in read(plan_as_card(FULL, for_helper=True))[1]


@pytest.mark.parametrize("plan", [FULL, CROWDED], ids=["usual", "crowded"])
def test_nothing_runs_over_an_edge(plan: Plan) -> None:
    """Every piece of text begins within the card, however much there is; only our own lines stand outside."""
    reader, _ = read(plan_as_card(plan))
    places: list[tuple[str, float, float]] = []
    page = reader.pages[0]

    def note(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        x = tm[4] * cm[0] + cm[4]
        y = tm[5] * cm[3] + cm[5]
        places.append((text.strip(), x, y))

    page.extract_text(visitor_text=note)
    ours = ("The dashes", "The card holds")
    inside = [(x, y) for text, x, y in places if text and not text.startswith(ours)]
    top = max(y for _, y in inside)
    assert len(inside) > 10
    assert all(LEFT <= x <= LEFT + WIDE for x, _ in inside)
    assert all(top - 2 * HIGH + 6 * POINTS <= y + 3 * POINTS for _, y in inside)


@pytest.mark.parametrize("plan", [FULL, CROWDED, MANY_SCRIPTS], ids=["usual", "crowded", "scripts"])
def test_no_word_ends_beyond_an_edge(plan: Plan) -> None:
    """Nor beyond the fold: each word of a side stands between its own edges."""
    words = words_by_poppler(plan_as_card(plan))
    ours = [word for word in words if word.text in ("dots.", "holds")]
    upper, lower = (word.top for word in ours) if ours else (0.0, 0.0)
    inside = [word for word in words if upper + 6 < word.top < lower - 1]
    edge = upper + 20
    assert all(word.left >= LEFT + 6 and word.right <= LEFT + WIDE - 6 for word in inside)
    assert all(edge - 12 < word.top and word.bottom < edge + 2 * HIGH + 12 for word in inside)


def test_letters_are_as_large_as_the_card_has_room_for() -> None:
    """A usual plan in nine points or more; a crowded one says less before it goes below seven."""
    assert min(piece.size for piece in pieces(plan_as_card(FULL))) >= 9
    assert min(piece.size for piece in pieces(plan_as_card(CROWDED))) >= 7


def test_a_crowded_plan_keeps_each_number_whole() -> None:
    """What has no room is left out as an item, never as the end of a number; and that is said."""
    _, text = read(plan_as_card(CROWDED))
    assert "555-0100" in text
    assert "555-0111" not in text
    assert text.count("555-01") == len([piece for piece in text.split("555-01")[1:] if piece[:2].isdigit()])
    assert "Thewholeplanhasmore." in text


def test_a_number_that_no_card_holds_is_told() -> None:
    """The number stays whole: the whole plan is offered instead."""
    plan = Plan({"people": (Item("a", "A friend", "5" * 2000),)})
    with pytest.raises(NotSaved, match="too long for a card"):
        plan_as_card(plan)

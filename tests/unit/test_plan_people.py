"""Who in a plan may be offered: the mark "not safe" goes with the person, and nobody is nobody."""

from __future__ import annotations

import pytest
from hypothesis import given

from copecli.core.plan import COPING, DISTRACTION, PEOPLE, PROFESSIONALS, REASONS, STEPS, Item, Plan
from copecli.core.plan_people import offered, says_nobody, to_reach, with_marks
from tests.strategies import plans


def texts(items: tuple[Item, ...]) -> list[str]:
    """Return the words of the items."""
    return [item.text for item in items]


@pytest.mark.parametrize(
    "text", ["Nobody yet.", "nobody", "No one yet", "None", "Nobody yet. For now, a crisis line."]
)
def test_nobody_yet_is_nobody(text: str) -> None:
    """It is an answer, and no person to call."""
    assert says_nobody(Item("a", text))
    assert offered(Plan({PEOPLE: (Item("a", text),)}), PEOPLE) == ()


@pytest.mark.parametrize(
    "item",
    [Item("a", "Nobody's business"), Item("a", "None of my family"), Item("a", "Nobody yet", "555-0100")],
    ids=["another word", "more words", "a number"],
)
def test_other_words_are_somebody(item: Item) -> None:
    """A word more, or a number, makes it somebody."""
    assert not says_nobody(item)


@pytest.mark.parametrize(
    "twin",
    [
        Item("b", "a relative "),
        Item("b", "A relative."),
        Item("b", "Her", "555-0100"),
        Item("b", "Her", "+1 (0)555 0100"),
        Item("b", "Her", sms="5550100"),
        Item("b", "Her", emergency_contact="call 555 01 00"),
    ],
)
@pytest.mark.parametrize("step", [DISTRACTION, PEOPLE, PROFESSIONALS])
def test_who_is_not_safe_in_one_place_is_offered_in_none(step: str, twin: Item) -> None:
    """The name and each of the numbers tell that it is the same person."""
    plan = Plan().add(PEOPLE, Item("a", "A relative", "555-0100", not_safe=True)).add(step, twin)
    assert twin.text not in texts(offered(plan, *STEPS))
    assert to_reach(plan) == ()
    assert with_marks(plan).of(step)[-1].not_safe


@pytest.mark.parametrize(
    "other",
    [Item("b", "A friend", "555-0199"), Item("b", "A line", "112"), Item("b", "", "555-0177")],
)
def test_others_are_still_offered(other: Item) -> None:
    """A short number that is everybody's tells nobody apart, and no name is no name."""
    marked = (Item("a", "A relative", "112", not_safe=True), Item("c", "", "555-0100", not_safe=True))
    plan = Plan({PEOPLE: (*marked, other)})
    assert offered(plan, PEOPLE) == (other,)


def test_the_mark_does_not_reach_what_is_no_person() -> None:
    """A place of that name, a reason or an exercise stays."""
    plan = Plan({
        PEOPLE: (Item("a", "The Harbour", not_safe=True),),
        DISTRACTION: (Item("b", "The harbour", kind="place"),),
        REASONS: (Item("c", "the harbour"),),
        COPING: (Item("d", "The harbour"),),
    })  # fmt: skip
    assert texts(offered(plan, DISTRACTION, REASONS, COPING)) == ["The harbour", "the harbour", "The harbour"]


def test_only_who_has_a_number_is_to_be_reached() -> None:
    """In the order of the ladder, or of the steps that are named."""
    plan = Plan({
        DISTRACTION: (Item("a", "The library"), Item("b", "A neighbour", sms="555-0101")),
        PEOPLE: (Item("c", "A friend", "555-0100"),),
    })  # fmt: skip
    assert texts(to_reach(plan)) == ["A neighbour", "A friend"]
    assert texts(to_reach(plan, PEOPLE)) == ["A friend"]


@given(plans())
def test_a_mark_is_never_taken_away(plan: Plan) -> None:
    """And nothing else of any plan is changed by it."""
    marked = with_marks(plan)
    for step in STEPS:
        for before, after in zip(plan.of(step), marked.of(step), strict=True):
            assert after.not_safe >= before.not_safe
            assert (after.text, after.phone, after.extra) == (before.text, before.phone, before.extra)
        assert not any(item.not_safe for item in offered(plan, step))

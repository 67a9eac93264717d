"""Hints: each is an offer, and nothing is scored, held back, or asked about somebody who is not safe."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.cells import width
from copecli.core.plan import COPING, DISTRACTION, PEOPLE, PROFESSIONALS, SAFER_SPACE, STEPS, Item, Plan
from copecli.core.plan_check import LONGEST_QUOTE, Hint, hints
from copecli.core.plan_needs import NEEDS, needs_of
from copecli.documents.text import plan_as_text
from tests.strategies import plans

TODAY = "2026-11-23"

WHOLE = Plan(
    {
        COPING: (Item("c", "Name what I see in this room", skill="five-senses"),),
        DISTRACTION: (Item("d", "A friend", "555-0101", kind="person"), Item("e", "The bench", kind="place")),
        PEOPLE: (Item("p", "A friend", "555-0100", likelihood=8),),
        PROFESSIONALS: (Item("q", "My doctor", "555-0102", kind="clinician"),),
        SAFER_SPACE: (Item("s", "On Monday I ask a friend to help me"),),
    },
    kept_at="On the fridge",
    review_on="2027-01-01",
    likelihood=9,
)
"""A plan that leaves nothing to hint at."""


def ids(plan: Plan) -> set[str]:
    """Return which hints there are."""
    return {hint.id for hint in hints(plan, TODAY)}


def with_items(step: str, *items: Item) -> Plan:
    """Return the whole plan with other items in one step."""
    return WHOLE.with_step(step, items)


def test_a_plan_that_is_strong_has_no_hints() -> None:
    """So each hint below comes from what was changed, and from nothing else."""
    assert hints(WHOLE, TODAY) == ()


def test_a_plan_without_items_has_no_hints() -> None:
    """Whoever has not begun is not corrected."""
    assert hints(Plan(), TODAY) == ()
    assert hints(Plan(kept_at="On the fridge", likelihood=1), TODAY) == ()


FRIEND = Item("p", "A friend")

BAD_AND_GOOD = [
    ("no-number", with_items(PEOPLE, FRIEND), with_items(PEOPLE, replace(FRIEND, phone="555-0100"))),
    ("no-number", with_items(PEOPLE, FRIEND), with_items(PEOPLE, replace(FRIEND, sms="555-0100"))),
    ("no-number", with_items(PEOPLE, FRIEND), with_items(PEOPLE, Item("p", "A friend, 555-0100"))),
    (
        "no-number",
        with_items(PROFESSIONALS, Item("q", "My doctor")),
        with_items(PROFESSIONALS, Item("q", "My doctor", emergency_contact="555-0102")),
    ),
    (
        "no-number",
        with_items(PROFESSIONALS, Item("q", "A service")),
        with_items(PROFESSIONALS, Item("q", "The hospital", kind="emergency-department", address="1 Main")),
    ),
    (
        "no-number",
        WHOLE.add(DISTRACTION, Item("x", "My aunt", kind="person")),
        WHOLE.add(DISTRACTION, Item("x", "My aunt")),
    ),
    ("odd-number", with_items(PEOPLE, Item("p", "A friend", "ask her")), with_items(PEOPLE, FRIEND)),
    ("odd-number", with_items(PEOPLE, Item("p", "A friend", "5")), with_items(PEOPLE, Item("p", "A", "١١٢"))),
    (
        "unlikely",
        with_items(COPING, Item("c", "Draw", likelihood=6)),
        with_items(COPING, Item("c", "Draw", likelihood=7)),
    ),
    (
        "unlikely",
        with_items(COPING, Item("c", "Draw", likelihood=0, barrier="No paper")),
        with_items(COPING, Item("c", "Draw", likelihood=0, barrier="No paper", way_round="Use the wall")),
    ),
    (
        "our-words",
        with_items(COPING, Item("c", "Breathe out longer than in.", from_idea=True)),
        with_items(COPING, Item("c", "Breathe out longer than in.")),
    ),
    (
        "person-and-place",
        with_items(DISTRACTION, Item("d", "A friend", "555-0101")),
        with_items(DISTRACTION, Item("d", "A friend", "555-0101"), Item("e", "The bench")),
    ),
    (
        "person-and-place",
        with_items(DISTRACTION, Item("e", "The bench", kind="place")),
        with_items(DISTRACTION, Item("e", "The bench"), Item("d", "A friend")),
    ),
    ("person-and-place", with_items(DISTRACTION, Item("e", "The bench")), WHOLE),
    ("person-and-place", with_items(DISTRACTION), WHOLE),
    ("nobody", with_items(PEOPLE), WHOLE),
    ("nobody", with_items(PEOPLE, Item("p", "Nobody yet.")), WHOLE),
    ("nobody", with_items(PEOPLE, Item("p", "Somebody", "555-0100", not_safe=True)), WHOLE),
    (
        "needs",
        with_items(DISTRACTION, Item("e", "Look at shops")).with_step(COPING, (Item("c", "Watch YouTube"),)),
        with_items(DISTRACTION, Item("e", "Look at shops")).with_step(COPING, (Item("c", "Draw a cat"),)),
    ),
    (
        "needs",
        with_items(COPING, Item("c", "Go to the park.")).with_step(DISTRACTION, ()),
        with_items(COPING, Item("c", "Feel the sun", skill="five-senses")).with_step(DISTRACTION, ()),
    ),
    ("first-step", with_items(SAFER_SPACE), WHOLE),
    (
        "first-step",
        with_items(SAFER_SPACE, Item("s", "Tidy up")),
        with_items(SAFER_SPACE, Item("s", "Ask a friend")),
    ),
    (
        "first-step",
        with_items(SAFER_SPACE, Item("s", "Ask somebody to help me with it.", from_idea=True)),
        with_items(SAFER_SPACE, Item("s", "星期一请一位朋友帮我")),
    ),
    (
        "first-step",
        with_items(SAFER_SPACE, Item("s", "Tidy up", way_round="On Monday")),
        with_items(SAFER_SPACE, Item("s", "Tidy up", way_round="Ask a friend on Monday")),
    ),
    ("unlikely-plan", replace(WHOLE, likelihood=6), replace(WHOLE, likelihood=None)),
    ("kept", replace(WHOLE, kept_at=""), replace(WHOLE, kept_at="", copies=("A friend",))),
    ("review", replace(WHOLE, review_on="2026-11-22"), replace(WHOLE, review_on=TODAY)),
    ("review", replace(WHOLE, review_on="2026-11-22T10:00:00"), replace(WHOLE, review_on="in spring")),
]


@pytest.mark.parametrize(("hint_id", "bad", "good"), BAD_AND_GOOD)
def test_a_hint_comes_where_it_helps_and_not_elsewhere(hint_id: str, bad: Plan, good: Plan) -> None:
    """Each with an example of both."""
    assert hint_id in ids(bad)
    assert hint_id not in ids(good)


def test_every_hint_is_in_the_table() -> None:
    """A hint that nobody tries does not exist."""
    found: set[str] = set()
    for _, bad, _good in BAD_AND_GOOD:
        found |= ids(bad)
    assert found == {hint_id for hint_id, _, _ in BAD_AND_GOOD}


def test_nobody_yet_is_an_answer_and_a_line_comes_with_it() -> None:
    """No number is asked for where there is nobody to have one."""
    found = hints(with_items(PEOPLE, Item("p", "Nobody yet")), TODAY)
    assert [hint.id for hint in found] == ["nobody"]
    assert "answer" in found[0].text.worded(str)
    assert "crisis line" in found[0].todo.worded(str)
    assert "warm line" in found[0].todo.worded(str)


def test_nobody_is_asked_for_the_number_of_somebody_who_is_not_safe() -> None:
    """Nor anything else about them."""
    unsafe = Item("x", "Somebody", not_safe=True, likelihood=1, from_idea=True)
    assert hints(WHOLE.add(PEOPLE, unsafe), TODAY) == ()


def test_a_hint_names_its_step_and_item_and_quotes_the_persons_words() -> None:
    """So that a face can lead there."""
    (hint,) = hints(with_items(PEOPLE, FRIEND), TODAY)
    assert (hint.step, hint.item_id) == (PEOPLE, "p")
    assert hint.text.worded(str) == "“A friend” has no number yet."
    assert hint.todo.worded(str).startswith("At 3 a.m.")


def test_the_way_round_is_asked_of_the_obstacle_that_was_named() -> None:
    """What the person said is taken up."""
    (hint,) = hints(with_items(COPING, Item("c", "Draw", likelihood=3, barrier="No paper")), TODAY)
    assert hint.text.worded(str) == "You gave “Draw” 3 out of 10."
    assert hint.todo.worded(str) == "What would help with “No paper”?"


def test_needs_are_guessed_from_whole_words() -> None:
    """A "barometer" is no bar; marks around a word do not hide it."""
    assert needs_of("Read the barometer") == frozenset()
    assert needs_of("Café/YouTube, (sunny)!") == {"money", "network", "daylight"}
    assert all(word == word.casefold() for words in NEEDS.values() for word in words)


def test_hints_are_about_the_plan_and_not_about_the_person() -> None:
    """There is nothing to count up: a hint carries words and a place."""
    assert Hint.__slots__ == ("id", "step", "item_id", "text", "todo")


@given(plans(), st.dates().map(str))
def test_any_plan_can_be_looked_at_and_still_prints(plan: Plan, today: str) -> None:
    """Hints never raise and hold nothing back; their quotes are one short line."""
    for hint in hints(plan, today):
        assert hint.step in ("", *STEPS)
        assert not hint.item_id or hint.item_id in {item.id for item in plan.of(hint.step)}
        for said in (hint.text, hint.todo):
            assert "\n" not in said.worded(str)
            assert all(width(str(words)) <= LONGEST_QUOTE for _, words in said.fields)
    assert plan_as_text(plan)

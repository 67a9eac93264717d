"""Short questions as soon as a line is kept, and an answer that was not finished."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.plan import (
    CLINICIAN,
    COPING,
    DISTRACTION,
    EMERGENCY_DEPARTMENT,
    LINE,
    PEOPLE,
    PLACE,
    PROFESSIONALS,
    STEPS,
    Item,
    Plan,
)
from copecli.core.plan_asking import Unfinished, asking, at_once, unfinished
from tests.strategies import any_text


@pytest.mark.parametrize(
    ("step", "item", "fields"),
    [
        (COPING, Item("a", "Tea"), []),
        (PEOPLE, Item("a", "A friend"), ["phone"]),
        (PEOPLE, Item("a", "Nobody yet."), []),
        (DISTRACTION, Item("a", "The library", kind=PLACE), ["address"]),
        (PROFESSIONALS, Item("a", "My doctor", kind=CLINICIAN), ["phone", "emergency_contact"]),
        (PROFESSIONALS, Item("a", "Hospital", kind=EMERGENCY_DEPARTMENT), ["address", "phone"]),
        (PROFESSIONALS, Item("a", "A line", "555-0110", kind=LINE), []),
        (PROFESSIONALS, Item("a", "A line", kind=LINE), ["phone"]),
    ],
)
def test_each_is_asked_how_it_is_reached(step: str, item: Item, fields: list[str]) -> None:
    """A number; out of hours for a clinician; an address for a place; nothing where it is known."""
    assert [question.field for question in at_once(step, item)] == fields


def test_the_answers_come_into_the_line_one_after_the_other() -> None:
    """What is left out stays empty."""
    asked = asking(PROFESSIONALS, Item("a", "My doctor", kind=CLINICIAN))
    assert asked is not None
    item, asked = asked.answered("555-0104")
    assert asked is not None
    item, asked = asked.answered("")
    assert asked is None
    assert (item.phone, item.emergency_contact) == ("555-0104", "")
    assert asking(COPING, Item("a", "Tea")) is None


@given(st.sampled_from([*STEPS, ""]), any_text, any_text, any_text)
def test_an_unfinished_answer_comes_back_as_it_was(step: str, item_id: str, field: str, text: str) -> None:
    """Whatever was typed; blanks alone are no answer."""
    found = Unfinished(step, item_id, field, text)
    assert unfinished(found.to_draft()) == (found if text.strip() else None)


@pytest.mark.parametrize("draft", ["", "half a word", "[1, 2, 3, 4]", '["x", "a", "b", "c"]', "{}", "[[[["])
def test_any_other_draft_is_no_answer(draft: str) -> None:
    """It is left where it is."""
    assert unfinished(draft) is None


def test_an_answer_finds_its_question_while_the_line_is_there() -> None:
    """Of a line, or of the plan; where the line is gone there is none."""
    plan = Plan({PEOPLE: (Item("a", "A friend"),)})
    asked = Unfinished(PEOPLE, "a", "phone", "555").question_in(plan)
    assert asked is not None
    assert asked.field == "phone"
    assert Unfinished(PEOPLE, "b", "phone", "555").question_in(plan) is None
    assert Unfinished(PEOPLE, "a", "may_tell", "yes").question_in(plan) is None
    kept = Unfinished("", "", "kept_at", "In the").question_in(Plan())
    assert kept is not None
    assert kept.field == "kept_at"

"""The questions of whoever wants them: left out they change nothing, answered they are in the plan."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.errors import UsageProblem
from copecli.core.plan import DISTRACTION, PEOPLE, PLACE, SAFER_SPACE, STEPS, Item, Plan
from copecli.core.plan_questions import (
    LIKELY,
    OF_THE_PLAN,
    Question,
    of_item,
    present,
    with_item_answer,
    with_plan_answer,
)
from copecli.core.text import clean_own_line

TEA = Item("a", "Tea")
EVERY = [(step, question) for step in STEPS for question in of_item(step, TEA)]


def example(question: Question) -> str:
    """Return an answer that the question takes."""
    if question.options:
        return question.options[0][0]
    return "7" if question.kind == LIKELY else "One, another"


@pytest.mark.parametrize(("step", "question"), EVERY, ids=lambda value: getattr(value, "field", value))
def test_an_answer_stands_in_the_item_and_can_be_taken_back(step: str, question: Question) -> None:
    """What is typed is what stands there; nothing empties it."""
    answered = with_item_answer(TEA, question, example(question))
    assert answered != TEA
    assert present(answered, question) == example(question)
    assert with_item_answer(answered, question, "") == TEA


@pytest.mark.parametrize("question", OF_THE_PLAN, ids=lambda question: question.field)
def test_an_answer_stands_in_the_plan_and_can_be_taken_back(question: Question) -> None:
    """Of the whole plan, too."""
    answered = with_plan_answer(Plan(), question, example(question))
    assert present(answered, question) == example(question)
    assert with_plan_answer(answered, question, "") == Plan()


@pytest.mark.parametrize("typed", ["11", "-1", "seven", "1.5", "٧", "100"])
def test_how_likely_is_a_number_from_0_to_10(typed: str) -> None:
    """Anything else is answered in one calm sentence."""
    question = OF_THE_PLAN[0]
    with pytest.raises(UsageProblem):
        with_plan_answer(Plan(), question, typed)
    assert with_plan_answer(Plan(), question, "0").likelihood == 0
    assert with_plan_answer(Plan(), question, " 10 ").likelihood == 10


def test_a_place_is_not_asked_how_it_is_known() -> None:
    """Once it is known to be one; a person is not asked for an address."""
    fields = {question.field for question in of_item(DISTRACTION, Item("a", "The library", kind=PLACE))}
    assert "how_known" not in fields
    assert "address" in fields


def test_people_may_be_marked_as_not_safe_and_asked_what_they_may_know() -> None:
    """The details of a contact."""
    fields = {question.field for question in of_item(PEOPLE, TEA)}
    assert fields >= {"how_known", "sms", "when", "may_tell", "not_safe", "private", "likelihood"}


def test_making_a_space_safer_asks_for_a_first_step_and_never_for_a_thing() -> None:
    """Who could help, and what comes first."""
    texts = " ".join(f"{question.text} {question.hint}" for question in of_item(SAFER_SPACE, TEA))
    assert "first small step" in texts
    assert "Who could help" in texts


@given(st.text())
def test_any_words_are_kept_as_they_were_typed(typed: str) -> None:
    """But for blanks around them."""
    question = next(found for found in OF_THE_PLAN if found.field == "about_me.helps")
    assert with_plan_answer(Plan(), question, typed).about_me.helps == typed.strip()
    assert clean_own_line(present(with_plan_answer(Plan(), question, typed), question)) == clean_own_line(
        typed.strip()
    )

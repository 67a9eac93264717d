"""A map of one's people: who is good for what, in the plan and nowhere else."""

from __future__ import annotations

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from copecli.core.events import Skip
from copecli.core.form import Answered, Form
from copecli.core.people_map import FIRST, known_as, offers, people_of, person_form, with_person
from copecli.core.people_words import AFRAID_OF_THEM, NOT_SAFE, said_of
from copecli.core.plan import DISTRACTION, GOOD_FOR, PEOPLE, PROFESSIONALS, STEPS, Item, Plan
from copecli.core.plan_people import offered
from tests.strategies import plans

FRIEND = Item("a", "A friend", "555-0100")
OTHER = Item("b", "A cousin")


def gone_through(form: Form, *answers: object) -> Form:
    """Return the form after these answers; None skips."""
    for answer in answers:
        form = form.next(Skip() if answer is None else Answered(answer))  # type: ignore[arg-type]
    return form


def after(plan: Plan, name: str, *answers: object) -> Plan:
    """Return the plan after these answers about somebody of it, or, without a name, about somebody new."""
    known = known_as(plan, name) if name else None
    form = gone_through(person_form(plan, known), *answers)
    numbers = count()
    return with_person(plan, known, form.answers, lambda: f"new-{next(numbers)}")


def names(plan: Plan, step: str) -> list[str]:
    """Return who stands in a step."""
    return [item.text for item in plan.of(step)]


def test_everybody_is_there_once_with_all_that_they_are_good_for() -> None:
    """From each step that they stand in; places, lines, ideas of ours and "nobody" are nobody."""
    plan = Plan({
        DISTRACTION: (Item("d", "a friend.", good_for="company"), Item("e", "The library", kind="place")),
        PEOPLE: (Item("a", "A friend", "555-0100", good_for="listening, tea"), Item("n", "Nobody yet")),
        PROFESSIONALS: (Item("l", "A line", "1", kind="line"), Item("i", "My doctor", from_idea=True)),
    })  # fmt: skip
    (friend,) = people_of(plan)
    assert (friend.name, friend.number) == ("A friend", "555-0100")
    assert said_of(friend).worded(str) == "A friend: listening, tea, company"


def test_somebody_new_goes_where_they_help_when_that_was_said_yes_to() -> None:
    """Company and distraction to step 3, listening and practical help to step 4; asked one by one."""
    plan = after(
        Plan(), "", "A friend", "person", "555-0100", ("listening", "company"), "yes", "yes"
    )  # fmt: skip
    assert names(plan, PEOPLE) == names(plan, DISTRACTION) == ["A friend"]
    assert {item.good_for for step in STEPS for item in plan.of(step)} == {"company, listening"}
    assert plan.of(PEOPLE)[0].phone == "555-0100"
    assert after(Plan(), "", "A friend", "person", None, ("company",), "no") == Plan()
    assert names(after(Plan(), "", "My doctor", "clinician", None, ("listening",), "yes"), PROFESSIONALS)
    assert names(after(Plan(), "", "A friend", None, None, None, "yes"), PEOPLE) == ["A friend"]


def test_nothing_is_doubled_nor_written_over() -> None:
    """Somebody who is there is marked where they stand; their number and words stay."""
    before = Plan({PEOPLE: (FRIEND,)})
    plan = after(before, "A friend", ("listening", "practical"))
    assert plan == Plan({PEOPLE: (Item("a", "A friend", "555-0100", good_for="practical, listening"),)})
    typed = after(plan, "", "a FRIEND.", ("company",), "no")
    assert typed.of(PEOPLE)[0].good_for == "practical, listening, company"
    assert names(typed, DISTRACTION) == []


def test_somebody_for_an_emergency_stands_first_behind_others_who_are() -> None:
    """New or there already; who is first is asked about no more."""
    first = Item("f", "A sister", good_for="emergency")
    plan = Plan({PEOPLE: (first, OTHER, FRIEND)})
    moved = after(plan, "A friend", ("emergency",), "yes")
    assert names(moved, PEOPLE) == ["A sister", "A friend", "A cousin"]
    known = known_as(moved, "A friend")
    assert offers(moved, known, {"good": ("emergency",)}) == ()
    assert offers(plan, known_as(plan, "A friend"), {"good": ("emergency",)}) == (FIRST,)
    new = after(plan, "", "A neighbour", "person", "555-0101", ("emergency",), "yes")
    assert names(new, PEOPLE) == ["A sister", "A neighbour", "A cousin", "A friend"]


def test_who_is_not_safe_is_marked_and_offered_nowhere() -> None:
    """Somebody who is there, in each place; somebody new is kept as marked and private, if wanted."""
    both = Plan({PEOPLE: (FRIEND,), DISTRACTION: (Item("d", "A friend", good_for="company"),)})
    plan = after(both, "A friend", (NOT_SAFE,))
    assert offered(plan, *STEPS) == ()
    assert all(item.not_safe for step in STEPS for item in plan.of(step))
    assert offers(Plan(), None, {"name": "A man", "good": (NOT_SAFE, "company")}) == (AFRAID_OF_THEM,)
    (item,) = after(Plan(), "", "A man", "person", None, (NOT_SAFE,), "yes").of(PEOPLE)
    assert (item.not_safe, item.private) == (True, True)
    back = after(plan, "A friend", ())
    assert len(offered(back, *STEPS)) == 2


def test_a_name_that_was_left_out_asks_nothing_more_and_changes_nothing() -> None:
    """Skipping is an answer."""
    form = gone_through(person_form(Plan()), None)
    assert form.finished
    assert with_person(Plan(), None, form.answers, str) == Plan()


@given(plans(), st.sets(st.sampled_from([*GOOD_FOR, NOT_SAFE])), st.booleans())
def test_no_answer_about_anybody_loses_a_word_of_any_plan(plan: Plan, picked: set[str], puts: bool) -> None:
    """Each item is there in its step with its text, its numbers and its unknown words."""
    for known in people_of(plan):
        form = person_form(plan, known)
        while not form.finished:
            question = form.question
            assert question is not None
            answer = tuple(sorted(picked)) if question.id == "good" else "yes" if puts else None
            form = gone_through(form, None if question.id == "number" else answer)
        found = with_person(plan, known, form.answers, lambda: "new-item")
        for step in STEPS:
            there = {item.id: item for item in found.of(step)}
            for item in plan.of(step):
                kept = there[item.id]
                assert (kept.text, kept.phone, kept.sms, kept.extra) == (
                    item.text, item.phone, item.sms, item.extra,
                )  # fmt: skip
            assert len(there) - len(plan.of(step)) in (0, 1)

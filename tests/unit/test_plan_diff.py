"""What is different between two versions: each thing once, and nothing that is not."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from copecli.core.plan import COPING, PEOPLE, STEPS, AboutMe, Item, Plan
from copecli.core.plan_diff import ADDED, CHANGED, MOVED, TAKEN_OUT, Change, Detail, count, differences
from tests.strategies import plans, three_plans

TEA, WALK, BATH = Item("t", "Make tea"), Item("w", "A walk"), Item("b", "A warm bath")
THREE = Plan({COPING: (TEA, WALK, BATH)})


def told(old: Plan, new: Plan) -> list[tuple[str, str, str]]:
    """Return (kind, step, words) of each difference."""
    return [(change.kind, change.step, change.text) for change in differences(old, new)]


def test_a_line_more_and_a_line_less() -> None:
    """Each by its words."""
    assert told(Plan({COPING: (TEA,)}), Plan({COPING: (TEA, WALK)})) == [(ADDED, COPING, "A walk")]
    assert told(Plan({COPING: (TEA, WALK)}), Plan({COPING: (TEA,)})) == [(TAKEN_OUT, COPING, "A walk")]


def test_a_line_that_was_changed_says_what_and_from_what() -> None:
    """Only what is different of it."""
    mint = replace(TEA, text="Mint tea", likelihood=0)
    assert differences(THREE, THREE.change(COPING, mint)) == (
        Change(
            CHANGED,
            COPING,
            "t",
            "Mint tea",
            (Detail("text", "Make tea", "Mint tea"), Detail("likelihood", "", "0")),
        ),
    )
    unsafe = Plan({PEOPLE: (Item("f", "A friend", not_safe=True, extra={"colour": "red"}),)})
    (change,) = differences(Plan({PEOPLE: (Item("f", "A friend"),)}), unsafe)
    assert change.details == (Detail("not-safe", "", "yes"), Detail("colour", "", "red"))


def test_a_line_that_moved_is_named_and_those_it_passed_are_not() -> None:
    """The fewest lines that explain the order."""
    assert told(THREE, Plan({COPING: (BATH, TEA, WALK)})) == [(MOVED, COPING, "A warm bath")]


def test_a_line_that_moved_to_another_step_says_from_where() -> None:
    """And, apart from that, what was changed."""
    (moved,) = differences(THREE, THREE.move_to(COPING, "w", PEOPLE))
    assert (moved.kind, moved.step, moved.from_step) == (MOVED, PEOPLE, COPING)
    both = THREE.move_to(COPING, "w", PEOPLE).change(PEOPLE, replace(WALK, phone="555-0100"))
    assert [change.kind for change in differences(THREE, both)] == [MOVED, CHANGED]


def test_a_plan_written_by_hand_is_followed_by_its_words() -> None:
    """Without ids they are made from the place: a line put first changes every id."""
    old = Plan({COPING: (Item("coping-1", "Tea"), Item("coping-2", "Walk"))})
    new = Plan({COPING: (Item("coping-1", "Music"), Item("coping-2", "Tea"), Item("coping-3", "Walk"))})
    assert told(old, new) == [(ADDED, COPING, "Music")]


def test_what_is_said_of_the_plan_is_compared_too() -> None:
    """The card, the copies, what is unknown."""
    old = Plan({COPING: (TEA,)}, copies=("A friend",), extra={"a": 1})
    new = replace(old, copies=("A friend", "My aunt"), about_me=AboutMe(helps="Quiet"), extra={})
    (change,) = differences(old, new)
    assert (change.kind, change.step) == (CHANGED, "")
    assert set(change.details) == {
        Detail("copies", "A friend", "A friend, My aunt"),
        Detail("about-me.helps", "", "Quiet"),
        Detail("a", "1", ""),
    }


def test_differences_are_counted_by_kind() -> None:
    """Every kind is there."""
    found = differences(Plan({COPING: (TEA,)}), Plan({COPING: (WALK, BATH)}))
    assert count(found) == {ADDED: 2, TAKEN_OUT: 1, CHANGED: 0, MOVED: 0}


@given(plans())
def test_a_plan_has_no_difference_to_itself(plan: Plan) -> None:
    """However odd it is."""
    assert differences(plan, plan) == ()


@given(three_plans())
def test_where_nothing_is_different_the_plans_are_equal_but_for_ids(three: tuple[Plan, Plan, Plan]) -> None:
    """And each line that only one of them has is named."""
    _, old, new = three
    found = differences(old, new)
    if not found:
        for step in STEPS:
            without = [[replace(item, id="") for item in plan.of(step)] for plan in (old, new)]
            assert without[0] == without[1]
        assert replace(old, items={}) == replace(new, items={})
    counts = count(found)
    sizes = [sum(len(items) for items in plan.items.values()) for plan in (old, new)]
    assert sizes[0] - counts[TAKEN_OUT] == sizes[1] - counts[ADDED]

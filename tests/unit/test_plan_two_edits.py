"""Two edits of one plan put together: no word that either side saved is lost, and no warning is either."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from copecli.core.plan import COPING, LONGEST_ITEM, PEOPLE, PROFESSIONALS, STEPS, AboutMe, Item, Plan
from copecli.core.plan_merge import ELSEWHERE, merge
from tests.strategies import three_plans

if TYPE_CHECKING:
    from collections.abc import Iterator

ITEM_FIELDS = tuple(field.name for field in fields(Item) if field.name not in ("id", "from_idea"))
WORDS_AROUND = ("kept_at", "review_on", "made_with")
FRIEND = Item("f", "A friend", "555-0100")


def set_in_items(by: Plan, base: Plan) -> Iterator[tuple[str, str, object]]:
    """Yield (step, field, value) of all that a side set and did not only empty."""
    for step in STEPS:
        before = {item.id: item for item in base.of(step)}
        for item in by.of(step):
            old = before.get(item.id, Item("", ""))
            for name in ITEM_FIELDS:
                value = getattr(item, name)
                if value not in (None, "", False, {}) and value != getattr(old, name):
                    yield step, name, value


def lines_of(text: str) -> str:
    """Return `text` so that whole lines can be looked for in it."""
    return f"\n{text}\n"


def is_kept(words: str, merged: str, beside: dict[str, object]) -> bool:
    """Return whether words stand in a field, or beside it under a key of their own."""
    return not words or lines_of(words) in lines_of(merged) or words in beside.values()


@given(three_plans())
def test_nothing_that_either_side_said_of_a_line_is_lost(three: tuple[Plan, Plan, Plan]) -> None:
    """Every detail that one of them set stands in a line of that step."""
    base, mine, theirs = three
    merged = merge(*three)
    for side in (mine, theirs):
        for step, name, value in set_in_items(side, base):
            assert value in [getattr(item, name) for item in merged.of(step)], name


@given(three_plans())
def test_nothing_that_either_side_said_of_the_plan_is_lost(three: tuple[Plan, Plan, Plan]) -> None:
    """Where it is kept, copies, review, likelihood, the card for helpers, and what is not known here."""
    base, mine, theirs = three
    merged = merge(*three)
    for side in (mine, theirs):
        for name in WORDS_AROUND:
            if getattr(side, name) != getattr(base, name):
                assert is_kept(getattr(side, name), getattr(merged, name), merged.extra), name
        for name in ("helps", "does_not", "access"):
            if getattr(side.about_me, name) != getattr(base.about_me, name):
                said = getattr(merged.about_me, name)
                assert is_kept(getattr(side.about_me, name), said, merged.about_me.extra), name
        assert {copy for copy in side.copies if copy not in base.copies} <= set(merged.copies)
        if side.likelihood not in (base.likelihood, None):
            assert side.likelihood in (merged.likelihood, *merged.extra.values())
        for key, value in side.extra.items():
            assert base.extra.get(key) == value or value in merged.extra.values()


@given(three_plans())
def test_whoever_a_side_marks_as_not_safe_is_marked_in_the_end(three: tuple[Plan, Plan, Plan]) -> None:
    """In every line of that name that the side which marked them had not seen."""
    base, mine, theirs = three
    merged = merge(*three)
    for side in (mine, theirs):
        for step in STEPS:
            before = {item.id: item.not_safe for item in base.of(step)}
            for item in side.of(step):
                if item.not_safe and not before.get(item.id, False):
                    unseen = [
                        found
                        for place in STEPS
                        for found in merged.of(place)
                        if found.text == item.text and found.text.strip()
                        if found.id not in {seen.id for seen in side.of(place)}
                    ]
                    assert all(found.not_safe for found in unseen)
                    assert any(found.not_safe for found in merged.of(step))


@pytest.mark.parametrize("turned", [False, True])
def test_somebody_moved_here_and_marked_there_is_marked_in_both_places(turned: bool) -> None:
    """The mark follows the person, also where the move changed the words."""
    base = Plan({PEOPLE: (FRIEND,)})
    for text in ("A friend", "Someone I know"):
        moved = Plan({PROFESSIONALS: (replace(FRIEND, text=text),)})
        marked = Plan({PEOPLE: (replace(FRIEND, not_safe=True),)})
        merged = merge(base, marked, moved) if turned else merge(base, moved, marked)
        assert [item.not_safe for step in STEPS for item in merged.of(step)] == [True, True]


def test_somebody_added_twice_and_marked_once_is_marked_twice() -> None:
    """Two windows, one name: the warning counts for both."""
    mine = Plan({PEOPLE: (Item("m", "A  Friend", "555-0100"),)})
    theirs = Plan({PEOPLE: (Item("t", "a friend", not_safe=True),)})
    assert [item.not_safe for item in merge(Plan(), mine, theirs).of(PEOPLE)] == [True, True]


def test_a_mark_that_was_taken_away_stays_away() -> None:
    """It is the person's to give and to take; only a new one spreads."""
    base = Plan({PEOPLE: (replace(FRIEND, not_safe=True),)})
    mine = Plan({PEOPLE: (FRIEND,)})
    theirs = base.add(COPING, Item("t", "Tea"))
    assert not merge(base, mine, theirs).of(PEOPLE)[0].not_safe


def test_two_numbers_and_two_long_texts_stand_side_by_side() -> None:
    """Mine in its place; theirs under a key of its own, where it is read on paper, too."""
    mine = Plan(likelihood=3, kept_at="a" * (LONGEST_ITEM - 5), about_me=AboutMe(helps="b" * LONGEST_ITEM))
    theirs = Plan(likelihood=8, kept_at="c" * 10, about_me=AboutMe(helps="Tea"))
    merged = merge(Plan(), mine, theirs)
    assert (merged.likelihood, merged.extra) == (
        3,
        {f"likelihood{ELSEWHERE}": 8, f"kept-at{ELSEWHERE}": "c" * 10},
    )
    assert merged.about_me.extra == {f"helps{ELSEWHERE}": "Tea"}


def test_a_key_that_is_not_known_here_and_that_both_changed_stands_twice() -> None:
    """Nor does it cost what is there already under such a name."""
    there: dict[str, object] = {f"mood{ELSEWHERE}": "blue"}
    merged = merge(Plan(extra=there), Plan(extra={"mood": 1, **there}), Plan(extra={"mood": 2, **there}))
    assert merged.extra == {"mood": 1, **there, f"mood{ELSEWHERE}{ELSEWHERE}": 2}


def test_half_a_word_is_not_taken_for_the_word() -> None:
    """What is one part of the other side's line stands as a line of its own."""
    merged = merge(Plan(), Plan(kept_at="In the desk"), Plan(kept_at="In the d"))
    assert merged.kept_at == "In the desk\nIn the d"

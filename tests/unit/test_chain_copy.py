"""What of a map can go into the plan."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from copecli.core.chain import FEELING, URGE, Link, TriggerMap, Turn
from copecli.core.chain_copy import offers
from copecli.core.plan import COPING, LONGEST_ITEM, WARNING_SIGNS, Item, Plan
from copecli.core.when import When
from copecli.words import _
from tests.journals import maps

TITLES = {"stop": "Stop and step back"}
A_MAP = TriggerMap(
    id="",
    when=When(0, 0),
    vulnerable=("sleep",),
    before=("conflict",),
    links=(Link(FEELING, "sad"), Link(FEELING, "all of it is grey"), Link(URGE)),
    turns=(Turn(1, "", "stop"), Turn(-1, "call a friend.", "gone")),
)


def test_links_become_signs_and_turns_become_things_to_do_and_if_thens() -> None:
    """In the words that the map shows, own words as they are; the skill is linked where it is there."""
    found = offers(A_MAP, Plan(), TITLES, _)
    assert [(offer.step, offer.text, offer.skill) for offer in found] == [
        (WARNING_SIGNS, "Little sleep", ""),
        (WARNING_SIGNS, "A fight, or being turned away", ""),
        (WARNING_SIGNS, "Sad", ""),
        (WARNING_SIGNS, "all of it is grey", ""),
        (COPING, "Stop and step back", "stop"),
        (COPING, "If this comes: all of it is grey. Then I: Stop and step back.", "stop"),
        (COPING, "call a friend.", ""),
        (COPING, "If this comes: A fight, or being turned away. Then I: call a friend.", ""),
    ]


@given(maps)
def test_what_is_copied_is_private_and_offered_once(found: TriggerMap) -> None:
    """A plan that has it all is offered nothing more."""
    row = offers(found, Plan(), TITLES, _)
    plan = Plan()
    for n, offer in enumerate(row):
        item = offer.item(f"i{n}")
        assert item.private
        assert 0 < len(item.text) <= LONGEST_ITEM
        plan = plan.add(offer.step, item)
    assert offers(found, plan, TITLES, _) == ()
    assert plan.for_helper().empty or not row


def test_what_stands_in_the_plan_in_other_letters_is_there_already() -> None:
    """Blanks and capitals make no difference; another step does."""
    plan = Plan({WARNING_SIGNS: (Item("a", "  little  SLEEP "),), COPING: (Item("b", "Sad"),)})
    texts = [offer.text for offer in offers(A_MAP, plan, TITLES, _)]
    assert "Little sleep" not in texts
    assert "Sad" in texts


def test_an_if_then_needs_something_that_comes_before() -> None:
    """Without it the way alone is offered."""
    found = offers(replace(A_MAP, before=(), vulnerable=(), links=()), Plan(), TITLES, _)
    assert [offer.text for offer in found] == ["Stop and step back", "call a friend."]

"""What follows the questions of a map."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copecli.core.catalogue import Wish
from copecli.core.chain import FEELING, HURT, LONG, RATHER_NOT, URGE, Link, TriggerMap, Turn
from copecli.core.chain_copy import offers
from copecli.core.chain_end import copy_form, next_things, picked, turn_form, turned
from copecli.core.chain_turns import HOLD_OFF, PEOPLE_FIRST, fits
from copecli.core.events import Skip
from copecli.core.form import Answered, Form
from copecli.core.plan import Plan
from copecli.core.shared_words import UNSAFE
from copecli.core.when import When
from copecli.words import _
from tests.unit.test_chain_turns import SKILLS

A_MAP = TriggerMap(id="", when=When(0, 0), links=(Link(FEELING, "numb"),), urge=6)


def _turn_form(found: TriggerMap) -> Form:
    return turn_form(found, lambda place: fits(found, place, SKILLS, Wish()), _)


def test_a_link_then_a_skill_that_fits_it_make_a_turn() -> None:
    """The skill says why it is there."""
    form = _turn_form(A_MAP).next(Answered("0"))
    how = form.question
    assert how is not None
    key, words = how.options[0]
    assert words.worded(_).endswith("For this: Numb, or far away.")
    form = form.next(Answered(key))
    assert form.finished
    assert turned(A_MAP, form.answers, _).turns == (Turn(0, "", key.removeprefix("skill:")),)


def test_own_words_make_a_turn_letter_by_letter() -> None:
    """The urge becomes a link where the turn is at it."""
    form = _turn_form(A_MAP).next(Answered("1")).next(Answered("own")).next(Answered(" go  out "))
    assert form.finished
    found = turned(A_MAP, form.answers, _)
    assert (found.links[-1], found.turns) == (Link(URGE), (Turn(1, " go  out "),))


@pytest.mark.parametrize(
    "events", [[], [Skip()], [Answered("0"), Skip()], [Answered("0"), Answered("own"), Skip()]]
)
def test_no_other_way_is_an_answer_too(events: list[Answered | Skip]) -> None:
    """The map stays as it was."""
    form = _turn_form(A_MAP)
    for event in events:
        form = form.next(event)
    assert turned(A_MAP, form.answers, _) == A_MAP


def test_thoughts_of_ending_ones_life_lead_to_people_plan_and_lines() -> None:
    """It is said why, and no skill is among them."""
    found = replace(A_MAP, needs=(HOLD_OFF, "ease-feeling"))
    form = _turn_form(found).next(Answered("0"))
    how = form.question
    assert how is not None
    assert [line.text for line in how.about] == list(PEOPLE_FIRST)
    assert [key for key, _words in how.options] == ["people", "plan", "lines", "own"]
    turn = turned(found, form.next(Answered("people")).answers, _).turns[0]
    assert (turn.text, turn.skill) == ("Reach somebody I trust", "")
    assert next_things(found)[0][0] == "person"


def test_a_person_and_help_now_are_always_among_the_next_things() -> None:
    """Looking closer is offered after a short map only."""
    for found in (A_MAP, replace(A_MAP, form=LONG)):
        ids = [key for key, _words in next_things(found)]
        assert {"person", UNSAFE, "rest"} <= set(ids)
        assert ("more" in ids) == (found.form != LONG)
        assert "after" not in ids


def test_after_self_harm_care_and_rest_stand_first() -> None:
    """Where it was named, or left unsaid; a person still comes before it where life was to be ended."""
    for did in (HURT, RATHER_NOT):
        assert next_things(replace(A_MAP, did=did, care="no"))[0][0] == "after"
    both = replace(A_MAP, did=HURT, care="no", needs=(HOLD_OFF,))
    assert [key for key, _words in next_things(both)][:2] == ["person", "after"]


def test_what_maps_share_is_offered_as_soon_as_it_can_be_told() -> None:
    """From the fifth map on."""
    assert [len(next_things(A_MAP, maps)) for maps in (0, 4, 5)] == [7, 7, 8]
    assert "shared" in dict(next_things(A_MAP, 5))


def test_nothing_is_copied_but_what_was_picked() -> None:
    """Skipping copies nothing."""
    row = offers(replace(A_MAP, before=("conflict", "bored")), Plan(), {}, _)
    form = copy_form(row)
    assert picked(row, form.next(Skip()).answers) == ()
    assert picked(row, form.next(Answered(("2", "0"))).answers) == (row[0], row[2])

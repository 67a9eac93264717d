"""The trigger map as questions: what is asked when, and that no word is lost between answers and map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.care_words import CARE_SIGNS
from copecli.core.chain import (
    BODY,
    EVENT,
    FEELING,
    FUNCTIONS,
    HURT,
    LINK_KINDS,
    LONG,
    RATHER_NOT,
    SHORT,
    THOUGHT,
    URGE,
    Link,
    TriggerMap,
    Turn,
)
from copecli.core.chain_form import answers_of, as_long, map_form, map_of, needs_care, questions, steady_form
from copecli.core.chain_links import places, with_turn
from copecli.core.events import Skip
from copecli.core.form import CARE, HELP_NOW, RATE, Answered
from copecli.core.shared_words import UNSAFE
from copecli.core.when import When
from tests.journals import maps
from tests.strategies import any_text

if TYPE_CHECKING:
    from copecli.core.form import Answers

FRESH = TriggerMap(id="", when=When(0, 0))
_texts = st.lists(any_text.filter(lambda text: text != UNSAFE), max_size=4).map(tuple)
_did = st.sampled_from([("", ""), ("did-not", ""), (HURT, "no"), (RATHER_NOT, "no"), (HURT, "")])


@given(maps)
def test_a_map_that_becomes_answers_and_back_is_the_same(found: TriggerMap) -> None:
    """With the order of its links, its turns, and what no question asks about."""
    found = _sound(found)
    assert map_of(answers_of(found), found) == found


@given(maps)
def test_a_map_is_made_of_its_answers_alone(found: TriggerMap) -> None:
    """What was answered is all there in a fresh map, too."""
    found = _sound(found)
    answers = answers_of(found)
    again = answers_of(map_of(answers, FRESH))
    assert again == answers


def _sound(found: TriggerMap) -> TriggerMap:
    """Return the map without an answer about care that nobody asked for, and without the way to Help now."""
    care = found.care if found.did in (HURT, RATHER_NOT) else ""
    kept = tuple(link for link in found.links if link.text != UNSAFE)
    without: dict[str, Any] = {
        name: tuple(text for text in getattr(found, name) if text != UNSAFE)
        for name in ("vulnerable", "before", "soon", "later", "needs")
    }
    return replace(found, care=care, links=kept, **without)


@given(
    st.sampled_from([SHORT, LONG]),
    st.dictionaries(
        st.sampled_from(["vulnerable", "before", "inner", "thoughts", "feelings", "body", "soon", "needs"]),
        _texts,
    ),
    _did,
)
def test_answers_come_back_as_they_were_given(
    form: str, lists: dict[str, tuple[str, ...]], did: tuple[str, str]
) -> None:
    """Whatever is typed, and in whatever order."""
    asked = {"inner"} if form == SHORT else {"thoughts", "feelings", "body"}
    own = {"vulnerable", "before", "soon", "needs"} | asked
    answers = {"form": form, "did": did[0], "care": did[1]} | {k: v for k, v in lists.items() if k in own}
    back = answers_of(map_of(answers, FRESH))
    assert {key: back[key] for key in answers} == answers


@given(maps, st.sampled_from([THOUGHT, FEELING, BODY]), _texts)
def test_changing_one_answer_leaves_the_other_links_and_each_turn_at_its_own(
    found: TriggerMap, kind: str, texts: tuple[str, ...]
) -> None:
    """A turn never points at another link than before; where its link is gone it stands by itself."""
    found = _sound(replace(found, form=LONG))
    name = {THOUGHT: "thoughts", FEELING: "feelings", BODY: "body"}[kind]
    changed = map_of({**answers_of(found), name: texts}, found)
    assert tuple(link.text for link in changed.links if link.kind == kind) == texts
    assert [link for link in changed.links if link.kind != kind] == [
        link for link in found.links if link.kind != kind
    ]
    for old, new in zip(found.turns, changed.turns, strict=True):
        if 0 <= new.link < len(changed.links) and 0 <= old.link < len(found.links):
            assert changed.links[new.link] == found.links[old.link]
        assert replace(old, link=0) == replace(new, link=0)


def test_the_short_form_goes_on_as_the_long_one() -> None:
    """Feelings and signs of the body that were picked stand where the long form asks for them."""
    answers: Answers = {
        "form": SHORT,
        "before": ("conflict",),
        "inner": ("sad", "nobody cares", "body-tight"),
    }
    long = as_long(map_of(answers, FRESH))
    assert long.links == (Link(FEELING, "sad"), Link(THOUGHT, "nobody cares"), Link(BODY, "body-tight"))
    on = answers_of(long)
    assert (on["thoughts"], on["feelings"], on["body"]) == (("nobody cares",), ("sad",), ("body-tight",))
    assert map_of(on, long) == long


@pytest.mark.parametrize("did", [HURT, RATHER_NOT])
@pytest.mark.parametrize("form", [SHORT, LONG])
def test_care_is_asked_at_once_and_nothing_follows_but_after_no(did: str, form: str) -> None:
    """Skipped is not “no”."""
    answers = {"form": form, "did": did}
    asked = [question.id for question in questions(answers)]
    assert asked[asked.index("did") + 1 :] == ["care"]
    for care in ("", "yes", "cant-tell"):
        assert needs_care({**answers, "care": care})
        assert [question.id for question in questions({**answers, "care": care})][-1] == "care"
    on = [question.id for question in questions({**answers, "care": "no"})]
    assert on[on.index("care") + 1] == "soon"


@pytest.mark.parametrize("answer", ["yes", "cant-tell"])
def test_yes_and_cant_tell_lead_to_care(answer: str) -> None:
    """At once, and no further question is left."""
    form = map_form({"did": HURT})
    form = replace(form, at=[question.id for question in form.all].index("care"))
    led = form.next(Answered(answer))
    assert led.led == CARE
    assert led.returned().finished


def test_care_is_not_asked_of_somebody_who_did_not_hurt_themselves() -> None:
    """Nor where nothing was said."""
    for did in ("", "did-not"):
        assert "care" not in [question.id for question in questions({"did": did})]
        assert not needs_care({"did": did})


def test_a_changed_answer_takes_the_no_of_care_with_it() -> None:
    """A “no” belongs to what was said to have happened."""
    assert map_of({"did": "did-not", "care": "no"}, FRESH).care == ""
    assert map_of({"did": HURT, "care": "yes"}, FRESH).care == ""
    assert map_of({"did": HURT, "care": "no"}, FRESH).care == "no"


def test_i_cant_stay_safe_is_a_choice_before_and_within_and_leads_to_help_now() -> None:
    """It is no answer to keep."""
    steady = steady_form().question
    assert steady is not None
    within = [
        question
        for form in (SHORT, LONG)
        for question in questions({"form": form})
        if UNSAFE in dict(question.options)
    ]
    assert len(within) >= 4
    for question in (steady, *within):
        assert (UNSAFE, HELP_NOW) in question.leads
    found = map_of({"inner": (UNSAFE, "sad"), "did": UNSAFE}, FRESH)
    assert (found.links, found.did) == ((Link(FEELING, "sad"),), "")


def test_nothing_is_rated_but_the_urge_of_then() -> None:
    """How strong it is now is not asked."""
    for form in (SHORT, LONG):
        rated = [question.id for question in questions({"form": form}) if question.kind == RATE]
        assert rated == ["urge"]


def test_skipping_everything_is_an_empty_map() -> None:
    """And the end is reached."""
    form = map_form()
    for _ in range(30):
        form = form.next(Skip())
    assert form.finished
    assert map_of(form.answers, FRESH) == FRESH


def test_every_own_list_can_be_left_for_own_words() -> None:
    """A list is an offer."""
    for form in (SHORT, LONG):
        assert all(question.own for question in questions({"form": form}))


def test_the_signs_of_an_emergency_are_above_the_question_of_care() -> None:
    """All of them, each on a line."""
    care = next(question for question in questions({"did": HURT}) if question.id == "care")
    assert [line.text for line in care.about] == list(CARE_SIGNS)


def test_a_turn_can_stand_at_what_came_before_and_at_the_urge() -> None:
    """They become links, in their place, and the turns before stay at theirs."""
    found = replace(FRESH, before=("conflict",), links=(Link(FEELING, "sad"),), urge=7)
    event, feeling, urge = places(found)
    assert (event, urge) == (Link(EVENT, "conflict"), Link(URGE))
    found = with_turn(found, feeling, "call a friend")
    found = with_turn(found, event, "leave the room")
    found = with_turn(found, urge, "", "stop")
    assert found.links == (event, feeling, urge)
    assert found.turns == (
        Turn(1, "call a friend"),
        Turn(0, "leave the room"),
        Turn(2, "", "stop"),
    )
    assert places(found) == (event, feeling, urge)
    assert with_turn(found, None, "sleep").turns[-1] == Turn(-1, "sleep")


@given(maps)
def test_every_place_for_a_turn_is_offered_once(found: TriggerMap) -> None:
    """However often a link is there."""
    row = [(link.kind, link.text) for link in places(found)]
    assert len(row) == len(set(row))
    assert {kind for kind, _ in row} <= {kind for kind, _ in LINK_KINDS}


def test_the_needs_are_the_functions() -> None:
    """The vocabulary that patterns count by."""
    needs = next(question for question in questions({}) if question.id == "needs")
    assert [key for key, _words in needs.options] == [key for key, _words in FUNCTIONS]

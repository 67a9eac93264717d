"""How each kind of step answers an event, and that none answers with a surprise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core import skill as model
from copecli.core.events import Answer, Choice, Event, Extend, Forward, Rating, Take, Tick
from copecli.core.pacer import Beat, Pacer
from copecli.core.playing import ON, Move, State, react
from copecli.core.skill import Skill, Step
from tests.strategies import happenings, skills

SAY = model.Say(id="s", text="Look.")
TIMED = model.Say(id="s", text="Look.", seconds=20)
NOTICE = model.Notice(id="s", text="Five things.", count=5)
PACE = model.Pace(id="s", pacer=Pacer((Beat("In", 4, 1), Beat("Out", 6, 0)), 3))
WAIT = model.Wait(id="s", minutes=(5,), ask_every=60)
LONG_WAIT = model.Wait(id="s", minutes=(5, 10))
PICK = model.Pick(id="s", ideas=("Tea", "A walk", "Music"))
ASK = model.Ask(id="s", text="What is it?")
RATE = model.Rate(id="s", text="How strong?")
CHOOSE = model.Choose(id="s", options=(model.Option("Yes", "end"), model.Option("No", "s")))
REACH = model.Reach(id="s")
ALL = (SAY, TIMED, NOTICE, PACE, WAIT, LONG_WAIT, PICK, ASK, RATE, CHOOSE, REACH)


def after(step: Step, *events: Event) -> Move:
    """Return the last move of a step to which these events happen in turn."""
    move = Move(State())
    for event in events:
        move = react(step, move.state, event, lambda text: text)
    return move


@pytest.mark.parametrize("step", [SAY, TIMED, PACE, WAIT, ASK, RATE, REACH], ids=lambda s: type(s).__name__)
def test_going_on_goes_on(step: Step) -> None:
    """A sentence, a breath, a wait and a question are left by going on, without an answer."""
    assert after(step, Forward()).to == ON
    assert after(step, Forward()).answer is None


@pytest.mark.parametrize("step", [LONG_WAIT, PICK, CHOOSE], ids=lambda s: type(s).__name__)
def test_going_on_does_not_choose_for_anybody(step: Step) -> None:
    """Where there is something to pick, going on picks nothing."""
    assert after(step, Forward()).to is None


def test_a_timed_sentence_and_a_breath_end_when_their_time_is_over() -> None:
    """To the second, and not before."""
    assert after(TIMED, Tick(19.9)).to is None
    assert after(TIMED, Tick(19.9), Tick(0.1)).to == ON
    assert after(PACE, Tick(29.9)).to is None
    assert after(PACE, Tick(30)).to == ON
    assert after(SAY, Tick(1e9)).to is None


def test_things_are_noticed_one_key_each_and_the_last_goes_on() -> None:
    """A typed word counts as one too, and is not remembered."""
    move = after(NOTICE, Forward(), Answer("lamp"), Forward(), Forward())
    assert (move.state.count, move.to, move.answer) == (4, None, None)
    assert after(NOTICE, *[Forward()] * 5).to == ON


def test_a_wait_begins_when_its_length_was_picked() -> None:
    """Until then no time passes in it; a choice that is not there picks nothing."""
    assert after(LONG_WAIT, Tick(100)).state.elapsed == 0
    assert after(LONG_WAIT, Choice(2)).state.minutes == after(LONG_WAIT, Choice(-1)).state.minutes == 0
    begun = after(LONG_WAIT, Tick(100), Choice(1), Tick(7))
    assert (begun.state.minutes, begun.state.elapsed) == (10, 7)


def test_a_wait_without_a_choice_begins_at_once_and_can_grow() -> None:
    """Its time stands still at its end until a person goes on, or asks for more."""
    assert after(WAIT, Tick(400)).state.elapsed == 300
    assert after(WAIT, Tick(400)).to is None
    longer = after(WAIT, Tick(400), Extend(5), Tick(60))
    assert (longer.state.minutes, longer.state.elapsed) == (10, 360)


def test_a_wait_that_asks_remembers_when_it_was_told_how_strong_it_is() -> None:
    """Numbers from 0 to 10; a wait that does not ask takes none."""
    asked = after(WAIT, Tick(60), Rating(7), Tick(60), Rating(11), Rating(-1), Rating(4))
    assert list(asked.state.ratings) == [(60, 7), (120, 4)]
    assert not after(LONG_WAIT, Choice(0), Rating(7)).state.ratings


def test_ideas_come_one_at_a_time_and_round_again() -> None:
    """The next one until one is taken; then going on goes on."""
    assert [after(PICK, *[Forward()] * n).state.count for n in range(5)] == [0, 1, 2, 0, 1]
    taken = after(PICK, Forward(), Take())
    assert (taken.state.taken, taken.answer, taken.to) == (True, "A walk", None)
    assert after(PICK, Forward(), Take(), Take()).answer is None
    assert after(PICK, Forward(), Take(), Forward()).to == ON


def test_words_are_taken_without_the_blanks_around_them() -> None:
    """An answer goes on; so does an empty one."""
    assert (after(ASK, Answer("  a dog \n")).answer, after(ASK, Answer("a dog")).to) == ("a dog", ON)
    assert after(ASK, Answer(" ")).answer == ""


@pytest.mark.parametrize("value", [0, 5, 10])
def test_a_rating_from_0_to_10_is_taken(value: int) -> None:
    """Both ends count."""
    assert after(RATE, Rating(value)) == Move(State(), ON, str(value))


@pytest.mark.parametrize("value", [-1, 11, 10**6])
def test_a_rating_outside_of_0_to_10_changes_nothing(value: int) -> None:
    """Nothing is rounded into the scale."""
    assert after(RATE, Rating(value)) == Move(State())


def test_a_choice_leads_to_its_step_with_its_words() -> None:
    """One that is not there leads nowhere."""
    assert after(CHOOSE, Choice(0)) == Move(State(), "end", "Yes")
    assert after(CHOOSE, Choice(2)) == after(CHOOSE, Choice(-1)) == Move(State())


@given(st.sampled_from(ALL), st.lists(happenings, max_size=20))
def test_no_event_is_too_much_for_any_step(step: Step, happened: list[Event]) -> None:
    """Every step answers every event in every state; counts and times stay within what there is."""
    state = State()
    for event in happened:
        state = react(step, state, event, lambda text: text).state
        assert state.elapsed >= 0
        assert 0 <= state.count <= 1000
        assert all(0 <= value <= 10 for _, value in state.ratings)


@given(skills(), st.lists(happenings, max_size=10))
def test_no_drawn_step_leads_anywhere_but_to_a_step(skill: Skill, happened: list[Event]) -> None:
    """A move stays, goes on, or names a step that exists."""
    targets = {None, ON, "end", *(step.id for step in skill.steps)}
    for step in skill.steps:
        state = State()
        for event in happened:
            move = react(step, state, event, lambda text: text)
            assert move.to in targets
            state = move.state


def test_a_text_that_was_put_together_is_kept_as_it_stands_or_as_it_was_changed() -> None:
    """Going on takes the text with its answers filled in; other words take its place."""
    step = model.Compose(id="a", text="I felt {feeling}.", keep="ask")
    filled = react(step, State(), Forward(), lambda text: text.replace("{feeling}", "sad"))
    assert filled.answer == "I felt sad."
    assert react(step, State(), Answer("My own."), str).answer == "My own."

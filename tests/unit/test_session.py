"""A skill being done, event by event: what each one does, and what a person sees of it."""

from __future__ import annotations

import pytest

from copecli.core.events import Answer, Back, Choice, Forward, Pause, Rating, Skip, Tick
from copecli.core.session import CAUTION, OPENING, Kept, Session
from copecli.core.skill_format import skill_from_document
from tests.playthrough import MOMENT, play
from tests.strategies import Table


def begin(*steps: Table, without: str = "", **others: object) -> Session:
    """Return a session of these steps, before its first one, for a person who leaves out `without`."""
    top: Table = {"format": 1, "title": "Look", "family": "grounding", "summary": "Look around."}
    skill = skill_from_document("look", top | {"steps": list(steps)} | others)
    return Session.begin(skill, left_out=frozenset(without.split()), moment=MOMENT)


def say(text: str = "Look around.", **parts: object) -> Table:
    """Return a sentence that waits for a key."""
    return {"kind": "say", "text": text, **parts}


def ask(step_id: str, text: str = "What is it?", **parts: object) -> Table:
    """Return a question."""
    return {"kind": "ask", "id": step_id, "text": text, **parts}


THREE = (say("One."), say("Two."), say("Three."))
PACE: Table = {
    "kind": "pace", "beats": [{"cue": "In", "seconds": 4}, {"cue": "Out", "seconds": 6}], "rounds": 3,
}  # fmt: skip

# the way through


def test_it_opens_with_its_first_line_and_goes_on_step_by_step_to_the_end() -> None:
    """Opening, each step, end; then there is nothing more to play."""
    session = begin(*THREE, opening="Next, the room.")
    shown = []
    for _ in range(5):
        shown.append((session.frame().kind, session.frame().text))
        session = session.next(Forward())
    assert shown == [
        ("opening", "Next, the room."),
        *(("say", t) for t in ("One.", "Two.", "Three.")),
        ("end", ""),
    ]
    assert session.finished
    assert session.over
    assert session.next(Forward()) == session


def test_cautions_stand_between_the_opening_and_the_first_step() -> None:
    """They are shown before it starts, and only where there are any."""
    careful = play(begin(*THREE, cautions=["Stop if it hurts."]), Forward())
    assert (careful.at, careful.frame().cautions) == (CAUTION, ("Stop if it hurts.",))
    assert play(careful, Forward()).at == 0
    assert play(begin(*THREE), Forward()).at == 0


def test_a_step_may_lead_elsewhere_or_to_the_end() -> None:
    """`next` names a step's id, or `end`."""
    session = play(begin(say(next="c"), say(), say("C.", id="c", next="end"), say()), Forward(), Forward())
    assert session.frame().text == "C."
    assert session.next(Forward()).finished


def test_a_choice_leads_to_its_step_and_is_remembered() -> None:
    """What was chosen can be said again; a choice that is not there changes nothing."""
    chooser: Table = {
        "kind": "choose",
        "id": "which",
        "options": [{"text": "A", "to": "end"}, {"text": "B", "to": "b"}],
    }
    session = play(begin(chooser, say(), say("You chose {which}.", id="b")), Forward())
    assert session.next(Choice(2)) == session.next(Choice(-1)) == session.next(Forward()) == session
    assert session.next(Choice(1)).frame().text == "You chose B."
    assert session.next(Choice(0)).finished


# going back, skipping, stopping


def test_back_leads_to_the_place_before_as_it_was_met() -> None:
    """The same place, with what was answered still there."""
    session = play(begin(ask("a"), say()), Forward(), Answer("a dog"))
    again = session.next(Back())
    assert (again.at, again.frame().before) == (0, "a dog")
    assert again.next(Forward()).answers == {"a": "a dog"}


def test_back_retraces_the_way_that_was_gone_not_the_order_of_the_file() -> None:
    """After a choice it leads back to the choice."""
    chooser: Table = {"kind": "choose", "options": [{"text": "B", "to": "b"}]}
    session = play(begin(chooser, say(), say(), say(id="b")), Forward(), Choice(0))
    assert session.next(Back()).at == 0


def test_back_at_the_opening_stays_there() -> None:
    """There is nothing before it."""
    assert begin(*THREE).next(Back()) == begin(*THREE)


def test_back_from_the_end_is_the_last_step() -> None:
    """Finishing can be taken back too."""
    session = play(begin(*THREE), Forward(), Forward(), Forward(), Forward())
    assert session.finished
    assert session.next(Back()).at == 2


def test_any_step_can_be_skipped() -> None:
    """A breath, a wait, a question: none of them must be done."""
    steps = (PACE, {"kind": "wait", "minutes": 5}, ask("a"), {"kind": "notice", "text": "b", "count": 9})
    session = begin(*steps).next(Forward())
    for at in range(4):
        assert session.at == at
        session = session.next(Skip())
    assert session.finished
    assert session.answers == {}


# time


def test_a_timed_sentence_goes_on_by_itself_and_a_key_goes_on_sooner() -> None:
    """Twenty seconds, or a key."""
    session = play(begin(say(seconds=20), say()), Forward())
    assert play(session, Tick(12), Tick(7.5)).at == 0
    assert play(session, Tick(12), Tick(8)).at == 1
    assert play(session, Tick(1), Forward()).at == 1


def test_a_breath_ends_with_its_last_round() -> None:
    """Three rounds of ten seconds."""
    session = play(begin(PACE, say()), Forward())
    assert play(session, *[Tick(0.25)] * 119).at == 0
    assert play(session, *[Tick(0.25)] * 120).at == 1


def test_nothing_else_goes_on_by_itself() -> None:
    """Where a person must answer, time does not hurry."""
    chooser: Table = {"kind": "choose", "options": [{"text": "A", "to": "end"}]}
    pick: Table = {"kind": "pick", "ideas": ["Tea"]}
    rate: Table = {"kind": "rate", "text": "How strong?"}
    notice: Table = {"kind": "notice", "text": "a", "count": 1}
    for step in (say(), notice, ask("a"), chooser, pick, rate):
        assert play(begin(step, say()), Forward(), Tick(100_000)).at == 0
    assert play(begin(say()), Tick(100_000)).at == OPENING


def test_a_pause_holds_time_still_and_a_key_lets_it_run_again() -> None:
    """Both the pause key and going on end a pause; going on does no more than that."""
    breathing = play(begin(PACE, say()), Forward(), Tick(3))
    held = play(breathing, Pause(), Tick(1000))
    assert held.frame().paused
    assert held.frame().cue == breathing.frame().cue
    assert play(held, Pause()) == play(held, Forward()) == breathing
    assert play(held, Skip()).at == 1
    assert not play(held, Skip()).paused


def test_there_is_no_pause_where_no_time_runs() -> None:
    """A key that is not offered must not swallow the next one."""
    for session in (begin(say()), play(begin(say()), Forward()), play(begin(ask("a")), Forward())):
        assert "pause" not in session.frame().can
        assert session.next(Pause()) == session


# what is left out


def test_a_step_whose_channel_is_left_out_says_something_else() -> None:
    """`instead` stands in for its text."""
    step: Table = {
        "kind": "notice",
        "text": "Three sounds.",
        "count": 3,
        "channel": "sound",
        "instead": "Three colours.",
    }
    assert play(begin(step), Forward()).frame().text == "Three sounds."
    frame = play(begin(step, without="sound"), Forward()).frame()
    assert (frame.kind, frame.text, frame.count) == ("notice", "Three colours.", (0, 3))


def test_a_step_whose_channel_is_left_out_is_passed_over_where_nothing_stands_in() -> None:
    """On the way there, and it is no place to come back to."""
    session = play(
        begin(say("One."), say("Listen.", channel="sound"), say("Three."), without="sound"), Forward()
    )
    assert session.next(Forward()).frame().text == "Three."
    assert play(session, Forward(), Back()).frame().text == "One."


def test_a_passed_over_step_still_leads_where_it_leads() -> None:
    """Its `next` is followed."""
    steps = (say("Listen.", channel="sound", next="c"), say("Two."), say("Three.", id="c"))
    assert play(begin(*steps, without="sound"), Forward()).frame().text == "Three."


def test_a_breath_that_is_left_out_is_a_sentence_without_a_beat() -> None:
    """Nobody who leaves breath out is given one to follow."""
    breath = {**PACE, "channel": "breath", "instead": "Press your feet down."}
    frame = play(begin(breath, say(), without="breath"), Forward()).frame()
    assert (frame.kind, frame.text, frame.cue) == ("say", "Press your feet down.", None)


def test_when_everything_is_left_out_it_is_at_its_end() -> None:
    """No step is shown, and none is stuck."""
    session = play(begin(say(channel="sight"), say(channel="sound"), without="sight sound"), Forward())
    assert session.finished


# what was answered


def test_earlier_questions_stay_in_sight_with_their_answers() -> None:
    """In the order they were met; what was skipped is not there."""
    rate: Table = {"kind": "rate", "id": "b", "text": "How strong?"}
    session = play(begin(ask("a"), rate, ask("c"), say()), Forward(), Answer(" a dog "), Rating(7), Skip())
    assert [(e.question, e.answer) for e in session.frame().earlier] == [
        ("What is it?", "a dog"),
        ("How strong?", "7"),
    ]


@pytest.mark.parametrize("without", ["", "sight"])
def test_the_present_question_is_not_among_the_earlier_ones(without: str) -> None:
    """Not even the second time round, and not in the words of somebody who leaves a channel out."""
    again: Table = {
        "kind": "choose",
        "options": [{"text": "Again", "to": "a"}, {"text": "Enough", "to": "end"}],
    }
    question = ask("a", channel="sight", instead="What do you hear?")
    session = play(begin(question, again, without=without), Forward(), Answer("a dog"), Choice(0))
    assert session.frame().step == "a"
    assert session.frame().before == "a dog"
    assert session.frame().earlier == ()


def test_texts_say_what_was_answered_and_the_moment() -> None:
    """An answer that is not there is three dots; braces in an answer stay braces."""
    told = say("{a} It is {weekday}, {today}, {time}.", id="told")
    session = play(begin(ask("a"), told), Forward(), Answer("{b} {{"))
    assert session.frame().text == "{b} {{ It is Monday, 23 November 2026, 03:12."
    assert play(begin(ask("a"), told), Forward(), Skip()).frame().text.startswith("... It is")


def test_what_may_be_kept_is_offered_at_the_end_with_its_place_in_the_plan() -> None:
    """Only what the skill asks to keep, only what was written; the rest is forgotten."""
    rate: Table = {"kind": "rate", "id": "d", "text": "?"}
    session = begin(ask("a", keep="ask", into="plan.coping"), ask("b"), ask("c", keep="ask"), rate)
    outcome = play(session, Forward(), Answer("walk"), Answer("secret"), Answer("  "), Rating(6)).outcome()
    assert outcome.kept == (Kept("a", "What is it?", "walk", "plan.coping"),)
    assert outcome.ratings == (("d", 6),)
    assert (outcome.skill, outcome.finished) == ("look", True)


def test_a_composed_text_that_was_changed_is_kept_as_it_was_changed() -> None:
    """The edit can be said again, and stands there when the step is met again."""
    composing: Table = {"kind": "compose", "id": "b", "text": "When {a}, I stop.", "keep": "ask"}
    composed = play(begin(ask("a"), composing, say("{b}")), Forward(), Answer("it rains"))
    assert composed.frame().text == "When it rains, I stop."
    edited = composed.next(Answer("I stop."))
    assert edited.frame().text == "I stop."
    assert [kept.text for kept in edited.outcome().kept] == ["I stop."]
    assert edited.next(Back()).frame().before == "I stop."


CARD: Table = {"kind": "compose", "id": "c", "text": "My card\nIf {a},\nI can {b}.", "keep": "ask"}


def test_a_line_that_nothing_was_answered_for_is_left_out_of_the_text() -> None:
    """What was skipped leaves no gap, and the words that ask for nothing stay."""
    card = play(begin(ask("a"), ask("b"), CARD), Forward(), Skip(), Answer("walk"))
    assert card.frame().text == "My card\nI can walk."
    assert [kept.text for kept in card.next(Forward()).outcome().kept] == ["My card\nI can walk."]


def test_a_line_with_a_gap_is_left_out_whole() -> None:
    """Nobody sends a message with three dots in it."""
    message: Table = {"kind": "compose", "id": "c", "text": "When {a}, I feel {b}.\nI ask for {d}."}
    sent = play(begin(ask("a"), ask("b"), ask("d"), message), Forward(), Answer("x"), Skip(), Answer("y"))
    assert sent.frame().text == "I ask for y."


def test_where_nothing_was_answered_there_is_nothing_to_put_together() -> None:
    """The step is passed over, and nothing is offered to be kept."""
    session = play(begin(ask("a"), ask("b"), CARD, say("End.")), Forward(), Skip(), Skip())
    assert session.frame().text == "End."
    assert session.outcome().kept == ()


def test_a_composed_line_is_offered_to_its_place_in_the_plan() -> None:
    """Two answers become one line of the plan."""
    line: Table = {**CARD, "text": "If {a}, I walk.", "into": "plan.coping"}
    done = play(begin(ask("a"), line), Forward(), Answer("it rains"), Forward())
    kept = done.outcome().kept
    assert [(text.text, text.into) for text in kept] == [("If it rains, I walk.", "plan.coping")]

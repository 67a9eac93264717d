"""A frame is everything there is to show at one moment, in plain values, already filled in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.events import Choice, Event, Extend, Forward, Pause, Rating, Take, Tick
from copecli.core.frames import Frame
from copecli.core.session import Session
from copecli.core.skill import Skill
from copecli.core.skill_format import skill_from_document
from tests.playthrough import MOMENT, play
from tests.strategies import Table, happenings, left_out, skills


def frame(
    *steps: Table,
    events: tuple[Event, ...] = (Forward(),),
    without: frozenset[str] = frozenset(),
    **others: object,
) -> Frame:
    """Return what is shown of these steps after these events."""
    top: Table = {"format": 1, "title": "Look", "family": "grounding", "summary": "Look around."}
    skill = skill_from_document("look", top | {"steps": list(steps)} | others)
    return play(Session.begin(skill, left_out=without, moment=MOMENT), *events).frame()


SAY: Table = {"kind": "say", "text": "It is {weekday}."}
WAIT: Table = {
    "kind": "wait",
    "text": "Stay here.",
    "minutes": [2, 5],
    "ask_every": 60,
    "lines": ["a", "b", "{time}"],
}


def test_the_opening_says_the_title_how_long_it_takes_and_that_nobody_has_reviewed_it() -> None:
    """Its own first line, or else the summary; any key goes on."""
    found = frame(SAY, events=(), opening="Next.", minutes=[2, 5])
    assert (found.kind, found.title, found.text, found.length) == ("opening", "Look", "Next.", (2.0, 5.0))
    assert found.any_key
    assert found.draft
    assert frame(SAY, events=()).text == "Look around."
    assert not frame(SAY, events=(), review={"status": "clinician"}).draft


def test_a_caution_is_not_gone_past_by_any_key() -> None:
    """It takes a key of its own, and the way back is open."""
    found = frame(SAY, cautions=["Stop if it hurts."])
    assert (found.kind, found.cautions, found.any_key) == ("caution", ("Stop if it hurts.",), False)
    assert found.can == {"forward", "back"}


def test_the_end_offers_the_way_back_only() -> None:
    """What comes next is for the face to ask."""
    found = frame(SAY, events=(Forward(), Forward()))
    assert (found.kind, found.text, set(found.can)) == ("end", "", {"back"})


def test_a_sentence_shows_its_words_and_any_key_goes_on() -> None:
    """Filled in; with a time of its own it can be paused and shows what is left."""
    found = frame(SAY)
    assert (found.text, found.any_key, found.seconds_left) == ("It is Monday.", True, None)
    timed = frame({**SAY, "seconds": 20}, events=(Forward(), Tick(5)))
    assert timed.seconds_left == 15
    assert "pause" in timed.can


def test_what_is_noticed_is_counted() -> None:
    """So far, and of how many."""
    step: Table = {"kind": "notice", "text": "Five things.", "count": 5}
    assert frame(step, events=(Forward(), Forward(), Forward())).count == (2, 5)


def test_a_breath_shows_its_beat_and_can_be_paused_and_left() -> None:
    """Its text stands beside the beat; no key goes on by accident."""
    step: Table = {
        "kind": "pace", "text": "With the breath.", "rounds": 3,
        "beats": [{"cue": "In", "seconds": 4}, {"cue": "Out", "seconds": 6}],
    }  # fmt: skip
    found = frame(step, events=(Forward(), Tick(14)))
    assert found.cue is not None
    assert (found.text, found.cue.cue, found.cue.round, found.any_key) == (
        "With the breath.",
        "Out",
        1,
        False,
    )
    assert found.can == {"forward", "back", "skip", "pause"}
    assert frame(step, events=(Forward(), Pause())).paused


def test_a_wait_asks_how_long_and_then_shows_its_lines_in_turn() -> None:
    """The text stands above; each line for its share of the time, twenty seconds at least."""
    asked = frame(WAIT)
    assert (asked.minutes, set(asked.can)) == ((2, 5), {"back", "skip", "choose"})
    seen = [frame(WAIT, events=(Forward(), Choice(0), Tick(at))).text for at in (0, 39, 40, 80, 119)]
    assert seen == ["a", "a", "b", "03:12", "03:12"]
    begun = frame(WAIT, events=(Forward(), Choice(0), Tick(30)))
    assert (begun.lead, begun.seconds_left, begun.minutes) == ("Stay here.", 90, ())
    assert begun.can == {"forward", "back", "skip", "pause", "extend", "rate"}


def test_a_wait_asks_how_strong_it_is_when_it_is_time_and_not_twice() -> None:
    """After each minute, until it was told; what was told stays in sight."""
    begin: tuple[Event, ...] = (Forward(), Choice(1))
    assert not frame(WAIT, events=(*begin, Tick(59))).asks_now
    assert frame(WAIT, events=(*begin, Tick(61))).asks_now
    told = frame(WAIT, events=(*begin, Tick(61), Rating(6)))
    assert (told.asks_now, told.ratings) == (False, ((61, 6),))
    assert frame(WAIT, events=(*begin, Tick(61), Rating(6), Tick(60))).asks_now


def test_a_wait_without_lines_shows_its_text_and_one_without_questions_asks_nothing() -> None:
    """More time can always be asked for."""
    found = frame(
        {"kind": "wait", "text": "Stay here.", "minutes": 5}, events=(Forward(), Tick(290), Extend(1))
    )
    assert (found.text, found.lead, found.seconds_left) == ("Stay here.", "", 70)
    assert not found.asks_now
    assert "rate" not in found.can


def test_ideas_are_shown_one_at_a_time_below_their_question() -> None:
    """Taking one is offered until one is taken."""
    step: Table = {"kind": "pick", "text": "What now?", "ideas": ["Tea", "A walk"]}
    found = frame(step, events=(Forward(), Forward()))
    assert (found.lead, found.text) == ("What now?", "A walk")
    assert "take" in found.can
    assert "take" not in frame(step, events=(Forward(), Take())).can


def test_questions_ratings_and_choices_offer_their_own_keys() -> None:
    """A face shows exactly these."""
    rate = frame({"kind": "rate", "text": "How strong?", "low": "not at all", "high": "as strong as can be"})
    assert (rate.low, rate.high, set(rate.can)) == (
        "not at all",
        "as strong as can be",
        {"back", "skip", "rate"},
    )
    choose = frame({"kind": "choose", "options": [{"text": "{weekday}", "to": "end"}]})
    assert (choose.options, set(choose.can)) == (("Monday",), {"back", "skip", "choose"})
    ask = frame({"kind": "ask", "text": "What is it?"})
    assert ask.can == {"forward", "back", "skip", "answer"}
    assert frame({"kind": "reach"}).any_key


def test_how_far_one_is_can_be_told_on_a_straight_way_only() -> None:
    """This step of all; where the way forks nobody knows how long it is."""
    assert frame(SAY, SAY, events=()).dots == (0, 0)
    assert frame(SAY, SAY).dots == (1, 2)
    assert frame(SAY, SAY, events=(Forward(), Forward())).dots == (2, 2)
    assert frame({**SAY, "next": "end"}, SAY).dots == (0, 0)


KINDS = {
    "opening",
    "caution",
    "end",
    "say",
    "notice",
    "pace",
    "wait",
    "pick",
    "ask",
    "rate",
    "compose",
    "choose",
}


@given(skills(), left_out, st.lists(happenings, max_size=15))
def test_a_frame_is_never_bare(skill: Skill, without: frozenset[str], happened: list[Event]) -> None:
    """There is something to read or to pick, no placeholder is left, and something can be done."""
    session = play(Session.begin(skill, left_out=without, moment=MOMENT), *happened)
    found = session.frame()
    assert found.kind in KINDS | {"game", "reach"}
    assert found.can
    assert "{weekday}" not in found.text + found.lead
    if found.kind not in ("end", "caution", "pace", "wait", "game"):
        assert found.text or found.options
    if found.kind == "pace":
        assert found.cue is not None
    if found.kind == "wait":
        assert found.minutes or found.seconds_left is not None


@pytest.mark.parametrize("kind", ["opening", "caution", "end"])
def test_there_is_no_step_before_the_first_and_after_the_last(kind: str) -> None:
    """Their frames name none, and hold nothing that a step would."""
    events = {"opening": 0, "caution": 1, "end": 3}[kind]
    found = frame(SAY, cautions=["Stop if it hurts."], events=(Forward(),) * events)
    assert (found.kind, found.step, found.dots) == (kind, "", (0, 0))


def test_a_game_goes_on_by_its_own_keys_and_is_in_words_for_whoever_leaves_a_channel_out() -> None:
    """No key is taken from the game to go on, and it stays as long as the person likes."""
    words = {"text": "Tiles.", "channel": "sight", "instead": "In mind."}
    step: Table = {"kind": "game", "game": "tiles", **words}
    found = frame(step)
    assert (found.kind, found.game, found.text, found.any_key) == ("game", "tiles", "Tiles.", False)
    assert "forward" in found.can
    assert frame(step, events=(Forward(), Tick(9_999.0))).kind == "game"
    without = frame(step, without=frozenset({"sight"}))
    assert (without.kind, without.game, without.text) == ("game", "puzzle", "In mind.")

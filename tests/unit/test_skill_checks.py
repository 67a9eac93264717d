"""The parts of a skill, each right by itself, must also fit together."""

from __future__ import annotations

import pytest
from hypothesis import given

from copecli.core import skill_checks
from copecli.core.fields import FormatProblem
from copecli.core.session import Session
from copecli.core.skill import Skill, Step
from copecli.core.skill_format import skill_from_document
from tests.playthrough import MOMENT, places, ways_on
from tests.strategies import Table, left_out, skills


def say(text: str = "Look around.", **parts: object) -> Table:
    """Return a sentence that waits for a key."""
    return {"kind": "say", "text": text, **parts}


def choose(*targets: str, **parts: object) -> Table:
    """Return a choice that leads to these steps."""
    return {"kind": "choose", "options": [{"text": to, "to": to} for to in targets], **parts}


def pace(**parts: object) -> Table:
    """Return one breath, which goes on by itself."""
    return {"kind": "pace", "beats": [{"cue": "In", "seconds": 4}], "rounds": 1, **parts}


def read(*steps: Table, **others: object) -> Skill:
    """Return the skill of these steps."""
    top: Table = {"format": 1, "title": "Look", "family": "grounding", "summary": "Look around."}
    return skill_from_document("look", top | {"steps": list(steps)} | others)


def refusal(*steps: Table, **others: object) -> str:
    """Return `key: what is wrong` with these steps."""
    with pytest.raises(FormatProblem) as caught:
        read(*steps, **others)
    return f"{caught.value.key}: {caught.value.sentence()}"


# ids and ways on


def test_two_steps_never_share_an_id() -> None:
    """The second one is named."""
    assert refusal(say(id="a"), say(), say(id="a")) == "steps[2].id: two steps are called “a”"
    assert refusal(say(id="step-2"), say()) == "steps[1].id: two steps are called “step-2”"


@pytest.mark.parametrize(
    ("steps", "key", "said"),
    [
        ([say(next="close"), say(id="closing")], "steps[0].next", "“close”; the nearest is “closing”"),
        ([say(), say(next="zzz")], "steps[1].next", "“zzz”"),
        ([say(next="ende")], "steps[0].next", "“ende”; the nearest is “end”"),
        ([choose("end", "mor"), say(id="more")], "steps[0].options[1].to", "“mor”; the nearest is “more”"),
    ],
)
def test_every_way_on_leads_to_a_step_that_exists(steps: list[Table], key: str, said: str) -> None:
    """The nearest right id is named, `end` among them."""
    assert refusal(*steps) == f"{key}: there is no step {said}"


# placeholders


LONE_BRACE = "a brace stands alone; write {{ for a brace"


@pytest.mark.parametrize(
    ("key", "step"),
    [
        ("text", say("a { b")),
        ("text", say("a } b")),
        ("instead", say("a", channel="sight", instead="}")),
        ("ideas[1]", {"kind": "pick", "ideas": ["a", "{"]}),
        ("lines[0]", {"kind": "wait", "minutes": 5, "lines": ["{"]}),
        ("options[0].text", {"kind": "choose", "options": [{"text": "{", "to": "end"}]}),
        ("low", {"kind": "rate", "text": "a", "low": "{"}),
        ("high", {"kind": "rate", "text": "a", "high": "{"}),
    ],
)
def test_a_lone_brace_is_refused_where_it_stands(key: str, step: Table) -> None:
    """In any text of a step that is filled in, so that drawing it can never fail."""
    assert refusal(say(), step) == f"steps[1].{key}: {LONE_BRACE}"


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([say("It is {weekda}.")], "steps[0].text: {weekda} is not known; the nearest is {weekday}"),
        ([say("You said {zzz}.")], "steps[0].text: {zzz} is not known; the nearest is {today}"),
        ([say("a", id="told"), say("{told}")], "steps[1].text: {told} is not known; the nearest is {today}"),
    ],
)
def test_a_placeholder_that_nothing_fills_is_refused(steps: list[Table], said: str) -> None:
    """Only the moment, and steps that have an answer."""
    assert refusal(*steps) == said


def test_the_opening_is_filled_in_too_before_anything_was_answered() -> None:
    """It may hold the day, no answer, and no lone brace."""
    asked: Table = {"kind": "ask", "id": "tod", "text": "What is it?"}
    assert refusal(asked, opening="a { b") == f"opening: {LONE_BRACE}"
    assert refusal(asked, opening="{tod}") == "opening: {tod} is not known; the nearest is {today}"
    frame = Session.begin(read(asked, opening="It is {weekday}."), moment=MOMENT).frame()
    assert frame.text == "It is Monday."


def test_the_moment_and_every_answer_can_be_said() -> None:
    """An ask, a rating, a choice, a pick and a composed text can be said again; the day at any time."""
    read(
        {"kind": "ask", "id": "a", "text": "What is it?"},
        {"kind": "rate", "id": "b", "text": "How strong?"},
        {"kind": "pick", "id": "c", "ideas": ["One"]},
        {"kind": "compose", "id": "d", "text": "{a}, {b}, {c}"},
        choose("last", id="e"),
        say("{a} {b} {c} {d} {e} {today} {weekday} {time} {{this}}", id="last"),
    )


def test_braces_in_a_summary_are_plain_text() -> None:
    """It stands in lists too, where nothing is filled in; so it is shown as it is, also as an opening."""
    skill = read(say(), summary="Say {today} {")
    assert Session.begin(skill, moment=MOMENT).frame().text == "Say {today} {"


# adaptations


def test_a_variant_needs_other_words() -> None:
    """“variant” promises an `instead` that somebody has to have written."""
    wish: Table = {"adapt": {"no-sight": "variant"}}
    assert (
        refusal(say(channel="sight"), **wish) == "adapt: “variant” needs at least one step with an “instead”"
    )
    read(say(channel="sight", instead="Listen."), **wish)


# circles

ROUND = "these steps go round for ever without waiting for a key"


@pytest.mark.parametrize(
    ("steps", "key"),
    [
        ([pace(id="a", next="a")], "steps[0].next"),
        ([say(id="a", seconds=5, next="a")], "steps[0].next"),
        ([say(), pace(id="a"), say(seconds=5, next="a")], "steps[1].next"),
        ([say(id="a", channel="sight", next="a")], "steps[0].next"),
        ([pace(id="a"), say(channel="sight", next="a")], "steps[0].next"),
        ([pace(id="a"), {"kind": "compose", "id": "c", "text": "{c}", "next": "a"}], "steps[0].next"),
    ],
)
def test_steps_that_would_run_round_by_themselves_are_refused(steps: list[Table], key: str) -> None:
    """Breaths, timed sentences, and steps that somebody may pass over, wait for nobody."""
    assert refusal(*steps) == f"{key}: {ROUND}"


@pytest.mark.parametrize(
    "steps",
    [
        [say(id="a"), choose("a", "end")],
        [pace(id="a"), choose("a", "end")],
        [choose("b", "end", id="a"), say(id="b", next="a")],
        [pace(id="a"), say(channel="sight", instead="Listen."), choose("a", "end")],
    ],
)
def test_a_circle_that_a_person_can_leave_is_welcome(steps: list[Table]) -> None:
    """Again, or enough?"""
    read(*steps)


NO_END = "the end cannot be reached from here"


@pytest.mark.parametrize(
    ("steps", "key"),
    [
        ([say(id="a", next="a")], "steps[0].next"),
        ([say(), say(id="a"), choose("a", next="end")], "steps[2].options"),
        ([say(id="a"), choose("a", "end", channel="sight", next="a")], "steps[1].next"),
        ([say(next="end"), say(id="b", next="b")], "steps[1].next"),
    ],
)
def test_a_skill_that_can_never_come_to_its_end_is_refused(steps: list[Table], key: str) -> None:
    """Not even where it waits for a key each time, nor only for somebody who leaves a channel out."""
    assert refusal(*steps) == f"{key}: {NO_END}"


def test_the_longest_circle_is_found_in_few_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two hundred steps in a row are looked at some tens of thousand times at the most."""
    looks = 0
    waits = skill_checks._waits

    def counted(step: Step) -> bool:
        nonlocal looks
        looks += 1
        return waits(step)

    monkeypatch.setattr(skill_checks, "_waits", counted)
    read(*[pace() for _ in range(200)])
    assert looks <= 200 * 201


# anything


@given(skills(), left_out)
def test_whatever_is_accepted_can_be_played_to_its_end(skill: Skill, without: frozenset[str]) -> None:
    """From every place that can be reached, whatever is left out, doing what is offered leads to the end."""
    reached = places(skill, without)
    leads = {at: {way.at for way in ways_on(s)} for at, s in reached.items() if not s.finished}
    ending = {len(skill.steps)}
    while more := {at for at, ways in leads.items() if ways & ending} - ending:
        ending |= more
    assert ending == set(reached) | {len(skill.steps)}

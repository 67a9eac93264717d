"""Going through the plan: one thing a screen, a person soon, nothing that is not safe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.actions import WALK
from copecli.core.keymap import DEFAULT
from copecli.core.plan import (
    COPING,
    DISTRACTION,
    PEOPLE,
    PROFESSIONALS,
    SAFER_SPACE,
    STEPS,
    WARNING_SIGNS,
    Item,
    Plan,
)
from copecli.core.plan_people import says_nobody, with_marks
from copecli.core.reach import Reach, as_is
from copecli.core.walk import AGAIN, AWAY, BACK, DONE, EVENTS, NEXT, NOT_THIS, SOMEONE, STOP, Walk
from copecli.core.walk_frame import Frame
from copecli.core.when import When
from copecli.words import _
from tests.strategies import plans

LINES = (Reach("line", as_is("A crisis line")),)

FULL = Plan({
    WARNING_SIGNS: (Item("w", "I stop answering"),),
    COPING: (Item("a", "Tea"), Item("b", "Look around", skill="five-senses"), Item("c", "Music")),
    DISTRACTION: (Item("d", "The library", address="Main Street"),),
    PEOPLE: (
        Item("e", "A friend", "555-0100", may_tell="yes"),
        Item("f", "Not now", "555-0199", not_safe=True),
    ),
    PROFESSIONALS: (Item("g", "My clinic", "555-0101", when="Mondays"),),
    SAFER_SPACE: (Item("h", "Ask a friend to keep things"),),
    "reasons": (Item("i", "The sea"),),
})  # fmt: skip

ANY = st.lists(st.sampled_from(EVENTS), max_size=60)


def after(walk: Walk, events: Sequence[str]) -> Walk:
    """Return the walk after all of `events`."""
    for event in events:
        walk = walk.next(event)
    return walk


def screens(walk: Walk, event: str = NEXT) -> list[Frame]:
    """Return every frame from here to the end, each left by the same event."""
    frames = [walk.frame()]
    while not walk.finished:
        walk = walk.next(event)
        frames.append(walk.frame())
    return frames


def words(frame: Frame) -> str:
    """Return all that a frame says."""
    said = [frame.lead, frame.title, *frame.text, *frame.details, *(text for _id, text in frame.offers)]
    parts = [part.name for part in frame.parts if isinstance(part, Reach)]
    ways = [way.words for part in frame.parts if isinstance(part, Reach) for way in part.ways]
    shown = [sentence.worded(_) for sentence in (*said, *parts, *ways) if sentence is not None]
    return "\n".join([*shown, frame.number])


def test_it_begins_with_a_person_and_with_getting_away() -> None:
    """The first screen offers both, and asks nothing."""
    first = Walk.begin(FULL).frame()
    assert first.kind == "opening"
    assert [action for action, _words in first.offers] == [SOMEONE, AWAY]
    assert "Move away from things you could use to hurt yourself" in words(first)


def test_the_items_come_in_the_persons_own_order_without_the_warning_signs() -> None:
    """Step by step, one a screen; after two, a person."""
    shown = [(frame.kind, frame.text[0].worded(_)) for frame in screens(Walk.begin(FULL))[1:-1]]
    assert shown == [
        ("item", "Tea"),
        ("item", "Look around"),
        ("offer", "A friend"),
        ("item", "Music"),
        ("item", "The library"),
        ("offer", "A friend"),
        ("item", "A friend"),
        ("item", "My clinic"),
        ("item", "Ask a friend to keep things"),
        ("item", "The sea"),
        ("offer", "A friend"),
    ]


@pytest.mark.parametrize("first", EVENTS)
@pytest.mark.parametrize("second", EVENTS)
def test_after_two_items_a_person_is_offered_whatever_was_pressed(first: str, second: str) -> None:
    """Any two keys that go on lead to the number of a friend."""
    if {first, second} & {STOP, BACK, SOMEONE}:
        return
    walk = after(Walk.begin(FULL), [NEXT, first, second])
    assert walk.frame().kind == "offer"
    assert walk.frame().number == "555-0100"


def test_where_there_is_nobody_a_crisis_line_is_offered() -> None:
    """Nobody yet is common, and said so."""
    walk = after(Walk.begin(Plan({COPING: FULL.of(COPING)}), LINES), [NEXT] * 3)
    assert walk.frame().kind == "offer"
    assert walk.frame().parts == LINES
    assert "Nobody here yet. That's common." in words(walk.frame())


def test_a_plan_of_one_thing_still_ends_with_a_person() -> None:
    """And so does one that holds warning signs only."""
    for step in (COPING, WARNING_SIGNS):
        kinds = [frame.kind for frame in screens(Walk.begin(Plan({step: (Item("a", "Tea"),)}), LINES))]
        assert kinds[-2:] == ["offer", "end"]


def test_someone_now_is_own_people_then_lines_and_leads_back() -> None:
    """From an item, back to that item; from the first screen and from the offer, on."""
    item = after(Walk.begin(FULL, LINES), [NEXT])
    someone = item.next(SOMEONE)
    assert someone.frame().kind == "someone"
    assert someone.frame().number == "555-0100"
    assert "Call 555-0101" in words(someone.frame())
    assert someone.frame().parts[-1:] == LINES
    assert someone.next(NEXT) == replace(item, someone=True)
    assert someone.next(BACK) == replace(item, someone=True)
    assert after(Walk.begin(FULL), [SOMEONE, NEXT]).frame().text[0].worded(_) == "Tea"


def test_moving_away_shows_what_the_person_wrote_for_it_and_goes_on() -> None:
    """Their own words for a safer space; then the first item."""
    walk = Walk.begin(FULL).next(AWAY)
    assert "Ask a friend to keep things" in words(walk.frame())
    assert after(walk, [NEXT]).frame().text[0].worded(_) == "Tea"
    assert walk.next(SOMEONE).frame().kind == "someone"


def test_an_item_says_what_was_noted_beside_it() -> None:
    """The number, the hours, the place, whether they may be told, what can help."""
    noted = Item(
        "x",
        "A friend",
        "555-0100",
        sms="555-0102",
        when="evenings",
        may_tell="no",
        way_round="write first",
        good_for="listening",
    )
    frame = after(Walk.begin(Plan({PEOPLE: (noted,)})), [NEXT]).frame()
    for part in (
        "555-0100",
        "Text 555-0102",
        "Good for: listening",
        "When: evenings",
        "need not say",
        "write first",
    ):
        assert part in words(frame)
    assert frame.number == "555-0100"


def test_an_exercise_and_a_code_are_offered_only_where_there_are_such() -> None:
    """A key that would do nothing is not offered."""
    frames = {frame.text[0].worded(_): frame for frame in screens(Walk.begin(FULL)) if frame.kind == "item"}
    assert "walk-start" in frames["Look around"].can
    assert frames["Look around"].skill == "five-senses"
    assert "walk-start" not in frames["Tea"].can
    assert "walk-code" in frames["A friend"].can
    assert "walk-code" not in frames["Tea"].can
    odd = Plan({PEOPLE: (Item("a", "A friend", "ask my sister"),)})
    frame = after(Walk.begin(odd), [NEXT]).frame()
    assert frame.number == "ask my sister"
    assert "walk-code" not in frame.can


def test_what_was_pressed_is_answered_without_blame() -> None:
    """One quiet line on the next item, and none after a plain next."""
    start = after(Walk.begin(FULL), [NEXT])
    assert "You did one thing." in words(start.next(DONE).frame())
    assert "Not that one, then." in words(start.next(NOT_THIS).frame())
    assert start.next(NEXT).frame().lead is None


def test_it_ends_softly_and_another_round_leaves_out_what_was_not_wanted() -> None:
    """Help now and "I can't stay safe" are among the ways on."""
    walk = after(Walk.begin(FULL), [NEXT, NOT_THIS] + [NEXT] * 12)
    assert walk.finished
    assert [option for option, _words in walk.frame().options] == [
        "again", "someone", "help-now", "unsafe", "rest",
    ]  # fmt: skip
    again = walk.next(AGAIN)
    assert again.frame().kind == "opening"
    texts = [frame.text[0].worded(_) for frame in screens(again) if frame.kind == "item"]
    assert "Tea" not in texts
    assert "Look around" in texts


def test_stopping_is_final() -> None:
    """At any place."""
    stopped = after(Walk.begin(FULL), [NEXT, STOP])
    assert stopped.stopped
    assert after(stopped, EVENTS) == stopped


def test_back_goes_one_screen_back() -> None:
    """From the first screen nowhere."""
    walk = after(Walk.begin(FULL), [NEXT, NEXT])
    assert walk.next(BACK).frame().text[0].worded(_) == "Tea"
    assert Walk.begin(FULL).next(BACK) == Walk.begin(FULL)


def test_control_characters_do_not_get_as_far_as_a_face() -> None:
    """What was written is cleaned where it is shown."""
    plan = Plan({COPING: (Item("a", "Tea\x1b[2J\u202e", "555\x07"),)})
    frame = after(Walk.begin(plan), [NEXT]).frame()
    assert frame.text[0].worded(_) == "Tea[2J"
    assert frame.number == "555"


def test_every_action_of_the_walk_is_known_to_it() -> None:
    """The table of keys and the machine speak of the same things; two are the face's own."""
    assert {found.id for found in DEFAULT.in_group(WALK)} == {*EVENTS, "walk-start", "walk-code"} - {AGAIN}


@given(plans(), ANY)
def test_any_keys_on_any_plan_lead_to_a_screen(plan: Plan, events: list[str]) -> None:
    """It never raises and never leaves its stops; every screen says something."""
    walk = Walk.begin(plan, LINES)
    for event in events:
        walk = walk.next(event)
        assert -1 <= walk.at <= len(walk.stops)
        frame = walk.frame()
        assert frame.title is not None
        assert frame.kind in {"opening", "away", "item", "offer", "someone", "end"}


@given(plans(), st.lists(st.sampled_from([NEXT, DONE, NOT_THIS, AWAY, SOMEONE]), max_size=60))
def test_no_more_than_two_things_pass_before_somebody_is_offered(plan: Plan, events: list[str]) -> None:
    """Whatever is pressed on the way; and before the end somebody was."""
    walk, alone, offered = Walk.begin(plan, LINES), 0, False
    seen = walk.at
    for event in [*events, *[NEXT] * 200]:
        walk = walk.next(event)
        if walk.finished:
            break
        stop = walk.stops[walk.at] if walk.at >= 0 else None
        person = walk.aside == SOMEONE or (
            stop is not None and (stop.item is None or stop.step in (PEOPLE, PROFESSIONALS))
        )
        if person:
            alone, offered = 0, True
        elif stop is not None and walk.at != seen:
            alone += 1
        seen = walk.at
        assert alone <= 2
    assert offered or not walk.finished


@given(plans())
def test_every_item_comes_once_and_none_that_is_not_safe(plan: Plan) -> None:
    """Except warning signs, which are no help now, and the answer that there is nobody."""
    unsafe = plan
    for step in STEPS:
        rows = enumerate(plan.of(step))
        marked = tuple(replace(item, not_safe=item.not_safe or n % 3 == 2) for n, item in rows)
        unsafe = unsafe.with_step(step, marked)
    walk = Walk.begin(unsafe)
    marked_once = with_marks(unsafe)
    expected = [
        item.id
        for step in STEPS
        if step != WARNING_SIGNS
        for item in marked_once.of(step)
        if not (item.not_safe or says_nobody(item))
    ]
    assert [stop.item.id for stop in walk.stops if stop.item is not None] == expected
    unsafe_ways = {item.phone for step in STEPS for item in unsafe.of(step) if item.not_safe} - {
        item.phone for step in STEPS for item in unsafe.of(step) if not item.not_safe
    }
    frames = [*screens(walk), walk.next(SOMEONE).frame()]
    assert not {frame.number for frame in frames if frame.number} & unsafe_ways


def test_who_is_not_safe_in_one_step_is_offered_from_no_other() -> None:
    """Nor are they among those who could help to get away from things."""
    plan = Plan({
        PEOPLE: (Item("a", "A relative", "555-0100", not_safe=True), Item("b", "A friend", "555-0101")),
        PROFESSIONALS: (Item("c", "Them again", "+1 555 0100"),),
        SAFER_SPACE: (Item("d", "Leave the house"), Item("e", "Ask them", not_safe=True)),
    })  # fmt: skip
    walk = Walk.begin(plan, LINES)
    every = [*screens(walk), walk.next(AWAY).frame(), walk.next(SOMEONE).frame()]
    said = " ".join(str(frame) for frame in every)
    assert "A friend" in said
    assert "Leave the house" in said
    assert not any(words in said for words in ("A relative", "Them again", "Ask them"))


def test_nobody_yet_is_no_stop_and_lines_are_offered() -> None:
    """There is somebody to reach all the same."""
    plan = Plan({COPING: (Item("a", "Tea"),), PEOPLE: (Item("b", "Nobody yet."),)})
    frames = screens(Walk.begin(plan, LINES))
    assert "Nobody yet." not in " ".join(str(frame) for frame in frames)
    assert any(frame.parts == LINES for frame in frames)


def test_a_walk_comes_to_what_was_done_and_left_out() -> None:
    """By the ids of the lines, and without their words; whether somebody was looked for is known too."""
    walk = after(Walk.begin(FULL, LINES), [NEXT, DONE, NOT_THIS, NEXT, SOMEONE, NEXT, STOP])
    kept = walk.as_record("an-id", When(0))
    assert (kept.done, kept.left_out) == (((COPING, "a"),), ((COPING, "b"),))
    assert kept.someone
    assert not kept.finished
    assert "Tea" not in str(kept)

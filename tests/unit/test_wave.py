"""Riding an urge: a person first where it is strong, never asked unasked, and no way out that counts less."""

from __future__ import annotations

import copy
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.events import Back, Choice, Extend, Forward, Pause, Rating, Skip, Stop, Tick
from copecli.core.records import HARD
from copecli.core.shared_words import UNSAFE
from copecli.core.wave import LENGTHS, LONGEST, About, Ask, Ride
from copecli.core.wave_frame import (
    ASKED,
    AWAY,
    END,
    FIRST,
    FOUND,
    LENGTH,
    LINES,
    NEXT,
    OPENING,
    PERSON,
    RIDING,
    STRENGTH,
    WAYS_ON,
    leads_here,
)
from copecli.core.when import When
from copecli.system.content import content_path
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.wave import Happening

WHEN = When.from_iso("2026-11-26T03:12:00.000+01:00")
ID = "019a3c5e-0000-7000-8000-000000000001"
ticks = st.integers(0, 400 * 64).map(lambda n: Tick(n / 64))
happenings: st.SearchStrategy[Happening] = st.one_of(
    ticks,
    ticks,
    st.integers(-2, 12).map(Rating),
    st.integers(-2, 5).map(Choice),
    st.sampled_from([Forward(), Forward(), Forward(), Back(), Skip(), Pause(), Extend(), Ask(), About()]),
)


def after(ride: Ride, *events: Happening) -> Ride:
    """Return the ride after all of `events`."""
    for event in events:
        ride = ride.next(event)
    return ride


def riding(minutes: int = 5, *, before: int | None = None) -> Ride:
    """Return a ride of so many minutes at its first second."""
    strength = Skip() if before is None else Rating(before)
    ride = after(Ride.begin(minutes), Forward(), strength)
    return ride.next(Forward()) if ride.at == FIRST else ride


def said(ride: Ride) -> str:
    """Return all that a face shows."""
    frame = ride.frame()
    parts = [frame.left, frame.title, *frame.text, *frame.details, frame.asked]
    parts += [text for _id, text in (*frame.offers, *frame.options)]
    return "\n".join(part.worded(_, help="h", pause="p") for part in parts if part is not None)


# the way to it


def test_it_begins_with_one_line_that_says_for_what_it_is_and_where_else_to_go() -> None:
    """Urges to hurt oneself; thoughts of ending one's life go to Help now."""
    (line,) = Ride.begin().frame().text
    assert line.worded(_, help="h") == (
        "For urges to hurt yourself. Thoughts of ending your life? Help now: h."
    )


@pytest.mark.parametrize("strength", range(11))
def test_from_7_up_a_person_or_another_place_stands_before_the_wave(strength: int) -> None:
    """Below, or left out, it goes straight on; a person is the first of the list."""
    ride = after(Ride.begin(), Forward(), Rating(strength))
    assert ride.at == (FIRST if strength >= HARD else LENGTH)
    if strength >= HARD:
        assert ride.frame().options[0][0] == PERSON
        assert UNSAFE in dict(ride.frame().options)
        away = ride.next(Choice(1))
        assert (away.at, away.next(Back()).at, away.next(Forward()).at) == (AWAY, FIRST, LENGTH)
        assert "another room" in said(away)


def test_how_strong_it_is_can_be_left_out() -> None:
    """Then nothing is noted of it."""
    ride = after(Ride.begin(10), Forward(), Forward())
    assert (ride.at, ride.chosen, ride.ratings) == (RIDING, 10, ())


def test_the_length_is_asked_unless_it_was_said() -> None:
    """Going on without choosing is the shortest."""
    asked = after(Ride.begin(), Forward(), Skip())
    assert [after(asked, Choice(n)).chosen for n in range(3)] == list(LENGTHS)
    assert asked.next(Forward()).chosen == LENGTHS[0]
    assert asked.next(Choice(3)) == asked  # I can't stay safe: the face goes there


def test_what_it_comes_from_is_said_where_one_asks_and_by_its_source() -> None:
    """A study with people who smoke, as the list of sources has it; and that it is not of self-harm."""
    about = Ride.begin().next(About())
    with Path(content_path("sources.toml")).open("rb") as file:
        found = tomllib.load(file)["BowenMarlatt09"]["found"]
    assert "123 students" in found
    assert "123 students who smoke" in said(about)
    assert "not tested for self-harm" in said(about)
    assert after(about, Back()).at == OPENING
    assert after(about, Forward()).at == STRENGTH


# on it


def test_each_minute_asks_only_once_that_was_wanted() -> None:
    """One key turns it on, the same key off; an answer rests until the next minute."""
    ride = after(riding(), *[Tick(60.0)] * 2)
    assert ride.frame().asked is None
    ride = ride.next(Ask())
    assert ride.frame().asked == ASKED
    ride = ride.next(Rating(4))
    assert not ride.due
    assert after(ride, Tick(59.0)).frame().asked != ASKED
    assert after(ride, Tick(60.0)).frame().asked == ASKED
    assert after(ride, Ask(), Tick(60.0)).frame().asked != ASKED


def test_a_number_is_noted_without_being_asked_and_beside_the_first() -> None:
    """Where it rose, or is strong, a person is named."""
    assert "Noted: 5." in said(after(riding(), Tick(3.0), Rating(5)))
    assert "Noted: 8. Would a person help?" in said(after(riding(), Rating(8)))
    assert "Before 6, now 4." in said(after(riding(before=6), Rating(4)))
    assert "Before 5, now 6. Would a person help?" in said(after(riding(before=5), Rating(6)))
    assert "Before 9, now 8. Would a person help?" in said(after(riding(before=9), Rating(8)))
    assert after(riding(before=6), Rating(4)).ratings == ((0, 6), (1, 4))


def test_a_person_and_not_being_safe_are_there_at_every_moment_from_the_start_on() -> None:
    """On each screen but what it comes from, and in each minute of the wave."""
    rides = [Ride.begin(), after(Ride.begin(), Forward()), after(Ride.begin(), Forward(), Rating(9))]
    rides += [after(Ride.begin(), Forward(), Skip()), *(after(riding(), Tick(60.0 * n)) for n in range(6))]
    assert rides[-1].at == END
    for ride in rides:
        assert "I can't stay safe" in said(ride)
    assert all("wave-someone" in ride.frame().can for ride in rides if ride.at == RIDING)


def test_the_first_line_to_read_is_to_move_away() -> None:
    """One line a minute, and another at a key."""
    ride = riding(15)
    shown = [after(ride, Tick(60.0 * n)).frame().text[0] for n in range(len(LINES))]
    assert shown == list(LINES)
    assert "You could move away first." in shown[0].worded(_)
    assert ride.next(Forward()).frame().text == (LINES[1],)


def test_the_time_is_told_in_half_minutes_until_it_is_over() -> None:
    """In words; a pause says that it stands still."""
    left = {0: "About 5 minutes left.", 31: "About 4 minutes left.", 211: "About a minute left."}
    left |= {269: "About a minute left.", 270: "Half a minute left.", 299: "Half a minute left."}
    for second, words in left.items():
        assert words in said(riding().next(Tick(float(second))))
    assert "stands still" in said(riding().next(Pause()))
    assert after(riding(), Pause(), Tick(900.0), Pause()) == riding()


# the end


def test_the_end_allows_nothing_and_names_a_person_first() -> None:
    """A person, another skill, or rest; and more time, and not being safe."""
    ride = after(riding(), Tick(1000.0))
    assert (ride.at, ride.seconds, ride.frame().text) == (END, 300.0, (NEXT,))
    assert NEXT.worded(_) == "Next: a person, another skill, or rest."
    assert [way for way, _words in WAYS_ON] == ["person", "another", "longer", "unsafe", "rest"]


def test_what_was_ridden_stays_ridden() -> None:
    """Longer, and stopped on the way: the time that was chosen has gone by."""
    ride = after(riding(), Tick(300.0), Extend(), Tick(30.0), Stop())
    record = ride.as_record(ID, WHEN)
    assert record is not None
    assert (record.minutes, record.seconds, record.finished) == (5, 330, True)
    sooner = after(riding(), Tick(200.0), Extend(), Tick(99.0), Stop()).as_record(ID, WHEN)
    assert sooner is not None
    assert not sooner.finished


def test_it_can_be_made_longer_but_not_without_end() -> None:
    """On the way and at the end."""
    ride = after(riding(15), *[Extend()] * 60)
    assert ride.minutes == LONGEST
    assert after(ride, Tick(1e6), Extend()).at == END
    assert after(riding(), Tick(1e6), Extend()).at == RIDING


def test_nothing_is_kept_of_what_was_not_ridden() -> None:
    """Looking, and leaving."""
    assert after(Ride.begin(), Forward(), Rating(8), Stop()).as_record(ID, WHEN) is None
    assert riding().next(Stop()).as_record(ID, WHEN) is None


def test_no_sentence_of_it_says_that_thoughts_of_ending_ones_life_pass() -> None:
    """What passes is some urges, and not all of them; nothing is promised."""
    passing = [line for line in (*LINES, *FOUND) if "pass" in line.text or "ease" in line.text]
    assert passing
    assert all(line.text.startswith(("Some urges pass in minutes; some", "An urge can")) for line in passing)


def test_the_door_stands_where_an_urge_was_named() -> None:
    """And nowhere for somebody who is on a wave."""
    assert leads_here("urge", riding=False)
    assert not leads_here("urge", riding=True)
    assert not leads_here("sad", riding=False)


# whatever happens


@given(st.sampled_from((0, *LENGTHS)), st.lists(happenings, max_size=60))
def test_whatever_happens_a_ride_stays_whole(minutes: int, happened: list[Happening]) -> None:
    """Nothing raises or changes an earlier ride; time never runs back or over; there is always a way on."""
    ride = Ride.begin(minutes)
    for event in happened:
        before, as_it_was = ride, copy.deepcopy(ride)
        ride = ride.next(event)
        assert before == as_it_was
        assert before.seconds <= ride.seconds <= max(ride.total, before.seconds)
        assert ride.minutes <= LONGEST
        assert before.ridden <= ride.ridden
        assert [second for second, _value in ride.ratings] == sorted({s for s, _value in ride.ratings})
        assert all(0 <= value <= 10 for _second, value in ride.ratings)
        assert said(ride)
        assert (ride.until_change(64) is None) == (ride.at != RIDING or ride.paused)
        record = ride.as_record(ID, WHEN)
        assert record is None or record.finished == (ride.seconds >= ride.chosen * 60)
    stopped = ride.next(Stop())
    assert stopped.stopped
    assert after(stopped, *happened) == stopped


@given(st.lists(st.integers(0, 640).map(lambda n: n / 64), max_size=40), st.booleans())
def test_many_small_ticks_come_to_the_same_as_one_big_one(pieces: list[float], asks: bool) -> None:
    """Drawn often or seldom, or not at all beneath Help now, the same second is the same."""
    ride = riding().next(Ask()).next(Rating(5)) if asks else riding()
    assert after(ride, *map(Tick, pieces)) == ride.next(Tick(sum(pieces)))


@given(st.integers(0, 300 * 64).map(lambda n: n / 64), st.sampled_from([0, 36, 64]))
def test_what_looks_different_comes_no_sooner_than_it_says(seconds: float, columns: int) -> None:
    """The wait that a face is told is long enough, and what is said changes within no shorter one."""
    ride = riding().next(Tick(seconds))
    wait = ride.until_change(columns)
    if wait is None:
        assert ride.at == END
        return
    assert 0 < wait <= 30.01
    almost = ride.next(Tick(max(0.0, wait - 0.02)))
    assert almost.frame() == ride.frame()

"""The pacer is a pure function of elapsed time: it may be drawn as seldom as one likes and never drifts."""

from __future__ import annotations

from itertools import pairwise
from math import inf, nextafter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from copecli.core.pacer import Beat, Cue, Pacer
from tests.strategies import pacers

IN, OUT = Beat("In", 4, 1.0), Beat("Out", 6, 0.0)
BREATH = Pacer((IN, OUT), 3)


def place(cue: Cue) -> tuple[int, int]:
    """Return where in the rounds a moment stands."""
    return cue.round, cue.beat


@pytest.mark.parametrize(
    ("elapsed", "cue", "fraction", "seconds_left", "round_"),
    [
        (0, "In", 0.0, 4.0, 0),
        (1, "In", 0.25, 3.0, 0),
        (4, "Out", 0.0, 6.0, 0),
        (9.25, "Out", 0.875, 0.75, 0),
        (10, "In", 0.0, 4.0, 1),
        (26, "Out", 1 / 3, 4.0, 2),
    ],
)
def test_it_says_the_beat_and_how_much_of_it_is_left(
    elapsed: float, cue: str, fraction: float, seconds_left: float, round_: int
) -> None:
    """Four seconds in, six seconds out, three times."""
    found = BREATH.at(elapsed)
    assert (found.cue, found.round, found.done) == (cue, round_, False)
    assert (found.fraction, found.seconds_left) == pytest.approx((fraction, seconds_left))


@pytest.mark.parametrize("elapsed", [30, 30.01, 1e9, float("inf")])
def test_after_the_last_round_it_rests_where_the_last_beat_ended(elapsed: float) -> None:
    """It stays done, and never begins a fourth round."""
    assert BREATH.at(elapsed) == Cue("Out", 1.0, 0.0, 0.0, 1, 2, True)


def test_a_time_before_the_start_is_the_start() -> None:
    """A clock that was set back cannot break it."""
    assert BREATH.at(-5) == BREATH.at(0)


def test_the_shape_is_filled_by_the_in_breath_and_emptied_by_the_out_breath() -> None:
    """Empty, full after the in-breath, empty again; half way there in the middle of a beat."""
    assert [BREATH.at(t).fill for t in (0, 2, 4, 7, 10)] == pytest.approx([0, 0.5, 1, 0.5, 0])


def test_the_shape_starts_and_ends_each_beat_softly() -> None:
    """Near both ends of a beat it moves less than in its middle."""
    fills = [BREATH.at(t / 10).fill for t in range(41)]
    steps = [b - a for a, b in pairwise(fills)]
    assert max(steps[0], steps[-1]) < 0.2 * max(steps)


@given(pacers)
def test_it_lasts_as_long_as_its_beats_together(pacer: Pacer) -> None:
    """Rounds times beats, done at the end and not before."""
    assert pacer.seconds == pytest.approx(pacer.rounds * sum(beat.seconds for beat in pacer.beats))
    assert pacer.at(pacer.seconds).done
    assert not pacer.at(pacer.seconds * 0.999999).done


@given(pacers, st.floats(0, 1.2))
def test_everything_stays_within_its_bounds(pacer: Pacer, part: float) -> None:
    """Fractions and fill in 0..1, time left in 0..beat, beat and round within what there is."""
    cue = pacer.at(part * pacer.seconds)
    assert 0 <= cue.fraction <= 1
    assert 0 <= cue.fill <= 1
    assert 0 <= cue.seconds_left <= pacer.beats[cue.beat].seconds
    assert 0 <= cue.round < pacer.rounds
    assert cue.cue == pacer.beats[cue.beat].cue


@given(pacers, st.integers(0, 99), st.integers(0, 4), st.floats(0.01, 0.99))
def test_it_never_drifts(pacer: Pacer, round_: int, beat: int, fraction: float) -> None:
    """In any round a beat comes exactly when all beats before it are over."""
    assume(round_ < pacer.rounds and beat < len(pacer.beats))
    before = round_ * pacer.round_seconds + sum(b.seconds for b in pacer.beats[:beat])
    cue = pacer.at(before + fraction * pacer.beats[beat].seconds)
    assert place(cue) == (round_, beat)
    assert cue.fraction == pytest.approx(fraction, abs=1e-6)
    assert cue.seconds_left == pytest.approx((1 - fraction) * pacer.beats[beat].seconds, abs=1e-6)


def around_turns(pacer: Pacer) -> list[float]:
    """Return moments in order, thickest around the turns of the first rounds, where floats go wrong."""
    turns, at = [0.0], 0.0
    for round_ in range(min(pacer.rounds, 12)):
        for index in range(len(pacer.beats)):
            at = round_ * pacer.round_seconds + sum(b.seconds for b in pacer.beats[: index + 1])
            turns.append(at)
    turns += [round_ * pacer.round_seconds for round_ in range(pacer.rounds + 1)]
    close = [nextafter(t, -inf) for t in turns] + [nextafter(t, inf) for t in turns]
    return sorted(t for t in turns + close + [t + 0.01 for t in turns] if t >= 0)


@given(pacers)
def test_it_never_goes_backwards(pacer: Pacer) -> None:
    """Later is never an earlier beat, not even by the last digit of a number."""
    places = [place(pacer.at(t)) for t in around_turns(pacer)]
    assert places == sorted(places)


@pytest.mark.parametrize("seconds", [0.7, 1.1, 3.3, 4.35])
def test_a_round_is_never_counted_before_it_begins(seconds: float) -> None:
    """Three times 1.1 is not quite 3.3 in a computer; the round and the beat change together all the same."""
    pacer = Pacer((Beat("In", seconds, 1.0), Beat("Out", seconds, 0.0)), 500)
    for round_ in range(1, 500):
        for at in (round_ * pacer.round_seconds, nextafter(round_ * pacer.round_seconds, -inf)):
            assert place(pacer.at(at)) in ((round_ - 1, 1), (round_, 0))


@given(pacers)
def test_the_shape_never_jumps(pacer: Pacer) -> None:
    """Between two moments close together it moves no more than a soft start allows."""
    fastest = 1.5 / min(beat.seconds for beat in pacer.beats)
    moments = around_turns(pacer)
    for a, b in pairwise(moments):
        moved = abs(pacer.at(b).fill - pacer.at(a).fill)
        assert moved <= fastest * (b - a) + 1e-6 or b - a > 1


@given(pacers, st.lists(st.integers(0, 2000).map(lambda n: n / 64), max_size=20))
def test_small_pieces_of_time_come_to_the_same_as_one_big_one(pacer: Pacer, pieces: list[float]) -> None:
    """Drawn often or seldom, the same second shows the same thing."""
    seen, at = pacer.at(0.0), 0.0
    for piece in pieces:
        at += piece
        seen = pacer.at(at)
    assert seen == pacer.at(sum(pieces))

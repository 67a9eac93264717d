"""What ratings come with: worked by hand, and tried on journals made of chance."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.checkin import FEELINGS, CheckIn
from copecli.core.evidence import EARLY, OPEN, chance_of
from copecli.core.pattern_words import HIGHER, LOWER, key_words, often
from copecli.core.patterns import BANDS, Pattern, patterns, standing_out
from copecli.core.tallies import Rated, Spread
from copecli.core.tallying import tallies_of
from copecli.core.when import When

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HOUR_MS = 3_600_000


def journal(*groups: tuple[int, int, str]) -> Mapping[str, Mapping[str, Rated]]:
    """Return the sums of check-ins (how many, distress, tag), one an hour."""
    each = [(distress, tag) for times, distress, tag in groups for _ in range(times)]
    return tallies_of(
        CheckIn(id=str(at), when=When(at * HOUR_MS), distress=distress, tags=(tag,) if tag else ())
        for at, (distress, tag) in enumerate(each)
    ).rated


def of(found: tuple[Pattern, ...], key: str, measure: str = "distress") -> Pattern:
    """Return what was found of one thing."""
    return next(one for one in found if (one.key, one.measure) == (key, measure))


def said(found: Pattern) -> list[str]:
    """Return what is said of it, in English."""
    return [sentence.worded(str) for sentence in found.words]


def test_an_estimate_is_worked_by_hand() -> None:
    """Ninety check-ins at 3 and ten with a tag at 8.

    The mean of all is 3.5 and the variance (90 * 9 + 10 * 64) / 100 - 3.5^2 = 2.25. The tag lies 4.5 above;
    the weight is 10 / (10 + 2.25) = 40/49, and the estimate 4.5 * 40/49 = 3.7. A high value, 6.5 above the
    mean, comes in 2.25 / (2.25 + 42.25) = 5 % of draws. Ten of a hundred tell as much as 10 * 99 / 90 = 11
    draws, and for these 11 * (4.5 * 6.5 + 2.25) / 44.5 = 7.8 high ones are needed: once in some ten millions,
    and as often so far below.
    """
    found = of(patterns(journal((90, 3, ""), (10, 8, "work"))), "work")
    assert found.points == pytest.approx(4.5 * 40 / 49)
    assert found.times == 10
    assert found.chance == pytest.approx(2 * chance_of(11, 4.5, 2.25, 6.5))
    assert 1e-9 < found.chance < 1e-6
    assert found.verdict == HIGHER
    assert said(found) == ["Distress tends to be higher with “work”.", "By about 4 points, 10 times."]


def test_lower_is_found_as_higher_is() -> None:
    """What goes with an easier time is worth knowing, too."""
    found = of(patterns(journal((90, 7, ""), (10, 2, "the dog"))), "the dog")
    assert found.verdict == LOWER
    assert said(found)[0] == "Distress tends to be lower with “the dog”."


def test_under_five_times_it_is_too_early() -> None:
    """However far apart."""
    found = patterns(journal((90, 0, ""), (4, 10, "work"), (5, 10, "home")))
    assert of(found, "work").verdict == EARLY
    assert said(of(found, "work")) == ["Too early to tell."]
    assert of(found, "home").verdict == HIGHER


def test_what_is_always_there_stands_beside_nothing() -> None:
    """With fewer than five check-ins without it, nothing is said."""
    found = of(patterns(journal((50, 8, "work"), (4, 0, ""))), "work")
    assert found.verdict == OPEN
    assert said(found) == ["No clear difference."]


def test_ratings_that_are_all_the_same_show_nothing() -> None:
    """No spread, no pattern, no fault."""
    assert standing_out(patterns(journal((50, 5, "a"), (50, 5, "b")))) == ()
    assert standing_out(patterns(journal((50, 0, "a"), (50, 0, "b")))) == ()


def test_capitals_make_no_new_tag() -> None:
    """Ten times, in two spellings; the one used most is shown."""
    found = patterns(journal((60, 3, ""), (4, 8, "work"), (6, 8, "Work")))
    assert of(found, "Work").times == 10


def test_a_time_of_day_and_a_weekday_are_said_in_words() -> None:
    """From the hours and days of the person's own clock."""
    night_on_mondays = [
        CheckIn(id=f"{week} {hour}", when=When((week * 168 + day * 24 + hour) * HOUR_MS), urge=urge)
        for week in range(20)
        for day in range(7)
        for hour in (2, 9, 15, 19)
        for urge in (9 if day == 4 or hour == 2 else 2,)
    ]
    found = standing_out(patterns(tallies_of(night_on_mondays).rated))
    assert {one.measure for one in found} == {"urge"}
    assert {said(one)[0] for one in found} >= {
        *("The urge tends to be stronger on Mondays.", "The urge tends to be stronger at night."),
    }


def test_what_follows_from_the_furthest_time_is_not_said_again() -> None:
    """Where the night is hard the rest of the day is easier than the mean, and that is no news."""
    hard_nights = [
        CheckIn(id=f"{at}", when=When(at * HOUR_MS), distress=8 if at % 24 < 5 else 2 + at % 3)
        for at in range(0, 2000, 5)
    ]
    found = patterns(tallies_of(hard_nights).rated)
    assert {of(found, band).verdict for band in ("morning", "afternoon", "evening")} == {LOWER}
    assert [one.key for one in standing_out(found) if one.part == "band"] == ["night"]


def test_every_hour_has_one_time_of_day() -> None:
    """None is lost and none counted twice."""
    assert sorted(hour for hours in BANDS.values() for hour in hours) == list(range(24))


def test_what_stands_out_comes_first_and_furthest_first() -> None:
    """The rest follows."""
    found = patterns(journal((200, 3, ""), (30, 6, "some"), (30, 9, "more"), (3, 9, "early")))
    tags = [one.key for one in found if one.part == "tag"]
    assert tags[:2] == ["more", "some"]
    assert tags[-1] == "early"


def test_words_of_the_list_are_worded_and_own_words_are_left_alone() -> None:
    """Braces and line breaks of their own do no harm."""
    assert key_words("feeling", "numb").worded(str) == dict(FEELINGS)["numb"]
    assert key_words("tag", "numb").worded(str) == "numb"
    assert key_words("feeling", "a {what}\n b").worded(str) == "a {what} b"


words = st.sampled_from(["numb", "sad", "Work", "work", "{x}", "night"])
ratings = st.none() | st.integers(0, 10)
check_ins = st.builds(
    CheckIn,
    id=st.just("a"),
    when=st.builds(When, st.integers(10**11, 10**12), st.integers(-600, 600)),
    feelings=st.lists(words, max_size=3).map(tuple),
    tags=st.lists(words, max_size=3).map(tuple),
    distress=ratings,
    urge=ratings,
)


@given(st.lists(check_ins, max_size=40))
def test_any_journal_can_be_looked_at(records: list[CheckIn]) -> None:
    """Every estimate lies within the scale, and every sentence can be worded."""
    for one in patterns(tallies_of(records).rated):
        assert -10 <= one.points <= 10
        assert 0 <= one.chance <= 1
        assert (one.verdict == EARLY) == (one.times < 5)
        assert all(said(one))


def test_trigger_maps_are_counted_and_no_more() -> None:
    """The three most frequent of each, those seen twice or more."""
    counted = {
        "kind": {"trigger-map": 9},
        "trigger": {"criticism": 6, "own words": 3, "bored": 2, "late-night": 2, "money-home": 1},
        "function": {"ease-feeling": 5, "show": 1},
        "did": {"hurt": 9},
    }
    assert [one.worded(str) for one in often(counted)] == [
        "Right before, often: “Being told off, or something not going well”. In 6 of 9 maps.",
        "Right before, often: “own words”. In 3 of 9 maps.",
        "Right before, often: “Nothing to do”. In 2 of 9 maps.",
        "What was needed, often: “To make a bad feeling stop or shrink”. In 5 of 9 maps.",
    ]
    assert [one.worded(str) for one in often({"kind": {"trigger-map": 4}})] == ["Too early to tell."]
    assert [one.worded(str) for one in often({})] == ["Too early to tell."]


# on journals made of chance


def rating(value: float) -> int:
    """Return a number as the nearest rating."""
    return max(0, min(10, round(value)))


NOISE: dict[str, Callable[[Random], int]] = {
    "even": lambda random: rating(random.gauss(5, 2)),
    "low": lambda random: rating(random.expovariate(1)),
    "lopsided": lambda random: 0 if random.random() < 0.9 else random.choice((6, 7, 8, 9)),
    "two values": lambda random: 10 if random.random() < 0.05 else 0,
}


def by_chance(random: Random, n: int, draw: Callable[[Random], int]) -> dict[str, dict[str, Rated]]:
    """Return the sums of `n` check-ins whose ratings have nothing to do with anything."""
    found: dict[str, dict[str, list[int]]] = {part: {} for part in ("feeling", "tag", "hour", "weekday")}
    often_used = [1 / (at + 1) for at in range(30)]
    for _ in range(n):
        distress, urge = draw(random), draw(random)
        keys = [("hour", f"{random.randrange(24):02d}"), ("weekday", str(random.randrange(7)))]
        keys += [("tag", f"t{at}") for at in {*random.choices(range(30), often_used, k=2)}]
        keys += [("feeling", f"f{at}") for at in {*random.choices(range(13), k=2)}]
        for part, key in keys:
            row = found[part].setdefault(key, [0] * 5)
            for at, number in enumerate((1, distress, distress * distress, urge, urge * urge)):
                row[at] += number
    return {
        part: {key: Rated(n, Spread(n, *row[:2]), Spread(n, *row[2:])) for key, (n, *row) in keys.items()}
        for part, keys in found.items()
    }


@pytest.mark.parametrize("noise", NOISE)
def test_pure_noise_seldom_leads_to_any_claim(noise: str) -> None:
    """In at most 5 of 100 journals, over all tags, feelings, times and days, however lopsided the ratings."""
    random = Random(21)
    for n, runs in ((60, 300), (300, 120)):
        claimed = sum(bool(standing_out(patterns(by_chance(random, n, NOISE[noise])))) for _ in range(runs))
        assert claimed <= 0.05 * runs


def test_what_adds_two_points_is_found_in_most_journals_in_time() -> None:
    """With 50 of 400 check-ins in at least 90 of 100; the bar is high, and not out of reach."""
    random = Random(22)
    runs = 60
    found = 0
    for _ in range(runs):
        rated = by_chance(random, 350, NOISE["even"])
        hard = Spread.of(*(rating(random.gauss(7, 2)) for _ in range(50)))
        rated["tag"]["work"] = Rated(50, hard, Spread())
        rated["hour"]["09"] = rated["hour"].get("09", Rated()) + Rated(50, hard, Spread())
        found += of(patterns(rated), "work").verdict == HIGHER
    assert found >= 0.9 * runs

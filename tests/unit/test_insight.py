"""What tends to help: worked by hand, and tried on people made of chance."""

from __future__ import annotations

from itertools import islice
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.evidence import EARLY, FEWEST, OPEN
from copecli.core.insight import (
    Help,
    helping,
    lifts,
    own_of,
    rank,
    scores_of,
    step_of,
)
from copecli.core.insight_words import FAIRLY_SURE, HARDER, HELPS, NOT_SURE, QUITE_SURE, WHEN
from copecli.core.skill import STATES
from copecli.core.tallies import Helped
from copecli.core.tallying import tallies_of
from copecli.core.uses import EASIER, Use
from copecli.core.when import When
from tests.unit.uses import BOTH, RATINGS, WORDS, One, drawn, helped

STATES_OF_OTHERS = ("sad", "numb")


def said(found: Help) -> list[str]:
    """Return what is said of it, in English."""
    return [sentence.worded(str) for sentence in found.words]


def over_all(found: tuple[Help, ...], skill: str = "look", state: str = "") -> Help:
    """Return what was found of one skill."""
    return next(one for one in found if (one.skill, one.state) == (skill, state))


# worked by hand


def test_words_become_points_by_the_persons_own_step() -> None:
    """Two easier uses fell by 5 and 4, one harder one rose by 3.

    step = (4 * 2 + 5 + 4 + 3) / (4 + 3) = 20 / 7. Harder counts the other way round, and at first it is 2.
    """
    assert step_of([helped([(5, "easier"), (4, "easier"), (-3, "harder"), (1, "same")])]) == pytest.approx(
        20 / 7
    )
    assert step_of([]) == 2.0


def test_a_use_with_a_word_and_a_rating_counts_once() -> None:
    """Ratings 3, -1, 0 and -2, and three words alone: 2 + 2 - 2. A word beside a rating adds nothing."""
    both: list[One] = [(3, "easier"), (0, "same"), (-2, "harder"), (-1, "")]
    alone: list[One] = [(None, "easier"), (None, "easier"), (None, "harder")]
    scores = scores_of(helped(both + alone), 2.0)
    assert (scores.n, scores.total, scores.squares) == (7, 3 + 0 - 2 - 1 + 2 + 2 - 2, 9 + 4 + 1 + 4 + 4 + 4)
    assert (scores.rated, scores.easier, scores.told, scores.uses) == (4, 3, 6, 7)


def test_cant_tell_is_a_use_that_says_nothing() -> None:
    """Ten of them are ten uses, and still too early."""
    found = over_all(helping([helped([(None, "cant-tell")] * 10 + [(None, "easier")] * 4)]))
    assert (found.uses, found.counted, found.verdict) == (14, 4, EARLY)
    assert said(found) == ["Too early to tell."]


def test_an_estimate_is_worked_by_hand_from_uses_to_points() -> None:
    """One skill, four ratings of 3.

    The person's own mean begins with five uses at 0: 12 / 9 = 4/3. Nothing lies around the mean, so the noise
    is 4 * 4 / (4 + 3) = 16/7; between skills there is one to compare, so it stays 1. The weight is
    4 / (4 + 16/7) = 7/11, and the estimate 4/3 + 7/11 * (3 - 4/3) = 79/33, about 2.4.
    """
    uses = [helped([(3, "")] * 4)]
    own = own_of(uses)
    assert [own.mean, own.noise, own.between] == pytest.approx([4 / 3, 16 / 7, 1.0])
    assert over_all(helping(uses)).points == pytest.approx(79 / 33)


def test_what_lies_between_skills_is_worked_by_hand() -> None:
    """Two skills, ten uses each, one always 4 and one always 0; the mean is 2.

    apart = 10 * 4 + 10 * 4 = 80; noise = 4 * 4 / (4 + 18) = 8/11; spare = 20 - 200 / 20 = 10. So between them
    lie (80 - 8/11) / 10 = 872/110, and mixed with the first guess (4 * 1 + 872/110) / 5.
    """
    own = own_of([helped([(4, "")] * 10, "a"), helped([(0, "")] * 10, "b")])
    assert own.between == pytest.approx((4 + 872 / 110) / 5)


def test_a_state_leans_to_the_same_skill_in_other_states() -> None:
    """Two uses when numb that changed nothing, and twenty when sad that eased, by 3.5.

    The person's own mean is 70 / 27; the noise (16 + 20 * 0.25) / (4 + 19 + 1) = 7/8. Elsewhere it eases by
    70/27 + 20 / (20 + 7/8) * (3.5 - 70/27) = 3.46. Two uses weigh 2 / (2 + 7/8) = 16/23, so when numb it is
    7/23 of that, about 1.05; and it is too early.
    """
    found = helping([helped([(4, ""), (3, "")] * 10, state="sad"), helped([(0, "")] * 2, state="numb")])
    elsewhere = 70 / 27 + 20 / (20 + 7 / 8) * (3.5 - 70 / 27)
    numb = over_all(found, state="numb")
    assert numb.points == pytest.approx(elsewhere * 7 / 23)
    assert numb.verdict == EARLY


def test_a_skill_leans_to_the_persons_own_mean() -> None:
    """The same single use says more where other skills help than where they do not."""
    new = helped([(1, "")], "new")
    helps, changes_nothing = helped([(4, "")] * 20, "old"), helped([(0, "")] * 20, "old")
    first, second = (over_all(helping([new, other]), "new").points for other in (helps, changes_nothing))
    assert first > 1.0 > second


# what is said


def test_words_are_counted_where_there_are_more_of_them_than_of_ratings() -> None:
    """Seven of eight: how many times, and how sure."""
    found = over_all(helping([helped([(None, "easier")] * 7 + [(None, "same")])]))
    assert (found.verdict, found.sure) == (HELPS, FAIRLY_SURE)
    assert said(found) == ["Tends to help.", "Easier after it 7 of 8 times.", "Fairly sure."]


def test_points_are_told_where_it_was_rated() -> None:
    """The shrunk points, a whole number of them."""
    found = over_all(helping([helped([(3, ""), (4, "")] * 20)]))
    assert (found.verdict, found.sure) == (HELPS, QUITE_SURE)
    assert said(found) == ["Tends to help.", "By about 3 points, 40 times.", "Quite sure."]


def test_a_small_help_is_called_small() -> None:
    """One point is “a point”, and less is “a little”."""
    one = over_all(helping([helped([(1, "")] * 60)]))
    less = over_all(helping([helped([(1, ""), (0, ""), (0, "")] * 60)]))
    assert said(one) == ["Tends to help.", "By about a point, 60 times.", "Quite sure."]
    assert said(less)[:2] == ["Tends to help.", "A little, 180 times."]


def test_what_is_harder_is_said_without_blame() -> None:
    """And beside it stands another way."""
    found = over_all(helping([helped([(-3, "harder"), (-2, "harder")] * 6)]))
    assert found.verdict == HARDER
    assert said(found) == ["Harder after it more often.", "Another may fit better."]


def test_what_is_not_clear_is_told_as_it_was() -> None:
    """The count, and that it is not sure; no points, which would sound like more."""
    words = over_all(helping([helped([(None, "easier")] * 4 + [(None, "harder")] * 4)]))
    ratings = over_all(helping([helped([(2, ""), (-2, "")] * 4)]))
    assert words.verdict == ratings.verdict == OPEN
    assert words.sure == NOT_SURE
    assert said(words) == ["Easier after it 4 of 8 times.", "Not sure yet."]
    assert said(ratings) == ["No clear change yet, 8 times.", "Not sure yet."]


def test_under_five_uses_it_is_too_early_whatever_they_were() -> None:
    """Four times ten points are four uses."""
    assert over_all(helping([helped([(10, "easier")] * 4)])).verdict == EARLY
    assert over_all(helping([helped([(10, "easier")] * 5)])).verdict == HELPS


def test_what_helps_comes_first_and_what_was_harder_last() -> None:
    """Within that, by points."""
    found = helping(
        [
            helped([(-3, "")] * 12, "harder"), helped([(1, "")] * 3, "early"),
            helped([(2, ""), (-2, "")] * 5, "open"), helped([(3, "")] * 12, "helps"),
            helped([(5, "")] * 12, "helps more"),
        ]
    )  # fmt: skip
    assert [one.skill for one in found] == ["helps more", "helps", "open", "early", "harder"]


def test_nothing_is_found_in_an_empty_journal() -> None:
    """Nor of a skill that is there without a use."""
    assert helping([]) == ()
    assert rank([]) == ()
    assert helping([Helped("look", "numb")]) == ()


def test_records_lead_to_the_same_finding() -> None:
    """From what was kept, through the sums, to what is said."""
    records = [
        Use(
            id=str(at),
            when=When(at),
            skill="look",
            state="numb",
            distress_before=7,
            distress_after=4,
            ease=EASIER,
        )
        for at in range(8)
    ]
    found = helping(tuple(tallies_of(records).helped.values()))
    assert said(over_all(found, state="numb")) == [
        "Tends to help.",
        "Easier after it 8 of 8 times.",
        "Quite sure.",
    ]


uses_of_one = st.tuples(
    st.none() | st.integers(-10, 10), st.sampled_from(["", "easier", "same", "harder", "cant-tell"])
)


@given(st.lists(st.tuples(uses_of_one, st.sampled_from("abc"), st.sampled_from(["", *STATES])), max_size=60))
def test_any_journal_has_findings_that_agree_with_its_counts(uses: list[tuple[One, str, str]]) -> None:
    """No use is lost, nothing is said too early, and every sentence can be worded."""
    cells = {(skill, state) for _, skill, state in uses}
    sums = [
        helped([use for use, *at in uses if at == [skill, state]], skill, state)
        for skill, state in sorted(cells)
    ]
    found = helping(sums)
    assert sum(one.uses for one in found if not one.state) == len(uses)
    for one in found:
        assert (one.verdict == EARLY) == (one.counted < FEWEST)
        assert all(text and "{" not in text for text in said(one))
        assert -10 <= one.points <= 10
    for state in ("", "numb"):
        assert all(lift.points and lift.why.worded(str) for lift in rank(sums, state))


# on people made of chance

RUNS = 1500


def others(random: Random) -> list[Helped]:
    """Return other skills of the person, which do help, told in ratings, words and both."""
    return [
        helped(islice(drawn(random, 2.0, told), 15), f"other {told}", state)
        for told in (RATINGS, WORDS, BOTH)
        for state in STATES_OF_OTHERS
    ]


@pytest.mark.parametrize("told", [RATINGS, WORDS, BOTH])
@pytest.mark.parametrize("others_help", [False, True], ids=["alone", "beside others that help"])
def test_a_skill_that_does_nothing_is_seldom_said_to_help(told: str, others_help: bool) -> None:
    """In no more than 5 runs of 100, looked at after every one of twenty uses; over all states and in one."""
    random = Random(11)
    claimed = {"": 0, "numb": 0}
    for _ in range(RUNS // 3):
        beside = others(random) if others_help else []
        uses = list(islice(drawn(random, 0.0, told), 20))
        for state in claimed:
            claimed[state] += any(
                over_all(helping([*beside, helped(uses[:n], state="numb")]), state=state).verdict == HELPS
                for n in range(5, 21)
            )
    assert max(claimed.values()) <= 0.05 * (RUNS // 3)


@pytest.mark.parametrize("told", [RATINGS, WORDS, BOTH])
@pytest.mark.parametrize("noise", [1.0, 2.0, 4.0])
def test_at_one_look_a_skill_that_does_nothing_is_hardly_ever_said_to_help(told: str, noise: float) -> None:
    """At the eighth, twentieth and fiftieth use, in 5 runs of 100 at the most, with wild ratings too."""
    random = Random(12)
    for n in (8, 20, 50):
        verdicts = [
            over_all(helping([helped(islice(drawn(random, 0.0, told, noise), n))])).verdict
            for _ in range(RUNS)
        ]
        assert verdicts.count(HELPS) <= 0.05 * RUNS
        assert verdicts.count(HARDER) <= 0.05 * RUNS


@pytest.mark.parametrize("told", [RATINGS, WORDS, BOTH])
def test_a_skill_that_eases_by_two_points_is_found_by_the_twentieth_use(told: str) -> None:
    """In at least 90 runs of 100, with noise of two points."""
    random = Random(13)
    verdicts = [
        over_all(helping([helped(islice(drawn(random, 2.0, told), 20))])).verdict for _ in range(RUNS)
    ]
    assert verdicts.count(HELPS) >= 0.9 * RUNS


def test_a_hundred_looks_lead_astray_little_more_often_than_one_in_twenty() -> None:
    """As the docstring says: some 7 in 100 when looked at after each of a hundred uses."""
    random = Random(14)
    runs = 300
    claimed = 0
    for _ in range(runs):
        uses = list(islice(drawn(random, 0.0, BOTH), 100))
        claimed += any(over_all(helping([helped(uses[:n])])).verdict == HELPS for n in range(5, 101))
    assert claimed <= 0.08 * runs


def test_estimates_are_nearer_to_the_truth_than_means() -> None:
    """The reason to lean to what is usual: over many people, eight skills each, three uses of each."""
    random = Random(15)
    ours = means = 0.0
    for _ in range(200):
        truth = {f"s{at}": random.gauss(1.0, 1.0) for at in range(8)}
        uses = [helped(islice(drawn(random, effect, RATINGS), 3), skill) for skill, effect in truth.items()]
        ours += sum((one.points - truth[one.skill]) ** 2 for one in helping(uses))
        means += sum((one.change.mean - truth[one.skill]) ** 2 for one in uses)
    assert ours < 0.7 * means


# moving up in a list


def test_a_skill_moves_up_by_what_its_own_uses_say_and_says_why() -> None:
    """Six times three points when numb; the noise is 4 * 4 / 9, the weight 6 / (6 + 16/9) = 27/35.

    There is nothing elsewhere to lean to but 0: 27/35 * 3 = 2.3, which is 2 whole points.
    """
    found = rank([helped([(3, "")] * 6, state="numb")], "numb")
    assert [(lift.skill, lift.points) for lift in found] == [("look", 2)]
    assert found[0].why.worded(str) == "About 2 points easier after it, 6 times, when numb."
    assert lifts(found) == {"look": 2}


def test_few_uses_move_nothing() -> None:
    """Below five a list stays as it was."""
    assert rank([helped([(9, "easier")] * 4, state="numb")], "numb") == ()


def test_more_of_the_same_moves_a_skill_further() -> None:
    """Few data weigh little."""
    points = [rank([helped([(4, ""), (0, "")] * n, state="numb")], "numb")[0].points for n in (3, 20)]
    assert points == [1, 2]


def test_where_a_state_has_too_few_uses_all_states_speak() -> None:
    """And the sentence names no state."""
    uses = [helped([(2, "")] * 10, state="sad"), helped([(2, "")], state="numb")]
    assert [lift.why.worded(str) for lift in rank(uses, "numb")] == [
        "About 2 points easier after it, 11 times."
    ]


def test_what_other_skills_do_moves_no_skill() -> None:
    """A skill without uses of its own stays, however much the others help."""
    uses = [helped([(4, "")] * 30, "old"), helped([(0, ""), (1, ""), (-1, "")] * 2, "new")]
    assert set(lifts(rank(uses))) == {"old"}


def test_what_was_harder_more_often_moves_down_without_blame() -> None:
    """Only then; a few bad times move nothing."""
    harder = rank([helped([(-2, "harder")] * 12, state="numb")], "numb")
    assert harder[0].points < 0
    assert harder[0].why.worded(str) == "Harder after it more often, when numb. Another may fit better."
    unclear = helped([(-4, ""), (2, "")] * 12, state="numb")
    assert over_all(helping([unclear])).points < -0.5
    assert rank([unclear], "numb") == ()


def test_each_state_can_be_said_inside_a_sentence() -> None:
    """And a state that this version does not know is said as it is."""
    assert set(WHEN) == set(STATES)
    found = rank([helped([(1, "")] * 60, state="on the train")], "on the train")
    assert found[0].why.worded(str) == "About a point easier after it, 60 times, on the train."

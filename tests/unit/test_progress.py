"""What one's own record shows: each section with nothing, with little and with enough."""

from __future__ import annotations

from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copecli.core.chain import TriggerMap
from copecli.core.chain_turns import PEOPLE_FIRST
from copecli.core.checkin import CheckIn
from copecli.core.progress import MOST_IN_A_STATE, MOST_PATTERNS, MOST_SKILLS, MOVED, Data, data_of, sections
from copecli.core.progress_words import BEFORE, DONE, HELPING, NEEDS, NOT_EASIER, TITLES
from copecli.core.record_format import to_line
from copecli.core.uses import EASIER, HARDER, PlanWalk, Use, Wave
from copecli.core.when import DAY_MS, When
from copecli.system.journal import Journal
from copecli.system.paths import find
from tests.journals import records as any_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copecli.core.records import Record
    from copecli.core.sections import Section

TODAY = "2026-11-26"
MONDAY = When.from_iso("2026-08-31T12:00:00+00:00")
NAMES = {"look": "Five senses", "cold": "Cold water"}


def shown(records: Iterable[Record], *, columns: int = 60, plain: bool = False) -> dict[str, Section]:
    """Return the sections of these records, by id."""
    made = sections(data_of(records), titles=NAMES, columns=columns, today=TODAY, plain=plain)
    return {section.id: section for section in made}


def said(section: Section) -> list[str]:
    """Return its lines, in English."""
    return [line.worded(str) for line in section.lines]


def check_ins(*each: tuple[int, CheckIn]) -> list[CheckIn]:
    """Return so many of each, one a day."""
    from dataclasses import replace

    made = [one for times, one in each for _ in range(times)]
    return [replace(one, id=f"c{at}", when=When(MONDAY.utc_ms + at * DAY_MS)) for at, one in enumerate(made)]


def check_in(**fields: object) -> CheckIn:
    """Return a check-in that `check_ins` puts into its place."""
    return CheckIn(id="", when=MONDAY, **fields)  # type: ignore[arg-type]


def uses(times: int, skill: str = "look", ease: str = EASIER, state: str = "") -> list[Use]:
    """Return uses after which it was so."""
    return [
        Use(id=f"{skill}{state}{at}", when=MONDAY, skill=skill, state=state, ease=ease) for at in range(times)
    ]


def maps(times: int, **fields: object) -> list[TriggerMap]:
    """Return trigger maps that are alike."""
    return [TriggerMap(id=f"m{at}", when=MONDAY, **fields) for at in range(times)]  # type: ignore[arg-type]


def test_nothing_kept_shows_nothing() -> None:
    """And so does what is not summed up."""
    assert shown([]) == {}


def test_sections_stand_in_one_order_and_what_can_fall_comes_last() -> None:
    """Under their own titles."""
    everything = [
        *check_ins((20, check_in(distress=3, urge=2, able=5))),
        *uses(12),
        *uses(12, "cold", HARDER),
        *maps(1),
    ]
    made = shown(everything)
    assert list(made) == [DONE, HELPING, BEFORE, NEEDS, NOT_EASIER, *MOVED]
    assert [made[key].title.text for key in made] == [TITLES[key] for key in made]
    assert [key for key in made if made[key].can_fall] == [NOT_EASIER, *MOVED]


def test_things_that_were_done_are_counted_as_facts() -> None:
    """Two waves to their end, three uses, one of them when it was hard, and somebody reached."""
    done = [
        *(Wave(id=f"w{at}", when=MONDAY, finished=at > 0) for at in range(3)),
        *uses(2),
        Use(id="hard", when=MONDAY, skill="cold", urge_before=9),
        PlanWalk(id="p", when=MONDAY, done=(("people", "a"),)),
    ]
    assert said(shown(done)[DONE]) == [
        "You rode out 2 waves.",
        "You used a skill 3 times.",
        "Once, it was very hard, and you used a skill.",
        "Once, you went to a person or a place in your plan.",
    ]


def test_what_helps_is_told_over_all_and_by_state_and_what_is_not_sure_comes_after() -> None:
    """Twelve words of 2 points are 24: more than the bar of 10 + 12 / 4 and a noise near 1, so quite sure."""
    numb = uses(12, state="numb")
    found = shown([*numb, *uses(1, state="sad"), *uses(3, "cold"), *uses(3, "cold", "same")])
    assert said(found[HELPING]) == [
        "Five senses: Tends to help. Easier after it 13 of 13 times. Quite sure.",
        "Five senses, when numb: Tends to help. Easier after it 12 of 12 times. Quite sure.",
        "Cold water: Easier after it 3 of 6 times. Not sure yet.",
    ]
    assert NOT_EASIER not in found


def test_a_skill_of_one_state_is_told_once() -> None:
    """With the state, and not once more without it."""
    (line,) = said(shown(uses(12, state="numb"))[HELPING])
    assert line.startswith("Five senses, when numb: Tends to help.")


def test_under_five_uses_it_is_too_early() -> None:
    """Of each exercise, however many there are."""
    found = shown([*uses(4), *uses(4, "cold", HARDER)])
    assert said(found[HELPING]) == [
        "Too early to tell.",
        "After five times with one exercise, more can be said.",
    ]
    assert NOT_EASIER not in found


def test_what_was_harder_stands_in_a_section_of_its_own() -> None:
    """And nowhere among what helps; an exercise without a name is called by its id."""
    words = "Harder after it more often. Another may fit better."
    both = shown([*uses(12, "gone", HARDER, "angry"), *uses(1, "gone", HARDER)])
    assert said(both[NOT_EASIER]) == [f"gone: {words}"]
    here = shown([*uses(12, "look", HARDER, "angry"), *uses(12, "look", EASIER, "numb")])
    assert said(here[NOT_EASIER]) == [f"Five senses, when angry: {words}"]
    assert said(here[HELPING])[0].startswith("Five senses, when numb: Tends to help.")
    found = shown(uses(12, "gone", HARDER))
    assert said(found[HELPING]) == ["Nothing stands out so far."]


def test_names_of_exercises_and_states_that_came_from_elsewhere_steer_nothing() -> None:
    """They are told without what a terminal would obey."""
    hostile = "a \x1b[2J\u202eb"
    found = shown([*uses(12, hostile, EASIER, hostile), *uses(12, hostile, HARDER, "numb")])
    told = " ".join(line for section in found.values() for line in said(section))
    assert "a [2Jb, a [2Jb: Tends to help." in told
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_what_leans_no_way_is_not_listed() -> None:
    """Three times easier and three times harder."""
    found = shown([*uses(3, "cold"), *uses(3, "cold", HARDER)])
    assert said(found[HELPING]) == ["Nothing stands out so far."]


def test_no_list_grows_long() -> None:
    """However many exercises, states and tags there are."""
    skills = [f"skill-{at}" for at in range(30)]
    found = shown(
        one for skill in skills for state in ("numb", "sad") for one in uses(12, skill, state=state)
    )
    assert len(found[HELPING].lines) == MOST_SKILLS + 2 * MOST_IN_A_STATE
    tags = tuple(f"tag-{at}" for at in range(20))
    together = shown(check_ins((90, check_in(distress=3)), (10, check_in(distress=8, tags=tags))))
    assert len(together[BEFORE].lines) == MOST_PATTERNS + 1


def test_what_comes_together_is_told_without_a_why() -> None:
    """Ninety check-ins at 3 and ten with a tag at 8: four points, as the patterns' own test works out."""
    found = shown(check_ins((90, check_in(distress=3)), (10, check_in(distress=8, tags=("work",)))))
    assert said(found[BEFORE]) == [
        "Distress tends to be higher with “work”. By about 4 points, 10 times.",
        "This is what came together. It does not say why.",
    ]


def test_few_or_even_check_ins_are_no_pattern() -> None:
    """Four are too early; twenty that are alike show nothing; one without a rating adds to it, too."""
    assert (
        said(shown(check_ins((4, check_in(distress=9, tags=("work",)))))[BEFORE])[0] == "Too early to tell."
    )
    assert said(shown(check_ins((1, check_in(able=3))))[BEFORE])[0] == "Too early to tell."
    assert said(shown(check_ins((20, check_in(distress=3))))[BEFORE]) == ["Nothing stands out so far."]


def test_maps_tell_what_they_share_from_five_on() -> None:
    """What stands in one map only is not told, and “can't tell” is no need."""
    assert said(shown(maps(4, needs=("show",)))[NEEDS]) == [
        "Too early to tell.",
        "After five maps, more can be said.",
    ]
    five = [*maps(4, needs=("show", "cant-tell"), before=("bored",)), *maps(1, vulnerable=("sleep",))]
    assert said(shown(five)[NEEDS]) == [
        "Right before, often: “Nothing to do”. In 4 of 5 maps.",
        "What was needed, often: “To show someone how bad it is”. In 4 of 5 maps.",
    ]
    assert said(shown(maps(5, needs=("cant-tell",)))[NEEDS]) == ["Nothing stands out so far."]


def test_people_come_first_where_a_need_was_to_hold_off_thoughts_of_ending_ones_life() -> None:
    """As at the end of a map."""
    lines = said(shown(maps(5, needs=("hold-off",)))[NEEDS])
    assert lines[-2:] == list(PEOPLE_FIRST)


def test_a_rating_is_told_and_drawn_by_the_week() -> None:
    """Eight weeks, four of 2 and four of 7, seven days each: higher, with a person where that is harder."""
    found = shown(check_ins((28, check_in(distress=2, able=2)), (28, check_in(distress=7, able=7))))
    assert said(found["distress"]) == [
        "Distress has been higher lately.",
        "Before about 2, lately about 7.",
        "Would a person help?",
    ]
    assert said(found["able"])[0] == "You felt more able to ride it out lately."
    assert "urge" not in found
    plot = found["distress"].plot
    assert plot is not None
    assert [line.worded(str) for line in plot.words][1] == "Week of 31 August: about 2."


@given(st.integers(1, 200), st.booleans(), st.lists(st.integers(0, 10), min_size=1, max_size=60))
@settings(max_examples=40)
def test_a_picture_fits_and_is_plain_where_that_is_asked(
    columns: int, plain: bool, ratings: list[int]
) -> None:
    """However wide, and however many weeks."""
    weekly = [
        CheckIn(id=str(at), when=When(MONDAY.utc_ms + 7 * at * DAY_MS), urge=rating)
        for at, rating in enumerate(ratings)
    ]
    plot = shown(weekly, columns=columns, plain=plain)["urge"].plot
    assert plot is not None
    assert all(len(line) <= max(columns, 14) for line in plot.lines)
    assert not plain or all(line.isascii() for line in plot.lines)


@given(
    st.lists(any_record, max_size=12).flatmap(lambda found: st.tuples(st.just(found), st.permutations(found)))
)
@settings(max_examples=60)
def test_the_same_records_show_the_same_in_whatever_order(both: tuple[list[Record], list[Record]]) -> None:
    """Sums have no order."""
    one, other = both
    assert data_of(one) == data_of(other)
    assert [*map(str, shown(one).values())] == [*map(str, shown(other).values())]


@given(st.lists(any_record, max_size=15, unique_by=lambda record: record.id), st.integers(0, 14))
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_kept_sums_show_what_the_records_show(kept: list[Record], gone: int) -> None:
    """Also after one of them was deleted."""
    with TemporaryDirectory() as directory:
        journal = Journal(find({}, directory))
        journal.take_in(((record, to_line(record)) for record in kept), lambda: None)
        for record in kept[gone : gone + 1]:
            journal.delete(record.id)
        stored = Data.of(journal.tallies())
        journal.close()
    assert stored == data_of([*kept[:gone], *kept[gone + 1 :]])

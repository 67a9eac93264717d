"""Which skills fit, in which order, and which may start when nobody has chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.catalogue import (
    DEFAULT_SKILL,
    GROUND_FAMILIES,
    Wish,
    at_random,
    for_grounding,
    offered,
    unasked,
)
from copecli.core.skill import CHANNELS, FAMILIES, INVOLVES, NOT_FOR, STATES, Say, Skill


def skill(skill_id: str = "look", **others: object) -> Skill:
    """Return a skill of one step that any key passes."""
    steps = (Say(id="a", text="Look."),)
    parts: dict[str, object] = {"title": "Look", "family": "grounding", "summary": "Look.", "discreet": "yes"}
    return Skill(id=skill_id, **({**parts, "steps": steps} | others))  # type: ignore[arg-type]


def ids(found: tuple[Skill, ...]) -> list[str]:
    """Return the ids of skills, in their order."""
    return [one.id for one in found]


# what fits


def test_a_state_is_met_by_what_is_made_for_it_and_by_what_is_for_any() -> None:
    """What is made for it comes first, and the more so the earlier it names it."""
    library = [
        skill("any", states=("any",)), skill("second", states=("sad", "numb")),
        skill("first", states=("numb",)), skill("other", states=("angry",)),
    ]  # fmt: skip
    assert ids(offered(library, Wish(state="numb"))) == ["first", "second", "any"]


def test_without_a_state_everything_fits() -> None:
    """Nobody has to say how it is."""
    assert len(offered([skill("a", states=("sad",)), skill("b", states=("numb",))], Wish())) == 2


def test_what_takes_longer_than_there_is_time_does_not_fit() -> None:
    """The shortest time it takes counts."""
    library = [skill("short", minutes=(1.0, 9.0)), skill("long", minutes=(5.0, 9.0))]
    assert ids(offered(library, Wish(minutes=2))) == ["short"]


def test_what_a_person_leaves_out_is_never_offered() -> None:
    """By what it involves, one thing is enough."""
    library = [skill("cold", involves=("cold", "exertion")), skill("look")]
    assert ids(offered(library, Wish(leave_out=frozenset({"cold", "scent"})))) == ["look"]


def test_what_is_hidden_is_never_offered_even_when_pinned() -> None:
    """Hiding is the last word."""
    library = [skill("a"), skill("b")]
    assert ids(offered(library, Wish(hidden=frozenset({"a"}), pinned=("a",)))) == ["b"]


def test_a_skill_all_of_whose_channels_are_left_out_fits_only_with_other_words() -> None:
    """One channel that is left, or an `instead`, keeps it."""
    other_words = (Say(id="a", text="Listen.", channel="sound", instead="Look."),)
    library = [
        skill("sound", channels=("sound",)), skill("both", channels=("sound", "sight")),
        skill("worded", channels=("sound",), steps=other_words), skill("none"),
    ]  # fmt: skip
    assert ids(offered(library, Wish(left_out_channels=frozenset({"sound"})))) == ["both", "none", "worded"]


def test_a_skill_of_which_little_would_be_left_does_not_fit() -> None:
    """More than half of its steps must be there for a person who leaves a channel out."""
    sound, sight = Say(id="a", text="Listen.", channel="sound"), Say(id="b", text="Look.")
    library = [
        skill("half", steps=(sound, sight)),
        skill("most", steps=(sound, sight, sight)),
        skill("worded", steps=(replace(sound, instead="Look."), sight)),
    ]
    assert len(offered(library, Wish())) == 3
    assert ids(offered(library, Wish(left_out_channels=frozenset({"sound"})))) == ["most", "worded"]


# the order


def test_pinned_skills_come_first() -> None:
    """Whatever else would have come first."""
    library = [skill("a"), skill("b", needs=("person",), discreet="no", cautions=("Careful.",))]
    assert ids(offered(library, Wish(pinned=("b",)))) == ["b", "a"]


@pytest.mark.parametrize(
    "harder",
    [
        {"needs": ("object",)},
        {"cautions": ("Careful.",)},
        {"not_for": ("heart",)},
        {"discreet": "no"},
        {"minutes": (3.0, 9.0)},
    ],
)
def test_what_needs_less_comes_first(harder: dict[str, object]) -> None:
    """Nothing at hand, no caution, discreet, short."""
    assert ids(offered([skill("a", **harder), skill("b")], Wish())) == ["b", "a"]


def test_the_order_does_not_hang_on_how_files_lie_on_the_disk() -> None:
    """Equal skills come by their ids."""
    assert ids(offered([skill("b"), skill("a")], Wish())) == ids(offered([skill("a"), skill("b")], Wish()))


# what starts unasked


@pytest.mark.parametrize("careful", [{"cautions": ("Careful.",)}, {"not_for": ("heart",)}])
def test_what_has_a_caution_is_offered_but_never_starts_unasked(careful: dict[str, object]) -> None:
    """It is shown in lists, and chosen by a person who has read its caution."""
    library = [skill("careful", **careful), skill("plain")]
    assert len(offered(library, Wish())) == 2
    assert ids(unasked(library, Wish())) == ["plain"]


def test_chance_draws_from_all_and_only_these() -> None:
    """The source of chance is handed in."""
    library = [skill("a"), skill("b"), skill("c")]
    draws = iter([0, 1, 2])
    asked = []

    def below(n: int) -> int:
        asked.append(n)
        return next(draws)

    assert [at_random(library, below).id for _ in library] == ["a", "b", "c"]
    assert asked == [3, 3, 3]


def test_grounding_speaks_of_its_families_only() -> None:
    """Grounding, breathing, distress tolerance, self-soothing."""
    library = [skill(family, family=family) for family in FAMILIES]
    assert set(ids(for_grounding(library))) == set(GROUND_FAMILIES)
    assert DEFAULT_SKILL == "feet-on-the-floor"


def some(words: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    """A few words of a vocabulary."""
    return st.lists(st.sampled_from(words), max_size=3, unique=True).map(tuple)


drawn_skills = st.builds(
    skill,
    st.sampled_from("abcdef"),
    states=some(STATES),
    involves=some(INVOLVES),
    channels=some(CHANNELS),
    cautions=some(("Careful.",)),
    not_for=some(NOT_FOR),
    minutes=st.sampled_from([(1.0, 5.0), (10.0, 20.0)]),
)
libraries = st.lists(drawn_skills, max_size=6, unique_by=lambda one: one.id)
wishes = st.builds(
    Wish,
    state=st.sampled_from(("", *STATES)),
    minutes=st.sampled_from([0.0, 2.0]),
    leave_out=some(INVOLVES).map(frozenset),
    left_out_channels=some(CHANNELS).map(frozenset),
    hidden=some(tuple("abcdef")).map(frozenset),
    pinned=some(tuple("abcdef")),
)


@given(libraries, wishes)
def test_nothing_left_out_hidden_or_too_long_is_ever_offered(library: list[Skill], wish: Wish) -> None:
    """Whatever there is and whatever is asked for; and nothing careful ever starts unasked."""
    found = offered(library, wish)
    assert set(ids(found)) <= {one.id for one in library} - wish.hidden
    assert not any(wish.leave_out & set(one.involves) for one in found)
    assert not any(wish.minutes and one.minutes[0] > wish.minutes for one in found)
    assert not any(one.cautions or one.not_for for one in unasked(library, wish))
    assert set(ids(unasked(library, wish))) <= set(ids(found))
    assert offered(list(reversed(library)), wish) == found


# what their own uses lift


def test_what_helped_before_comes_before_what_is_made_for_the_state() -> None:
    """By points; and what was harder goes to the end, and is still there."""
    library = [
        skill("made", states=("numb",)), skill("any", states=("any",)), skill("hard", states=("numb",)),
        skill("more", states=("any",)),
    ]  # fmt: skip
    wish = Wish(state="numb")
    assert ids(offered(library, wish)) == ["hard", "made", "any", "more"]
    assert ids(offered(library, wish, {"any": 1, "more": 3, "hard": -1})) == ["more", "any", "made", "hard"]
    assert ids(unasked(library, wish, {"more": 1}))[0] == "more"


def test_what_is_pinned_stays_first_whatever_is_lifted() -> None:
    """A person's own choice is the last word."""
    library = [skill("a"), skill("b")]
    assert ids(offered(library, Wish(pinned=("a",)), {"b": 9})) == ["a", "b"]


def test_nothing_that_does_not_fit_is_lifted_in() -> None:
    """Neither another state's, nor what is hidden or left out, nor what no longer exists."""
    library = [
        skill("numb", states=("numb",)), skill("sad", states=("sad",)), skill("hidden"),
        skill("cold", involves=("cold",)),
    ]  # fmt: skip
    wish = Wish(state="numb", hidden=frozenset({"hidden"}), leave_out=frozenset({"cold"}))
    lifted = dict.fromkeys(("sad", "hidden", "cold", "gone"), 9)
    assert ids(offered(library, wish, lifted)) == ["numb"]

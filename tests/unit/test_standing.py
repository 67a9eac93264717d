"""Why a skill stands where it does: the words are those of the key that sorts."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from copecli.core.catalogue import Wish, offered
from copecli.core.insight import Lift
from copecli.core.reach import as_is
from copecli.core.routing import CALM_HOUR, FIRST
from copecli.core.skill import DISCREET, ENERGY, NEEDS, STATES, Say, Skill
from copecli.core.standing import key_of, reasons, why

FACTS = ("", *sorted({entry for row in FIRST.values() for entry in row} | CALM_HOUR))
IDS = "abcdef"


def skill(skill_id: str = "a", **others: object) -> Skill:
    """Return a skill of one step."""
    parts: dict[str, object] = {"title": "Look", "family": "grounding", "summary": "Look."}
    return Skill(id=skill_id, **({**parts, "steps": (Say(id="a", text="Look."),)} | others))  # type: ignore[arg-type]


drawn = st.builds(
    skill,
    st.sampled_from(IDS),
    fact=st.sampled_from(FACTS),
    family=st.sampled_from(("grounding", "breathing")),
    states=st.lists(st.sampled_from(STATES), min_size=1, max_size=3, unique=True).map(tuple),
    needs=st.sampled_from([(need,) for need in NEEDS]),
    discreet=st.sampled_from(DISCREET),
    energy=st.sampled_from(ENERGY),
    cautions=st.sampled_from([(), ("Careful.",)]),
    involves=st.sampled_from([(), ("imagery",)]),
    minutes=st.sampled_from([(1.0, 5.0), (2.0, 2.0), (0.5, 2.0)]),
)
libraries = st.lists(drawn, max_size=6, unique_by=lambda one: one.id)
wishes = st.builds(
    Wish,
    state=st.sampled_from(("", *STATES)),
    calm=st.booleans(),
    pinned=st.lists(st.sampled_from(IDS), max_size=2, unique=True).map(tuple),
)
points = st.dictionaries(st.sampled_from(IDS), st.sampled_from((-2, -1, 1, 3)), max_size=4)


@given(libraries, wishes, points)
def test_reasons_and_order_cannot_disagree(library: list[Skill], wish: Wish, moved: dict[str, int]) -> None:
    """The first thing in which a skill differs from the next one is said otherwise of the two."""
    lifts = {one: Lift(one, n, as_is(f"{n} points.")) for one, n in moved.items()}
    row = offered(library, wish, moved)
    for one, other in itertools.pairwise(row):
        mine, theirs = (key_of(found, wish, moved.get(found.id, 0)) for found in (one, other))
        assert mine < theirs
        part = next(i for i, pair in enumerate(zip(mine, theirs, strict=True)) if pair[0] != pair[1])
        if part == len(mine) - 1:
            assert why(one, wish, lifts) == why(other, wish, lifts), "only their names are apart"
        else:
            assert reasons(one, wish, lifts)[part] != reasons(other, wish, lifts)[part]


def words(found: Skill, wish: Wish, lifts: dict[str, Lift] | None = None) -> list[str]:
    """Return the reasons in English."""
    return [said.worded(str) for said in why(found, wish, lifts)]


def test_the_weightiest_reason_stands_first() -> None:
    """A pin, what was noted, a first choice, then what it asks."""
    found = skill(fact="G06", states=("numb",))
    lifts = {"a": Lift("a", 2, as_is("About 2 points easier after it."))}
    assert words(found, Wish(state="numb", pinned=("a",)), lifts) == [
        "You pinned it.",
        "About 2 points easier after it.",
        "Number 1 of what to try first.",
        "Made for this.",
        "It takes little energy.",
        "It needs nothing.",
        "Others may notice some of it.",
        "It takes 1 to 5 min.",
    ]


def test_without_a_state_nothing_is_said_of_one() -> None:
    """Only what it asks."""
    assert words(skill(), Wish()) == [
        "It needs nothing.", "Others may notice some of it.", "It takes 1 to 5 min."
    ]  # fmt: skip


def test_what_needs_a_calm_hour_comes_after_what_does_not() -> None:
    """Unless it is chosen for another hour, as in a trigger map."""
    plan, other = (
        skill("plan", fact="E07", states=("restless",)),
        skill("z", states=("restless",), energy="high"),
    )
    assert offered([plan, other], Wish(state="restless")) == (other, plan)
    assert offered([plan, other], Wish(state="restless", calm=True)) == (plan, other)


def test_care_comes_before_a_pin_and_before_what_helped() -> None:
    """After self-harm nothing stands before what cannot wait."""
    care, pinned = skill("care", fact="A03", states=("after",)), skill("pin", states=("after",))
    wish = Wish(state="after", pinned=("pin",))
    assert offered([pinned, care], wish, {"pin": 9}) == (care, pinned)
    assert words(care, wish)[0] == "It sees to what cannot wait."
    assert offered([pinned, care], Wish(state="sad", pinned=("pin",))) == ()


def test_what_the_facts_put_later_comes_later() -> None:
    """For that state only; what the person's own uses lift is not held down by it."""
    breath = skill("breath", family="breathing", states=("restless", "panicky"))
    other = skill("other", states=("panicky", "restless"), energy="high")
    assert offered([breath, other], Wish(state="restless")) == (other, breath)
    assert offered([breath, other], Wish(state="panicky")) == (breath, other)
    assert offered([breath, other], Wish(state="restless"), {"breath": 1}) == (breath, other)

"""The hour after self-harm, as a pure machine."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copecli.core.after import (
    ALONE,
    ARTICLE,
    DANGER,
    END,
    PEOPLE,
    PERSON,
    After,
    cared_for,
    next_things,
    whole,
)
from copecli.core.care_words import CARE_SIGNS
from copecli.core.events import Back, Choice, Forward, Stop
from copecli.core.form import CARE, HELP_NOW
from copecli.core.readability import CRISIS, measure_lines
from copecli.core.shared_words import UNSAFE
from copecli.desk_learn import one

PLACES = {frame.id for frame in whole()}
EVENTS = st.one_of(
    st.just(Forward()), st.just(Back()), st.just(Stop()), st.builds(Choice, st.integers(0, 5)), st.none()
)


def chosen(after: After, answer: str) -> After:
    """Return the After that follows an answer."""
    return after.next(Choice([key for key, _words in after.frame().options].index(answer)))


def through(after: After) -> list[str]:
    """Return the places from here to the end, for somebody who goes on; no question keeps them."""
    places = [after.place]
    while after.place != END:
        after = after.next(Forward())
        places.append(after.place)
    return places


def test_it_begins_with_the_signs_of_danger_and_only_a_no_goes_past_care() -> None:
    """Yes, can't tell and Enter alone lead to Help now; then what needs nobody's own hands is left out."""
    after = After()
    assert [said.text for said in after.frame().before] == list(CARE_SIGNS)
    for cared in (chosen(after, "yes"), chosen(after, "cant-tell"), after.next(Forward())):
        assert (cared.led, cared.place) == (CARE, DANGER)
        assert through(cared.returned()) == through(cared_for())
    assert through(chosen(after, "no"))[:2] == ["clean", "watch"]
    assert not {"clean", "watch"} & set(through(cared_for()))


def test_who_cannot_stay_safe_is_asked_again_after_help_now() -> None:
    """At both questions; going back from what follows leads to the question, too."""
    after = chosen(After(), UNSAFE)
    assert after.led == HELP_NOW
    assert after.returned() == After()
    company = chosen(After(), "no")
    while company.place != "company":
        company = company.next(Forward())
    assert chosen(company, UNSAFE).returned() == company
    assert chosen(company, ALONE).place == "kind"
    asked = chosen(company, PERSON)
    assert asked.led == PEOPLE
    assert asked.returned().place == "kind"
    assert asked.returned().next(Back()).place == "company"
    cared = chosen(After(), "yes").returned()
    assert cared.next(Back()).place == DANGER


def test_next_things_begin_with_a_person_and_the_map_is_for_another_day() -> None:
    """The plan where there is one; what looks back comes after all that rests."""
    ways = [way for way, _words in next_things(plan=True)]
    assert ways == [PERSON, "rest", "plan", "exercise", "read", "later", UNSAFE]
    assert [way for way, _words in next_things(plan=False)] == [way for way in ways if way != "plan"]


def test_what_there_is_to_read_is_there_and_leads_back_here() -> None:
    """By the id that it has on the shelf."""
    article = one(ARTICLE)
    assert article is not None
    assert "after" in [way.id for way in article.now]


@given(st.lists(EVENTS, max_size=30))
def test_whatever_is_done_there_is_a_place_and_care_is_never_passed_unasked(
    events: list[Forward | Back | Stop | Choice | None],
) -> None:
    """None is coming back from where an answer led."""
    after, no = After(), False
    for event in events:
        before = after
        after = after.returned() if event is None else after.next(event)
        no = no or (before.place == DANGER and not before.led and event == Choice(3))
        assert after.place in PLACES
        assert no or after.place not in ("clean", "watch")
        if before.place == DANGER != after.place:
            assert event == Choice(3) or before.led == CARE


def test_each_screen_is_one_short_thing() -> None:
    """Three lines at the most beside the signs, at grade 5 or below, nine words a line at the most."""
    lines = []
    for frame in whole():
        said = [found.text for found in (*frame.text, *frame.details)]
        assert len(said) <= 3
        lines += said
    assert measure_lines(lines).grade <= CRISIS.grade
    assert max(len(line.split()) for line in lines) <= 9

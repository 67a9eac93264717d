"""A few questions: skippable, to be gone back to, kept as a draft, and Help now before anything is kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copecli.core.events import Back, Skip, Stop
from copecli.core.form import (
    CHOOSE,
    HELP_NOW,
    LINES,
    PICK,
    RATE,
    WORDS,
    Answered,
    Form,
    Question,
    toggled,
)
from copecli.core.form_draft import taken_up, to_draft
from copecli.core.form_words import too_much
from copecli.core.reach import as_is
from copecli.core.shared_words import UNSAFE
from tests.strategies import any_text

UNSAFE_ROW = (UNSAFE, as_is("not safe"))
QUESTIONS = (
    Question(
        id="feelings",
        kind=PICK,
        text=as_is("How is it?"),
        options=(UNSAFE_ROW, ("sad", as_is("Sad")), ("numb", as_is("Numb"))),
        leads=((UNSAFE, HELP_NOW),),
    ),
    Question(id="distress", kind=RATE, text=as_is("How hard?"), earlier=("feelings",)),
    Question(id="note", kind=WORDS, text=as_is("A note?")),
    Question(id="tags", kind=LINES, text=as_is("Words for it?")),
    Question(
        id="more",
        kind=CHOOSE,
        text=as_is("More?"),
        options=(("no", as_is("No")), ("act", as_is("Yes"))),
        leads=(("act", HELP_NOW),),
    ),
)
FORM = Form(lambda _answers: QUESTIONS)
ANSWERS = {
    "feelings": st.lists(st.one_of(st.sampled_from(["sad", "numb"]), any_text.filter(bool)), max_size=4).map(
        lambda found: tuple(one for one in dict.fromkeys(found) if one != UNSAFE)
    ),
    "distress": st.one_of(st.none(), st.integers(0, 10)),
    "note": any_text,
    "tags": st.lists(any_text, max_size=3).map(tuple),
    "more": st.sampled_from(["", "no"]),
}


def test_everything_can_be_left_out() -> None:
    """Skipping all of it ends it with no answer at all."""
    form = FORM
    for _question in QUESTIONS:
        form = form.next(Skip())
    assert (form.over, form.answers) == (True, {})


def test_that_somebody_is_not_safe_leads_to_help_and_is_not_kept() -> None:
    """What else was marked stays, and coming back the same question is still there."""
    form = FORM.next(Answered(("sad", UNSAFE)))
    assert (form.led, form.at, dict(form.answers)) == (HELP_NOW, 0, {"feelings": ("sad",)})
    back = form.returned()
    assert (back.led, back.at) == ("", 0)


def test_an_answer_that_leads_to_help_stands_and_goes_on_afterwards() -> None:
    """One of a list, where it is an answer of its own."""
    form = FORM
    for _question in QUESTIONS[:-1]:
        form = form.next(Skip())
    form = form.next(Answered("act"))
    assert (form.led, form.answers["more"]) == (HELP_NOW, "act")
    assert form.returned().finished


def test_earlier_answers_stay_in_sight_and_can_be_gone_back_to() -> None:
    """In words of the list, and changed when gone back to."""
    form = FORM.next(Answered(("sad", "own")))
    ((question, answer),) = form.earlier()
    assert [part.worded(str) for part in question.said(answer)] == ["Sad", "own"]
    back = form.next(Back()).next(Answered(("numb",)))
    assert back.answers["feelings"] == ("numb",)
    assert FORM.next(Stop()).next(Back()).over is False


@given(st.fixed_dictionaries(ANSWERS), st.integers(0, 4), any_text)
def test_a_draft_comes_back_as_it_was(answers: dict[str, object], at: int, typed: str) -> None:
    """Every answer, the place, and what stood in the field."""
    form = Form(lambda _answers: QUESTIONS, answers, at)  # type: ignore[arg-type]
    text = to_draft(form, typed)
    said = {name: answer for name, answer in answers.items() if answer not in (None, "", ())}
    if not said and not typed.strip():
        assert text == ""
        return
    found = taken_up(FORM, text)
    assert found is not None
    assert (dict(found.form.answers), found.form.at, found.typed) == (said, at, typed)


@given(st.one_of(any_text, st.sampled_from(['{"answers": 3}', "[", '{"answers": {}, "at": true}'])))
def test_a_draft_that_is_none_brings_nothing_down(text: str) -> None:
    """It is nothing, or a form that could be."""
    found = taken_up(FORM, text)
    assert found is None or not found.form.over


def test_what_is_no_answer_is_left_out_of_a_draft_and_the_rest_stays() -> None:
    """A rating of eleven, a choice there is not, words that are a number."""
    text = '{"answers": {"feelings": ["sad"], "distress": 11, "more": "never", "note": 4}, "at": 9}'
    found = taken_up(FORM, text)
    assert found is not None
    assert (dict(found.form.answers), found.form.at) == ({"feelings": ("sad",)}, 4)


def test_what_could_not_be_kept_is_said_before_it_is_lost() -> None:
    """A pasted novel, or a hundred and one words."""
    assert too_much("x" * 20_001) is not None
    assert too_much(("x",) * 101) is not None
    assert too_much(("x" * 20_000,)) is None
    assert too_much(10) is None


def test_a_mark_is_made_and_taken_away() -> None:
    """The order is the person's."""
    assert toggled(toggled(("a",), "b"), "a") == ("b",)

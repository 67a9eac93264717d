"""A check-in and a good moment as questions: nothing is lost, and Help now comes before anything is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from copecli.core import good_form as good
from copecli.core.checkin import FEELINGS, MIGHT_ACT, SOME, CheckIn
from copecli.core.checkin_form import answers_of, checkin_form, checkin_of
from copecli.core.events import Skip
from copecli.core.form import CHOOSE, HELP_NOW, NOBODY_READS, PICK, RATE, WORDS, Answered, Form
from copecli.core.form_draft import taken_up, to_draft
from copecli.core.records import GoodMoment
from copecli.core.shared_words import UNSAFE
from copecli.core.when import When
from tests.journals import check_ins, good_moments

FRESH = CheckIn(id="", when=When(0, 0))
ORDER = [
    ("feelings", PICK),
    ("distress", RATE),
    ("urge", RATE),
    ("able", RATE),
    ("tags", PICK),
    ("note", WORDS),
]


def at(form: Form, name: str) -> Form:
    """Return the form at that question, everything before it skipped."""
    while form.question is not None and form.question.id != name:
        form = form.next(Skip())
    return form


@given(check_ins)
def test_a_check_in_that_becomes_answers_and_back_is_the_same(found: CheckIn) -> None:
    """With its star, its id, its time, own words, and keys of a version to come."""
    found = replace(found, feelings=tuple(one for one in found.feelings if one != UNSAFE))
    found = replace(found, tags=tuple(one for one in found.tags if one != UNSAFE))
    assert checkin_of(answers_of(found), found) == found
    assert checkin_of({}, found) == found


@given(good_moments)
def test_a_good_moment_that_becomes_an_answer_and_back_is_the_same(found: GoodMoment) -> None:
    """Letter by letter."""
    assert good.good_of(good.answers_of(found), found) == found
    assert good.good_of({}, found) == found


def test_each_question_is_one_key_and_can_be_skipped() -> None:
    """The short list, three numbers, words, a note; and all of it may stay empty."""
    form = checkin_form(tags=("late-night", "school"))
    assert [(asked.id, asked.kind) for asked in form.all] == ORDER
    assert dict(form.all[0].options).keys() == {UNSAFE, *dict(FEELINGS)}
    assert dict(form.all[4].options).keys() == {"late-night", "school"}
    assert form.all[5].hint == NOBODY_READS
    while not form.over:
        form = form.next(Skip())
    assert checkin_of(form.answers, FRESH) == FRESH


def test_the_question_about_ending_ones_life_is_asked_only_where_it_is_wanted() -> None:
    """Before the note, and never as a number."""
    names = [asked.id for asked in checkin_form(ask_ending_life=True).all]
    assert names == ["feelings", "distress", "urge", "able", "ending_life", "tags", "note"]
    asked = checkin_form(ask_ending_life=True).all[4]
    assert asked.kind == CHOOSE
    assert list(dict(asked.options)) == ["no", "some", "might-act", "rather-not"]
    assert "ending_life" not in [asked.id for asked in checkin_form().all]


def test_what_might_be_acted_on_leads_to_help_now_and_is_in_no_draft() -> None:
    """Nor afterwards, when the person goes on; the other answers are in the draft."""
    form = at(checkin_form({"distress": 8}, ask_ending_life=True), "ending_life")
    led = form.next(Answered(MIGHT_ACT))
    assert led.led == HELP_NOW
    back = led.returned()
    assert back.question is not None
    assert back.question.id == "tags"
    for one in (led, back, back.next(Answered(("home",)))):
        draft = to_draft(one)
        assert MIGHT_ACT not in draft
        assert '"distress":8' in draft.replace(" ", "")
    assert checkin_of(back.answers, FRESH).ending_life == MIGHT_ACT
    again = taken_up(checkin_form(ask_ending_life=True), to_draft(back))
    assert again is not None
    assert again.form.question is not None
    assert again.form.question.id == "tags"


def test_other_answers_to_it_wait_in_the_draft_with_the_rest() -> None:
    """So that what was said is not asked twice."""
    form = at(checkin_form(ask_ending_life=True), "ending_life").next(Answered(SOME))
    assert SOME in to_draft(form)


def test_not_being_safe_leads_to_help_now_and_is_no_answer() -> None:
    """The question is there again afterwards, with what was marked."""
    form = checkin_form().next(Answered(("sad", UNSAFE)))
    assert form.led == HELP_NOW
    back = form.returned()
    assert back.at == 0
    assert checkin_of(back.answers, FRESH).feelings == ("sad",)
    assert checkin_of({"feelings": (UNSAFE, "sad")}, FRESH).feelings == ("sad",)


@pytest.mark.parametrize(
    "answers",
    [
        {"distress": 11}, {"urge": -1}, {"able": "7"}, {"ending_life": "9"}, {"feelings": "sad"},
        {"tags": 4}, {"note": 3},
    ],
)  # fmt: skip
def test_what_is_no_answer_changes_nothing(answers: dict[str, object]) -> None:
    """A record is never made that the journal would refuse."""
    there = replace(FRESH, distress=3, ending_life=SOME, feelings=("hurt", "own words"), note="A note.")
    assert checkin_of(answers, there) == there  # type: ignore[arg-type]


def test_an_answer_can_be_added_to_what_is_there() -> None:
    """The rest stays as it was, own words and all."""
    there = replace(FRESH, id="x", starred=True, feelings=("grey",), extra={"weather": "rain"})
    form = at(checkin_form(answers_of(there)), "able").next(Answered(4))
    assert checkin_of(form.answers, there) == replace(there, able=4)

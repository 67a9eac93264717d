"""Changing what was written down: what is not touched stays, and a draft of an edit is honest."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.chain import HURT, RATHER_NOT, TriggerMap
from copecli.core.checkin import MIGHT_ACT, NO, SOME, CheckIn
from copecli.core.form import Answered, Form
from copecli.core.form_draft import taken_up, to_draft
from copecli.core.record_edit import can_be_changed, edit_form, edited, needs_care, state_of
from copecli.core.records import GoodMoment, Record
from copecli.core.uses import Use
from copecli.core.when import When
from tests import journals

HEAD: dict[str, Any] = {
    "id": "01a2187a-1fb1-7000-b8dc-e79bda72dfdf",
    "when": When.from_iso("2026-11-26T03:12+01:00"),
}


def asked(form: Form) -> list[str]:
    """Return the ids of its questions."""
    return [question.id for question in form.all]


def at(form: Form, name: str) -> Form:
    """Return the form at that question."""
    return replace(form, at=asked(form).index(name))


@given(st.one_of(journals.check_ins, journals.good_moments, journals.maps))
def test_an_edit_that_touches_nothing_changes_nothing(record: Record) -> None:
    """But that a map was gone through, and that only who was hurt is asked about care."""
    assert can_be_changed(record)
    if isinstance(record, TriggerMap):
        record = replace(record, finished=True, care=record.care if record.did in (HURT, RATHER_NOT) else "")
    assert edited(record, edit_form(record).answers) == record


@given(journals.check_ins, st.sampled_from(["", NO, SOME, MIGHT_ACT]))
def test_an_answer_about_ending_ones_life_can_be_changed_and_taken_out(found: CheckIn, answer: str) -> None:
    """It is asked about where there is one, whatever the settings say, and only there."""
    form = edit_form(found)
    assert ("ending_life" in asked(form)) == bool(found.ending_life)
    if not found.ending_life:
        return
    form = at(form, "ending_life")
    assert form.question is not None
    assert "" in dict(form.question.options)
    changed = edited(found, form.next(Answered(answer)).answers)
    assert changed == replace(found, ending_life=answer)


@given(journals.check_ins)
def test_the_draft_of_an_untouched_edit_is_none(found: CheckIn) -> None:
    """Who only looked is asked nothing the next time."""
    form = edit_form(found)
    assert taken_up(form, to_draft(form)) is None


def test_a_draft_of_an_edit_keeps_what_was_emptied_and_what_it_began_with() -> None:
    """What was taken out does not come back with the draft."""
    found = CheckIn(**HEAD, feelings=("sad",), distress=7, note="a note", ending_life=MIGHT_ACT)
    form = edit_form(found)
    form = at(form, "note").next(Answered(""))
    form = at(form, "distress").next(Answered(None))
    form = at(form, "feelings").next(Answered(("sad", "my own")))
    newer = replace(found, urge=4)
    taken = taken_up(edit_form(newer), to_draft(form))
    assert taken is not None
    assert taken.form.begun == state_of(found) != state_of(newer)
    done = edited(newer, taken.form.answers)
    assert isinstance(done, CheckIn)
    assert (done.feelings, done.distress, done.note) == (("sad", "my own"), None, "")
    assert done.ending_life == MIGHT_ACT  # it led to Help now, so it is in no draft, and stays as it was


def test_a_mark_for_a_hard_day_is_no_change_of_what_it_says() -> None:
    """A draft outlives it."""
    found = GoodMoment(**HEAD, text="The sea")
    assert state_of(found) == state_of(replace(found, starred=True)) != state_of(replace(found, text="Sea"))


def test_care_comes_before_the_edit_of_a_map_is_kept() -> None:
    """Where somebody was hurt and did not say no."""
    found = TriggerMap(**HEAD, did=HURT, care="no")
    assert not needs_care(found, edit_form(found).answers)
    assert needs_care(found, {"did": HURT, "care": ""})
    assert not needs_care(CheckIn(**HEAD), {"did": HURT})


def test_what_was_done_cannot_be_changed() -> None:
    """Only what was said by hand can."""
    use = Use(**HEAD, skill="five-senses")
    assert not can_be_changed(use)
    assert edited(use, {"skill": "other"}) == use
    with pytest.raises(TypeError):
        edit_form(use)

"""Changing what was written down: the questions it came from, with the answers that stand in it.

Invariant: an answer that is not touched stays letter by letter, and a draft of an edit says which state of
the record it began with, so one that was changed meanwhile is not written over.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.core import chain_form, checkin_form, good_form
from copecli.core.chain import TriggerMap
from copecli.core.checkin import CheckIn
from copecli.core.ids import derived_id
from copecli.core.reach import sentence
from copecli.core.record_format import to_line
from copecli.core.records import GoodMoment
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.form import Answers, Form, Question
    from copecli.core.records import Record

TAKEN_OUT = N_("Take this answer out")


def can_be_changed(record: Record) -> bool:
    """Return whether there are questions by which it can be changed."""
    return isinstance(record, CheckIn | GoodMoment | TriggerMap)


def state_of(record: Record) -> str:
    """Return a name for what a record says now; after any change but that of its mark it is another one."""
    return derived_id(to_line(replace(record, starred=False)))


def edit_form(record: Record) -> Form:
    """Return the questions of a record that can be changed, with its answers."""
    if isinstance(record, CheckIn):
        form = _of_check_in(record)
    elif isinstance(record, GoodMoment):
        form = good_form.good_form(good_form.answers_of(record))
    elif isinstance(record, TriggerMap):
        form = chain_form.map_form(chain_form.answers_of(record))
    else:
        raise TypeError(record.kind)
    return replace(form, begun=state_of(record))


def _of_check_in(record: CheckIn) -> Form:
    """Return its questions; an answer about ending one's life is asked about whatever the settings say."""
    asked = bool(record.ending_life)
    form = checkin_form.checkin_form(checkin_form.answers_of(record), ask_ending_life=asked)

    def questions(answers: Answers) -> tuple[Question, ...]:
        return tuple(map(_can_go, form.questions(answers)))

    return replace(form, questions=questions)


def _can_go(question: Question) -> Question:
    """Return the question about ending one's life with a way to take its answer out."""
    if question.id != "ending_life":
        return question
    return replace(question, options=(*question.options, ("", sentence(TAKEN_OUT))))


def edited(record: Record, answers: Answers) -> Record:
    """Return the record with these answers in the place of its own."""
    if isinstance(record, CheckIn):
        return checkin_form.checkin_of(answers, record)
    if isinstance(record, GoodMoment):
        return good_form.good_of(answers, record)
    if isinstance(record, TriggerMap):
        return replace(chain_form.map_of(answers, record), finished=True)
    return record


def needs_care(record: Record, answers: Answers) -> bool:
    """Return whether care comes before the edit is kept."""
    return isinstance(record, TriggerMap) and chain_form.needs_care(answers)

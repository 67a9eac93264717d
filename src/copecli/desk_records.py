"""One record that was written down, while something is done with it, for both faces.

Invariant: what another window has changed or taken away meanwhile is told in a sentence, and nothing that was
typed is lost: an edit that could not be saved stays as a draft under the record's id.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.core.chain import TriggerMap
from copecli.core.efficacy import proof_of
from copecli.core.errors import CopeError
from copecli.core.form_draft import taken_up
from copecli.core.record_edit import can_be_changed, edit_form, edited, state_of
from copecli.core.record_read import read
from copecli.core.uses import PlanWalk, Use
from copecli.core.written_words import (
    BOTH_KEPT,
    CAME_BACK,
    CHANGE,
    CHANGED,
    DELETE,
    GO_ON,
    GONE_ELSEWHERE,
    NOT_CHANGED,
    STAR,
    STARRED,
    UNSTAR,
    UNSTARRED,
    WAYS,
)
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeVar

    from copecli.core.form import Form
    from copecli.core.records import Record
    from copecli.core.sections import Section
    from copecli.desk import Desk

    R = TypeVar("R", bound=Record)


def titles(desk: Desk) -> Mapping[str, str]:
    """Return the names of all skills, by id."""
    return {skill.id: skill.title for skill in desk.library().skills.values()}


def plan_lines(desk: Desk) -> Mapping[tuple[str, str], str]:
    """Return the lines of the plan of now, by step and id; none where it cannot be read."""
    from copecli.core.plan import STEPS

    try:
        plan = desk.read_plan().plan
    except CopeError:
        return {}
    return {(step, item.id): item.text for step in STEPS for item in plan.of(step)}


def save_edit(desk: Desk, changed: R, before: R, begun: str = "") -> tuple[R, str]:
    """Save an edit, and return it as it is saved with what is to be said of it; raise NotSaved.

    `begun` is the state that the edit began with, where that may be another one than `before`.
    """
    journal = desk.journal
    gone = not RecordAtHand(desk, before).refresh()
    older = bool(begun) and begun != state_of(before)
    saved = journal.add(changed) if older else journal.change(changed, before)
    if saved.id != before.id:
        return saved, _(BOTH_KEPT)
    return saved, _(CAME_BACK) if gone else ""


def drop_idle_draft(desk: Desk, name: str, form: Form) -> None:
    """Let the draft of an edit go that says nothing but what stands in the record already."""
    if taken_up(form, desk.draft(name)) is None:
        desk.keep_draft(name, "")


class RecordAtHand:
    """One record, while something is done with it."""

    def __init__(self, desk: Desk, record: Record) -> None:
        self._desk = desk
        self.record = record

    @property
    def draft(self) -> str:
        """The name of the draft of an edit of it."""
        return self.record.id

    def form(self) -> Form:
        """Return the questions by which it can be changed."""
        return edit_form(self.record)

    def sections(self) -> tuple[Section, ...]:
        """Return all of it, to be read."""
        named = titles(self._desk) if isinstance(self.record, Use | TriggerMap) else {}
        return read(self.record, named, plan_lines(self._desk) if isinstance(self.record, PlanWalk) else {})

    def refresh(self) -> bool:
        """Take it as it is on disk now; return whether it is still there, or cannot be read just now."""
        try:
            found = self._desk.journal.get(self.record.id)
        except CopeError:
            return True
        self.record = found or self.record
        return found is not None

    def ways(self) -> tuple[tuple[str, str], ...]:
        """Return (id, words) of what can be done with it."""
        ways = [CHANGE] if can_be_changed(self.record) else []
        ways += [GO_ON] if isinstance(self.record, TriggerMap) else []
        if self.record.starred:
            ways.append(UNSTAR)
        elif self._is_proof():
            ways.append(STAR)
        return tuple((way, WAYS[way]) for way in (*ways, DELETE))

    def _is_proof(self) -> bool:
        named = titles(self._desk) if isinstance(self.record, Use) else {}
        return proof_of(self.record, named) is not None

    def answered(self, form: Form) -> str:
        """Take the answers of an edit in, save them, and return what is to be said; never raise.

        Where they cannot be saved, their draft stays.
        """
        changed = edited(self.record, form.answers)
        if changed == self.record:
            drop_idle_draft(self._desk, self.draft, self.form())
            return _(NOT_CHANGED)
        try:
            saved, said = save_edit(self._desk, changed, self.record, form.begun)
        except CopeError as trouble:
            return trouble.sentence(_)
        self._desk.keep_draft(self.draft, "")
        self.record = saved
        return said or _(CHANGED)

    def mark(self, starred: bool) -> str:
        """Mark it for a hard day, or take the mark away; return what is to be said, and never raise."""
        try:
            if not self.refresh():
                return _(GONE_ELSEWHERE)
            marked = replace(self.record, starred=starred)
            self.record, said = save_edit(self._desk, marked, self.record)
        except CopeError as trouble:
            return trouble.sentence(_)
        return said or _(STARRED if starred else UNSTARRED)

    def delete(self) -> None:
        """Take it away for good, with the draft of an edit of it; raise NotSaved."""
        self._desk.journal.delete(self.record.id)
        self._desk.keep_draft(self.draft, "")

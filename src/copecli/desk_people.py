"""A map of one's people at hand: what both faces do with it, whatever they look like.

Invariant: the plan is read anew for each answer, so that what was changed elsewhere stays; and it is saved at
once, or said calmly that it is not.
"""

from __future__ import annotations

from copecli.core.errors import CopeError
from copecli.core.people_map import DRAFT, Known, known_as, people_of, person_form, with_person
from copecli.core.people_words import AS_IT_WAS, SAVED
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.form import Form
    from copecli.desk import Desk


class PeopleAtHand:
    """Everybody of the plan, and the questions about one of them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def people(self) -> tuple[Known, ...]:
        """Return everybody whom the plan names; raise Unreadable where it is damaged."""
        return people_of(self._desk.look_at_plan())

    def form(self, name: str = "") -> Form:
        """Return the questions about the one of that name, or about somebody new; raise Unreadable."""
        plan = self._desk.look_at_plan()
        return person_form(plan, known_as(plan, name) if name else None)

    def answered(self, form: Form, name: str = "") -> str:
        """Take the answers into the plan and save it; return what is to be said of it, or nothing."""
        if form.stopped:
            return ""
        try:
            stored = self._desk.read_plan()
            known = known_as(stored.plan, name) if name else None
            plan = with_person(stored.plan, known, form.answers, self._desk.new_id)
            if plan == stored.plan:
                said = _(AS_IT_WAS)
            else:
                self._desk.save_plan(stored, plan)
                said = _(SAVED)
        except CopeError as trouble:
            return trouble.sentence(_)
        if not name:
            self._desk.keep_draft(DRAFT, "")
        return said

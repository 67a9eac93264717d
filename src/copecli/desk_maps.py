"""A trigger map at hand: what both faces do with it, whatever they look like.

Invariant: a map that was answered to its end is saved before anything else is asked; where that is not
possible its draft stays. What is copied into the plan was picked one by one.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.core.care_words import CARE_FIRST, MAP_WAITS
from copecli.core.chain import TriggerMap
from copecli.core.chain_form import as_long, map_of
from copecli.core.errors import CopeError
from copecli.core.record_edit import edit_form, state_of
from copecli.desk_records import drop_idle_draft, save_edit, titles
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from copecli.core.chain import Link
    from copecli.core.chain_copy import Offer
    from copecli.core.chain_turns import Fit
    from copecli.core.form import Answers, Form
    from copecli.desk import Desk

__all__ = ["DRAFT", "MapAtHand", "before_care", "titles"]

DRAFT = "trigger-map"
"""The name of the draft of a new map."""


class MapAtHand:
    """One map, new or kept, while something is done with it."""

    def __init__(self, desk: Desk, kept: TriggerMap | None = None) -> None:
        self._desk = desk
        self._kept = kept
        self.map = kept or TriggerMap(id=desk.journal.new_id(), when=desk.journal.now())

    @property
    def is_kept(self) -> bool:
        """Whether it is on disk as it is here."""
        return self._kept == self.map

    def answered(self, answers: Answers, begun: str = "") -> str:
        """Take the answers in and save; return what is to be said of it, or nothing.

        The draft, of a new map or of an edit, goes only when the map is on disk. `begun` is the state that
        an edit began with.
        """
        draft = self.draft
        answered = replace(map_of(answers, self.map), finished=True)
        if answered == self._kept:
            drop_idle_draft(self._desk, draft, self.form())
            return ""
        said = self.change(answered, begun)
        if self.is_kept:
            self._desk.keep_draft(draft, "")
        return said

    @property
    def is_new(self) -> bool:
        """Whether it never was on disk."""
        return self._kept is None

    @property
    def draft(self) -> str:
        """The name under which what is answered is kept until the map is on disk."""
        return DRAFT if self._kept is None else self.map.id

    def form(self, *, longer: bool = False) -> Form:
        """Return the questions with the answers of now; those of the longer map where that is wanted."""
        form = edit_form(as_long(self.map) if longer else self.map)
        return replace(form, begun=state_of(self._kept) if self._kept else "")

    def change(self, changed: TriggerMap, begun: str = "") -> str:
        """Go on with `changed` and save it; return what is to be said of it, or nothing."""
        self.map = changed
        if self.is_kept:
            return ""
        said = ""
        try:
            if self._kept is None:
                self.map = self._desk.journal.add(changed)
            else:
                self.map, said = save_edit(self._desk, changed, self._kept, begun)
        except CopeError as trouble:
            return trouble.sentence(_)
        self._kept = self.map
        return said

    def kept_maps(self) -> int:
        """Return how many maps are kept; 0 where the journal cannot be read."""
        try:
            return self._desk.journal.count(TriggerMap)
        except CopeError:
            return 0

    def titles(self) -> Mapping[str, str]:
        """Return the names of all skills, by id."""
        return titles(self._desk)

    def fits(self, place: Link | None) -> tuple[Fit, ...]:
        """Return the skills that suit a link, for this person."""
        from copecli.core.chain_turns import fits

        return fits(self.map, place, self._desk.library().skills.values(), self._desk.wish())

    def offers(self) -> tuple[Offer, ...]:
        """Return what could be copied into the plan; raise Unreadable where the plan is damaged."""
        from copecli.core.chain_copy import offers

        return offers(self.map, self._desk.read_plan().plan, self.titles(), _)

    def copy(self, picked: tuple[Offer, ...]) -> None:
        """Put what was picked into the plan; raise NotSaved or Unreadable, with nothing changed."""
        stored = self._desk.read_plan()
        plan = stored.plan
        for offer in picked:
            plan = plan.add(offer.step, offer.item(self._desk.new_id()))
        self._desk.save_plan(stored, plan)


def before_care(desk: Desk, draft: str = DRAFT) -> tuple[str, ...]:
    """Return what is said above Help now where care comes before a map (message ids)."""
    return (*CARE_FIRST, MAP_WAITS) if desk.draft(draft) else CARE_FIRST

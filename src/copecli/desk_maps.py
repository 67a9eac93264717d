"""A trigger map at hand: what both faces do with it, whatever they look like.

Invariant: a map that was answered to its end is saved before anything else is asked; where that is not
possible its draft stays. What is copied into the plan was picked one by one.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.core.care_words import CARE_FIRST, MAP_WAITS
from copecli.core.chain import TriggerMap
from copecli.core.chain_form import map_of
from copecli.core.errors import CopeError, NothingFound
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from copecli.core.chain import Link
    from copecli.core.chain_copy import Offer
    from copecli.core.chain_turns import Fit
    from copecli.core.form import Answers
    from copecli.desk import Desk

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

    def answered(self, answers: Answers) -> str:
        """Take the answers in and save; return the sentence that says why not, or nothing.

        The draft of a new map goes only when the map is on disk.
        """
        new = self._kept is None
        trouble = self.change(replace(map_of(answers, self.map), finished=True))
        if new and not trouble:
            self._desk.keep_draft(DRAFT, "")
        return trouble

    def change(self, changed: TriggerMap) -> str:
        """Go on with `changed` and save it; return the sentence that says why not, or nothing."""
        self.map = changed
        if self.is_kept:
            return ""
        journal = self._desk.journal
        try:
            if self._kept is None:
                self.map = journal.add(changed)
            else:
                self.map = journal.change(changed, self._kept)
        except CopeError as trouble:
            return trouble.sentence(_)
        self._kept = self.map
        return ""

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


def before_care(desk: Desk) -> tuple[str, ...]:
    """Return what is said above Help now where care comes before a map (message ids)."""
    return (*CARE_FIRST, MAP_WAITS) if desk.draft(DRAFT) else CARE_FIRST


def titles(desk: Desk) -> Mapping[str, str]:
    """Return the names of all skills, by id."""
    return {skill.id: skill.title for skill in desk.library().skills.values()}


def all_maps(desk: Desk) -> tuple[TriggerMap, ...]:
    """Return every map, the newest first; raise JournalUnreadable."""
    found: list[TriggerMap] = []
    while page := desk.journal.newest(TriggerMap, found[-1] if found else None):
        found += page
    return tuple(found)


def map_called(desk: Desk, name: str) -> TriggerMap:
    """Return the map of that number (1 is the newest) or id; raise NothingFound or JournalUnreadable."""
    found = all_maps(desk)
    number = int(name) if name.isascii() and name.isdecimal() and len(name) < 7 else 0
    if 1 <= number <= len(found):
        return found[number - 1]
    for one in found:
        if one.id == name:
            return one
    if not found:
        raise NothingFound(N_("No trigger map is here yet."), do=N_("`cope triggers` begins one."))
    raise NothingFound(N_("No trigger map is called that."), do=N_("`cope triggers list` shows them all."))

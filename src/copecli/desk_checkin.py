"""A check-in or a good moment at hand: what both faces do with it, whatever they look like.

Invariant: what was answered to its end is saved before anything else is asked; where that is not possible its
draft stays. Nothing is loaded for an offer that nobody asked for.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.core import checkin_end as end
from copecli.core.checkin import CheckIn
from copecli.core.checkin_form import checkin_form, checkin_of
from copecli.core.errors import CopeError
from copecli.core.good_form import good_of
from copecli.core.records import GoodMoment
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    from copecli.core.efficacy import Proof
    from copecli.core.form import Answers, Form
    from copecli.core.records import Record
    from copecli.desk import Desk

    R = TypeVar("R", bound=Record)

CHECK_IN, GOOD = "check-in", "good-moment"
"""The names of the drafts."""
MOST_TAGS = 6
"""Tags that are offered: more is a list to read."""

MOST_STARRED = 200
"""Starred records that something true is drawn from: not each of them says something."""


def form_of(desk: Desk) -> Form:
    """Return the questions of a check-in for this person."""
    return checkin_form(ask_ending_life=desk.config.ask_ending_life, tags=used_tags(desk))


def used_tags(desk: Desk) -> tuple[str, ...]:
    """Return the tags that the person uses most; none where the journal cannot be read."""
    import os

    if not os.path.exists(desk.paths.journal_file):
        return ()
    from copecli.core.tallies import TAG, by_spelling

    try:
        found = by_spelling(desk.journal.rated(TAG))
    except CopeError:
        return ()  # saving tells of it
    return tuple(sorted(found, key=lambda tag: (-found[tag].count, tag)))[:MOST_TAGS]


class CheckInAtHand:
    """One check-in, new or kept, while something is done with it."""

    def __init__(self, desk: Desk, kept: CheckIn | None = None) -> None:
        self._desk = desk
        self._kept = kept
        self._fresh = CheckIn(id=desk.journal.new_id(), when=desk.journal.now())
        self.check_in = kept or self._fresh
        self.told = ""
        """What became of it, in a sentence or two."""
        self.trouble: CopeError | None = None
        """What stopped the last save."""
        self._true: Proof | None = None

    def answered(self, answers: Answers) -> bool:
        """Take the answers in and save; return whether that worked, and say it in `told`.

        The draft of a new check-in goes only when it is on disk.
        """
        return self.save(checkin_of(answers, self.check_in))

    def save(self, found: CheckIn) -> bool:
        """Save it as it is now."""
        self.check_in = found
        if found == self._fresh:
            self._desk.keep_draft(CHECK_IN, "")
            self.told = _(end.NOTHING_SAID)
            return False
        draft = "" if self._kept else CHECK_IN
        saved, self.trouble = _saved(self._desk, found, self._kept, draft)
        told = _why_not(self._desk, self.trouble, draft) or _(end.KEPT)
        self.told = f"{told} {_(end.TELL_SOMEBODY)}" if end.people_first(found) else told
        if saved is not None:
            self.check_in = self._kept = saved
        return saved is not None

    def ways(self) -> tuple[tuple[str, str], ...]:
        """Return (id, words) of what can follow."""
        return end.ways_on(self.check_in, plan=has_plan(self._desk), true=self.true is not None)

    @property
    def true(self) -> Proof | None:
        """Something true of the person's own record, drawn once; looked for only where it is hard."""
        if self._true is None and end.is_hard(self.check_in):
            self._true = true_of(self._desk)
        return self._true


class GoodAtHand:
    """One good moment, new or kept, while something is done with it."""

    def __init__(self, desk: Desk, kept: GoodMoment | None = None) -> None:
        self._desk = desk
        self._kept = kept
        self.moment = kept or GoodMoment(id=desk.journal.new_id(), when=desk.journal.now(), starred=True)
        self.told = ""
        """What became of it, in a sentence or two."""
        self.trouble: CopeError | None = None
        """What stopped the last save."""

    def said_in(self, answers: Answers) -> bool:
        """Return whether there is something to keep."""
        return bool(good_of(answers, self.moment).text.strip())

    def ways(self) -> tuple[tuple[str, str], ...]:
        """Return (id, words) of what can follow."""
        return end.ways_after_good(kept=self._kept is not None, starred=self.moment.starred)

    def answered(self, answers: Answers) -> bool:
        """Take the answer in and save; return whether that worked, and say it in `told`."""
        return self.save(good_of(answers, self.moment))

    def show_again(self, starred: bool) -> bool:
        """Let it be shown on a hard day, or not; return whether that is saved."""
        return self.save(replace(self.moment, starred=starred))

    def save(self, found: GoodMoment) -> bool:
        """Save it as it is now."""
        draft = "" if self._kept else GOOD
        self.moment = found
        saved, self.trouble = _saved(self._desk, found, self._kept, draft)
        shown = _(end.IS_SHOWN if found.starred else end.IS_NOT_SHOWN)
        told = shown if self._kept else f"{_(end.GOOD_KEPT)} {shown}"
        self.told = _why_not(self._desk, self.trouble, draft) or told
        if saved is not None:
            self.moment = self._kept = saved
        return saved is not None


def _saved(desk: Desk, record: R, before: R | None, draft: str) -> tuple[R | None, CopeError | None]:
    """Return (the record as it was saved, nothing), or (None, what stopped it)."""
    try:
        saved = desk.journal.add(record) if before is None else desk.journal.change(record, before)
    except CopeError as trouble:
        return None, trouble
    if draft:
        desk.keep_draft(draft, "")
    return saved, None


def _why_not(desk: Desk, trouble: CopeError | None, draft: str) -> str:
    """Return the sentence that says what stopped a save, and where the words are; nothing where none did."""
    if trouble is None:
        return ""
    waits = f" {_(end.AS_DRAFT)}" if draft and desk.draft(draft) else ""
    return trouble.sentence(_) + waits


def has_plan(desk: Desk) -> bool:
    """Return whether there is a plan to go through."""
    try:
        return not desk.look_at_plan().empty
    except CopeError:
        return False


def true_of(desk: Desk) -> Proof | None:
    """Return one true sentence of what the person starred, or None; a damaged journal says nothing."""
    import os

    if not os.path.exists(desk.paths.journal_file):
        return None
    from copecli.core.efficacy import pick
    from copecli.desk_maps import titles

    try:
        starred = desk.journal.starred(limit=MOST_STARRED)
    except CopeError:
        return None
    return pick(starred, desk.below, titles(desk), desk.today()) if starred else None


def offers_check_in(desk: Desk) -> bool:
    """Return whether home offers a check-in now; nothing is loaded where the person did not ask for it."""
    from copecli.core.checkin_offer import NEVER, offers

    how_often = desk.config.check_in
    if how_often == NEVER or not desk.saving:
        return False
    try:
        newest = desk.journal.newest(CheckIn, limit=1)
    except CopeError:
        return False
    return offers(how_often, newest[0].when.date() if newest else "", desk.journal.now().date())

"""What was written down, line by line: its kinds, a list, one of it, and what can be done with that.

Invariant: it says what the TUI's pages say, in their order; nothing is taken away before it was asked once.
"""

from __future__ import annotations

from copecli.cli.plain.form import ask, begun
from copecli.core import written_words as said
from copecli.core.chain import TriggerMap
from copecli.core.errors import CopeError
from copecli.core.record_edit import needs_care
from copecli.core.record_words import when_words
from copecli.core.sections import as_lines
from copecli.desk import calm
from copecli.desk_records import RecordAtHand
from copecli.desk_written import kinds_here, page
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.core.records import Record

SHOWN = 10
"""Records that are read out at a time: fifty would be said before anything could be asked."""


def records_home(face: Face, kind: str = "") -> None:
    """Offer the kinds that hold anything, or the list of one; what cannot be read is told."""
    try:
        _list(face, kind) if kind else _kinds(face)
    except CopeError as trouble:
        face.say(trouble.sentence(_))


def _kinds(face: Face) -> None:
    while True:
        kinds = kinds_here(face.desk)
        if not kinds:
            _nothing_yet(face)
            return
        chosen = face.menu(_(said.WRITTEN), [(kind, _(words)) for kind, words in kinds])
        if not chosen:
            return
        face.gap()
        _list(face, chosen)
        face.gap()


def _nothing_yet(face: Face) -> None:
    face.say(_(said.NOTHING_YET))
    chosen = face.menu(_(said.YOU_COULD), [(way, _(words)) for way, words in said.BEGIN])
    face.gap()
    if chosen == said.BEGIN_CHECK_IN:
        from copecli.cli.plain.checkin import check_in_flow

        check_in_flow(face)
    elif chosen == said.BEGIN_GOOD:
        from copecli.cli.plain.checkin import good_flow

        good_flow(face)
    elif chosen:
        from copecli.cli.plain.maps import map_flow

        map_flow(face)


def _list(face: Face, kind: str) -> None:
    """Read out a list, a few at a time; the newest come first."""
    words = _(dict(said.KINDS)[kind])
    places: list[Record | None] = [None]
    while True:
        shown = page(face.desk, kind, places[-1], SHOWN)
        rows = [(record.id, line) for record, line in shown.rows]
        rows += [(said.EARLIER, _(said.EARLIER_ONES))] if shown.earlier else []
        rows += [(said.NEWER, _(said.NEWER_ONES))] if len(places) > 1 else []
        if not rows:
            face.say(_(said.NONE_OF_IT))
            return
        chosen = face.menu(words if shown.rows else _(said.NONE_HERE), rows)
        if not chosen:
            return
        face.gap()
        if chosen == said.EARLIER:
            places.append(shown.earlier)
        elif chosen == said.NEWER:
            places.pop()
        else:
            one_record(face, next(record for record, _line in shown.rows if record.id == chosen))
            face.gap()


def change_record(face: Face, record_id: str) -> None:
    """Change the record of that id."""
    found = face.desk.journal.get(record_id)
    if found is not None:
        _change(face, RecordAtHand(face.desk, found))


def one_record(face: Face, record: Record) -> None:
    """Read a record out, and offer what can be done with it."""
    at_hand = RecordAtHand(face.desk, record)
    _say(face, at_hand)
    while True:
        chosen = face.menu(_(said.WHAT_TO_DO), [(way, _(words)) for way, words in at_hand.ways()])
        face.gap()
        if chosen == said.CHANGE:
            _change(face, at_hand)
            _say(face, at_hand)
        elif chosen == said.GO_ON and isinstance(at_hand.record, TriggerMap):
            _go_on(face, at_hand)
        elif chosen in (said.STAR, said.UNSTAR):
            face.say(at_hand.mark(chosen == said.STAR))
        elif chosen == said.DELETE:
            if _deleted(face, at_hand):
                return
        else:
            return
        face.gap()


def _say(face: Face, at_hand: RecordAtHand) -> None:
    _say_when(face, at_hand)
    face.say(*as_lines(at_hand.sections(), _))


def _say_when(face: Face, at_hand: RecordAtHand) -> None:
    face.say(when_words(at_hand.record, face.desk.today()).worded(_))


def _change(face: Face, at_hand: RecordAtHand) -> None:
    at_hand.refresh()
    _say_when(face, at_hand)
    form = ask(face, begun(face, at_hand.form(), at_hand.draft), draft=at_hand.draft)
    if needs_care(at_hand.record, form.answers):
        from copecli.cli.plain.after import care_first
        from copecli.desk_maps import before_care

        care_first(face, before_care(face.desk, at_hand.draft))
    else:
        face.say(at_hand.answered(form))
    face.gap()


def _go_on(face: Face, at_hand: RecordAtHand) -> None:
    from copecli.cli.plain.maps import kept_map

    kept_map(face, at_hand.record.id)
    at_hand.refresh()


def _deleted(face: Face, at_hand: RecordAtHand) -> bool:
    if not sure(face):
        face.say(_(said.NOT_CHANGED))
        return False
    trouble = calm(at_hand.delete)
    face.say(trouble or _(said.GONE))
    return not trouble


def sure(face: Face) -> bool:
    """Ask once whether something is to be taken away for good."""
    chosen = face.menu(_(said.FOR_GOOD), [(key, _(words)) for key, words in said.SURE])
    return chosen == said.YES

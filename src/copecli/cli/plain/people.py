"""A map of one's people, line by line: who is good for what, and somebody to add.

Invariant: it says what the plan says now, and nothing of it is kept elsewhere.
"""

from __future__ import annotations

from copecli.cli.plain.form import ask, begun
from copecli.cli.plain.help_now import people_then_lines, told
from copecli.cli.plain.talk import badly, talk_flow
from copecli.core import people_words as said
from copecli.core.errors import CopeError
from copecli.core.people_map import DRAFT
from copecli.core.shared_words import UNSAFE
from copecli.core.talk_end import OTHER, SHORTER, WHAT_NEXT
from copecli.desk_people import PeopleAtHand
from copecli.desk_talk import asked_as
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.core.people_map import Known


def people_home(face: Face) -> None:
    """Say who is good for what, and do what the person likes, until they go back."""
    at_hand = PeopleAtHand(face.desk)
    face.say(_(said.TITLE), _(said.ABOUT))
    while True:
        try:
            known = at_hand.people()
        except CopeError as trouble:
            told(face, trouble)
            return
        face.say(*([] if known else [_(said.NOBODY_HERE)]))
        rows = [(str(n), f"{said.said_of(one).worded(_)}.") for n, one in enumerate(known)]
        rows += [(key, f"{_(words)}.") for key, words in said.LAST_ROWS]
        chosen = face.menu("", rows)
        if not chosen:
            return
        try:
            _open(face, at_hand, known, chosen)
        except CopeError as trouble:
            told(face, trouble)
        face.gap()


def _open(face: Face, at_hand: PeopleAtHand, known: tuple[Known, ...], chosen: str) -> None:
    if chosen == said.ADD:
        form = ask(face, begun(face, at_hand.form(), DRAFT), draft=DRAFT)
        face.say(*filter(None, [at_hand.answered(form)]))
    elif chosen == said.NOBODY:
        _nobody(face)
    elif chosen == said.BADLY:
        if badly(face) in (OTHER, SHORTER):
            talk_flow(face)
    else:
        _somebody(face, at_hand, known[int(chosen)])


def _somebody(face: Face, at_hand: PeopleAtHand, known: Known) -> None:
    """Ask what to do with them; nobody who is not safe is to be talked to from here."""
    rows = [(key, f"{_(words)}.") for key, words in said.OF_SOMEBODY]
    chosen = said.MARKS if known.not_safe else face.menu(_(said.WHAT_WITH), rows)
    if chosen == said.MARKS:
        form = ask(face, at_hand.form(known.name))
        face.say(*filter(None, [at_hand.answered(form, known.name)]))
    elif chosen == said.WORDS:
        talk_flow(face, asked_as(face.desk, known.name))


def _nobody(face: Face) -> None:
    face.say(_(said.HOW_TO_FIND), *map(_, said.FINDING))
    rows = [(key, f"{_(words).rstrip('.')}.") for key, words in said.AFTER_NOBODY]
    while True:
        chosen = face.menu(_(WHAT_NEXT), rows, back=_("rest."))
        if chosen == said.LINES:
            people_then_lines(face)
        elif chosen == UNSAFE:
            face.help_now()
        elif chosen == said.FIND_WORDS:
            talk_flow(face)
        else:
            return
        face.gap()

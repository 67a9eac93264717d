"""The trigger map, line by line: the questions that the TUI asks, the chain read aloud, and what comes next.

Invariant: a map begins only after “yes”; anything but “no” to the question of care leads to Help now at once,
and the map waits as a draft.
"""

from __future__ import annotations

from copecli.cli.plain.after import after_flow, care_first
from copecli.cli.plain.form import ask, begun
from copecli.cli.plain.help_now import people_then_lines, told
from copecli.cli.plain.progress import say_section
from copecli.core import chain_end as end
from copecli.core.chain import TriggerMap
from copecli.core.chain_form import map_form, needs_care, steady_form
from copecli.core.chain_picture import aloud, parts
from copecli.core.chain_words import GROUND, MAP_SHOWN, YES
from copecli.core.errors import CopeError
from copecli.core.form_words import STOPPED, STOPPED_UNSAVED
from copecli.core.progress_words import NEEDS
from copecli.core.shared_words import UNSAFE, WHAT_NEXT
from copecli.desk_maps import DRAFT, MapAtHand, before_care
from copecli.desk_written import record_called
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.core.form import Form


def map_flow(face: Face) -> None:
    """Ask whether it is a steady moment, and go through one map."""
    while True:
        form = ask(face, steady_form())
        if form.answers.get("steady") != GROUND or form.stopped:
            break
        from copecli.cli.plain.player import exercise

        face.gap()
        exercise(face, face.desk.default_skill())
        face.gap()
    if form.answers.get("steady") == YES and not form.stopped:
        _asked(face, ask(face, begun(face, map_form(), DRAFT), draft=DRAFT))


def kept_map(face: Face, name: str) -> None:
    """Say a map that was kept, and what can be done with it."""
    after(face, MapAtHand(face.desk, record_called(face.desk, TriggerMap, name)))


def _asked(face: Face, form: Form) -> None:
    if form.stopped:
        face.say(_(STOPPED if face.desk.saving else STOPPED_UNSAVED))
    elif needs_care(form.answers):
        care_first(face, before_care(face.desk))
    else:
        at_hand = MapAtHand(face.desk)
        trouble = at_hand.answered(form.answers)
        face.say(*([trouble] if trouble else []))
        after(face, at_hand)


def say_chain(face: Face, at_hand: MapAtHand) -> None:
    """Say the chain, from top to bottom."""
    face.gap()
    face.say(_(MAP_SHOWN))
    face.say(*aloud(parts(at_hand.map, at_hand.titles()), _))
    face.gap()


def after(face: Face, at_hand: MapAtHand) -> None:
    """Say the chain, and offer a next small thing until the person rests."""
    say_chain(face, at_hand)
    face.say(_(end.KEPT if at_hand.is_kept else end.NOT_KEPT))
    while True:
        ways = end.next_things(at_hand.map, at_hand.kept_maps())
        rows = [(key, f"{_(words).rstrip('.')}.") for key, words in ways]
        chosen = face.menu(_(WHAT_NEXT), rows, back=_("rest."))
        if chosen == end.TURN:
            _turn(face, at_hand)
        elif chosen == end.COPY:
            _copy(face, at_hand)
        elif chosen in (end.MORE, end.EDIT):
            form = at_hand.form(longer=chosen == end.MORE)
            form = form if at_hand.is_new else begun(face, form, at_hand.draft)
            _ask_again(face, at_hand, ask(face, form, draft=at_hand.draft))
        elif chosen == end.AFTER:
            after_flow(face)
        elif chosen == end.SHARED:
            say_section(face, NEEDS)
        elif chosen == end.PERSON:
            people_then_lines(face)
        elif chosen == UNSAFE:
            face.help_now()
        else:
            return
        face.gap()


def _ask_again(face: Face, at_hand: MapAtHand, form: Form) -> None:
    """Take in what was changed; stopping in the middle keeps it, too."""
    if needs_care(form.answers):
        care_first(face, before_care(face.desk, at_hand.draft))
        return
    trouble = at_hand.answered(form.answers, form.begun)
    face.say(*([trouble] if trouble else []))
    say_chain(face, at_hand)


def _turn(face: Face, at_hand: MapAtHand) -> None:
    form = ask(face, end.turn_form(at_hand.map, at_hand.fits, _))
    turned = end.turned(at_hand.map, form.answers, _)
    if turned != at_hand.map:
        face.say(at_hand.change(turned) or _(end.TURNED))


def _copy(face: Face, at_hand: MapAtHand) -> None:
    try:
        offers = at_hand.offers()
        if not offers:
            face.say(_(end.NOTHING_TO_COPY))
            return
        form = ask(face, end.copy_form(offers))
        picked = () if form.stopped else end.picked(offers, form.answers)
        if picked:
            at_hand.copy(picked)
            face.say(_(end.COPIED))
    except CopeError as trouble:
        told(face, trouble)

"""A check-in and a good moment, line by line: the questions that the TUI asks, and what comes next.

Invariant: what was answered is saved before anything else is said; an answer that leads to Help now opens it
before anything is saved.
"""

from __future__ import annotations

from copecli.cli.plain.form import ask, begun
from copecli.cli.plain.help_now import people_then_lines
from copecli.core import checkin_end as end
from copecli.core.form_words import STOPPED, STOPPED_UNSAVED
from copecli.core.good_form import good_form
from copecli.core.shared_words import UNSAFE, WHAT_NEXT
from copecli.desk_checkin import CHECK_IN, GOOD, CheckInAtHand, GoodAtHand, form_of
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copecli.cli.plain.face import Face


def check_in_flow(face: Face) -> None:
    """Ask how it is, say that it is kept, and offer a next small thing until the person rests."""
    form = ask(face, begun(face, form_of(face.desk), CHECK_IN), draft=CHECK_IN)
    if form.stopped:
        _stopped(face, CHECK_IN)
        return
    at_hand = CheckInAtHand(face.desk)
    at_hand.answered(form.answers)
    _after_check_in(face, at_hand)


def good_flow(face: Face) -> None:
    """Ask for a good moment, and say that it is kept."""
    form = ask(face, begun(face, good_form(), GOOD), draft=GOOD)
    at_hand = GoodAtHand(face.desk)
    if form.stopped or not at_hand.said_in(form.answers):
        _stopped(face, GOOD)
        return
    at_hand.answered(form.answers)
    _after_good(face, at_hand)


def _stopped(face: Face, draft: str) -> None:
    """Say that a draft is there, where one is, or that nothing is kept."""
    if not face.desk.saving:
        face.say(_(STOPPED_UNSAVED))
    elif face.desk.draft(draft):
        face.say(_(STOPPED))


def _next(face: Face, ways: Sequence[tuple[str, str]]) -> str:
    """Ask for a next small thing; those that are the same after anything are done here."""
    rows = [(key, f"{_(words).rstrip('.')}.") for key, words in ways]
    chosen = face.menu(_(WHAT_NEXT), rows, back=_("rest."))
    if chosen == end.PERSON:
        people_then_lines(face)
    elif chosen == UNSAFE:
        face.help_now()
    return chosen


def _after_check_in(face: Face, at_hand: CheckInAtHand) -> None:
    face.gap()
    face.say(at_hand.told)
    while True:
        chosen = _next(face, at_hand.ways())
        if chosen == end.LINES:
            from copecli.cli.plain.lines import lines_flow

            lines_flow(face)
        elif chosen == end.EXERCISE:
            _exercise(face, at_hand)
        elif chosen == end.PLAN:
            from copecli.cli.plain.walker import walk_own_plan

            walk_own_plan(face)
        elif chosen == end.TRUE and at_hand.true is not None:
            face.say(at_hand.true.words.worded(_))
        elif chosen == end.GOOD:
            good_flow(face)
        elif chosen in ("", end.REST):
            return
        face.gap()


def _after_good(face: Face, at_hand: GoodAtHand) -> None:
    face.gap()
    face.say(at_hand.told)
    while True:
        chosen = _next(face, at_hand.ways())
        if chosen in (end.AGAIN, end.NOT_AGAIN):
            at_hand.show_again(chosen == end.AGAIN)
            face.say(at_hand.told)
        elif chosen in ("", end.REST):
            return
        face.gap()


def _exercise(face: Face, at_hand: CheckInAtHand) -> None:
    """Choose an exercise for what was said, and play it."""
    from copecli.cli.plain.choosing import choose, fitting
    from copecli.cli.plain.player import exercise

    states = [(state, f"{_(words)}.") for state, words in end.states_of(at_hand.check_in)]
    if not states:
        skill = choose(face)
    else:
        state = states[0][0] if len(states) == 1 else face.menu(_(end.WHICH), states)
        strength = end.strength_in(at_hand.check_in, state)
        skill = fitting(face, state, strength) if state else None
    if skill is not None:
        exercise(face, skill)

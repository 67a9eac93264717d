"""The hour after self-harm, line by line: the After that the TUI draws, in its order and its words.

Invariant: it holds no state of the way but the After, and keeps nothing. Whoever may need care hears Help now
first, and then goes on here.
"""

from __future__ import annotations

from copecli.cli.plain.help_now import help_now, people_then_lines
from copecli.cli.plain.io import HELD
from copecli.cli.reach_words import ended, section_lines
from copecli.core import after as way
from copecli.core.after import After, cared_for
from copecli.core.care_words import CARE_FIRST
from copecli.core.events import Back, Choice, Forward, Stop
from copecli.core.form import CARE
from copecli.core.shared_words import WHAT_NEXT
from copecli.desk_checkin import has_plan
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copecli.cli.plain.face import Face
    from copecli.core.after import Frame
    from copecli.core.reach import Sentence
    from copecli.desk import Desk

_EVENTS: dict[str, Back | Stop] = {"after-back": Back(), "after-stop": Stop()}


def care_first(face: Face, first: tuple[str, ...]) -> None:
    """Open Help now with these lines (message ids) above it, and go on with the hour after it."""
    face.gap()
    help_now(face, first=first)
    after_flow(face, cared_for())


def after_flow(face: Face, after: After | None = None) -> None:
    """Go through the hour, from the question of danger or from where `after` is."""
    after = before = after or After()
    while not after.stopped:
        face.gap()
        if after.led:
            _lead(face, after.led)
            after = after.returned()
            before = after
        elif after.place == way.END:
            after = _end(face, after)
        else:
            frame = after.frame()
            line = _asked(face, frame) if frame.options else _shown(face, frame)
            before, after = (
                (before, before) if line == HELD else (after, after.next(_event(face, line, frame)))
            )


def _lead(face: Face, where: str) -> None:
    """Go where an answer leads, and come back."""
    if where == way.PEOPLE:
        people_then_lines(face)
        face.enter()
    else:
        help_now(face, first=CARE_FIRST if where == CARE else ())


def _asked(face: Face, frame: Frame) -> str:
    """Ask; Enter alone is an answer, too."""
    face.say(*_said(face, frame.before))
    question, *details = _said(face, (*frame.text, *frame.details))
    face.say(*details, *(_said(face, (frame.note,)) if frame.note else []))
    rows = [(key, ended(text.worded(_))) for key, text in frame.options]
    keys = face.desk.keys
    letters = {"": ""} | {key: key for name in _EVENTS for key in keys.action(name).keys}
    return face.menu(question, rows, letters=letters, back=_("stop."))


def _shown(face: Face, frame: Frame) -> str:
    """Say one thing, and wait."""

    def say() -> None:
        face.say(*_said(face, (*frame.before, *frame.text, *frame.details)))
        face.say(
            _("Enter goes on. {stop} stops. h: help now.").format(stop=face.desk.keys.typed("after-stop"))
        )

    say()
    line = (face.line(say) or "").lower()
    return line if line == HELD else line.removeprefix("/")


def _event(face: Face, line: str, frame: Frame) -> Back | Choice | Forward | Stop:
    """Return what was typed or chosen; what has no meaning goes on."""
    known = [key for key, _text in frame.options]
    if line in known:
        return Choice(known.index(line))
    for name, event in _EVENTS.items():
        if line in face.desk.keys.action(name).keys:
            return event
    return Forward()


def _said(face: Face, sentences: Iterable[Sentence]) -> list[str]:
    key = face.desk.keys.typed("help-now")
    return [sentence.worded(_, help=key) for sentence in sentences]


def _end(face: Face, after: After) -> After:
    """Offer a next small thing, until the person rests."""
    frame = after.frame()
    face.say(*_said(face, frame.before))
    ways = way.next_things(plan=has_plan(face.desk))
    rows = [(key, ended(_(text))) for key, text in ways]
    chosen = face.menu(_(WHAT_NEXT), rows, back=_("rest."))
    if chosen in ("", way.REST):
        return after.next(Stop())
    face.gap()
    _next_thing(face, chosen)
    return after


def _next_thing(face: Face, chosen: str) -> None:
    match chosen:
        case way.PERSON:
            people_then_lines(face)
        case way.PLAN:
            from copecli.cli.plain.walker import walk_own_plan

            walk_own_plan(face)
        case way.EXERCISE:
            from copecli.cli.plain.choosing import fitting
            from copecli.cli.plain.player import exercise

            skill = fitting(face, way.AFTER, noted=False)
            if skill is not None:
                exercise(face, skill)
        case way.READ:
            from copecli.cli.plain.learn import learn

            learn(face, (way.ARTICLE,))
        case way.LATER:
            from copecli.cli.plain.maps import map_flow

            map_flow(face)
        case _:
            face.help_now()


def to_read(desk: Desk) -> list[str]:
    """Return all of it, for where nobody can answer: the signs, whom to call, then one thing a paragraph."""
    from copecli.core.helpnow import numbers_first

    found = desk.help_now()
    signs, *others = way.whole()
    lines = [*map(_printed, signs.before), *(ended(_(line)) for line in CARE_FIRST)]
    for section in (numbers_first(found), found.people, found.lines):
        lines += ["", *section_lines(section, {})] if section else []
    for frame in others:
        if not frame.options and frame.id != way.END:
            lines += ["", *map(_printed, (*frame.text, *frame.details))]
    return [*lines, "", *map(_printed, others[-1].before)]


def _printed(sentence: Sentence) -> str:
    return ended(sentence.worded(_, help="`cope now`"))

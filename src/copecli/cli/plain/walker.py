"""Take me through my plan, line by line: the Walk that the TUI shows, in its order and its words.

Invariant: it holds no state of the way but the Walk. Whatever is typed that has no meaning here goes on.
"""

from __future__ import annotations

from copecli.cli.plain.help_now import told
from copecli.cli.plain.io import HELD
from copecli.cli.plain.plan_more import start
from copecli.cli.reach_words import ended, section_lines
from copecli.core import walk as way
from copecli.core.errors import CopeError
from copecli.core.walk import Walk
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.core.keymap import Keymap
    from copecli.core.plan import Plan
    from copecli.core.walk_frame import Frame

_STEADY = (way.BACK, way.STOP)


def walk_through(face: Face, plan: Plan) -> None:
    """Go through the plan, from its first screen to wherever the person stops."""
    walk = Walk.begin(plan, face.desk.help_now().lines)
    before = walk
    try:
        while not walk.stopped:
            face.gap()
            before, walk = _one_screen(face, before, walk)
    finally:  # leaving is an end like any other
        face.desk.note_walk(walk)


def walk_own_plan(face: Face) -> None:
    """Go through the plan as it is on the disk, or say calmly why it cannot be read."""
    try:
        plan = face.desk.look_at_plan()
    except CopeError as trouble:
        told(face, trouble)
    else:
        walk_through(face, plan)


def _one_screen(face: Face, before: Walk, walk: Walk) -> tuple[Walk, Walk]:
    """Show where the walk is, and return (where it was, where it is) after what the person does."""
    if walk.finished and not walk.aside:
        return walk, _end(face, walk)
    frame = walk.frame()
    _show(face, frame)
    line = face.line(lambda: _show(face, frame)) or ""
    if line == HELD:
        return before, before
    event = _event_of(line, frame, face.desk.keys)
    if event == "walk-start":
        start(face, frame.skill)
    elif event == "walk-code":
        _show_code(face, frame)
    else:
        return walk, walk.next(event)
    return before, walk


def frame_lines(frame: Frame, keys: Keymap | None) -> list[str]:
    """Return all that a frame says, from top to bottom; without `keys` what nobody can press is left out."""
    sentences = [*((frame.lead,) if frame.lead else ()), *((frame.title,) if frame.title else ())]
    lines = [ended(sentence.worded(_)) for sentence in (*sentences, *frame.text)]
    lines += [frame.number] if frame.number else []
    lines += [ended(sentence.worded(_)) for sentence in frame.details]
    lines += section_lines(frame.parts, {})
    if keys:
        lines += [ended(f"{keys.typed(found)}: {text.worded(_)}") for found, text in frame.offers]
    return lines


def _show(face: Face, frame: Frame) -> None:
    face.console.say_all(frame_lines(frame, face.desk.keys))
    n, of = frame.place
    place = " " + _("{step} of {of}.").format(step=n, of=of) if of else ""
    stop = face.desk.keys.typed(way.STOP)
    face.say(_("Enter goes on. {stop} stops. h: help now.").format(stop=stop) + place)


def _event_of(line: str, frame: Frame, keys: Keymap) -> str:
    """Return what a line means on this screen."""
    letter = line.lower().removeprefix("/")
    for event in (*_STEADY, *frame.can):
        if letter in keys.action(event).keys:
            return event
    return way.NEXT


def _show_code(face: Face, frame: Frame) -> None:
    from copecli.cli.plain.codes import show_codes
    from copecli.documents.qr import number_code

    show_codes(face, lambda _most: (number_code(frame.number),))


def _end(face: Face, walk: Walk) -> Walk:
    """Say that this was all, and go where the person wants to."""
    frame = walk.frame()
    *told, question = frame_lines(frame, face.desk.keys)
    face.say(*told)
    chosen = face.menu(question, [(key, text.worded(_)) for key, text in frame.options], back=_("rest."))
    if chosen == way.AGAIN:
        return walk.next(way.AGAIN)
    if chosen == "someone":
        return walk.next(way.SOMEONE)
    if chosen in ("", "rest"):
        return walk.next(way.STOP)
    face.help_now()
    return walk

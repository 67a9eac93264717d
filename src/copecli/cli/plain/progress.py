"""What the journal shows, line by line: a section at a time, and what can fall behind a number of its own.

Invariant: the same sections in the same order as on screens, in sentences and without a picture.
"""

from __future__ import annotations

from copecli.cli.plain.help_now import told
from copecli.cli.section_lines import section_lines
from copecli.core.errors import CopeError
from copecli.core.progress_words import (
    ADDS,
    CAN_FALL,
    CAN_FALL_DOOR,
    CAN_FALL_FIRST,
    DONE,
    DOOR,
    NOTHING_YET,
    ONE_BY_ONE,
    ONE_BY_ONE_DOOR,
)
from copecli.core.written_words import DID
from copecli.desk_progress import A_YEAR, shown
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copecli.cli.plain.face import Face
    from copecli.core.sections import Section


def progress_home(face: Face) -> None:
    """Ask which section to say, again and again; say calmly where there is none, or it cannot be read."""
    try:
        found = shown(face.desk).sections(A_YEAR, plain=True)
    except CopeError as trouble:
        told(face, trouble)
        return
    if not found:
        face.say(_(NOTHING_YET), _(ADDS))
        return
    falling = [section for section in found if section.can_fall]
    steady = [section for section in found if not section.can_fall]
    done = any(section.id == DONE for section in steady)
    rows = [(ONE_BY_ONE, _(ONE_BY_ONE_DOOR) + ".")] if done else []
    rows += [(CAN_FALL, _(CAN_FALL_DOOR) + ".")] if falling else []
    while chosen := _one_of(face, _(DOOR), steady, rows):
        face.gap()
        if chosen == CAN_FALL:
            _one_of(face, _(CAN_FALL_FIRST), falling, [])
        else:
            from copecli.cli.plain.records import records_home

            records_home(face, DID)
        face.gap()


def say_section(face: Face, key: str) -> None:
    """Say one section, or why it cannot be said."""
    try:
        found = shown(face.desk).sections(A_YEAR, plain=True)
    except CopeError as trouble:
        told(face, trouble)
        return
    for section in found:
        if section.id == key:
            face.gap()
            face.say(*section_lines(section, spoken=True)[0])


def _one_of(face: Face, question: str, found: Sequence[Section], more: list[tuple[str, str]]) -> str:
    """Say sections as they are chosen; return what else was chosen, or nothing."""
    by_id = {section.id: section for section in found}
    rows = [(section.id, section.title.worded(_) + ".") for section in found]
    while (chosen := face.menu(question, [*rows, *more])) in by_id:
        face.gap()
        face.say(*section_lines(by_id[chosen], spoken=True)[0])
        face.gap()
    return chosen

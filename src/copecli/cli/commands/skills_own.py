"""`cope skills pin`, `hide`, `note`: what a person keeps of an exercise.

Invariant: a note's words never come from the command line.
"""

from __future__ import annotations

from copecli.cli.commands.skills_show import named
from copecli.core.choosing import HIDE_KEPT, PIN_KEPT
from copecli.core.errors import OK
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call


def pin(call: Call) -> int:
    """Pin an exercise."""
    skill = named(call)
    call.desk.pin(skill.id, True)
    call.world.talk(_(PIN_KEPT[True]))
    return OK


def unpin(call: Call) -> int:
    """Take the pin away, of an exercise that is no longer there, too."""
    call.desk.pin(_kept(call, call.desk.config.pinned), False)
    call.world.talk(_(PIN_KEPT[False]))
    return OK


def hide(call: Call) -> int:
    """Hide an exercise."""
    skill = named(call)
    call.desk.hide(skill.id, True)
    call.world.talk(_(HIDE_KEPT[True]))
    return OK


def unhide(call: Call) -> int:
    """Offer it again, of an exercise that is no longer there, too."""
    call.desk.hide(_kept(call, call.desk.config.hidden), False)
    call.world.talk(_(HIDE_KEPT[False]))
    return OK


def _kept(call: Call, ids: tuple[str, ...]) -> str:
    """Return the exercise's id: one of these, or that of an exercise; raise NothingFound."""
    return call.request.skill if call.request.skill in ids else named(call).id


def note(call: Call) -> int:
    """Ask for a note, or read it from a pipe, and keep it."""
    from copecli.cli.typed import typed_text
    from copecli.core.choosing import NOTE_ASKED

    skill, desk = named(call), call.desk
    before = desk.note_to(skill.id)
    if before:
        call.world.talk(_("Your note: {note}").format(note=before))
    text = typed_text(call, NOTE_ASKED)
    if not text and call.terminal().stdin_tty:
        return OK  # Enter leaves it out
    desk.keep_note_to(skill.id, text)
    call.world.talk(_("The note is kept.") if text else _("There is no note now."))
    return OK

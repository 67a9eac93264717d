"""`cope plan import FILE`: what stands in a file comes into the plan.

Invariant: nothing of the plan of now is written over, it becomes a version first, and what of the file is not
known here is named.
"""

from __future__ import annotations

from copecli.core.errors import OK, NothingFound, NotSaved, Unreadable, UsageProblem
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.core.plan_taken import Taken

MOST_NOTES = 20


def run(call: Call) -> int:
    """Take the file in, and say what became of it."""
    from copecli.core.text import clean_line
    from copecli.system.elsewhere import read_plan

    desk, path = call.desk, call.request.file
    if not path:
        raise UsageProblem(N_("Which file?"), do=N_("It takes TOML, JSON, and Markdown with headings."))
    if not desk.saving:
        raise NotSaved(N_("Saving is off, so nothing was taken in."))
    found = read_plan(path)
    if found.plan.empty and not found.plan.extra:
        raise NothingFound(N_("There is nothing of a plan in {file}."), file=clean_line(path))
    try:
        taken = desk.take_in(found.plan)
    except Unreadable as trouble:
        from copecli.cli.plan_talk import told_unreadable

        return told_unreadable(call, trouble)
    call.world.talk(*_counted(taken))
    notes = [note.worded(_) for note in found.notes]
    call.world.talk(*(f"- {note}" for note in notes[:MOST_NOTES]))
    if len(notes) > MOST_NOTES:
        call.world.talk(_("And {n} more like these.").format(n=len(notes) - MOST_NOTES))
    return OK


def _counted(taken: Taken) -> list[str]:
    """Return what became of the lines; nothing that was there is changed."""
    said = (
        (taken.new, _("New lines: {n}.")),
        (taken.filled, _("Lines that something was added to: {n}.")),
        (taken.known, _("Lines that were here already: {n}.")),
    )
    lines = [words.format(n=count) for count, words in said if count]
    return [*lines, _("What you had is still here; the plan before it is kept, too.")]

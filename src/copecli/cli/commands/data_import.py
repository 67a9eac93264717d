"""`cope data import FILE`: what an export holds comes in.

Invariant: nothing that is here is written over, and each line that could not be read is named.
"""

from __future__ import annotations

from copecli.core.errors import OK, UNREADABLE, UsageProblem
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copecli.cli.call import Call
    from copecli.system.data_export import TakenIn


def run(call: Call) -> int:
    """Take the file in, and say what became of it."""
    path = call.request.file
    if not path:
        raise UsageProblem(N_("Which file?"), do=N_("It takes what `cope data export` wrote."))
    found = call.desk.import_data(path)
    call.world.talk(*_told(found))
    if found.nothing:
        call.world.talk(_("Nothing in it could be read. Nothing was changed."))
        return UNREADABLE
    call.world.talk(_("All that was here before is still here."))
    return OK


def _told(found: TakenIn) -> Iterator[str]:
    from copecli.system.data_export import PLAN_ASIDE, PLAN_KNOWN, PLAN_TAKEN

    for count, words in (
        (found.new, _("New in your journal: {n}.")),
        (found.known + found.kept_known, _("Already here: {n}.")),
        (found.beside, _("Different here, so both are kept: {n}.")),
        (found.versions, _("Older versions of your plan: {n}.")),
        (found.kept, _("Pins, notes and hidden exercises, new here: {n}.")),
    ):
        if count:
            yield words.format(n=count)
    plan = {
        PLAN_TAKEN: N_("Your plan is here."),
        PLAN_KNOWN: N_("Your plan was here already."),
        PLAN_ASIDE: N_("Your plan here stays. The other one is in `cope plan history`."),
    }
    if found.plan:
        yield _(plan[found.plan])
    if found.unread:
        yield _("Lines that could not be read, and were left out: {n}.").format(n=found.unread)
    for number, problem in found.problems:
        where = _("Line {n}: {problem}.") if not problem.key else _("Line {n}, at {key}: {problem}.")
        yield "- " + where.format(n=number, key=_shown(problem.key), problem=_shown(problem.sentence(_)))
    if found.unread > len(found.problems):
        yield _("And {n} more like these.").format(n=found.unread - len(found.problems))


def _shown(text: str) -> str:
    from copecli.core.text import clean_line

    return clean_line(text)[:120]

"""`cope`: the companion."""

from __future__ import annotations

from copecli.cli.faces import meet
from copecli.core.errors import OK
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call


def run(call: Call) -> int:
    """Open the home; where nothing can be asked, say what there is."""
    return meet(call, ("home",), lambda: _page(call))


def _page(call: Call) -> int:
    call.world.say(
        _("You're here. Nothing to decide."),
        "",
        _("cope now: who to call, and one thing to do."),
        _("cope ground: a short exercise."),
        _("cope plan print: your safety plan."),
        _("cope lines: crisis lines."),
        "",
        _("copecli helps you find and do the next small thing."),
        _("It runs only here. It sends nothing and calls nobody. It is not treatment."),
        _("In a terminal, cope opens more."),
    )
    return OK

"""`cope wave`: an urge is ridden out for some minutes, in the face that fits; a pipe gets its words.

Invariant: it begins by saying for what it is, and where to go with thoughts of ending one's life.
"""

from __future__ import annotations

from copecli.cli.faces import meet
from copecli.core.errors import OK, UsageProblem
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call


def run(call: Call) -> int:
    """Open the wave, for as many minutes as were said."""
    minutes = _minutes(call.request.length)
    return meet(call, ("wave", str(minutes)), lambda: _print(call))


def _minutes(word: str) -> int:
    """Return one of the lengths, or 0 where none was said; raise UsageProblem."""
    from copecli.core.wave import LENGTHS

    if not word:
        return 0
    if word not in map(str, LENGTHS):
        raise UsageProblem(
            N_("A wave has 5, 10 or 15 minutes. It can be made longer on the way."),
            do=N_("Such as: `cope wave 5`."),
        )
    return int(word)


def _print(call: Call) -> int:
    from copecli.cli.plain.wave import to_read
    from copecli.cli.reach_words import fitted

    call.world.say(*fitted(to_read(), call.width()))
    return OK

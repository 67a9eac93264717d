"""`cope checkin good`: a good moment, written down in the face that fits, or read from a pipe.

Invariant: one moment is kept, whole, or none.
"""

from __future__ import annotations

from copecli.cli.faces import meet
from copecli.core.errors import OK
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call


def run(call: Call) -> int:
    """Ask for it on a terminal; elsewhere read it."""
    return meet(call, ("good",), lambda: _piped(call))


def _piped(call: Call) -> int:
    from copecli.cli.typed import typed_text
    from copecli.core.checkin_words import GOOD_ASKED
    from copecli.desk_checkin import GoodAtHand

    answers = {"text": typed_text(call, GOOD_ASKED)}
    at_hand = GoodAtHand(call.desk)
    if not at_hand.said_in(answers):
        from copecli.core.errors import UsageProblem

        raise UsageProblem(
            N_("A good moment is asked for on a terminal, or read from a pipe."),
            do=N_("Nothing was there to read."),
        )
    at_hand.answered(answers)
    if at_hand.trouble is not None:
        raise at_hand.trouble
    if call.request.json:
        from copecli.cli.as_json import as_json
        from copecli.core.record_format import to_document

        call.world.say(as_json(to_document(at_hand.moment)))
    call.world.talk(at_hand.told)
    return OK

"""`cope checkin`: how it is right now, asked in the face that fits, or said in one line and kept at once.

Invariant: a person's own sentences never stand on the command line, where others and the shell's history see
them: a feeling is a word of the list, a tag a short word, and a note is asked for or read from a pipe.
"""

from __future__ import annotations

from copecli.cli.faces import meet
from copecli.cli.reach_words import ended
from copecli.core.errors import OK, UsageProblem
from copecli.core.text import clean_line, nearest
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call
    from copecli.core.form import Answer

_SUCH_AS = N_("Such as: `cope checkin --distress 6`.")
LONGEST_TAG = 40
"""Characters."""


def run(call: Call) -> int:
    """Ask how it is; where the line says it, keep that and ask nothing."""
    asked = call.request
    ratings = (asked.distress, asked.urge, asked.able)
    if any(rating is not None for rating in ratings) or asked.feelings or asked.tags or asked.note:
        return _in_one_line(call)
    if asked.json:
        raise UsageProblem(N_("--json goes with what is kept at once."), do=_SUCH_AS)
    return meet(call, ("check-in",), _needs_terminal)


def _needs_terminal() -> int:
    raise UsageProblem(N_("A check-in asks its questions on a terminal."), do=_SUCH_AS)


def _in_one_line(call: Call) -> int:
    from copecli.core.checkin_end import told_after
    from copecli.desk_checkin import CheckInAtHand, has_plan

    asked = call.request
    answers: dict[str, Answer] = {
        "distress": asked.distress,
        "urge": asked.urge,
        "able": asked.able,
        "feelings": tuple(dict.fromkeys(map(_feeling, asked.feelings))),
        "tags": tuple(dict.fromkeys(map(_tag, asked.tags))),
    }
    if asked.note:
        from copecli.cli.typed import typed_text
        from copecli.core.checkin_words import ASKED

        answers["note"] = typed_text(call, ASKED["note"])
    at_hand = CheckInAtHand(call.desk)
    kept = at_hand.answered(answers)
    if at_hand.trouble is not None:
        raise at_hand.trouble
    if not kept:
        call.world.talk(at_hand.told)
        return OK
    if asked.json:
        from copecli.cli.as_json import as_json
        from copecli.core.record_format import to_document

        call.world.say(as_json(to_document(at_hand.check_in)))
    call.world.talk(*(ended(_(line)) for line in told_after(at_hand.check_in, plan=has_plan(call.desk))))
    return OK


def _feeling(word: str) -> str:
    """Return the id of a feeling; raise UsageProblem with the nearest one."""
    from copecli.core.checkin import FEELINGS

    known = [key for key, _words in FEELINGS]
    found = word.strip().lower()
    if found in known:
        return found
    near = nearest(found, known, n=1)
    raise UsageProblem(
        N_("There is no feeling “{word}” on the list."),
        do=N_("Did you mean {near}? Your own words fit into --note.")
        if near
        else N_("It has {all}. Your own words fit into --note."),
        word=clean_line(word)[:60],
        all=", ".join(known),
        near=near[0] if near else "",
    )


def _tag(word: str) -> str:
    """Return a tag; raise UsageProblem where it is more than a short word."""
    from unicodedata import category

    if 0 < len(word) <= LONGEST_TAG and all(c == "-" or category(c)[0] in "LMN" for c in word):
        return word
    raise UsageProblem(
        N_("A tag here is one short word: letters, numbers and dashes, {n} at the most."),
        do=N_("Your own words fit into --note."),
        n=str(LONGEST_TAG),
    )

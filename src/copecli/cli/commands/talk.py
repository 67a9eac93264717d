"""`cope talk` and `cope talk people`: finding words, and who is good for what.

Invariant: where nobody can answer, it prints words that suit most people, or the names, and asks nothing.
"""

from __future__ import annotations

from copecli.cli.faces import meet
from copecli.core.errors import OK, NothingFound
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call


def run(call: Call) -> int:
    """Find words in the face that fits; in a pipe print those that suit most people."""
    return meet(call, ("talk",), lambda: _print(call))


def people(call: Call) -> int:
    """Show one's people in the face that fits; in a pipe print them."""
    return meet(call, ("people",), lambda: _print_people(call))


def _print(call: Call) -> int:
    from copecli.cli.wrapped import say_wrapped
    from copecli.desk_talk import WordsAtHand, talking

    say_wrapped(call, WordsAtHand(call.desk, talking(call.desk), {}).text.split("\n"))
    return OK


def _print_people(call: Call) -> int:
    from copecli.cli.wrapped import say_wrapped
    from copecli.core.people_words import NOBODY_HERE, said_of
    from copecli.desk_people import PeopleAtHand

    found = PeopleAtHand(call.desk).people()
    if not found:
        raise NothingFound(NOBODY_HERE, do=N_("`cope talk people` on a terminal adds somebody."))
    say_wrapped(call, [said_of(one).worded(_) for one in found])
    return OK

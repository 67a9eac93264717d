"""Taking a plan in from a file, in the line face.

Invariant: nothing of the plan of now is written over, and what of the file is not known here is named.
"""

from __future__ import annotations

from copecli.cli.plain.face import leaves
from copecli.cli.plain.help_now import told as say_trouble
from copecli.core.errors import CopeError
from copecli.core.plan_keeping import NOTHING_WRITTEN_OVER, WHAT_IT_TAKES, WHICH_FILE
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face


def take_in(face: Face) -> bool:
    """Ask for the file until one was taken in, or none is wanted; return whether one was."""
    from copecli.core.plan_taken import told

    def ask() -> None:
        face.say(_(WHICH_FILE), _(WHAT_IT_TAKES), _(NOTHING_WRITTEN_OVER), _("Enter leaves it."))

    while True:
        path = face.words(ask)
        if not path or leaves(path):
            return False
        try:
            taken, notes = face.desk.take_in_file(path)
        except CopeError as trouble:
            say_trouble(face, trouble)
            continue
        face.console.say_all(told(taken, notes, _))
        return True

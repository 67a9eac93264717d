"""The safety plan in the line face: read it, write it, print it, go back to an older one, take one in.

Invariant: a plan that cannot be read is never shown as an empty one, and is never written over unasked.
"""

from __future__ import annotations

from copecli.cli.hint_words import hint_lines
from copecli.cli.plain.help_now import told
from copecli.cli.plain.plan_older import older, read_plan, what_is_left
from copecli.cli.reach_words import ended
from copecli.core.errors import CopeError
from copecli.core.plan_check import how_many
from copecli.core.plan_keeping import CHANGED_ELSEWHERE, NO_PLAN_NOW, OLDER, TAKE_IN
from copecli.core.plan_words import MORE_OF_THE_PLAN
from copecli.core.talk_words import PEOPLE_DOOR
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from copecli.cli.plain.face import Face
    from copecli.system.plan_store import Stored


def plan_home(face: Face) -> None:
    """Go on writing where nothing is written yet, else ask what to do with the plan."""
    stored = _readable(face)
    if stored is not None:
        PlanHome(face, stored).go()


def _readable(face: Face) -> Stored | None:
    """Return the plan; where it is damaged or gone offer what is left, and None where nothing was chosen."""
    from copecli.core.plan import Plan
    from copecli.system.plan_store import PlanUnreadable, Stored

    try:
        stored = face.desk.read_plan()
    except PlanUnreadable as trouble:
        told(face, trouble)
        return what_is_left(face, Stored(Plan(), trouble.digest) if trouble.digest else None)
    except CopeError as trouble:
        told(face, trouble)
        return None
    if not stored.plan.empty or not stored.older:
        return stored
    face.say(_(NO_PLAN_NOW).format(n=stored.older))
    return what_is_left(face, stored)


class PlanHome:
    """The plan's own menu, over and over, until the person leaves it."""

    def __init__(self, face: Face, stored: Stored) -> None:
        self._face = face
        self._begin(stored)

    def _begin(self, stored: Stored) -> None:
        from copecli.cli.plain.plan_builder import Builder

        self._builder = Builder(self._face, stored)

    def go(self) -> None:
        """Ask for an answer that was not finished, then what to do, and do it."""
        from copecli.cli.plain.plan_more import finish

        finish(self._face, self._builder.plan, self._builder.save)
        if self._builder.plan.empty:
            self._builder.build()
        while not self._builder.plan.empty:
            chosen = self._face.menu(_("Your safety plan."), self._rows())
            if not chosen:
                return
            self._look_again()
            self._ways()[chosen]()
            self._face.gap()

    def _rows(self) -> list[tuple[str, str]]:
        hints = self._face.desk.plan_hints(self._builder.plan)
        return [
            ("read", _("Read it.")),
            ("write", _("Write more, or change it.")),
            ("print", _("Print it.")),
            ("older", _(OLDER)),
            ("walk", _("Take me through it.")),
            ("send", _("Send it to a phone.")),
            *([("hints", ended(how_many(hints).worded(_)))] if hints else []),
            ("more", _(MORE_OF_THE_PLAN)),
            ("take-in", _(TAKE_IN)),
            ("people", _(PEOPLE_DOOR)),
        ]

    def _ways(self) -> dict[str, Callable[[], None]]:
        builder = self._builder
        return {
            "read": self._read,
            "write": builder.build,
            "print": self._print,
            "older": self._older,
            "walk": self._walk,
            "send": self._send,
            "hints": self._hints,
            "more": builder.say_more_of_the_plan,
            "take-in": self._take_in,
            "people": self._people,
        }

    def _look_again(self) -> None:
        """Go on with the plan as it is on disk, where another program has changed it meanwhile.

        What could not be saved here is not dropped for it: the next save puts the two together.
        """
        saved = self._builder.stored
        newest = self._face.desk.newest_plan(saved)
        if newest is not saved and self._builder.plan == saved.plan:
            self._begin(newest)
            self._face.say(_(CHANGED_ELSEWHERE))

    def _people(self) -> None:
        """Say who is good for what; what was put into the plan there is here, too."""
        from copecli.cli.plain.people import people_home

        people_home(self._face)
        saved = self._builder.stored
        newest = self._face.desk.newest_plan(saved)
        if newest is not saved and self._builder.plan == saved.plan:
            self._begin(newest)

    def _read(self) -> None:
        self._face.gap()
        read_plan(self._face, self._builder.plan)

    def _print(self) -> None:
        from copecli.cli.plain.plan_paper import print_plan

        print_plan(self._face, self._builder.plan)

    def _older(self) -> None:
        put_back = older(self._face)
        if put_back is not None:
            self._begin(put_back)

    def _walk(self) -> None:
        from copecli.cli.plain.walker import walk_through

        walk_through(self._face, self._builder.plan)

    def _send(self) -> None:
        from copecli.cli.plain.codes import send

        send(self._face, self._builder.plan)

    def _hints(self) -> None:
        self._face.gap()
        self._face.console.say(*hint_lines(self._face.desk.plan_hints(self._builder.plan)))

    def _take_in(self) -> None:
        from copecli.cli.plain.plan_take_in import take_in

        if take_in(self._face):
            self._begin(self._face.desk.read_plan())

"""More of the plan: what else can be done with it, in words; the letter keys are the short way.

Invariant: it does nothing itself; it is dismissed with the id of an action of the plan's own page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.core.actions import LIST, PLAN
from copecli.core.keymap import known
from copecli.core.plan_check import how_many
from copecli.core.plan_keeping import OLDER, TAKE_IN
from copecli.core.plan_words import MORE_OF_THE_PLAN
from copecli.core.talk_words import PEOPLE_DOOR
from copecli.tui.screens.choose import Choose
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.plan_check import Hint

SAY_MORE, MY_PEOPLE = "say-more", "my-people"


class PlanChoices(Choose):
    """What else can be done with the plan."""

    GROUPS = (LIST, PLAN)

    def __init__(self, hints: tuple[Hint, ...]) -> None:
        rows = [
            ("walk", _(known("walk").label)),
            ("print", _("Print it")),
            ("send", _(known("send").label)),
            (SAY_MORE, _(MORE_OF_THE_PLAN)),
            *([("hints", how_many(hints).worded(_))] if hints else []),
            ("older", _(OLDER)),
            ("take-in", _(TAKE_IN)),
            (MY_PEOPLE, _(PEOPLE_DOOR)),
        ]
        super().__init__(_("Your safety plan"), rows)

    def act(self, action_id: str) -> None:
        """Take a letter of the plan's own page as well."""
        if action_id in dict(self._options):
            self.dismiss(action_id)
        else:
            super().act(action_id)

"""`cope keys`: what each key does, from the one table of actions."""

from __future__ import annotations

from copecli.cli.commands.help import NARROWEST, USUAL_WIDTH, table
from copecli.core.actions import (
    ACTIONS,
    AFTER,
    EVERYWHERE,
    EXERCISE,
    FORM,
    HOME,
    LIST,
    PLAN,
    SKILLS,
    TILES,
    WALK,
    WAVE,
    WORDS,
    in_group,
)
from copecli.core.errors import OK
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call

GROUPS = (
    (EVERYWHERE, N_("Everywhere")),
    (HOME, N_("On the first screen")),
    (EXERCISE, N_("In an exercise")),
    (TILES, N_("In the tile game")),
    (LIST, N_("In a list")),
    (SKILLS, N_("Where exercises are offered")),
    (PLAN, N_("In your plan")),
    (FORM, N_("In a few questions")),
    (WALK, N_("On the way through your plan")),
    (WAVE, N_("While you ride out an urge")),
    (AFTER, N_("After self-harm")),
    (WORDS, N_("While you write")),
)


def run(call: Call) -> int:
    """Print every key, by the place where it holds."""
    if call.request.json:
        from copecli.cli.as_json import as_json

        call.world.say(as_json(ACTIONS))
        return OK
    columns = max(NARROWEST, call.width() or USUAL_WIDTH)
    for index, (group, name) in enumerate(GROUPS):
        rows = [(_(" or ").join(action.keys[:2]), _(action.help)) for action in in_group(group)]
        call.world.say(*([""] if index else []), f"{_(name)}:", *table(rows, columns))
    return OK

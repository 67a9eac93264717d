"""`cope keys`: what each key does, with the keys in force; other keys, and the ones that came."""

from __future__ import annotations

from copecli.cli.commands.help import NARROWEST, USUAL_WIDTH, table
from copecli.core import key_words as said
from copecli.core.errors import OK, UsageProblem
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.call import Call


def run(call: Call) -> int:
    """Print every key, by the place where it holds."""
    keys = call.desk.keys
    if call.request.json:
        from copecli.cli.as_json import as_json

        call.world.say(as_json(keys.actions))
        return OK
    columns = max(NARROWEST, call.width() or USUAL_WIDTH)
    for index, (group, name) in enumerate(said.PLACES):
        rows = [
            (_("{id}: {keys}").format(id=action.id, keys=said.spelled(action.keys, _)), _(action.help))
            for action in keys.in_group(group)
        ]
        call.world.say(*([""] if index else []), f"{_(name)}:", *table(rows, columns))
    return OK


def change(call: Call) -> int:
    """Give an action other keys, and say what those did before."""
    from copecli.core.keymap import given, known

    action_id, keys = call.request.key, call.request.value
    if not action_id:
        raise UsageProblem(N_("Which action? `cope keys` shows their names."))
    known(action_id)
    if not keys:
        raise UsageProblem(N_("Which keys? Such as: cope keys set {id} x"), id=action_id)
    keymap, lost = given(call.desk.keys, action_id, keys)
    call.desk.set_keys(keymap, (action_id,))
    call.world.talk(*(line.worded(_) for line in said.told(keymap, action_id, lost, _)))
    return OK


def reset(call: Call) -> int:
    """Give an action, or all of them, the keys that they came with."""
    from copecli.core.keymap import DEFAULT, as_it_came

    action_id = call.request.key
    if not action_id:
        call.desk.set_keys(DEFAULT, call.desk.config.key_names)
        call.world.talk(_(said.ALL_AS_THEY_CAME))
        return OK
    keymap, lost = as_it_came(call.desk.keys, action_id)
    call.desk.set_keys(keymap, (action_id,))
    call.world.talk(*(line.worded(_) for line in said.told(keymap, action_id, lost, _)))
    return OK

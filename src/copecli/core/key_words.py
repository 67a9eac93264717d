"""What both faces say of keys: the places where they hold, and what giving one did.

Invariant: an action that lost a key to another is always named, with the key that it has now.
"""

from __future__ import annotations

from copecli.core import actions
from copecli.core.key_names import key_name
from copecli.core.reach import sentence
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from copecli.core.actions import Action
    from copecli.core.keymap import Keymap
    from copecli.core.reach import Sentence

PLACES = (
    (actions.EVERYWHERE, N_("Everywhere")),
    (actions.HELP, N_("In Help now")),
    (actions.NUMBER, N_("Where a number is shown")),
    (actions.HOME, N_("On the first screen")),
    (actions.EXERCISE, N_("In an exercise")),
    (actions.TILES, N_("In the tile game")),
    (actions.LIST, N_("In a list")),
    (actions.SKILLS, N_("Where exercises are offered")),
    (actions.PLAN, N_("In your plan")),
    (actions.FORM, N_("In a few questions")),
    (actions.WALK, N_("On the way through your plan")),
    (actions.WAVE, N_("While you ride out an urge")),
    (actions.AFTER, N_("In the hour after self-harm")),
    (actions.LINES, N_("Where crisis lines are listed")),
    (actions.SHELF, N_("Where articles are listed")),
    (actions.READ, N_("While you read")),
    (actions.WORDS, N_("While you write")),
    (actions.KEYS, N_("Where keys are changed")),
)
"""(group, words), in the order in which they are shown."""

OTHER_PLACES = N_("Keys in other places")
WHERE = N_("Keys where?")
PRESS = N_("Press the new key for “{label}”.")
STAYS = N_("Enter, Esc and the keys that move a mark stay as they are.")
AS_BEFORE = N_("The keys are as before.")
ALL_AS_THEY_CAME = N_("All keys are as they came.")


def spelled(keys: Iterable[str], translate: Callable[[str], str]) -> str:
    """Return keys as they are written on a keyboard, in one line."""
    return translate(N_(" or ")).join(map(key_name, keys))


def told(
    keymap: Keymap, action_id: str, lost: tuple[Action, ...], translate: Callable[[str], str]
) -> tuple[Sentence, ...]:
    """Return what there is to say once an action has other keys: its own now, and what those did before."""
    action = keymap.action(action_id)
    label = sentence(action.label)
    now = sentence(N_("“{label}” is now: {keys}."), label=label, keys=spelled(action.keys, translate))
    return (now, *(_lost(keymap, action, other, translate) for other in lost))


def _lost(keymap: Keymap, action: Action, other: Action, translate: Callable[[str], str]) -> Sentence:
    taken = [key for key in other.keys if key in action.keys]
    return sentence(
        N_("Before, {key} was “{label}”. That is {keys} now."),
        key=spelled(taken, translate),
        label=sentence(other.label),
        keys=spelled(keymap.action(other.id).keys, translate),
    )

"""Keys, line by line: what they are, and other ones for an action.

Invariant: a key that is given says what it did before, and one line takes that back.
"""

from __future__ import annotations

from copecli.cli.plain.face import leaves
from copecli.cli.plain.help_now import told
from copecli.core import key_words as said
from copecli.core.errors import CopeError
from copecli.core.keymap import as_it_came, given
from copecli.words import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.cli.plain.face import Face
    from copecli.core.keymap import Keymap

OWN, UNDO = "own", "undo"


def keys_home(face: Face) -> None:
    """Say what is typed everywhere, and show the keys of one place after the other."""
    typed = face.desk.keys.typed
    exercise = _("In an exercise Enter goes on. {back} goes back. {skip} leaves a step out.")
    stops = _("{pause} pauses. {stop} stops.")
    face.say(
        _("A number, then Enter, chooses from a list."),
        _("h, then Enter, opens Help now, from anywhere."),
        _("While you write, it is /h."),
        exercise.format(back=typed("back"), skip=typed("skip"))
        + " "
        + stops.format(pause=typed("pause"), stop=typed("stop")),
        _("Ctrl+C leaves at once."),
    )
    places = [(group, _(name) + ".") for group, name in said.PLACES]
    while group := face.menu(_(said.WHERE), places):
        _place(face, group)
        face.gap()


def _place(face: Face, group: str) -> None:
    """Show the actions of a place, to give one another key."""
    before: Keymap | None = None
    while True:
        keys = face.desk.keys
        rows = [
            (action.id, f"{said.spelled(action.keys, _)}: {_(action.help)}")
            for action in keys.in_group(group)
        ]
        undo = [(UNDO, _("Take the last change back."))] if before is not None else []
        chosen = face.menu(_("Another key for which?"), [*rows, *undo])
        if not chosen:
            return
        if chosen == UNDO and before is not None:
            _use(face, before, (_(said.AS_BEFORE),))
            before = None
        elif _changed(face, chosen):
            before = keys


def _changed(face: Face, action_id: str) -> bool:
    """Ask for the keys of an action; return whether it has others now."""
    action = face.desk.keys.action(action_id)

    def ask() -> None:
        face.say(
            _("New keys for “{label}”?").format(label=_(action.label)),
            _("Type one or more, with blanks between, such as: x left F5"),
            _("“{own}” gives those that it came with. Enter leaves it.").format(own=OWN),
        )

    line = face.words(ask)
    if not line or (leaves(line) and line.startswith("/")):
        return False
    keys = face.desk.keys
    try:
        own = line.lower() == OWN
        keymap, lost = as_it_came(keys, action_id) if own else given(keys, action_id, line.split())
    except CopeError as trouble:
        told(face, trouble)
        face.say(_(said.STAYS))
        return False
    _use(face, keymap, tuple(line.worded(_) for line in said.told(keymap, action_id, lost, _)))
    return True


def _use(face: Face, keymap: Keymap, lines: tuple[str, ...]) -> None:
    try:
        face.desk.set_keys(keymap)
    except CopeError as trouble:
        told(face, trouble)
        face.say(_("It holds until you leave."))
    face.say(*lines)

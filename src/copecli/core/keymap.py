"""The actions with the keys that are in force: the table, and over it the keys that a person gave.

Invariant: whatever was changed, Help now and leaving keep the keys that they came with, every action has a
key, a key means one thing within a group, and nothing in any group takes a key of the group `everywhere`. A
change that would break this is passed over alone.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.core.actions import ACTIONS, EVERYWHERE, TILES, WORDS, Action
from copecli.core.errors import NothingFound, UsageProblem
from copecli.core.fields import FormatProblem
from copecli.core.key_names import MOVING, STEADY, is_written, key_name, parse_key
from copecli.core.text import clean_line, nearest
from copecli.words import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

HELP_NOW = frozenset({"help-now", "help-in-words"})
"""Two names of one thing, so they may share keys."""
_OWN_FOR_EVER = HELP_NOW | {"quit"}
_MOST_KEYS = 8
"""Keys that one action can have; more are a slip."""

_CAME_WITH = {action.id: action for action in ACTIONS}


class Keymap:
    """The actions in force, in the order of the table."""

    __slots__ = ("_by_group", "_by_id", "actions", "changes")

    def __init__(self, changes: Mapping[str, tuple[str, ...]]) -> None:
        """Lay `changes` over the table; see `keymap_of` for changes that nobody has checked yet."""
        self.changes = dict(changes)
        self.actions = tuple(
            replace(action, keys=_with_own(action, changes[action.id])) if action.id in changes else action
            for action in ACTIONS
        )
        self._by_id = {action.id: action for action in self.actions}
        groups = dict.fromkeys(action.group for action in self.actions)
        self._by_group = {name: tuple(a for a in self.actions if a.group == name) for name in groups}

    def action(self, action_id: str) -> Action:
        """Return the action of that id, which stands in the table."""
        return self._by_id[action_id]

    def in_group(self, group: str) -> tuple[Action, ...]:
        """Return the actions of a group, in their order."""
        return self._by_group.get(group, ())

    def name(self, action_id: str) -> str:
        """Return the first key of an action as it is written on a keyboard."""
        return key_name(self._by_id[action_id].keys[0])

    def typed(self, action_id: str) -> str:
        """Return what is typed for an action where whole lines are read: a letter, or a key by its name."""
        keys = self._by_id[action_id].keys
        return next((key for key in keys if len(key) == 1 and not key.isdecimal()), keys[0])

    def meant(self, group: str, key: str) -> str:
        """Return the id of the action of `group` that has the key, or nothing."""
        return next((action.id for action in self.in_group(group) if key in action.keys), "")


def known(action_id: str) -> Action:
    """Return the action of that id as it came; raise NothingFound with the nearest ids."""
    if action_id in _CAME_WITH:
        return _CAME_WITH[action_id]
    near = nearest(action_id, _CAME_WITH)
    raise NothingFound(
        N_("There is no action called “{name}”."),
        do=N_("Near it: {near}.") if near else N_("`cope keys` shows them all."),
        name=clean_line(action_id)[:60],
        near=", ".join(near),
    )


def own_keys(action: Action) -> tuple[str, ...]:
    """Return the keys that an action keeps, whatever is changed."""
    if action.id in _OWN_FOR_EVER:
        return _CAME_WITH[action.id].keys
    stay = STEADY if action.group == TILES else STEADY | MOVING
    return tuple(key for key in _CAME_WITH[action.id].keys if key in stay)


def _with_own(action: Action, keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*keys, *own_keys(action))))


# what a person gave, read and checked


def keymap_of(table: object) -> tuple[Keymap, tuple[FormatProblem, ...]]:
    """Return the keys in force for the table `[keys]` of a document, and what could not be used of it."""
    changes: dict[str, tuple[str, ...]] = {}
    problems: list[FormatProblem] = []
    if not isinstance(table, dict):
        return DEFAULT, (FormatProblem("", N_("this should be a table, with [keys] above it")),)
    for name, value in table.items():
        try:
            changes[name] = _read(name, value)
        except FormatProblem as problem:
            problems.append(problem)
    keymap = Keymap(changes)
    while (clash := _clash(keymap)) is not None:
        problems.append(_passed_over(clash, changes))
        del changes[problems[-1].key]
        keymap = Keymap(changes)
    return keymap, tuple(problems)


def _read(name: str, value: object) -> tuple[str, ...]:
    if name not in _CAME_WITH:
        near = nearest(name, _CAME_WITH, n=1)
        what = N_("it is not known; the nearest is {near}") if near else N_("it is not known")
        raise FormatProblem(name, what, near="".join(near))
    keys = [value] if isinstance(value, str) else value
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        raise FormatProblem(name, N_("this should be a key in quotes, or a list of them"))
    try:
        return checked(_CAME_WITH[name], keys)
    except FormatProblem as problem:
        raise FormatProblem(name, problem.what, **problem.fields) from None


def checked(action: Action, keys: Sequence[str]) -> tuple[str, ...]:
    """Return the keys as they are called here; raise FormatProblem where the action cannot have one."""
    if not 0 < len(keys) <= _MOST_KEYS:
        raise FormatProblem("", N_("there can be one to {n} keys"), n=str(_MOST_KEYS))
    parsed = tuple(dict.fromkeys(map(parse_key, keys)))
    for key in parsed:
        if key not in _CAME_WITH[action.id].keys:
            _refuse_unfit(action, key)
    return parsed


def _refuse_unfit(action: Action, key: str) -> None:
    name = key_name(key)
    if key in STEADY or (key in MOVING and action.group != TILES):
        raise FormatProblem("", N_("{name} stays what it is"), name=name)
    if action.group == WORDS and is_written(key):
        raise FormatProblem("", N_("“{name}” would be part of what you write"), name=name)
    if key.isdecimal() and action.group != TILES:
        raise FormatProblem("", N_("numbers are answers; only the tile game has them as keys"))


def _clash(keymap: Keymap) -> tuple[str, str, str] | None:
    """Return the ids of two actions that have one key at one place, and the key; None where all is well."""
    return next(_clashes(keymap), None)


def _clashes(keymap: Keymap) -> Iterator[tuple[str, str, str]]:
    everywhere = {key: found.id for found in keymap.in_group(EVERYWHERE) for key in found.keys}
    for group in dict.fromkeys(action.group for action in keymap.actions):
        taken = {} if group == EVERYWHERE else dict(everywhere)
        for action in keymap.in_group(group):
            for key in action.keys:
                other = taken.setdefault(key, action.id)
                if other != action.id and not {other, action.id} <= HELP_NOW:
                    yield other, action.id, key


def _passed_over(clash: tuple[str, str, str], changes: Mapping[str, tuple[str, ...]]) -> FormatProblem:
    """Return why one of two changes is left out: the later one, where both were given."""
    one, two, key = clash
    ids = [name for name in changes if name in (one, two)]
    left_out = ids[-1]
    other = two if left_out == one else one
    return FormatProblem(left_out, N_("“{name}” is the key of {other}"), name=key_name(key), other=other)


DEFAULT = Keymap({})
"""The keys that the program comes with."""


# giving keys


def given(keymap: Keymap, action_id: str, keys: Sequence[str]) -> tuple[Keymap, tuple[Action, ...]]:
    """Return the keymap with these keys for the action, and the actions that lost one to it (as they were).

    One that would be left without a key gets one that came free. Raise NothingFound or UsageProblem.
    """
    action = known(action_id)
    try:
        wanted = checked(action, keys)
    except FormatProblem as problem:
        raise _not_given(problem.sentence(_)) from None
    changes = {**keymap.changes, action_id: wanted}
    now = Keymap(changes)
    free = [key for key in keymap.action(action_id).keys if key not in now.action(action_id).keys]
    lost: dict[str, Action] = {}
    for one, two, key in _clashes(now):
        other = keymap.action(two if one == action_id else one)
        left = [left for left in other.keys if left not in wanted]
        if not left and other.group == action.group and free:
            left = [free.pop(0)]
        if key in own_keys(other) or not left:
            raise _is_taken(other, key)
        lost[other.id] = other
        changes[other.id] = tuple(left)
    kept = {name: new for name, new in changes.items() if _differs(known(name), new)}
    return Keymap(kept), tuple(lost.values())


def as_it_came(keymap: Keymap, action_id: str) -> tuple[Keymap, tuple[Action, ...]]:
    """Return the keymap in which the action has the keys that it came with; see `given`."""
    return given(keymap, action_id, known(action_id).keys)


def _differs(action: Action, keys: tuple[str, ...]) -> bool:
    return _with_own(action, keys) != action.keys


def _is_taken(other: Action, key: str) -> UsageProblem:
    return _not_given(_(N_("“{name}” is “{label}”")).format(name=key_name(key), label=_(other.label)))


def _not_given(problem: str) -> UsageProblem:
    return UsageProblem(N_("Nothing was changed: {problem}."), problem=problem)

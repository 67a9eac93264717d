"""The keys that there are: how each is called, and which of them can be given to an action.

Invariant: a key leaves `parse_key` in its one spelling, or not at all; one that cannot reach a program in a
terminal is refused with the reason. Enter, Esc and the keys that move a mark mean the same everywhere.
"""

from __future__ import annotations

from unicodedata import category

from copecli.core.fields import FormatProblem
from copecli.core.text import clean_line, nearest
from copecli.words import N_

NAMES = {
    "enter": "Enter", "space": "Space", "escape": "Esc", "left": "←", "right": "→", "up": "↑", "down": "↓",
    "delete": "Del", "insert": "Ins", "backspace": "Backspace", "home": "Home", "end": "End",
    "pageup": "PgUp", "pagedown": "PgDn", "tab": "Tab",
}  # fmt: skip
"""Keys of more than one letter, as they are written on a keyboard; beside them F1 to F12, and Ctrl."""
STEADY = frozenset({"enter", "escape", "tab", "shift+tab"})
"""Keys that nobody can give to anything else: each list and field needs them."""
MOVING = frozenset({"up", "down", "home", "end", "pageup", "pagedown"})
"""Keys that move a mark; only a game has other uses for them."""

_OTHER_NAMES = {
    " ": "space", "esc": "escape", "return": "enter", "del": "delete", "ins": "insert",
    "pgup": "pageup", "pgdn": "pagedown", "page-up": "pageup", "page-down": "pagedown",
    "←": "left", "→": "right", "↑": "up", "↓": "down",
}  # fmt: skip
_SAME_AS = {"i": "Tab", "m": "Enter", "j": "Enter", "[": "Esc", "h": "Backspace"}
"""Ctrl and these: a terminal sends the same for the other key."""
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_FUNCTION_KEYS = frozenset(f"f{n}" for n in range(1, 13))
_SHOWN_AS_TYPED = "LNPS"
"""Categories of what one press can write: letters, numbers, punctuation, symbols."""


def key_name(key: str) -> str:
    """Return a key as it is written on a keyboard."""
    if key in _FUNCTION_KEYS:
        return key.upper()
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[-1].upper()}"
    return NAMES.get(key, key)


def is_written(key: str) -> bool:
    """Return whether a press writes something, or moves in what is written, while a field has the cursor."""
    return len(key) == 1 or key in ("space", "left", "right", "home", "end", "backspace", "delete")


def parse_key(text: str) -> str:
    """Return the key that a person has called so; raise FormatProblem."""
    said = text if text == " " else text.strip().lower()
    key = _OTHER_NAMES.get(said, said).replace("ctrl-", "ctrl+")
    if key in NAMES or key in _FUNCTION_KEYS or key == "shift+tab":
        return key
    if len(key) == 1 and category(key)[0] in _SHOWN_AS_TYPED:
        return key
    if key.startswith("ctrl+"):
        return _with_ctrl(key)
    if key.startswith(("alt+", "alt-", "shift+", "shift-", "cmd+", "super+", "meta+")):
        raise FormatProblem("", N_("“{name}” does not get through every terminal"), name=clean_line(key)[:30])
    raise _unknown(key)


def _with_ctrl(key: str) -> str:
    letter = key.removeprefix("ctrl+")
    if letter in _SAME_AS:
        raise FormatProblem(
            "",
            N_("in a terminal “{name}” is the same as {other}"),
            name=clean_line(key),
            other=_SAME_AS[letter],
        )
    if letter == "z":
        raise FormatProblem("", N_("Ctrl+Z lays the program aside"))
    if letter not in _LETTERS:
        raise _unknown(key)
    return key


def _unknown(key: str) -> FormatProblem:
    near = nearest(key, (*NAMES, *_FUNCTION_KEYS), n=1)
    nearly = N_("no key is called “{name}”; the nearest is “{near}”")
    what = nearly if near else N_("no key is called “{name}”")
    return FormatProblem("", what, name=clean_line(key)[:30], near="".join(near))

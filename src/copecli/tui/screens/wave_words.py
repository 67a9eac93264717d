"""The words around a wave, for the TUI: its keys by name, and how to answer.

Invariant: the frame's own sentences are passed on unchanged, so both faces say the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.core import wave_frame as at
from copecli.words import _

if TYPE_CHECKING:
    from copecli.core.keymap import Keymap
    from copecli.core.wave_frame import Frame


def keys_of(keymap: Keymap) -> dict[str, str]:
    """Return what fills the places of keys in its sentences."""
    return {"help": keymap.name("help-now"), "pause": keymap.name("wave-pause")}


def asked(frame: Frame, keymap: Keymap) -> str:
    """Return the question of this minute with its keys, or what was answered last."""
    if frame.asked is None:
        return ""
    said, ten = frame.asked.worded(_), keymap.name("wave-ten")
    return said + " " + _("0 to 9, or {ten} for ten.").format(ten=ten) if frame.asked == at.ASKED else said


def hint(frame: Frame) -> str:
    """Return how to answer here."""
    if frame.kind == at.STRENGTH:
        return _("Type a number, or left and right. Enter goes on, also without one.")
    if frame.options:
        return _("Up, down, Enter.")
    return "" if frame.kind == at.RIDING else _("Any key goes on.")

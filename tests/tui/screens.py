"""Every screen of the companion, by name, and the keys that lead there from a fresh home."""

from __future__ import annotations

from tests.ways import to_more

_TO_BEFORE = ("enter", "enter")
_TO_DID = (*_TO_BEFORE, "enter", "end", "enter", "end", "enter", "7", "enter")
_TO_CHAIN = (*_TO_DID, "down", "enter", "end", "enter", "end", "enter")
_TO_RECORDS = (*to_more("good"), "x", "enter", "q", "q", *to_more("records"))
"""With a good moment in them."""

SCREENS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "home": (("home",), ()),
    "feelings": (("home",), ("c",)),
    "fitting": (("home",), ("c", "enter")),
    "opening": (("skill", "five-senses"), ()),
    "caution": (("skill", "sighing"), ("j",)),
    "say": (("skill", "five-senses"), ("j",)),
    "notice": (("skill", "five-senses"), ("j", "j", "j", "j")),
    "choose": (("skill", "categories"), ("j", "j")),
    "pace": (("skill", "sighing"), ("j", "enter", "j", "j", "j")),
    "ask": (("skill", "then-and-now"), ("j", "enter", "j", "j", "j")),
    "end": (("skill", "stop"), ("j",) * 12),
    "help-now": (("home",), ("h",)),
    "plan-step": (("plan",), ()),
    "plan-number": (("plan",), ("pagedown", "pagedown", "pagedown", "x", "enter")),
    "plan": (("plan",), ("x", "enter", "escape")),
    "plan-end": (("plan",), ("x", *["enter"] * 8)),
    "plan-nobody": (("plan",), (*["pagedown"] * 3, *"none", "enter")),
    "print": (("plan",), ("x", "enter", "escape", "p")),
    "print-to": (("plan",), ("x", "enter", "escape", "p", "enter")),
    "item-choices": (("plan",), ("x", "enter", "up", "m")),
    "item-question": (("plan",), ("pagedown", "x", "enter", "up", "m", "enter")),
    "item-options": (("plan",), ("x", "enter", "up", "m", "enter")),
    "plan-choices": (("plan",), ("x", "enter", "escape", "m")),
    "plan-more": (("plan",), ("x", "enter", "escape", "m", "down", "down", "down", "enter")),
    "older": (("plan",), ("x", "enter", "y", "enter", "escape", "o")),
    "one-older": (("plan",), ("x", "enter", "y", "enter", "escape", "o", "enter")),
    "older-changes": (("plan",), ("x", "enter", "y", "enter", "escape", "o", "enter", "enter")),
    "older-read": (("plan",), ("x", "enter", "y", "enter", "escape", "o", "enter", "down", "enter")),
    "take-in": (("plan",), ("x", "enter", "escape", "i")),
    "walk": (("plan",), ("x", "enter", "escape", "w")),
    "walk-item": (("plan",), ("x", "enter", "pagedown", "x", "enter", "escape", "w", "x")),
    "walk-end": (("plan",), ("x", "enter", "escape", "w", "x", "x")),
    "walk-someone": (("plan",), ("x", "enter", "escape", "w", "s")),
    "send": (("plan",), ("x", "enter", "escape", "s")),
    "code-before": (("plan",), ("x", "enter", "escape", "s", "enter")),
    "code": (("plan",), ("x", "enter", "escape", "s", "enter", "enter")),
    "no-older": (("plan",), ("x", "enter", "escape", "o")),
    "hints": (("plan",), ("x", "enter", "escape", "c")),
    "map-begin": (("map",), ()),
    "map-pick": (("map",), _TO_BEFORE),
    "map-did": (("map",), _TO_DID),
    "map-care": (("map",), (*_TO_DID, "enter")),
    "map-chain": (("map",), _TO_CHAIN),
    "map-next": (("map",), (*_TO_CHAIN, "enter")),
    "map-turn": (("map",), (*_TO_CHAIN, "enter", "enter")),
    "map-turn-how": (("map",), (*_TO_CHAIN, "enter", "enter", "enter")),
    "map-copy": (("map",), (*_TO_CHAIN, "enter", "down", "enter")),
    "check-in": (("check-in",), ()),
    "check-in-end": (("check-in",), ("right", "8", "enter", "enter", "enter", "right", "enter")),
    "good": (("good",), ()),
    "good-end": (("good",), ("x", "enter")),
    "records-none": (("home",), to_more("records")),
    "record-list": (("home",), (*_TO_RECORDS, "enter")),
    "record": (("home",), (*_TO_RECORDS, "enter", "enter")),
    "report": (("report",), ("enter", "right", "enter")),
    "report-now": (("report",), ("enter", "right", "enter", "enter")),
    "more": (("home",), ("m",)),
    "progress": (("home",), to_more("progress")),
    "settings": (("home",), to_more("settings")),
    "country": (("home",), (*to_more("settings"), "enter")),
    "keys": (("home",), ("question_mark",)),
    "about": (("home",), to_more("about")),
}
"""name: (start, keys)"""

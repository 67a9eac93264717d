"""Every screen of the companion, by name, and the keys that lead there from a fresh home."""

from __future__ import annotations

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
    "print": (("plan",), ("x", "enter", "escape", "p")),
    "walk": (("plan",), ("x", "enter", "escape", "w")),
    "walk-item": (("plan",), ("x", "enter", "pagedown", "x", "enter", "escape", "w", "x")),
    "walk-end": (("plan",), ("x", "enter", "escape", "w", "x", "x")),
    "walk-someone": (("plan",), ("x", "enter", "escape", "w", "s")),
    "send": (("plan",), ("x", "enter", "escape", "s")),
    "code-before": (("plan",), ("x", "enter", "escape", "s", "enter")),
    "code": (("plan",), ("x", "enter", "escape", "s", "enter", "enter")),
    "hints": (("plan",), ("x", "enter", "escape", "c")),
    "more": (("home",), ("m",)),
    "settings": (("home",), ("m", "enter")),
    "country": (("home",), ("m", "enter", "enter")),
    "keys": (("home",), ("question_mark",)),
    "about": (("home",), ("m", "down", "down", "enter")),
}
"""name: (start, keys)"""

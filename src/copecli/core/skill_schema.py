"""The JSON Schema of a skill file, for editors: what can stand where, with a line on each key.

Invariant: whatever the loader takes is valid here. Its words come from the loader's own vocabularies; what no
schema can say (ids that exist, cycles, placeholders) the loader alone refuses.
"""

from __future__ import annotations

from copecli.core import skill as model
from copecli.core.fields import LONGEST_TEXT
from copecli.core.skill_format import LONGEST_ID, MOST_STEPS, PLAN_PLACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    Schema = dict[str, object]


def schema() -> Schema:
    """Return the schema of a whole file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An exercise for copecli",
        "type": "object",
        "required": ["format", "title", "family", "summary", "steps"],
        "additionalProperties": False,
        "properties": _PROPERTIES | {"steps": _steps()},
    }


def _text(description: str, *, empty: bool = False) -> Schema:
    least = {} if empty else {"minLength": 1}
    return {"type": "string", **least, "maxLength": LONGEST_TEXT, "description": description}


def _word(words: Iterable[str], description: str) -> Schema:
    return {"enum": list(words), "description": description}


def _words(words: Iterable[str], description: str) -> Schema:
    return {"type": "array", "items": {"enum": list(words)}, "description": description}


def _texts(description: str, *, fewest: int = 0) -> Schema:
    least = {"minItems": fewest} if fewest else {}
    return {"type": "array", "items": _text("One line."), **least, "description": description}


def _number(low: float, high: float, description: str = "", kind: str = "number") -> Schema:
    said = {"description": description} if description else {}
    return {"type": kind, "minimum": low, "maximum": high, **said}


def _pair(low: float, high: float, description: str) -> Schema:
    two = {"minItems": 2, "maxItems": 2}
    return {"type": "array", "items": _number(low, high), **two, "description": description}


def _table(properties: Schema, description: str, required: Iterable[str] = ()) -> Schema:
    return {
        "type": "object",
        **({"required": list(required)} if required else {}),
        "additionalProperties": False,
        "properties": properties,
        "description": description,
    }


_PROPERTIES: Schema = {
    "format": {"const": 1, "description": "Always 1."},
    "title": _text("What it is called."),
    "family": _word(model.FAMILIES, "What kind of exercise it is."),
    "summary": _text("One line: what a person does in it."),
    "opening": _text("Its first line, as in: Now, what is near you.", empty=True),
    "fact": _text("Its entry in our collection of facts.", empty=True),
    "minutes": _pair(0.1, 240, "Shortest and longest, in minutes."),
    "states": _words(model.STATES, "How it feels when this fits."),
    "intensity": _pair(0, 10, "How strong it may be, 0 to 10, in whole numbers."),
    "needs": _words(model.NEEDS, "What has to be at hand."),
    "discreet": _word(model.DISCREET, "Whether others do not notice."),
    "energy": _word(model.ENERGY, "How much it asks for."),
    "channels": _words(model.CHANNELS, "What it uses."),
    "adapt": _table(
        {need: {"enum": list(model.ADAPTED)} for need in model.ADAPTATIONS},
        "yes: as it is. variant: with the words under instead. no: it cannot be done so.",
    ),
    "cautions": _texts("Said before it starts."),
    "not_for": _words(model.NOT_FOR, "Who should rather not; the cautions say so."),
    "involves": _words(model.INVOLVES, "What people can leave out."),
    "evidence": _table(
        {
            "grade": _word(model.GRADES, "E: custom and experience only."),
            "says": _text("One honest line.", empty=True),
            "sources": _texts("Keys of sources that were read."),
        },
        "How well it is tested, which is not how well it works.",
    ),
    "review": _table(
        {
            "status": _word(model.REVIEWS, "Who has read it."),
            "on": {"type": "string", "description": "A date, as in 2026-11-23."},
        },
        "Who has read it with trained or with lived eyes.",
    ),
}

_ID = {"type": "string", "pattern": f"^[a-z0-9-]{{1,{LONGEST_ID}}}$", "description": "Its name in this file."}
_COMMON: Schema = {
    "id": _ID,
    "next": _text("The id of the step that follows, or end.", empty=True),
    "channel": _word(("", *model.CHANNELS), "What it uses, if a person may want to leave that out."),
    "instead": _text("What is said to a person who leaves that out.", empty=True),
}
_SAID = _text("The one idea on the screen.")
_MAY_SAY = _text("The one idea on the screen.", empty=True)
_KEEP: Schema = {
    "keep": _word(("no", "ask"), "ask: offers to keep it at the end."),
    "into": _word(("", *PLAN_PLACES), "The step of the safety plan that it is offered to."),
}
_BEAT = _table(
    {"cue": _text("One or two words."), "seconds": _number(0.25, 120), "fill": _number(0, 1)},
    "One beat.",
    ("cue", "seconds"),
)
_OPTION = _table(
    {"text": _text("What is chosen."), "to": _text("The id of a step, or end.")}, "", ("text", "to")
)
_MINUTE = _number(1, 60, kind="integer")
_OWN: dict[str, tuple[Schema, tuple[str, ...]]] = {
    "say": ({"text": _SAID, "seconds": _number(0, 600, "Goes on by itself after these.")}, ("text",)),
    "notice": ({"text": _SAID, "count": _number(1, 20, "How many things.")}, ("text", "count")),
    "pace": (
        {
            "text": _MAY_SAY,
            "beats": {"type": "array", "minItems": 1, "items": _BEAT},
            "rounds": _number(1, 500, "How often, or say minutes."),
            "minutes": _number(0.1, 60, "How long, or say rounds."),
        },
        ("beats",),
    ),
    "wait": (
        {
            "text": _MAY_SAY,
            "minutes": {"anyOf": [_MINUTE, {"type": "array", "minItems": 1, "items": _MINUTE}]},
            "ask_every": _number(0, 3600, "Seconds between two questions how strong it is."),
            "lines": _texts("To read meanwhile."),
        },
        ("minutes",),
    ),
    "pick": ({"text": _MAY_SAY, "ideas": _texts("One is shown at a time.", fewest=1)}, ("ideas",)),
    "ask": ({"text": _SAID, **_KEEP}, ("text",)),
    "rate": (
        {"text": _SAID, "low": _text("What 0 means.", empty=True), "high": _text("10.", empty=True)},
        ("text",),
    ),
    "compose": ({"text": _text("Answers as {their-id}."), **_KEEP}, ("text",)),
    "choose": (
        {"text": _MAY_SAY, "options": {"type": "array", "minItems": 1, "items": _OPTION}},
        ("options",),
    ),
    "game": ({"text": _MAY_SAY, "game": {"enum": ["tiles"]}}, ("game",)),
    "reach": ({"text": _MAY_SAY}, ()),
}
"""What each kind of step has besides `_COMMON`: its keys, and those that it needs."""


def _steps() -> Schema:
    kinds = [
        _table({"kind": {"const": kind}, **_COMMON, **own}, f"A step of the kind {kind}.", ("kind", *needed))
        for kind, (own, needed) in _OWN.items()
    ]
    return {"type": "array", "minItems": 1, "maxItems": MOST_STEPS, "items": {"oneOf": kinds}}

"""The published JSON Schema of a skill file, and the document that teaches it, equal to the loader."""

from __future__ import annotations

import copy
import json
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core import skill as model
from copecli.core.fields import FormatProblem
from copecli.core.skill_format import skill_from_document
from copecli.core.skill_schema import schema
from copecli.core.skill_template import template
from tests.content import shipped
from tests.content.shipped import SKILL_FILES

if TYPE_CHECKING:
    from collections.abc import Callable

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA = schema()
TYPES: dict[str, Callable[[object], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
}
KNOWN = {
    "$schema", "title", "description", "type", "const", "enum", "required", "properties", "items", "pattern",
    "minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "additionalProperties", "oneOf",
    "anyOf",
}  # fmt: skip


def valid(value: Any, part: Any) -> bool:
    """Return whether `value` is as that part of the schema says; it knows the few words that ours uses."""
    assert set(part) <= KNOWN, f"the checker does not know {set(part) - KNOWN}"
    if "type" in part and not TYPES[part["type"]](value):
        return False
    if "const" in part and (value != part["const"] or isinstance(value, bool)):
        return False
    if "enum" in part and value not in part["enum"]:
        return False
    if "oneOf" in part and sum(valid(value, one) for one in part["oneOf"]) != 1:
        return False
    if "anyOf" in part and not any(valid(value, one) for one in part["anyOf"]):
        return False
    if isinstance(value, str):
        long_enough = part.get("minLength", 0) <= len(value) <= part.get("maxLength", len(value))
        return long_enough and re.search(part.get("pattern", ""), value) is not None
    if isinstance(value, int | float):
        return bool(part.get("minimum", value) <= value <= part.get("maximum", value))
    if isinstance(value, list):
        enough = part.get("minItems", 0) <= len(value) <= part.get("maxItems", len(value))
        return enough and all(valid(inner, part.get("items", {})) for inner in value)
    return not isinstance(value, dict) or _valid_table(value, part)


def _valid_table(value: dict[str, Any], part: dict[str, Any]) -> bool:
    known = part.get("properties", {})
    return (
        all(name in value for name in part.get("required", ()))
        and (part.get("additionalProperties", True) or set(value) <= set(known))
        and all(valid(inner, known[name]) for name, inner in value.items() if name in known)
    )


def plainly(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document with its date as editors see it: text."""
    found = copy.deepcopy(document)
    review = found.get("review")
    if isinstance(review, dict) and hasattr(review.get("on"), "isoformat"):
        review["on"] = review["on"].isoformat()
    return found


def refused(document: dict[str, Any]) -> bool:
    """Return whether the loader refuses the document."""
    try:
        skill_from_document("mine", document)
    except FormatProblem:
        return True
    return False


def test_the_published_schema_is_the_one_in_use() -> None:
    """What stands in docs is what `cope skills new` puts beside a file."""
    assert json.loads((DOCS / "skill.schema.json").read_text(encoding="utf-8")) == SCHEMA


@pytest.mark.parametrize("path", SKILL_FILES, ids=lambda path: path.stem)
def test_every_shipped_file_is_valid(path: Path) -> None:
    """What the loader takes is valid."""
    assert valid(plainly(shipped.document(path)), SCHEMA)


EVERY_KIND: list[dict[str, Any]] = [
    {"kind": "say", "text": "a", "seconds": 5},
    {"kind": "notice", "text": "a", "count": 1},
    {"kind": "pace", "beats": [{"cue": "In", "seconds": 4, "fill": 1}], "rounds": 1, "text": "a"},
    {"kind": "wait", "minutes": [1, 5], "ask_every": 60, "lines": ["a"], "text": "a"},
    {"kind": "pick", "ideas": ["a"], "text": "a"},
    {"kind": "ask", "text": "a", "keep": "ask", "into": "plan.coping"},
    {"kind": "rate", "text": "a", "low": "a", "high": "a"},
    {"kind": "compose", "text": "a", "keep": "ask", "into": "plan.coping"},
    {"kind": "choose", "options": [{"text": "a", "to": "end"}], "text": "a"},
    {"kind": "game", "game": "tiles", "text": "a"},
    {"kind": "reach", "text": "a"},
]
WHOLE: dict[str, Any] = {
    **shipped.document(SKILL_FILES[0]),
    "steps": [
        {**step, "id": f"s{n}", "next": "end", "channel": "sight", "instead": "a"}
        for n, step in enumerate(EVERY_KIND)
    ],
}
"""A document in which every key of the format stands."""


def test_every_key_of_the_format_is_in_the_schema() -> None:
    """A document with every key there is loads and is valid, and no key of the schema is missing from it."""
    assert not refused(WHOLE)
    assert valid(plainly(WHOLE), SCHEMA)
    assert set(SCHEMA["properties"]) == set(WHOLE)  # type: ignore[call-overload]
    kinds = SCHEMA["properties"]["steps"]["items"]["oneOf"]  # type: ignore[index]
    for step, kind in zip(WHOLE["steps"], kinds, strict=True):
        assert set(kind["properties"]) - set(step) <= {"minutes"}, step["kind"]


def _places(value: Any, place: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [*([place] if place else []), *(found for key, v in inner for found in _places(v, (*place, key)))]


def changed(place: tuple[Any, ...], value: Any) -> dict[str, Any]:
    """Return the document with another value there, or (None) without that key."""
    found = plainly(WHOLE)
    at: Any = found
    for key in place[:-1]:
        at = at[key]
    if value is None:
        del at[place[-1]]
    else:
        at[place[-1]] = value
    return found


WRONG: tuple[Any, ...] = (5, "sihgt", [], {}, True, None, "")
SLIPS = [(place, value) for place in _places(plainly(WHOLE)) for value in WRONG]
BEYOND = ("on", "to", "next", "instead", "channel", "id", "text", "steps")
"""Keys at which the loader also minds what no schema can say: dates, ids, what belongs together."""


@pytest.mark.parametrize(("place", "value"), SLIPS, ids=lambda part: str(part)[:50])
def test_the_schema_and_the_loader_agree_about_a_slip(place: tuple[Any, ...], value: object) -> None:
    """A wrong type, a wrong word or a missing key at any place: what is not valid is refused, and so back."""
    document = changed(place, value)
    if not valid(document, SCHEMA):
        assert refused(document)
    elif refused(document):
        assert any(part in BEYOND for part in place) or place[-1] in ("rounds", "minutes", "adapt")


_ANYTHING = st.recursive(
    st.one_of(st.booleans(), st.integers(-2, 12), st.floats(allow_nan=False), st.text(max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(st.text(max_size=5), inner)),
    max_leaves=4,
)


@given(st.sampled_from(_places(plainly(WHOLE))), _ANYTHING)
def test_what_the_loader_takes_is_valid(place: tuple[Any, ...], value: object) -> None:
    """Whatever stands at any place."""
    document = changed(place, value)
    assert refused(document) or valid(document, SCHEMA)


def examples() -> list[str]:
    """Return the examples in docs/skills.md."""
    return re.findall(r"```toml\n(.*?)```", (DOCS / "skills.md").read_text(encoding="utf-8"), re.DOTALL)


def test_the_document_names_every_word_and_kind() -> None:
    """Nothing of the format has to be guessed."""
    text = (DOCS / "skills.md").read_text(encoding="utf-8")
    words = (*model.FAMILIES, *model.STATES, *model.NEEDS, *model.DISCREET, *model.ENERGY, *model.CHANNELS)
    assert [word for word in words if word not in text] == []
    assert [step["kind"] for step in EVERY_KIND if f"| `{step['kind']}` |" not in text] == []
    assert len(examples()) == 4


def test_the_file_to_begin_with_is_valid() -> None:
    """And names the schema in its first line."""
    text = template("my-way")
    assert text.startswith("#:schema ./skill.schema.json\n")
    assert valid(tomllib.loads(text), SCHEMA)
    assert set(SCHEMA["properties"]) - set(tomllib.loads(text)) == {"fact"}  # type: ignore[call-overload]

"""The published JSON Schema of the plan: what the program writes is valid, and what it refuses is not.

A small checker stands here for the few words of JSON Schema that ours uses; it refuses any other word.
"""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.fields import FormatProblem
from copecli.core.plan import LONGEST_ITEM, STEPS, Plan
from copecli.core.plan_format import ABOUT_ME_KEYS, ITEM_KEYS, PLAN_KEYS, plan_from_document
from copecli.core.plan_import import plan_from_elsewhere
from copecli.core.plan_markdown import document_of_markdown
from copecli.documents.json_ import plan_as_json
from tests.strategies import plans

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.strategies import Table

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA: dict[str, Any] = json.loads((DOCS / "plan.schema.json").read_text(encoding="utf-8"))

TYPES: dict[str, Callable[[object], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
}
KNOWN = {
    "$schema", "$defs", "$ref", "title", "description", "type", "const", "required", "properties", "items",
    "maxLength", "minimum", "maximum",
}  # fmt: skip


def faults(value: Any, schema: dict[str, Any], place: str = "plan") -> list[str]:
    """Return where `value` is not what the schema says."""
    assert set(schema) <= KNOWN, f"the checker does not know {set(schema) - KNOWN}"
    found: list[str] = []
    if ref := schema.get("$ref"):
        found += faults(value, SCHEMA["$defs"][ref.removeprefix("#/$defs/")], place)
    if "type" in schema and not TYPES[schema["type"]](value):
        return [*found, f"{place} is no {schema['type']}"]
    if "const" in schema and (value != schema["const"] or isinstance(value, bool)):
        found.append(f"{place} is not {schema['const']}")
    if isinstance(value, str) and len(value) > schema.get("maxLength", len(value)):
        found.append(f"{place} is too long")
    if isinstance(value, int) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        found.append(f"{place} is out of range")
    if isinstance(value, dict):
        found += [f"{place}.{key} is missing" for key in schema.get("required", ()) if key not in value]
        for key, inner in schema.get("properties", {}).items():
            found += faults(value[key], inner, f"{place}.{key}") if key in value else []
    if isinstance(value, list) and "items" in schema:
        for at, inner in enumerate(value):
            found += faults(inner, schema["items"], f"{place}[{at}]")
    return found


@given(plans())
def test_what_is_written_is_valid(plan: Plan) -> None:
    """Any plan at all, as the JSON that is printed."""
    assert faults(json.loads(plan_as_json(plan)), SCHEMA) == []


def test_the_schema_names_every_key_and_no_other() -> None:
    """A new field of the plan has to be published."""
    assert set(SCHEMA["properties"]) == set(PLAN_KEYS)
    assert set(SCHEMA["$defs"]["item"]["properties"]) == set(ITEM_KEYS)
    assert set(SCHEMA["$defs"]["about-me"]["properties"]) == set(ABOUT_ME_KEYS)
    assert SCHEMA["$defs"]["text"]["maxLength"] == LONGEST_ITEM


def number_at(key: str) -> Table:
    """Return a plan in which a number stands there that is none of its kinds."""
    return {"format": 1, key: 5.5}


WRONG: list[Table] = [
    {},
    {"format": 2},
    {"format": 1, "likelihood": 11},
    {"format": 1, "likelihood": True},
    {"format": 1, "copies": "A friend"},
    {"format": 1, "copies": [1]},
    {"format": 1, "review-on": 5},
    {"format": 1, "about-me": "x"},
    {"format": 1, "about-me": {"helps": 1}},
    {"format": 1, "people": "x"},
    {"format": 1, "people": ["x"]},
    {"format": 1, "people": [{"id": "a"}]},
    {"format": 1, "kept-at": "x" * (LONGEST_ITEM + 1)},
    {"format": 1, "people": [{"text": "a", "likelihood": -1}]},
    {"format": 1, "people": [{"text": "a", "not-safe": "yes"}]},
    {"format": 1, "people": [{"text": "x" * (LONGEST_ITEM + 1)}]},
    *({"format": 1, "people": [{"text": "a", key: []}]} for key in ITEM_KEYS),
    *({"format": 1, "about-me": {key: []}} for key in ABOUT_ME_KEYS),
    *map(number_at, PLAN_KEYS),
]


@pytest.mark.parametrize("document", WRONG, ids=lambda document: str(document)[:40])
def test_what_the_program_refuses_is_not_valid_either(document: Table) -> None:
    """The schema and the reader agree."""
    assert faults(document, SCHEMA) != []
    with pytest.raises(FormatProblem):
        plan_from_document(document)


_ANYTHING = st.recursive(
    st.one_of(st.booleans(), st.integers(-2, 12), st.floats(allow_nan=False), st.text(max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(st.text(max_size=5), inner)),
    max_leaves=4,
)


def _tables(keys: tuple[str, ...]) -> st.SearchStrategy[Table]:
    return st.dictionaries(st.sampled_from([*keys, "another"]), _ANYTHING, max_size=3)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "format": st.sampled_from([1, 2, "1", True]),
            "people": st.one_of(_ANYTHING, st.lists(_tables(ITEM_KEYS), max_size=2)),
            "about-me": st.one_of(_ANYTHING, _tables(ABOUT_ME_KEYS)),
            **dict.fromkeys(("kept-at", "copies", "review-on", "likelihood", "coping", "new"), _ANYTHING),
        },
    )
)
def test_the_schema_and_the_reader_agree_about_any_document(document: Table) -> None:
    """What one refuses the other does, too."""
    try:
        plan_from_document(document)
    except FormatProblem:
        refused = True
    else:
        refused = False
    assert bool(faults(document, SCHEMA)) is refused


def examples(language: str) -> list[str]:
    """Return the examples in docs/plan.md."""
    text = (DOCS / "plan.md").read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_the_examples_of_the_document_are_plans() -> None:
    """What it says can be typed is read as it says."""
    (toml,), (markdown,) = examples("toml"), examples("markdown")
    assert faults(tomllib.loads(toml), SCHEMA) == []
    found = plan_from_elsewhere(document_of_markdown(markdown))
    assert found.notes == ()
    friend = found.plan.of("people")[0]
    assert (friend.text, friend.phone, friend.when) == ("A friend", "555-0100", "Until midnight")
    assert plan_from_document(tomllib.loads(toml)).of("people")[0].when == "Until midnight"


def test_the_document_names_every_step() -> None:
    """By the name that stands in the file."""
    text = (DOCS / "plan.md").read_text(encoding="utf-8")
    assert all(f"`{step}`" in text for step in STEPS)

"""A plan from elsewhere: whatever is in it is kept, and what is not as it should be is said calmly."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.plan import COPING, LONGEST_ITEM, PEOPLE, STEPS, AboutMe, Item, Plan
from copecli.core.plan_format import ITEM_KEYS, PLAN_KEYS, plan_from_document, plan_to_document
from copecli.core.plan_import import plan_from_elsewhere
from copecli.core.plan_taken import take_in
from copecli.documents.json_ import plan_as_json
from copecli.system.toml import parse_toml
from tests.strategies import plans, toml_text

if TYPE_CHECKING:
    from tests.strategies import Table


def read(document: Table) -> tuple[Plan, list[str]]:
    """Return the plan in a document, and what is said about it."""
    found = plan_from_elsewhere(document)
    return found.plan, [note.worded(str) for note in found.notes]


def joined(parts: object) -> str:
    """Return what a list of parts says."""
    assert isinstance(parts, list)
    return "".join(parts)


# reading what is right


@given(plans())
def test_a_plan_of_ours_comes_back_equal_and_nothing_is_said_but_what_is_unknown(plan: Plan) -> None:
    """As a document, and as TOML."""
    read_back, notes = read(plan_to_document(plan))
    assert read_back == plan
    assert all("is not known here. It is kept." in note for note in notes)
    assert read(parse_toml(tomli_w.dumps(plan_to_document(plan)).encode())[0])[0] == plan


@given(plans())
def test_json_comes_back_equal(plan: Plan) -> None:
    """But for dates of a later version, which JSON has as text."""
    written = plan_as_json(plan)
    assert written.isascii()
    again = plan_from_elsewhere(json.loads(written)).plan
    assert plan_as_json(again) == written
    flat = plan_from_document(json.loads(json.dumps(plan_to_document(plan), default=str)))
    assert again == flat


# reading what is not


def test_a_number_without_quotes_becomes_words_and_is_said() -> None:
    """The slip that is made most; the number is there in Help now."""
    plan, notes = read({"format": 1, "people": [{"text": "A friend", "phone": 5550100}]})
    assert plan.of(PEOPLE)[0].phone == "5550100"
    assert notes == ["people[0].phone is not as it should be. It is kept: 5550100."]


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        ("Tea", ["Tea"]),
        (["Tea", "A walk"], ["Tea", "A walk"]),
        ({"text": "Tea"}, ["Tea"]),
        ([{"text": "Tea"}, "A walk", 7], ["Tea", "A walk", "7"]),
        ([], []),
        (None, []),
        ([{"phone": "555-0100"}], [""]),
    ],
)
def test_a_step_may_be_a_list_of_words_or_one_alone(rows: object, texts: list[str]) -> None:
    """What somebody means is clear enough."""
    assert [item.text for item in read({"coping": rows})[0].of(COPING)] == texts


def test_an_unknown_key_is_kept_and_named() -> None:
    """In the plan, in an item, on the card."""
    document: Table = {
        "format": 1,
        "mood": "grey",
        "people": [{"id": "a", "text": "A friend", "colour": "red"}],
        "about-me": {"helps": "Quiet", "song": "any"},
    }
    plan, notes = read(document)
    assert plan.extra == {"mood": "grey"}
    assert plan.of(PEOPLE)[0].extra == {"colour": "red"}
    assert plan.about_me == AboutMe("Quiet", extra={"song": "any"})
    assert plan_to_document(plan) == document
    assert notes == [
        "mood is not known here. It is kept.",
        "about-me.song is not known here. It is kept.",
        "people[0].colour is not known here. It is kept.",
    ]


def test_what_a_key_cannot_hold_stands_beside_it() -> None:
    """It can be read, and what is saved is of the format."""
    plan, notes = read(
        {"likelihood": "often", "about-me": "Quiet", "people": [{"text": "A", "likelihood": 12}]}
    )
    assert plan.likelihood is None
    assert plan.extra == {"likelihood-imported": "often", "about-me-imported": "Quiet"}
    assert plan.of(PEOPLE)[0].extra == {"likelihood-imported": 12}
    assert len(notes) == 3
    assert plan_from_document(plan_to_document(plan)) == plan


def test_numbers_in_quotes_are_numbers() -> None:
    """Where a number belongs."""
    assert read({"likelihood": "7", "people": [{"text": "A", "likelihood": 8.0}]})[0].likelihood == 7


@pytest.mark.parametrize(
    ("value", "marked"),
    [(True, True), ("yes", True), ("perhaps", True), (1, True), (False, False), ("no", False), (0, False)],
)
def test_who_may_not_be_safe_is_marked(value: object, marked: bool) -> None:
    """Any answer but a no counts as a yes: nobody is offered by mistake."""
    assert read({"people": [{"text": "Somebody", "not-safe": value}]})[0].of(PEOPLE)[0].not_safe is marked


def test_an_enormous_text_stands_in_parts() -> None:
    """Every character is there, and each part can be saved."""
    long = "a" * LONGEST_ITEM + "b" * 10
    plan, _ = read({"coping": [{"id": "x", "text": long, "likelihood": 3}], "kept-at": long, "note": long})
    assert "".join(item.text for item in plan.of(COPING)) == long
    assert plan.of(COPING)[0].likelihood == 3
    assert joined(plan.extra["kept-at-imported"]) == long
    assert joined(plan.extra["note"]) == long
    assert plan_from_document(parse_toml(tomli_w.dumps(plan_to_document(plan)).encode())[0]) == plan


_anything = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), toml_text),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(toml_text, inner, max_size=3)),
    max_leaves=6,
)
_items = st.lists(st.one_of(_anything, st.dictionaries(st.sampled_from(ITEM_KEYS), _anything)), max_size=3)


@given(
    st.dictionaries(
        st.one_of(st.sampled_from([*PLAN_KEYS, "likelihood-imported"]), toml_text),
        st.one_of(_anything, _items),
    )
)
def test_any_document_is_a_plan_that_can_be_saved(document: Table) -> None:
    """Never an error; and every string that is in it is in the plan."""
    plan, _ = read(document)
    written = tomli_w.dumps(plan_to_document(plan))
    assert plan_from_document(parse_toml(written.encode())[0]) == plan
    kept = json.dumps(plan_to_document(plan), ensure_ascii=False, default=str)
    for key, value in document.items():
        if isinstance(value, str) and value and key != "format":
            assert json.dumps(value, ensure_ascii=False)[1:-1] in kept


# taking it in


TEA, FRIEND = Item("t", "Make tea"), Item("f", "A friend", "555-0100")
HERE = Plan({COPING: (TEA,), PEOPLE: (FRIEND,)}, kept_at="Fridge")


@given(plans())
def test_taking_in_the_same_plan_changes_nothing(plan: Plan) -> None:
    """However often it is done."""
    taken = take_in(plan, plan)
    assert taken.plan == plan
    assert taken.new == taken.filled == 0
    assert take_in(Plan(), plan).plan == plan


@given(plans(), plans())
def test_nothing_of_either_plan_is_lost(here: Plan, other: Plan) -> None:
    """Every text, number and detail of both is in the one; what was here stays as it was."""
    found = take_in(here, other).plan
    for step in STEPS:
        texts = {" ".join(item.text.casefold().split()) for item in found.of(step)}
        phones = {item.phone for item in found.of(step)}
        for item in (*here.of(step), *other.of(step)):
            assert " ".join(item.text.casefold().split()) in texts
            assert not item.phone or item.phone in phones
        assert [item.text for item in found.of(step)][: len(here.of(step))] == [i.text for i in here.of(step)]
        assert len({item.id for item in found.of(step)}) == len(found.of(step))
    again = take_in(found, other)
    assert again.plan == found
    assert again.new == 0


def test_what_was_empty_is_filled_and_what_was_written_stays() -> None:
    """The words of now stand as they are."""
    other = Plan(
        {COPING: (Item("x", "make  TEA", likelihood=7, barrier="No tea left"),)}, made_with="My doctor"
    )
    taken = take_in(HERE, other)
    assert taken.plan.of(COPING) == (Item("t", "Make tea", likelihood=7, barrier="No tea left"),)
    assert (taken.plan.kept_at, taken.plan.made_with) == ("Fridge", "My doctor")
    assert (taken.new, taken.filled, taken.known) == (0, 1, 0)


def test_another_number_of_the_same_name_stands_beside_it() -> None:
    """Nobody knows which one is right."""
    taken = take_in(HERE, Plan({PEOPLE: (Item("f", "A friend", "555-0199"),)}))
    assert [(item.text, item.phone) for item in taken.plan.of(PEOPLE)] == [
        ("A friend", "555-0100"),
        ("A friend", "555-0199"),
    ]
    assert taken.new == 1


def test_who_either_plan_marks_as_not_safe_is_marked() -> None:
    """In the same item, and where it stands twice."""
    for phone in ("555-0100", "555-0199"):
        other = Plan({PEOPLE: (Item("f", "A friend", phone, not_safe=True),)})
        for one, two in ((HERE, other), (other, HERE)):
            assert all(item.not_safe for item in take_in(one, two).plan.of(PEOPLE))


def test_what_both_plans_say_of_themselves_stands_together() -> None:
    """Words one below the other, copies added up, and a second number beside the first."""
    one = Plan(copies=("A friend",), kept_at="Fridge", likelihood=8, extra={"a": 1})
    two = Plan(copies=("A friend", "My aunt"), kept_at="Drawer", likelihood=5, extra={"a": 2, "b": 1})
    assert take_in(one, two).plan == Plan(
        copies=("A friend", "My aunt"),
        kept_at="Fridge\nDrawer",
        likelihood=8,
        extra={"a": 1, "a-imported": 2, "b": 1, "likelihood-imported": 5},
    )

"""The safety plan: an item is never lost, whoever edits it and whatever a later version wrote."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import tomli
import tomli_w
from hypothesis import given

from copecli.core.fields import FormatProblem
from copecli.core.plan import (
    COPING,
    LONGEST_ITEM,
    PEOPLE,
    STEPS,
    WARNING_SIGNS,
    AboutMe,
    Item,
    Plan,
)
from copecli.core.plan_format import plan_from_document, plan_to_document
from copecli.core.plan_merge import merge
from copecli.core.skill_format import PLAN_PLACES
from copecli.system.toml import parse_toml
from tests.strategies import plans, three_plans

if TYPE_CHECKING:
    from tests.strategies import Table

TEA, WALK, BATH = Item("t", "Make tea"), Item("w", "Walk round the block"), Item("b", "A warm bath")


def plan(*items: Item, step: str = COPING) -> Plan:
    """Return a plan with these items in one step."""
    return Plan({step: items})


def texts(found: Plan, step: str = COPING) -> list[str]:
    """Return what stands in a step."""
    return [item.text for item in found.of(step)]


def refusal(document: Table) -> str:
    """Return `key: what is wrong` with a document."""
    with pytest.raises(FormatProblem) as caught:
        plan_from_document(document)
    return f"{caught.value.key}: {caught.value.sentence()}"


# editing


def test_the_ladder_has_six_steps_and_what_is_worth_living_for() -> None:
    """From what a person can do alone to who can help; skills can lead into each."""
    assert STEPS == (
        "warning-signs",
        "coping",
        "distraction",
        "people",
        "professionals",
        "safer-space",
        "reasons",
    )
    assert tuple(f"plan.{step}" for step in STEPS) == PLAN_PLACES


def test_items_are_added_changed_moved_and_taken_out() -> None:
    """Each edit is a new plan; the old one stays as it was."""
    empty = Plan()
    full = empty.add(COPING, TEA).add(COPING, WALK).add(COPING, BATH)
    assert texts(full) == ["Make tea", "Walk round the block", "A warm bath"]
    assert texts(full.change(COPING, Item("w", "Walk to the park"))) == [
        "Make tea",
        "Walk to the park",
        "A warm bath",
    ]
    assert texts(full.move(COPING, "b", -1)) == ["Make tea", "A warm bath", "Walk round the block"]
    assert texts(full.move(COPING, "t", 9)) == ["Walk round the block", "A warm bath", "Make tea"]
    assert texts(full.move(COPING, "b", -9)) == ["A warm bath", "Make tea", "Walk round the block"]
    assert texts(full.remove(COPING, "t")) == ["Walk round the block", "A warm bath"]
    assert empty.empty
    assert not full.empty


def test_an_item_that_is_not_there_is_neither_changed_moved_nor_taken_out() -> None:
    """Another window may have taken it out meanwhile."""
    full = plan(TEA)
    assert full.change(COPING, WALK) == full.move(COPING, "w", 1) == full.remove(COPING, "w") == full


def test_a_step_without_items_is_as_if_it_had_never_been_written() -> None:
    """So that what is read back is equal to what was saved."""
    assert plan(TEA).remove(COPING, "t") == Plan()
    assert plan_from_document({"format": 1, "coping": []}) == Plan()


# reading and writing


def test_a_document_is_read_as_it_is_written() -> None:
    """Steps by name, an item a table, and a phone only where there is one."""
    friend = Item("f", "A friend", "555-0100")
    written = plan_to_document(
        plan(friend, step=PEOPLE).add(COPING, Item("s", "Five senses", skill="five-senses"))
    )
    assert written == {
        "format": 1,
        "coping": [{"id": "s", "text": "Five senses", "skill": "five-senses"}],
        "people": [{"id": "f", "text": "A friend", "phone": "555-0100"}],
    }
    assert plan_from_document(written) == plan(friend, step=PEOPLE).add(
        COPING, Item("s", "Five senses", "", "five-senses")
    )


def test_a_persons_words_are_stored_as_they_were_written() -> None:
    """Blanks, line breaks, joiners, marks, even what will not be shown: cleaning is for the screen."""
    own = "  Tea \u200d\u200e\n\t\x1b[2J "
    assert texts(plan_from_document({"format": 1, "coping": [{"text": own}]})) == [own]


def test_an_item_without_an_id_is_given_one_and_none_is_given_twice() -> None:
    """A plan written by hand needs no ids; those that are there stay as they are."""
    tables = [
        {"text": "a"},
        {"id": "x", "text": "b"},
        {"id": "x", "text": "c"},
        {"id": "coping-1", "text": "d"},
    ]
    items = plan_from_document({"format": 1, "coping": tables}).of(COPING)
    found = [item.id for item in items]
    assert len(set(found)) == 4
    assert (found[1], found[3]) == ("x", "coping-1")


def test_what_a_later_version_wrote_is_kept() -> None:
    """Keys that this one does not know, in the plan and in an item."""
    item = {"id": "t", "text": "Tea", "colour": "red", "since": [2026]}
    document: Table = {"format": 1, "contract": {"signed": True}, "coping": [item]}
    read = plan_from_document(document)
    assert read.extra == {"contract": {"signed": True}}
    assert read.of(COPING)[0].extra == {"colour": "red", "since": [2026]}
    assert plan_to_document(read) == document


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({}, "format: this should be 1, the only format there is"),
        ({"format": 2}, "format: this should be 1, the only format there is"),
        ({"format": 1, "coping": "tea"}, "coping: this should be a list of tables"),
        ({"format": 1, "coping": [{"id": "t"}]}, "coping[0].text: this should be text in quotes"),
        ({"format": 1, "coping": [{"text": 5}]}, "coping[0].text: this should be text in quotes"),
        (
            {"format": 1, "people": [{"text": "a", "phone": 5550100}]},
            "people[0].phone: this should be text in quotes",
        ),
        ({"format": 1, "coping": [{"text": "a", "id": 7}]}, "coping[0].id: this should be text in quotes"),
        (
            {"format": 1, "coping": [{"text": "x" * (LONGEST_ITEM + 1)}]},
            f"coping[0].text: this text is longer than {LONGEST_ITEM} characters",
        ),
    ],
)
def test_a_plan_that_is_not_of_the_format_is_refused_by_its_key(document: Table, said: str) -> None:
    """So that the file can be mended by hand, and is never overwritten unread."""
    assert refusal(document) == said


@given(plans())
def test_a_plan_becomes_a_document_and_the_same_plan_again(found: Plan) -> None:
    """Nothing is lost between the two."""
    assert plan_from_document(plan_to_document(found)) == found


@given(plans())
def test_a_plan_becomes_a_file_and_the_same_plan_again(found: Plan) -> None:
    """With any text that TOML can hold, through the very reader that guards against hostile files."""
    written = tomli_w.dumps(plan_to_document(found))
    assert plan_from_document(tomli.loads(written)) == found
    assert plan_from_document(parse_toml(written.encode())[0]) == found


@pytest.mark.parametrize("character", ["a", "ä", "中", "\U0001f469", '"', "\\", "\n", ".", "[", "=", "#"])
def test_the_longest_item_of_any_character_can_be_read_back(character: str) -> None:
    """What can be saved can be read: no limit of the reader lies below what an item may hold."""
    found = plan(Item("a", character * LONGEST_ITEM))
    assert plan_from_document(parse_toml(tomli_w.dumps(plan_to_document(found)).encode())[0]) == found


# merging


def test_both_sides_additions_are_kept() -> None:
    """Each wrote something, and neither knew of the other."""
    assert texts(merge(plan(TEA), plan(TEA, WALK), plan(TEA, BATH))) == [TEA.text, WALK.text, BATH.text]


def test_a_line_that_both_changed_stands_twice_mine_first() -> None:
    """A program cannot know which was meant."""
    mine, theirs = Item("t", "Mint tea"), Item("t", "Green tea")
    merged = merge(plan(TEA), plan(mine), plan(theirs))
    assert texts(merged) == ["Mint tea", "Green tea"]
    assert merged.of(COPING)[0].id == "t"


def test_the_same_change_on_both_sides_stands_once() -> None:
    """Both agreed."""
    changed = Item("t", "Mint tea")
    assert merge(plan(TEA), plan(changed), plan(changed)) == plan(changed)


def test_a_line_that_one_side_changed_and_the_other_took_out_is_kept() -> None:
    """Either way round: words outlive their being taken out elsewhere."""
    changed = Item("t", "Mint tea")
    assert texts(merge(plan(TEA), plan(changed), Plan())) == ["Mint tea"]
    assert texts(merge(plan(TEA), Plan(), plan(changed))) == ["Mint tea"]


def test_a_line_that_one_side_took_out_and_the_other_left_alone_is_gone() -> None:
    """Taking out counts."""
    assert merge(plan(TEA, WALK), plan(WALK), plan(TEA, WALK)) == plan(WALK)
    assert merge(plan(TEA, WALK), plan(TEA, WALK), plan(WALK)) == plan(WALK)


def test_an_order_that_one_side_changed_is_kept() -> None:
    """Where the other left the step alone."""
    assert merge(plan(TEA, WALK), plan(TEA, WALK), plan(WALK, TEA)) == plan(WALK, TEA)


def test_lines_that_stand_twice_never_share_an_id() -> None:
    """Not even where a made-up id is already somebody's."""
    ours = [Item(i, f"mine {i}") for i in ("a", "a-2", "a-2-2")]
    theirs = [Item(i, f"theirs {i}") for i in ("a", "a-2", "a-2-2")]
    ids = [item.id for item in merge(Plan(), plan(*ours), plan(*theirs)).of(COPING)]
    assert len(ids) == len(set(ids)) == 6


def test_a_later_versions_change_to_what_we_do_not_know_is_kept() -> None:
    """Ours is kept where only we changed it; theirs where only they did; what was taken out stays out."""
    base, ours = Plan(extra={"a": 1, "b": 1, "c": 1}), Plan(extra={"a": 2, "b": 1, "c": 1})
    assert merge(base, ours, Plan(extra={"a": 1, "b": 3})).extra == {"a": 2, "b": 3}


@given(three_plans())
def test_one_sided_edits_are_taken_as_they_are(three: tuple[Plan, Plan, Plan]) -> None:
    """Merging with somebody who did nothing changes nothing."""
    base, mine, theirs = three
    assert merge(base, mine, base) == mine
    assert merge(base, base, theirs) == theirs
    assert merge(mine, mine, mine) == mine


def written(by: Plan, base: Plan) -> set[tuple[str, str, str]]:
    """Return every line that somebody added or changed: step, words, number."""
    found: set[tuple[str, str, str]] = set()
    for step in STEPS:
        before = {item.id: item for item in base.of(step)}
        found |= {(step, item.text, item.phone) for item in by.of(step) if before.get(item.id) != item}
    return found


@given(three_plans())
def test_nothing_that_either_side_wrote_is_lost(three: tuple[Plan, Plan, Plan]) -> None:
    """Every added or changed line is there, and every line that both left alone; ids are unique."""
    base, mine, theirs = three
    merged = merge(base, mine, theirs)
    lines = {(step, item.text, item.phone) for step in STEPS for item in merged.of(step)}
    assert written(mine, base) | written(theirs, base) <= lines
    for step in STEPS:
        found = [item.id for item in merged.of(step)]
        assert len(found) == len(set(found))
        untouched = [item for item in base.of(step) if item in mine.of(step) and item in theirs.of(step)]
        assert {item.id for item in untouched} <= set(found)


@given(three_plans())
def test_nothing_is_made_up(three: tuple[Plan, Plan, Plan]) -> None:
    """Every line of the merged plan is somebody's."""
    _, mine, theirs = three
    for step in STEPS:
        everybodys = [(item.text, item.phone) for item in (*mine.of(step), *theirs.of(step))]
        assert all((item.text, item.phone) in everybodys for item in merge(*three).of(step))


def test_an_empty_step_may_be_absent() -> None:
    """Asking for it gives nothing, and an empty plan is a plan."""
    assert Plan().of(WARNING_SIGNS) == ()
    assert plan_to_document(Plan()) == {"format": 1}


# what an item and a plan say beside their words


def test_what_is_said_of_an_item_is_read_as_it_is_written() -> None:
    """Every detail under its own key, and a likelihood of 0 counts as said."""
    clinician = Item(
        "c", "My doctor", "555-0100", kind="clinician", likelihood=0, barrier="Closed at night",
        way_round="The line below", how_known="For years", sms="555-0101", when="Weekdays", may_tell="yes",
        good_for="listening, tea",
        not_safe=True, address="Main street", emergency_contact="555-0102", from_idea=True, private=True,
    )  # fmt: skip
    document = plan_to_document(plan(clinician, step=PEOPLE))
    assert document["people"] == [
        {
            "id": "c", "text": "My doctor", "kind": "clinician", "phone": "555-0100", "sms": "555-0101",
            "how-known": "For years", "when": "Weekdays", "may-tell": "yes", "good-for": "listening, tea",
            "address": "Main street", "emergency-contact": "555-0102",
            "barrier": "Closed at night", "way-round": "The line below",
            "likelihood": 0, "not-safe": True, "private": True, "from-idea": True,
        }
    ]  # fmt: skip
    assert plan_from_document(document) == plan(clinician, step=PEOPLE)


def test_what_is_said_of_the_plan_is_read_as_it_is_written() -> None:
    """Where it is kept, who has a copy, when to look again, and the card for helpers."""
    card = AboutMe("A quiet voice", "Many questions", "Lip reading", {"colour": "green"})
    whole = Plan(
        kept_at="On the fridge", copies=("A friend", "My doctor"), review_on="2026-12-01", likelihood=8,
        made_with="My doctor", about_me=card,
    )  # fmt: skip
    document = plan_to_document(whole)
    assert document == {
        "format": 1, "kept-at": "On the fridge", "made-with": "My doctor", "review-on": "2026-12-01",
        "likelihood": 8, "copies": ["A friend", "My doctor"],
        "about-me": {
            "helps": "A quiet voice", "does-not": "Many questions", "access": "Lip reading",
            "colour": "green",
        },
    }  # fmt: skip
    assert plan_from_document(document) == whole
    assert not whole.empty


def test_a_day_may_stand_without_quotes_and_in_the_persons_own_words() -> None:
    """TOML has dates of its own, and "in spring" is a date to a person."""
    assert plan_from_document(tomli.loads("format = 1\nreview-on = 2026-12-01")).review_on == "2026-12-01"
    assert plan_from_document({"format": 1, "review-on": "in spring"}).review_on == "in spring"


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({"format": 1, "review-on": 5}, "review-on: this should be text in quotes"),
        ({"format": 1, "copies": "A friend"}, "copies: this should be a list, in square brackets"),
        ({"format": 1, "copies": ["a", 1]}, "copies[1]: this should be text in quotes"),
        ({"format": 1, "likelihood": 11}, "likelihood: this should be a number from 0 to 10"),
        ({"format": 1, "about-me": "x"}, "about-me: this should be a table, in curly brackets"),
        ({"format": 1, "about-me": {"helps": 1}}, "about-me.helps: this should be text in quotes"),
        (
            {"format": 1, "people": [{"text": "a", "not-safe": "yes"}]},
            "people[0].not-safe: this should be true or false",
        ),
        (
            {"format": 1, "people": [{"text": "a", "likelihood": 6.5}]},
            "people[0].likelihood: this should be a whole number",
        ),
        (
            {"format": 1, "people": [{"text": "a", "likelihood": True}]},
            "people[0].likelihood: this should be a number",
        ),
    ],
)
def test_a_detail_of_the_wrong_type_is_refused_by_its_key(document: Table, said: str) -> None:
    """Above all "not-safe": read as no, it would offer somebody who is not safe."""
    assert refusal(document) == said


def test_a_word_that_is_not_of_its_vocabulary_is_kept() -> None:
    """A later version may have more kinds; nobody loses the plan for it."""
    document: Table = {
        "format": 1,
        "people": [{"id": "a", "text": "Rex", "kind": "animal", "may-tell": "maybe"}],
    }
    assert plan_to_document(plan_from_document(document)) == document


def test_an_item_moves_to_another_step_with_all_that_was_said_of_it() -> None:
    """As the last there; an id that is taken there is changed."""
    friend = Item("t", "A friend", "555-0100", likelihood=9)
    moved = plan(TEA).add(PEOPLE, friend).move_to(PEOPLE, "t", COPING)
    assert texts(moved) == ["Make tea", "A friend"]
    assert moved.of(COPING)[1] == replace(friend, id="t-2")
    assert moved.of(PEOPLE) == ()
    assert plan(TEA).move_to(COPING, "x", PEOPLE) == plan(TEA).move_to(COPING, "t", COPING) == plan(TEA)


def test_a_helpers_plan_leaves_out_what_is_private() -> None:
    """And nothing else."""
    own = Item("p", "A walk to the old house", private=True)
    assert plan(TEA, own).for_helper() == plan(TEA)
    assert plan(own).for_helper() == Plan()


# merging what is said beside the words


def test_two_details_that_two_people_changed_are_put_together() -> None:
    """The item is still the same one, so it stands once."""
    mine, theirs = replace(TEA, barrier="No tea left"), replace(TEA, likelihood=4)
    assert merge(plan(TEA), plan(mine), plan(theirs)) == plan(replace(mine, likelihood=4))


def test_a_detail_that_both_changed_stands_twice() -> None:
    """Neither is lost."""
    mine, theirs = replace(TEA, barrier="No tea left"), replace(TEA, barrier="No cup")
    found = merge(plan(TEA), plan(mine), plan(theirs)).of(COPING)
    assert [item.barrier for item in found] == ["No tea left", "No cup"]


def test_whom_one_side_marked_as_not_safe_is_marked_in_both_versions() -> None:
    """The other side changed the number meanwhile; it must not be offered."""
    friend = Item("f", "A friend", "555-0100")
    unsafe, changed = replace(friend, not_safe=True), replace(friend, phone="555-0101")
    for mine, theirs in ((unsafe, changed), (changed, unsafe)):
        found = merge(*(plan(one, step=PEOPLE) for one in (friend, mine, theirs))).of(PEOPLE)
        assert {item.phone for item in found} == {"555-0100", "555-0101"}
        assert all(item.not_safe for item in found)


def test_a_name_is_never_put_together_with_a_number_from_elsewhere() -> None:
    """One side made it another person, the other gave the first one a new number."""
    friend = Item("f", "A friend", "555-0100")
    mine, theirs = replace(friend, text="My doctor"), replace(friend, phone="555-0101")
    found = merge(*(plan(one, step=PEOPLE) for one in (friend, mine, theirs))).of(PEOPLE)
    assert [(item.text, item.phone) for item in found] == [
        ("My doctor", "555-0100"),
        ("A friend", "555-0101"),
    ]


def test_what_is_said_of_the_plan_is_kept_from_both_sides() -> None:
    """Who has a copy is added up; words that both wrote stand one below the other."""
    base = Plan(copies=("A friend", "My doctor"), kept_at="Fridge", likelihood=3)
    mine = replace(base, copies=("A friend",), kept_at="Drawer", about_me=AboutMe(helps="Quiet"))
    theirs = replace(base, copies=("A friend", "My doctor", "My aunt"), kept_at="Wallet", likelihood=6)
    assert merge(base, mine, theirs) == Plan(
        copies=("A friend", "My aunt"),
        kept_at="Drawer\nWallet",
        likelihood=6,
        about_me=AboutMe(helps="Quiet"),
    )

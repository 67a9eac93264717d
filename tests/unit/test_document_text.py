"""The plan as plain text: everything the person wrote is in it, well set, and nothing that steers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.cells import clusters, width
from copecli.core.plan import STEPS, AboutMe, Item, Plan
from copecli.core.plan_words import HINTS, QUESTIONS, TITLES, step_called
from copecli.core.text import clean_own, clean_own_line
from copecli.documents.text import plan_as_text, step_as_text
from tests.papers import FULL, PRIVATE, own_words
from tests.strategies import plans

SCRIPTS = st.sampled_from([
    "Latin äøß", "Ελληνικά", "Русский", "עברית", "می‌خواهم", "हिन्दी", "ไทย", "日本語。", "한국어",
    "👩\u200d👩\u200d👧", "e\u0301", "555-0100", "(01) 555 0100", "https://example.org/a/long/way/that/goes/on/and/on/and/on/and/on",
])  # fmt: skip
WORDS = st.lists(SCRIPTS | st.text(max_size=12), max_size=12).map(" ".join)
ITEMS = st.builds(
    Item, st.text(max_size=5), WORDS, st.text(max_size=20), st.sampled_from(["", "five-senses"])
)
PLANS = st.dictionaries(st.sampled_from(STEPS), st.lists(ITEMS, max_size=4).map(tuple)).map(Plan)


def squeezed(text: str) -> str:
    """Return `text` without its blanks and line ends."""
    return "".join(text.split())


@given(PLANS, st.integers(20, 120))
def test_every_word_and_digit_of_a_plan_is_in_its_text(plan: Plan, columns: int) -> None:
    """In any script, at any width, nothing that a person wrote is left out."""
    text = plan_as_text(plan, columns)
    lines = [line.strip() for line in text.split("\n")]
    for item in (item for step in STEPS for item in plan.of(step)):
        assert squeezed(clean_own(item.text)) in squeezed(text)
        assert clean_own_line(item.phone) in lines
        assert item.skill in squeezed(text)


@given(plans(), st.integers(40, 100))
def test_every_detail_of_a_plan_is_in_its_text(plan: Plan, columns: int) -> None:
    """How likely, what is in the way, how people are reached, where it is kept: nothing is left out."""
    text = squeezed(plan_as_text(plan, columns))
    for words in own_words(plan):
        assert squeezed(clean_own(words)) in text


@given(PLANS, st.integers(20, 120))
def test_only_a_number_is_ever_wider_than_the_paper(plan: Plan, columns: int) -> None:
    """A phone number is not broken; everything else stays within the width."""
    numbers = {clean_own_line(item.phone) for step in STEPS for item in plan.of(step)}
    for line in plan_as_text(plan, columns).split("\n"):
        too_wide = any(width(cluster) > columns - 3 for cluster in clusters(line))
        assert width(line) <= columns or line.strip() in numbers or too_wide


@given(PLANS)
def test_the_text_cannot_steer_a_terminal(plan: Plan) -> None:
    """No control and no bidi override is left, and it ends with one newline."""
    text = plan_as_text(plan)
    assert clean_own(text) == text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_other_characters_are_kept_and_steering_ones_go() -> None:
    """ESC and overrides are taken out of the middle of a word; joiners stay."""
    plan = Plan({"coping": (Item("a", "tea\x1b[31m \u202eand\u202c می\u200cخواهم 👩\u200d👧"),)})
    assert " - tea[31m and می\u200cخواهم 👩\u200d👧\n" in plan_as_text(plan)


def test_the_steps_come_in_their_order_with_their_numbers() -> None:
    """The ladder's order and numbers do not change when a step is left out, and the text says which are."""
    plan = Plan({"reasons": (Item("b", "The sea"),), "coping": (Item("a", "Tea"),)})
    text = plan_as_text(plan)
    coping, reasons = "2. What I can do by myself\n - Tea\n", "7. My reasons for living\n - The sea\n"
    assert text.index(coping) < text.index(reasons)
    assert "Nothing here yet: 1, 3, 4, 5, 6." in text


def test_a_phone_number_has_a_line_of_its_own() -> None:
    """It stands below the name, whole, however narrow the paper is."""
    plan = Plan({"people": (Item("a", "A friend", "(01) 555 0100 or 555 0101"),)})
    assert plan_as_text(plan, 20).split("\n").count("   (01) 555 0100 or 555 0101") == 1


def test_a_number_for_texts_is_not_broken_either() -> None:
    """Where the paper is too narrow for it and its label, it goes below."""
    plan = Plan({"people": (Item("a", "A friend", sms="(01) 555 0100 0100"),)})
    assert plan_as_text(plan, 20).split("\n").count("   (01) 555 0100 0100") == 1
    assert "   Texts to: (01) 555 0100 0100\n" in plan_as_text(plan, 80)


@pytest.mark.parametrize("columns", [40, 60, 80, 100])
def test_a_whole_plan_is_well_set(columns: int) -> None:
    """No line is wider than the paper, and a number is next to its name, but that of who is not safe."""
    text = plan_as_text(FULL, columns)
    assert max(map(width, text.split("\n"))) <= columns
    assert " - A relative\n   Not safe for me.\n   555-0107\n" in text
    assert "   How likely I would do it: 5 of 10\n" in text
    assert " - My doctor\n   555-0104\n   A doctor or therapist.\n" in text


def test_a_helper_is_not_shown_what_is_private() -> None:
    """The form for a helper begins with how to help, and leaves out the private items and unknown keys."""
    text = plan_as_text(FULL, for_helper=True)
    assert text.index("About me in a crisis") < text.index("2. What I can do by myself")
    assert not [words for words in PRIVATE if words in text]
    assert all(words in plan_as_text(FULL) for words in PRIVATE)
    assert "Left out" not in text


def test_a_plan_of_one_card_is_a_text_too() -> None:
    """The card for helpers stands though no step is written."""
    assert " - What helps: Quiet\n" in plan_as_text(Plan(about_me=AboutMe(helps="Quiet")))


def test_an_empty_plan_is_a_text_too() -> None:
    """It says that nothing is here yet, once."""
    assert plan_as_text(Plan()).count("Nothing here yet.") == 1


def test_it_is_honest_about_where_it_comes_from() -> None:
    """The model is credited, and that no clinician has reviewed it is said."""
    text = plan_as_text(Plan())
    assert "Stanley-Brown Safety Planning Intervention" in text
    assert "not reviewed by a clinician" in text


def test_one_step_can_be_had_alone() -> None:
    """The heading with its number, the items, and nothing else."""
    plan = Plan({"people": (Item("a", "A friend", "555-0100"),)})
    assert step_as_text(plan, "people") == "4. People I can ask for help\n - A friend\n   555-0100\n"
    assert "Nothing here yet." in step_as_text(plan, "coping")


def test_every_step_has_a_title_a_question_and_a_hint() -> None:
    """Both faces and the paper can count on it."""
    assert set(TITLES) == set(QUESTIONS) == set(HINTS) == set(STEPS)


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("1", "warning-signs"),
        ("7", "reasons"),
        ("people", "people"),
        (" People ", "people"),
        ("0", None),
        ("8", None),
        ("", None),
        ("²", None),
    ],
)
def test_a_step_is_called_by_its_number_or_its_name(name: str, step: str | None) -> None:
    """Anything else names no step."""
    assert step_called(name) == step


def test_the_mark_of_somebody_not_safe_stands_wherever_they_stand() -> None:
    """In a helper's form too, though the line that has the mark is private and left out there."""
    marked = Item("a", "A relative", "555-0100", not_safe=True, private=True)
    plan = Plan({"people": (marked,), "professionals": (Item("b", "The clinic, her", "555-0100"),)})
    assert plan_as_text(plan).count("Not safe for me.") == 2
    assert plan_as_text(plan, for_helper=True).count("Not safe for me.") == 1

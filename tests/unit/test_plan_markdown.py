"""A plan in Markdown: ours comes back equal, and of a typed one nothing is dropped."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli import words
from copecli.core.plan import COPING, PEOPLE, REASONS, SAFER_SPACE, STEPS, WARNING_SIGNS, AboutMe, Item, Plan
from copecli.core.plan_format import plan_to_document
from copecli.core.plan_import import plan_from_elsewhere
from copecli.core.plan_markdown import document_of_markdown
from copecli.core.plan_words import TITLES
from copecli.documents.markdown import plan_as_markdown
from tests.strategies import plans, toml_text

if TYPE_CHECKING:
    from collections.abc import Iterator


def read(text: str) -> Plan:
    """Return the plan in a text."""
    return plan_from_elsewhere(document_of_markdown(text, words._)).plan


def flat(plan: Plan) -> object:
    """Return a plan as JSON knows it: dates of a later version are text."""
    return json.loads(json.dumps(plan_to_document(plan), default=str))


@pytest.fixture
def another_language() -> Iterator[None]:
    """Every sentence of ours in another language."""
    words.install(lambda text: f"»{text}«")
    yield
    words.install(None)


@given(plans())
def test_what_we_wrote_comes_back_equal(plan: Plan) -> None:
    """Any text in any field, unknown keys among them."""
    assert flat(read(plan_as_markdown(plan))) == flat(plan)


@pytest.mark.parametrize(
    "text", ["a\\", "a\\\\", "\\", "a\\\nb", "a\n", "\n", "a\n\nb\\\n", "&#6;", "1. a", " a "]
)
def test_a_text_with_backslashes_and_line_ends_comes_back_equal(text: str) -> None:
    """A backslash at the end of a text does not take in the line below it."""
    plan = Plan({COPING: (Item("a", text, barrier=text), Item("b", "Tea"))}, kept_at=text)
    assert read(plan_as_markdown(plan)) == plan


@given(plans())
def test_lines_that_end_as_on_windows_change_nothing(plan: Plan) -> None:
    """An editor there saves them so, with a mark at the very beginning."""
    text = "\ufeff" + plan_as_markdown(plan).replace("\n", "\r\n")
    assert flat(read(text)) == flat(plan)


WHOLE = Plan(
    {
        step: (Item(f"i{at}", f"Line {at}", "555-0100", not_safe=at == 3, likelihood=at, kind="person"),)
        for at, step in enumerate(STEPS)
    },
    kept_at="Fridge",
    copies=("A friend", "My aunt"),
    likelihood=10,
    about_me=AboutMe("Quiet", "Questions", "Lip reading"),
)


@pytest.mark.usefixtures("another_language")
def test_a_plan_in_another_language_comes_back_equal() -> None:
    """Headings and labels are those of the language in use."""
    text = plan_as_markdown(WHOLE)
    assert "»Phone«" in text
    assert read(text) == WHOLE


def test_english_headings_are_known_in_every_language(another_language: None) -> None:
    """A plan from a friend who uses the program in English."""
    words.install(None)
    text = plan_as_markdown(WHOLE)
    words.install(lambda said: f"»{said}«")
    assert read(text) == WHOLE


TYPED = """\
# My plan for bad days

Written on a good one.

## Warning signs
* I stop answering
* I lie awake
  and go over it all

## Things I can do by myself:
1. Make tea
2. Draw
   - How likely I would do it, 0 to 10: 6 of 10
   - something small
   - mood: grey

## People I can ask for help
- A friend, 555-0100
- [ ] My aunt: +44 (0)20 7946 0000
- Somebody
  - Not safe for me: yes

## Making the environment safer
Ask a friend on Monday
to come by.

On Tuesday I tidy up with her.

## Why I get up
- The cat

## Poems
A line I like
- another

## About me in a crisis
- What helps: A quiet voice
- Song: any
"""


def test_a_typed_plan_is_read_by_its_headings() -> None:
    """Lists with any mark, lines that go on, a number behind a name."""
    plan = read(TYPED)
    assert [item.text for item in plan.of(WARNING_SIGNS)] == [
        "I stop answering",
        "I lie awake and go over it all",
    ]
    tea, draw = plan.of(COPING)
    assert (tea.text, draw.text) == ("Make tea", "Draw\nsomething small")
    assert (draw.likelihood, draw.extra) == (6, {"mood": "grey"})
    assert [(item.text, item.phone, item.not_safe) for item in plan.of(PEOPLE)] == [
        ("A friend", "555-0100", False),
        ("My aunt", "+44 (0)20 7946 0000", False),
        ("Somebody", "", True),
    ]
    assert [item.text for item in plan.of(SAFER_SPACE)] == [
        "Ask a friend on Monday to come by.",
        "On Tuesday I tidy up with her.",
    ]
    assert plan.about_me == AboutMe("A quiet voice", extra={"Song": "any"})


@pytest.mark.parametrize(
    ("line", "name", "number"),
    [
        ("A friend: 555-0100 or 555-0101", "A friend", "555-0100 or 555-0101"),
        ("My aunt +44 (0)20 7946 0000", "My aunt", "+44 (0)20 7946 0000"),
        ("My aunt (555-0100)", "My aunt", "(555-0100)"),
        ("Flat 4, 555-0100", "Flat 4", "555-0100"),
        ("Room 4 of 12", "Room 4 of 12", ""),
        ("555-0100 is theirs", "555-0100 is theirs", ""),
        ("5550100", "5550100", ""),
    ],
)
def test_the_numbers_behind_a_name_are_its_number(line: str, name: str, number: str) -> None:
    """All of them; what only looks a little like one stays in the name."""
    (item,) = read(f"## People\n- {line}").of(PEOPLE)
    assert (item.text, item.phone) == (name, number)


def test_what_stands_below_other_headings_is_kept_under_them() -> None:
    """And words below none, and a heading with nothing below it."""
    assert read(TYPED).extra == {
        "My plan for bad days": ["Written on a good one."],
        "Why I get up": ["The cat"],
        "Poems": ["A line I like", "another"],
    }
    assert read("Hello\n\n# Empty\n\n## Coping\n- Tea").extra == {"imported": ["Empty", "Hello"]}
    assert read("# Empty\n\n#\n\n## Coping\n- Tea").extra == {"imported": ["Empty"]}


@pytest.mark.parametrize(
    ("heading", "step"),
    [
        *((title, step) for step, title in TITLES.items()),
        *((step, step) for step in STEPS),
        ("Step 1: Warning signs", WARNING_SIGNS),
        ("2) Internal coping strategies", COPING),
        ("My reasons to live", REASONS),
        ("Family and friends", PEOPLE),
        ("Making my home safer", SAFER_SPACE),
    ],
)
def test_a_heading_finds_its_step(heading: str, step: str) -> None:
    """Ours, the names of the steps, and what people often write."""
    assert [item.text for item in read(f"### {heading} ###\n- Tea").of(step)] == ["Tea"]


def test_a_comment_never_stands_in_for_what_can_be_seen() -> None:
    """A key that is known is kept beside; words in a comment are kept as well."""
    text = '## Coping\n- Tea\n  <!-- {"text": "x", "phone": "555-0100"} -->\n\n<!-- a note\nof mine -->\n'
    plan = read(text)
    assert plan.of(COPING)[0].text == "Tea"
    assert plan.of(COPING)[0].phone == ""
    assert plan.of(COPING)[0].extra == {"text-imported": "x", "phone-imported": "555-0100"}
    assert plan.extra == {"comment": "a note\nof mine"}


@given(
    st.lists(
        st.sampled_from(
            ["# ", "## Coping", "- ", "  - ", "a: b", "> ", "<!--", "-->", "\\", "&#6;", "\n", "x"]
        )
    )
)
def test_any_text_can_be_read(parts: list[str]) -> None:
    """However odd; and it can be read again once it is written."""
    plan = read("".join(parts))
    assert flat(read(plan_as_markdown(plan))) == flat(plan)


@given(st.lists(toml_text, max_size=4))
def test_every_letter_of_a_typed_text_is_in_the_plan(lines: list[str]) -> None:
    """Whatever it is taken for."""
    typed = [line for line in ("".join(filter(str.isalnum, line)) for line in lines) if line]
    found = json.dumps(plan_to_document(read("\n\n".join(typed))), ensure_ascii=False)
    assert all(line in found for line in typed)

"""What is offered for a step: own things first, lines where they help, nothing twice."""

from __future__ import annotations

from copecli.core.lines import CrisisLine
from copecli.core.plan import COPING, LINE, PEOPLE, PROFESSIONALS, WARNING_SIGNS, Item, Plan
from copecli.core.plan_ideas import Idea, ideas
from copecli.core.skill_format import skill_from_document

LINES = (
    CrisisLine("xx-one", "A line", phone="555-0110", hours="24/7"),
    CrisisLine("xx-two", "A text line", sms="50808", sms_keyword="HELLO"),
)
OURS = (Idea("My doctor.", kind="clinician"), Idea("A crisis line.", kind=LINE), Idea("A nurse."))
PINNED = skill_from_document(
    "mine",
    {
        "format": 1,
        "title": "My way",
        "family": "grounding",
        "summary": "It helps.",
        "steps": [{"kind": "say", "text": "Look."}],
    },
)


def texts(found: tuple[Idea, ...]) -> list[str]:
    """Return the words of the ideas."""
    return [idea.text for idea in found]


def test_a_pinned_exercise_comes_first_among_what_to_do() -> None:
    """It is linked, and not hinted at as our words; in other steps it has no place."""
    first = ideas(Plan(), COPING, ours=[Idea("Tea.")], own=[PINNED])[0]
    assert (first.text, first.skill) == ("My way", "mine")
    assert not first.item("a", "My way").from_idea
    assert ideas(Plan(), WARNING_SIGNS, own=[PINNED]) == ()


def test_known_lines_stand_in_the_place_of_the_general_one() -> None:
    """With name and number, ready to keep; where none is known ours stays."""
    assert texts(ideas(Plan(), PROFESSIONALS, ours=OURS, lines=LINES)) == [
        "My doctor.",
        "A line",
        "A text line",
        "A nurse.",
    ]
    assert texts(ideas(Plan(), PROFESSIONALS, ours=OURS)) == ["My doctor.", "A crisis line.", "A nurse."]
    call, text = ideas(Plan(), PROFESSIONALS, ours=OURS, lines=LINES)[1:3]
    assert call.shown == "A line 555-0110"
    made = text.item("a", text.text)
    assert (made.kind, made.sms, made.from_idea) == (LINE, "50808 (HELLO)", False)


def test_lines_come_first_once_there_is_nobody_yet() -> None:
    """Before that they come last, after people."""
    people = [Idea("A friend who answers."), Idea("Nobody yet.")]
    assert texts(ideas(Plan(), PEOPLE, ours=people, lines=LINES))[-2:] == ["A line", "A text line"]
    plan = Plan({PEOPLE: (Item("a", "Nobody yet."),)})
    assert texts(ideas(plan, PEOPLE, ours=people, lines=LINES))[:2] == ["A line", "A text line"]


def test_what_is_written_is_not_offered_again() -> None:
    """Neither by its words nor by its exercise."""
    plan = Plan({COPING: (Item("a", "Tea."), Item("b", "My own words", skill="mine"))})
    assert ideas(plan, COPING, ours=[Idea("Tea.")], own=[PINNED]) == ()


def test_our_words_are_marked_while_they_stand_as_they_were() -> None:
    """Own words are not; and nobody yet is an answer of one's own."""
    assert Idea("Tea.").item("a", "Tea.").from_idea
    assert not Idea("Tea.").item("a", "Tea in the blue cup.").from_idea
    assert not Idea("Nobody yet.").item("a", "Nobody yet.").from_idea

"""Saying more about a line or the plan, line by line: asked only of whoever wants it, all of it skippable."""

from __future__ import annotations

from copecli.core.plan import Item, Plan
from copecli.core.plan_questions import OF_THE_PLAN, of_item
from tests.cli.stage import Done, Lines, cope, desk, write_plan

STOP = ["/q", "q"]


def write(types: Lines) -> Done:
    """Write the plan on a terminal that goes line by line."""
    return cope("plan", "--plain", types=types)


def only(step: str) -> Item:
    """Return the one item of a step, as it is on disk."""
    (item,) = desk().read_plan().plan.of(step)
    return item


def test_after_a_line_more_can_be_said_and_nobody_is_made_to() -> None:
    """One quiet offer; /m asks how likely, what is in the way and what helps."""
    done = write(["", "Tea", "/m", "8", "No kettle", "Ask for one", "yes", *STOP])
    assert "/m: say more about it." in done.lines
    item = only("coping")
    assert (item.text, item.likelihood, item.barrier, item.way_round) == (
        "Tea",
        8,
        "No kettle",
        "Ask for one",
    )


def test_every_question_about_a_line_can_be_left_out() -> None:
    """Enter alone goes through all of them and changes nothing; q stops at once."""
    before = Item("a", "A friend", "555-0100", how_known="school", likelihood=3)
    write_plan(Plan({"people": (before,)}))
    questions = len(of_item("people", before))
    write(["2", "/b", "1", "2", *[""] * questions, *STOP])
    assert only("people") == before
    write(["2", "/b", "1", "2", "/q", *STOP])
    assert only("people") == before


def test_a_contact_has_its_details() -> None:
    """How they are known, texts, hours, what they may know; not safe means not in Help now."""
    write_plan(Plan({"people": (Item("a", "A friend", "555-0100"),)}))
    details = ["school", "555-0102", "evenings", "2", "7", "", "", "1", "1"]
    write(["2", "/b", "1", "2", *details, *STOP])
    item = only("people")
    assert (item.how_known, item.sms, item.when, item.may_tell) == ("school", "555-0102", "evenings", "no")
    assert (item.likelihood, item.not_safe, item.private) == (7, True, True)
    assert "555-0100" not in cope("now").out


def test_an_answer_is_emptied_by_a_dash_and_a_wrong_number_is_asked_again() -> None:
    """In one calm sentence."""
    write_plan(Plan({"coping": (Item("a", "Tea", likelihood=3),)}))
    done = write(["2", "/b", "1", "2", "eleven", "-", "/q", *STOP])
    assert "I can read numbers from 0 to 10. Enter skips." in done.lines
    assert only("coping").likelihood is None


def test_a_line_moves_to_another_part_and_is_linked_to_an_exercise() -> None:
    """It keeps what was said about it."""
    write_plan(Plan({"coping": (Item("a", "The sea", barrier="rain"),)}))
    write(["2", "/b", "1", "5", "6", *STOP])
    assert only("reasons").barrier == "rain"
    write_plan(Plan({"coping": (Item("b", "Stop a moment"),)}))
    names = list(desk().library().skills)
    write(["2", "/b", "1", "6", str(names.index("stop") + 1), *STOP])
    linked = [item.skill for item in desk().read_plan().plan.of("coping")]
    assert "stop" in linked


def test_an_idea_left_as_it_is_is_known_as_one() -> None:
    """Made one's own, it is not."""
    write(["", "1", "", *STOP])
    assert only("coping").from_idea
    write(["2", "/b", "1", "1", "My own way", *STOP])
    assert not only("coping").from_idea


def test_more_is_asked_about_the_whole_plan_at_the_end() -> None:
    """How likely it is used, with whom, where it is kept, who has it, when to look again, what helps."""
    write_plan(Plan({"coping": (Item("a", "Tea"),)}))
    menu = write(["q"]).lines
    row = next(line.split(".")[0] for line in menu if "Say more about the plan" in line)
    answers = [
        "9",
        "A helper",
        "In a drawer",
        "A friend, my clinic",
        "2027-01-15",
        "Quiet",
        "Advice",
        "Slow words",
    ]
    assert len(answers) == len(OF_THE_PLAN)
    write([row, *answers, "q"])
    plan = desk().read_plan().plan
    assert (plan.likelihood, plan.made_with, plan.kept_at) == (9, "A helper", "In a drawer")
    assert (plan.copies, plan.review_on) == (("A friend", "my clinic"), "2027-01-15")
    assert (plan.about_me.helps, plan.about_me.does_not, plan.about_me.access) == (
        "Quiet",
        "Advice",
        "Slow words",
    )

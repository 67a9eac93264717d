"""`cope plan check`, and the same hints in the line face."""

from __future__ import annotations

import json
from pathlib import Path

from copecli.core.errors import NOTHING_FOUND, OK, UNREADABLE
from copecli.core.plan import COPING, DISTRACTION, PEOPLE, SAFER_SPACE, Item, Plan
from tests.cli.stage import cope, desk, write_plan

WITHOUT_A_NUMBER = Plan(
    {
        COPING: (Item("c", "Draw a cat"),),
        DISTRACTION: (Item("d", "The bench"), Item("e", "My aunt")),
        PEOPLE: (Item("p", "A friend"),),
        SAFER_SPACE: (Item("s", "Ask a friend to help"),),
    },
    kept_at="On the fridge",
)
STRONG = WITHOUT_A_NUMBER.change(PEOPLE, Item("p", "A friend", "555-0100"))


def test_hints_are_printed_below_their_step_and_the_exit_is_0() -> None:
    """What was seen, and what one could do."""
    write_plan(WITHOUT_A_NUMBER)
    done = cope("plan", "check")
    assert (done.code, done.talk) == (OK, "")
    assert done.lines == [
        "People I can ask for help",
        "- “A friend” has no number yet.",
        "  At 3 a.m. a number is easier than a search. You could add it.",
    ]


def test_hints_come_as_json_with_the_models_own_names() -> None:
    """An array, empty where there is nothing to add."""
    write_plan(WITHOUT_A_NUMBER)
    done = cope("plan", "check", "--json")
    (hint,) = json.loads(done.out)
    assert done.code == OK
    assert (hint["id"], hint["step"], hint["item_id"]) == ("no-number", "people", "p")
    assert hint["text"] == "“A friend” has no number yet."
    assert set(hint) == {"id", "step", "item_id", "text", "todo"}
    write_plan(STRONG)
    assert json.loads(cope("plan", "check", "--json").out) == []


def test_a_plan_without_hints_is_not_praised() -> None:
    """It says so, and what one could do."""
    write_plan(STRONG)
    done = cope("plan", "check")
    assert done.code == OK
    assert done.lines[0].startswith("No hint comes to mind")


def test_no_plan_and_a_damaged_plan_have_their_own_exits() -> None:
    """As everywhere: 4 and 3."""
    assert cope("plan", "check").code == NOTHING_FOUND
    write_plan(STRONG)
    Path(desk().paths.plan_file).write_text("format = ")
    done = cope("plan", "check")
    assert (done.code, done.out) == (UNREADABLE, "")


def test_a_plan_full_of_hints_still_prints_and_opens() -> None:
    """Nothing is held back."""
    write_plan(
        Plan(
            {COPING: (Item("c", "YouTube", likelihood=0, from_idea=True),)},
            likelihood=1,
            review_on="2020-01-01",
        )
    )
    assert len(cope("plan", "check").lines) > 15
    assert "YouTube" in cope("plan", "print").out
    assert "YouTube" in cope("plan", "--plain", types=["1", "q"]).out


def test_the_line_face_names_the_ideas_last_and_reads_them() -> None:
    """A line of the menu that is there only where there are any."""
    write_plan(WITHOUT_A_NUMBER)
    done = cope("plan", "--plain", types=["7", "q"])
    assert "7. One idea to make it stronger." in done.lines
    assert "- “A friend” has no number yet." in done.lines
    write_plan(STRONG)
    assert "stronger" not in cope("plan", "--plain", types=["q"]).out

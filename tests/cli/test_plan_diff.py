"""`cope plan diff` and what `cope plan history` says of each version."""

from __future__ import annotations

import json
from pathlib import Path

from copecli.core.errors import NOTHING_FOUND, OK, UNREADABLE, USAGE
from copecli.core.plan import COPING, PEOPLE, Item, Plan
from tests.cli.stage import cope, desk, write_plan

FIRST = Plan({COPING: (Item("t", "Make tea"), Item("w", "A walk"))})
SECOND = Plan(
    {COPING: (Item("t", "Mint tea"),), PEOPLE: (Item("w", "A walk"), Item("f", "A friend"))}, kept_at="Fridge"
)
THIRD = SECOND.change(PEOPLE, Item("f", "A friend", "555-0100"))


def write_all() -> None:
    """Save three plans, one after the other."""
    for plan in (FIRST, SECOND, THIRD):
        write_plan(plan)


def test_two_versions_are_compared_in_words() -> None:
    """Under the titles of the steps; by number, in either order."""
    write_all()
    done = cope("plan", "diff", "1", "2")
    assert (done.code, done.talk) == (OK, "")
    assert done.lines == [
        "What I can do by myself",
        "- Changed: Mint tea",
        "  The line: Mint tea. It was: Make tea",
        "",
        "People I can ask for help",
        "- Moved here from “What I can do by myself”: A walk",
        "- Added: A friend",
        "",
        "About this plan",
        "  Where I keep it: Fridge",
    ]
    assert "- Taken out: A friend" in cope("plan", "diff", "2", "1").lines
    assert "  Where I keep it: taken out. It was: Fridge" in cope("plan", "diff", "2", "1").lines


def test_the_last_version_is_compared_with_the_plan_of_now() -> None:
    """Where nothing is named; and one that is named too."""
    write_all()
    assert cope("plan", "diff").lines == [
        "People I can ask for help",
        "- Changed: A friend",
        "  Phone: 555-0100",
    ]
    assert cope("plan", "diff", "2").out == cope("plan", "diff", "2", "now").out == cope("plan", "diff").out
    assert cope("plan", "diff", "now", "now").lines == ["Nothing is different."]
    name = desk().plan_versions()[0].name
    assert cope("plan", "diff", name).out == cope("plan", "diff").out


def test_differences_come_as_json() -> None:
    """With the model's own names; an empty list where there are none."""
    write_all()
    (change,) = json.loads(cope("plan", "diff", "--json").out)
    assert (change["kind"], change["step"], change["item_id"]) == ("changed", "people", "f")
    assert change["details"] == [{"key": "phone", "before": "", "after": "555-0100"}]
    assert json.loads(cope("plan", "diff", "now", "--json").out) == []


def test_the_history_says_what_came_after_each_version() -> None:
    """A damaged one is listed, and nothing is said about it."""
    write_all()
    lines = cope("plan", "history").lines
    assert lines[1] == "  After it: 1 changed."
    assert lines[3] == "  After it: 1 added, 2 changed, 1 moved."
    Path(desk().paths.plan_history, desk().plan_versions()[0].name).write_text("format = ")
    assert not [line for line in cope("plan", "history").lines if "After it" in line]


def test_what_cannot_be_compared_has_its_own_exit() -> None:
    """No version, an unknown one, three of them, a damaged one."""
    assert cope("plan", "diff").code == NOTHING_FOUND
    write_all()
    assert cope("plan", "diff", "9").code == NOTHING_FOUND
    assert cope("plan", "diff", "1", "2", "now").code == USAGE
    Path(desk().paths.plan_file).write_text("format = ")
    assert cope("plan", "diff").code == UNREADABLE

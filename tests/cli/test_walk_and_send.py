"""Through the plan line by line, and the plan as codes: asked for, told first, never in the way of help."""

from __future__ import annotations

from pathlib import Path

import pytest

from copecli.core.errors import NOTHING_FOUND, OK, UNREADABLE
from copecli.core.plan import Item, Plan
from copecli.core.shared_words import BEFORE_A_CODE
from copecli.core.walk import Walk
from copecli.documents.qr import drawn, plan_codes
from copecli.words import _
from tests.cli.stage import Done, Lines, cope, desk, write_plan

PLAN = Plan({
    "warning-signs": (Item("w", "I stop answering"),),
    "coping": (Item("a", "Tea"), Item("b", "Stop a moment", skill="stop"), Item("c", "Music")),
    "people": (Item("d", "A friend", "555-0100"), Item("x", "Not now", "555-0199", not_safe=True)),
    "reasons": (Item("e", "The sea"),),
})  # fmt: skip
BLOCKS = frozenset("█▀▄")


def walk(types: Lines, plan: Plan = PLAN) -> Done:
    """Go through the plan on a terminal that goes line by line."""
    write_plan(plan)
    return cope("plan", "walk", "--plain", types=types)


def test_enter_alone_goes_through_the_whole_plan() -> None:
    """In the person's order, a friend after two things, a soft end; warning signs and the unsafe left out."""
    done = walk(["", "", "", "", "", "", "", "5"])
    assert done.code == OK
    told = [
        "Your plan, one thing at a time.", "Tea.", "Stop a moment.", "Would a person help now?",
        "Music.", "A friend.", "The sea.", "That is the whole of your plan.",
    ]  # fmt: skip
    at = [done.out.index(words) for words in told[:5]] + [done.out.rindex(words) for words in told[5:]]
    assert at == sorted(at)
    assert "555-0100" in done.lines
    assert "I stop answering" not in done.out
    assert "555-0199" not in done.out


@pytest.mark.parametrize("typed", ["x", "7", "yes please", "D", "n"])
def test_whatever_is_typed_goes_on(typed: str) -> None:
    """Two lines of anything lead to a person."""
    assert "Would a person help now?" in walk(["", typed, typed, "q"]).out


def test_someone_now_is_own_people_and_the_lines() -> None:
    """And leads back to the thing that waits."""
    done = walk(["", "s", "", "q"])
    after = done.out[done.out.index("Someone now.\n") :]
    assert "Call 555-0100." in done.out
    assert "Tea." in after[after.index("Call 555-0100.") :]


def test_help_now_is_one_key_away_and_comes_back() -> None:
    """From an item, and from the end."""
    done = walk(["", "h", "", "q"])
    assert "Here is help. Start anywhere." in done.out
    assert done.out.rindex("Tea.") > done.out.index("Here is help.")
    ended = walk([""] * 7 + ["4", "", "5"])
    assert "I can't stay safe" in ended.out
    assert "Here is help. Start anywhere." in ended.out


def test_an_exercise_is_started_from_its_line_and_comes_back() -> None:
    """The skill of the item, then the item again."""
    done = walk(["", "", "g", "q", "5", "q"])
    assert done.code == OK
    assert done.out.count("Stop a moment.") == 2
    assert "Stopped. You can come back to this." in done.out


def test_an_exercise_that_is_gone_stops_nothing() -> None:
    """One calm sentence, and on."""
    done = walk(["", "g", "", "q"], Plan({"coping": (Item("a", "Tea", skill="nope"),)}))
    assert done.code == OK
    assert "nope" in done.out
    assert "Would a person help now?" in done.out


def test_a_number_is_drawn_to_scan_after_it_was_said_who_may_see_it() -> None:
    """Only then, and Enter leads back."""
    done = walk(["", "", "", "r", "", "", "q"])
    picture = next(line for line in done.lines if BLOCKS & set(line))
    assert done.out.index(BEFORE_A_CODE[1]) < done.out.index(picture)
    assert not BLOCKS & set(walk(["", "", "", "r", "q", "q"]).out)


def test_a_held_enter_goes_on_once() -> None:
    """A trembling hand does not run through the plan."""
    done = walk(["", *[(0.03, "")] * 20, EOFError()])
    assert "Would a person help now?" not in done.out
    taken_back = walk(["", (0.4, ""), *[(0.03, "")] * 20, EOFError()])
    assert taken_back.out.rindex("Tea.") > taken_back.out.rindex("Stop a moment.")


def test_without_a_plan_the_next_step_is_named() -> None:
    """Exit code 4; who wanted to be taken through it finds whom to reach all the same."""
    desk().set("country", "IE")
    for command in ("walk", "send"):
        done = cope("plan", command)
        assert done.code == NOTHING_FOUND
        assert ("Samaritans Ireland" in done.out) == (command == "walk")
        assert "`cope plan` writes one with you" in done.talk


def test_a_damaged_plan_does_not_stand_before_help() -> None:
    """The lines are printed, exit code 3, and the file is kept."""
    write_plan(PLAN)
    file = Path(desk().paths.plan_file)
    file.write_text("{ not a plan")
    done = cope("plan", "walk", types=[])
    assert done.code == UNREADABLE
    assert "anyone you trust" in done.out
    assert "findahelpline.com" in done.out
    assert file.read_text() == "{ not a plan"
    assert cope("plan", "send").code == UNREADABLE


def test_where_nobody_can_answer_all_of_it_is_printed() -> None:
    """Every screen in its order, and no key that nobody can press."""
    write_plan(PLAN)
    done = cope("plan", "walk")
    assert done.code == OK
    for words in ("Tea.", "Would a person help now?", "555-0100", "The sea."):
        assert words in done.out
    assert "d: Done" not in done.out
    assert "\x1b" not in done.out


def test_the_plan_is_printed_as_codes_into_a_pipe() -> None:
    """How many there are, then each; who may see it is said on the side."""
    write_plan(PLAN)
    done = cope("plan", "send")
    codes = plan_codes(PLAN, 65)
    assert done.code == OK
    assert done.talk.splitlines() == [_(line) for line in BEFORE_A_CODE]
    assert f"It is {len(codes)} codes" in done.out or len(codes) == 1
    for code in codes:
        assert "\n".join(drawn(code)) in done.out
    assert "\x1b" not in done.out


def test_contacts_and_the_form_for_a_helper_have_options() -> None:
    """A code for each person who is safe; nobody there is exit code 4."""
    write_plan(PLAN)
    assert "It is one code." in cope("plan", "send", "--contacts").out
    assert cope("plan", "send", "--for-helper").code == OK
    write_plan(Plan({"coping": PLAN.of("coping")}))
    assert cope("plan", "send", "--contacts").code in (OK, NOTHING_FOUND)


def test_codes_are_shown_one_at_a_time_on_a_terminal() -> None:
    """After the choice and the warning; q leaves."""
    write_plan(PLAN)
    done = cope("plan", "send", "--plain", types=["3", "", "", "q"])
    assert done.code == OK
    assert "Contact: A friend." in done.out
    assert "Code 1 of 1." in done.out
    assert "Not now" not in done.out


def test_an_old_encoding_gets_plain_signs() -> None:
    """Two for a module, where there are no blocks."""
    from tests.cli.stage import Stream

    write_plan(PLAN)
    done = cope("plan", "send", "--contacts", out=Stream(tty=False, encoding="ascii"))
    assert "####" in done.out
    assert done.out.isascii()


def test_the_way_through_ends_with_the_frames_of_the_core() -> None:
    """What is printed is what the core says, no more."""
    write_plan(PLAN)
    first = Walk.begin(PLAN).frame()
    assert first.title is not None
    assert cope("plan", "walk").lines[0] == first.title.worded(_)

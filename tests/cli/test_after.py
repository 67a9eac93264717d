"""`cope after`, line by line and in a pipe."""

from __future__ import annotations

import os

import pytest

from copecli.core.care_words import CARE_FIRST, CARE_SIGNS
from copecli.core.errors import OK
from tests.cli.stage import A_PLAN, cope, desk, write_plan
from tests.ways import numbered


def plain(*lines: str) -> str:
    """Go through `cope after --plain` and return all that was said."""
    done = cope("after", "--plain", types=list(lines))
    assert done.code == OK
    return done.out


@pytest.mark.parametrize("care", ["1", "2", ""])
def test_who_may_need_care_hears_help_now_and_then_goes_on(care: str) -> None:
    """Enter alone is no no."""
    out = plain(care, "", "", "b", "q")
    places = [out.index(line) for line in (*CARE_SIGNS, "Do you need care now?", *CARE_FIRST)]
    assert places == sorted(places)
    assert places[-1] < out.index("Call first.") < out.index("You may ask for care, and for kindness.")
    assert "Clean hands." not in out
    assert out.count("You may ask for care") == 2, "b goes back"


def test_after_no_it_leads_to_a_person_and_to_next_things_and_keeps_nothing() -> None:
    """Own people first; not being safe is a choice at each question; rest ends it."""
    write_plan(A_PLAN)
    out = plain(
        "3", "", "4", "", "", "", "3", "", "1", "", "", "", "", "", "1", "3", "q", "5", "q", "7", "", "q"
    )
    assert out.count("Badly hurt, or might act? Call first.\n") >= 3
    assert "A friend" in out
    assert out.index("Would somebody near be good?") < out.index("Blame is not needed here.")
    assert "3. Go through my safety plan." in out
    assert "Your plan, one thing at a time." in out
    assert "The first hour, and the next day." in out
    assert not os.path.exists(desk().paths.journal_file)
    assert desk().draft_names() == ()


def test_it_is_on_the_page_more_and_before_exercises_for_after() -> None:
    """By its number there, and as the first of what is offered."""
    out = cope("--plain", types=["5", numbered("after"), "q", "q", "q"]).out
    assert "Do you need care now?" in out
    out = cope("--plain", types=["2", "14", "1", "q", "q", "q"]).out
    assert out.index("1. After self-harm.") < out.index("Do you need care now?")


def test_a_pipe_gets_all_of_it_with_whom_to_call_near_the_beginning() -> None:
    """Without a key to press."""
    write_plan(A_PLAN)
    out = cope("after").out
    assert out.startswith(CARE_SIGNS[0])
    assert out.index("Call first.") < out.index("A friend:") < out.index("Clean hands.")
    assert "Help now: `cope now`." in out
    assert out.endswith("What led to it can wait for a steady day.\n")

"""Reading, printing and putting back the plan from the command line."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest

from copecli.core.errors import NOTHING_FOUND, OK, UNEXPECTED, UNREADABLE, USAGE
from copecli.core.plan import Item, Plan
from copecli.documents.text import plan_as_text
from tests.cli.stage import A_PLAN, cope, desk, write_plan

OTHER = Plan({"coping": (Item("x", "Another line"),)})


def test_the_plan_is_printed_whole_and_without_escapes() -> None:
    """Every word and number, at 80 columns into a pipe."""
    write_plan(A_PLAN)
    done = cope("plan", "print")
    assert (done.code, done.talk) == (OK, "")
    assert done.out.rstrip() == plan_as_text(A_PLAN).rstrip()
    assert "\x1b" not in done.out


def test_printing_is_quick_where_the_text_is_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """plan.txt is read and plan.toml is not parsed."""
    write_plan(OTHER)
    monkeypatch.setattr("copecli.desk.Desk.read_plan", lambda self: pytest.fail("the plan was parsed"))
    assert "Another line" in cope("plan", "print").out


def test_a_text_that_is_out_of_date_is_made_anew() -> None:
    """Whoever changes plan.toml by hand reads what is in it."""
    write_plan(OTHER)
    file = Path(desk().paths.plan_file)
    file.write_text(file.read_text().replace("Another line", "Changed by hand"))
    assert "Changed by hand" in cope("plan", "print").out


def test_the_plan_is_set_to_the_width_that_was_asked_for() -> None:
    """`--width` for a narrow printer."""
    write_plan(A_PLAN)
    assert cope("plan", "print", "--width", "30").out == plan_as_text(A_PLAN, 30)


def test_one_step_is_shown_by_number_or_name() -> None:
    """The numbers are the ones that stand in the plan."""
    write_plan(A_PLAN)
    by_number, by_name = cope("plan", "show", "--section", "4"), cope("plan", "show", "--section", "people")
    assert by_number.code == OK
    assert by_number.out == by_name.out
    assert "555-0100" in by_number.out
    assert "The sea" not in by_number.out
    assert json.loads(cope("plan", "show", "--section", "4", "--json").out)[0]["phone"] == "555-0100"


def test_the_plan_is_written_to_a_file_for_its_owner_alone(tmp_path: Path) -> None:
    """Whole, and 0600."""
    write_plan(A_PLAN)
    file = tmp_path / "my-plan.txt"
    done = cope("plan", "print", "-o", str(file))
    assert (done.code, done.out) == (OK, "")
    assert file.read_text(encoding="utf-8").rstrip() == plan_as_text(A_PLAN).rstrip()
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_left_alone_without_force(tmp_path: Path) -> None:
    """It says so, and what would replace it."""
    write_plan(A_PLAN)
    file = tmp_path / "my-plan.txt"
    file.write_text("mine")
    refused = cope("plan", "print", "-o", str(file))
    assert (refused.code, file.read_text()) == (UNEXPECTED, "mine")
    assert "--force" in refused.talk
    assert cope("plan", "print", "--force", "-o", str(file)).code == OK
    assert "The sea" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("place", ["", "nowhere/plan.txt", "file/plan.txt"])
def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path, place: str) -> None:
    """A folder, a folder that is not there, a file taken for a folder."""
    write_plan(A_PLAN)
    (tmp_path / "file").write_text("")
    done = cope("plan", "print", "-o", str(tmp_path / place), "--force")
    who_may_see_it, trouble = done.talk.splitlines()
    assert done.code == UNEXPECTED
    assert who_may_see_it.startswith("Others may see this.")
    assert trouble.endswith(".")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]


def test_an_emptied_plan_is_told_like_none() -> None:
    """Printing and showing agree about it."""
    write_plan(OTHER)
    write_plan(Plan())
    assert cope("plan", "print").code == cope("plan", "show").code == NOTHING_FOUND


def test_a_damaged_plan_is_kept_and_its_older_versions_are_named() -> None:
    """Exit code 3; the last text is printed, for an old plan is better than none now."""
    write_plan(OTHER)
    write_plan(A_PLAN)
    file = Path(desk().paths.plan_file)
    file.write_bytes(b"coping = [\xff")
    version = desk().plan_versions()[0].name
    for words in (("plan", "show"), ("plan", "print")):
        done = cope(*words)
        assert done.code == UNREADABLE
        assert f"cope plan restore {version}" in done.talk
        assert "The sea" in done.out
    assert file.read_bytes() == b"coping = [\xff"


def test_an_older_version_is_put_back_with_yes() -> None:
    """The one it replaces becomes a version, damaged or not."""
    write_plan(OTHER)
    write_plan(A_PLAN)
    version = cope("plan", "history").lines[0].split()[0]
    assert cope("plan", "restore", version, "--yes").code == OK
    assert "Another line" in cope("plan", "show").out
    assert len(json.loads(cope("plan", "history", "--json").out)) == 2


def test_putting_back_needs_yes_where_nobody_can_be_asked() -> None:
    """Nothing is changed without it."""
    write_plan(OTHER)
    write_plan(A_PLAN)
    version = desk().plan_versions()[0].name
    for words in ((version,), ()):
        assert cope("plan", "restore", *words).code == USAGE
    assert "The sea" in cope("plan", "show").out


def test_putting_back_asks_on_a_terminal() -> None:
    """Which one, where none was named, and whether; leaving it changes nothing."""
    write_plan(OTHER)
    write_plan(A_PLAN)
    assert "Nothing was changed." in cope("plan", "restore", types=["1", "2"]).talk
    assert "The sea" in cope("plan", "show").out
    assert cope("plan", "restore", types=["1", "1"]).code == OK
    assert "Another line" in cope("plan", "show").out


def test_an_unknown_version_is_answered_with_the_nearest() -> None:
    """No name from outside opens a file."""
    write_plan(OTHER)
    write_plan(A_PLAN)
    done = cope("plan", "restore", "../../etc/passwd", "--yes")
    assert done.code == NOTHING_FOUND
    assert "The sea" in cope("plan", "show").out


def test_nothing_is_put_back_where_nothing_is_saved() -> None:
    """`--no-save` holds for this, too."""
    write_plan(OTHER)
    write_plan(A_PLAN)
    version = desk().plan_versions()[0].name
    assert cope("plan", "restore", version, "--yes", "--no-save").code == UNEXPECTED
    assert "The sea" in cope("plan", "show").out


def test_a_deleted_plan_says_that_older_ones_are_kept() -> None:
    """It is not told as if there had never been one."""
    write_plan(OTHER)
    write_plan(A_PLAN)
    Path(desk().paths.plan_file).unlink()
    done = cope("plan", "show")
    assert done.code == NOTHING_FOUND
    assert "`cope plan history`" in done.talk

"""`cope data export`, `import` and `forget`, as they are typed."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from copecli.core.checkin import CheckIn
from copecli.core.errors import NOTHING_FOUND, OK, UNEXPECTED, UNREADABLE, USAGE
from tests.cli.stage import A_PLAN, cope, desk, write_plan

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def written() -> None:
    """Save a plan and two check-ins."""
    write_plan(A_PLAN)
    journal = desk().journal
    for note in ("one", "two"):
        journal.add(CheckIn(id=journal.new_id(), when=journal.now(), note=note))
    journal.close()


def notes() -> list[str]:
    """Return the notes of the check-ins on disk."""
    return sorted(record.note for record in desk().journal.newest(CheckIn))


@pytest.mark.usefixtures("written")
def test_an_export_is_lines_and_the_talk_is_elsewhere() -> None:
    """Stdout holds nothing but the lines."""
    done = cope("data", "export")
    assert done.code == OK
    assert [json.loads(line)["kind"] for line in done.lines] == ["plan", "check-in", "check-in"]
    assert done.talk == "Lines: 3.\n"


@pytest.mark.usefixtures("written")
def test_out_to_a_file_away_and_in_again(tmp_path: Path) -> None:
    """The whole round, on one command line after the other."""
    file = str(tmp_path / "mine.jsonl")
    assert cope("data", "export", "-o", file).code == OK
    assert cope("data", "export").out.encode() == (tmp_path / "mine.jsonl").read_bytes()
    assert os.stat(file).st_mode & 0o077 == 0 or os.name == "nt"
    again = cope("data", "export", "-o", file)
    assert again.code == UNEXPECTED
    assert "is there already" in again.talk
    assert cope("data", "export", "-o", file, "--force").code == OK
    gone = cope("data", "forget", "all", "--yes")
    assert gone.code == OK
    assert "Files that were removed: " in gone.talk
    assert cope("data", "export").out == ""
    back = cope("data", "import", file)
    assert back.code == OK
    assert back.out == ""
    assert "New in your journal: 2." in back.talk
    assert "Your plan is here." in back.talk
    assert notes() == ["one", "two"]
    assert "Already here: 2." in cope("data", "import", file).talk
    assert notes() == ["one", "two"]


def test_lines_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    """By number, with what is wrong; nothing of them steers the terminal."""
    file = tmp_path / "some.jsonl"
    file.write_text(
        '{"format": 1, "kind": "plan", "coping": [{"text": "Tea"}]}\nno\n{"format": "\\u001b[2J"}\n'
    )
    done = cope("data", "import", str(file))
    assert done.code == OK
    assert "Lines that could not be read, and were left out: 2." in done.talk
    assert "- Line 2: this is not a line of JSON." in done.talk
    assert "- Line 3, at format: " in done.talk
    file.write_text("no\n")
    done = cope("data", "import", str(file))
    assert done.code == UNREADABLE
    assert "Nothing was changed." in done.talk


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("data", "import"), USAGE),
        (("data", "import", "no-such-file"), NOTHING_FOUND),
        (("data", "import", "."), UNREADABLE),
        (("data", "forget"), USAGE),
        (("data", "forget", "plan"), USAGE),
        (("data", "forget", "jornal", "--yes"), USAGE),
        (("data", "export", "-o"), USAGE),
    ],
)
def test_a_slip_is_one_calm_sentence(words: tuple[str, ...], code: int) -> None:
    """With its exit code, nothing on stdout, and nothing changed."""
    done = cope(*words)
    assert (done.code, done.out) == (code, "")
    assert done.talk.count("\n") == 1


@pytest.mark.usefixtures("written")
def test_with_no_save_nothing_comes_in(tmp_path: Path) -> None:
    """It says so, and the disk stays as it was."""
    file = str(tmp_path / "mine.jsonl")
    cope("data", "export", "-o", file)
    cope("data", "forget", "all", "--yes")
    done = cope("--no-save", "data", "import", file)
    assert done.code == UNEXPECTED
    assert "Saving is off" in done.talk
    assert notes() == []


@pytest.mark.usefixtures("written")
def test_on_a_terminal_it_asks_and_leaving_leaves_everything() -> None:
    """Enter, the first choice and the end of the input all keep what is there."""
    for types in (["", "", ""], ["1"], []):
        done = cope("data", "forget", "journal", types=types)
        assert done.code == OK
        assert notes() == ["one", "two"], types
        if types in (["1"], []):
            assert "Nothing was removed." in done.talk


@pytest.mark.usefixtures("written")
def test_on_a_terminal_yes_removes_it() -> None:
    """What was chosen goes, and the plan stays."""
    done = cope("data", "forget", "journal", types=["2"])
    assert done.code == OK
    assert "This cannot be undone." in done.out
    assert notes() == []
    assert cope("plan", "show").code == OK


@pytest.mark.usefixtures("written")
def test_without_a_name_the_list_is_asked_first() -> None:
    """The second of the list is the journal; the last leaves everything."""
    cope("data", "forget", types=["4"])
    assert notes() == ["one", "two"]
    cope("data", "forget", types=["2", "2"])
    assert notes() == []


@pytest.mark.usefixtures("written")
def test_a_damaged_journal_is_said_and_the_plan_can_still_be_shown() -> None:
    """Exit code 3, one sentence, and Help now and the plan as ever."""
    with open(desk().paths.journal_file, "wb") as file:
        file.write(b"not a journal " * 500)
    done = cope("data", "export")
    assert done.code == UNREADABLE
    assert "Your journal cannot be read" in done.talk
    assert cope("plan", "show").code == OK
    assert cope("now").code == OK

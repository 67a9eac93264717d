"""Journals of every version, and where nothing can be written: all is there, or it is said why not."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import apsw
import pytest

from copecli.core.checkin import CheckIn
from copecli.core.errors import NotSaved
from copecli.core.record_format import from_line
from copecli.core.tallying import tallies_of
from copecli.core.when import When
from copecli.system import journal_schema
from copecli.system.journal import Journal, JournalUnreadable
from tests.faults.acts import places
from tests.faults.ordinary import ordinary_person, reachable_directory

if TYPE_CHECKING:
    from copecli.system.paths import Paths

KEPT = Path(__file__).parents[1] / "fixtures" / "journals"
VERSIONS = sorted(int(path.stem) for path in KEPT.glob("*.db"))
LINES = (KEPT / "records.jsonl").read_bytes().splitlines()


def lay(version: int, directory: str) -> Paths:
    """Put the file of that version where a journal lies."""
    paths = places(directory)
    os.makedirs(paths.data, exist_ok=True)
    shutil.copy(KEPT / f"{version}.db", paths.journal_file)
    return paths


def check_all_there(journal: Journal) -> None:
    """Every record is there as it was written, in its order, and so are the sums."""
    lines: list[bytes] = []
    journal.lines(lines.extend)
    assert lines == LINES
    assert journal.tallies() == tallies_of(map(from_line, LINES))
    assert journal.count(CheckIn) == len(journal.newest(CheckIn)) == 3


def test_there_is_a_file_of_every_version() -> None:
    """A new version needs a file of its own before it is released."""
    assert list(range(journal_schema.SCHEMA + 1)) == VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_an_old_journal_shows_everything_at_once(version: int, tmp_path: Path) -> None:
    """At the first question, before anything is saved; then it can be saved to, and is of today's version."""
    paths = lay(version, str(tmp_path))
    journal = Journal(paths)
    assert len(journal.newest(CheckIn)) == 3
    check_all_there(journal)
    journal.delete(journal.add(CheckIn(id=journal.new_id(), when=When(0))).id)
    check_all_there(journal)
    journal.close()
    db = apsw.Connection(paths.journal_file)
    assert journal_schema.number(db, "user_version") == journal_schema.SCHEMA
    assert journal_schema.number(db, "application_id") == journal_schema.APPLICATION_ID
    db.close()


def _upgrade_and_die(path: str, at: int) -> None:
    """Bring the file up to date, and be killed before the statement of that number."""
    db = apsw.Connection(path)
    journal_schema.set_up(db)
    db.execute("PRAGMA cache_size = 1")
    db.execute("PRAGMA cache_spill = 1")
    seen = 0

    def count(_event: object) -> None:
        nonlocal seen
        seen += 1
        if seen == at:
            os.kill(os.getpid(), signal.SIGKILL)

    db.trace_v2(apsw.SQLITE_TRACE_STMT, count)
    journal_schema.upgrade(db)
    os._exit(0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork there")
def test_an_upgrade_that_is_killed_anywhere_costs_nothing(tmp_path: Path) -> None:
    """Before each of its statements; the next start shows everything."""
    for at in range(1, 200):
        paths = lay(0, str(tmp_path / str(at)))
        child = os.fork()
        if child == 0:
            try:
                _upgrade_and_die(paths.journal_file, at)
            finally:
                os._exit(1)
        _pid, status = os.waitpid(child, 0)
        journal = Journal(paths)
        check_all_there(journal)
        journal.close()
        if os.WIFEXITED(status):
            assert os.WEXITSTATUS(status) == 0
            break
    assert at > 15, "the upgrade was over before it was killed often enough to see anything"


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stops it, it is whole or not at all, and it is tried again at the next start."""
    paths = lay(0, str(tmp_path))
    before = Path(paths.journal_file).read_bytes()

    def fail(_db: apsw.Connection) -> None:
        raise apsw.FullError("no room")

    with monkeypatch.context() as patch:
        patch.setattr(journal_schema, "recount", fail)
        with pytest.raises(JournalUnreadable, match="the disk is full"):
            Journal(paths).newest(CheckIn)
        with pytest.raises(NotSaved):
            Journal(paths).add(CheckIn(id=Journal(paths).new_id(), when=When(0)))
    assert Path(paths.journal_file).read_bytes() == before
    check_all_there(Journal(paths))


def test_two_steps_are_two_transactions(tmp_path: Path) -> None:
    """Where the second fails, the first is there; and a step that was done is not done again."""
    db = apsw.Connection(str(tmp_path / "x.db"))

    def one(there: apsw.Connection) -> None:
        there.execute("CREATE TABLE one (a)")

    def broken(there: apsw.Connection) -> None:
        there.execute("CREATE TABLE two (a)")
        raise apsw.FullError("no room")

    with pytest.raises(apsw.FullError):
        journal_schema.upgrade(db, (one, broken))
    assert journal_schema.number(db, "user_version") == 1
    assert journal_schema._tables(db) == {"one"}
    journal_schema.upgrade(db, (broken, lambda there: None))
    assert journal_schema.number(db, "user_version") == 2
    assert not db.in_transaction


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are other there")
def test_where_nothing_can_be_written_the_journal_is_read() -> None:
    """For an ordinary person: everything is shown, a save says why not, and no byte is changed."""
    with reachable_directory() as directory, ordinary_person():
        paths = lay(journal_schema.SCHEMA, str(directory))
        os.chmod(paths.journal_file, 0o400)
        os.chmod(paths.data, 0o500)
        before = Path(paths.journal_file).read_bytes()
        journal = Journal(paths)
        check_all_there(journal)
        with pytest.raises(NotSaved, match=r"this place can only be read|writing is not allowed"):
            journal.add(CheckIn(id=journal.new_id(), when=When(0)))
        with pytest.raises(NotSaved, match=r"this place can only be read|writing is not allowed"):
            journal.delete(from_line(LINES[0]).id)
        check_all_there(journal)
        journal.close()
        assert Path(paths.journal_file).read_bytes() == before
        assert os.listdir(paths.data) == ["journal.db"]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are other there")
def test_an_old_journal_that_can_only_be_read_is_not_shown_as_empty() -> None:
    """It says what is needed; an empty list would say that all is gone."""
    with reachable_directory() as directory, ordinary_person():
        paths = lay(0, str(directory))
        os.chmod(paths.journal_file, 0o400)
        os.chmod(paths.data, 0o500)
        with pytest.raises(JournalUnreadable, match="brought up to date first"):
            Journal(paths).newest(CheckIn)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are other there")
def test_a_journal_that_may_not_be_read_is_said() -> None:
    """One sentence, for reading and for saving."""
    with reachable_directory() as directory, ordinary_person():
        paths = lay(journal_schema.SCHEMA, str(directory))
        os.chmod(paths.journal_file, 0)
        with pytest.raises(JournalUnreadable, match="reading it is not allowed"):
            Journal(paths).newest(CheckIn)
        with pytest.raises(NotSaved):
            Journal(paths).add(CheckIn(id=Journal(paths).new_id(), when=When(0)))
        os.chmod(paths.journal_file, 0o600)

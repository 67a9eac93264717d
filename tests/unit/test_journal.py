"""The journal: what was said to be saved is there, what was deleted is gone, a fault is a sentence."""

from __future__ import annotations

import os
import stat
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import apsw
import pytest

from copecli.core import tallies as t
from copecli.core.checkin import CheckIn
from copecli.core.errors import CopeError, NotSaved
from copecli.core.records import LONGEST_TEXT, GoodMoment
from copecli.core.tallying import tallies_of
from copecli.core.uses import Use
from copecli.core.when import DAY_MS, When
from copecli.system import clock, journal_look, journal_schema
from copecli.system.journal import Journal, JournalUnreadable
from copecli.system.paths import Paths, find

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from copecli.core.records import Record

MORNING = When.from_iso("2026-11-26T08:00:00.000+01:00")


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.time = MORNING

    def now(self) -> When:
        """Return its time."""
        return self.time

    def move(self, ms: int) -> None:
        """Move it, back where `ms` is less than nothing."""
        self.time = When(self.time.utc_ms + ms, self.time.offset)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The places of a fresh home."""
    return find({}, str(tmp_path))


@pytest.fixture
def hand() -> Clock:
    """A clock."""
    return Clock()


@pytest.fixture
def journal(paths: Paths, hand: Clock) -> Journal:
    """An empty journal."""
    return Journal(paths, now=hand.now)


@contextmanager
def opened(path: str) -> Iterator[apsw.Connection]:
    """Open the file as another window would; another SQLite in this process would not see our locks."""
    other = apsw.Connection(path)
    try:
        yield other
    finally:
        other.close()


def check_in(journal: Journal, **values: object) -> CheckIn:
    """Return a check-in of now."""
    return CheckIn(id=journal.new_id(), when=journal.now(), **values)  # type: ignore[arg-type]


def all_of(journal: Journal) -> list[Record]:
    """Return every record there is."""
    from copecli.core.record_format import from_line

    found: list[Record] = []
    journal.lines(lambda lines: found.extend(map(from_line, lines)))
    return found


def sums_are_right(journal: Journal) -> bool:
    """Return whether what is kept is what counting anew gives."""
    return journal.tallies() == tallies_of(all_of(journal))


# where there is nothing yet


def test_asking_makes_no_file(journal: Journal, paths: Paths) -> None:
    """Every question is answered, and the disk is as it was."""
    assert journal.newest(CheckIn) == ()
    assert journal.get("nothing") is None
    assert journal.count(CheckIn) == 0
    assert journal.tallies() == t.Tallies()
    assert journal.starred() == ()
    assert journal.helped() == ()
    assert journal.delete("nothing") is None
    journal.look_through()
    journal.recount()
    assert not os.path.exists(paths.data)


def test_with_saving_off_no_file_is_made(paths: Paths) -> None:
    """It is said, and nothing is there."""
    journal = Journal(paths, saving=False)
    with pytest.raises(NotSaved, match="Saving is off"):
        journal.add(check_in(journal))
    assert not os.path.exists(paths.data)


def test_without_a_home_it_is_said(tmp_path: Path) -> None:
    """No path is an empty journal, and no place to save."""
    journal = Journal(Paths("", "", "", ""))
    assert journal.newest(CheckIn) == ()
    with pytest.raises(NotSaved, match="no home folder"):
        journal.add(check_in(journal))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such modes there")
def test_it_is_for_this_person_alone(journal: Journal, paths: Paths) -> None:
    """0600 in a folder of 0700, whatever the umask says; so is what SQLite keeps beside it."""
    old = os.umask(0)
    try:
        journal.add(check_in(journal))
    finally:
        os.umask(old)
    assert stat.S_IMODE(os.stat(paths.data).st_mode) == 0o700
    for name in os.listdir(paths.data):
        assert stat.S_IMODE(os.stat(os.path.join(paths.data, name)).st_mode) == 0o600


# saving and asking


def test_what_was_added_is_there_after_the_next_start(journal: Journal, paths: Paths) -> None:
    """Read back from the file as an equal record."""
    record = check_in(journal, distress=7, feelings=("sad", "far off"), tags=("work",), note="می‌خواهم\x00\n")
    assert journal.add(record) == record
    journal.close()
    again = Journal(paths)
    assert again.get(record.id) == record
    assert again.newest(CheckIn) == (record,)
    assert again.count(CheckIn) == 1
    assert sums_are_right(again)


def test_pages_are_whole_and_in_order(journal: Journal, hand: Clock) -> None:
    """Page by page, the newest first, every record comes once, also those of one millisecond."""
    for number in range(25):
        journal.add(check_in(journal, note=str(number)))
        journal.add(GoodMoment(id=journal.new_id(), when=journal.now(), text="the sea"))
        hand.move(0 if number % 5 else 1)
    notes: list[str] = []
    page = journal.newest(CheckIn, limit=7)
    while page:
        notes += [record.note for record in page]
        page = journal.newest(CheckIn, before=page[-1], limit=7)
    assert notes == [str(number) for number in reversed(range(25))]


def test_a_clock_that_goes_back_breaks_nothing(journal: Journal, hand: Clock) -> None:
    """Ids rise all the same; the records stand where the clock said."""
    records = []
    for move in (0, -3_600_000, 1, -86_400_000, 0):
        hand.move(move)
        records.append(journal.add(check_in(journal)))
    ids = [record.id for record in records]
    assert ids == sorted(set(ids))
    assert list(journal.newest(CheckIn)) == sorted(records, key=lambda r: (r.when.utc_ms, r.id), reverse=True)


def test_a_period_is_cut_by_time_and_days_by_the_wall(journal: Journal) -> None:
    """A day is what the person's calendar said, wherever they were; one night a year has 25 hours."""
    texts = (
        "2026-10-24T23:59:59.999+02:00", "2026-10-25T00:00:00.000+02:00", "2026-10-25T02:30:00.000+02:00",
        "2026-10-25T02:30:00.000+01:00", "2026-10-25T23:59:59.999+01:00", "2026-10-26T00:00:00.000+01:00",
        "2026-10-25T00:30:00.000-11:00", "2026-10-25T23:30:00.000+14:00",
    )  # fmt: skip
    for text in texts:
        journal.add(CheckIn(id=journal.new_id(), when=When.from_iso(text), note=text))
    day = [record.note for record in journal.of_days(CheckIn, "2026-10-25", "2026-10-25")]
    assert sorted(day) == sorted(text for text in texts if text.startswith("2026-10-25"))
    days = journal.rated(t.DAY)
    assert days["2026-10-25"].count == 6
    assert journal.rated(t.DAY, "2026-10-25", "2026-10-25") == {"2026-10-25": days["2026-10-25"]}
    assert journal.rated(t.DAY, last="2026-10-25").keys() | {"2026-10-26"} == days.keys()
    assert journal.rated(t.DAY, "2026-10-26").keys() == {"2026-10-26"}
    first, last = When.from_iso(texts[2]), When.from_iso(texts[3])
    between = journal.of_period(CheckIn, first.utc_ms, last.utc_ms)
    assert [record.note for record in between] == [texts[2]]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be set there")
@pytest.mark.parametrize(
    ("zone", "seconds", "iso"),
    [
        ("UTC", 0, "1970-01-01T00:00:00.000+00:00"),
        ("CET-1CEST,M3.5.0,M10.5.0/3", 1792888200, "2026-10-25T02:30:00.000+02:00"),
        ("CET-1CEST,M3.5.0,M10.5.0/3", 1792891800, "2026-10-25T02:30:00.000+01:00"),
        ("EST5", 0, "1970-01-01T00:00:00.000-05:00"),
        ("NPT-5:45", 1792888200, "2026-10-25T06:15:00.000+05:45"),
        ("UTC", -5, "1970-01-01T00:00:00.000+00:00"),
        ("UTC", 1e15, "9999-12-31T23:59:59.999+00:00"),
    ],
)
def test_the_clock_on_the_wall(zone: str, seconds: float, iso: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both sides of the night when the clocks go back; a dead battery's 1970; beyond all calendars."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    assert clock.moment(seconds).iso() == iso


def test_starred_ones_are_offered_the_newest_first(journal: Journal, hand: Clock) -> None:
    """Of every kind, page by page."""
    marked: list[Record] = []
    for number in range(6):
        hand.move(1)
        journal.add(check_in(journal))
        kept = GoodMoment(id=journal.new_id(), when=journal.now(), text=str(number), starred=True)
        marked.append(journal.add(kept if number % 2 else check_in(journal, starred=True)))
    first = journal.starred(limit=4)
    assert (*first, *journal.starred(first[-1], limit=4)) == tuple(reversed(marked))


# changing, deleting, bringing back


def test_a_change_moves_sums_and_place(journal: Journal, hand: Clock) -> None:
    """The record is in its new place, and the sums are of the new words only."""
    old = journal.add(check_in(journal, tags=("work",), distress=3))
    hand.move(5_000)
    other = journal.add(check_in(journal))
    new = replace(old, when=hand.now(), tags=("home",), distress=None, starred=True)
    assert journal.change(new, old) == new
    assert {record.id for record in journal.newest(CheckIn)} == {new.id, other.id}
    assert journal.starred() == (new,)
    assert set(journal.rated(t.TAG)) == {"home"}
    assert sums_are_right(journal)


def test_what_was_deleted_can_be_brought_back(journal: Journal) -> None:
    """Under the same id, as if nothing had been."""
    record = journal.add(check_in(journal, distress=5, tags=("work",)))
    before = journal.tallies()
    assert journal.delete(record.id) == record
    assert journal.get(record.id) is None
    assert journal.tallies() == t.Tallies()
    assert journal.delete(record.id) is None
    assert journal.add(record) == record
    assert journal.tallies() == before


def test_adding_twice_is_adding_once(journal: Journal) -> None:
    """A save that was tried again after a fault is no second record."""
    record = check_in(journal, distress=5)
    journal.add(record)
    assert journal.add(record) == record
    assert journal.count(CheckIn) == 1
    assert sums_are_right(journal)


def test_of_two_windows_that_change_one_record_neither_loses_a_word(journal: Journal, paths: Paths) -> None:
    """The second edit, begun before the first was saved, stands beside it."""
    record = journal.add(check_in(journal, note="began"))
    one, two = replace(record, note="one window"), replace(record, note="another window")
    Journal(paths).change(one, record)
    kept = journal.change(two, record)
    assert kept.id != record.id
    assert {found.note for found in journal.newest(CheckIn)} == {"one window", "another window"}
    assert journal.change(two, record) == kept
    assert journal.count(CheckIn) == 2
    assert sums_are_right(journal)


def test_a_change_of_what_was_deleted_meanwhile_comes_back(journal: Journal, paths: Paths) -> None:
    """The words that were typed are kept."""
    record = journal.add(check_in(journal))
    Journal(paths).delete(record.id)
    new = replace(record, note="typed meanwhile")
    assert journal.change(new, record) == new
    assert journal.newest(CheckIn) == (new,)


def test_what_was_deleted_leaves_no_word_behind(journal: Journal, paths: Paths) -> None:
    """Neither in the file nor beside it: note, own feeling, tag, and what a change took out."""
    words = ("xylophone", "quagmire", "zeppelin", "marmalade")
    note, feeling, tag, changed = words
    for _ in range(20):
        journal.add(check_in(journal, note="padding " * 500))
    gone = journal.add(check_in(journal, note=note * 2000, feelings=(feeling,), tags=(tag,)))
    kept = journal.add(check_in(journal, note=changed))
    in_file = _bytes_in(paths)
    assert all(word.encode() in in_file for word in words)
    journal.delete(gone.id)
    journal.change(replace(kept, note="other words"))
    in_file = _bytes_in(paths)
    assert [word for word in words if word.encode() in in_file] == []
    assert b"padding" in in_file


def _bytes_in(paths: Paths) -> bytes:
    data = b""
    for name in os.listdir(paths.data):
        with open(os.path.join(paths.data, name), "rb") as file:
            data += file.read()
    return data


# what is not saved


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"note": "x" * (LONGEST_TEXT + 1)}, "longer than 20000 characters"),
        ({"distress": 11}, "from 0 to 10"),
        ({"urge": -1}, "from 0 to 10"),
        ({"tags": ("a",) * 101}, "more than 100"),
    ],
)
def test_what_is_out_of_range_is_refused_calmly(
    values: dict[str, object], said: str, journal: Journal, paths: Paths
) -> None:
    """One sentence, nothing written, and the caller still has the words."""
    with pytest.raises(NotSaved, match=said) as refused:
        journal.add(check_in(journal, **values))
    assert "check-in" in str(refused.value)
    assert not os.path.exists(paths.journal_file)


def test_another_window_that_saves_for_long_is_waited_for_and_then_said(
    journal: Journal, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Saving says who is in the way and keeps what was there; reading goes on meanwhile."""
    assert journal_schema.BUSY_MS >= 5_000
    monkeypatch.setattr(journal_schema, "BUSY_MS", 50)
    record = journal.add(check_in(journal))
    journal.close()
    with opened(paths.journal_file) as other:
        other.execute("BEGIN IMMEDIATE")
        assert journal.newest(CheckIn) == (record,)
        with pytest.raises(NotSaved, match="another copecli is saving right now"):
            journal.add(check_in(journal))
        with pytest.raises(NotSaved, match="another copecli is saving right now"):
            journal.delete(record.id)
        other.execute("ROLLBACK")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(JournalUnreadable, match="another copecli is using it"):
            journal.newest(CheckIn)
        other.execute("ROLLBACK")
    journal.add(check_in(journal))
    assert journal.count(CheckIn) == 2


# files that are strange


def test_a_record_that_cannot_be_read_costs_itself_only(journal: Journal, paths: Paths) -> None:
    """It is passed over, counted, exported as it is, and can be deleted; the sums come right."""
    records = [journal.add(check_in(journal, distress=number)) for number in range(3)]
    journal.close()
    with opened(paths.journal_file) as other:
        other.execute("UPDATE record SET line = ? WHERE id = ?", ('{"format": 9}', records[1].id))
    assert journal.newest(CheckIn) == (records[2], records[0])
    assert journal.passed_over == 1
    assert journal.get(records[1].id) is None
    lines: list[bytes] = []
    journal.lines(lines.extend)
    assert b'{"format": 9}' in lines
    journal.delete(records[1].id)
    assert journal.tallies() == tallies_of([records[0], records[2]])


def test_what_is_no_journal_is_left_alone(journal: Journal, paths: Paths) -> None:
    """Text, another program's database, a folder: a sentence, and not one byte is changed."""
    os.makedirs(paths.data)
    for make in (_text, _database_of_records, _database):
        make(paths.journal_file)
        with open(paths.journal_file, "rb") as file:
            before = file.read()
        for ask in (lambda: journal.newest(CheckIn), journal.tallies, journal.look_through):
            with pytest.raises(JournalUnreadable, match="Help now still work") as said:
                ask()
            assert paths.journal_file in str(said.value)
        with pytest.raises(NotSaved, match="could not be saved"):
            journal.add(check_in(journal))
        with open(paths.journal_file, "rb") as file:
            assert file.read() == before
        os.unlink(paths.journal_file)
    os.mkdir(paths.journal_file)
    with pytest.raises(JournalUnreadable):
        journal.newest(CheckIn)
    with pytest.raises(NotSaved):
        journal.add(check_in(journal))


def _text(path: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write("Dear diary, this is no database at all. " * 50)


def _database_of_records(path: str) -> None:
    with opened(path) as other:
        other.execute("CREATE TABLE record (id)")


def _database(path: str) -> None:
    with opened(path) as other:
        other.execute("CREATE TABLE visits (place)")


def test_what_a_newer_copecli_made_can_be_read_and_not_written(journal: Journal, paths: Paths) -> None:
    """Its records are listed; a save says why not; the file stays as it is."""
    record = journal.add(check_in(journal, distress=4))
    journal.close()
    with opened(paths.journal_file) as other:
        other.execute("PRAGMA user_version = 99")
        other.execute("CREATE TABLE something_new (a)")
        other.execute("ALTER TABLE record ADD COLUMN colour TEXT")
    before = _bytes_in(paths)
    assert journal.newest(CheckIn) == (record,)
    assert journal.rated(t.MONTH)["2026-11"].count == 1
    assert all_of(journal) == [record]
    with pytest.raises(NotSaved, match="a newer copecli made it"):
        journal.add(check_in(journal))
    with pytest.raises(NotSaved, match="a newer copecli made it"):
        journal.delete(record.id)
    assert _bytes_in(paths) == before


def test_a_file_that_goes_or_is_another_is_seen(journal: Journal, paths: Paths) -> None:
    """What is saved after that is in the file that is there, and in no file that has no name."""
    journal.add(check_in(journal, note="first"))
    os.unlink(paths.journal_file)
    assert journal.newest(CheckIn) == ()
    journal.add(check_in(journal, note="second"))
    journal.close()
    os.rename(paths.journal_file, paths.journal_file + ".kept")
    journal.add(check_in(journal, note="third"))
    os.replace(paths.journal_file + ".kept", paths.journal_file)
    journal.add(check_in(journal, note="fourth"))
    assert [record.note for record in Journal(paths).newest(CheckIn)] == ["fourth", "second"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need leave there")
def test_a_link_is_followed(journal: Journal, paths: Paths, tmp_path: Path) -> None:
    """A journal that somebody keeps elsewhere stays there."""
    os.makedirs(paths.data)
    elsewhere = tmp_path / "elsewhere.db"
    os.symlink(elsewhere, paths.journal_file)
    record = journal.add(check_in(journal))
    assert os.path.islink(paths.journal_file)
    assert elsewhere.exists()
    assert Journal(paths).newest(CheckIn) == (record,)


def test_an_empty_file_is_an_empty_journal(journal: Journal, paths: Paths) -> None:
    """A save that was cut short before its first byte is in nobody's way."""
    os.makedirs(paths.data)
    with open(paths.journal_file, "wb"):
        pass
    assert journal.newest(CheckIn) == ()
    journal.add(check_in(journal))
    assert journal.count(CheckIn) == 1


def damaged(journal: Journal, paths: Paths) -> None:
    """Fill the journal and damage it where a save does not come near."""
    for number in range(200):
        journal.add(check_in(journal, note=f"{number} " * 30))
    journal.close()
    with open(paths.journal_file, "r+b") as file:
        file.seek(
            file.read().index(b"50 50 50") // 4096 * 4096 + 3
        )  # how many cells a page of old records has
        file.write(b"\x7f")
    journal.add(check_in(journal))  # the file was looked through today


def test_damage_is_found_right_after_the_first_save_of_a_day(paths: Paths, hand: Clock) -> None:
    """The save is told; then the damage is, and nothing is written to the file any more, by anybody."""
    told: list[CopeError] = []
    journal = Journal(paths, now=hand.now, tell=told.append)
    damaged(journal, paths)
    hand.move(DAY_MS)
    kept = journal.add(check_in(journal))
    assert journal.get(kept.id) == kept
    journal.settle()
    assert [str(trouble) for trouble in told] == [
        f"Your journal is damaged: {paths.journal_file}. Nothing more is written to it. Your plan, exercises "
        "and Help now still work. You could move the file elsewhere and start a new one."
    ]
    before = _bytes_in(paths)
    hand.move(DAY_MS)
    for window in (journal, Journal(paths, now=hand.now)):
        with pytest.raises(NotSaved, match="the file is damaged"):
            window.add(check_in(window))
        with pytest.raises(JournalUnreadable, match="the file is damaged"):
            window.look_through()
    assert _bytes_in(paths) == before


def test_a_look_that_did_not_come_to_its_end_comes_before_the_next_save(
    paths: Paths, hand: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program was ended meanwhile; the file itself says that the look is due."""
    monkeypatch.setattr(journal_look, "beside", lambda _do: lambda: None)
    journal = Journal(paths, now=hand.now)
    damaged(journal, paths)
    hand.move(DAY_MS)
    journal.add(check_in(journal))
    before = _bytes_in(paths)
    with pytest.raises(NotSaved, match="the file is damaged"):
        Journal(paths, now=hand.now).add(check_in(journal))
    assert _bytes_in(paths) == before


def test_after_a_save_that_was_cut_short_the_look_comes_before_all_else(
    journal: Journal, paths: Paths, hand: Clock
) -> None:
    """What SQLite left beside the file says so: then nothing is read from a damaged one, nor written."""
    damaged(journal, paths)
    journal.close()
    with open(f"{paths.journal_file}-journal", "wb") as left:
        left.write(b"begun")
    with pytest.raises(JournalUnreadable, match="the file is damaged"):
        Journal(paths, now=hand.now).newest(CheckIn, limit=1)
    before = _bytes_in(paths)
    with pytest.raises(NotSaved, match="the file is damaged"):
        Journal(paths, now=hand.now).add(check_in(journal))
    assert _bytes_in(paths) == before


def test_a_whole_file_is_looked_through_once_a_day_and_no_save_waits_for_it(
    paths: Paths, hand: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the very first save, of a file with nothing in it, has it done before."""
    looks: list[str] = []
    at_work: list[str] = []

    def look(db: apsw.Connection) -> None:
        looks.extend(at_work)
        quick_check(db)

    quick_check = journal_look.quick_check
    beside: list[Callable[[], None]] = []

    def held_back(do: Callable[[], None]) -> Callable[[], None]:
        beside.append(do)
        return lambda: None

    monkeypatch.setattr(journal_look, "quick_check", look)
    monkeypatch.setattr(journal_look, "beside", held_back)
    journal = Journal(paths, now=hand.now)
    at_work[:] = ["in the save"]
    journal.add(check_in(journal))
    for _ in range(2):
        hand.move(DAY_MS)
        at_work[:] = ["in the save"]
        journal.add(check_in(journal))
        at_work[:] = ["after it"]
        beside.pop()()
        at_work[:] = ["in the save"]
        journal.add(check_in(journal))
    assert looks == ["in the save", "after it", "after it"]
    assert beside == []


def test_a_file_that_another_window_is_making_is_taken_for_ours(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is read of it is of one moment, so a half of it never looks like a stranger's."""
    os.makedirs(paths.data)
    with opened(paths.journal_file) as db, opened(paths.journal_file) as other:
        number = journal_schema.number

        def read(db: apsw.Connection, pragma: str) -> int:
            found = number(db, pragma)
            monkeypatch.undo()
            with suppress(apsw.BusyError):
                journal_schema.upgrade(other)
            return found

        monkeypatch.setattr(journal_schema, "number", read)
        assert journal_schema.version_of(db) == 0


def test_the_settings_are_those_that_lost_nothing(journal: Journal) -> None:
    """What SQLite says of the connection that is really used."""
    journal.add(check_in(journal))
    wanted = {
        "journal_mode": "truncate", "synchronous": 2, "secure_delete": 1, "temp_store": 2,
        "trusted_schema": 0, "cell_size_check": 1, "fullfsync": 1, "user_version": 1,
        "application_id": 0x636F7065, "busy_timeout": 5000,
    }  # fmt: skip

    def ask(db: apsw.Connection) -> dict[str, object]:
        return {name: next(iter(db.execute(f"PRAGMA {name}")))[0] for name in wanted}

    assert journal._file.read(ask) == wanted


def test_what_a_screen_waits_for_goes_by_an_index(journal: Journal) -> None:
    """No question scans the records or sorts them."""
    journal.add(check_in(journal))
    asked: list[str] = []

    def listen(db: apsw.Connection) -> None:
        db.trace_v2(apsw.SQLITE_TRACE_STMT, lambda event: asked.append(event["sql"]))

    journal._file.read(listen)
    journal.newest(CheckIn)
    journal.starred()
    journal.of_period(CheckIn, 0, 1)
    journal.get("x")
    journal.count(CheckIn)
    journal.rated(t.TAG)
    all_of(journal)
    assert len(asked) >= 7

    def steps_of(db: apsw.Connection, sql: str) -> list[str]:
        return [str(row[3]) for row in db.execute("EXPLAIN QUERY PLAN " + sql.replace("?", "1"))]

    for sql in asked:
        if "NOT IN" in sql:  # of kinds that no copecli has made yet
            continue
        steps = journal._file.read(lambda db, sql=sql: steps_of(db, sql)) or []  # type: ignore[misc]
        assert steps
        assert not [
            step for step in steps if step.startswith(("SCAN record", "USE TEMP")) and "INDEX" not in step
        ]


def test_a_use_is_kept_by_skill_and_state(journal: Journal) -> None:
    """What helped can be asked for by itself."""
    journal.add(Use(id=journal.new_id(), when=journal.now(), skill="walk", state="numb", ease="easier"))
    (helped,) = journal.helped()
    assert (helped.skill, helped.state, helped.uses, helped.easier) == ("walk", "numb", 1, 1)
    assert sums_are_right(journal)

"""Everything out and in again: the same bytes, nothing written over, whole or not at all."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copecli.core.checkin import CheckIn
from copecli.core.errors import NothingFound, NotSaved, Unreadable
from copecli.core.plan import COPING, PEOPLE, Item, Plan
from copecli.core.record_format import to_line
from copecli.desk import Desk
from copecli.documents.text import plan_as_text
from copecli.system import config, data_export, lines_file, plan_store
from copecli.system.data_export import PLAN_ASIDE, PLAN_KNOWN, PLAN_TAKEN, TakenIn
from copecli.system.forget import forget
from copecli.system.journal import Journal
from copecli.system.paths import Paths, find
from tests.journals import records
from tests.strategies import plans

if TYPE_CHECKING:
    from pathlib import Path

    from copecli.core.records import Record

OLD = Plan().add(COPING, Item("a", "Make tea"))
NEW = OLD.add(PEOPLE, Item("b", "A friend", "555-0100"))


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The places of a fresh home."""
    return find({}, str(tmp_path / "home"))


def exported(paths: Paths) -> bytes:
    """Return an export."""
    parts: list[bytes] = []
    journal = Journal(paths)
    done = data_export.export(paths, journal, parts.append)
    journal.close()
    assert done.lines == len(parts)
    return b"".join(parts)


def taken(paths: Paths, data: bytes) -> TakenIn:
    """Take an export in."""
    journal = Journal(paths)
    try:
        return data_export.take_in(paths, journal, data.split(b"\n"), plan_as_text)
    finally:
        journal.close()


def filled(paths: Paths, count: int = 3) -> list[CheckIn]:
    """Save a plan, a change of it, and some check-ins."""
    stored = plan_store.save(paths, OLD, plan_as_text, None)
    plan_store.save(paths, NEW, plan_as_text, stored.digest)
    journal = Journal(paths)
    found = [
        journal.add(CheckIn(id=journal.new_id(), when=journal.now(), note=str(number), tags=("work",)))
        for number in range(count)
    ]
    journal.close()
    return found


def every_file(paths: Paths) -> dict[str, bytes]:
    """Return what lies in the data directory."""
    found = {}
    for place, _below, names in os.walk(paths.data):
        for name in names:
            with open(os.path.join(place, name), "rb") as file:
                found[os.path.join(place, name)] = file.read()
    return found


def test_an_export_of_nothing_is_nothing_and_makes_nothing(paths: Paths) -> None:
    """Not even a folder."""
    assert exported(paths) == b""
    assert not os.path.exists(paths.data)


def test_each_line_is_json_and_the_plan_comes_first(paths: Paths) -> None:
    """Then its older versions, then the records in the order of time; all of it can be printed."""
    records = filled(paths)
    lines = exported(paths).decode().splitlines()
    documents = [json.loads(line) for line in lines]
    assert [found["kind"] for found in documents] == ["plan", "plan-version", *["check-in"] * 3]
    assert documents[0]["people"] == [{"id": "b", "text": "A friend", "phone": "555-0100"}]
    assert [found["id"] for found in documents[2:]] == [record.id for record in records]
    assert all(line.isprintable() for line in lines)
    assert all(found["format"] == 1 for found in documents)


@given(plan=plans(), older=plans(), found=st.lists(records, max_size=4, unique_by=lambda record: record.id))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_out_erased_in_and_out_again_is_the_same(
    plan: Plan, older: Plan, found: list[Record], paths: Paths
) -> None:
    """Byte for byte; and taking it in once more changes not one byte on the disk."""
    forget(paths, "all")
    try:
        stored = plan_store.save(paths, older, plan_as_text, None)
        plan_store.save(paths, plan, plan_as_text, stored.digest)
    except NotSaved:
        return  # a plan that plan.toml cannot hold
    journal = Journal(paths)
    for record in found:
        journal.add(record)
    journal.close()
    first = exported(paths)
    forget(paths, "all")
    assert exported(paths) == b""
    taken(paths, first)
    assert exported(paths) == first
    on_disk = every_file(paths)
    again = taken(paths, first)
    assert (again.new, again.beside, again.versions, again.unread) == (0, 0, 0, 0)
    assert exported(paths) == first
    assert set(every_file(paths)) - set(on_disk) == set() or again.plan == PLAN_ASIDE


def test_versions_come_back_under_their_names(paths: Paths) -> None:
    """With every byte, also those that no TOML reader would take."""
    filled(paths)
    (name,) = os.listdir(paths.plan_history)
    with open(paths.plan_file, "ab") as file:
        file.write(b"\n= \xff\xfe not TOML\n")
    plan_store.restore(paths, name, plan_as_text)
    before = every_file(paths)
    assert any(b"\xff\xfe" in data for data in before.values())
    first = exported(paths)
    forget(paths, "plan")
    taken(paths, first)
    assert {path: data for path, data in every_file(paths).items() if "plan.history" in path} == {
        path: data for path, data in before.items() if "plan.history" in path
    }


def test_a_plan_that_cannot_be_read_is_exported_as_it_lies_there(paths: Paths, tmp_path: Path) -> None:
    """Every byte of it comes along, and becomes an older version elsewhere."""
    filled(paths)
    with open(paths.plan_file, "wb") as file:
        file.write(b"coping = [ half a plan \xff")
    data = exported(paths)
    elsewhere = find({}, str(tmp_path / "elsewhere"))
    assert taken(elsewhere, data).plan == PLAN_ASIDE
    assert b"coping = [ half a plan \xff" in every_file(elsewhere).values()
    assert len(plan_store.versions(elsewhere)) == 2


def test_the_plan_here_stays_and_the_other_is_an_older_version(paths: Paths, tmp_path: Path) -> None:
    """Once, however often it comes."""
    filled(paths)
    data = exported(paths)
    elsewhere = find({}, str(tmp_path / "elsewhere"))
    mine = Plan().add(COPING, Item("z", "Walk"))
    plan_store.save(elsewhere, mine, plan_as_text, None)
    assert taken(elsewhere, data).plan == PLAN_ASIDE
    assert plan_store.load(elsewhere).plan == mine
    kept = [plan_store.read_version(elsewhere, version.name) for version in plan_store.versions(elsewhere)]
    assert NEW in kept
    assert OLD in kept
    on_disk = every_file(elsewhere)
    assert taken(elsewhere, data).plan == PLAN_KNOWN
    assert every_file(elsewhere) == on_disk


def test_a_damaged_plan_here_is_not_written_over(paths: Paths, tmp_path: Path) -> None:
    """The plan from elsewhere is one of the older versions, from where it can be restored."""
    filled(paths)
    data = exported(paths)
    elsewhere = find({}, str(tmp_path / "elsewhere"))
    os.makedirs(elsewhere.data)
    with open(elsewhere.plan_file, "wb") as file:
        file.write(b"half a plan")
    assert taken(elsewhere, data).plan == PLAN_ASIDE
    with open(elsewhere.plan_file, "rb") as file:
        assert file.read() == b"half a plan"
    assert NEW in [plan_store.read_version(elsewhere, found.name) for found in plan_store.versions(elsewhere)]


def test_same_id_other_words_are_both_kept(paths: Paths) -> None:
    """The record here stays; the other is beside it, once, however often it comes."""
    (first, *_others) = filled(paths)
    data = exported(paths)
    journal = Journal(paths)
    journal.change(replace(first, note="edited since"))
    journal.close()
    found = taken(paths, data)
    assert (found.new, found.known, found.beside) == (0, 2, 1)
    notes = sorted(record.note for record in Journal(paths).newest(CheckIn))
    assert notes == ["0", "1", "2", "edited since"]
    found = taken(paths, data)
    assert (found.new, found.known, found.beside) == (0, 3, 0)
    assert Journal(paths).count(CheckIn) == 4


def test_lines_that_cannot_be_read_are_named_and_the_others_come(paths: Paths) -> None:
    """By their number; empty lines, a BOM and ends of Windows are no trouble."""
    records = filled(paths)
    lines = [to_line(record) for record in records]
    forget(paths, "all")
    data = b"\r\n".join(
        [lines[0], b"", b"nonsense", lines[1], b'{"format": 1, "kind": "dream"}', b"\xff", lines[2]]
    )
    found = taken(paths, data)
    assert (found.new, found.unread) == (3, 3)
    assert [number for number, _problem in found.problems] == [3, 5, 6]
    many = taken(paths, b"\n".join([b"x"] * 50))
    assert (many.unread, len(many.problems)) == (50, data_export.MOST_UNREAD)
    assert many.nothing


def test_a_plan_alone_makes_no_journal(paths: Paths) -> None:
    """Nothing is made that nobody saved."""
    found = taken(paths, b'{"format": 1, "kind": "plan", "coping": [{"id": "a", "text": "Make tea"}]}')
    assert found.plan == PLAN_TAKEN
    assert plan_store.load(paths).plan == OLD
    assert not os.path.exists(paths.journal_file)


def kept(paths: Paths, **values: tuple[str, ...]) -> None:
    """Keep pins, notes and what is hidden, beside what is kept there."""
    settings, _troubles = config.load(paths)
    for key, found in values.items():
        settings = settings.with_value(key.replace("_", "-"), found)
    config.save(paths, settings)


def test_notes_pins_and_what_was_hidden_come_along(paths: Paths, tmp_path: Path) -> None:
    """Into a home that has its own: what is there stays first, two notes stand beside each other."""
    notes = ("stop: at work", "counting: by threes")
    kept(paths, pinned=("stop", "five-senses"), hidden=("sighing",), skill_notes=notes)
    kept(paths, pinned_lines=("ie-pieta",))
    data = exported(paths)
    (document,) = map(json.loads, data.splitlines())
    assert document == {
        "format": 1,
        "kind": "kept",
        "pinned": ["stop", "five-senses"],
        "hidden": ["sighing"],
        "pinned-lines": ["ie-pieta"],
        "skill-notes": ["stop: at work", "counting: by threes"],
    }
    there = find({}, str(tmp_path / "other"))
    kept(there, pinned=("counting", "stop"), skill_notes=("stop: on the bus",))
    found = taken(there, data)
    assert (found.kept, found.kept_known, found.nothing) == (5, 1, False)
    now, troubles = config.load(there)
    assert (now.pinned, now.hidden) == (("counting", "stop", "five-senses"), ("sighing",))
    assert now.pinned_lines == ("ie-pieta",)
    assert now.skill_notes == ("stop: on the bus", "stop: at work", "counting: by threes")
    again = taken(there, data)
    assert (again.kept, again.kept_known, troubles) == (0, 6, ())
    assert config.load(there)[0] == now
    assert Desk({}, there).note_to("stop") == "on the bus / at work"


def test_a_line_of_what_is_kept_that_is_wrong_is_named(paths: Paths) -> None:
    """And the others come; settings that cannot be read are named in an export."""
    lines = (
        b'{"format": 1, "kind": "kept", "pinned": ["../etc"]}\n'
        b'{"format": 2, "kind": "kept", "pinned": ["stop"]}\n'
        b'{"format": 1, "kind": "kept", "pinned": ["stop"], "of-later": 7}\n'
    )
    found = taken(paths, lines)
    assert (found.kept, found.unread) == (1, 2)
    with open(paths.config_file, "w", encoding="utf-8") as file:
        file.write("pinned = [")
    journal = Journal(paths)
    assert data_export.export(paths, journal, lambda _line: None).left_out == (paths.config_file,)
    journal.close()


def test_nothing_at_all_is_said(paths: Paths) -> None:
    """An empty file is told like one."""
    with pytest.raises(NothingFound):
        taken(paths, b"\n\n")


def test_it_is_whole_or_not_at_all(paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the plan cannot be saved, or the file cannot be read to its end, no record comes in either."""
    filled(paths)
    lines = exported(paths).splitlines()
    elsewhere = find({}, str(tmp_path / "elsewhere"))
    journal = Journal(elsewhere)
    kept = journal.add(CheckIn(id=journal.new_id(), when=journal.now(), note="was here"))

    def refuse(*_args: object, **_options: object) -> None:
        raise NotSaved("no")

    with monkeypatch.context() as patch:
        patch.setattr(data_export, "save", refuse)
        with pytest.raises(NotSaved):
            data_export.take_in(elsewhere, journal, lines, plan_as_text)

    def breaking() -> object:
        yield from lines[:-1]
        raise Unreadable("the disk broke")

    with pytest.raises(Unreadable):
        data_export.take_in(elsewhere, journal, breaking(), plan_as_text)  # type: ignore[arg-type]
    assert journal.newest(CheckIn) == (kept,)
    assert data_export.take_in(elsewhere, journal, lines, plan_as_text).new == 3


def test_a_file_is_read_line_by_line_with_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that is too long costs itself; a BOM in front and a missing end are no trouble."""
    monkeypatch.setattr(lines_file, "LONGEST_LINE", 10)
    path = tmp_path / "lines"
    path.write_bytes(b"\xef\xbb\xbfabc\r\n" + b"x" * 35 + b"\n0123456789\n" + b"y" * 11 + b"\nlast")
    assert list(lines_file.lines_of(str(path))) == [b"abc", None, b"0123456789", None, b"last"]


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    """A folder, a pipe, nothing: a sentence, and nothing hangs."""
    with pytest.raises(NothingFound):
        list(lines_file.lines_of(str(tmp_path / "nothing")))
    with pytest.raises(Unreadable):
        list(lines_file.lines_of(str(tmp_path)))
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(Unreadable):
            list(lines_file.lines_of(str(tmp_path / "pipe")))

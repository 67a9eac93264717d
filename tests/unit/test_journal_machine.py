"""Any sequence of saves, edits, deletes, imports, crashes and restarts equals a dictionary of records."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from copecli.core.checkin import CheckIn
from copecli.core.ids import derived_id
from copecli.core.record_format import KINDS, from_line, to_line
from copecli.core.records import Record
from copecli.core.tallying import tallies_of
from copecli.core.uses import Use
from copecli.core.when import When
from copecli.documents.text import plan_as_text
from copecli.system import data_export
from copecli.system.data_export import export
from copecli.system.forget import forget
from copecli.system.journal import Journal
from copecli.system.paths import find
from tests.journals import records

POOL = tuple(derived_id(b"%d" % number) for number in range(4))
"""Few ids, so that they meet."""


class Crash(Exception):
    """The power went."""


class Model:
    """What the journal ought to hold: records by id."""

    def __init__(self) -> None:
        self.records: dict[str, Record] = {}

    def add(self, record: Record) -> None:
        """Put it in, beside another of its id where that one differs."""
        there = self.records.get(record.id)
        if there is None:
            self.records[record.id] = record
        elif to_line(there) != to_line(record):
            self.add(replace(record, id=derived_id(to_line(record))))

    def of_kind(self, kind: str) -> list[Record]:
        """Return the records of a kind, the oldest first."""
        found = [record for record in self.records.values() if record.kind == kind]
        return sorted(found, key=lambda record: (record.when.utc_ms, record.id))

    def lines(self) -> list[bytes]:
        """Return what an export holds."""
        return [to_line(record) for kind in KINDS for record in self.of_kind(kind)]


def normal(record: Record) -> Record:
    """Return the record as it is once it was written: halves of a letter that meet have become it."""
    return from_line(to_line(record))


class JournalMachine(RuleBasedStateMachine):
    """The journal beside its model."""

    drawn = Bundle("drawn")

    @initialize()
    def begin(self) -> None:
        """Begin with nothing."""
        self.home = tempfile.mkdtemp()
        self.paths = find({}, self.home)
        self.day = 20_000
        self.journal = self.opened()
        self.model = Model()
        self.exports: list[tuple[list[bytes], Model]] = []

    def opened(self) -> Journal:
        """Return a journal of a new start; each one is on another day."""
        self.day += 1
        when = When(self.day * 86_400_000)
        return Journal(self.paths, now=lambda: when)

    @rule(target=drawn, record=records, record_id=st.sampled_from(POOL))
    def draw(self, record: Record, record_id: str) -> Record:
        """Save one more record; sooner or later another of its id is there already."""
        record = normal(replace(record, id=record_id))
        self.add(record)
        return record

    @rule(record=drawn)
    def add(self, record: Record) -> None:
        """Save it."""
        saved = self.journal.add(record)
        self.model.add(record)
        assert self.model.records[saved.id] == saved

    @rule(record=drawn, other=drawn)
    def change(self, record: Record, other: Record) -> None:
        """Save the words of one under the id of another, of whatever kind."""
        new = replace(other, id=record.id)
        assert self.journal.change(new) == new
        self.model.records[new.id] = new

    @rule(record=drawn, other=drawn, began=drawn)
    def change_what_another_window_changed(self, record: Record, other: Record, began: Record) -> None:
        """An edit that began with something else keeps both."""
        new, began = replace(other, id=record.id), replace(began, id=record.id)
        there = self.model.records.get(record.id)
        self.journal.change(new, began)
        if there in (None, began):
            self.model.records[new.id] = new
        else:
            self.model.add(new)

    @rule(record=drawn)
    def delete(self, record: Record) -> None:
        """Remove it, there or not."""
        assert self.journal.delete(record.id) == self.model.records.pop(record.id, None)

    @rule(record=drawn)
    def delete_and_bring_back(self, record: Record) -> None:
        """Undo leaves everything as it was."""
        found = self.journal.delete(record.id)
        if found is not None:
            assert self.journal.add(found) == found

    @rule()
    def reopen(self) -> None:
        """End and start again."""
        self.journal.close()
        self.journal = self.opened()

    @rule(record=drawn, other=drawn)
    def crash(self, record: Record, other: Record) -> None:
        """The connection is lost in the middle of a save: nothing of it is there."""

        def lose() -> None:
            raise Crash

        lines = [(found, to_line(found)) for found in (record, other)]
        with pytest.raises(Crash):
            self.journal.take_in(iter(lines), lose)
        self.journal.close()
        self.journal = self.opened()

    @rule()
    def export(self) -> None:
        """Write everything out, and keep it."""
        self.exports.append((self.exported(), self.snapshot()))

    @rule(data=st.data(), twice=st.booleans())
    def take_in(self, data: st.DataObject, twice: bool) -> None:
        """Take an export in, once or twice: what differs is kept beside."""
        if not self.exports:
            return
        lines, then = data.draw(st.sampled_from(self.exports), label="export")
        if not lines:
            return
        data_export.take_in(self.paths, self.journal, lines, plan_as_text)
        if twice:
            found = data_export.take_in(self.paths, self.journal, lines, plan_as_text)
            assert (found.new, found.beside, found.unread) == (0, 0, 0)
        for kind in KINDS:
            for record in then.of_kind(kind):
                self.model.add(record)

    @rule()
    def erase_and_take_in(self) -> None:
        """Export, forget, import: the next export is the same, byte for byte."""
        lines = self.exported()
        self.journal.close()
        forget(self.paths, "all")
        self.journal = self.opened()
        assert self.exported() == []
        if lines:
            data_export.take_in(self.paths, self.journal, lines, plan_as_text)
        assert self.exported() == lines

    @rule()
    def recount(self) -> None:
        """Counting anew changes nothing."""
        self.journal.recount()

    def exported(self) -> list[bytes]:
        """Return the lines of an export."""
        lines: list[bytes] = []
        export(self.paths, self.journal, lambda line: lines.append(line.removesuffix(b"\n")))
        return lines

    def snapshot(self) -> Model:
        """Return the model as it is now."""
        model = Model()
        model.records = dict(self.model.records)
        return model

    @invariant()
    def it_is_what_the_model_says(self) -> None:
        """Every question has the model's answer, and the sums are those of the records."""
        if not hasattr(self, "model"):
            return
        assert self.exported() == self.model.lines()
        assert self.journal.tallies() == tallies_of(self.model.records.values())
        for kind in (CheckIn, Use):
            wanted = self.model.of_kind(kind.kind)
            assert list(self.journal.newest(kind, limit=1000)) == wanted[::-1]
            assert self.journal.count(kind) == len(wanted)
        marked = [record for record in self.model.records.values() if record.starred]
        marked.sort(key=lambda record: (record.when.utc_ms, record.id), reverse=True)
        assert list(self.journal.starred(limit=1000)) == marked
        assert self.journal.passed_over == 0

    def teardown(self) -> None:
        """Take the files away."""
        if hasattr(self, "journal"):
            self.journal.close()
            shutil.rmtree(self.home)


TestJournal = JournalMachine.TestCase
TestJournal.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)


@pytest.mark.soak
def test_any_sequence_equals_the_model_for_long() -> None:
    """The long form."""
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        JournalMachine, settings=settings(max_examples=1_000, stateful_step_count=50, deadline=None)
    )

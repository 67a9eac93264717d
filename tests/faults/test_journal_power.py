"""A power cut at any moment of a save: what was told to be saved is there, whole, and so are its sums."""

from __future__ import annotations

import os
import random
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from copecli.core.checkin import CheckIn
from copecli.core.errors import CopeError
from copecli.core.fields import FormatProblem
from copecli.core.record_format import from_line
from copecli.core.tallying import tallies_of
from copecli.core.when import When
from copecli.system import journal_schema
from copecli.system.journal import Journal
from tests.faults.acts import places
from tests.faults.journal_power import Disk, watched

if TYPE_CHECKING:
    from pathlib import Path

    from copecli.core.records import Record

Records = dict[str, "Record"]


class Cuts:
    """Some saves, with a power cut after each thing that is done to the disk on the way."""

    def __init__(self, directory: Path, seed: int, each: int) -> None:
        self._paths = places(str(directory / "running"))
        self._found = places(str(directory / "found"))
        self._chance = random.Random(seed)
        self._each = each
        self._before: Records = {}
        self._after: Records = {}
        self._disk = Disk(self._cut)
        self.states = 0
        self.lost: list[str] = []
        """What was wrong in a state, in words."""

    def run(self) -> None:
        """Add, change and delete; each act is told once it is done."""
        journal = Journal(self._paths, now=lambda: When(1_795_000_000_000))
        with watched(self._disk):
            for number in range(4):
                new = CheckIn(
                    id=journal.new_id(),
                    when=journal.now(),
                    distress=number,
                    tags=("work",),
                    note="words " * 1200,
                )
                self._do({**self._before, new.id: new}, lambda new=new: journal.add(new))
                if number % 2:
                    other = replace(new, note="other " * 2400, distress=None)
                    self._do({**self._before, new.id: other}, lambda other=other: journal.change(other))
            first = min(self._before)
            left = {name: record for name, record in self._before.items() if name != first}
            self._do(left, lambda: journal.delete(first))
            journal.close()

    def _do(self, then: Records, act: object) -> None:
        self._after = then
        act()  # type: ignore[operator]
        self._before = then
        self._cut()

    def _cut(self) -> None:
        for _ in range(self._each):
            shutil.rmtree(self._found.data, ignore_errors=True)
            os.makedirs(self._found.data)
            self._disk.lay_out(self._found.data, self._chance)
            self.states += 1
            wrong = self._look()
            if wrong:
                self.lost.append(wrong)

    def _look(self) -> str:
        """Return what is wrong with what was found, or nothing."""
        journal = Journal(self._found)
        lines: list[bytes] = []
        try:
            journal.lines(lines.extend)
            found = {record.id: record for record in map(from_line, lines)}
            if found not in (self._before, self._after):
                return "an act that was told is not there"
            if journal.tallies() != tallies_of(found.values()):
                return "the sums are not those of the records"
            journal.look_through()
        except (CopeError, FormatProblem) as error:
            return str(error)
        finally:
            journal.close()
        return ""


def cuts(directory: Path, seed: int, each: int) -> Cuts:
    """Return what came of it; looking at what was found is not listened to."""
    found = Cuts(directory, seed, each)
    look = found._look

    def unheard() -> str:
        # SQLite reaches the files that were found by the same way; they are not of the disk that is tried.
        after, found._disk.after = found._disk.after, lambda: None
        files, found._disk.files = found._disk.files, {}
        try:
            return look()
        finally:
            found._disk.after, found._disk.files = after, files

    found._look = unheard  # type: ignore[method-assign]
    found.run()
    return found


def test_a_power_cut_at_any_moment_costs_nothing(tmp_path: Path) -> None:
    """After each write, cut and sync; whatever of it came to the disk."""
    seen = cuts(tmp_path, seed=1, each=4)
    assert seen.lost == []
    assert seen.states > 400


@pytest.mark.parametrize("worse", ["NORMAL", "OFF"])
def test_with_fewer_syncs_the_model_finds_losses(
    worse: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The test above can fail: it is the settings that it sees."""
    pragmas = tuple(p.replace("synchronous = FULL", f"synchronous = {worse}") for p in journal_schema.PRAGMAS)
    assert pragmas != journal_schema.PRAGMAS
    monkeypatch.setattr(journal_schema, "PRAGMAS", pragmas)
    assert cuts(tmp_path, seed=1, each=4).lost


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(4))
def test_many_power_cuts_cost_nothing(tmp_path: Path, seed: int) -> None:
    """The long form."""
    assert cuts(tmp_path, seed=10 + seed, each=60).lost == []

"""The power fails at any moment: the old content or the new, and what was said to be saved is there."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from copecli.core.errors import CopeError
from copecli.system import files, plan_history
from tests.faults.acts import ACTS, BY_NAME, Act, places
from tests.faults.power import Disk, lay_out, watched

if TYPE_CHECKING:
    from pathlib import Path

    from copecli.system.paths import Paths

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="directories cannot be synced there")

each_act = pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)


def lose_power(act: Act, root: Path) -> tuple[Disk, int]:
    """Do `act` and look at every state that a power cut could leave, at any moment; return how many."""
    home, elsewhere = root / "home", root / "elsewhere"
    home.mkdir()
    act.prepare(places(str(home)))
    disk = Disk.of(home)
    seen: set[tuple[tuple[str, bytes | None], ...]] = set()

    def look(*, saved: bool = False) -> None:
        for state in disk.states():
            key = tuple(sorted(state.items()))
            if key not in seen or saved:
                seen.add(key)
                lay_out(state, str(home), str(elsewhere))
                act.check(places(str(elsewhere)), saved)

    with watched(disk, look):
        act.do(places(str(home)))
    look(saved=True)
    return disk, len(seen)


@each_act
def test_no_moment_is_a_bad_one(act: Act, tmp_path: Path) -> None:
    """Every state after every operation is whole; after the act it is the new one."""
    _disk, states = lose_power(act, tmp_path)
    assert states >= 5


def test_the_order_is_the_one_that_keeps_it_whole(tmp_path: Path) -> None:
    """The version, then the plan, then its text; each written, synced, named, and its name synced."""
    disk, _states = lose_power(BY_NAME["save"], tmp_path)
    words = [
        " ".join("temporary" if ".cope-" in word else word for word in line.split()) for line in disk.log
    ]
    version = next(word for line in words for word in line.split() if "-2" in word and word.endswith(".toml"))

    def whole(name: str) -> list[str]:
        place = os.path.dirname(name)
        temporary = "temporary"
        return [
            f"create {temporary}", f"write {temporary}", f"sync {temporary}",
            f"replace {temporary} {name}", f"sync {place}",
        ]  # fmt: skip

    assert words == [
        "mkdir data/plan.history", "sync data",
        *whole(version), *whole("data/plan.toml"), *whole("data/plan.txt"),
    ]  # fmt: skip


class TestTheModelSees:
    """Each protection, taken out: the model finds the state that it was there for."""

    @staticmethod
    def fails(act: Act, root: Path) -> None:
        """Look for a bad state, and find one."""
        with pytest.raises((AssertionError, CopeError)):
            lose_power(act, root)

    @each_act
    def test_a_file_that_is_not_synced(
        self, act: Act, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Its name may come to the disk before its content: an empty plan."""
        sync = os.fsync

        def only_directories(descriptor: int) -> None:
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                sync(descriptor)

        monkeypatch.setattr(files, "_sync", only_directories)
        self.fails(act, tmp_path)

    @each_act
    def test_a_directory_that_is_not_synced(
        self, act: Act, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The new name may never come to the disk, though it was said to be saved."""
        monkeypatch.setattr(files, "_sync_directory", lambda _path: None)
        self.fails(act, tmp_path)

    def test_a_new_directory_whose_name_is_not_synced(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The first plan may lie in a directory that is not there."""
        monkeypatch.setattr(files, "_make_directories", lambda path: os.makedirs(path, exist_ok=True))
        self.fails(BY_NAME["first save"], tmp_path)

    def test_a_version_that_is_not_kept(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What was replaced must be somewhere."""

        def forget(_paths: Paths, _data: bytes) -> None:
            return None

        monkeypatch.setattr(plan_history, "keep", forget)
        self.fails(BY_NAME["save"], tmp_path)

    @each_act
    def test_writing_in_place(self, act: Act, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Emptying the old file and writing the new content into it leaves a moment with neither."""

        def in_place(path: str, data: bytes, _thing: str = "") -> None:
            if os.path.lexists(path):
                os.unlink(path)
            files._write_synced(path, data)
            files.sync_directory_of(path)

        for module in ("plan_store", "plan_history", "drafts", "config", "first_cache"):
            monkeypatch.setattr(f"copecli.system.{module}.atomic_write", in_place)
        self.fails(act, tmp_path)

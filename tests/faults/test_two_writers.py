"""Two windows, or four, that save at once: no word of any is lost."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from copecli.core.errors import NotSaved
from copecli.core.plan import COPING, PEOPLE, Item
from copecli.system import config, file_lock, plan_history, plan_store
from tests.faults.acts import OLD, as_text, leftovers, places

if TYPE_CHECKING:
    from pathlib import Path

    from copecli.core.plan import Plan
    from copecli.system.paths import Paths

COUNT = 25
"""Lines that each window adds."""


def write_together(directory: Path, windows: int, count: int) -> None:
    """Let so many processes add lines, all at once; each ends well."""
    with contextlib.ExitStack() as stack:
        running = [
            stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-m", "tests.faults.writing", str(directory), str(name), str(count)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    text=True,
                )
            )
            for name in range(windows)
        ]
        for process in running:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        for process in running:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        for process in running:
            _out, said = process.communicate(timeout=300)
            assert process.returncode == 0, said


def check_all_there(directory: Path, windows: int, count: int) -> None:
    """Every line of every window is in the plan, once; so is every setting; and every version can be read."""
    paths = places(str(directory))
    ids = [item.id for item in plan_store.load(paths).plan.of(COPING)]
    assert sorted(ids) == sorted(f"{name}-{number}" for name in range(windows) for number in range(count))
    for version in plan_store.versions(paths):
        plan_store.read_version(paths, version.name)
    settings, troubles = config.load(paths)
    assert troubles == ()
    assert settings.leave_out == ("cold",)
    assert settings.hidden == (f"exercise-{count - 1}",)
    assert leftovers(str(directory)) == []


@pytest.mark.parametrize("windows", [2, 4])
def test_no_window_overwrites_another(tmp_path: Path, windows: int) -> None:
    """Each adds to what it saw last, and finds it changed; all lines of all of them are there in the end."""
    write_together(tmp_path, windows, COUNT)
    check_all_there(tmp_path, windows, COUNT)


@pytest.mark.soak
def test_no_window_overwrites_another_for_long(tmp_path: Path) -> None:
    """The long form."""
    write_together(tmp_path, 4, 150)
    check_all_there(tmp_path, 4, 150)


class Race:
    """A second save that comes exactly between the first one's look at the plan and its write."""

    def __init__(self, directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.paths = places(str(directory))
        self.began = plan_store.save(self.paths, OLD, as_text, None)
        self.saved: list[Plan] = []
        self._keep = plan_history.keep
        self._second = threading.Thread(
            target=self._save, args=(OLD.add(COPING, Item("second", "Sit down")),)
        )
        monkeypatch.setattr(plan_history, "keep", self._meanwhile)

    def _save(self, plan: Plan) -> None:
        self.saved.append(plan_store.save(self.paths, plan, as_text, self.began.digest).plan)

    def _meanwhile(self, paths: Paths, data: bytes) -> None:
        if threading.current_thread() is not self._second:
            self._second.start()
            self._second.join(0.3)  # without a lock it is done by then; with one it waits for us
        self._keep(paths, data)

    def run(self) -> Plan:
        """Save, be interrupted, and return what is there in the end."""
        self._save(OLD.add(PEOPLE, Item("first", "Another friend", "555-0101")))
        self._second.join(30)
        assert len(self.saved) == 2
        return plan_store.load(self.paths).plan


def ids_of(plan: Plan) -> set[str]:
    """Return the ids of all lines."""
    return {item.id for items in plan.items.values() for item in items}


def test_a_save_in_the_middle_of_a_save_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both were told that they saved, and both are there."""
    assert ids_of(Race(tmp_path, monkeypatch).run()) == ids_of(OLD) | {"first", "second"}


@pytest.mark.skipif(sys.platform == "win32", reason="files that are open cannot be replaced there")
def test_without_the_lock_a_save_would_be_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above can fail: the lock is what it sees."""
    monkeypatch.setattr(file_lock, "_try_lock", lambda _descriptor: True)
    assert "second" not in ids_of(Race(tmp_path, monkeypatch).run())


def test_a_window_that_is_stopped_while_it_saves_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another waits a while and then says so; nothing is written, and it can be tried again."""
    paths = places(str(tmp_path))
    began = plan_store.save(paths, OLD, as_text, None)
    plan = OLD.add(COPING, Item("b", "Sit down"))
    monkeypatch.setattr(plan_store, "locked", lambda path, thing: file_lock.locked(path, thing, 0.05))
    with file_lock.locked(paths.plan_lock), pytest.raises(NotSaved, match="another copecli is saving"):
        plan_store.save(paths, plan, as_text, began.digest)
    assert plan_store.load(paths).plan == OLD
    assert os.listdir(paths.data).count("plan.history") == 0
    assert plan_store.save(paths, plan, as_text, began.digest).plan == plan

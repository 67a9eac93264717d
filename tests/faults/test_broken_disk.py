"""Whatever call fails, once or for ever: the old content or the new, whole, and never a false "saved"."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

import pytest

from copecli.core.errors import CopeError, NotSaved
from copecli.system import files
from tests.faults.acts import ACTS, Act, leftovers, places, sweep_all
from tests.faults.broken_disk import Fault, failing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CODES = {"full": errno.ENOSPC, "fault": errno.EIO}
MOST_CALLS = 400
"""No act makes more; a loop that never ends is a fault of the test."""

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="directories cannot be synced there")


def run(act: Act, directory: Path, fault: Fault) -> str:
    """Do `act` while `fault` happens; return "saved", what was said, or what else went wrong."""
    paths = places(str(directory))
    act.prepare(paths)
    before = _open_files()
    try:
        with failing(fault):
            act.do(paths)
    except NotSaved as error:
        outcome = str(error)
    except CopeError as error:  # what was there could not be read: nothing was written
        outcome = f"{type(error).__name__}: {error}"
    else:
        outcome = "saved"
    assert _open_files() == before, "a descriptor was left open"
    act.check(paths, outcome == "saved")
    return outcome


def _open_files() -> int:
    """Return the lowest descriptor that is free: it rises when one is left open."""
    descriptor = os.open(os.devnull, os.O_RDONLY)
    os.close(descriptor)
    return descriptor


def faults(code: int, for_ever: bool) -> Iterator[Fault]:
    """Yield a fault at the first call, the second, and so on, until the act no longer gets that far."""
    for at in range(1, MOST_CALLS):
        fault = Fault(code, at, for_ever)
        yield fault
        if not fault.fired:
            return
    raise AssertionError("an act makes calls without end")


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize("code", CODES.values(), ids=list(CODES))
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_any_call_may_fail(
    act: Act, code: int, for_ever: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Old or new, whole; saved only if it was; one calm sentence otherwise; nothing left after a sweep."""
    points, refused, outcome = 0, 0, ""
    for fault in faults(code, for_ever):
        directory = tmp_path / str(fault.at)
        directory.mkdir()
        outcome = run(act, directory, fault)
        points += bool(fault.fired)
        refused += outcome != "saved"
        with monkeypatch.context() as later:
            later.setattr(files, "STALE_SECONDS", -1.0)
            sweep_all(str(directory))
        assert leftovers(str(directory)) == []
    assert points >= 12
    assert refused >= 5
    assert outcome == "saved"


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_a_full_disk_is_called_one(act: Act, tmp_path: Path) -> None:
    """The first write that finds no room says so, in the words of the thing that was to be saved."""
    for fault in faults(errno.ENOSPC, for_ever=True):
        directory = tmp_path / str(fault.at)
        directory.mkdir()
        outcome = run(act, directory, fault)
        if fault.fired and fault.calls[fault.at - 1] == "write" and outcome != "saved":
            assert "the disk is full" in outcome
            assert "Nothing that was saved before is lost" in outcome
            return
    raise AssertionError("nothing was written")


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_what_was_half_written_is_taken_away_at_once(act: Act, tmp_path: Path) -> None:
    """A single failing call leaves no copy of a person's words even before the next start."""
    for fault in faults(errno.EIO, for_ever=False):
        directory = tmp_path / str(fault.at)
        directory.mkdir()
        run(act, directory, fault)
        assert leftovers(str(directory)) == []


@posix_only
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_every_sync_counts(act: Act, tmp_path: Path) -> None:
    """A sync that fails before what counts is in place is never passed over as saved."""
    refused = {"file": 0, "saved": 0}
    for fault in faults(errno.EIO, for_ever=True):
        directory = tmp_path / str(fault.at)
        directory.mkdir()
        outcome = run(act, directory, fault)
        if fault.fired and fault.calls[fault.at - 1] == "fsync":
            refused["saved" if outcome == "saved" else "file"] += 1
    # What stands beside (plan.txt, what the first words read) may fail; what was to be saved may not.
    assert refused["file"] >= 2
    assert refused["saved"] <= 2

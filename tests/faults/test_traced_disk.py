"""Faults of the real system calls, put in by strace: the same promises as with the disk of our own making."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.faults.acts import BY_NAME, leftovers, places, sweep_all
from tests.faults.child import MARK, NOT_SAVED, SAVED

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.needs_strace

SEEN = "%file,%desc,flock,fsync"
"""Kinds of calls that a save is made of."""


@dataclass(frozen=True, slots=True)
class Call:
    """A system call that the act makes."""

    name: str
    number: int
    """Which of the process's calls of that name it is, from 1."""
    line: str
    """What strace wrote about it."""


def trace(act: str, directory: Path, *options: str) -> tuple[int, list[str]]:
    """Do `act` in a traced process; return its exit code and the trace."""
    log = directory.with_suffix(".trace")
    tracer = ["strace", "-f", "--seccomp-bpf", "-y", "-qq", "-o", str(log), *options]
    done = subprocess.run(
        [*tracer, sys.executable, "-m", "tests.faults.child", act, str(directory)],
        check=False,
        capture_output=True,
        timeout=60,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"},
    )
    return done.returncode, log.read_text(encoding="utf-8", errors="replace").splitlines()


def calls_of(lines: list[str]) -> list[Call]:
    """Return the calls between the two marks."""
    counted: Counter[str] = Counter()
    marks = 0
    found: list[Call] = []
    for line in lines:
        words = line.split(maxsplit=1)
        name = words[1].partition("(")[0] if len(words) > 1 else ""
        counted[name] += 1
        if MARK in line:
            marks += 1
        elif marks == 1 and name.replace("_", "").isalnum():
            found.append(Call(name, counted[name], words[1]))
    assert marks == 2
    return found


def prepared(act: str, directory: Path) -> Path:
    """Return `directory`, made ready for `act`."""
    directory.mkdir(parents=True)
    BY_NAME[act].prepare(places(str(directory)))
    return directory


FAULTS = tuple((code, when) for when in ("", "+") for code in ("ENOSPC", "EIO"))
"""What a call says, and whether every later one says so too (+)."""


def calls_that_may_fail(act: str, tmp_path: Path) -> list[Call]:
    """Return the calls of the act where nothing fails."""
    _code, lines = trace(act, prepared(act, tmp_path / "calm"), "-e", f"trace={SEEN}")
    calls = calls_of(lines)
    names = {call.name for call in calls}
    assert {"write", "fsync", "close", "openat"} <= names
    assert names & {"rename", "renameat", "renameat2"}
    return calls


def refused(act: str, directory: Path, call: Call, code: str, when: str) -> bool:
    """Let the call fail, look at what is there then, and return whether it was said that it is not saved."""
    inject = f"inject={call.name}:error={code}:when={call.number}{when}"
    prepared(act, directory)
    outcome, lines = trace(act, directory, "-e", f"trace={call.name},?access,?faccessat2", "-e", inject)
    hit = [found.line for found in calls_of(lines) if "(INJECTED)" in found.line]
    assert hit, f"{call.line} was not hit"
    assert outcome in (SAVED, NOT_SAVED), f"{hit[0]}: an error that is not ours"
    BY_NAME[act].check(places(str(directory)), outcome == SAVED)
    sweep_all(str(directory))  # its process is dead, so everything of it is swept at once
    assert leftovers(str(directory)) == []
    return outcome == NOT_SAVED


@pytest.mark.parametrize("act", ["save", "draft"])
def test_any_system_call_may_fail(act: str, tmp_path: Path) -> None:
    """Every call of a plan's save and of a single file's, by its number, each in one of four ways."""
    calls = calls_that_may_fail(act, tmp_path)
    outcomes = [
        refused(act, tmp_path / str(place), call, *FAULTS[place % len(FAULTS)])
        for place, call in enumerate(calls)
    ]
    assert sum(outcomes) >= len(calls) // 4


@pytest.mark.soak
@pytest.mark.parametrize(("code", "when"), FAULTS)
@pytest.mark.parametrize("act", ["save", "draft"])
def test_any_system_call_may_fail_in_any_way(act: str, code: str, when: str, tmp_path: Path) -> None:
    """The long form."""
    for place, call in enumerate(calls_that_may_fail(act, tmp_path)):
        refused(act, tmp_path / str(place), call, code, when)


def test_the_system_is_asked_in_the_order_that_keeps_it_whole(tmp_path: Path) -> None:
    """Write, sync, close, rename, sync the directory: for the version, then the plan, then its text."""
    directory = prepared("save", tmp_path / "home")
    outcome, lines = trace("save", directory, "-e", f"trace={SEEN}")
    assert outcome == SAVED
    data = str(directory / "data")
    words: list[str] = []
    for call in calls_of(lines):
        name = call.name.removesuffix("at2").removesuffix("at")
        if name not in ("write", "fsync", "rename", "close"):
            continue
        paths = [word for word in call.line.replace("<", '"').replace(">", '"').split('"') if data in word]
        temporary = ".cope-" in paths[0]
        if name == "close" and not temporary:
            continue
        target = paths[-1].removeprefix(data).removeprefix("/").partition("-2")[0] if name == "rename" else ""
        where = "" if temporary else f" {os.path.basename(paths[0])}"
        words.append(f"{name}{where}{' to ' * bool(target)}{target}")

    def whole(target: str, place: str) -> list[str]:
        return ["write", "fsync", "close", f"rename to {target}", f"fsync {place}"]

    assert words == [
        "fsync data",  # of the new directory's name
        *whole("plan.history/00001", "plan.history"),
        *whole("plan.toml", "data"),
        *whole("plan.txt", "data"),
    ]

"""The journal under kill -9, two windows, a full disk, damaged bytes: what was told to be saved is there."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from copecli.core.checkin import CheckIn
from copecli.core.errors import CopeError, NotSaved
from copecli.core.tallying import tallies_of
from copecli.core.when import When
from copecli.system.journal import Journal, JournalUnreadable
from tests.faults.acts import places

if TYPE_CHECKING:
    from pathlib import Path

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork there")


def child(*words: str) -> dict[str, int]:
    """Run a module of this package and return what it saw."""
    done = subprocess.run(
        [sys.executable, "-m", *words], capture_output=True, text=True, check=False, timeout=900
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, int] = json.loads(done.stdout)
    return seen


@needs_fork
def test_a_killed_save_costs_nothing(tmp_path: Path) -> None:
    """Sixty processes, each killed at a moment that chance picks, some in the middle of writing."""
    seen = child("tests.faults.journal_killing", str(tmp_path), "60", "1")
    assert seen["acts"] >= 60
    assert seen["cut"] > 0, "no process was killed while it wrote: the test has seen nothing"


@needs_fork
@pytest.mark.soak
@pytest.mark.parametrize("seed", range(4))
def test_a_thousand_killed_saves_cost_nothing(tmp_path: Path, seed: int) -> None:
    """The long form."""
    seen = child("tests.faults.journal_killing", str(tmp_path), "1000", str(100 + seed))
    assert seen["cut"] > 50


def save_together(directory: Path, windows: int, count: int) -> None:
    """Let so many processes save at once; each ends well, and all of it is there."""
    with contextlib.ExitStack() as stack:
        running = [
            stack.enter_context(
                subprocess.Popen(
                    [
                        sys.executable,
                        "-m",
                        "tests.faults.journal_writing",
                        str(directory),
                        str(name),
                        str(count),
                    ],
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
    journal = Journal(places(str(directory)))
    found = journal.newest(CheckIn, limit=windows * count + 1)
    assert sorted((record.tags[1], int(record.note)) for record in found) == sorted(
        (str(name), number) for name in range(windows) for number in range(count)
    )
    assert journal.tallies() == tallies_of(found)
    assert journal.rated("tag")["both"].count == windows * count


def test_two_windows_lose_nothing(tmp_path: Path) -> None:
    """Two hundred saves, all at once, beginning with who makes the file."""
    save_together(tmp_path, 2, 100)


@pytest.mark.soak
def test_four_windows_lose_nothing(tmp_path: Path) -> None:
    """The long form."""
    save_together(tmp_path, 4, 500)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit there")
def test_a_disk_of_any_size_keeps_what_was_there(tmp_path: Path) -> None:
    """RLIMIT_FSIZE, from nothing to enough: each act is there whole, or it is said that the disk is full."""
    said = child("tests.faults.journal_small_disk", str(tmp_path))
    assert said.pop("saved") >= 3
    assert said
    assert all("the disk is full" in sentence for sentence in said), said


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal of some hundred records, the last of which is of yesterday."""
    directory = tmp_path_factory.mktemp("whole")
    journal = Journal(places(str(directory)), now=lambda: When(1_795_000_000_000))
    for number in range(300):
        journal.add(
            CheckIn(
                id=journal.new_id(),
                when=journal.now(),
                distress=number % 11,
                tags=(f"t{number % 20}",),
                note="words " * 20,
            )
        )
    journal.close()
    return directory


def damage(path: str, chance: random.Random) -> None:
    """Change some bytes, cut the file, or write over a part of it."""
    size = os.path.getsize(path)
    with open(path, "r+b") as file:
        match chance.randrange(4):
            case 0:
                file.truncate(chance.randrange(1, size))
            case 1:
                file.seek(chance.randrange(size))
                file.write(chance.randbytes(chance.randrange(1, 6000)))
            case 2:
                file.seek(chance.randrange(min(size, 100)))
                file.write(chance.randbytes(4))
            case _:
                for _ in range(chance.randrange(1, 40)):
                    file.seek(chance.randrange(size))
                    file.write(chance.randbytes(1))


def ask_everything(directory: str) -> tuple[int, int]:
    """Ask everything and save; return how many answers there were and how many refusals.

    Where the save was refused, the file is as it was, byte for byte; where damage was found after it, nothing
    is written to the file any more.
    """
    paths = places(directory)
    answers = refusals = 0
    with open(paths.journal_file, "rb") as file:
        before = file.read()
    found: list[CopeError] = []
    journal = Journal(paths, now=lambda: When(1_795_100_000_000), tell=found.append)
    held: list[bytes] = []
    said: list[str] = []
    asked = (
        lambda: journal.newest(CheckIn, limit=1000),
        journal.tallies,
        journal.starred,
        lambda: journal.count(CheckIn),
        lambda: journal.get("x"),
        lambda: journal.lines(held.extend),
        lambda: journal.of_days(CheckIn, "2026-01-01", "2026-12-31"),
    )
    for ask in asked:
        try:
            ask()
            answers += 1
        except JournalUnreadable as error:
            refusals += 1
            said.append(str(error))
    with open(paths.journal_file, "rb") as file:
        assert file.read() == before
    for _save in range(2):
        known = tuple(found)
        try:
            journal.add(CheckIn(id=journal.new_id(), when=journal.now()))
            assert not known, "it was written to after damage had been found in it"
            answers += 1
        except NotSaved as error:
            refusals += 1
            said.append(str(error))
            journal.close()
            with open(paths.journal_file, "rb") as file:
                assert file.read() == before
        journal.close()
        with open(paths.journal_file, "rb") as file:
            before = file.read()
    said += map(str, found)
    assert all("Your plan, exercises and Help now still work." in sentence for sentence in said), said
    return answers, refusals


def damaged_again_and_again(whole: Path, tmp_path: Path, times: int, seed: int) -> None:
    """Damage a copy, ask it everything, and begin anew."""
    answers = refusals = 0
    for number in range(times):
        directory = str(tmp_path / str(number))
        shutil.copytree(whole, directory)
        damage(places(directory).journal_file, random.Random(seed * 10_000 + number))
        try:
            more, fewer = ask_everything(directory)
        except CopeError as error:
            pytest.fail(f"{number}: {error}")
        answers, refusals = answers + more, refusals + fewer
        shutil.rmtree(directory)
    assert answers > times, "nothing could be read: the damage is too great to see anything by"
    assert refusals > times, "nothing was refused: the damage is too small to see anything by"


def test_damaged_bytes_end_in_a_sentence_and_in_no_write(whole: Path, tmp_path: Path) -> None:
    """A hundred files, each damaged in another way."""
    damaged_again_and_again(whole, tmp_path, 100, seed=1)


@pytest.mark.soak
def test_many_damaged_files_end_in_a_sentence(whole: Path, tmp_path: Path) -> None:
    """The long form."""
    damaged_again_and_again(whole, tmp_path, 5_000, seed=2)

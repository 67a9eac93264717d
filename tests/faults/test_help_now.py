"""Help now as a program of its own, over every damage: whole, calm, exit 0, and nothing on stderr."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import apsw
import pytest

from copecli.core.checkin import CheckIn
from copecli.core.plan import PEOPLE, Item, Plan
from copecli.desk import Desk
from copecli.system.paths import Paths, find
from tests.faults.ordinary import reachable_directory
from tests.machine import isolated

if TYPE_CHECKING:
    from collections.abc import Iterator

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="permissions are other there")

IN_1970 = """
import sys, time
local, worded = time.localtime, time.strftime
time.time, time.localtime = lambda: 1000.0, lambda seconds=1000.0: local(seconds)
time.strftime = lambda form, when=None: worded(form, when or local(1000.0))
from copecli.__main__ import main
sys.exit(main())
"""
AS_SOMEBODY_ORDINARY = """
import io, os, sys
from copecli.__main__ import main
shown, sys.stdout = sys.stdout, io.StringIO()
main()  # so that everything is loaded: an ordinary person may not be allowed to read where Python lies
if os.geteuid() == 0:
    os.setresuid(65534, 65534, 65534)
sys.stdout = shown
sys.exit(main())
"""
WITHOUT_ZONES = """
import sys
sys.modules["tzdata"] = None
from copecli.__main__ import main
sys.exit(main())
"""
"""With PYTHONTZPATH empty there is no zone to be found."""

NUMBERS = ("Call 112.", "Call 999.", "Call 1800 247 247.", "Text HELP to 51444.")
THE_REST = ("Here is help. Start anywhere.", "While you wait: `cope ground` starts a short exercise.")


def of_somebody(home: Path) -> dict[str, str]:
    """Return the variables of a person with a country, a plan and a check-in."""
    environ = isolated(os.environ, home) | {"COPECLI_HOME": str(home / "cope")}
    desk = Desk.open(environ)
    desk.set("country", "IE")
    desk.save_plan(desk.read_plan(), Plan().add(PEOPLE, Item(desk.new_id(), "A friend", "555-0100")))
    journal = desk.journal
    journal.add(CheckIn(id=journal.new_id(), when=journal.now(), distress=3))
    journal.settle()
    journal.close()
    return environ


def now(environ: dict[str, str], program: str = "", *, beside: str = "") -> list[str]:
    """Return what `cope now` prints into a pipe; it has to end well and say `beside` it no more than that."""
    start = ["-c", program] if program else ["-m", "copecli"]
    done = subprocess.run(
        [sys.executable, *start, "now"], env=environ, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0
    assert (beside in done.stderr) if beside else done.stderr == ""
    assert done.stderr.count("\n") <= 1
    return [line.strip() for line in done.stdout.splitlines()]


def garbage(path: str) -> None:
    """Write over a file."""
    Path(path).write_bytes(b"\xff\x00 = [\x1b[2J")


def holds(lines: list[str], *but: str) -> None:
    """Numbers, the person's own people and the rest are there, but for what is named."""
    wanted = {*NUMBERS, *THE_REST, "A friend:", "Call 555-0100."} - set(but)
    assert wanted <= set(lines)


def damaged_files(paths: Paths) -> dict[str, tuple[str, ...]]:
    """Return each file that can be damaged, and what Help now then goes without."""
    own = ("A friend:", "Call 555-0100.")
    return {paths.plan_file: own, paths.journal_file: (), paths.first_file: ()}


def test_over_a_fresh_home_it_is_complete(tmp_path: Path) -> None:
    """Numbers for most readers, finders, a thing to do."""
    environ = isolated(os.environ, tmp_path) | {"COPECLI_HOME": str(tmp_path / "cope"), "TZ": "Etc/Unknown"}
    lines = now(environ)
    assert {*THE_REST, "Call 112.", "findahelpline.com"} <= set(lines)
    assert list(tmp_path.rglob("*.db")) == []


def test_a_damaged_file_costs_no_more_than_what_stands_in_it(tmp_path: Path) -> None:
    """The plan its people, the settings the country; the journal nothing."""
    environ = of_somebody(tmp_path)
    holds(now(environ))
    for file, missing in damaged_files(find(environ)).items():
        kept = Path(file).read_bytes() if Path(file).exists() else b""
        garbage(file)
        holds(now(environ), *missing)
        Path(file).write_bytes(kept)
    garbage(find(environ).config_file)
    lines = now(environ, beside="In your settings (line 1): this is not UTF-8 text. It is kept as it is")
    assert {"A friend:", "Call 555-0100.", *THE_REST} <= set(lines)


def test_a_journal_that_another_program_holds_costs_nothing(tmp_path: Path) -> None:
    """It is not opened, so nobody waits for it."""
    environ = of_somebody(tmp_path)
    with held(find(environ).journal_file):
        holds(now(environ))


@contextmanager
def held(file: str) -> Iterator[None]:
    """Hold the journal as a program does that is writing to it."""
    connection = apsw.Connection(file)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
        connection.close()


@posix_only
def test_a_home_that_may_not_be_written_to_costs_nothing() -> None:
    """For an ordinary person, over directories without leave to write."""
    with reachable_directory() as directory:
        environ = of_somebody(Path(directory))
        for place, _below, files in os.walk(directory):
            os.chmod(place, 0o555)
            for file in files:
                os.chmod(os.path.join(place, file), 0o444)
        holds(now(environ, AS_SOMEBODY_ORDINARY))


@pytest.mark.parametrize("change", [{}, {"TZ": "Nowhere/Nothing"}, {"LC_ALL": "C"}, {"HOME": ""}])
def test_a_zone_or_language_that_is_not_there_costs_nothing(tmp_path: Path, change: dict[str, str]) -> None:
    """No zone database, a zone that nobody knows, a terminal of plain letters, no home."""
    environ = of_somebody(tmp_path) | {"PYTHONTZPATH": ""} | change
    holds(now(environ, WITHOUT_ZONES))


def test_a_clock_in_1970_costs_nothing_and_nothing_is_said_to_be_old(tmp_path: Path) -> None:
    """The dates stand there as they are."""
    lines = now(of_somebody(tmp_path), IN_1970)
    holds(lines)
    assert not [line for line in lines if "over a year ago" in line]

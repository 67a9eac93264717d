"""Real processes: pipes that close, streams that are missing, disks that are full, signals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from copecli.core.errors import NOTHING_FOUND, OK, UNEXPECTED
from tests.cli.stage import A_PLAN, Stream, cope, write_plan

COPE = [sys.executable, "-m", "copecli"]
posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no such streams on Windows")


def buffered() -> dict[str, str]:
    """Return the variables of an ordinary shell, in which Python keeps what it prints for a while."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


def shell(command: str) -> subprocess.CompletedProcess[bytes]:
    """Run a shell command in which `cope` is this one."""
    words = command.replace("cope", f"{sys.executable} -m copecli")
    return subprocess.run(["sh", "-c", words], capture_output=True, check=False, timeout=60, env=buffered())


@posix
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("cope now <&-", OK),
        ("cope ground five-senses <&-", OK),
        ("cope <&-", OK),
        ("cope lines <&-", OK),
        ("cope now >&-", OK),
        ("cope now 2>&-", OK),
        ("cope now <&- >&- 2>&-", OK),
        ("cope plan show <&- 2>&-", NOTHING_FOUND),
        ("cope plan show >&- 2>&-", NOTHING_FOUND),
    ],
)
def test_a_closed_stream_is_no_trouble(command: str, code: int) -> None:
    """What can be printed is printed, and no traceback appears."""
    done = shell(command)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr + done.stdout


@posix
@pytest.mark.parametrize(
    "command", ["now", "ground --list", "ground five-senses", "plan print", "keys", "-h"]
)
def test_a_pipe_that_closes_is_quiet(command: str) -> None:
    """A reader that has gone leaves nothing on stderr, and is no failure."""
    write_plan(A_PLAN)
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*COPE, *command.split()], stdout=writer, stderr=subprocess.PIPE, check=False, env=buffered()
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (OK, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")
@pytest.mark.parametrize("command", ["now", "plan print", "ground --list"])
def test_a_full_disk_behind_stdout_is_one_sentence(command: str) -> None:
    """The exit code says that the result is not there."""
    write_plan(A_PLAN)
    done = shell(f"cope {command} >/dev/full")
    assert done.returncode == UNEXPECTED
    assert done.stderr.decode().splitlines() == [
        "The result could not be written: the place is full or gone."
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("now",),
        ("lines", "IE"),
        ("ground", "--list"),
        ("ground", "stop"),
        ("plan", "print"),
        ("keys",),
        ("-h",),
        (),
    ],
    ids=" ".join,
)
def test_no_escape_code_ever_reaches_a_pipe(words: tuple[str, ...]) -> None:
    """Not even with colours forced by a variable."""
    write_plan(A_PLAN)
    variables = {**os.environ, "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "COLORTERM": "truecolor"}
    done = subprocess.run([*COPE, *words], input=b"", capture_output=True, env=variables, check=False)
    assert done.returncode == OK
    assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_an_old_encoding_gets_letters_that_it_has(encoding: str) -> None:
    """Ours are written more plainly, a person's that cannot be shown become question marks; nothing fails."""
    write_plan(A_PLAN)
    out = Stream(tty=False, encoding=encoding)
    assert cope("plan", "print", out=out).code == OK
    assert "555-0100" in out.getvalue()
    assert cope("-h", out=Stream(tty=False, encoding=encoding)).code == OK


@posix
def test_an_interrupted_plain_command_says_130() -> None:
    """And nothing else."""
    program = (
        "import copecli.cli.commands.now as now\n"
        "def interrupted(call): raise KeyboardInterrupt\n"
        "now.run = interrupted\n"
        "from copecli.cli.main import run\n"
        "raise SystemExit(run(['now']))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (128 + signal.SIGINT, b"", b"")


@posix
def test_files_are_private_from_the_first_moment(tmp_path: Path) -> None:
    """Whatever umask the shell has."""
    done = shell(f"umask 000; cope --data-dir {tmp_path}/d config set motion less")
    assert done.returncode == OK
    made = list((tmp_path / "d").rglob("*"))
    assert made
    assert all(path.stat().st_mode & 0o077 == 0 for path in made)


def test_help_now_does_not_load_the_plan_s_writer_or_the_screen() -> None:
    """What is asked for in a hurry loads what it needs."""
    program = (
        "import sys, runpy\nsys.argv=['cope','now']\ntry: runpy.run_module('copecli', run_name='__main__')\n"
    )
    program += "except SystemExit: pass\nprint(sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    for costly in ("'textual'", "'rich'", "'argparse'", "'json'", "'tomli_w'", "'asyncio'", "'typing'"):
        assert costly not in done.stderr

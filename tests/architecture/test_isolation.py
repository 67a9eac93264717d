"""The tests' own ground: whose home they run in, and what happens where a program is missing."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.architecture.rules import ROOT
from tests.machine import PROGRAMS, decides, isolated, why_not

DEVELOPERS_OWN = (
    "COPECLI_HOME",
    "COPECLI_PLAIN",
    "NO_COLOR",
    "TEXTUAL_LOG",
    "XDG_DATA_HOME",
    "LC_ALL",
    "SSH_TTY",
)


def test_home_is_a_fresh_directory(home: Path) -> None:
    """Whatever is saved by default lands where this test alone can see it."""
    assert Path.home() == home
    assert os.environ["XDG_DATA_HOME"].startswith(str(home))
    assert list(home.iterdir()) == []


def test_the_clock_zone_is_utc() -> None:
    """A developer's own zone cannot move a date across midnight."""
    assert time.localtime(0).tm_hour == 0


@pytest.mark.parametrize("name", DEVELOPERS_OWN)
def test_a_developers_own_variable_is_taken_out(name: str, tmp_path: Path) -> None:
    """Each variable that could decide a test is known, and does not survive."""
    assert decides(name)
    assert isolated({name: "theirs", "PATH": "kept"}, tmp_path).get(name) != "theirs"
    assert isolated({"PATH": "kept"}, tmp_path)["PATH"] == "kept"


@given(st.integers())
def test_a_home_of_its_own_goes_with_generated_examples(number: int) -> None:
    """The fixture that every test has does not trip hypothesis."""
    assert "COPECLI_HOME" not in os.environ


@pytest.mark.filterwarnings("ignore:A test tried to use socket")
def test_no_test_reaches_a_network() -> None:
    """A connection to anything but this machine is refused before it begins."""
    with pytest.raises(RuntimeError, match="tried to use socket"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


@pytest.mark.parametrize("marker", PROGRAMS)
def test_a_missing_program_is_named(marker: str) -> None:
    """The reason for leaving a test out is in plain words, and there is none where the program is there."""
    assert why_not(marker, which=lambda name: None) == f"{PROGRAMS[marker][0]} is not installed here"


def test_a_program_under_its_other_name_is_enough() -> None:
    """Chromium has several names; one is enough."""
    assert why_not("needs_chromium", which=lambda name: name if name == "google-chrome" else None) is None


def test_only_windows_has_no_terminal() -> None:
    """The marker `terminal` leaves a test out on Windows, and nowhere else."""
    assert why_not("terminal", platform="win32") is not None
    assert why_not("terminal", platform="linux") is None


NEEDY = "import pytest\n@pytest.mark.needs_tmux\ndef test_it():\n    pass\n"
CURIOUS = """
import os, time
def test_it():
    assert os.environ["HOME"] != "/theirs"
    assert os.environ["XDG_DATA_HOME"].startswith(os.environ["HOME"])
    assert not {"COPECLI_HOME", "NO_COLOR", "TEXTUAL_LOG"} & os.environ.keys()
    assert not hasattr(time, "tzset") or time.localtime(0).tm_hour == 0
"""


def outcome_of(source: str, directory: Path, **environ: str) -> tuple[int, str]:
    """Run one file of tests under our conftest; return pytest's exit code and what it said."""
    (directory / "test_inner.py").write_text(source, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider", str(directory)],
        cwd=ROOT,
        env={**os.environ, "PYTEST_ADDOPTS": "", **environ},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout


def test_what_is_missing_is_left_out_with_its_reason(tmp_path: Path) -> None:
    """On somebody's own machine a test whose program is not there is skipped."""
    code, said = outcome_of(NEEDY, tmp_path, PATH=str(tmp_path), COPECLI_CI="0")
    assert (code, "1 skipped" in said) == (0, True), said


def test_what_is_missing_is_a_failure_in_ci(tmp_path: Path) -> None:
    """With COPECLI_CI=1 the same test fails, and says which program it is."""
    code, said = outcome_of(NEEDY, tmp_path, PATH=str(tmp_path), COPECLI_CI="1")
    assert (code, "Nothing is left out in CI, but tmux is not installed" in said) == (1, True), said


def test_a_test_that_asks_for_nothing_is_at_home_all_the_same(tmp_path: Path) -> None:
    """A developer's home, settings, colours and zone (here twelve hours ahead) do not reach a test."""
    theirs = {
        "HOME": "/theirs",
        "COPECLI_HOME": "/theirs",
        "NO_COLOR": "1",
        "TEXTUAL_LOG": "x",
        "TZ": "NZST-12",
    }
    code, said = outcome_of(CURIOUS, tmp_path, **theirs)
    assert (code, "1 passed" in said) == (0, True), said

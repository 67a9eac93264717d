"""Fixtures for every test: a home of its own, and a plain word where a system program is missing.

Invariant: a developer's own configuration decides no test, and where COPECLI_CI=1 nothing is quietly
left out.
"""

from __future__ import annotations

import os
import socket
import sys
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.machine import PROGRAMS, decides, environment_of, why_not

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

IN_CI = os.environ.get("COPECLI_CI") == "1"

settings.register_profile("copecli", deadline=None, max_examples=60)
settings.register_profile("ci", deadline=None, max_examples=60, derandomize=True, print_blob=True)
settings.register_profile("soak", deadline=None, max_examples=3_000)
settings.load_profile("ci" if IN_CI else "copecli")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Leave asyncio its own pair of sockets where that is no Unix one; still no test reaches a network."""
    if not hasattr(socket, "AF_UNIX") or sys.platform == "win32":
        config.option.disable_socket = False
        config.option.allow_hosts = "127.0.0.1,::1"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what this machine cannot run, and say why; in CI it fails instead."""
    for marker in ("terminal", *PROGRAMS):
        reason = item.get_closest_marker(marker) and why_not(marker)
        if reason and IN_CI:
            pytest.fail(f"Nothing is left out in CI, but {reason}.", pytrace=False)
        if reason:
            pytest.skip(reason)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home directory of the test's own, with every variable that could lead elsewhere set or taken away."""
    directory = tmp_path_factory.mktemp("home")
    for name in tuple(os.environ):
        if decides(name):
            monkeypatch.delenv(name)
    for name, value in environment_of(directory).items():
        monkeypatch.setenv(name, value)
    _use_zone()
    yield directory
    monkeypatch.undo()
    _use_zone()


def _use_zone() -> None:
    if sys.platform != "win32":
        time.tzset()

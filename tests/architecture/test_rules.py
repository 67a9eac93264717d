"""The house's rules, read off the source: each holds, and each can fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.architecture.rules import (
    SRC,
    costly_in,
    imports,
    impure_in,
    network_in,
    package_of,
    sources,
    tui_doors,
)

if TYPE_CHECKING:
    from pathlib import Path

PLAIN_PATH = ("core", "system", "cli", "documents")
MAY_LOAD = {
    # Derives a class from it; loaded itself only where a command line has to be taken apart with care.
    "cli/parser.py": ("argparse",),
    # Checks over texts, run by `cope skills check` and CI alone; patterns are their whole work.
    "core/wording.py": ("re",),
    "core/readability.py": ("re",),
    "core/skill_review.py": ("re",),
    "core/skill_ways.py": ("re",),
}
FIRST_WORDS_MAY_LOAD = ("sys", "os", "termios", "_signal", "__future__", "tty", "msvcrt")


def named(path: Path) -> str:
    """Return a source's path as the rules name it."""
    return path.relative_to(SRC).as_posix()


def read(path: Path) -> str:
    """Return a source's text."""
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sources(), ids=named)
def test_no_source_can_reach_a_network(path: Path) -> None:
    """Nothing of ours imports a module that opens a connection or a browser."""
    assert network_in(read(path), package_of(path)) == []


@pytest.mark.parametrize(
    "bad",
    [
        "import socket",
        "import urllib.request as ur",
        "from urllib import request",
        "from http.client import HTTPSConnection",
        "def later():\n    import ssl",
        "import importlib\nimportlib.import_module('webbrowser')",
        "__import__('smtp' + 'lib')",
        "if TYPE_CHECKING:\n    import requests",
    ],
)
def test_the_network_rule_catches(bad: str) -> None:
    """Hidden in a function, under an alias or behind importlib, it is found."""
    assert network_in(bad)


def test_the_network_rule_spares_what_only_looks_alike() -> None:
    """Taking a URL apart reaches nothing."""
    assert network_in("import urllib.parse\nfrom os import path\nimport sockets_of_ours") == []


@pytest.mark.parametrize("path", sources("core"), ids=named)
def test_core_is_pure(path: Path) -> None:
    """The core reads no disk and no clock, prints nothing, and takes its chance from outside."""
    assert impure_in(read(path)) == []


@pytest.mark.parametrize(
    "bad",
    [
        "print('hello')",
        "def f():\n    return open('x')",
        "import datetime\nd = datetime.datetime.now()",
        "from datetime import date\nd = date.today()",
        "def f():\n    from datetime import datetime as dt\n    return dt.now()",
        "import random",
        "def f():\n    from time import monotonic",
        "import os.path",
        "import rich",
        "from textual.app import App",
        "import tomli_w",
        "from copecli.system import files",
        "from ..system import files",
        "from copecli.tui import app",
        "import copecli.cli.main",
    ],
)
def test_the_core_rule_catches(bad: str) -> None:
    """Every way out of the core that we thought of is seen."""
    assert impure_in(bad)


@pytest.mark.parametrize(
    "good",
    [
        "from copecli.words import N_\nfrom copecli.core.text import clean\nfrom .text import clean_line",
        "TYPE_CHECKING = False\nif TYPE_CHECKING:\n    from random import Random",
        "from datetime import date\nd = date.fromisoformat('2026-11-23')",
        "def f(clock):\n    return clock.now()",
    ],
)
def test_the_core_rule_spares(good: str) -> None:
    """What is passed in, and what is only a type, is the core's good right."""
    assert impure_in(good) == []


def doors_to_the_tui() -> list[tuple[str, str | None]]:
    """Return (file, function) for each place outside `tui` that loads the Textual face."""
    outside = [path for path in sources() if "tui" not in path.relative_to(SRC).parts]
    return [(named(path), door) for path in outside for door in tui_doors(read(path), package_of(path))]


def test_one_function_in_cli_opens_the_tui() -> None:
    """The Textual face costs twenty bare starts; it is loaded in one function, and nowhere else."""
    doors = doors_to_the_tui()
    assert len(set(doors)) == 1, doors
    (file, function) = doors[0]
    assert file.startswith("cli/")
    assert function is not None


@pytest.mark.parametrize(
    ("source", "door"),
    [
        ("from copecli.tui.app import CopeApp", None),
        ("def main():\n    import copecli.tui", "main"),
        ("class A:\n    def go(self):\n        from ..tui import app", "go"),
    ],
)
def test_the_tui_rule_catches(source: str, door: str | None) -> None:
    """A second door is seen, at the top of a module as well as inside a function."""
    assert tui_doors(source) == [door]


@pytest.mark.parametrize(
    "path",
    [*(path for part in PLAIN_PATH for path in sources(part)), *sorted(SRC.glob("*.py"))],
    ids=named,
)
def test_a_plain_command_waits_for_nothing_costly(path: Path) -> None:
    """What a plain command may never need is loaded inside the function that needs it."""
    assert costly_in(read(path), package_of(path), MAY_LOAD.get(named(path), ())) == []


@pytest.mark.parametrize(
    "bad",
    [
        "import re",
        "from typing import TYPE_CHECKING",
        "try:\n    import json\nexcept ImportError:\n    pass",
        "class A:\n    import pathlib",
        "from importlib import resources",
    ],
)
def test_the_cost_rule_catches(bad: str) -> None:
    """A costly import that runs with the module is seen, however deep it stands."""
    assert costly_in(bad)


def test_the_cost_rule_spares_what_runs_later() -> None:
    """Inside a function, or only for types, it costs nobody anything."""
    assert costly_in("def f():\n    import re\nif TYPE_CHECKING:\n    import typing\n") == []


def strangers_to_the_first_words(source: str) -> list[str]:
    """Return what the first words may not wait for."""
    return [
        found.module
        for found in imports(source, "copecli")
        if not found.only_for_types and not found.reaches(FIRST_WORDS_MAY_LOAD)
    ]


def test_the_first_words_wait_for_nothing() -> None:
    """They are said before anything is loaded: each further import costs."""
    path = SRC / "first_words.py"
    assert not path.exists() or strangers_to_the_first_words(read(path)) == []


def test_the_first_words_rule_catches() -> None:
    """Even a module of our own is too much."""
    assert strangers_to_the_first_words("import sys\nfrom copecli.words import _") == ["copecli.words._"]

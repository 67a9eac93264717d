"""The import contracts of pyproject.toml: kept by the code as it is, and broken by each bad example."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.architecture.rules import ROOT

if TYPE_CHECKING:
    from pathlib import Path

_LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"

SMALL_HOUSE = ("core", "system", "documents", "cli", "tui")

BAD_EXAMPLES = {
    "core imports system": ("core", "from copecli.system import x"),
    "core imports documents": ("core", "import copecli.documents.x"),
    "core imports rich": ("core", "def f():\n    import rich"),
    "core imports tomli_w": ("core", "import tomli_w"),
    "documents import system": ("documents", "from copecli.system import x"),
    "system imports documents": ("system", "from ..documents import x"),
    "system imports cli": ("system", "from copecli.cli import x"),
    "system imports textual": ("system", "def f():\n    from textual.app import App"),
    "documents import rich": ("documents", "import rich.console"),
    "tui imports cli": ("tui", "def f():\n    from copecli.cli import x"),
    "cli imports a socket": ("cli", "def f():\n    import socket"),
    "tui opens a browser": ("tui", "import webbrowser"),
}


def house(directory: Path) -> Path:
    """Build the smallest package that has every part, under the project's own contracts."""
    shutil.copy(ROOT / "pyproject.toml", directory)
    for part in ("", *SMALL_HOUSE):
        package = directory / "copecli" / part
        package.mkdir(parents=True, exist_ok=True)
        (package / "__init__.py").touch()
        (package / "x.py").touch()
    (directory / "copecli" / "x.py").rename(directory / "copecli" / "words.py")
    return directory


def lint(directory: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of `directory`'s pyproject.toml."""
    return subprocess.run(
        [sys.executable, "-c", _LINT, "--no-cache", "--config", "pyproject.toml"],
        cwd=directory,
        env={**os.environ, "PYTHONPATH": str(directory), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_the_code_keeps_its_contracts() -> None:
    """cli, tui -> documents | system -> core -> words, and nothing the other way."""
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


def test_a_small_house_in_order_passes(tmp_path: Path) -> None:
    """The bad examples below are refused for what they add, not for the house they stand in."""
    done = lint(house(tmp_path))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("example", BAD_EXAMPLES)
def test_a_contract_is_broken_by(example: str, tmp_path: Path) -> None:
    """Each forbidden import is seen, in a function as well as at the top of a module."""
    part, source = BAD_EXAMPLES[example]
    (house(tmp_path) / "copecli" / part / "x.py").write_text(source, encoding="utf-8")
    done = lint(tmp_path)
    assert done.returncode == 1, done.stdout
    assert "BROKEN" in done.stdout


def test_a_module_without_a_place_is_refused(tmp_path: Path) -> None:
    """A new part has to be given its place in the house."""
    (house(tmp_path) / "copecli" / "helpers.py").touch()
    assert lint(tmp_path).returncode == 1

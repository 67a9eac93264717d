"""kill -9 in the middle of a save: nothing that was said to be saved is lost, and nothing is half there."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="there is no fork there")


def kill(directory: Path, cycles: int, seed: int) -> dict[str, int]:
    """Return what was seen in so many cycles."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.killing", str(directory), str(cycles), str(seed)],
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, int] = json.loads(done.stdout)
    assert seen["cycles"] == cycles
    return seen


def test_a_killed_save_costs_nothing(tmp_path: Path) -> None:
    """Eighty processes, each killed at a moment that chance picks, some in the middle of writing."""
    seen = kill(tmp_path, 80, seed=1)
    assert seen["saves"] >= 80
    assert seen["left"] > 0, "no process was killed while it wrote: the test has seen nothing"


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(4))
def test_a_thousand_killed_saves_cost_nothing(tmp_path: Path, seed: int) -> None:
    """The long form."""
    seen = kill(tmp_path, 1_000, seed=100 + seed)
    assert seen["left"] > 50

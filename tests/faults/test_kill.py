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


def kill(directory: Path, cycles: int, seed: int, program: str = "killing") -> dict[str, int]:
    """Return what was seen in so many cycles."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.faults.{program}", str(directory), str(cycles), str(seed)],
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


def check_whole_plan(seen: dict[str, int], cycles: int) -> None:
    """Acts of each kind were done, and acts of each kind were cut short."""
    for act in ("save", "restore", "import"):
        assert seen[f"{act} done"] > 0
        assert seen[f"{act} cut short"] > 0, f"no {act} was killed in the middle: the test has seen nothing"
    assert sum(count for what, count in seen.items() if what.endswith("done")) >= cycles


def test_a_whole_plan_outlives_kills_of_saving_putting_back_and_taking_in(tmp_path: Path) -> None:
    """Forty processes; every field, every time; the plan is what it was or what it was to become."""
    check_whole_plan(kill(tmp_path, 40, seed=1, program="killing_plan"), 40)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(3))
def test_a_whole_plan_outlives_two_hundred_kills(tmp_path: Path, seed: int) -> None:
    """The long form."""
    check_whole_plan(kill(tmp_path, 200, seed=200 + seed, program="killing_plan"), 200)

"""A pack of skills, killed at every call to the system on its way in: all of it is there, or nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from copecli.system.paths import find
from copecli.system.skill_taking import COMING, bring
from tests.faults.killing_pack import NEW, OLD, own_files

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork there")


def test_a_killed_pack_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    """As the next start sees it, at each moment; and one more try takes it in."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.killing_pack", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["old"] > 5, "no process was killed before the pack was taken in"
    assert seen["new"] > 5, "no process was killed while its files were moved to their places"


def test_what_a_killed_pack_has_left_comes_in_with_no_other(tmp_path: Path) -> None:
    """It was never taken in, and is taken away."""
    paths = find({}, str(tmp_path))
    bring(paths, OLD, "exercise")
    waiting = Path(paths.own_skills, COMING)
    waiting.mkdir()
    (waiting / "stray.toml").write_bytes(b"never checked to its end")
    bring(paths, NEW, "exercise")
    assert own_files(paths) == {**OLD, **NEW}
    assert not waiting.exists()

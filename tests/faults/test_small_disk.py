"""A disk that is full after so many bytes, at every size: what is there stays, and it is said calmly."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults.acts import ACTS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit there")
def test_a_disk_of_any_size_keeps_what_was_there(tmp_path: Path) -> None:
    """RLIMIT_FSIZE, from nothing to enough, in steps of 64 bytes."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.small_disk", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert set(found) == {act.name for act in ACTS}
    for said in found.values():
        assert said.pop("saved") >= 1
        assert said
        assert all("the disk is full" in sentence for sentence in said)
    assert sum(sum(said.values()) for said in found.values()) >= 60

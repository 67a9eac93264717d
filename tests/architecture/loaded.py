"""What a command really loads, seen from outside: Python's own record of imports in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process."""

    code: int
    out: str
    talk: str
    """What it said on stderr, without the record of imports."""
    modules: frozenset[str]

    def loaded(self, *packages: str) -> set[str]:
        """Return which modules of `packages` were loaded."""
        return {name for name in self.modules if name.partition(".")[0] in packages}


def run(*words: str) -> Run:
    """Run Python with `words`, no input and no terminal, and record every import; it survives `os._exit`."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
        timeout=60,
    )
    records = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    talk = [line for line in done.stderr.splitlines() if not line.startswith("import time:")]
    names = frozenset(line.rpartition("|")[2].strip() for line in records)
    return Run(done.returncode, done.stdout, "\n".join(talk), names)

"""A printer of the test's own: an `lp` that keeps what it was handed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def fake_lp(place: Path, *, takes_it: bool = True) -> str:
    """Make an `lp` in `place`, and return a PATH with it in front."""
    place.mkdir(exist_ok=True)
    script = place / "lp"
    end = "0" if takes_it else "1"
    script.write_text(f'#!/bin/sh\necho "$@" > "{place}/words"\ncat > "{place}/handed"\nexit {end}\n')
    script.chmod(0o755)
    return f"{place}{os.pathsep}{os.environ['PATH']}"


def without_lp(place: Path) -> str:
    """Return a PATH on which there is no `lp`."""
    place.mkdir(exist_ok=True)
    return str(place)

"""What the first words must know of the settings, in a file so small that reading it costs nothing.

Invariant: the file is lines of `key=value`, `format=1` the first, and says what the settings say; where it
cannot be brought up to date it is taken away, and the first words go by their defaults.
"""

from __future__ import annotations

import os

from copecli.core.errors import NotSaved
from copecli.system.files import atomic_write, ensure_directory, read_limited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.system.config import Config
    from copecli.system.paths import Paths

LARGEST = 4096
"""Bytes; the first words read no more."""


def lines_of(config: Config) -> bytes:
    """Return what the file holds for these settings."""
    values = {
        "format": "1",
        "theme": config.theme,
        "plain": config.plain,
        "motion": config.motion,
        "language": "en",
    }
    return "".join(f"{key}={value}\n" for key, value in values.items()).encode()


def refresh(paths: Paths, config: Config) -> bool:
    """Bring the file up to date, if it is not; return whether it is now. It never raises."""
    wanted = lines_of(config)
    try:
        if read_limited(paths.first_file, LARGEST) == wanted:
            return True
    except OSError:
        pass  # none yet, or not one to keep
    try:
        ensure_directory(paths.cache)
        atomic_write(paths.first_file, wanted)
    except NotSaved:
        _drop(paths.first_file)
        return False
    return True


def _drop(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        pass

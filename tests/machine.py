"""What of the machine a test may count on, and what an environment of its own looks like.

Invariant: nothing of a developer's own home, settings, language, colours or clock zone reaches a test.
"""

from __future__ import annotations

import functools
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

PROGRAMS = {
    "needs_tmux": ("tmux",),
    "needs_screen": ("screen",),
    "needs_strace": ("strace",),
    "needs_chromium": ("chromium", "chromium-browser", "google-chrome"),
}
"""The programs that a marker stands for; one of them is enough."""

_STARTS = ("COPECLI_", "LC_", "SSH_", "TEXTUAL_", "XDG_")
_NAMES = frozenset({
    "CLICOLOR", "CLICOLOR_FORCE", "COLORFGBG", "COLORTERM", "COLUMNS", "EDITOR", "ESCDELAY", "FORCE_COLOR",
    "LANGUAGE", "LINES", "NO_COLOR", "PAGER", "PYTHONBREAKPOINT", "PYTHONIOENCODING", "PYTHONUTF8",
    "PYTHONWARNINGS", "STY", "TERMINFO", "TERM_PROGRAM", "TMUX", "TMUX_PANE", "TTY_COMPATIBLE",
    "TTY_INTERACTIVE", "VISUAL",
})  # fmt: skip


_OF_THE_SNAPSHOTS = "TEXTUAL_SNAPSHOT_TEMPDIR"
"""Where pytest-textual-snapshot hands its pictures over; no program of ours reads it."""


def decides(name: str) -> bool:
    """Return whether an environment variable of this name could decide what the program does."""
    return name in _NAMES or (name.startswith(_STARTS) and name != _OF_THE_SNAPSHOTS)


def environment_of(home: Path) -> dict[str, str]:
    """Return the variables of a person whose home is `home`: an ordinary terminal, English, UTC."""
    return {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "APPDATA": str(home / "AppData" / "Roaming"),
        "LOCALAPPDATA": str(home / "AppData" / "Local"),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "XDG_STATE_HOME": str(home / ".local" / "state"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "XDG_RUNTIME_DIR": str(home / ".run"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "TZ": "UTC",
    }


def isolated(environ: Mapping[str, str], home: Path) -> dict[str, str]:
    """Return `environ` with everything that could decide a test taken out, and `home` put in."""
    return {name: value for name, value in environ.items() if not decides(name)} | environment_of(home)


def why_not(
    marker: str,
    *,
    platform: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
) -> str | None:
    """Return in plain words why a test with this marker cannot run here, or None where it can."""
    if marker == "terminal":
        return "this system has no pseudo-terminals" if platform == "win32" else None
    programs = PROGRAMS.get(marker, ())
    found = next((path for path in map(which, programs) if path), None)
    if programs and found is None:
        return f"{programs[0]} is not installed here"
    if marker == "needs_strace" and found is not None and not _may_trace(found):
        return "strace is here, but this machine does not let it trace"
    return None


@functools.cache
def _may_trace(strace: str) -> bool:
    """Return whether `strace` can follow a child (containers often forbid it)."""
    traced = subprocess.run([strace, "-f", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return traced.returncode == 0

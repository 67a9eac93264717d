"""Where everything of a person's own lies on this computer.

Invariant: the answer is the one platformdirs gives, found by hand on POSIX and macOS because importing it
costs twice a bare interpreter start. Where no place can be told a path is "", so that nothing is opened by
accident in the working directory.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

APP = "copecli"


class Paths:
    """The four directories, and what lies in them.

    Frozen by hand: on the way to the plan's text `dataclasses` would cost one and a half bare starts.
    """

    __slots__ = ("cache", "config", "data", "state")

    config: str
    """Settings and the person's own skills; "" where there is no place."""
    data: str
    """The safety plan and its versions."""
    state: str
    """Drafts."""
    cache: str
    """What can be made again."""

    def __init__(self, config: str, data: str, state: str, cache: str) -> None:
        for name, value in (("config", config), ("data", data), ("state", state), ("cache", cache)):
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"Paths is frozen: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"Paths is frozen: {name}")

    def _directories(self) -> tuple[str, str, str, str]:
        return self.config, self.data, self.state, self.cache

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Paths) and self._directories() == other._directories()

    def __hash__(self) -> int:
        return hash(self._directories())

    def __repr__(self) -> str:
        return f"Paths{self._directories()}"

    @property
    def writable(self) -> bool:
        """Whether there is a place to save in at all; `can_save` also looks at the disk."""
        return bool(self.data)

    @property
    def config_file(self) -> str:
        """The settings."""
        return _below(self.config, "config.toml")

    @property
    def own_skills(self) -> str:
        """The directory of the person's own skills."""
        return _below(self.config, "skills")

    @property
    def plan_file(self) -> str:
        """The safety plan."""
        return _below(self.data, "plan.toml")

    @property
    def plan_text(self) -> str:
        """The same plan as plain text."""
        return _below(self.data, "plan.txt")

    @property
    def plan_history(self) -> str:
        """The directory of the plan's earlier versions."""
        return _below(self.data, "plan.history")

    @property
    def plan_lock(self) -> str:
        """The file that is locked while the plan is saved; always empty."""
        return _below(self.data, "plan.lock")

    @property
    def journal_file(self) -> str:
        """Check-ins, skills used, waves, walks and trigger maps."""
        return _below(self.data, "journal.db")

    @property
    def backups(self) -> str:
        """The directory of copies of plan and journal."""
        return _below(self.data, "backups")

    @property
    def config_lock(self) -> str:
        """The file that is locked while the settings are saved; always empty."""
        return _below(self.config, "config.lock")

    @property
    def drafts(self) -> str:
        """The directory of unfinished texts."""
        return _below(self.state, "drafts")

    @property
    def skill_index(self) -> str:
        """What the skill files say, ready to read."""
        return _below(self.cache, "skills.json")

    @property
    def first_file(self) -> str:
        """What the first words must know of the settings."""
        return _below(self.cache, "first")


def _below(directory: str, name: str) -> str:
    return os.path.join(directory, name) if directory else ""


def find(environ: Mapping[str, str], data_dir: str | None = None, platform: str = sys.platform) -> Paths:
    """Return the places; `data_dir` (--data-dir) or COPECLI_HOME moves all of them below one directory."""
    moved = data_dir or environ.get("COPECLI_HOME", "")
    if moved:
        return _all_below(_absolute(moved, environ, platform))
    if platform == "win32":
        return _windows()
    home = _home(environ)
    if platform == "darwin":
        support = _below(home, "Library/Application Support")
        defaults = (support, support, support, _below(home, "Library/Caches"))
    else:
        defaults = (
            _below(home, ".config"),
            _below(home, ".local/share"),
            _below(home, ".local/state"),
            _below(home, ".cache"),
        )
    names = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    chosen = (_xdg(environ, name) or default for name, default in zip(names, defaults, strict=True))
    config, data, state, cache = (_below(directory, APP) for directory in chosen)
    return Paths(config, data, state, cache)


def can_save(paths: Paths) -> bool:
    """Return whether a plan could be written now, as far as permissions tell; the disk may still be full."""
    place = paths.data
    while place and not os.path.lexists(place):
        parent = os.path.dirname(place)
        if parent == place:
            return False
        place = parent
    return bool(place) and os.path.isdir(place) and os.access(place, os.W_OK | os.X_OK)


def _all_below(directory: str) -> Paths:
    config, data, state, cache = (_below(directory, name) for name in ("config", "data", "state", "cache"))
    return Paths(config, data, state, cache)


def _absolute(path: str, environ: Mapping[str, str], platform: str) -> str:
    """Return `path` from the root; a shell leaves the ~ of `--data-dir=~/x` to us."""
    if path == "~" or path.startswith("~/"):
        home = os.path.expanduser("~") if platform == "win32" else _home(environ)
        return home + path[1:] if home else ""
    try:
        return os.path.abspath(path)
    except OSError:  # the working directory is gone
        return ""


def _xdg(environ: Mapping[str, str], name: str) -> str:
    """Return the variable's directory; a relative one is to be ignored, says the XDG standard."""
    path = environ.get(name, "")
    return path if path.startswith("/") else ""


def _home(environ: Mapping[str, str]) -> str:
    """Return the home directory, from the user database where HOME does not tell; "" where nobody knows."""
    home = environ.get("HOME", "")
    if not home.startswith("/"):
        try:
            import pwd

            home = pwd.getpwuid(os.getuid()).pw_dir
        except (ImportError, KeyError):
            return ""
    return (home.rstrip("/") or "/") if home.startswith("/") else ""


def _windows() -> Paths:
    from platformdirs.windows import Windows

    try:
        dirs = Windows(APP, appauthor=False)
        return Paths(dirs.user_config_dir, dirs.user_data_dir, dirs.user_state_dir, dirs.user_cache_dir)
    except (OSError, RuntimeError, ValueError):
        return Paths("", "", "", "")

"""The locks: every file that is installed is named by version and hash, and by nothing that goes stale."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.architecture.rules import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PINNED = re.compile(r"([a-z0-9-]+)==([^ ;]+)( ; [^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)")
SOMEWHERE = re.compile(r"https?:|file:|//|@|index-url|find-links|trusted-host|--extra|^-", re.MULTILINE)


def pins(text: str) -> dict[str, str]:
    """Return the version of each package in a lock; whatever is not pinned with a hash is a fault."""
    left_over = PINNED.sub("", text)
    if left_over.strip():
        raise ValueError(f"not pinned with a hash: {left_over.strip()[:80]!r}")
    return {name: version for name, version, *_ in PINNED.findall(text)}


def wanted(requirements: list[object]) -> set[str]:
    """Return the bare names of requirements as pyproject.toml writes them."""
    return {re.split(r"[<>=~!\[; ]", text)[0] for text in requirements if isinstance(text, str)}


def locked(name: str) -> dict[str, str]:
    """Return the pins of one of our locks."""
    return pins((ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_pins_everything_and_names_no_place(lock: Path) -> None:
    """Each line is a version and its hashes; no registry, no host and no path stands in it."""
    text = lock.read_text(encoding="utf-8")
    assert pins(text)
    assert SOMEWHERE.search(text) is None


@pytest.mark.parametrize(
    "bad",
    [
        "rich==15.0.0\n",
        "rich>=15 \\\n    --hash=sha256:" + "0" * 64 + "\n",
        "-e .\n",
        "rich==15.0.0 \\\n    --hash=md5:00\n",
    ],
)
def test_a_line_without_version_and_hash_is_refused(bad: str) -> None:
    """An unpinned or unhashed line is no lock."""
    with pytest.raises(ValueError, match="not pinned"):
        pins(bad)


@pytest.mark.parametrize("bad", ["--index-url https://example.org", "a @ file:///x", "-r other.txt", "-i x"])
def test_a_place_is_seen(bad: str) -> None:
    """A lock that knows where files come from binds everybody to that place."""
    assert SOMEWHERE.search(f"rich==15.0.0\n{bad}\n")


def test_the_locks_agree_and_hold_what_is_declared() -> None:
    """What is tested is what people run: one version of each package, and every declared one is there."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime, build, dev, lock = locked("runtime"), locked("build"), locked("dev"), locked("lock")
    assert runtime.items() <= dev.items()
    assert build.items() <= dev.items()
    assert wanted(project["project"]["dependencies"]) <= runtime.keys()
    groups = project["dependency-groups"]
    assert wanted(groups["build"]) <= build.keys()
    assert wanted(groups["build"]) | wanted(groups["dev"]) <= dev.keys()
    assert wanted(groups["lock"]) <= lock.keys()


def test_the_locked_pip_makes_a_lean_script() -> None:
    """Pip before 24 writes a console script that imports `re`: 0.6 of a bare start more, at every start."""
    assert int(locked("build")["pip"].split(".")[0]) >= 24

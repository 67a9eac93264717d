"""Install one built file (wheel or sdist) into an environment of its own, and see that it is whole and runs.

Usage: python .ci/installed.py dist/copecli-*.whl

Invariant: nothing of the source tree can help it: another directory, another home, Python's isolated mode.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WHERE = "import copecli, os; print(os.path.dirname(copecli.__file__))"


def data_files() -> dict[str, bytes]:
    """Return every file that is read at run time: path inside the package, and what must stand in it."""
    package = ROOT / "src" / "copecli"
    inside = {
        path.relative_to(package).as_posix(): path
        for path in package.rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    }
    skills = {
        f"skills/{path.relative_to(ROOT / 'skills').as_posix()}": path
        for path in (ROOT / "skills").rglob("*.toml")
    }
    docs = {"docs/skills.md": ROOT / "docs" / "skills.md"}
    return {name: path.read_bytes() for name, path in (inside | skills | docs).items()}


class Installed:
    """The program as somebody has it who has never seen the source."""

    def __init__(self, built: Path, directory: Path) -> None:
        venv.create(directory / "venv", with_pip=True)
        self.scripts = directory / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
        self.elsewhere = directory / "elsewhere"
        self.elsewhere.mkdir()
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COPECLI"))
        }
        self.environ = kept | {
            "HOME": str(self.elsewhere),
            "USERPROFILE": str(self.elsewhere),
            "PYTHONUTF8": "1",
        }
        for lock in ("build.txt", "runtime.txt"):
            self.run("python", *_PIP, "--require-hashes", "-r", str(ROOT / "requirements" / lock))
        self.run("python", *_PIP, "--no-deps", "--no-index", "--no-build-isolation", str(built))

    def run(self, program: str, *words: str) -> str:
        """Run a program of the environment without input; return what it printed, or stop and show why."""
        suffix = ".exe" if sys.platform == "win32" else ""
        done = subprocess.run(
            [str(self.scripts / f"{program}{suffix}"), *words],
            cwd=self.elsewhere,
            env=self.environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=600,
        )
        if done.returncode:
            raise SystemExit(
                f"{program} {' '.join(words)}: exit code {done.returncode}\n{done.stdout}{done.stderr}"
            )
        return done.stdout


_PIP = ("-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input")


def faults(installed: Installed) -> list[str]:
    """Return what is not as it should be, in plain words."""
    found = []
    package = Path(installed.run("python", "-I", "-c", WHERE).strip())
    if ROOT in package.parents:
        found.append(f"it runs from the source tree: {package}")
    for name, content in data_files().items():
        path = package / name
        if not path.is_file():
            found.append(f"{name} is not in it")
        elif path.read_bytes() != content:
            found.append(f"{name} differs from the source")
    version = installed.run("cope", "--version")
    if version != installed.run("copecli", "--version") or not version.strip():
        found.append(f"cope and copecli are not the same program: {version!r}")
    listed = installed.run("cope", "skills", "list")
    ids = sorted(path.stem for path in (ROOT / "skills").glob("*.toml"))
    if not ids:
        found.append("there is no skill at all")
    found += [f"`cope skills list` does not show {name}" for name in ids if name not in listed.split()]
    shelf = installed.run("cope", "learn")
    articles = sorted(path.stem for path in (ROOT / "src" / "copecli" / "content" / "learn").glob("*.md"))
    if not articles:
        found.append("there is nothing to read at all")
    found += [f"`cope learn` does not show {name}" for name in articles if name not in shelf.split()]
    return found


def main() -> int:
    """Check the file that is named on the command line."""
    built = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as directory:
        found = faults(Installed(built, Path(directory)))
    for fault in found:
        print(f"{built.name}: {fault}")
    if not found:
        print(f"{built.name}: installed clean, whole, and runs ({len(data_files())} data files)")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

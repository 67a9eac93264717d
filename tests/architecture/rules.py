"""The architecture's rules as functions from source text to what breaks them.

Invariant: each rule is pure and takes the source as text, so that a test can hand it a bad example and
see it fail.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "copecli"

NETWORK = (
    "aiohttp", "ftplib", "http", "httpx", "imaplib", "nntplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "webbrowser", "websockets", "wsgiref",
    "xmlrpc",
)  # fmt: skip
"""What reaches a network, or opens a program that does."""

CORE_MAY_NOT_IMPORT = (
    "apsw", "argon2", "argparse", "asyncio", "curses", "glob", "io", "logging", "multiprocessing", "os",
    "pathlib", "platform", "platformdirs", "pyrage", "random", "rich", "secrets", "segno", "shutil", "signal",
    "sqlite3", "subprocess", "tempfile", "termios", "textual", "threading", "time", "tomli", "tomli_w",
    "tomllib", "typst", "uuid", *NETWORK,
)  # fmt: skip
"""Disk, clock, chance, screens and other programs: the core is handed what it needs of them."""

CORE_MAY_NOT_CALL = frozenset({"open", "print", "input", "breakpoint", "exec", "eval", "__import__"})

CLOCKS = frozenset({"now", "utcnow", "today"})
"""Methods of datetime and date that read the clock."""

COSTLY = (
    "apsw", "argparse", "asyncio", "datetime", "enum", "gettext", "hashlib", "importlib.metadata",
    "importlib.resources", "inspect", "json", "logging", "pathlib", "platformdirs", "re", "rich",
    "subprocess", "textual", "tomli_w", "tomllib", "typing", "typst", "unittest",
)  # fmt: skip
"""What a plain command does not wait for; each costs 0.2 to 21 bare interpreter starts."""


@dataclass(frozen=True, slots=True)
class Import:
    """One import as it stands in a source."""

    module: str
    """The full name of what is imported; `from a import b` gives `a.b`."""
    line: int
    function: str | None
    """The innermost function around it, or None where it runs when the module is loaded."""
    only_for_types: bool
    """Whether it stands under `if TYPE_CHECKING:` and is never run."""

    def reaches(self, names: tuple[str, ...]) -> bool:
        """Return whether it loads one of `names` or something inside one."""
        return any(self.module == name or self.module.startswith(f"{name}.") for name in names)


def sources(*parts: str) -> list[Path]:
    """Return the Python files under `src/copecli`, or under a part of it."""
    return sorted((SRC.joinpath(*parts)).rglob("*.py"))


def package_of(path: Path) -> str:
    """Return the dotted name of the package that `path` stands in; relative imports begin there."""
    return ".".join(path.relative_to(SRC.parent).parent.parts)


def imports(source: str, package: str = "copecli.core") -> list[Import]:
    """Return every import in `source`, those by `importlib.import_module("…")` and `__import__("…")` too."""
    found: list[Import] = []

    def visit(node: ast.AST, function: str | None, only_for_types: bool) -> None:
        for name in _imported_by(node, package):
            found.append(Import(name, getattr(node, "lineno", 0), function, only_for_types))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            function = node.name
        if isinstance(node, ast.If) and _names(node.test) == "TYPE_CHECKING":
            for type_only in node.body:
                visit(type_only, function, True)
            for otherwise in node.orelse:
                visit(otherwise, function, only_for_types)
            return
        for child in ast.iter_child_nodes(node):
            visit(child, function, only_for_types)

    visit(ast.parse(source), None, False)
    return found


def _imported_by(node: ast.AST, package: str) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
        base = ".".join([*above, node.module or ""]).strip(".")
        yield from (f"{base}.{alias.name}" for alias in node.names)
    elif isinstance(node, ast.Call) and _names(node.func) in {"import_module", "__import__"} and node.args:
        name = node.args[0]
        yield name.value if isinstance(name, ast.Constant) and isinstance(name.value, str) else "?"


def _names(node: ast.AST) -> str:
    """Return the last part of a dotted name: `a.b.c` gives `c`."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def network_in(source: str, package: str = "copecli") -> list[str]:
    """Return each import of `source` that reaches a network, or that hides what it imports."""
    return [
        f"line {found.line}: imports {found.module}"
        for found in imports(source, package)
        if found.reaches(NETWORK) or found.module == "?"
    ]


def impure_in(source: str) -> list[str]:
    """Return what a core module may not do: load the outside world, read a clock, print, or open."""
    loaded = [
        f"line {found.line}: imports {found.module}"
        for found in imports(source)
        if not found.only_for_types and (found.reaches(CORE_MAY_NOT_IMPORT) or _of_another_part(found.module))
    ]
    tree = ast.parse(source)
    clocks = _names_of_clocks(tree)
    called = [
        f"line {node.lineno}: calls {_names(node.func)}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _is_impure(node.func, clocks)
    ]
    return loaded + called


def _of_another_part(module: str) -> bool:
    return module.startswith("copecli.") and not module.startswith(("copecli.core.", "copecli.words."))


def _names_of_clocks(tree: ast.AST) -> set[str]:
    """Return what `datetime` and its classes are called in this source, under an alias too."""
    return {"datetime", "date"} | {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if (isinstance(node, ast.ImportFrom) and node.module == "datetime") or isinstance(node, ast.Import)
        for alias in node.names
        if isinstance(node, ast.ImportFrom) or alias.name == "datetime"
    }


def _is_impure(function: ast.AST, clocks: set[str]) -> bool:
    if isinstance(function, ast.Name):
        return function.id in CORE_MAY_NOT_CALL
    if not isinstance(function, ast.Attribute):
        return False
    return function.attr in CLOCKS and _names(function.value) in clocks


def tui_doors(source: str, package: str = "copecli.cli") -> list[str | None]:
    """Return the function (None: the module itself) around each import of the Textual face in `source`."""
    return [found.function for found in imports(source, package) if found.reaches(("copecli.tui",))]


def costly_in(source: str, package: str = "copecli", allowed: tuple[str, ...] = ()) -> list[str]:
    """Return what `source` loads on import although a plain command should not wait for it."""
    return [
        f"line {found.line}: imports {found.module}"
        for found in imports(source, package)
        if found.function is None
        and not found.only_for_types
        and found.reaches(tuple(name for name in COSTLY if name not in allowed))
    ]

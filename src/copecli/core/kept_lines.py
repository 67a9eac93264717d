"""What a value of any kind says, as lines that can be read: for what a plan keeps and does not know.

Invariant: each word and number of the value is in the lines, and they are hardly longer than the value, how
deep or wide it may be.
"""

from __future__ import annotations

_BELOW = "- "
"""Before a line that belongs to the `name:` above it."""


def lines_of(value: object, yes: str = "yes", no: str = "no") -> list[str]:
    """Return the value in lines: a list one below the other, a table as `name: value`."""
    if isinstance(value, dict):
        return [line for key, inner in value.items() for line in named_lines(str(key), inner, yes, no)]
    if isinstance(value, list | tuple):
        return [line for inner in value for line in lines_of(inner, yes, no)]
    if isinstance(value, bool):
        return [yes if value else no]
    return str(value).split("\n")


def named_lines(name: str, value: object, yes: str = "yes", no: str = "no") -> list[str]:
    """Return the value below its name; behind it, where it is one thing."""
    lines = lines_of(value, yes, no)
    if len(lines) == 1 and not isinstance(value, dict | list | tuple):
        return [f"{name}: {lines[0]}"]
    return [f"{name}:", *(_BELOW + line for line in lines)]

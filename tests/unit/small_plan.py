"""A small plan, and ways to look at what became of it on disk."""

from __future__ import annotations

import os

from copecli.core.plan import COPING, PEOPLE, STEPS, Item, Plan
from copecli.system.paths import Paths

TEA = Plan().add(COPING, Item("a", "Make tea"))
TEA_AND_WALK = TEA.add(COPING, Item("b", "Walk to the corner"))
TEA_AND_FRIEND = TEA.add(PEOPLE, Item("c", "A friend", "555-0100"))


def as_text(plan: Plan) -> str:
    """Return a plan as its lines."""
    return "".join(f"{item.text} {item.phone}\n" for step in STEPS for item in plan.of(step))


def put(paths: Paths, data: bytes) -> None:
    """Write plan.toml as an editor would."""
    os.makedirs(paths.data, exist_ok=True)
    with open(paths.plan_file, "wb") as file:
        file.write(data)


def held(path: str) -> bytes:
    """Return what the file holds."""
    with open(path, "rb") as file:
        return file.read()


def times(paths: Paths) -> dict[str, tuple[int, int]]:
    """Return (inode, time of change) of every file, by its path."""
    found: dict[str, tuple[int, int]] = {}
    for place, _below, names in os.walk(paths.data):
        for name in names:
            info = os.stat(os.path.join(place, name))
            found[os.path.join(place, name)] = (info.st_ino, info.st_mtime_ns)
    return found

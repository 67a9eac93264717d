"""A thousand exercises of one's own, the same each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FILE = """format = 1
title = "Exercise {n}"
family = "grounding"
summary = "Look at one thing, the {n}."
opening = "Now, look at one thing."
minutes = [1, 2]
states = ["any"]
intensity = [0, 10]
needs = ["nothing"]
discreet = "yes"
energy = "low"
channels = ["sight"]
adapt = {{ no-movement = "yes", no-sight = "no", no-hearing = "yes" }}
evidence = {{ grade = "E", says = "Nobody has tested this.", sources = [] }}
review = {{ status = "draft", on = 2026-11-26 }}

[[steps]]
kind = "say"
text = "Look at one thing near you."
"""


def fill(folder: Path, many: int) -> None:
    """Write so many files into `folder`, where they are not there."""
    folder.mkdir(parents=True, exist_ok=True)
    if len(list(folder.iterdir())) < many:
        for n in range(many):
            (folder / f"exercise-{n}.toml").write_text(FILE.format(n=n), encoding="utf-8")

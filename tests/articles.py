"""Articles for tests: a text of one, and a folder of them in the place of the shipped ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """+++
format = 1
title = "Rain on a window"
group = "living"
place = 2
summary = "What rain does, and what it does not."
finds = ["weather"]
sources = ["Nuij21", "Stanley18"]
review = { status = "draft", on = 2026-11-26 }
now = [{ skill = "stop" }, { open = "wave" }]
+++
Rain falls. [Stanley18]
It can be heard.

## What is known

- It is wet. [Nuij21, Stanley18]
- It ends.


## And now

You could listen.
"""
"""An article that is whole."""


def text(**changes: str) -> str:
    """Return `TEXT` with other values, as TOML: title='"Snow"'."""
    lines = TEXT.split("\n")
    for key, value in changes.items():
        lines = [f"{key} = {value}" if line.startswith(f"{key} = ") else line for line in lines]
    return "\n".join(lines)


def lay_out(monkeypatch: pytest.MonkeyPatch, directory: Path, files: dict[str, str]) -> Path:
    """Put these files, and no others, in the place of the shipped articles; return their folder."""
    from copecli.system import articles
    from copecli.system.content import content_path

    folder = directory / "learn"
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")

    def path(*parts: str) -> str:
        return str(directory.joinpath(*parts)) if parts[0] == "learn" else content_path(*parts)

    monkeypatch.setattr(articles, "content_path", path)
    return folder

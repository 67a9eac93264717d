"""The workflows: they can be read, run nobody's code that could change, and may do no more than they need."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from tests.architecture.rules import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.y*ml"))
USES = re.compile(r"^\s*(?:- )?uses:\s*(\S+)(?:\s+(#.*))?$", re.MULTILINE)
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
MAY_WRITE = {("lines.yml", "issues")}
"""Everything that a workflow may change."""


def loose(text: str) -> list[str]:
    """Return the actions that are not pinned by a hash, with the version beside it."""
    return [
        action
        for action, comment in USES.findall(text)
        if not PINNED.fullmatch(action) or not re.match(r"# v\d", comment)
    ]


def writes(document: dict[str, Any]) -> set[str]:
    """Return what a workflow may write; without a word on permissions that would be nearly everything."""
    tables = [
        document.get("permissions", "write-all"),
        *(job.get("permissions", {}) for job in jobs(document)),
    ]
    if any(not isinstance(table, dict) for table in tables):
        return {"everything"}
    return {name for table in tables for name, may in table.items() if may not in ("read", "none")}


def jobs(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the jobs of a workflow."""
    return list(document["jobs"].values())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_is_whole_pinned_and_modest(path: Any) -> None:
    """Each job runs somewhere, ends some time, and has steps; each `make` is one of ours."""
    text = path.read_text("utf-8")
    document = yaml.safe_load(text)
    assert loose(text) == []
    assert {(path.name, name) for name in writes(document)} <= MAY_WRITE
    for job in jobs(document):
        assert job["runs-on"]
        assert job["steps"]
        assert job["timeout-minutes"] <= 30
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z-]+) PYTHON", text)) <= targets


@pytest.mark.parametrize(
    "bad",
    [
        "      - uses: actions/checkout@v7 # v7.0.1\n",
        "      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1\n",
        "        uses: someone/thing@main\n",
    ],
)
def test_an_action_that_could_change_is_seen(bad: str) -> None:
    """A tag can be moved; a hash without its version cannot be kept up."""
    assert len(loose(bad)) == 1


@pytest.mark.parametrize(
    ("document", "found"),
    [
        ({"jobs": {}}, {"everything"}),
        ({"permissions": "write-all", "jobs": {}}, {"everything"}),
        ({"permissions": {}, "jobs": {"a": {"permissions": {"contents": "write"}}}}, {"contents"}),
        ({"permissions": {"contents": "read"}, "jobs": {"a": {}}}, set()),
    ],
)
def test_what_a_workflow_may_write_is_seen(document: dict[str, Any], found: set[str]) -> None:
    """Saying nothing is the most that one can ask for."""
    assert writes(document) == found

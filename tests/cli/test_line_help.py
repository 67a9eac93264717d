"""Help now in the line face: from every prompt, back to the same place, with nothing lost."""

from __future__ import annotations

import ast
import dataclasses
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from copecli.core.chain import TriggerMap
from copecli.core.checkin import CheckIn
from copecli.core.records import GoodMoment
from copecli.core.uses import Use, Wave
from copecli.desk import Desk
from tests.cli.stage import A_PLAN, Done, cope
from tests.ways import numbered

if TYPE_CHECKING:
    from collections.abc import Iterator

CLI = Path(__file__).parents[2] / "src" / "copecli" / "cli"
HERE, GONE = "Here is help. Start anywhere.", "Enter goes back."
TIMES = ("id", "when", "until", "seconds")
"""The time goes on while Help now is read."""
KINDS = (CheckIn, GoodMoment, TriggerMap, Use, Wave)

FLOWS: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "home and more": ((), ["m", "q", "2", "q", "q"]),
    "choosing": ((), ["c", "3", "", "1", *[""] * 6, "q", "q", "q", "q"]),
    "settings": ((), ["m", numbered("settings"), "1", "Irland", "Ireland", "q", "q", "q"]),
    "an exercise": (("do", "five-senses"), [*[""] * 25, "q"]),
    "words and a scale": (("do", "then-and-now"), ["", "1", "", "", "Monday", "", "3", "", "q", "q"]),
    "a wave": (("wave", "5"), ["", "8", "3", "5", "p", "", "q", "q", "q"]),
    "writing the plan": (("plan",), ["I stop answering", "", "", "Tea", "", "/q", "q", "q"]),
    "the plan": (("plan",), ["1", "", "q", "q"]),
    "through the plan": (("plan", "walk"), ["", "", "", "", "", "q", "q"]),
    "codes": (("plan", "send"), ["1", "", "", "", "q"]),
    "a check-in": (("checkin",), ["2 4", "8", "3", "", "", "", "q", "q"]),
    "a good moment": (("checkin", "good"), ["The sea", "2", "q"]),
    "a map": (("triggers",), ["1", "1", "1, a call", "5, nobody", "7", "2", "1", "1 6", "q", "q", "q"]),
    "crisis lines": (
        (),
        ["m", numbered("lines"), "3", "Irland", "3", "Ireland", "1", "1", "2", "3", "7", "q", "q", "q"],
    ),
    "reading": ((), ["m", numbered("learn"), "1", "1", "", "q", "q", "q", "q"]),
    "a report": (("progress", "--report"), ["", "", "", "q", "q"]),
}
"""Words of the command, and what is typed."""


def flow(name: str, lines: list[str], where: Path) -> Done:
    """Go through it in a home of its own, with a plan where one is needed."""
    words, _lines = FLOWS[name]
    environ = {"COPECLI_HOME": str(where)}
    if name in ("the plan", "through the plan", "codes"):
        there = Desk.open({**os.environ, **environ})
        there.save_plan(there.read_plan(), A_PLAN)
    return cope(*words, "--plain", types=lines, environ=environ)


def kept(where: Path) -> Iterator[object]:
    """Yield what is on disk of it: the plan, the settings, what was written down."""
    desk = Desk.open({**os.environ, "COPECLI_HOME": str(where)})
    plan = desk.read_plan().plan
    yield {step: [(item.text, item.phone, item.skill) for item in plan.of(step)] for step in plan.items}
    yield desk.config
    for kind in KINDS:
        for record in desk.journal.newest(kind):
            fields = dataclasses.asdict(record)
            fields["ratings"] = [strength for _seconds, strength in fields.get("ratings", ())]
            yield {name: value for name, value in fields.items() if name not in TIMES}


@pytest.mark.parametrize("name", FLOWS)
def test_help_now_before_every_line_changes_nothing(name: str, tmp_path: Path) -> None:
    """At each prompt it opens, Enter goes back, the place is said anew, and the answers are the same."""
    lines = FLOWS[name][1]
    plain = flow(name, lines, tmp_path / "plain")
    helped = flow(name, [typed for line in lines for typed in ("/h", "", line)], tmp_path / "helped")
    assert helped.lines.count(HERE) == plain.hand.at
    assert helped.hand.at == 3 * plain.hand.at
    assert (helped.code, helped.talk) == (plain.code, plain.talk)
    said = iter(helped.lines)
    assert [line for line in plain.lines if line and line not in said] == []
    before, *parts = ([line for line in part.split("\n") if line] for part in helped.out.split(HERE))
    for part in parts:
        assert part[part.index(GONE) + 1] in before, "the place was not said anew"
        before += part
    assert list(kept(tmp_path / "helped")) == list(kept(tmp_path / "plain"))


def reads_lines(source: str) -> bool:
    """Return whether a module reads what is typed by itself, so that no key of ours is seen."""
    return any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "line"
        and isinstance(node.func.value, ast.Attribute)
        and node.func.value.attr == "console"
        for node in ast.walk(ast.parse(source))
    )


def test_nothing_but_the_face_reads_a_line() -> None:
    """Whoever asks through it cannot forget Help now; Help now itself is where one has come already."""
    found = {path.name for path in CLI.rglob("*.py") if reads_lines(path.read_text("utf-8"))}
    assert found == {"face.py", "help_now.py"}
    assert reads_lines("def ask(face):\n    return face.console.line()\n")
    assert not reads_lines("def ask(face):\n    return face.line(again)\n")

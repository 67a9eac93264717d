"""A command in this process, with streams, keys and a clock of the test's own.

Invariant: nothing waits. A line comes when its time on the clock has come, and the clock moves only while the
program waits.
"""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from copecli.cli.main import run
from copecli.cli.world import World
from copecli.core.plan import Item, Plan
from copecli.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copecli.first_words import Painted

Lines = Sequence[str | tuple[float, str] | BaseException]
"""What is typed: lines, lines with their time, or what ends the input."""

APART = 2.0
"""Seconds between two lines of a calm hand."""


class Stream(io.TextIOWrapper):
    """A text stream that says whether it is a terminal, and keeps what was written."""

    def __init__(self, *, tty: bool, encoding: str = "utf-8") -> None:
        self._kept = io.BytesIO()
        super().__init__(self._kept, encoding=encoding, newline="\n", write_through=True)
        self._tty = tty

    def isatty(self) -> bool:
        """Whether it is one."""
        return self._tty

    def getvalue(self) -> str:
        """Return what was written."""
        return self._kept.getvalue().decode(self.encoding)


@dataclass
class Hand:
    """Types lines, each so many seconds after the program began to wait for it."""

    lines: Lines
    """Lines, typed calmly; or (seconds after the line before, line); or what ends the waiting."""
    now: float = 100.0
    at: int = 0
    typed_at: list[float] = field(default_factory=list)
    _since: float = 100.0

    def clock(self) -> float:
        """Return the time."""
        return self.now

    def read(self, seconds: float | None) -> str | None:
        """Wait for the next line, `seconds` at the most."""
        if self.at >= len(self.lines):
            raise EOFError
        line = self.lines[self.at]
        if isinstance(line, BaseException):
            self.at += 1
            raise line
        after, words = line if isinstance(line, tuple) else (APART, line)
        due = max(self.now, self._since + after)
        if seconds is not None and self.now + seconds < due:
            self.now += seconds
            return None
        self.now = self._since = due
        self.at += 1
        self.typed_at.append(due)
        return words


@dataclass(frozen=True)
class Done:
    """What a command left."""

    code: int
    out: str
    talk: str
    hand: Hand

    @property
    def lines(self) -> list[str]:
        """The lines of the result."""
        return self.out.splitlines()


def cope(
    *words: str,
    types: Lines | None = None,
    environ: Mapping[str, str] | None = None,
    painted: Painted | None = None,
    out: Stream | None = None,
) -> Done:
    """Run `cope` with `words`; with `types` all three streams are terminals, without it none is."""
    tty = types is not None
    hand = Hand(types or ())
    out = out or Stream(tty=tty)
    talk = Stream(tty=tty)
    world = World(
        stdin=Stream(tty=tty),
        stdout=out,
        stderr=talk,
        environ={**os.environ, **(environ or {})},
        clock=hand.clock,
        read=hand.read,
    )
    code = run(list(words), painted, world)
    return Done(code, out.getvalue(), talk.getvalue(), hand)


def desk() -> Desk:
    """Return the desk of the test's own home."""
    return Desk.open(os.environ)


def write_plan(plan: Plan) -> None:
    """Save `plan` as the person's plan."""
    there = desk()
    there.save_plan(there.read_plan(), plan)


A_PLAN = Plan({
    "warning-signs": (Item("a", "I stop answering messages"),),
    "coping": (Item("b", "Five things I can see", skill="five-senses"),),
    "people": (Item("c", "A friend", "555-0100"), Item("d", "می‌خواهم حرف بزنم")),
    "reasons": (Item("e", "The sea"),),
})  # fmt: skip

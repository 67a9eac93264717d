"""The figures that the program must hold, and how each is measured.

Invariant: what is compared is measured in the same round, one after the other: a busy machine slows both.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep
from typing import TYPE_CHECKING

from benchmarks.measure import ROWS, NotShownError, on_screen, peak_memory, until_done
from copecli.core.more_words import MORE, PROGRESS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.pty.emulator import Emulator

PYTHON = sys.executable
COPE = str(Path(PYTHON).with_name("cope"))
BARE = (PYTHON, "-I", "-c", "print('bare python')")
ONE_STATIC = (PYTHON, str(Path(__file__).with_name("one_static.py")))

BETWEEN_KEYS = 0.05
"""Seconds, as in a quick hand. Textual draws 60 times a second: a key right after a frame waits its turn."""

FOOT = "Help now"
"""At the foot of every screen: the screen is whole."""

DOOR, LAST_ROW = "What my journal shows", "What can go up and down"
"""The way to what the journal shows, and the last row of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Something measured, and the bar that it must not pass."""

    what: str
    measure: Callable[[Mapping[str, str]], float]
    """Returns one value, in `unit`."""
    bar: float
    """Not more than this: times the value of `against`, or in `unit` where that is empty."""
    against: str = ""
    """What it is a multiple of; one of `REFERENCES`."""
    unit: str = "ms"
    rounds: float = 1.0
    """How many of the rounds it takes part in, as a share: slow ones need not be measured so often."""


def _shows(text: str, *command: str) -> Callable[[Mapping[str, str]], float]:
    """Return a measure: milliseconds until `command` shows `text`."""

    def measure(environ: Mapping[str, str]) -> float:
        with on_screen(command, environ) as program:
            return program.until_text(text)

    return measure


def _done(*command: str) -> Callable[[Mapping[str, str]], float]:
    return lambda environ: until_done(command, environ)


def _peak(*command: str) -> Callable[[Mapping[str, str]], float]:
    return lambda environ: peak_memory(command, environ)


def _peak_on_screen(text: str, *command: str) -> Callable[[Mapping[str, str]], float]:
    def measure(environ: Mapping[str, str]) -> float:
        with on_screen(command, environ) as program:
            program.until_text(text)
            program.settle()
            return program.peak_memory()

    return measure


def _per_second(seconds: float, *, processor: bool) -> Callable[[Mapping[str, str]], float]:
    """Return a measure of the pacer: bytes written a second, or per cent of a core."""

    def measure(environ: Mapping[str, str]) -> float:
        with on_screen((COPE, "ground", "even-breath"), environ) as program:
            program.until_text(FOOT)
            program.settle()
            for _ in range(MOST_STEPS_BEFORE):
                if _breathes(program.screen):
                    break
                program.type(b"\r")
                program.settle()
            if not _breathes(program.screen):
                raise NotShownError("\n".join(program.screen.lines))
            written, used = program.watch(seconds)
            return used / seconds * 100 if processor else written / seconds

    return measure


MOST_STEPS_BEFORE = 8
"""Times that Enter is pressed, at the most, until a breath is shown."""


def _breathes(screen: Emulator) -> bool:
    return any(re.search(r"\b(In|Out) +\d+$", line) for line in screen.lines)


def _idle(seconds: float, *command: str) -> Callable[[Mapping[str, str]], float]:
    """Return a measure: bytes written while nobody does anything."""

    def measure(environ: Mapping[str, str]) -> float:
        with on_screen((COPE, *command), environ) as program:
            program.until_text(FOOT)
            program.settle()
            return program.watch(seconds)[0]

    return measure


def _keys_in_a_list(times: int) -> Callable[[Mapping[str, str]], float]:
    """Return a measure: the 99th of a hundred times from a key to the mark's new place."""

    def measure(environ: Mapping[str, str]) -> float:
        with on_screen((COPE,), environ) as program:
            program.until_text(FOOT)
            program.settle()
            first = _marked(program.screen)
            took = []
            for at in range(times):
                key, row = (b"\x1b[A", first) if at % 2 else (b"\x1b[B", first + 1)
                took.append(program.after(key, _marks(row)))
                sleep(BETWEEN_KEYS)
            return sorted(took)[round(0.99 * (len(took) - 1))]

    return measure


def _another_screen(times: int) -> Callable[[Mapping[str, str]], float]:
    """Return a measure: the middle one of so many times from a key to another screen."""

    def measure(environ: Mapping[str, str]) -> float:
        with on_screen((COPE,), environ) as program:
            program.until_text(FOOT)
            program.settle()
            took = []
            for _ in range(times):
                took.append(program.after(b"c", lambda screen: "How is it right now?" in screen.lines[2]))
                program.settle()
                program.after(b"q", lambda screen: "How is it right now?" not in "".join(screen.lines))
                program.settle()
            return sorted(took)[len(took) // 2]

    return measure


def _big(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of a person with 100,000 check-ins and 20,000 uses; filled once."""
    from benchmarks.big_journal import fill
    from copecli.system.paths import find

    big = {**environ, "COPECLI_HOME": environ["COPECLI_HOME"] + "-big"}
    if not Path(find(big).journal_file).exists():
        fill(find(big))
    return big


def _what_the_journal_shows(times: int) -> Callable[[Mapping[str, str]], float]:
    """Return a measure: the middle one of so many times from a key to the sections of a big journal."""

    def measure(environ: Mapping[str, str]) -> float:
        with on_screen((COPE,), _big(environ)) as program:
            program.until_text(FOOT)
            program.settle()
            program.after(b"m", lambda screen: any(DOOR in line for line in screen.lines))
            program.settle()
            program.type(b"\x1b[B" * [key for key, _words in MORE].index(PROGRESS))
            took = []
            for _ in range(times):
                program.settle()
                took.append(program.after(b"\r", lambda screen: any(LAST_ROW in one for one in screen.lines)))
                program.after(b"q", lambda screen: not any(LAST_ROW in one for one in screen.lines))
            return sorted(took)[len(took) // 2]

    return measure


def _with_a_thousand(
    measure: Callable[[Mapping[str, str]], float],
) -> Callable[[Mapping[str, str]], float]:
    """Return `measure` for a person who has a thousand exercises of their own."""

    def with_them(environ: Mapping[str, str]) -> float:
        from benchmarks.many_skills import fill
        from copecli.system.paths import find

        full = {**environ, "COPECLI_HOME": environ["COPECLI_HOME"] + "-full"}
        fill(Path(find(full).own_skills), 1000)
        return measure(full)

    return with_them


def _sections_of_the_journal(environ: Mapping[str, str]) -> float:
    """Return the milliseconds that the sections of a big journal take, in this process."""
    from copecli.desk import Desk
    from copecli.desk_progress import shown

    desk = Desk.open(_big(environ))
    desk.library()
    began = perf_counter()
    if not shown(desk).sections(60, plain=False):
        raise NotShownError("no section")
    return (perf_counter() - began) * 1000


def _marked(screen: Emulator) -> int:
    """Return the row that has a ground of its own; -1 while there is none, or more than one."""
    grounds = [screen.cell(row, 12)[2] for row in range(ROWS)]
    rows = [row for row, ground in enumerate(grounds) if ground != grounds[0]]
    return rows[0] if len(rows) == 1 else -1


def _marks(row: int) -> Callable[[Emulator], bool]:
    return lambda screen: _marked(screen) == row


REFERENCES: Mapping[str, Callable[[Mapping[str, str]], float]] = {
    "bare Python, first word": _shows("bare python", *BARE),
    "bare Python, into a pipe": _done(*BARE),
    "one Static": _shows("one static", *ONE_STATIC),
    "bare Python, memory": _peak(*BARE),
    "one Static, memory": _peak_on_screen("one static", *ONE_STATIC),
    "home, no exercises of one's own": _shows(FOOT, COPE),
    "ground, no exercises of one's own": _shows(FOOT, COPE, "ground"),
}
"""What the figures are multiples of."""

_WORD, _PIPE, _STATIC, _MEMORY, _STATIC_MEMORY, _HOME, _GROUND = REFERENCES

FIGURES = (
    Figure(
        what="cope ground, first words",
        against=_WORD,
        bar=1.5,
        measure=_shows("Any key goes on", COPE, "ground"),
    ),
    Figure(
        what="cope now, first words",
        against=_WORD,
        bar=1.5,
        measure=_shows("You could move near", COPE, "now"),
    ),
    Figure(what="cope ground, whole", against=_STATIC, bar=1.25, measure=_shows(FOOT, COPE, "ground")),
    Figure(what="cope, home", against=_STATIC, bar=1.2, measure=_shows(FOOT, COPE)),
    Figure(what="cope now", against=_PIPE, bar=5, measure=_done(COPE, "now")),
    Figure(what="cope lines", against=_PIPE, bar=5, measure=_done(COPE, "lines")),
    Figure(what="cope ground --list", against=_PIPE, bar=5, measure=_done(COPE, "ground", "--list")),
    Figure(what="cope skills list --json", against=_PIPE, bar=8, measure=_done(COPE, "skills", "--json")),
    Figure(
        what="home, 1,000 exercises of one's own",
        against=_HOME,
        bar=1.1,
        measure=_with_a_thousand(_shows(FOOT, COPE)),
    ),
    Figure(
        what="cope ground, 1,000 of one's own",
        against=_GROUND,
        bar=1.1,
        measure=_with_a_thousand(_shows(FOOT, COPE, "ground")),
    ),
    Figure(
        what="a key in a list, 1,000 of one's own, p99",
        bar=16,
        measure=_with_a_thousand(_keys_in_a_list(100)),
        rounds=0.2,
    ),
    Figure(what="cope plan print", against=_PIPE, bar=3, measure=_done(COPE, "plan", "print")),
    Figure(what="memory of cope now", against=_MEMORY, bar=1.8, unit="MB", measure=_peak(COPE, "now")),
    Figure(
        what="memory of cope plan print",
        against=_MEMORY,
        bar=1.8,
        unit="MB",
        measure=_peak(COPE, "plan", "print"),
    ),
    Figure(
        what="memory of home", against=_STATIC_MEMORY, bar=1.3, unit="MB", measure=_peak_on_screen(FOOT, COPE)
    ),
    Figure(what="a key in a list, p99", bar=16, measure=_keys_in_a_list(100), rounds=0.2),
    Figure(what="another screen, median", bar=50, measure=_another_screen(9), rounds=0.2),
    Figure(what="progress, 100,000 check-ins", bar=250, measure=_what_the_journal_shows(5), rounds=0.2),
    Figure(what="its sections, in process", bar=100, measure=_sections_of_the_journal),
    Figure(
        what="a breath, written", bar=6_000, unit="B/s", measure=_per_second(8, processor=False), rounds=0.1
    ),
    Figure(what="a breath, of a core", bar=5, unit="%", measure=_per_second(8, processor=True), rounds=0.1),
    Figure(what="home at rest, written in 5 s", bar=0, unit="B", measure=_idle(5), rounds=0.1),
    Figure(what="plan at rest, written in 5 s", bar=0, unit="B", measure=_idle(5, "plan"), rounds=0.1),
)


def environment(home: Path) -> dict[str, str]:
    """Return the variables of a person with nothing but a plan, on an ordinary terminal."""
    from tests.machine import isolated

    environ = isolated(os.environ, home) | {"COPECLI_HOME": str(home / "cope"), "COLORTERM": "truecolor"}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    return environ


def write_plan(environ: Mapping[str, str]) -> None:
    """Save a plan with something in every step."""
    from copecli.core.plan import STEPS, Item, Plan
    from copecli.documents.text import plan_as_text
    from copecli.system.paths import find
    from copecli.system.plan_store import save

    items = {
        step: tuple(
            Item(id=f"{step}-{n}", text=f"Something for step {step}, the {n}.", phone="555-0100")
            for n in range(3)
        )
        for step in STEPS
    }
    save(find(environ), Plan(items=items), plan_as_text, expected=None)

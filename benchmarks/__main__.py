"""Measure, and print every figure beside its bar.

Numbers are of this machine in this minute; the ratios carry over, within a tenth or so.
"""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.figures import FIGURES, REFERENCES, Figure, environment, write_plan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Values = tuple[list[float], list[float]]
"""What was measured of a figure, and of what it is compared with."""

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Measure what was asked for; return 0."""
    asked = _arguments()
    figures = [
        figure for figure in FIGURES if not asked.only or any(word in figure.what for word in asked.only)
    ]
    compileall.compile_dir(str(ROOT / "src"), quiet=2)
    home = Path(tempfile.mkdtemp(prefix="cope-bench-"))
    try:
        environ = environment(home)
        write_plan(environ)
        _say_where(asked.n)
        _say(figures, _measured(figures, asked.n, environ))
    finally:
        shutil.rmtree(home)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.partition("\n")[0])
    parser.add_argument("-n", type=int, default=15, metavar="N", help="rounds (15)")
    parser.add_argument("only", nargs="*", help="only figures whose name holds one of these words")
    return parser.parse_args()


def _measured(figures: Sequence[Figure], rounds: int, environ: Mapping[str, str]) -> list[Values]:
    """Return what was measured of each figure.

    What it is compared with is measured beside it, now before and now after: a process is quicker after a
    small one than after a large one.
    """
    values: list[Values] = [([], []) for _ in figures]
    for at in range(-1, rounds):  # the first round only warms the disk's cache
        print(f"\rround {max(at, 0) + 1} of {rounds} ", end="", file=sys.stderr, flush=True)
        for figure, (taken, compared) in zip(figures, values, strict=True):
            if at >= max(1, round(rounds * figure.rounds)) or (at < 0 and figure.rounds < 1):
                continue
            both = [(figure.measure, taken)]
            if figure.against:
                both.insert(at % 2, (REFERENCES[figure.against], compared))
            for measure, into in both:
                value = measure(environ)
                if at >= 0:
                    into.append(value)
    print("\r" + " " * 30 + "\r", end="", file=sys.stderr, flush=True)
    return values


def _say_where(rounds: int) -> None:
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores{load}, {rounds} rounds, interleaved.")
    print("Times from spawning to readable (80 by 24, emulated) or to the pipe's end: medians (quartiles).")


def _say(figures: Sequence[Figure], values: Sequence[Values]) -> None:
    against = None
    for figure, (taken, compared) in zip(figures, values, strict=True):
        if figure.against != against:
            against = figure.against
            print(f"\ntimes {against}: {_spread(compared, figure.unit)}" if against else "\nby itself")
        # Pair by pair, so that a machine that grows busy meanwhile does not show as a ratio.
        ratios = [one / of for one, of in zip(taken, compared, strict=True)] if against else taken
        value = statistics.median(ratios)
        verdict = "ok" if value <= figure.bar else "over"
        shown = f"{value:.2f} x" if against else f"{value:.0f} {figure.unit}"
        print(f"  {figure.what:30}{shown:>10}  bar {figure.bar:<5g} {verdict:5}{_spread(taken, figure.unit)}")


def _spread(values: Sequence[float], unit: str) -> str:
    """Return the median, the quartiles and how many there are."""
    if len(values) < 4:
        return f"{statistics.median(values):.1f} {unit} (N={len(values)})"
    low, middle, high = statistics.quantiles(values, n=4)
    return f"{middle:.1f} {unit} ({low:.1f} to {high:.1f}, N={len(values)})"


if __name__ == "__main__":
    sys.exit(main())

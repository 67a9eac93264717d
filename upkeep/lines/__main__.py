"""Hold the shipped lines and numbers to their rules, and say what is due for checking.

Usage: python -m upkeep.lines [--today YYYY-MM-DD] [--markdown] [-o FILE]

Ends with 1 where a rule does not hold. What is due is no fault.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from upkeep.lines.report import due_markdown, due_text, fault_lines
from upkeep.lines.rules import RULES, faults
from upkeep.lines.shipped import shipped


def main(words: list[str] | None = None) -> int:
    """Print the faults and the due list; return 1 where there are faults."""
    asked = _arguments(words)
    data = shipped(asked.today)
    found = faults(data)
    if asked.markdown:
        lines = list(due_markdown(data, found))
    else:
        count = sum(1 for _ in data.lines())
        head = f"{count} lines and {len(data.countries)} countries, {len(RULES)} rules: {len(found)} faults."
        lines = [head, *fault_lines(found), "", *due_text(data)]
    text = "\n".join(lines) + "\n"
    if asked.output:
        Path(asked.output).write_text(text, "utf-8")
    else:
        sys.stdout.write(text)
    return 1 if found else 0


def _arguments(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m upkeep.lines", description=__doc__)
    parser.add_argument("--today", default=date.today().isoformat(), help="the day to judge dates by")
    parser.add_argument("--markdown", action="store_true", help="the due list as Markdown, for an issue")
    parser.add_argument("-o", "--output", default="", help="the file to write instead of the terminal")
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main())

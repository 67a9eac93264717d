"""The faults and the due list, as text for a terminal and as Markdown for an issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from upkeep.lines.due import due_emergency, due_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from upkeep.lines.rules import Fault
    from upkeep.lines.shipped import Shipped


def fault_lines(found: tuple[Fault, ...]) -> Iterator[str]:
    """Yield each rule that does not hold, and where."""
    said = ""
    for fault in found:
        if fault.rule.id != said:
            said = fault.rule.id
            yield f"{fault.rule.says} ({fault.rule.id})"
        yield f"  {fault.where}: {fault.what}"


def due_text(shipped: Shipped) -> Iterator[str]:
    """Yield the due list for a terminal."""
    lines, numbers = due_lines(shipped), due_emergency(shipped)
    yield f"Due for checking on {shipped.today}: {len(lines)} lines."
    for due in lines:
        yield f"  {due.checked:<10}  {due.id:<22}  {'; '.join(due.why)}"
    if numbers:
        yield "Emergency numbers with evidence older than a year:"
    for checked, codes in numbers.items():
        yield f"  {checked:<10}  {' '.join(codes)}"


def due_markdown(shipped: Shipped, found: tuple[Fault, ...]) -> Iterator[str]:
    """Yield the due list for an issue; what is wrong comes first."""
    if found:
        yield from ("## Not as it should be", "", "```text", *fault_lines(found), "```", "")
    lines, numbers = due_lines(shipped), due_emergency(shipped)
    yield from (f"## Crisis lines to check: {len(lines)}", "")
    yield f"As of {shipped.today}. How to check one is told in `docs/lines.md`."
    yield from ("", "| newest evidence | line | name | why |", "| --- | --- | --- | --- |")
    for due in lines:
        yield f"| {due.checked} | `{due.id}` | {_cell(due.name)} | {'; '.join(due.why)} |"
    if numbers:
        yield from ("", "## Emergency numbers with evidence older than a year", "")
    for checked, codes in numbers.items():
        yield f"- {checked}: {' '.join(codes)}"


def _cell(text: str) -> str:
    """Return text that stays in its cell and is only text there."""
    return "".join(f"\\{sign}" if sign in "\\|<>[]*_`@#" else sign for sign in text)

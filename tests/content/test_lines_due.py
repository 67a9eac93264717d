"""What is due for checking: which lines, in which order, why, and how a maintainer is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copecli.core.lines import over_a_year_old
from tests.content.line_examples import LINE, NAGA, TWO, holding, sources
from upkeep.lines.__main__ import main
from upkeep.lines.due import MEDIUM, NO_NUMBER, NOTED, OLD, OWN, due_emergency, due_lines
from upkeep.lines.report import due_markdown
from upkeep.lines.rules import faults
from upkeep.lines.shipped import shipped

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def checked(date: str, **changes: object) -> dict[str, object]:
    """Return a line whose newest evidence is of that date."""
    dated = [TWO[0] | {"date": date}, TWO[1]]
    return {"id": f"gb-{date}", "checked": date, "sources": dated, **changes}


def test_the_oldest_evidence_comes_first_and_then_what_is_to_be_checked_first() -> None:
    """A date without its day counts as the first that it may be; what is new and confirmed is left out."""
    data = holding(
        checked("2025-12-01"),
        more=(
            checked("2025"),
            checked("2025-11-22"),
            checked("2021-07-09"),
            checked("2026-03", confidence="medium"),
            checked("2020", confidence="medium"),
        ),
    )
    assert [(due.checked, due.why) for due in due_lines(data)] == [
        ("2020", (OLD, MEDIUM)),
        ("2021-07-09", (OLD,)),
        ("2025", (OLD,)),
        ("2025-11-22", (OLD,)),
        ("2026-03", (MEDIUM,)),
    ]


def test_a_line_that_its_own_page_alone_confirms_is_due() -> None:
    """A page of one's own that goes stale is contradicted by nobody."""
    own = {"own_source": True, "confidence": "medium", "sources": sources("https://one.example", NAGA)}
    assert [due.why for due in due_lines(holding(own))] == [(MEDIUM, OWN)]
    assert due_lines(holding({"own_source": True})) == ()
    assert [due.why for due in due_lines(holding(own | {"own_source": False}))] == [(MEDIUM,)]


def test_a_newest_source_without_the_number_and_a_note_that_asks_are_due() -> None:
    """The line runs, but is it still that number?"""
    without = [TWO[0] | {"detail": "no number in excerpt"}, TWO[1], {"at": "https://three.example"}]
    assert [due.why for due in due_lines(holding({"sources": without}))] == [(NO_NUMBER,)]
    assert [due.why for due in due_lines(holding({"maintainers": "Press 3 may come back: re-check."}))] == [
        (NOTED,)
    ]


def test_emergency_numbers_with_old_evidence_are_due_by_their_date() -> None:
    """They seldom change, and somebody has to look all the same."""
    old = holding(emergency={"checked": "2024-09-20", "sources": [TWO[0] | {"date": "2024-09-20"}, TWO[1]]})
    assert due_emergency(old) == {"2024-09-20": ("GB",)}
    assert due_emergency(holding()) == {}


def test_whatever_the_program_calls_old_is_on_the_list_of_what_is_shipped() -> None:
    """Nobody is told "over a year ago" of a line that no maintainer was told of."""
    data = shipped("2026-11-26")
    due = {entry.id for entry in due_lines(data)}
    old = {line.id for _, line in data.lines() if over_a_year_old(line.checked, data.today)}
    assert len(old) > 50
    assert old <= due
    assert {line.id for _, line in data.lines() if line.confidence == "medium"} <= due


def test_an_issue_holds_faults_first_and_a_row_for_each_line_and_no_name_steers_it() -> None:
    """A name with a bar or a mention stays a name; GitHub takes 65,536 characters."""
    data = holding({"name": "A | <b>B</b> @someone", "cost": "", "checked": "2026-02"})
    text = "\n".join(due_markdown(data, faults(data)))
    assert text.index("A line says its hours") < text.index("Crisis lines to check")
    assert "says nothing of cost" in text
    whole = holding({"confidence": "medium", "name": "A | <b>B</b> @someone"})
    rows = [row for row in due_markdown(whole, ()) if "gb-example" in row]
    assert rows == [f"| 2026-01 | `gb-example` | A \\| \\<b\\>B\\</b\\> \\@someone | {MEDIUM} |"]
    real = shipped("2030-01-01")
    assert len("\n".join(due_markdown(real, ()))) < 60_000


def test_the_tool_ends_with_one_only_where_a_rule_does_not_hold(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """What is due is no fault; a clock that is off is."""
    assert main(["--today", "2026-11-26"]) == 0
    assert "0 faults" in capsys.readouterr().out
    assert main(["--today", "2024-01-01"]) == 1
    assert "No evidence is of tomorrow." in capsys.readouterr().out
    there = tmp_path / "due.md"
    assert main(["--today", "2026-11-26", "--markdown", "-o", str(there)]) == 0
    assert capsys.readouterr().out == ""
    assert there.read_text("utf-8").startswith("## Crisis lines to check: ")


def test_the_good_line_of_these_tests_is_a_fresh_one() -> None:
    """Else every case above would be due for another reason."""
    assert LINE["checked"] == "2026-01"
    assert due_lines(holding()) == ()

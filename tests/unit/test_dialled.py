"""Numbers as a phone dials them: the digits that stand there, or no link at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.documents.dialled import dialled


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("555-0100", ["5550100"]),
        ("(01) 555 0100", ["015550100"]),
        ("+1 555 0100", ["+15550100"]),
        ("+44 (0)20 5550100", ["+44205550100"]),
        ("030/5550100", ["0305550100"]),
        ("555-0100 / 555-0101", ["5550100", "5550101"]),
        ("555-0100 or 555-0101", ["5550100", "5550101"]),
        ("555-0100 +1 555 0101", ["5550100", "+15550101"]),
        ("tel. 555 0100.", ["5550100"]),
        ("555-0100, room 123", ["5550100"]),
        ("112", ["112"]),
        ("\u0665\u0665\u0665\u0660\u0661\u0660\u0660", ["5550100"]),
        ("1-555-LETTERS", []),
        ("B5550100", []),
        ("12", []),
        ("1234567890123456", []),
        ("nobody yet", []),
        ("+", []),
        ("", []),
    ],
)
def test_a_number_is_dialled_as_it_stands(written: str, numbers: list[str]) -> None:
    """With a country code, two in a row, words around it; where it is not plain, there is no link."""
    assert [digits for _, digits in dialled(written) if digits] == numbers


@given(st.text() | st.text("0123456789+()-/. a"))
def test_nothing_of_the_writing_is_changed(written: str) -> None:
    """The parts are the writing, and each link has only digits of its own part, in their order."""
    parts = dialled(written)
    assert "".join(part for part, _ in parts) == written
    for part, digits in parts:
        standing = iter("".join(str(int(c)) for c in part if c.isdecimal()))
        assert all(digit in standing for digit in digits.removeprefix("+"))

"""A number three rows high: whole or not at all."""

from __future__ import annotations

import pytest

from copecli.tui.widgets.big_digits import big_digits

ALL = "0123456789 +*#-/()."


@pytest.mark.parametrize("blocks", [True, False])
def test_every_digit_looks_different(blocks: bool) -> None:
    """In both ways of drawing."""
    shapes = [big_digits(digit, 10, blocks=blocks) for digit in "0123456789"]
    assert len(set(shapes)) == 10
    assert all(len(shape) == 3 for shape in shapes)


@pytest.mark.parametrize("blocks", [True, False])
@pytest.mark.parametrize("columns", [6, 20, 36, 64])
def test_it_keeps_within_its_columns(columns: int, blocks: bool) -> None:
    """A long number takes several rows of digits, each of one width."""
    rows = big_digits(ALL, columns, blocks=blocks)
    assert rows
    assert len(rows) % 3 == 0
    assert max(map(len, rows)) <= columns


def test_what_has_no_large_form_is_not_drawn_at_all() -> None:
    """Half a number would be worse than none."""
    assert big_digits("ask my sister", 60) == ()
    assert big_digits("٠١٢", 60) == ()
    assert big_digits("", 60) == ()
    assert all(line.isascii() for line in big_digits("555-0100", 60, blocks=False))

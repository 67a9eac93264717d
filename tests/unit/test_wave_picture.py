"""The wave in signs: where one is can be told without colour, and it never needs more room than there is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.cells import width
from copecli.core.wave_picture import AHEAD, HERE, HERE_ASCII, WATER, Seen, picture


def column(rows: tuple[str, ...], x: int) -> str:
    """Return what stands there, from above."""
    return "".join(row[x] for row in rows)


def place(rows: tuple[str, ...], mark: str = HERE) -> int:
    """Return the column of the mark."""
    (found,) = [row.index(mark) for row in rows if mark in row]
    return found


@pytest.mark.parametrize("rows", [1, 2, 3, 5, 9])
def test_what_was_ridden_is_full_and_what_is_ahead_is_an_edge(rows: int) -> None:
    """And the mark stands between them."""
    drawn = picture(Seen(150.0, 300.0), 40, rows)
    here = place(drawn)
    assert here == 20
    assert all(WATER & set(column(drawn, x)) for x in range(here))
    assert all(AHEAD in column(drawn, x) and not WATER & set(column(drawn, x)) for x in range(here + 1, 40))


def test_a_rating_stands_where_it_was_given_and_lifts_the_water() -> None:
    """Strong is high, weak is low; ten has two signs."""
    drawn = picture(Seen(300.0, 300.0, ((0, 10), (150, 1))), 40, 8)
    assert any(row.startswith("10") for row in drawn)
    (low,) = [y for y, row in enumerate(drawn) if row[20:21] == "1"]
    (high,) = [y for y, row in enumerate(drawn) if row.startswith("10")]
    assert high < low


def test_the_sea_goes_on_at_the_end() -> None:
    """The last swell is as high as the first: nothing says that the urge is gone with the time."""
    drawn = picture(Seen(0.0, 300.0), 60, 8)
    heights = [next(y for y, sign in enumerate(column(drawn, x)) if sign in (AHEAD, HERE)) for x in range(60)]
    assert min(heights[:20]) == min(heights[-20:])


@given(
    st.floats(0, 20_000),
    st.floats(1, 14_400),
    st.lists(st.tuples(st.integers(0, 14_400), st.integers(0, 10)), max_size=30),
    st.integers(-1, 90),
    st.integers(-1, 12),
    st.booleans(),
)
def test_any_ride_fits_into_any_room(
    seconds: float, total: float, ratings: list[tuple[int, int]], columns: int, rows: int, unicode: bool
) -> None:
    """As many lines of as many cells as asked for, one mark, and plain ASCII where that is all there is."""
    seen = Seen(seconds, total, tuple(sorted(ratings)))
    drawn = picture(seen, columns, rows, unicode=unicode)
    if columns < 1 or rows < 1:
        assert drawn == ()
        return
    assert len(drawn) == rows
    assert all(width(row) == len(row) == columns for row in drawn)
    assert "".join(drawn).count(HERE if unicode else HERE_ASCII) == 1
    assert unicode or "".join(drawn).isascii()


def test_a_second_later_little_is_drawn_anew() -> None:
    """Two neighbouring columns, and the mark with its shadow: a slow line carries it."""
    before, now = (picture(Seen(second, 300.0), 64, 8) for second in (100.0, 105.0))
    changed = {x for old, new in zip(before, now, strict=True) for x in range(64) if old[x] != new[x]}
    assert len(changed) <= 3

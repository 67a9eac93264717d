"""The tile game: nothing overlaps, nothing ends, nothing hurries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copecli.core.tile_shapes import KINDS, LARGEST, across, shape
from copecli.core.tiles import (
    DOWN,
    DROP,
    HIGHEST,
    LEFT,
    LOWEST,
    MOVES,
    RIGHT,
    SPEED,
    SPEEDS,
    TURN,
    Event,
    Falling,
    Pause,
    Push,
    Tick,
    Tiles,
)

Below = Callable[[int], int]

happenings: st.SearchStrategy[Event] = st.one_of(
    st.sampled_from(MOVES).map(Push), st.floats(0, 10_000).map(Tick), st.just(Pause())
)
heights = st.integers(-3, 40)


def first(n: int) -> int:
    """Draw the first that there is."""
    return 0


def play(tiles: Tiles, *events: Event, below: Below = first) -> Tiles:
    """Return the game after these events."""
    for event in events:
        tiles = tiles.next(event, below)
    return tiles


def push(*moves: str) -> list[Event]:
    """Return the events of these moves."""
    return [Push(move) for move in moves]


def seen(tiles: Tiles) -> Sequence[str]:
    """Return the board as it is seen."""
    return ["".join(" x"[bool(tiles.cell(x, y))] for x in range(tiles.wide)) for y in range(tiles.high)]


def sound(tiles: Tiles) -> bool:
    """Return whether the falling tile lies within the board and on no other one, and no row is full."""
    cells = list(tiles.falling.cells)
    within = all(0 <= x < tiles.wide and 0 <= y < tiles.high for x, y in cells)
    return within and not any(tiles.rows[y][x] for x, y in cells) and all(0 in row for row in tiles.rows)


@given(heights, st.lists(st.one_of(happenings, heights), max_size=120), st.randoms(use_true_random=False))
def test_no_sequence_ends_it_or_lays_two_tiles_on_one_place(
    high: int, happened: list[Event | int], chance: object
) -> None:
    """Whatever is pressed, however long it takes, and whatever size the window has."""
    below: Below = chance.randrange  # type: ignore[attr-defined]
    tiles = Tiles.begin(below, high=high)
    for event in happened:
        tiles = tiles.fitted(event) if isinstance(event, int) else tiles.next(event, below)
        assert sound(tiles)
        assert LOWEST <= tiles.high <= HIGHEST


@given(st.lists(st.sampled_from(MOVES), min_size=1, max_size=60), st.randoms(use_true_random=False))
def test_it_can_be_dropped_for_ever(moves: list[str], chance: object) -> None:
    """A board that is filled as fast as can be opens again, each time."""
    below: Below = chance.randrange  # type: ignore[attr-defined]
    tiles = Tiles.begin(below, high=LOWEST)
    for move in moves * 5:
        tiles = play(tiles, *push(move, DROP), below=below)
        assert sound(tiles)


def test_every_kind_keeps_its_cells_in_each_turn() -> None:
    """Four turns lead back, nothing is wider than it is said to be, and no two kinds are alike."""
    for kind in range(KINDS):
        turns = [shape(kind, n) for n in range(4)]
        assert {len(set(cells)) for cells in turns} == {len(turns[0])}
        assert all(min(x for x, _ in cells) == min(y for _, y in cells) == 0 for cells in turns)
        assert max(across(kind, n) for n in range(4)) <= LARGEST
        assert shape(kind, 4) == turns[0]
    every = [frozenset(shape(kind, n) for n in range(4)) for kind in range(KINDS)]
    assert len({cells for kind in every for cells in kind}) == sum(len(kind) for kind in every)


def test_every_kind_comes_before_one_comes_again() -> None:
    """A bag is drawn empty first."""
    tiles, kinds = Tiles.begin(first), []
    for _ in range(KINDS):
        kinds.append(tiles.falling.kind)
        tiles = play(tiles, *push(DROP))
    assert sorted(kinds) == list(range(KINDS))


def test_it_comes_down_a_row_when_its_time_is_over() -> None:
    """Slow as it begins; two short times make one long one."""
    tiles = Tiles.begin(first)
    assert play(tiles, Tick(SPEEDS[0] - 0.1)).falling.y == 0
    assert play(tiles, Tick(SPEEDS[0] - 0.1)).seconds_to_fall == pytest.approx(0.1)
    assert play(tiles, Tick(1.0), Tick(SPEEDS[0] - 1.0)).falling.y == 1


def test_a_machine_that_stood_still_takes_no_tile_away() -> None:
    """However long it took, it is one row."""
    assert play(Tiles.begin(first), Tick(9_999.0)).falling.y == 1


def test_it_stands_while_paused_and_a_move_goes_on() -> None:
    """No time counts; to press a key is to be there again."""
    tiles = play(Tiles.begin(first), Pause())
    assert play(tiles, Tick(100.0)) == tiles
    assert not play(tiles, Pause()).paused
    moved = play(tiles, *push(LEFT))
    assert (moved.paused, moved.falling.x) == (False, tiles.falling.x - 1)


def test_left_right_and_down_stop_at_the_edge() -> None:
    """A wall is a wall; on the floor, down lays it there."""
    tiles = Tiles.begin(first)
    assert play(tiles, *push(*[LEFT] * 30)).falling.x == 0
    assert play(tiles, *push(*[RIGHT] * 30)).falling.x == tiles.wide - across(tiles.falling.kind, 0)
    low = play(tiles, *push(*[DOWN] * (tiles.high - 1)))
    assert low.falling.y == tiles.high - 1
    laid = play(low, *push(DOWN))
    assert laid.falling.y == 0
    assert seen(laid)[-1].strip() == "xxx"
    assert play(tiles, *push(DROP)) == laid


def test_a_turn_beside_a_wall_makes_room() -> None:
    """An upright row at the right edge turns flat all the same."""
    upright = play(Tiles.begin(first), *push(TURN, *[RIGHT] * 30))
    assert upright.falling.x == upright.wide - 1
    flat = play(upright, *push(TURN))
    assert sound(flat)
    assert across(0, flat.falling.turns) == 3


def test_a_turn_that_finds_no_room_changes_nothing() -> None:
    """In a shaft as wide as itself it stays upright."""
    tiles = Tiles.begin(first, high=8)
    shaft = tuple(tuple(0 if x == 0 else 1 for x in range(tiles.wide)) for _ in range(tiles.high))
    tiles = replace(tiles, rows=shaft, falling=Falling(0, 1, 0, 2))
    assert play(tiles, *push(TURN)) == tiles


def test_a_full_row_clears_and_what_lay_above_comes_down() -> None:
    """No count is kept of it."""
    tiles = Tiles.begin(first)
    gap = (0, 0, 0, *[1] * (tiles.wide - 3))
    above = (0, 0, 0, 0, 2, *[0] * (tiles.wide - 5))
    tiles = replace(tiles, rows=(*tiles.rows[:-2], above, gap))
    after = play(tiles, *push(*[LEFT] * 9, DROP))
    assert after.rows[-1] == above
    assert not any(after.rows[-2])


def test_a_full_board_opens_from_below() -> None:
    """The lowest rows go, what lay above them stays, and it goes on."""
    tiles = Tiles.begin(first, high=10)
    rows = tuple((0, *[1 + y % KINDS] * (tiles.wide - 1)) for y in range(tiles.high))
    tiles = replace(tiles, rows=((0,) * tiles.wide, *rows[1:]), falling=Falling(0, 0, 0, 0))
    after = play(tiles, *push(DROP))
    assert sound(after)
    assert after.rows[-1] == rows[-1 - LARGEST]


def test_a_smaller_window_keeps_what_lies_lowest_and_a_larger_one_all() -> None:
    """The tile stays on its way, at its height above the floor where there is room."""
    tiles = play(Tiles.begin(first), *push(DROP, DROP, DOWN, DOWN))
    small = tiles.fitted(10)
    assert (small.wide, small.high) == (tiles.wide, 10)
    assert seen(small)[-1] == seen(tiles)[-1]
    again = small.fitted(HIGHEST)
    assert again.rows == tiles.rows
    assert again.falling.kind == tiles.falling.kind
    assert tiles.fitted(HIGHEST) is tiles


def test_speed_goes_round_and_begins_slow() -> None:
    """Faster, faster still, and slow again."""
    tiles = Tiles.begin(first)
    assert tiles.seconds_to_fall == max(SPEEDS)
    faster = [play(tiles, *push(*[SPEED] * n)).seconds_to_fall for n in range(4)]
    assert faster == [*SPEEDS, SPEEDS[0]]

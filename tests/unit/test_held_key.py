"""A key held down by a trembling hand is one press."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copecli.core.held_key import ACCEPT, SWALLOW, TAKE_BACK, HeldKey


def answers(*presses: tuple[str, float]) -> list[str]:
    """Return what is said to each (key, second) in turn."""
    memory, said = HeldKey(), []
    for key, at in presses:
        memory, answer = memory.press(key, at)
        said.append(answer)
    return said


def held(start: float, wait: float, every: float, repeats: int) -> list[tuple[str, float]]:
    """Return what a keyboard sends for a key held down."""
    return [("enter", start), *(("enter", start + wait + n * every) for n in range(repeats))]


def pressed(said: list[str]) -> int:
    """Return how many presses are left in the end."""
    return said.count(ACCEPT) - said.count(TAKE_BACK)


def test_single_presses_all_count() -> None:
    """A hand that presses again and again is believed each time."""
    assert answers(("enter", 0.0), ("enter", 0.3), ("enter", 0.5), ("enter", 9.0)) == [ACCEPT] * 4


def test_repeats_of_a_held_key_are_swallowed_and_the_first_is_taken_back() -> None:
    """The first repeat looks like a press, and is undone when the second comes at once."""
    said = answers(("enter", 0.0), ("enter", 0.5), ("enter", 0.53), ("enter", 0.56), ("enter", 0.59))
    assert said == [ACCEPT, ACCEPT, TAKE_BACK, SWALLOW, SWALLOW]


def test_repeats_that_come_at_once_are_swallowed() -> None:
    """A keyboard that does not wait before it repeats skips no screen either."""
    assert answers(("enter", 0.0), ("enter", 0.03), ("enter", 0.06)) == [ACCEPT, SWALLOW, SWALLOW]


def test_two_keys_in_quick_turn_are_two_presses() -> None:
    """Only the same key can be a repeat."""
    assert answers(("h", 0.0), ("q", 0.02), ("h", 0.04)) == [ACCEPT] * 3


def test_a_new_press_counts_once_the_key_was_let_go() -> None:
    """After a held key the same key works again."""
    said = answers(*held(0.0, 0.4, 0.03, 20), ("enter", 3.0))
    assert said[-1] == ACCEPT
    assert pressed(said) == 2


rhythms = st.tuples(st.floats(0.2, 0.79), st.floats(0.02, 0.05), st.integers(2, 200))


@given(rhythms)
def test_a_held_key_is_one_press_at_any_rhythm_of_a_keyboard(rhythm: tuple[float, float, int]) -> None:
    """However long it waits and however fast it repeats, one press is left."""
    wait, every, repeats = rhythm
    assert pressed(answers(*held(5.0, wait, every, repeats))) == 1


@given(st.lists(st.tuples(st.floats(1.0, 5.0), rhythms), max_size=4))
def test_each_time_a_key_is_held_counts_once(holds: list[tuple[float, tuple[float, float, int]]]) -> None:
    """Held, let go and held again is as many presses as it was held."""
    at, presses = 0.0, []
    for rest, (wait, every, repeats) in holds:
        run = held(at + rest, wait, every, repeats)
        presses += run
        at = run[-1][1]
    assert pressed(answers(*presses)) == len(holds)


@given(st.lists(st.tuples(st.sampled_from("ab"), st.floats(0, 1)), max_size=40))
def test_only_what_was_accepted_is_ever_taken_back(gaps: list[tuple[str, float]]) -> None:
    """A press is taken back only right after it was believed, and the very first stands."""
    at, presses = 0.0, []
    for key, gap in gaps:
        at += gap
        presses.append((key, at))
    said = answers(*presses)
    for before, (answer, (key, _)) in enumerate(zip(said[1:], presses[1:], strict=True)):
        if answer == TAKE_BACK:
            assert said[before] == ACCEPT
            assert presses[before][0] == key
    assert not said or pressed(said) >= 1

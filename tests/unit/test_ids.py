"""Ids: UUIDs that rise whatever the clock does, and one that is made of the words."""

from __future__ import annotations

import uuid

from hypothesis import given
from hypothesis import strategies as st

from copecli.core.ids import MOST_IN_ONE, derived_id, is_id, next_id

times = st.integers(-(10**6), 1 << 50)
chance = st.binary(min_size=8, max_size=8)


@given(st.lists(st.tuples(times, chance), min_size=2, max_size=30))
def test_they_rise_whatever_the_clock_does(drawn: list[tuple[int, bytes]]) -> None:
    """A clock that stands, jumps or goes back gives ids that rise, each a UUIDv7 of RFC 9562."""
    chain = [""]
    for ms, random in drawn:
        chain.append(next_id(chain[-1], min(ms, (1 << 48) - 2), random))
    assert chain == sorted(set(chain))
    for found in chain[1:]:
        assert is_id(found)
        assert uuid.UUID(found).version == 7
        assert uuid.UUID(found).variant == uuid.RFC_4122
        assert str(uuid.UUID(found)) == found


def test_a_millisecond_that_is_full_borrows_from_the_next() -> None:
    """More ids than the count can tell apart still rise."""
    found = ""
    for _ in range(MOST_IN_ONE + 2):
        last, found = found, next_id(found, 5, b"\0" * 8)
        assert found > last
    assert int(found.replace("-", "")[:12], 16) == 6


def test_the_time_stands_in_front() -> None:
    """The first 48 bits are the milliseconds."""
    assert next_id("", 0x0123456789AB, b"\xff" * 8) == "01234567-89ab-7000-bfff-ffffffffffff"


@given(st.binary(max_size=50), st.binary(max_size=50))
def test_the_same_words_have_the_same_id(one: bytes, other: bytes) -> None:
    """It is a UUIDv8 of the bytes and of nothing else."""
    assert (derived_id(one) == derived_id(other)) == (one == other)
    assert is_id(derived_id(one))
    assert uuid.UUID(derived_id(one)).version == 8
    assert uuid.UUID(derived_id(one)).variant == uuid.RFC_4122


@given(st.one_of(st.text(max_size=40), st.uuids().map(lambda found: str(found).upper()), st.uuids().map(str)))
def test_only_a_uuid_is_an_id(text: str) -> None:
    """As it is written here: small letters, four dashes."""
    try:
        right = str(uuid.UUID(text)) == text
    except ValueError:
        right = False
    assert is_id(text) == right

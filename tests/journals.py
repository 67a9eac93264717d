"""Records of the journal as hypothesis draws them, and as a simple loop makes many of them.

Invariant: what is drawn here is valid by construction, so a refusal of it is a fault of the program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from copecli.core.chain import CARE, DID, FORMS, LINK_KINDS, Link, TriggerMap, Turn
from copecli.core.checkin import ENDING_LIFE, FEELINGS, CheckIn
from copecli.core.ids import next_id
from copecli.core.record_format import SHAPES, key_of
from copecli.core.records import GoodMoment
from copecli.core.uses import EASE, PlanWalk, Use, Wave
from copecli.core.when import LAST_MS, When
from tests.strategies import any_text

if TYPE_CHECKING:
    from copecli.core.records import Record

ids = st.builds(
    next_id,
    st.just(""),
    st.one_of(st.integers(0, 3), st.integers(0, (1 << 48) - 1)),
    st.binary(min_size=8, max_size=8),
)
offsets = st.one_of(st.sampled_from([-1439, -300, 0, 60, 330, 345, 1439]), st.integers(-1439, 1439))
whens = st.builds(
    When.nearest,
    st.one_of(st.integers(0, LAST_MS), st.integers(1_700_000_000_000, 1_800_000_000_000)),
    offsets,
)
ratings = st.one_of(st.none(), st.integers(0, 10))
own_words = st.lists(
    st.one_of(st.sampled_from(["work", " Work", "the  bus", "x" * 101]), any_text), max_size=3
).map(tuple)
feelings = st.one_of(
    st.lists(st.sampled_from([name for name, _ in FEELINGS]), max_size=3).map(tuple), own_words
)
_plain = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(2**63), 2**63),
        st.floats(allow_nan=False, allow_infinity=False),
        any_text,
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(any_text, inner, max_size=3)),
    max_leaves=4,
)
_HEAD = {"format", "kind", "id", "when", "starred"}


def extra(known: set[str]) -> st.SearchStrategy[dict[str, object]]:
    """Keys of a version to come."""
    return st.dictionaries(any_text.filter(lambda key: key not in known), _plain, max_size=2)


def _head(made: type[Record]) -> dict[str, st.SearchStrategy[object]]:
    known = _HEAD | {key_of(name) for name in SHAPES[made]}
    return {"id": ids, "when": whens, "starred": st.booleans(), "extra": extra(known)}


_seconds = st.one_of(st.integers(0, 600), st.integers(0, 10**9))
_pairs = st.lists(
    st.tuples(st.sampled_from(["coping", "people", "distraction", "a step to come"]), any_text), max_size=3
).map(tuple)

check_ins = st.builds(
    CheckIn,
    feelings=feelings,
    distress=ratings,
    urge=ratings,
    able=ratings,
    tags=own_words,
    note=any_text,
    ending_life=st.sampled_from(ENDING_LIFE),
    **_head(CheckIn),
)
good_moments = st.builds(GoodMoment, text=any_text, **_head(GoodMoment))
uses = st.builds(
    Use,
    skill=st.one_of(st.sampled_from(["five-senses", "cold-water"]), any_text.filter(bool)),
    state=st.one_of(st.sampled_from(["", "numb", "urge"]), any_text),
    finished=st.booleans(),
    seconds=_seconds,
    ease=st.sampled_from(EASE),
    distress_before=ratings,
    distress_after=ratings,
    urge_before=ratings,
    urge_after=ratings,
    able_before=ratings,
    able_after=ratings,
    source=st.sampled_from(["", "plan", "with-me"]),
    **_head(Use),
)
waves = st.builds(
    Wave,
    minutes=_seconds,
    seconds=_seconds,
    ratings=st.lists(st.tuples(_seconds, st.integers(0, 10)), max_size=4).map(tuple),
    finished=st.booleans(),
    **_head(Wave),
)
walks = st.builds(
    PlanWalk,
    done=_pairs,
    left_out=_pairs,
    someone=st.booleans(),
    finished=st.booleans(),
    **_head(PlanWalk),
)
_links = st.builds(
    Link, st.sampled_from([kind for kind, _ in LINK_KINDS]), any_text, extra=extra({"kind", "text"})
)
_turns = st.builds(Turn, st.integers(-1, 5), any_text, any_text, extra=extra({"link", "text", "skill"}))
maps = st.builds(
    TriggerMap,
    form=st.sampled_from(FORMS),
    vulnerable=own_words,
    before=own_words,
    links=st.lists(_links, max_size=3).map(tuple),
    urge=ratings,
    did=st.sampled_from(DID),
    soon=own_words,
    later=own_words,
    needs=own_words,
    turns=st.lists(_turns, max_size=2).map(tuple),
    care=st.sampled_from(CARE),
    finished=st.booleans(),
    **_head(TriggerMap),
)
records: st.SearchStrategy[Record] = st.one_of(check_ins, good_moments, uses, waves, walks, maps)
"""Any record there can be."""

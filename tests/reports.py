"""Journals to make reports of, and the words that each part of a report may hold.

Invariant: each word of one's own stands in one place only, so it can be told which part it came from.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

from copecli.core import report_parts as part
from copecli.core.chain import FEELING, THOUGHT, Link, TriggerMap, Turn
from copecli.core.checkin import ENDING_LIFE, CheckIn
from copecli.core.progress import data_of, sections
from copecli.core.records import GoodMoment, Record
from copecli.core.report import Report, for_sections, report
from copecli.core.report_parts import PARTS, Wanted
from copecli.core.uses import Use
from copecli.core.when import DAY_MS, When
from tests.journals import ratings
from tests.papers import SCRIPTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TODAY = "2026-11-26"
NAMES = tuple(name for name, _ in PARTS)
ALL = Wanted("2026-10-30", TODAY, NAMES, ("A word of talk",))
REPORTED: tuple[Record, ...] = (
    CheckIn(
        id="c",
        when=When.from_iso("2026-11-20T12:00:00+01:00"),
        distress=7,
        urge=3,
        able=5,
        feelings=("sad", "a knot in my chest"),
        tags=("work",),
        note="One\ntwo",
        ending_life="rather-not",
    ),
    GoodMoment(id="g", when=When.from_iso("2026-11-20T13:00:00+01:00"), text=SCRIPTS["Hebrew"]),
    TriggerMap(
        id="m",
        when=When.from_iso("2026-11-21T23:00:00+01:00"),
        before=("the phone call",),
        links=(Link(THOUGHT, "Too much"),),
        urge=8,
        turns=(Turn(0, "w" * 200, "look"),),
    ),
)
"""Something for each list."""
_NOW = When.from_iso("2026-11-26T20:00:00+01:00")


class Drawn(NamedTuple):
    """A journal, and whose words are in it."""

    records: tuple[Record, ...]
    words: dict[str, tuple[frozenset[str], bool]]
    """A word of one's own: (the parts that may hold it, whether the last-named list must)."""


def paper_of(
    records: Sequence[Record], wanted: Wanted = ALL, *, columns: int = 44, plain: bool = False
) -> Report:
    """Return the report of these records, as the desk makes it."""
    titles = {"look": "Look around"}
    made = sections(data_of(for_sections(records)), titles=titles, columns=columns, today=TODAY, plain=plain)
    return report(wanted, records, made, titles=titles, today=TODAY)


@st.composite
def journals(draw: st.DrawFn) -> Drawn:
    """Journals of the four weeks before TODAY, with all that a report can hold."""
    numbers = count(100)
    words: dict[str, tuple[frozenset[str], bool]] = {}

    def own(name: str, *parts: str) -> str:
        word = f"{name}{next(numbers)}"
        words[word] = (frozenset(parts), True)
        return word

    def some(make: Callable[[], str]) -> tuple[str, ...]:
        return tuple(make() for _ in range(draw(st.integers(0, 2))))

    records: list[Record] = []
    for number in range(draw(st.integers(1, 6))):
        records.append(
            CheckIn(
                id=f"idofcheckin{number}", when=_moment(draw),
                feelings=some(lambda: own("felt", part.CHECK_INS, part.BEFORE)),
                distress=draw(ratings), urge=draw(ratings), able=draw(ratings),
                tags=some(lambda: own("tag", part.CHECK_INS, part.BEFORE)),
                note="\n".join(some(lambda: own("note", part.NOTES))),
                ending_life=draw(st.sampled_from(ENDING_LIFE)),
                extra={own("key"): own("unknown")},
            )
        )  # fmt: skip
    for number in range(draw(st.integers(0, 2))):
        records.append(
            TriggerMap(
                id=f"idofmap{number}", when=_moment(draw),
                vulnerable=some(lambda: own("day", part.MAPS)),
                before=some(lambda: own("trigger", part.MAPS, part.NEEDS)),
                links=(Link(THOUGHT, own("thought", part.MAPS)), Link(FEELING, own("feeling", part.MAPS))),
                soon=some(lambda: own("soon", part.MAPS)), later=some(lambda: own("later", part.MAPS)),
                needs=some(lambda: own("need", part.MAPS, part.NEEDS)),
                turns=(Turn(0, own("turn", part.MAPS)),),
            )
        )  # fmt: skip
    for number in range(draw(st.integers(0, 2))):
        text = own("good", part.GOOD_MOMENTS)
        records.append(GoodMoment(id=f"idofgood{number}", when=_moment(draw), text=text))
    for number in range(draw(st.integers(0, 6))):
        records.append(
            Use(id=f"idofuse{number}", when=_moment(draw), skill="look", source=own("source"), ease="easier")
        )
    return Drawn(tuple(records), words)


def _moment(draw: st.DrawFn) -> When:
    return When(_NOW.utc_ms - draw(st.integers(0, 27)) * DAY_MS, 60)


wanted = st.lists(st.sampled_from(NAMES), unique=True).map(
    lambda names: Wanted("2026-10-30", TODAY, tuple(names))
)
"""Any parts, picked in any order."""

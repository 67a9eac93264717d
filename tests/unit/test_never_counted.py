"""What was answered about ending one's life leads to nothing: no count, mean, order, plot or sentence."""

from __future__ import annotations

import ast
import importlib
import inspect
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from copecli.core import (
    chain_picture,
    day_words,
    efficacy,
    evidence,
    insight,
    insight_words,
    pattern_words,
    patterns,
    periods,
    plots,
    progress,
)
from copecli.core.chain import Link, TriggerMap
from copecli.core.checkin import ENDING_LIFE, CheckIn
from copecli.core.tallying import tallies_of
from copecli.core.uses import Use, Wave
from copecli.core.when import When

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from copecli.core.records import Record
    from copecli.core.tallies import Tallies

HOUR_MS = 3_600_000
MODULES = (
    *(insight, insight_words, patterns, pattern_words, periods, plots, chain_picture, efficacy, evidence),
    day_words,
    progress,
)


def journal() -> list[Record]:
    """Return a journal of everything, in which an urge at night and a skill stand out."""
    random = Random(41)
    moments = [When((20_000 + at * 7) * HOUR_MS, 60) for at in range(400)]
    check_ins = [
        CheckIn(
            id=f"c{at}", when=when, starred=True, feelings=(random.choice(("sad", "numb")),),
            tags=("work",) if when.hour() < 5 else (), distress=random.randrange(11),
            urge=9 if when.hour() < 5 else random.randrange(5), able=random.randrange(11), note="A note.",
        )
        for at, when in enumerate(moments)
    ]  # fmt: skip
    uses = [
        Use(id=f"u{at}", when=when, skill="look", state="numb", distress_before=8, distress_after=5)
        for at, when in enumerate(moments[:30])
    ]
    chain = TriggerMap(
        id="m", when=moments[0], links=(Link("thought", "No."),), urge=8, did="did-not", turns=()
    )
    return [*check_ins, *uses, chain, Wave(id="w", when=moments[1], starred=True, finished=True)]


CALLS: dict[str, Callable[[Tallies, Sequence[Record]], object]] = {
    "insight.helping": lambda sums, _: insight.helping([*sums.helped.values()]),
    "insight.rank": lambda sums, _: insight.rank([*sums.helped.values()], "numb"),
    "insight.lifts": lambda sums, _: insight.lifts(insight.rank([*sums.helped.values()])),
    "insight.own_of": lambda sums, _: insight.own_of(sums.helped.values()),
    "insight.step_of": lambda sums, _: insight.step_of(sums.helped.values()),
    "insight.scores_of": lambda sums, _: [insight.scores_of(one, 2.0) for one in sums.helped.values()],
    "insight_words.help_words": lambda sums, _: [
        one.words for one in insight.helping([*sums.helped.values()])
    ],
    "insight_words.reason": lambda sums, _: [one.why for one in insight.rank([*sums.helped.values()])],
    "insight_words.when": lambda sums, _: [insight_words.when(state) for _, state in sums.helped],
    "patterns.patterns": lambda sums, _: patterns.patterns(sums.rated),
    "patterns.standing_out": lambda sums, _: patterns.standing_out(patterns.patterns(sums.rated)),
    "pattern_words.pattern_words": lambda sums, _: [one.words for one in patterns.patterns(sums.rated)],
    "pattern_words.key_words": lambda sums, _: [
        pattern_words.key_words(part, key) for part in sums.rated for key in sums.rated[part]
    ],
    "pattern_words.often": lambda sums, _: pattern_words.often(sums.counted),
    "periods.weeks": lambda sums, _: [periods.weeks(sums.by("day"), one) for one in periods.MEASURES],
    "periods.months": lambda sums, _: [periods.months(sums.by("month"), one) for one in periods.MEASURES],
    "periods.movement": lambda sums, _: [
        periods.movement(periods.weeks(sums.by("day"), one), one).words for one in periods.MEASURES
    ],
    "periods.points": lambda sums, _: [
        periods.points(one.mean or 0) for one in periods.weeks(sums.by("day"), "able")
    ],
    "plots.week_plot": lambda sums, _: [
        plots.week_plot(periods.weeks(sums.by("day"), one), one, 80) for one in periods.MEASURES
    ],
    "chain_picture.parts": lambda _, all_: [chain_picture.parts(one, {}) for one in maps(all_)],
    "chain_picture.in_words": lambda _, all_: [
        chain_picture.in_words(link.text, link.kind) for one in maps(all_) for link in one.links
    ],
    "chain_picture.link_words": lambda _, all_: [
        chain_picture.link_words(link) for one in maps(all_) for link in one.links
    ],
    "chain_picture.aloud": lambda _, all_: [
        chain_picture.aloud(chain_picture.parts(one, {}), str) for one in maps(all_)
    ],
    "chain_picture.picture": lambda _, all_: [
        chain_picture.picture(chain_picture.parts(one, {}), 40, str) for one in maps(all_)
    ],
    "progress.data_of": lambda _, all_: progress.data_of(all_),
    "progress.sections": lambda sums, all_: [
        progress.sections(data, titles={}, columns=60, today="2026-11-26", plain=True)
        for data in (progress.Data.of(sums), progress.data_of(all_))
    ],
    "efficacy.things_done": lambda sums, _: efficacy.things_done(sums.counted["gain"]),
    "efficacy.proof_of": lambda _, all_: [efficacy.proof_of(one) for one in all_],
    "efficacy.pick": lambda _, all_: efficacy.pick(all_, lambda n: n - 1),
}
OF_NUMBERS = {
    "evidence.shrunk", "evidence.noise_of", "evidence.crosses", "evidence.chance_of", "day_words.day_words",
}  # fmt: skip
"""They are handed a few numbers, or a date."""


def maps(records: Sequence[Record]) -> list[TriggerMap]:
    """Return the trigger maps of a journal."""
    return [one for one in records if isinstance(one, TriggerMap)]


def answered(records: Sequence[Record], draw: Callable[[], str]) -> list[Record]:
    """Return the journal with other answers to the one question."""
    return [replace(one, ending_life=draw()) if isinstance(one, CheckIn) else one for one in records]


def test_every_function_is_tried() -> None:
    """A new one has to be put on the list."""
    public = {
        f"{module.__name__.rpartition('.')[2]}.{name}"
        for module in MODULES
        for name, found in inspect.getmembers(module, inspect.isfunction)
        if found.__module__ == module.__name__ and not name.startswith("_")
    }
    assert public == set(CALLS) | OF_NUMBERS


@pytest.mark.parametrize("name", CALLS)
def test_no_answer_changes_what_a_function_returns(name: str) -> None:
    """Whatever was answered, and also where it goes along with everything else that was said."""
    records = journal()
    random = Random(42)
    call = CALLS[name]
    expected: Any = call(tallies_of(records), records)
    for draw in (*(lambda word=word: word for word in ENDING_LIFE), lambda: random.choice(ENDING_LIFE)):
        other = answered(records, draw)
        assert call(tallies_of(other), other) == expected
    assert expected


@pytest.mark.parametrize("module", MODULES, ids=[module.__name__ for module in MODULES])
def test_no_module_names_the_question(module: Any) -> None:
    """What is not read cannot be shown."""
    source = inspect.getsource(importlib.import_module(module.__name__))
    names = {node.attr for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)}
    assert "ending_life" not in names
    assert "ending_life" not in source

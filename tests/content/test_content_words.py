"""The wording rules and the reading grade, over every suggestion and source; `test_skills` has the skills."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING

import pytest

from copecli.core.readability import CRISIS, EVERYDAY, FEWEST_WORDS, Limits, measure_lines, troubles
from copecli.core.wording import check
from copecli.system.rules import wording_rules
from tests.content import shipped
from tests.content.shipped import SKILL_IDS, source_rows, suggestion_rows
from tests.references import textstat

if TYPE_CHECKING:
    from collections.abc import Iterable

RULES = wording_rules()
SUGGESTED = tuple(row["text"] for rows in suggestion_rows().values() for row in rows)
FOUND = tuple(line for row in source_rows().values() for line in (row["cite"], row["found"]))


def faults(texts: Iterable[str]) -> list[str]:
    """Return what the wording rules find fault with."""
    return [f"{f.rule}: {f.word!r} in {text!r}" for text in texts for f in check(text, RULES)]


def too_hard(lines: Iterable[str], limits: Limits) -> list[str]:
    """Return what is harder to read than `limits`."""
    return [str(trouble) for trouble in troubles(lines, limits)]


def test_a_second_formula_finds_the_skills_as_easy() -> None:
    """All skills: grade 5 at the mean, none above 6, by ours and by another formula of a maintained library.

    Ours counts beats, the other one letters; their means lie within a grade of each other.
    """
    reference = textstat()
    ours, theirs = {}, {}
    for skill_id in SKILL_IDS:
        lines = shipped.lines(shipped.skill(skill_id))
        ours[skill_id] = measure_lines(lines).grade
        text = " ".join(line if line[-1] in ".?!" else f"{line}." for line in lines)
        theirs[skill_id] = reference.automated_readability_index(text)
    assert max(*ours.values(), *theirs.values()) <= EVERYDAY.grade
    assert max(fmean(ours.values()), fmean(theirs.values())) <= CRISIS.grade
    assert fmean(ours.values()) == pytest.approx(fmean(theirs.values()), abs=1.0)


def test_suggestions_and_sources_are_worded_with_care() -> None:
    """The plan's suggestions and the sources' lines keep to the same rules."""
    assert faults((*SUGGESTED, *FOUND)) == []


def test_suggestions_and_sources_are_easy_to_read() -> None:
    """Each list as a whole is at grade 6 or below, and no sentence of it runs on."""
    assert too_hard(SUGGESTED, EVERYDAY) == []
    assert too_hard(FOUND, EVERYDAY) == []
    assert min(measure_lines(SUGGESTED).words, measure_lines(FOUND).words) >= FEWEST_WORDS


@pytest.mark.parametrize(
    "text", ["You must breathe slowly.", "Just look around.", "Calm down.", "This will help.", "Well done!"]
)
def test_careless_wording_is_seen(text: str) -> None:
    """A text that orders, promises or praises would fail the checks above."""
    assert faults([text]) != []


@pytest.mark.parametrize(
    "lines",
    [
        ["Notice the many things that are near you and then count them all one by one."],
        ["Physiological sensations occasionally accompany difficulties."],
        ["Considerable concentration facilitates attention to immediate surroundings."] * 20,
    ],
    ids=["long", "long words", "grade"],
)
def test_hard_reading_is_seen(lines: list[str]) -> None:
    """A long sentence, a sentence of long words and a high grade would each fail the checks above."""
    assert too_hard(lines, CRISIS) != []

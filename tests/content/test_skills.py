"""The shipped skill files: format, the facts they were written from, and what `cope skills check` minds.

That the check itself minds bad examples is shown in tests/unit/test_skill_review.py.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import tomli

from copecli.core import skill as model
from copecli.core import skill_review
from copecli.core.catalogue import DEFAULT_SKILL, Wish, for_grounding, unasked
from copecli.core.fields import FormatProblem
from copecli.core.skill import Skill
from copecli.core.skill_format import is_id, skill_from_document
from copecli.system.loaders import load_skill_file
from copecli.system.rules import wording_rules
from tests.content import shipped
from tests.content.shipped import SKILL_FILES, SKILL_IDS, source_rows

KEYS = frozenset(
    [
        *(
            "format",
            "title",
            "family",
            "summary",
            "opening",
            "fact",
            "minutes",
            "states",
            "intensity",
            "needs",
        ),
        *("discreet", "energy", "channels", "adapt", "cautions", "not_for", "involves", "evidence", "review"),
        "steps",
    ]
)
"""A shipped file leaves nothing to a default: what it does not say, nobody has thought about."""


def _table() -> dict[str, dict[str, str]]:
    """Return `skill_facts.txt`, by id."""
    text = Path(__file__).with_name("skill_facts.txt").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if line[0] != "#"]
    return {row[0]: dict(zip(rows[0], row, strict=True)) for row in rows[1:]}


FACTS = _table()


def facts_of(found: Skill) -> dict[str, str]:
    """Return what a skill says of itself, as a row of the table."""
    return {
        "id": found.id,
        "entry": found.fact,
        "grade": found.evidence.grade,
        "minutes": "-".join(f"{minutes:g}" for minutes in found.minutes),
        "needs": " ".join(found.needs),
        "discreet": found.discreet,
        "energy": found.energy,
        "states": " ".join(found.states),
        "channels": " ".join(found.channels),
        **found.adapt,
        "not for": " ".join(found.not_for) or "-",
        "unasked": "yes" if found.starts_unasked else "no",
    }


@pytest.mark.parametrize("path", SKILL_FILES, ids=SKILL_IDS)
def test_both_toml_readers_read_the_same(path: Path) -> None:
    """A shipped file is TOML 1.0, which the standard library and tomli read alike."""
    text = path.read_text(encoding="utf-8")
    assert tomllib.loads(text) == tomli.loads(text)


@pytest.mark.parametrize("path", SKILL_FILES, ids=SKILL_IDS)
def test_file_loads_and_leaves_nothing_to_a_default(path: Path) -> None:
    """The loader takes the file, its name is its id, and every key of the format is there."""
    assert is_id(path.stem)
    assert load_skill_file(str(path)).id == path.stem
    assert frozenset(shipped.document(path)) == KEYS


@pytest.mark.parametrize(
    ("where", "slip"),
    [
        ("channels", ["sihgt"]),
        ("family", "calm"),
        ("opening", 3),
        ("steps", []),
        ("cautoins", []),
        ("format", 2),
    ],
)
def test_a_slip_in_a_file_is_refused(where: str, slip: object) -> None:
    """The loader that the check above relies on does refuse a wrong word, type or key."""
    broken: dict[str, Any] = {**shipped.document(SKILL_FILES[0]), where: slip}
    with pytest.raises(FormatProblem) as refused:
        skill_from_document("broken", broken)
    assert refused.value.key.startswith(where)


def test_every_skill_has_its_facts() -> None:
    """No skill is missing, and none came without its facts."""
    assert set(SKILL_IDS) == set(FACTS)


@pytest.mark.parametrize("skill_id", SKILL_IDS)
def test_skill_keeps_to_its_facts(skill_id: str) -> None:
    """Grade, minutes, states, channels, adaptations, who should rather not: all as in the fact base."""
    assert facts_of(shipped.skill(skill_id)) == FACTS[skill_id]


@pytest.mark.parametrize(
    "change",
    [
        {"evidence": model.Evidence("A")},
        {"minutes": (1.0, 2.0)},
        {"states": ("urge", "angry")},
        {"not_for": ("heart",)},
        {"cautions": ("Go slowly.",)},
    ],
)
def test_a_step_away_from_the_facts_is_seen(change: dict[str, Any]) -> None:
    """A skill that claims a better grade, or drops a state, no longer matches its row."""
    assert facts_of(replace(shipped.skill("stop"), **change)) != FACTS["stop"]


@pytest.mark.parametrize("skill_id", SKILL_IDS)
def test_skill_is_as_it_should_be(skill_id: str) -> None:
    """What `cope skills check` minds in anybody's file stands in none of ours."""
    found = skill_review.review(shipped.skill(skill_id), wording_rules(), source_rows())
    assert [(fault.key, fault.sentence()) for fault in found] == []


def test_what_starts_unasked_has_no_cautions() -> None:
    """What `cope ground` may begin unasked is what the facts have no caution for, the default among it."""
    found = unasked(for_grounding(map(shipped.skill, SKILL_IDS)), Wish())
    grounding = {skill.id for skill in for_grounding(map(shipped.skill, SKILL_IDS))}
    free = {skill_id for skill_id in grounding if FACTS[skill_id]["unasked"] == "yes"}
    assert {skill.id for skill in found} == free
    assert DEFAULT_SKILL in free


def test_every_skill_opens_after_the_first_words() -> None:
    """An opening goes on from the program's first words, on one line."""
    openings = [shipped.skill(skill_id).opening for skill_id in SKILL_IDS]
    assert all(re.fullmatch(r"Now, [^\n]+\.", opening) for opening in openings)
    assert len(set(openings)) == len(openings)


def test_no_draft_passes_for_reviewed() -> None:
    """Until a clinician or people with lived experience have read them, the files say so."""
    assert {shipped.skill(skill_id).review.status for skill_id in SKILL_IDS} == {"draft"}


def test_what_is_typed_is_kept_only_where_it_is_asked() -> None:
    """Nothing that may start unasked offers to keep words, and what goes into the plan is asked for first."""
    skills = [shipped.skill(skill_id) for skill_id in SKILL_IDS]
    words = [(skill, s) for skill in skills for s in skill.steps if isinstance(s, model.Ask | model.Compose)]
    assert words
    for skill, step in words:
        assert step.keep == "no" or skill not in for_grounding([skill]) or not skill.starts_unasked
        assert step.keep == "ask" or not step.into

"""The shipped skill files: format, the facts they were written from, lines short enough for shaking hands.

Each check is a function that returns what it minds, so that it can be shown to mind a bad example.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import tomli

from copecli.core import skill as model
from copecli.core.catalogue import DEFAULT_SKILL, Wish, for_grounding, unasked
from copecli.core.fields import FormatProblem
from copecli.core.skill import Skill
from copecli.core.skill_format import is_id, skill_from_document
from copecli.system.loaders import load_skill_file
from tests.content import shipped
from tests.content.shipped import SKILL_FILES, SKILL_IDS

if TYPE_CHECKING:
    from collections.abc import Callable

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

SAID = {
    "heart": "heart", "breathing": "lung", "pregnancy": "pregnan", "epilepsy": "epilep", "injury": "hurt",
    "eating-disorder": "eating", "cold-allergy": "allerg", "psychosis": "voices", "fainting": "faint",
    "circulation": "blood", "pain": "hurt", "trauma": "memor",
}  # fmt: skip
"""By which word a caution tells who should rather not."""

LEFT_OUT = {"no-movement": "movement", "no-sight": "sight", "no-hearing": "sound"}
"""The channel that a person with that need leaves out."""

MOST_WORDS_A_LINE = 12
MOST_WORDS_AN_OPTION = 8
MOST_WORDS_OF_EVIDENCE = 14
MOST_LINES_COMPOSED = 12
"""A text that answers are put together into is there to be copied, not to be taken in at one look."""


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


def incoherent(found: Skill) -> list[str]:
    """Return where what a skill says of its adaptations is not what its steps do."""
    troubles = []
    for need, channel in LEFT_OUT.items():
        steps = [step for step in found.steps if step.channel == channel]
        lost = [step.id for step in steps if not step.instead and not isinstance(step, model.Pace)]
        adapted = found.adapt.get(need, "missing")
        if adapted == "variant" and not any(step.instead for step in steps):
            troubles.append(f"{need}: a variant without other words")
        if adapted in ("yes", "variant") and lost:
            troubles.append(f"{need}: nothing instead of {', '.join(lost)}")
        if adapted == "yes" and steps:
            troubles.append(f"{need}: its steps change, so this is a variant")
        if adapted in ("no", "missing") and not steps:
            troubles.append(f"{need}: {adapted}, and no step needs it")
    return troubles


def careless(found: Skill) -> list[str]:
    """Return what a skill's cautions leave unsaid."""
    said = " ".join(found.cautions).lower()
    troubles = [f"{who} is not named" for who in found.not_for if SAID[who] not in said]
    paces_breath = any(isinstance(s, model.Pace) and s.channel == "breath" for s in found.steps)
    if paces_breath != ("breath-pacing" in found.involves):
        troubles.append("breath-pacing is not what it involves")
    if paces_breath and not ("dizzy" in said and "your own breath is always fine" in said):
        troubles.append("a breath exercise says when to stop, and that one's own breath is fine")
    if found.involves and not found.cautions:
        troubles.append("something that people leave out needs a caution")
    return troubles


def too_long(found: Skill) -> list[str]:
    """Return the lines and texts that are too much for one look."""
    limits = dict.fromkeys(shipped.lines(found), MOST_WORDS_A_LINE)
    limits[found.evidence.says] = MOST_WORDS_OF_EVIDENCE
    for step in found.steps:
        if isinstance(step, model.Choose):
            limits |= {option.text: MOST_WORDS_AN_OPTION for option in step.options}
        if isinstance(step, model.Pace):
            limits |= {beat.cue: 2 for beat in step.pacer.beats}
    troubles = [line for line, most in limits.items() if len(line.split()) > most]
    composed = {step.text for step in found.steps if isinstance(step, model.Compose)}
    troubles += [text for text in composed if text.count("\n") >= MOST_LINES_COMPOSED]
    for text in shipped.texts(found):
        if text in composed:
            continue
        sentences = [s for s in re.split(r"[.?!:]\s+", text) if s]
        if text.count("\n") > 1 or len(sentences) > 3:
            troubles.append(text)
    return troubles


def overclaiming(found: Skill) -> list[str]:
    """Return evidence lines that do not say where their evidence ends, or that promise."""
    says = found.evidence.says
    bounded = re.search(r"\b(?:not (?:been )?tested|no change|no better)\b", says, re.IGNORECASE)
    bare = [] if bounded else [says]
    return bare + re.findall(r"\b(?:proven|cures?|stops|works|will)\b", says.lower())


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


@pytest.mark.parametrize("check", [incoherent, careless, too_long, overclaiming])
@pytest.mark.parametrize("skill_id", SKILL_IDS)
def test_skill_is_as_it_should_be(skill_id: str, check: Callable[[Skill], list[str]]) -> None:
    """Adaptations, cautions, length and evidence of every shipped skill hold."""
    assert check(shipped.skill(skill_id)) == []


def _say(text: str, channel: str = "", instead: str = "") -> model.Say:
    return model.Say(id="bad", text=text, channel=channel, instead=instead)


FINE = shipped.skill("even-breath")
THIRTEEN = "one two three four five six seven eight nine ten eleven twelve thirteen"
NINE = model.Choose(id="bad", options=(model.Option("a b c d e f g h i", "end"),))
LONG_CUE = model.Pace(id="bad", pacer=model.Pacer((model.Beat("a b c", 1, 1),), 1))
BAD: tuple[tuple[Callable[[Skill], list[str]], dict[str, Any]], ...] = (
    (incoherent, {"adapt": {**FINE.adapt, "no-sight": "variant"}}),
    (incoherent, {"adapt": {**FINE.adapt, "no-hearing": "no"}}),
    (incoherent, {"adapt": {}}),
    (incoherent, {"steps": (_say("Look.", "sight"),)}),
    (incoherent, {"steps": (_say("Look.", "sight", "Listen."),)}),
    (careless, {"not_for": ("heart",)}),
    (careless, {"involves": ()}),
    (careless, {"cautions": ("Stop if you feel dizzy.",)}),
    (careless, {"cautions": ("Your own breath is always fine.",)}),
    (careless, {"steps": (_say("Hum."),), "involves": ("sound",), "cautions": ()}),
    (too_long, {"steps": (_say(THIRTEEN),)}),
    (too_long, {"steps": (_say("One line.\nA second.\nA third."),)}),
    (too_long, {"steps": (_say("One. Two. Three. Four."),)}),
    (too_long, {"steps": (NINE,)}),
    (too_long, {"steps": (LONG_CUE,)}),
    (too_long, {"steps": (model.Compose(id="bad", text="\n".join("abcdefghijklm")),)}),
    (overclaiming, {"evidence": model.Evidence("E", "Many people use this.")}),
    (overclaiming, {"evidence": model.Evidence("E", "Not tested alone, but it works.")}),
)


@pytest.mark.parametrize(("check", "bad"), BAD, ids=[f"{c.__name__}-{n}" for n, (c, _) in enumerate(BAD)])
def test_check_minds_a_bad_example(check: Callable[[Skill], list[str]], bad: dict[str, Any]) -> None:
    """Each check finds something in a skill that breaks its rule."""
    assert check(FINE) == []
    assert check(replace(FINE, **bad)) != []


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

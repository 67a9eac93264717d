"""What a skill of the right format may still lack: wording, length, reading, cautions, sources, timing.

Invariant: pure, and the only place where this is decided. `cope skills check` says it of anybody's file and
the tests hold every shipped file to it, so the two cannot disagree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from copecli.core import skill as model
from copecli.core.readability import CRISIS, EVERYDAY, FEWEST_WORDS, measure_lines, troubles
from copecli.core.skill_texts import SAYS, in_exercise, lines_of, texts_of
from copecli.core.skill_ways import seconds_through
from copecli.core.text import nearest
from copecli.core.wording import check as check_wording
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from copecli.core.skill import Skill
    from copecli.core.wording import Rule

GRAVE = frozenset({"method", "substitute"})
"""Kinds of wording that never come into anybody's library."""

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
MOST_WORDS_A_CUE = 2
MOST_LINES_COMPOSED = 12
"""A text that answers are put together into is there to be copied, not to be taken in at one look."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that should be mended."""

    key: str
    """Where in the file; empty where it is the whole."""
    what: str
    """A message id."""
    fields: dict[str, str] = field(default_factory=dict)
    grave: bool = False
    """Whether the file may not be taken in at all."""

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """Return what is wrong, without the place."""
        return translate(self.what).format(**self.fields)


def review(skill: Skill, rules: Collection[Rule], sources: Collection[str]) -> tuple[Fault, ...]:
    """Return every fault of a skill; `sources` are the keys that its evidence may name."""
    checks = (opening, adaptations, cautions, length, evidence, timing)
    found = [fault for each in checks for fault in each(skill)]
    return (*wording(skill, rules), *found, *reading(skill), *unknown_sources(skill, sources))


def wording(skill: Skill, rules: Collection[Rule]) -> Iterator[Fault]:
    """Yield what the wording rules find."""
    grave = {rule.id for rule in rules if rule.kind in GRAVE}
    for key, text in texts_of(skill):
        for found in check_wording(text, rules):
            yield Fault(
                key,
                N_("“{word}”: {why} Rather: {prefer}"),
                {"word": found.word, "why": found.why, "prefer": found.prefer},
                found.rule in grave,
            )


def opening(skill: Skill) -> Iterator[Fault]:
    """Yield where an opening does not go on from the program's first words."""
    if skill.opening and not re.fullmatch(r"Now, [^\n]+\.", skill.opening):
        yield Fault("opening", N_("this should be one line, from “Now,” to a full stop"))


def reading(skill: Skill) -> Iterator[Fault]:
    """Yield what is hard to read: cautions and evidence may be a little harder."""
    lines = {line: key for key, line in reversed(list(lines_of(skill)))}
    lines = dict(reversed(lines.items()))
    for line, key in lines.items():
        for trouble in troubles([line], CRISIS if in_exercise(key) else EVERYDAY):
            if trouble.text:
                fields = {"found": trouble.found, "allowed": trouble.allowed, "text": trouble.text}
                yield Fault(key, trouble.message, fields)
    yield from _too_hard(lines, CRISIS.grade, 1)
    yield from _too_hard([line for line in lines if in_exercise(lines[line])], CRISIS.grade, FEWEST_WORDS)
    yield from _too_hard(
        [line for line in lines if not in_exercise(lines[line])], EVERYDAY.grade, FEWEST_WORDS
    )


def _too_hard(lines: Iterable[str], highest: float, fewest: int) -> Iterator[Fault]:
    """Yield the grade of these lines together where it is too high; few words say little."""
    found = measure_lines(lines)
    if found.words >= fewest and found.grade > highest:
        what = N_("The reading grade is {found}, at most {allowed} is wanted.")
        yield Fault("", what, {"found": f"{found.grade:.1f}", "allowed": f"{highest:g}"})


def length(skill: Skill) -> Iterator[Fault]:
    """Yield the lines and texts that are too much for one look."""
    composed = {f"steps[{n}].text" for n, step in enumerate(skill.steps) if isinstance(step, model.Compose)}
    for key, text in texts_of(skill):
        for line in text.split("\n"):
            if (found := len(line.split())) > (most := _most_words(key)):
                what = N_("{found} words in one line; at most {most} are wanted: {line}")
                yield Fault(key, what, {"found": str(found), "most": str(most), "line": line})
        if key in composed:
            if text.count("\n") >= MOST_LINES_COMPOSED:
                yield Fault(key, N_("more than {most} lines to copy"), {"most": str(MOST_LINES_COMPOSED)})
        elif text.count("\n") > 1 or len([s for s in re.split(r"[.?!:]\s+", text) if s]) > 3:
            yield Fault(key, N_("too much for one look: two lines and three sentences are the most"))


def _most_words(key: str) -> int:
    if key == SAYS:
        return MOST_WORDS_OF_EVIDENCE
    if key.endswith(".cue"):
        return MOST_WORDS_A_CUE
    return MOST_WORDS_AN_OPTION if ".options[" in key else MOST_WORDS_A_LINE


def adaptations(skill: Skill) -> Iterator[Fault]:
    """Yield where what a skill says of its adaptations is not what its steps do."""
    for need, channel in LEFT_OUT.items():
        steps = [step for step in skill.steps if step.channel == channel]
        lost = [step.id for step in steps if not step.instead and not isinstance(step, model.Pace)]
        adapted = skill.adapt.get(need, "")
        fields = {"need": need, "channel": channel, "steps": ", ".join(lost)}
        if adapted == "variant" and not any(step.instead for step in steps):
            what = N_("{need} is “variant”, and no step of the channel “{channel}” has an “instead”")
            yield Fault("adapt", what, fields)
        if adapted in ("yes", "variant") and lost:
            yield Fault("adapt", N_("{need}: there is nothing “instead” of {steps}"), fields)
        if adapted == "yes" and steps:
            yield Fault("adapt", N_("{need}: its steps change, so this is “variant”"), fields)
        if adapted in ("", "no") and not steps:
            what = N_("{need}: no step needs the channel “{channel}”, so this is “yes”")
            yield Fault("adapt", what, fields)


def cautions(skill: Skill) -> Iterator[Fault]:
    """Yield what the cautions leave unsaid."""
    said = " ".join(skill.cautions).lower()
    for who in skill.not_for:
        if SAID[who] not in said:
            what = N_("not for “{who}”, and no caution says so; use the word “{word}”")
            yield Fault("cautions", what, {"who": who, "word": SAID[who]})
    paces = any(isinstance(step, model.Pace) and step.channel == "breath" for step in skill.steps)
    if paces != ("breath-pacing" in skill.involves):
        yield Fault("involves", N_("“breath-pacing” belongs here where a pace has the channel “breath”"))
    if paces and not ("dizzy" in said and "your own breath is always fine" in said):
        what = N_("a breath exercise says when to stop (“dizzy”), and “Your own breath is always fine.”")
        yield Fault("cautions", what)
    if skill.involves and not skill.cautions:
        yield Fault("cautions", N_("what people may want to leave out needs a caution"))


def evidence(skill: Skill) -> Iterator[Fault]:
    """Yield where the evidence is not bounded, promises, or has no source."""
    says = skill.evidence.says
    if not re.search(r"\b(?:not (?:been )?tested|no change|no better)\b", says, re.IGNORECASE):
        yield Fault(SAYS, N_("this should say where it ends, as in “It has not been tested alone.”"))
    for word in re.findall(r"\b(?:proven|cures?|stops|works|will)\b", says.lower()):
        yield Fault(SAYS, N_("“{word}” promises too much"), {"word": word})
    if skill.evidence.grade != "E" and not skill.evidence.sources:
        yield Fault("evidence.sources", N_("a grade above E names where it was tested"))


def unknown_sources(skill: Skill, sources: Collection[str]) -> Iterator[Fault]:
    """Yield the sources that are not among those that were read."""
    for key in skill.evidence.sources:
        if key not in sources:
            near = nearest(key, sources, n=1)
            what = (
                N_("the source “{key}” is not known; the nearest is “{near}”")
                if near
                else N_("the source “{key}” is not known")
            )
            yield Fault("evidence.sources", what, {"key": key, "near": near[0] if near else ""})


def timing(skill: Skill) -> Iterator[Fault]:
    """Yield where the straight way, taken slowly, does not lie within the minutes that are announced."""
    shortest, longest = skill.minutes
    seconds = seconds_through(skill)
    fields = {"found": f"{seconds / 60:.1f}", "low": f"{shortest:g}", "high": f"{longest:g}"}
    if seconds > longest * 60:
        yield Fault("minutes", N_("it takes about {found} minutes; {high} at most are announced"), fields)
    elif seconds < shortest * 60 * 0.5:
        yield Fault("minutes", N_("it takes about {found} minutes; {low} at least are announced"), fields)

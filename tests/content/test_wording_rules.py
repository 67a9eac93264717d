"""The shipped wording rules: each one catches what it is for, spares its near misses, and is needed."""

from __future__ import annotations

import ast
import io
import itertools
import re
import tokenize
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from copecli.core.readability import measure_lines
from copecli.core.wording import KINDS, Rule, check
from copecli.system.content import content_path
from copecli.system.rules import wording_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
RULES = wording_rules()
CATCHES = [pytest.param(rule, text, id=f"{rule.id}: {text}") for rule in RULES for text in rule.catches]
SPARES = [pytest.param(rule, text, id=f"{rule.id}: {text}") for rule in RULES for text in rule.spares]
PATTERNS = [
    pytest.param(rule, pattern, id=f"{rule.id}: {pattern}") for rule in RULES for pattern in rule.patterns
]
UNLESS = [pytest.param(rule, phrase, id=f"{rule.id}: {phrase}") for rule in RULES for phrase in rule.unless]

BARE = {"method", "substitute"}
"""Kinds whose words stand in wording.toml alone."""
EVERYDAY_MEANING = {"wound-words", "asking-detail", "means", "ice", "pain"}
"""Rules that everyday code and prose about code also trip: a text cut at 80 columns, a method of a class."""


def without(rule: Rule) -> tuple[Rule, ...]:
    """Return the shipped rules but one."""
    return tuple(other for other in RULES if other is not rule)


def phrases(pattern: str) -> Iterator[str]:
    """Yield texts that a pattern is written for: every choice of its groups, its words as they stand."""
    bare = pattern.removeprefix("^").replace("~", "").replace("*", "").replace("#", "3")
    parts = re.split(r"(\([^()]*\)\??)", re.sub(r"\b(\w)\?", r"(\1)?", re.sub(r"(\w)s\?", r"\1", bare)))
    choices = [
        [*part.rstrip("?")[1:-1].split("|"), *([""] if part.endswith("?") else [])] if place % 2 else [part]
        for place, part in enumerate(parts)
    ]
    for chosen in itertools.product(*choices):
        yield "".join(chosen)


@pytest.mark.parametrize(("rule", "text"), CATCHES)
def test_a_rule_catches_its_examples(rule: Rule, text: str) -> None:
    """What a rule is written for is found, and the finding says by which rule, where and why."""
    found = check(text, [rule])
    assert found
    assert all(f.rule == rule.id and f.word == text[f.start : f.end] and f.why and f.prefer for f in found)


@pytest.mark.parametrize(("rule", "text"), SPARES)
def test_no_rule_catches_a_near_miss(rule: Rule, text: str) -> None:
    """A near miss of one rule passes all of them, so the examples show a sentence that may be written."""
    assert check(text, RULES) == ()


@pytest.mark.parametrize(("rule", "text"), CATCHES)
def test_without_the_rule_its_examples_would_pass(rule: Rule, text: str) -> None:
    """Each rule is needed: take it away, and nothing else finds its examples."""
    assert check(text, without(rule)) == ()


@pytest.mark.parametrize(("rule", "pattern"), PATTERNS)
def test_every_pattern_finds_what_it_says(rule: Rule, pattern: str) -> None:
    """No pattern is dead: some text that it spells out is found whole."""
    assert any(
        f.word == text
        for text in phrases(pattern)
        for f in check(text, [replace(rule, spared=None, allowed=None)])
    )


@pytest.mark.parametrize(("rule", "phrase"), UNLESS)
def test_every_exception_spares_something(rule: Rule, phrase: str) -> None:
    """No exception is dead: some text that it spells out would be a fault without it, and is none with it."""
    strict = replace(rule, spared=None)
    texts = [form for text in phrases(phrase) for form in (text, text.upper())]
    assert any(check(text, [strict]) and not check(text, [rule]) for text in texts)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_rule(kind: str) -> None:
    """Nothing that the rules are meant to guard against is left without one."""
    assert any(rule.kind == kind for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_rule_says_why_in_one_plain_sentence(rule: Rule) -> None:
    """Who is told that a word is wrong is told why, shortly."""
    counted = measure_lines([rule.why])
    assert counted.sentences == 1
    assert counted.words <= 16
    assert rule.why.endswith(".")


def test_the_reasons_are_easy_to_read() -> None:
    """Pooled, the reasons keep to the grade that they guard."""
    assert measure_lines([rule.why for rule in RULES]).grade <= 6


@pytest.mark.parametrize(
    "text",
    [
        "Never say just, simply, calm down: just",
        "Great job!",
        "Are you sure you want to quit?",
        "Rate your risk level",
        "Did you relapse?",
        "Welcome to copecli. Let's begin your wellness journey.",
        "Find three things that say you are safe",
        "Session complete. Mood improved by 3.",
        "Invalid input",
        "No contacts found. Please add contacts.",
        "Exercise failed to help? Try again.",
        "This will help.",
        "You must breathe slowly",
    ],
)
def test_what_the_voice_forbids_is_caught(text: str) -> None:
    """The sentences that this project sets up as the ones not to write do not pass."""
    assert check(text, RULES)


@pytest.mark.parametrize(
    "text",
    [
        "You're here. Nothing to decide.\nNotice the floor or chair under you.",
        "Any key goes on. h: help now.",
        "Here is help. Start anywhere.\nBadly hurt, or might act? Call first.",
        "You could move near someone safe.",
        "This runs only here. It sends nothing and calls nobody. It is not treatment.",
        "What happened? (I hurt myself / I didn't / rather not say)",
        "Nobody here yet. That's common. You could try these. No answer? Try the next.",
        "Your plan could not be saved: the disk is full. Free some space, then press s.",
        "Not this one, then. Another, or a person?",
        "Breathe out a little longer than in. Hit a key when you like, or press one.",
        "Things you could use to hurt yourself. Thoughts of ending your life. Self-harm.",
        "If you are in Ireland:",
        "Before 6, now 8. Would a person help?",
        "Voices that tell you to hurt yourself? Call.",
    ],
)
def test_what_the_voice_says_passes(text: str) -> None:
    """The sentences that this project sets up as its own voice pass every rule."""
    assert check(text, RULES) == ()


def test_the_emergency_sentence_may_stand_and_only_whole() -> None:
    """The one exception to naming no way: exact sentences that save lives."""
    sentence = "Taken or swallowed something? Call, even if you feel fine."
    assert check(f"Badly hurt? {sentence} Then wait.", RULES) == ()
    assert check(sentence.replace("Call, even", "Wait, even"), RULES)


def test_each_allowed_sentence_needs_the_allow_list() -> None:
    """The list holds nothing that could stand without it, and it is short."""
    allowed = tomllib.loads(Path(content_path("wording.toml")).read_text(encoding="utf-8"))["allow"]
    strict = [replace(rule, allowed=None) for rule in RULES]
    assert 0 < len(allowed) <= 10
    assert all(check(sentence, strict) and not check(sentence, RULES) for sentence in allowed)


def _published() -> Iterator[tuple[Path, str]]:
    """Yield (file, text) of what this project publishes: content, documentation, and what stands in code."""
    for folder, ending in (("skills", "*.toml"), ("src", "*.toml"), ("src", "*.md"), ("docs", "*.md")):
        yield from (
            (path, path.read_text(encoding="utf-8")) for path in sorted((ROOT / folder).rglob(ending))
        )
    yield from ((path, path.read_text(encoding="utf-8")) for path in sorted(ROOT.glob("*.md")))
    for folder in ("src", "tests"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield from ((path, text) for text in _texts_in_code(path.read_text(encoding="utf-8")))


def _texts_in_code(source: str) -> Iterator[str]:
    """Yield the strings of a source, put together where they are written in pieces, and its comments."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


def test_words_for_ways_of_getting_hurt_stand_in_one_file_alone() -> None:
    """Nowhere but in the rules themselves, not even in a test, is a way of getting hurt spelled out."""
    bare = [rule for rule in RULES if rule.kind in BARE and rule.id not in EVERYDAY_MEANING]
    found = [
        f"{path.relative_to(ROOT)}: {finding.word}"
        for path, text in _published()
        if path.name != "wording.toml"
        for finding in check(text, bare)
    ]
    assert found == []

"""The articles that are shipped, and what one may lack: a function for each rule, which returns faults.

Invariant: everything is read from the files themselves, so that no check can pass on a copy.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from copecli.core.learn import DOORS, OPEN, READ, SKILL, Article, Gap, Heading, Line, Next, cites_of
from copecli.core.learn_pages import pages_of, rows_of
from copecli.core.readability import CRISIS, EVERYDAY, troubles
from copecli.core.wording import check
from copecli.system.articles import load_article_file, load_shelf
from copecli.system.content import content_path
from copecli.system.rules import wording_rules
from tests.content.shipped import SKILL_IDS, source_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLE_FILES = tuple(sorted(Path(content_path("learn")).iterdir()))
ARTICLE_IDS = tuple(path.stem for path in ARTICLE_FILES)
RULES = wording_rules()
NO_METHODS = tuple(rule for rule in RULES if rule.kind in ("method", "substitute"))

MOST_ROWS, COLUMNS = 57, 68
SCREEN = (64, 20)
"""Columns and rows that a page of an article has in a window of 80 by 24, below its title."""
MOST_SCREENS = 3
LONGEST_TITLE, LONGEST_SUMMARY = 56, 70
MOST_WORDS = 16
"""Words in a line: a thought of two short sentences."""
MOST_HEADINGS = 4

PEOPLE = frozenset({"help-now", "lines", "talk", "plan"})
"""Doors that lead to people."""
ENDING_LIFE = re.compile(r"\b(?:suicid\w*|end(?:ing)? (?:your|my|their|one[’']s) life)\b", re.IGNORECASE)
CRISIS_WORDS = re.compile(r"\b(?:suicid\w*|first hour|medical care|danger)\b", re.IGNORECASE)
"""In the title of an article that is read in a crisis."""

_COUNT = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|"
    "hundred|thousand"
)
_COUNTED = (
    "studies|trials|reviews|people|persons|adults|teenagers|young|women|men|weeks|months|years|percent|per"
)
NUMBERED = re.compile(
    rf"\d|\b(?:half|thirds?|quarters?|twice|majority|percent|per cent)\b|\b(?:one|{_COUNT}) (?:in|out of) "
    rf"(?:{_COUNT})\b|\b(?:{_COUNT}) (?:{_COUNTED})\b|\bone (?:study|trial|review)\b|"
    r"\bmost (?:people|say|said|who|of|teenagers|adults|young|studies|trials)\b",
    re.IGNORECASE,
)
"""A number in digits or in words, or a claim of how many."""


@cache
def article(article_id: str) -> Article:
    """Return a shipped article by its id."""
    return load_article_file(content_path("learn", f"{article_id}.md"))


def articles() -> tuple[Article, ...]:
    """Return all of them, in the order of the shelf."""
    return load_shelf().articles


def said(found: Article) -> tuple[str, ...]:
    """Return every line that a person is shown of an article."""
    return (found.title, found.summary, *(block.text for block in found.blocks if not isinstance(block, Gap)))


def careless(found: Article) -> Iterator[str]:
    """Yield what the wording rules mind; words that only a search reads may be those that people use."""
    for text in said(found):
        yield from (f"{fault.rule}: {fault.word!r} in {text!r}" for fault in check(text, RULES))
    for text in found.finds:
        yield from (f"{fault.rule}: {fault.word!r} in finds" for fault in check(text, NO_METHODS))


def too_hard(found: Article) -> Iterator[str]:
    """Yield what is harder to read than it may be; what is read in a crisis may be less hard."""
    limits = CRISIS if CRISIS_WORDS.search(found.title) else EVERYDAY
    yield from (str(trouble) for trouble in troubles(said(found), limits))


def too_long(found: Article) -> Iterator[str]:
    """Yield what is longer than it may be: the whole, a line, the title, the summary."""
    rows = len(rows_of(found, COLUMNS))
    if rows > MOST_ROWS:
        yield f"{rows} rows"
    screens = len(pages_of(found, *SCREEN))
    if screens > MOST_SCREENS:
        yield f"{screens} screens"
    if len(found.title) > LONGEST_TITLE or len(found.summary) > LONGEST_SUMMARY:
        yield "a long title or summary"
    yield from (f"a long line: {text}" for text in said(found) if len(text.split()) > MOST_WORDS)


def unsourced(found: Article) -> Iterator[str]:
    """Yield lines with a number and no source, and sources that nobody has seen."""
    rows = source_rows()
    for block, below in pairwise((*found.blocks, Gap())):
        # A heading names no source: what stands right below it does.
        cites = cites_of(below if isinstance(block, Heading) else block)
        if not isinstance(block, Gap) and NUMBERED.search(block.text) and not cites:
            yield f"no source: {block.text}"
    for key in {*found.sources, *(key for block in found.blocks for key in cites_of(block))}:
        if rows.get(key, {}).get("seen") is not True:
            yield f"{key}: nobody has seen it"
    if NUMBERED.search(f"{found.title} {found.summary}"):
        yield "a number in the title or the summary"


def leads_nowhere(found: Article) -> Iterator[str]:
    """Yield what it offers and what is not there."""
    there = {SKILL: SKILL_IDS, OPEN: DOORS, READ: tuple(key for key in ARTICLE_IDS if key != found.id)}
    yield from (f"{way.kind}: {way.id}" for way in found.now if way.id not in there[way.kind])
    if not 1 <= len(found.now) <= 3 or len(set(found.now)) != len(found.now):
        yield "one to three ways on, each once"


def without_people(found: Article) -> Iterator[str]:
    """Yield where thoughts of ending one's life are not answered with people.

    Where an article is about them, people come first and no exercise is offered; where a part of it is, a way
    leads to people, or to an article that begins there.
    """
    headings = " ".join(block.text for block in found.blocks if isinstance(block, Heading))
    first, *_others = found.now
    if ENDING_LIFE.search(f"{found.title} {found.summary}") and (
        first.id not in PEOPLE or any(way.kind == SKILL for way in found.now)
    ):
        yield "people come first here, and no exercise"
    if ENDING_LIFE.search(headings) and not any(map(_leads_to_people, found.now)):
        yield "nothing here leads to people"


def _leads_to_people(way: Next) -> bool:
    if way.kind == READ:
        return way.id in ARTICLE_IDS and article(way.id).now[0].id in PEOPLE
    return way.kind == OPEN and way.id in PEOPLE


def odd_shape(found: Article) -> Iterator[str]:
    """Yield what is missing of the usual parts."""
    headings = [block for block in found.blocks if isinstance(block, Heading)]
    if not 1 <= len(headings) <= MOST_HEADINGS:
        yield f"{len(headings)} headings"
    if isinstance(found.blocks[-1], Heading):
        yield "nothing below the last heading"
    if not found.review_on:
        yield "no date"
    if not found.finds:
        yield "no words to be found by"
    for block in found.blocks:
        if isinstance(block, Line) and not block.text.endswith((".", "?", ":", "”", '"')):
            yield f"no mark at its end: {block.text}"


CHECKS = (careless, too_hard, too_long, unsourced, leads_nowhere, without_people, odd_shape)


def faults(found: Article) -> list[str]:
    """Return everything that is not as it should be."""
    return [fault for rule in CHECKS for fault in rule(found)]

"""Every article: its format, its words, how hard it is to read, what it rests on, and where it leads."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from statistics import fmean
from typing import Any

import pytest

from copecli.core.learn import GROUPS, OPEN, READ, SKILL, Article, Block, Gap, Heading, Item, Line, Next
from copecli.core.readability import EVERYDAY, measure_lines
from copecli.desk_learn import CARE, library
from copecli.system.articles import load_shelf
from copecli.system.rules import wording_rules
from tests.content.articles import (
    ARTICLE_FILES,
    ARTICLE_IDS,
    NUMBERED,
    article,
    articles,
    careless,
    faults,
    leads_nowhere,
    odd_shape,
    said,
    too_hard,
    too_long,
    unsourced,
    without_people,
)
from tests.references import textstat


def test_every_file_is_an_article() -> None:
    """None is left out, none is of another kind, and each stands once."""
    assert load_shelf().refused == ()
    assert {path.suffix for path in ARTICLE_FILES} == {".md"}
    assert sorted(found.id for found in articles()) == sorted(ARTICLE_IDS)


def test_no_two_stand_in_one_place() -> None:
    """Their order on the shelf is what their files say, and no two titles are alike."""
    places = Counter((found.group, found.place) for found in articles())
    assert [place for place, times in places.items() if times > 1] == []
    assert len({found.title.casefold() for found in articles()}) == len(articles())
    assert {found.group for found in articles()} <= set(GROUPS)


TOPICS = {
    "what-self-harm-is": "what it is and is not",
    "why-people-do-it": "what it is for",
    "relief-and-what-follows": "why it can bring relief, and what follows",
    "warning-signs-in-me": "warning signs in oneself",
    "warning-signs-in-others": "warning signs in others",
    "self-harm-and-suicidal-thoughts": "how it relates to suicidal thoughts, and what to do with each",
    "alcohol-and-drugs": "how it goes with alcohol and drugs",
    "how-common": "how many people do it",
    "young-people": "adolescents",
    "what-people-get-wrong": "what is said of it and is not so",
    "what-may-lie-beneath": "why looking for the underlying problem matters",
    "depression": "low mood",
    "anxiety": "worry and panic",
    "trauma": "after something terrible",
    "eating": "eating",
    "personality": "strong feelings and what they are called",
    "first-hour-next-day": "the first hour and the next day",
    "getting-medical-care": "when to get medical care",
    "an-assessment": "what an assessment is like",
    "talking-therapies": "the talking therapies, and that there is no one way for everybody",
    "medicine": "what medicine can and cannot do",
    "recovery": "that recovery is not a straight line",
    "feeling-an-urge-pass": "feeling an urge pass",
    "building-a-life": "building a life",
    "scars-and-being-seen": "scars, and being seen",
    "when-to-call-for-help": "when to call for help",
    "how-to-listen": "how to listen",
    "what-to-say": "what to say, and what not to say",
    "looking-after-yourself": "looking after oneself",
    "parents": "for parents",
    "partners": "for partners",
    "what-this-tool-does": "for therapists: what this tool does and does not",
}
"""By article: what somebody must be able to read about here."""


def test_all_that_has_to_be_there_is_there() -> None:
    """A topic that is dropped by an edit is missed."""
    assert {article_id: TOPICS[article_id] for article_id in set(TOPICS) - set(ARTICLE_IDS)} == {}
    assert {found.group for found in articles()} == set(GROUPS)


@pytest.mark.parametrize("article_id", ARTICLE_IDS)
def test_article_is_sound(article_id: str) -> None:
    """Wording, reading grade, length, sources, ways on, people first, and its usual parts."""
    assert faults(article(article_id)) == []


def test_a_second_formula_finds_them_as_easy() -> None:
    """The mean of all is at grade 6 or below, by ours and by a formula of a maintained library."""
    reference = textstat()
    ours, theirs = [], []
    for found in articles():
        lines = said(found)
        ours.append(measure_lines(lines).grade)
        text = " ".join(line if line[-1] in ".?!" else f"{line}." for line in lines)
        theirs.append(reference.automated_readability_index(text))
    assert max(fmean(ours), fmean(theirs)) <= EVERYDAY.grade


FINE = Article(
    id="fine",
    title="A fine thing",
    group="living",
    place=1,
    summary="What is fine, and what is not.",
    finds=("fine",),
    sources=("Nuij21",),
    review_on="2026-11-26",
    now=(Next(OPEN, "plan"),),
    blocks=(Heading("What is known"), Line("Six studies found it.", ("Nuij21",)), Gap(), Item("It is small")),
)


def test_where_words_name_an_injury_care_is_found_first() -> None:
    """Whatever was typed is said nowhere, and is never answered with nothing."""
    there = library()
    for rule in METHODS:
        for typed in rule.catches:
            assert tuple(article.id for article in there.find(typed)[: len(CARE)]) == CARE
    assert there.find("recovery")[0].id not in CARE


def test_a_fine_article_has_no_fault() -> None:
    """So each fault below comes from its one change."""
    assert faults(FINE) == []


def plus(*blocks: Block) -> tuple[Block, ...]:
    """Return the blocks of the fine article, and some more."""
    return (*FINE.blocks, *blocks)


FIVE_PARTS = tuple(block for n in range(5) for block in (Heading(f"Part {'x' * n}"), Line("So.")))

METHODS = [rule for rule in wording_rules() if rule.kind == "method"]
A_METHOD = METHODS[0].catches[0]

BAD: list[tuple[Any, dict[str, Any]]] = [
    (careless, {"title": "You must read this"}),
    (careless, {"summary": "This will help."}),
    (careless, {"finds": (A_METHOD,)}),
    (careless, {"blocks": plus(Line("Just look around."))}),
    (too_hard, {"blocks": plus(Line("Considerable physiological difficulties continue."))}),
    (too_hard, {"blocks": plus(*[Line("Representatives deliberate considerably.")] * 40)}),
    (too_hard, {
        "title": "The first hour",
        "blocks": plus(Line("If you can, look round and see what is near to you right now.")),
    }),
    (too_long, {"blocks": plus(*[Line("It goes on.")] * 54)}),
    (too_long, {"blocks": plus(*[Line("It goes on and on, " * 4)] * 20)}),
    (too_long, {"title": "A title of so many words that it does not fit in one row any more"}),
    (too_long, {"summary": "A summary of so many words that it does not fit in one row of seventy any more"}),
    (too_long, {"blocks": plus(Line("Word " * 17))}),
    (unsourced, {"blocks": plus(Line("Two in three say so."))}),
    (unsourced, {"blocks": plus(Item("About 40 said so."))}),
    (unsourced, {"blocks": plus(Heading("Half of them"))}),
    (unsourced, {"summary": "What most people say."}),
    (unsourced, {"sources": ("Nuij21", "Nobody99")}),
    (unsourced, {"blocks": plus(Line("It is so.", ("Nobody99",)))}),
    (leads_nowhere, {"now": (Next(SKILL, "no-such-skill"),)}),
    (leads_nowhere, {"now": (Next(READ, "no-such-article"),)}),
    (leads_nowhere, {"id": ARTICLE_IDS[0], "now": (Next(READ, ARTICLE_IDS[0]),)}),
    (leads_nowhere, {"now": (Next(OPEN, "window"),)}),
    (leads_nowhere, {"now": (Next(OPEN, "plan"),) * 2}),
    (leads_nowhere, {"now": tuple(Next(OPEN, door) for door in ("plan", "wave", "talk", "lines"))}),
    (without_people, {"title": "Thoughts of suicide", "now": (Next(SKILL, "stop"), Next(OPEN, "plan"))}),
    (without_people, {"title": "Thoughts of suicide", "now": (Next(OPEN, "lines"), Next(SKILL, "stop"))}),
    (without_people, {
        "blocks": (Heading("Thoughts of ending your life"), *FINE.blocks), "now": (Next(OPEN, "wave"),)
    }),
    (odd_shape, {"blocks": FINE.blocks[1:]}),
    (odd_shape, {"blocks": FIVE_PARTS}),
    (odd_shape, {"blocks": plus(Heading("And"))}),
    (odd_shape, {"review_on": ""}),
    (odd_shape, {"finds": ()}),
    (odd_shape, {"blocks": plus(Line("No mark"))}),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "change"), BAD)
def test_each_rule_sees_what_it_is_for(rule: Any, change: dict[str, Any]) -> None:
    """One bad thing in an article that is fine is found by its rule."""
    assert list(rule(replace(FINE, **change))) != []


@pytest.mark.parametrize(
    "text",
    [
        "Call 112.",
        "Half do.",
        "One in ten.",
        "Two of three thirds.",
        "Most say so.",
        "In one study.",
        "Six years.",
    ],
)
def test_a_number_is_seen_in_any_form(text: str) -> None:
    """In digits, in words, as a share, or as a claim of how many."""
    assert NUMBERED.search(text)


@pytest.mark.parametrize(
    "text",
    ["One thing at a time.", "Ten minutes or less.", "One more person.", "The two of you.", "Almost there."],
)
def test_what_counts_nothing_needs_no_source(text: str) -> None:
    """A word that is no claim."""
    assert not NUMBERED.search(text)

"""The sources that are named anywhere, and the suggestions of the safety plan: seen, gentle, and no thing.

Each check is a function that returns what it minds, so that it can be shown to mind a bad example.
"""

from __future__ import annotations

import re
from typing import Any

import pytest

from copecli.core.after import SOURCES as AFTER_SOURCES
from copecli.core.plan import KINDS, REASONS, SAFER_SPACE, STEPS, WITH_PHONE, Item
from copecli.core.plan_people import says_nobody
from copecli.core.routing import SOURCES as ORDER_SOURCES
from copecli.system.loaders import load_suggestions
from tests.content import shipped
from tests.content.articles import articles
from tests.content.shipped import SKILL_IDS, source_rows, suggestion_rows

SOURCE_KEYS = frozenset({"cite", "doi", "pmid", "pmc", "seen", "found"})
SHAPES = {"doi": r"10\.\d{4,5}/[^\s]+", "pmid": r"\d{8}", "pmc": r"PMC\d{7,8}"}
PLAN_SOURCES = frozenset({"Stanley18", "Nuij21"})
"""What the safety plan rests on."""

MOST_WORDS = 12

SAFER_SPACE_WORDS = frozenset(
    re.findall(
        r"[\w']+",
        """
        a after and are ask at builds calm clinic could day do doctor else first for friend's give
        go help i it leave look make me message my night on one or people place room safer send
        small someone somewhere space stay step the there things this time to trust wait what when
        where while with
        """,
    )
)
"""Every word that a suggestion for a safer space may be made of. None of them names or hints at a thing:
a new word has to be put here by hand, and thought about."""

GUILT = re.compile(
    r"\b(?:mother|father|mum|mom|dad|parents?|child(?:ren)?|son|daughter|husband|wife|family|owe|selfish|they|them|"
    r"without me|need(?:s|ed)? me|miss(?:es)? me|let down|promise)\b",
    re.IGNORECASE,
)
"""What a reason to stay is never made of: what others would feel, or are owed."""


def unsound(key: str, row: dict[str, Any]) -> list[str]:
    """Return what a source lacks."""
    troubles = [f"{key}: {name} is not a key" for name in row if name not in SOURCE_KEYS]
    if row.get("seen") is not True:
        troubles.append(f"{key}: nobody has seen it")
    troubles += [f"{key}: {name} is missing" for name in ("cite", "found") if not row.get(name)]
    troubles += [
        f"{key}: {name} has an odd shape"
        for name, shape in SHAPES.items()
        if name in row and not re.fullmatch(shape, row[name])
    ]
    if not any(name in row for name in SHAPES) and "read " not in row.get("cite", ""):
        troubles.append(f"{key}: neither a number to find it by, nor where it was read")
    if not re.fullmatch(r"[A-Za-z]+\d*", key):
        troubles.append(f"{key}: an odd key")
    return troubles


def unsuited(step: str, row: dict[str, str]) -> list[str]:
    """Return why a suggestion should not be offered."""
    text = row.get("text", "")
    words = re.findall(r"[\w']+", text.lower())
    troubles = [] if words and len(text.split()) <= MOST_WORDS else ["too long, or empty"]
    troubles += [f"{name} is not a key" for name in row if name not in ("text", "skill", "kind")]
    if row.get("skill", "stop") not in SKILL_IDS or ("skill" in row and step != "coping"):
        troubles.append("it starts a skill that is not there")
    if row.get("kind", "") not in KINDS or ("kind" in row and step not in WITH_PHONE):
        troubles.append("it is of a kind that is not there")
    if re.search(r"\d|https?:|[!…]", text):
        troubles.append("a number, an address or a shout")
    if not text.endswith("."):
        troubles.append("no full stop")
    if re.search(r"(?<=[a-z,] )[A-Z](?!\b)\w+", text.replace("Help now", "")):
        troubles.append("a name")
    if step == SAFER_SPACE:
        troubles += [f"“{word}” may hint at a thing" for word in words if word not in SAFER_SPACE_WORDS]
    if step == REASONS and GUILT.search(text):
        troubles.append("guilt")
    return troubles


@pytest.mark.parametrize("key", source_rows())
def test_source_is_sound(key: str) -> None:
    """Each source was seen, says in one plain line what it found, and can be found again."""
    assert unsound(key, source_rows()[key]) == []


FINE_SOURCE = {
    "cite": "A journal (2020)",
    "doi": "10.1000/x",
    "seen": True,
    "found": "Ten people felt better.",
}


@pytest.mark.parametrize(
    "change",
    [
        {"seen": False}, {"seen": "yes"}, {"found": ""}, {"doi": "x"}, {"doi": "https://doi.org/10.1000/x"},
        {"author": "someone"}, {"pmid": "12"}, {"pmc": "12"},
    ],
)  # fmt: skip
def test_unsound_source_is_seen(change: dict[str, Any]) -> None:
    """The check minds a source that nobody saw, or that cannot be found again."""
    assert unsound("Fine20", FINE_SOURCE) == []
    assert unsound("Fine20", {**FINE_SOURCE, **change}) != []


def test_source_that_cannot_be_found_again_is_seen() -> None:
    """Without a number, a source has to say where it was read."""
    assert unsound("Fine20", {**FINE_SOURCE, "doi": ""}) != []
    bare = {name: value for name, value in FINE_SOURCE.items() if name != "doi"}
    assert unsound("Fine20", bare) != []
    assert unsound("Fine20", {**bare, "cite": "A course (2020), read on a training site"}) == []


def test_named_sources_are_there_and_no_others() -> None:
    """Every source that a skill, an article, the plan or the program names exists; none lies unused."""
    named = {key for skill_id in SKILL_IDS for key in shipped.skill(skill_id).evidence.sources}
    named |= {key for found in articles() for key in found.numbers}
    named |= {*AFTER_SOURCES, *(key for keys in ORDER_SOURCES.values() for key in keys)}
    assert named | PLAN_SOURCES == set(source_rows())


def test_tested_grades_name_a_source() -> None:
    """Whoever claims more than custom says where it was tested."""
    for skill_id in SKILL_IDS:
        evidence = shipped.skill(skill_id).evidence
        assert evidence.grade == "E" or evidence.sources, skill_id


def test_every_step_of_the_plan_has_suggestions() -> None:
    """Each of the seven steps offers six to ten, in the plan's order and all different."""
    rows = suggestion_rows()
    assert tuple(rows) == STEPS
    assert all(6 <= len(found) <= 10 for found in rows.values())
    texts = [row["text"] for found in rows.values() for row in found]
    assert len(set(texts)) == len(texts)


def test_the_program_reads_every_suggestion() -> None:
    """What the loader hands to the plan builder is what the file holds."""
    loaded = load_suggestions()
    for step, rows in suggestion_rows().items():
        found = [(idea.text, idea.skill, idea.kind) for idea in loaded[step]]
        assert found == [(row["text"], row.get("skill", ""), row.get("kind", "")) for row in rows]


@pytest.mark.parametrize("step", STEPS)
def test_suggestions_suit_their_step(step: str) -> None:
    """Short, without names, numbers, things or guilt; a linked skill exists."""
    assert [trouble for row in suggestion_rows()[step] for trouble in unsuited(step, row)] == []


@pytest.mark.parametrize(
    ("step", "row"),
    [
        ("coping", {"text": "one two three four five six seven eight nine ten eleven twelve more."}),
        ("coping", {"text": "Breathe.", "skill": "no-such-skill"}),
        ("people", {"text": "Someone I like.", "skill": "stop"}),
        ("people", {"text": "My friend Alex."}),
        ("people", {"text": "Call 555-0100."}),
        ("people", {"text": "A friend", "phone": "x"}),
        ("people", {"text": "A friend"}),
        ("people", {"text": "A friend.", "kind": "pet"}),
        ("coping", {"text": "Tea.", "kind": "place"}),
        ("safer-space", {"text": "Ask someone to look after the box."}),
        ("reasons", {"text": "My family would be sad."}),
        ("reasons", {"text": "The people who need me."}),
    ],
)
def test_unsuited_suggestion_is_seen(step: str, row: dict[str, str]) -> None:
    """The check minds each kind of suggestion that should not be offered."""
    assert unsuited(step, row) != []


def test_nobody_yet_is_an_answer() -> None:
    """A person without people finds words for that, and the program knows them for what they are."""
    texts = [row["text"] for row in suggestion_rows()["people"]]
    assert [text for text in texts if says_nobody(Item("a", text))] == ["Nobody yet."]


def test_help_with_work_names_a_line_and_a_doctor() -> None:
    """The step of the professionals offers a crisis line and one's own doctor or clinic."""
    texts = " ".join(row["text"] for row in suggestion_rows()["professionals"])
    assert "crisis line" in texts
    assert "My doctor or clinic" in texts

"""Every message that finding words can come to: wording, reading grade, and that it is whole.

The lines of a message are a closed set, so each of them and each two that can stand beside each other are
looked at; the grade is taken of every combination, from counts that are made once for each line.
"""

from __future__ import annotations

import tomllib
from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from copecli.core import talk_words as said
from copecli.core.fields import FormatProblem
from copecli.core.form import PICK
from copecli.core.prose import line_sentences
from copecli.core.readability import Limits, measure_lines, troubles
from copecli.core.shared_words import UNSAFE
from copecli.core.talk import Talk, Talking, as_text
from copecli.core.talk_format import ready_from_document
from copecli.core.talk_people import Asked
from copecli.core.wording import check
from copecli.system.content import content_path
from copecli.system.rules import wording_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

RULES = wording_rules()
DOCUMENT = tomllib.loads(Path(content_path("talk.toml")).read_text(encoding="utf-8"))
READY = ready_from_document(DOCUMENT)
MESSAGE = Limits(grade=6.0, sentence_words=14, hard_words=1)
"""What is said to somebody else is read by a tired person, too."""
LIGHT = Asked("light", "A neighbour", said.LIGHT)
TALKING = Talking((LIGHT,), READY, under_18=True)
ONE_OF_EACH = {said.NEAR: "friend", said.CLINIC: "doctor", said.TEACHER: "teacher", said.ONLINE: "online"}
"""The sentences go by group; `test_talk` in unit says that no one kind of somebody has others."""
KINDS = [
    *((whom, want) for group, whom in ONE_OF_EACH.items() for want, _words in said.wants_of(group)[1:]),
    ("light", said.COMPANY),
]


def wanting(whom: str, want: str) -> dict[str, str]:
    """Return the answers that ask that of somebody."""
    return {"whom": whom, "want-clinic" if whom == "doctor" else "want": want}


def asked(answers: dict[str, str]) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    """Yield each question in which sentences are picked: its id, and none, each one, and all of them."""
    for question in TALKING.questions(answers):
        if question.kind == PICK:
            texts = tuple(key for key, _words in question.options if key != UNSAFE)
            yield question.id, ((), *((text,) for text in texts), texts)


def lines(talk: Talk) -> tuple[str, ...]:
    """Return what is said, paragraph by paragraph."""
    return tuple(line for section in TALKING.sections(talk) for line in section.lines)


@cache
def counts(line: str) -> tuple[int, float]:
    """Return (sentences, words, beats) of a line, as the grade is made of them."""
    found = measure_lines([line])
    sentences = found.words and len(list(line_sentences([line])))
    beats = (found.grade + 15.59 - 0.39 * found.words / sentences) * found.words / 11.8
    return sentences, found.words, beats  # type: ignore[return-value]


@pytest.mark.parametrize(("whom", "want"), KINDS)
def test_every_message_is_worded_with_care_and_easy_to_read(whom: str, want: str) -> None:
    """For each of whom, what and how: every combination of one, none or all picks of each question."""
    answers = wanting(whom, want)
    picks = dict(asked(answers))
    pairs: set[tuple[str, str]] = set()
    for how, _words in said.HOWS:
        rows = picks.values() if how == said.TEXT else [((),)] * len(picks)
        for combination in product(*rows):
            given = dict(zip(picks, combination, strict=True))
            found = lines(TALKING.talk({**answers, "how": how, **given}))
            assert all(found)
            assert grade(found) <= MESSAGE.grade, found
            pairs |= set(zip(found, (*found[1:], ""), strict=True))
    for pair in pairs:
        assert [f"{one.rule}: {one.word!r}" for one in check("\n".join(pair), RULES)] == [], pair
        assert [str(one) for one in troubles(pair, MESSAGE)] == []


def grade(found: tuple[str, ...]) -> float:
    """Return the grade of lines as one text."""
    sentences, words, beats = (sum(column) for column in zip(*map(counts, found), strict=True))
    return float(0.39 * words / sentences + 11.8 * beats / words - 15.59)


def test_the_grade_from_counts_is_the_grade_of_the_text() -> None:
    """What is added up line by line is what the formula gives for the whole."""
    found = lines(TALKING.talk(wanting("friend", said.SAFETY)))
    assert grade(found) == pytest.approx(measure_lines(found).grade)


@pytest.mark.parametrize("text", ["You must help me.", "Promise me not to tell.", "Just stay."])
def test_a_careless_sentence_would_be_found(text: str) -> None:
    """One line that orders or asks for a promise is enough."""
    assert check(f"Hello.\n{text}", RULES) != ()


def test_each_sentence_is_in_some_message() -> None:
    """None is left that nobody could ever pick, and none stands twice in one list."""
    offered: set[str] = set()
    for whom, want in KINDS:
        for how, _words in said.HOWS:
            answers = {**wanting(whom, want), "how": how}
            for _id, picks in asked(answers):
                assert len(set(picks[-1])) == len(picks[-1])
                offered |= set(picks[-1])
            text = as_text(TALKING.sections(TALKING.talk(answers)), str)
            offered |= {one.text for one in READY if one.text in text}
    assert {one.text for one in READY} - offered == set()


def test_whatever_is_asked_there_is_something_to_pick() -> None:
    """At least two ready sentences for each question, for everybody."""
    for whom, want in KINDS:
        assert all(len(picks[-1]) >= 2 for _id, picks in asked(wanting(whom, want)))


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ({"text": "Hi.", "for": ["nearby"]}, "opener[0].for"),
        ({"text": "Hi.", "people-first": "yes"}, "opener[0].people-first"),
        ({"text": ""}, "opener[0].text"),
        ({"text": "Hi.", "wnat": []}, "opener[0].wnat"),
    ],
)
def test_a_row_that_is_not_as_it_should_be_is_refused(row: dict[str, object], key: str) -> None:
    """With the place where it stands."""
    with pytest.raises(FormatProblem) as found:
        ready_from_document({"format": 1, "opener": [row]})
    assert found.value.key == key

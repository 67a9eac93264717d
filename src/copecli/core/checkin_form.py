"""The questions of a check-in, as a Form, and the check-in that its answers make.

Invariant: a check-in that is turned into answers and back is the same one, with all that no question asks
about. “I can't stay safe” and “I might act on them” lead to Help now before anything is kept.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.core import checkin_words as said
from copecli.core.checkin import ENDING_LIFE, FEELINGS, MIGHT_ACT
from copecli.core.form import CHOOSE, HELP_NOW, NOBODY_READS, PICK, RATE, WORDS, Form, Question
from copecli.core.reach import as_is, sentence
from copecli.core.records import HIGHEST
from copecli.core.shared_words import FEELINGS as STATES
from copecli.core.shared_words import UNSAFE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from copecli.core.checkin import CheckIn
    from copecli.core.form import Answer, Answers

_RATINGS = ("distress", "urge", "able")
_LISTS = ("feelings", "tags")

_FIRST = ((UNSAFE, dict(STATES)[UNSAFE]), FEELINGS[-1])
"""The way to Help now, and “can't tell”: both are in sight on the smallest screen."""

_FEELINGS = Question(
    id="feelings",
    kind=PICK,
    text=sentence(said.ASKED["feelings"]),
    hint=sentence(said.HINTS["feelings"]),
    options=tuple((key, sentence(words)) for key, words in (*_FIRST, *FEELINGS[:-1])),
    leads=((UNSAFE, HELP_NOW),),
)
_ENDING_LIFE = Question(
    id="ending_life",
    kind=CHOOSE,
    text=sentence(said.ASKED["ending_life"]),
    hint=sentence(said.HINTS["ending_life"]),
    options=tuple((key, sentence(words)) for key, words in said.ENDING_LIFE_CHOICES),
    leads=((MIGHT_ACT, HELP_NOW),),
)
_NOTE = Question(id="note", kind=WORDS, text=sentence(said.ASKED["note"]), hint=NOBODY_READS)


def _rating(name: str) -> Question:
    low, high = said.ENDS[name]
    hint = said.HINTS.get(name)
    return Question(
        id=name,
        kind=RATE,
        text=sentence(said.ASKED[name]),
        hint=sentence(hint) if hint else None,
        low=sentence(low),
        high=sentence(high),
    )


def _tags(used: Iterable[str]) -> Question:
    return Question(
        id="tags",
        kind=PICK,
        text=sentence(said.ASKED["tags"]),
        hint=sentence(said.HINTS["tags"]),
        options=tuple((tag, as_is(tag)) for tag in dict.fromkeys(used) if tag != UNSAFE),
    )


def checkin_form(
    answers: Answers | None = None, *, ask_ending_life: bool = False, tags: Iterable[str] = ()
) -> Form:
    """Return the questions of a check-in from their beginning, with these answers so far.

    `tags` are those that the person uses most; they are offered, and own words are as good.
    """
    asked = (
        _FEELINGS,
        *(_rating(name) for name in _RATINGS),
        *((_ENDING_LIFE,) if ask_ending_life else ()),
        _tags(tags),
        _NOTE,
    )
    return Form(lambda _answers: asked, answers or {})


def checkin_of(answers: Answers, head: CheckIn) -> CheckIn:
    """Return the check-in that `answers` make of `head`: a fresh one, or the one that is being edited."""
    fields: dict[str, Any] = {}
    for name in (*_RATINGS, *_LISTS, "note", "ending_life"):
        if name in answers:
            fields[name] = _fitting(name, answers[name], getattr(head, name))
    return replace(head, **fields)


def answers_of(found: CheckIn) -> Answers:
    """Return the answers that make this check-in, for changing it or adding to it."""
    answers: dict[str, Answer] = {name: getattr(found, name) for name in (*_LISTS, *_RATINGS)}
    return {**answers, "ending_life": found.ending_life, "note": found.note}


def _fitting(name: str, answer: Answer, before: Answer) -> Answer:
    """Return the answer where it is one to that question, else what was there."""
    if name in _LISTS:
        return tuple(one for one in answer if one != UNSAFE) if isinstance(answer, tuple) else before
    if name in _RATINGS:
        return answer if answer is None or (isinstance(answer, int) and 0 <= answer <= HIGHEST) else before
    if name == "ending_life":
        return answer if answer in ENDING_LIFE else before
    return answer if isinstance(answer, str) else before

"""The questions of the trigger map, as a Form, and the map that its answers make.

Invariant: a map that is turned into answers and back is the same map, with all that no question asks about.
Where somebody was hurt, or rather does not say, nothing more is asked until care is answered with “no”.
"""

from __future__ import annotations

from dataclasses import replace

from copecli.core import chain_words as said
from copecli.core.care_words import CARE_ASKED, CARE_CHOICES, CARE_SIGNS
from copecli.core.chain import (
    BODY,
    DID_NOT,
    DID_WORDS,
    FEELING,
    FUNCTIONS,
    HURT,
    LONG,
    RATHER_NOT,
    SHORT,
    THOUGHT,
    TRIGGERS,
    VULNERABLE,
)
from copecli.core.chain_links import INNER, with_all_inner, with_texts
from copecli.core.checkin import FEELINGS
from copecli.core.form import CARE, CHOOSE, HELP_NOW, LINES, PICK, RATE, Form, Question
from copecli.core.reach import sentence
from copecli.core.shared_words import FEELINGS as STATES
from copecli.core.shared_words import UNSAFE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from copecli.core.chain import TriggerMap
    from copecli.core.form import Answer, Answers
    from copecli.core.reach import Sentence

    Choices = tuple[tuple[str, str], ...]

_CAN_STOP = frozenset({HURT, RATHER_NOT})
_NOT_SAFE = ((UNSAFE, dict(STATES)[UNSAFE]),)
_KINDS = {"thoughts": THOUGHT, "feelings": FEELING, "body": BODY}
_AS_THEY_ARE = ("vulnerable", "before", "urge", "did", "care", "soon", "later", "needs")
"""Fields of a map that are answers, letter by letter."""


def _options(choices: Choices) -> tuple[tuple[str, Sentence], ...]:
    return tuple((key, sentence(words)) for key, words in choices)


def _pick(name: str, choices: Choices, *earlier: str, unsafe: bool = False) -> Question:
    return Question(
        id=name,
        kind=PICK,
        text=sentence(said.ASKED[name]),
        hint=sentence(said.HINTS[name]),
        options=_options((*choices, *_NOT_SAFE) if unsafe else choices),
        earlier=earlier,
        leads=((UNSAFE, HELP_NOW),) if unsafe else (),
    )


STEADY = Question(
    id="steady",
    kind=CHOOSE,
    text=sentence(said.STEADY),
    about=tuple(map(sentence, said.OPENING)),
    options=_options((*said.STEADY_CHOICES, *_NOT_SAFE)),
    leads=((UNSAFE, HELP_NOW),),
)
"""Asked first, and again after an exercise; a map begins only after “yes”."""

_FORM = Question(id="form", kind=CHOOSE, text=sentence(said.HOW_LONG), options=_options(said.FORM_CHOICES))
_VULNERABLE = _pick("vulnerable", VULNERABLE)
_BEFORE = _pick("before", TRIGGERS, "vulnerable")
_INNER = _pick("inner", (*FEELINGS, *said.BODY), "before", unsafe=True)
_THOUGHTS = Question(
    id="thoughts",
    kind=LINES,
    text=sentence(said.ASKED["thoughts"]),
    hint=sentence(said.HINTS["thoughts"]),
    earlier=("before",),
)
_FEELINGS = _pick("feelings", FEELINGS, "before", "thoughts", unsafe=True)
_BODY = _pick("body", said.BODY, "thoughts", "feelings")
_URGE = Question(
    id="urge",
    kind=RATE,
    text=sentence(said.ASKED["urge"]),
    low=sentence(said.LOW),
    high=sentence(said.HIGH),
    earlier=("inner", "feelings", "body"),
)
_DID = Question(
    id="did",
    kind=CHOOSE,
    text=sentence(said.ASKED["did"]),
    hint=sentence(said.HINTS["did"]),
    options=_options((*DID_WORDS, *_NOT_SAFE)),
    leads=((UNSAFE, HELP_NOW),),
)
_CARE = Question(
    id="care",
    kind=CHOOSE,
    text=sentence(CARE_ASKED),
    about=tuple(map(sentence, CARE_SIGNS)),
    options=_options(CARE_CHOICES),
    leads=(("yes", CARE), ("cant-tell", CARE), (UNSAFE, HELP_NOW)),
)
_SOON = _pick("soon", said.SOON, "before", "urge")
_LATER = _pick("later", said.LATER, "soon")
_NEEDS = _pick("needs", FUNCTIONS, "before", "soon")

_BEGINNING = {SHORT: (_BEFORE, _INNER), LONG: (_VULNERABLE, _BEFORE, _THOUGHTS, _FEELINGS, _BODY)}
_END = {SHORT: (_SOON, _NEEDS), LONG: (_SOON, _LATER, _NEEDS)}


def questions(answers: Answers) -> tuple[Question, ...]:
    """Return the questions of a map, as far as they may be asked."""
    form = LONG if answers.get("form") == LONG else SHORT
    until = (_FORM, *_BEGINNING[form], _URGE, _DID)
    if answers.get("did") not in _CAN_STOP:
        return (*until, *_END[form])
    return (*until, _CARE) if needs_care(answers) else (*until, _CARE, *_END[form])


def needs_care(answers: Answers) -> bool:
    """Return whether care comes before anything else: somebody may be hurt, and did not say “no”."""
    return answers.get("did") in _CAN_STOP and answers.get("care") != "no"


def steady_form() -> Form:
    """Return the one question that stands before a map."""
    return Form(lambda _answers: (STEADY,))


def map_form(answers: Answers | None = None) -> Form:
    """Return the questions of a map from their beginning, with these answers so far."""
    return Form(questions, answers or {})


def map_of(answers: Answers, head: TriggerMap) -> TriggerMap:
    """Return the map that `answers` make of `head`: a fresh one, or the one that is being edited."""
    form = _text(answers, "form")
    fields: dict[str, Any] = {name: _of(answers, name, getattr(head, name)) for name in _AS_THEY_ARE}
    fields["form"] = form if form in (SHORT, LONG) else head.form
    if fields["did"] not in ("", DID_NOT, *_CAN_STOP):
        fields["did"] = ""
    fields["care"] = "no" if fields["did"] in _CAN_STOP and fields["care"] == "no" else ""
    changed = replace(head, **fields)
    if "inner" in answers:
        return with_all_inner(changed, _texts(answers, "inner"), _kind_of)
    for name, kind in _KINDS.items():
        if name in answers:
            changed = with_texts(changed, kind, _texts(answers, name))
    return changed


def answers_of(found: TriggerMap) -> Answers:
    """Return the answers that make this map, for going on with it or changing it."""
    answers: dict[str, Answer] = {name: getattr(found, name) for name in _AS_THEY_ARE}
    answers["form"] = found.form
    if found.form == SHORT:
        answers["inner"] = tuple(link.text for link in found.links if link.kind in INNER)
    else:
        for name, kind in _KINDS.items():
            answers[name] = tuple(link.text for link in found.links if link.kind == kind)
    return answers


def as_long(found: TriggerMap) -> TriggerMap:
    """Return the short map as a long one, to be gone on with; nothing of it is asked anew."""
    return replace(found, form=LONG)


def _kind_of(text: str) -> str:
    """Return the kind of link that an entry of the short form is; own words count as a thought."""
    if text in dict(FEELINGS):
        return FEELING
    return BODY if text in dict(said.BODY) else THOUGHT


def _of(answers: Answers, name: str, before: object) -> object:
    if name not in answers:
        return before
    if isinstance(before, tuple):
        return _texts(answers, name)
    return answers[name] if name == "urge" else _text(answers, name)


def _texts(answers: Answers, name: str) -> tuple[str, ...]:
    value = answers[name]
    return tuple(one for one in value if one != UNSAFE) if isinstance(value, tuple) else ()


def _text(answers: Answers, name: str) -> str:
    value = answers.get(name)
    return value if isinstance(value, str) else ""

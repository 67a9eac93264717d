"""What is asked before a report is made: of what time, what shall be in it, and what to talk about.

Invariant: it can be gone through with Enter alone, and then holds the usual parts of the usual time. A word
that is no day is asked about again, and never guessed at.
"""

from __future__ import annotations

from copecli.core import report_parts as part
from copecli.core.form import CHOOSE, LINES, PICK, WORDS, Form, Question
from copecli.core.reach import sentence
from copecli.core.report_period import DATES, PERIODS, WEEKS, day_called, first_day
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copecli.core.form import Answer, Answers

DRAFT = "report"
"""The name of its draft."""
_PERIOD = Question(
    id="period",
    kind=CHOOSE,
    text=sentence(N_("Of what time?")),
    about=(
        sentence(N_("This puts together what you noted, to take along.")),
        sentence(N_("You see all of it before anything is written.")),
    ),
    options=tuple((key, sentence(words)) for key, words in PERIODS),
)
_PARTS = Question(
    id="parts",
    kind=PICK,
    text=sentence(N_("What shall be in it?")),
    hint=sentence(N_("What is not marked is nowhere in it.")),
    options=tuple((key, sentence(words)) for key, words in part.PARTS),
    own=False,
)
_TALK = Question(
    id="talk",
    kind=LINES,
    text=sentence(N_("What would you like to talk about?")),
    hint=sentence(N_("It stands first. It can stay empty. Not safe? {help}.")),
)
_DAYS = {
    "first": (N_("From which day?"), N_("Such as 2026-05-02. Empty: from the very first.")),
    "last": (N_("Up to which day?"), N_("Such as 2026-05-30. Empty: up to today.")),
}
_NO_DAY = N_("That is no day that I can read.")
_MOST_TRIES = 20


def questions(answers: Answers) -> tuple[Question, ...]:
    """Return the questions, in the light of what was answered so far."""
    days = (*_asked_for_day("first", answers), *_asked_for_day("last", answers))
    return (_PERIOD, *(days if answers.get("period") == DATES else ()), _PARTS, _TALK)


def _asked_for_day(name: str, answers: Answers) -> Iterator[Question]:
    """Yield the question for a day, and again after each answer that was none."""
    text, hint = _DAYS[name]
    for number in range(_MOST_TRIES):
        about = (sentence(_NO_DAY),) if number else ()
        key = f"{name}-{number + 1}" if number else name
        yield Question(id=key, kind=WORDS, text=sentence(text), hint=sentence(hint), about=about)
        typed = answers.get(key)
        if not isinstance(typed, str) or not typed.strip() or day_called(typed):
            return


def report_form() -> Form:
    """Return the questions from their beginning, with the usual answers so far."""
    return Form(questions, {"period": WEEKS, "parts": part.USUAL})


def wanted_of(answers: Answers, today: str) -> part.Wanted:
    """Return what the answers ask for."""
    period = answers.get("period")
    picked, talk = _texts(answers.get("parts")), _texts(answers.get("talk"))
    parts = tuple(name for name, _ in part.PARTS if name in picked)
    if period != DATES:
        return part.Wanted(first_day(str(period or WEEKS), today), today, parts, talk)
    first, last = (_day(answers, name) for name in ("first", "last"))
    first, last = (first, last or today) if first <= (last or today) else (last or today, first)
    return part.Wanted(first, last, parts, talk)


def _day(answers: Answers, name: str) -> str:
    """Return the day that was answered in the end; nothing where none was."""
    *_, asked = _asked_for_day(name, answers)
    return day_called(str(answers.get(asked.id, "")))


def _texts(answer: Answer) -> tuple[str, ...]:
    return answer if isinstance(answer, tuple) else ()

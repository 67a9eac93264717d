"""A few questions, one at a time, each of them skippable: a pure state machine that both faces draw.

Invariant: a Form never changes. Every answer can be gone back to, earlier ones stay in sight where a question
asks for it, and stopping anywhere keeps all that was answered.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from copecli.core.events import Back, Skip, Stop
from copecli.core.reach import Sentence
from copecli.core.shared_words import UNSAFE
from copecli.words import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeAlias

    Answer: TypeAlias = str | int | tuple[str, ...] | None
    Answers: TypeAlias = Mapping[str, Answer]

PICK, RATE, WORDS, LINES, CHOOSE = "pick", "rate", "words", "lines", "choose"
KINDS = (PICK, RATE, WORDS, LINES, CHOOSE)
"""Several of a list or own words; a number from 0 to 10; a text; several texts; one of a list.

Their answers: a tuple of ids and own words; an int or None; a str; a tuple of str; an id or nothing.
"""

HELP_NOW, CARE = "help-now", "care"
"""Where an answer can lead instead of on: Help now, and what to do after self-harm."""

NOBODY_READS = Sentence(N_("Nobody reads this, nor does the program. Not safe? {help}."))
"""Stands below every field of one's own words; the face says which key `help` is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One short question."""

    id: str
    """The name of its answer."""
    kind: str
    """One of KINDS."""
    text: Sentence
    hint: Sentence | None = None
    """One line below it."""
    about: tuple[Sentence, ...] = ()
    """Lines above it: what is good to know first."""
    options: tuple[tuple[str, Sentence], ...] = ()
    """(id, words): what there is to pick or to choose."""
    own: bool = True
    """Whether own words are as good as those of the list (PICK only)."""
    low: Sentence | None = None
    high: Sentence | None = None
    """What 0 and 10 mean (RATE only)."""
    earlier: tuple[str, ...] = ()
    """Ids of questions whose answers stay in sight."""
    leads: tuple[tuple[str, str], ...] = ()
    """(id of an option, HELP_NOW or CARE): choosing it leads there at once."""

    @property
    def nothing(self) -> Answer:
        """The answer of somebody who skips it."""
        return {RATE: None, PICK: (), LINES: ()}.get(self.kind, "")

    def words_of(self, value: str) -> Sentence:
        """Return an option in words; own words as they are."""
        return dict(self.options).get(value) or Sentence("{text}", (("text", value),))

    def said(self, answer: Answer) -> tuple[Sentence, ...]:
        """Return an answer in words, part by part; nothing where there is none."""
        if answer is None or answer == self.nothing:
            return ()
        parts = answer if isinstance(answer, tuple) else (str(answer),)
        return tuple(self.words_of(part) for part in parts)


@dataclass(frozen=True, slots=True)
class Answered:
    """The question of now has this answer, and the form goes on."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Form:
    """Where a person is in the questions."""

    questions: Callable[[Answers], tuple[Question, ...]]
    """The questions, in the light of what was answered so far; those before `at` do not change by it."""
    answers: Answers = field(default_factory=dict)
    at: int = 0
    stopped: bool = False
    led: str = ""
    """HELP_NOW or CARE, after an answer that leads there; the face goes there and then says `returned`."""
    begun: str = ""
    """Of an edit: a name for the state of the record that it began with."""

    @property
    def all(self) -> tuple[Question, ...]:
        """The questions as they are now."""
        return self.questions(self.answers)

    @property
    def question(self) -> Question | None:
        """The question of now; None where all have been passed."""
        asked = self.all
        return asked[self.at] if self.at < len(asked) else None

    @property
    def finished(self) -> bool:
        """Whether every question was passed."""
        return self.question is None

    @property
    def over(self) -> bool:
        """Whether there is nothing more to ask."""
        return self.stopped or self.finished

    @property
    def place(self) -> tuple[int, int]:
        """(number of the question of now, from 1; how many there are)."""
        return min(self.at + 1, len(self.all)), len(self.all)

    def answer(self, question: Question) -> Answer:
        """Return the answer so far."""
        return self.answers.get(question.id, question.nothing)

    def earlier(self) -> tuple[tuple[Question, Answer], ...]:
        """Return what stays in sight: earlier questions and what was answered, where something was."""
        now = self.question
        wanted = now.earlier if now else ()
        found = [(one, self.answer(one)) for one in self.all if one.id in wanted]
        return tuple((one, answer) for one, answer in found if answer != one.nothing)

    def next(self, event: Answered | Skip | Back | Stop) -> Form:
        """Return the form after `event`; one that is over stays as it is, but for going back."""
        if isinstance(event, Back):
            return replace(self, at=max(0, self.at - 1), stopped=False, led="")
        now = self.question
        if self.stopped or now is None:
            return self
        if isinstance(event, Stop):
            return replace(self, stopped=True, led="")
        if isinstance(event, Skip):
            return replace(self, at=self.at + 1, led="")
        led = next((where for option, where in now.leads if _holds(event.answer, option)), "")
        held = self.holding(event.answer)
        return replace(held, at=self.at if led else self.at + 1, led=led)

    def holding(self, answer: Answer) -> Form:
        """Return the form where the question of now has this answer so far, and is still asked.

        That somebody is not safe leads to Help now and is no answer to keep: nothing is ever counted by it.
        """
        now = self.question
        if now is None:
            return self
        if isinstance(answer, tuple):
            answer = tuple(one for one in answer if one != UNSAFE)
        elif answer == UNSAFE:
            answer = self.answer(now)
        return replace(self, answers={**self.answers, now.id: answer})

    def returned(self) -> Form:
        """Return the form after the person came back from where an answer led.

        It goes on to the next question; where there is no answer to keep, this one is still to be asked.
        """
        now = self.question
        if not self.led or now is None:
            return self
        kept = any(_holds(self.answer(now), option) for option, _where in now.leads)
        return replace(self, led="", at=self.at + 1 if kept else self.at)


def _holds(answer: Answer, option: str) -> bool:
    return answer == option or (isinstance(answer, tuple) and option in answer)


def toggled(answer: tuple[str, ...], value: str) -> tuple[str, ...]:
    """Return a PICK answer with `value` in it, or without it where it was there."""
    return tuple(one for one in answer if one != value) if value in answer else (*answer, value)

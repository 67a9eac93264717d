"""The hour after self-harm, one thing or one question a screen: danger, care, a person, kindness, rest.

Invariant: an After never changes and holds nothing to keep or to count. Only a no goes past care; a person is
offered on the way, and stands first at the end; what led to it is for another day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from copecli.core.care_words import CARE_ASKED, CARE_CHOICES, CARE_SIGNS
from copecli.core.events import Back, Choice, Forward, Stop
from copecli.core.form import CARE, HELP_NOW
from copecli.core.reach import Sentence, sentence
from copecli.core.shared_words import (
    A_PERSON,
    AN_EXERCISE,
    NOT_SAFE,
    REST_NOW,
    UNSAFE,
    WALK_MY_PLAN,
    WHAT_NEXT,
)
from copecli.words import N_

AFTER = "after"
DOOR = N_("After self-harm")
"""What leads here, wherever it stands."""

DANGER, END = "danger", "end"
PERSON, ALONE = "person", "alone"
REST, PLAN, EXERCISE, READ, LATER = "rest", "plan", "exercise", "read", "later"
PEOPLE = "people"
"""Where an answer leads besides HELP_NOW and CARE: to whom there is to reach."""

ARTICLE = "first-hour-next-day"
"""Id of what there is to read about it."""

SOURCES = ("SelfInjury", "NICEkind", "LewisHasking21")
"""Keys of `content/sources.toml`: for the care of a small injury, for being treated kindly, for setbacks."""

_BY_ONESELF = ("clean", "watch")
_CARED_FOR = ("asking",)
_THEN = ("away", "company", "kind", "common", "warm", "still", END)
"""Screens, in their order: after a no, after help was called, and then for everybody."""

_COMPANY = ((PERSON, A_PERSON), (ALONE, N_("Not right now")), (UNSAFE, NOT_SAFE))
_LEADS = {"yes": CARE, "cant-tell": CARE, PERSON: PEOPLE, UNSAFE: HELP_NOW}
_ENTER = {DANGER: "cant-tell", "company": ALONE}
"""What Enter alone says to a question: silence is no no."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One screen, said from top to bottom."""

    id: str
    text: tuple[Sentence, ...]
    """The one thing, or the question."""
    before: tuple[Sentence, ...] = ()
    """Lines above it: what is good to know first."""
    details: tuple[Sentence, ...] = ()
    """Lines below it."""
    options: tuple[tuple[str, Sentence], ...] = ()
    """(id, words): answers; the end's are `next_things`."""
    note: Sentence | None = None
    """Said last, and quietly."""


@dataclass(frozen=True, slots=True)
class After:
    """Where a person is in this hour. Begin one with `After()`, or with `cared_for()` after Help now."""

    path: tuple[str, ...] = (DANGER,)
    """The screens so far, and those to come as far as they are known."""
    at: int = 0
    led: str = ""
    """HELP_NOW, CARE or PEOPLE after such an answer; the face goes there and then says `returned`."""
    stopped: bool = False

    @property
    def place(self) -> str:
        """The id of the screen of now."""
        return self.path[self.at]

    def frame(self) -> Frame:
        """Return what a face shows now."""
        return _FRAMES[self.place]

    def next(self, event: Forward | Back | Stop | Choice) -> After:
        """Return the After that follows; at the end, and until `returned`, going on means nothing."""
        if self.stopped:
            return self
        if isinstance(event, Stop):
            return replace(self, stopped=True, led="")
        if isinstance(event, Back):
            return replace(self, at=max(0, self.at - 1), led="")
        if self.led:
            return self
        if isinstance(event, Choice):
            options = self.frame().options
            return self._answered(options[event.index][0]) if event.index < len(options) else self
        if self.place in _ENTER:
            return self._answered(_ENTER[self.place])
        return self if self.place == END else replace(self, at=self.at + 1)

    def returned(self) -> After:
        """Return the After once the person came back from where an answer led.

        Help now for somebody who is not safe is no answer to the question, which is still to be asked.
        """
        if self.led == CARE:
            return cared_for(self.path[: self.at + 1])
        return replace(self, led="", at=self.at + (self.led == PEOPLE))

    def _answered(self, answer: str) -> After:
        led = _LEADS.get(answer, "")
        if led:
            return replace(self, led=led)
        if self.place == DANGER:
            return replace(self, path=(DANGER, *_BY_ONESELF, *_THEN), at=1)
        return replace(self, at=self.at + 1)


def cared_for(before: tuple[str, ...] = ()) -> After:
    """Return the After of somebody who was shown Help now first; `before` are screens to go back to."""
    return After((*before, *_CARED_FOR, *_THEN), len(before))


def whole() -> tuple[Frame, ...]:
    """Return every screen, for where nobody can answer."""
    return tuple(_FRAMES[name] for name in (DANGER, *_CARED_FOR, *_BY_ONESELF, *_THEN))


def next_things(*, plan: bool) -> tuple[tuple[str, str], ...]:
    """Return (id, words) of what can follow; `plan`: whether there is one to go through."""
    ways = [PERSON, REST, *([PLAN] if plan else []), EXERCISE, READ, LATER, UNSAFE]
    return tuple((way, _WAYS[way]) for way in ways)


_WAYS = {
    PERSON: A_PERSON,
    REST: REST_NOW,
    PLAN: WALK_MY_PLAN,
    EXERCISE: AN_EXERCISE,
    READ: N_("Something to read about it"),
    LATER: N_("Another day: what led to it, step by step"),
    UNSAFE: NOT_SAFE,
}


def _frame(name: str, text: str, *details: str) -> Frame:
    return Frame(name, (sentence(text),), details=tuple(map(sentence, details)))


_FRAMES = {
    frame.id: frame
    for frame in (
        Frame(
            DANGER,
            (sentence(CARE_ASKED),),
            before=tuple(map(sentence, CARE_SIGNS)),
            options=tuple((key, sentence(words)) for key, words in CARE_CHOICES),
            note=sentence(N_("Nothing of this is kept.")),
        ),
        _frame(
            "asking",
            N_("You may ask for care, and for kindness."),
            N_("Let somebody else drive. You need not go alone."),
            N_("While you wait, there is more here."),
        ),
        _frame(
            "clean",
            N_("A small injury? You could see to it now."),
            N_("Clean hands. Firm pressure with a clean cloth."),
            N_("Clean water. A clean, dry cover."),
        ),
        _frame(
            "watch",
            N_("Later on: more pain, heat, swelling or fever?"),
            N_("A doctor or clinic could see it that day."),
            N_("Not sure is reason enough to ask."),
        ),
        _frame(
            "away",
            N_("You could go to another room now."),
            N_("Away from things you could use to hurt yourself."),
            N_("Or somebody could come to you."),
        ),
        Frame(
            "company",
            (sentence(N_("Would somebody near be good?")),),
            details=(sentence(N_("They need not know why.")),),
            options=tuple((key, sentence(words)) for key, words in _COMPANY),
        ),
        _frame(
            "kind",
            N_("It was a way to get through something."),
            N_("Blame is not needed here."),
        ),
        _frame(
            "common",
            N_("Relief, shame, fear, or nothing much?"),
            N_("All of these are common."),
            N_("One hard hour does not undo the rest."),
        ),
        _frame(
            "warm",
            N_("Something warm around you, and some water."),
            N_("A bite to eat, if you can."),
        ),
        _frame(
            "still",
            N_("You could sit or lie down for a while."),
            N_("Nothing has to be worked out now."),
            N_("Worse, or not sure? Help now: {help}."),
        ),
        Frame(
            END,
            (sentence(WHAT_NEXT),),
            before=(sentence(N_("What led to it can wait for a steady day.")),),
        ),
    )
}
